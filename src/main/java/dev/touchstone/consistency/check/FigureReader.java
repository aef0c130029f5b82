package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the figures of a unit as they stand, without asking what they measure: no labels of tables,
 * no levels of confidence.
 */
final class FigureReader {

  private static final Pattern P_BEFORE =
      Pattern.compile("(?i)\\bp(?:[- ]?values?)?\\s?(?:of |[=<>≤≥:])\\s?$");
  private static final Pattern LABEL_BEFORE =
      Pattern.compile("(?i)\\b(?:tables?|fig(?:ure|\\.)?s?|appendix|ref(?:s|\\.)?|version)\\s?$");
  private static final Pattern COUNTED =
      Pattern.compile("\\s(?:[\\p{L}-]{1,20}\\s){0,5}[(\\[]\\s?\\d");
  private static final Pattern LEVEL_BEFORE = Pattern.compile("(?i)\\bCI\\W{0,3}$");
  private static final Pattern LEVEL = Pattern.compile("80|90|95|97\\.5|98|99(?:\\.\\d+)?");
  private static final Pattern LEVEL_AFTER =
      Pattern.compile("(?is)^\\s?%\\s?(?:-?\\s?c\\.?i\\b|confidence|\\(?ci\\b|credible).*");

  private static final Pattern BETWEEN = Pattern.compile("\\s?%?\\s?(?:[-–−,;]|to|and)\\s?[-–−]?");

  /** Blanks, a sign of percent, a word or a dash, a minus. */
  private static final int LONGEST_BETWEEN = 8;

  private static final Pattern OPENS =
      Pattern.compile(
          "(?is).*(?:[(\\[]|\\bC\\.?I\\.?|interval|range|IQR)\\s?(?:of |was |from )?[)\\],:;=]?\\s?\\+?");

  private static final int BEFORE = 24;
  private static final int AFTER = 16;

  private final Unit unit;
  private final String text;
  private final List<PrintedNumber> numbers;

  private FigureReader(Unit unit) {
    this.unit = unit;
    this.text = unit.reading().text();
    this.numbers = hasDigit(text) ? Numbers.in(text) : List.of();
  }

  /** The figures of a unit, in their order. */
  static List<ToldFigure> in(Unit unit) {
    return new FigureReader(unit).figures();
  }

  /** Words alone are figures only beside digits, see {@link #COUNTED}. */
  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private List<ToldFigure> figures() {
    List<ToldFigure> found = new ArrayList<>(numbers.size());
    boolean opened = false;
    for (int i = 0; i < numbers.size(); i++) {
      PrintedNumber printed = numbers.get(i);
      boolean closes = opened;
      opened = isInterval(i);
      if (printed.form() != PrintedNumber.Form.DIGITS && !isCounted(printed)
          || isLabelOrLevel(printed)) {
        continue;
      }
      ReportedNumber number = printed.number();
      BigDecimal size = number.value().abs();
      String role = isSpread(printed.start()) ? "spread" : opened ? "low" : closes ? "high" : "";
      found.add(
          new ToldFigure(
              number,
              size,
              size.toPlainString(),
              sort(printed),
              role,
              text,
              printed.start(),
              printed.end(),
              new Source(
                  unit.reading().source(printed.start(), printed.end()),
                  unit.section(),
                  unit.cell())));
    }
    return found;
  }

  private String sort(PrintedNumber printed) {
    char last = lastBefore(printed);
    if ((last == 'f' || !Character.isLetterOrDigit(last)) && before(P_BEFORE, printed).find()) {
      return "p";
    }
    int at = printed.end();
    int most = Math.min(text.length(), at + AFTER);
    while (at < most && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < most && text.charAt(at) == '%' ? "%" : "";
  }

  private boolean isLabelOrLevel(PrintedNumber printed) {
    char last = lastBefore(printed);
    return (Character.isLetter(last) || last == '.') && before(LABEL_BEFORE, printed).find()
        || isPercent(printed)
            && LEVEL_AFTER
                .matcher(text)
                .region(printed.end(), Math.min(text.length(), printed.end() + AFTER))
                .matches()
        || LEVEL.matcher(printed.number().value().toPlainString()).matches()
            && before(LEVEL_BEFORE, printed).find();
  }

  private boolean isPercent(PrintedNumber printed) {
    int at = printed.end();
    return text.startsWith("%", at) || text.startsWith("%", at + 1);
  }

  /** The last character before a number that is no blank; a blank where there is none. */
  private char lastBefore(PrintedNumber printed) {
    int at = printed.start() - 1;
    while (at > 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at < 0 ? ' ' : text.charAt(at);
  }

  private Matcher before(Pattern pattern, PrintedNumber printed) {
    return pattern.matcher(text).region(Math.max(0, printed.start() - BEFORE), printed.start());
  }

  /** {@code eight patients (21.6%)}: a count in words that a table prints in digits. */
  private boolean isCounted(PrintedNumber printed) {
    return printed.form() == PrintedNumber.Form.WORDS
        && COUNTED.matcher(text).region(printed.end(), text.length()).lookingAt();
  }

  private boolean isSpread(int start) {
    int at = start - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == '±' || at >= 2 && text.startsWith("+/-", at - 2);
  }

  /** Whether a number and the next one are the limits of an interval in brackets, or after CI. */
  private boolean isInterval(int at) {
    if (at + 1 >= numbers.size()) {
      return false;
    }
    int start = numbers.get(at).start();
    int end = numbers.get(at).end();
    int next = Math.max(end, numbers.get(at + 1).start());
    return next - end <= LONGEST_BETWEEN
        && BETWEEN.matcher(text).region(end, next).matches()
        && OPENS.matcher(text).region(Math.max(0, start - 12), start).matches();
  }
}
