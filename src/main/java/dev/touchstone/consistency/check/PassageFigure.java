package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A number in digits as it stands in a sentence or a cell.
 *
 * @param size without its sign, which is easily lost in ranges
 * @param key the size as printed
 * @param sort {@code %}, {@code p} for a P-value; empty where the words leave it open
 * @param role {@code low} and {@code high} for the limits of an interval, {@code spread} behind ±
 * @param start in the reading text of its unit
 * @param end one past the last character
 * @param around the words near it, in running text
 */
record PassageFigure(
    ReportedNumber number,
    BigDecimal size,
    String key,
    String sort,
    String role,
    int start,
    int end,
    String around,
    Source source) {

  private static final Pattern P_BEFORE =
      Pattern.compile("(?i)\\bp(?:[- ]?values?)?\\s?(?:of |[=<>≤≥:])\\s?$");
  private static final Pattern LABEL_BEFORE =
      Pattern.compile("(?i)\\b(?:tables?|fig(?:ure|\\.)?s?|appendix|ref(?:s|\\.)?|version)\\s?$");
  private static final Pattern COUNTED =
      Pattern.compile("\\s(?:[\\p{L}-]{1,20}\\s){0,5}[(\\[]\\s?\\d");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern LEVEL_BEFORE = Pattern.compile("(?i)\\bCI\\W{0,3}$");
  private static final Pattern LEVEL = Pattern.compile("80|90|95|97\\.5|98|99(?:\\.\\d+)?");
  private static final Pattern LEVEL_AFTER =
      Pattern.compile("(?is)^\\s?%\\s?(?:-?\\s?c\\.?i\\b|confidence|\\(?ci\\b|credible).*");

  private static final Pattern BETWEEN = Pattern.compile("\\s?%?\\s?(?:[-–−,;]|to|and)\\s?[-–−]?");
  private static final Pattern OPENS =
      Pattern.compile(
          "(?is).*(?:[(\\[]|\\bC\\.?I\\.?|interval|range|IQR)\\s?(?:of |was |from )?[)\\],:;=]?\\s?\\+?");

  static List<PassageFigure> in(Unit unit) {
    String text = unit.reading().text();
    List<PassageFigure> found = new ArrayList<>();
    List<PrintedNumber> numbers = Numbers.in(text);
    for (int i = 0; i < numbers.size(); i++) {
      PrintedNumber printed = numbers.get(i);
      if (printed.form() != PrintedNumber.Form.DIGITS && !isCounted(text, printed)) {
        continue;
      }
      String before = text.substring(Math.max(0, printed.start() - 24), printed.start());
      String after = text.substring(printed.end(), Math.min(text.length(), printed.end() + 16));
      if (LABEL_BEFORE.matcher(before).find()
          || LEVEL_AFTER.matcher(after).matches()
          || LEVEL_BEFORE.matcher(before).find()
              && LEVEL.matcher(printed.number().value().toPlainString()).matches()) {
        continue;
      }
      String sort =
          P_BEFORE.matcher(before).find() ? "p" : after.strip().startsWith("%") ? "%" : "";
      found.add(
          new PassageFigure(
              printed.number(),
              printed.number().value().abs(),
              printed.number().value().abs().toPlainString(),
              sort,
              role(text, numbers, i),
              printed.start(),
              printed.end(),
              text.substring(
                  Math.max(0, printed.start() - 50), Math.min(text.length(), printed.end() + 30)),
              new Source(
                  unit.reading().source(printed.start(), printed.end()),
                  unit.section(),
                  unit.cell())));
    }
    return found;
  }

  /** {@code eight patients (21.6%)}: a count in words that a table prints in digits. */
  private static boolean isCounted(String text, PrintedNumber printed) {
    return printed.form() == PrintedNumber.Form.WORDS
        && COUNTED.matcher(text).region(printed.end(), text.length()).lookingAt();
  }

  private static String role(String text, List<PrintedNumber> numbers, int at) {
    if (isSpread(text, numbers.get(at).start())) {
      return "spread";
    }
    if (isInterval(text, numbers, at)) {
      return "low";
    }
    return isInterval(text, numbers, at - 1) ? "high" : "";
  }

  private static boolean isSpread(String text, int start) {
    int at = start - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == '±' || at >= 2 && text.startsWith("+/-", at - 2);
  }

  /** Whether a number and the next one are the limits of an interval in brackets, or after CI. */
  private static boolean isInterval(String text, List<PrintedNumber> numbers, int at) {
    if (at < 0 || at + 1 >= numbers.size()) {
      return false;
    }
    int start = numbers.get(at).start();
    int end = numbers.get(at).end();
    String between = text.substring(end, Math.max(end, numbers.get(at + 1).start()));
    String before = text.substring(Math.max(0, start - 12), start);
    return BETWEEN.matcher(between).matches() && OPENS.matcher(before).matches();
  }

  /** Whether two passages hardly print the number by accident. */
  boolean isTelling() {
    String digits = size.unscaledValue().toString();
    boolean year = number.decimals() == 0 && YEAR.matcher(digits).matches();
    return !year && (digits.length() >= 3 || number.decimals() > 0 && digits.length() >= 2);
  }

  /** How many digits it has, without leading zeros. */
  int digits() {
    return size.unscaledValue().toString().length();
  }

  /** Whether both are printed alike and differ by a tenth at most. */
  boolean isNear(PassageFigure other) {
    BigDecimal gap = size.subtract(other.size).abs().multiply(BigDecimal.TEN);
    return number.decimals() == other.number.decimals()
        && gap.signum() > 0
        && gap.compareTo(size.max(other.size)) <= 0;
  }

  boolean isInCellOf(PassageFigure other) {
    return source.cell() != null && source.cell().equals(other.source.cell());
  }

  /** Characters between this figure and another of its unit. */
  int gapTo(PassageFigure other) {
    return Math.max(start - other.end, other.start - end);
  }

  /** Whether both may stand for one value, the coarser one deciding. */
  boolean agrees(PassageFigure other) {
    if (!isOfSort(other)) {
      return false;
    }
    if (size.compareTo(other.size) == 0) {
      return true;
    }
    boolean coarse = Math.min(number.decimals(), other.number.decimals()) >= 1;
    return coarse
        && number.decimals() != other.number.decimals()
        && new ReportedNumber(key, size).agreesWith(new ReportedNumber(other.key, other.size));
  }

  boolean isLike(PassageFigure other) {
    return role.equals(other.role) && isOfSort(other);
  }

  /** A cell of a column of P-values prints the number alone. */
  private boolean isPlainCell() {
    return source.cell() != null && sort.isEmpty() && size.compareTo(BigDecimal.ONE) < 0;
  }

  private boolean isOfSort(PassageFigure other) {
    return sort.equals(other.sort)
        || sort.equals("p") && other.isPlainCell()
        || other.sort.equals("p") && isPlainCell()
        || !sort.equals("p") && !other.sort.equals("p") && (sort.isEmpty() || other.sort.isEmpty());
  }

  /** Whether one is the other with one digit changed, or two neighbours exchanged. */
  boolean isSlipOf(PassageFigure other) {
    String a = key;
    String b = other.key;
    if (a.length() != b.length() || a.equals(b)) {
      return false;
    }
    int first = 0;
    while (a.charAt(first) == b.charAt(first)) {
      first++;
    }
    String rest = a.substring(first + 1);
    String others = b.substring(first + 1);
    if (rest.equals(others)) {
      return true;
    }
    return first + 1 < a.length()
        && a.charAt(first) == b.charAt(first + 1)
        && a.charAt(first + 1) == b.charAt(first)
        && a.substring(first + 2).equals(b.substring(first + 2));
  }
}
