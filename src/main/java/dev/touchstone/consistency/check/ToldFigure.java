package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number in digits as it stands in a sentence or a cell: what one place says of a fact.
 *
 * @param size without its sign, which is easily lost in ranges
 * @param key the size as printed
 * @param sort {@code %}, {@code p} for a P-value; empty where the words leave it open
 * @param role {@code low} and {@code high} for the limits of an interval, {@code spread} behind ±
 * @param text the reading text of its unit
 * @param start in the reading text of its unit
 * @param end one past the last character
 */
record ToldFigure(
    ReportedNumber number,
    BigDecimal size,
    String key,
    String sort,
    String role,
    String text,
    int start,
    int end,
    Source source) {

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** What lies further apart cannot be rounded to one number of a decimal or more. */
  private static final double FAR = 0.2;

  /** The words near it, in running text. */
  String around() {
    return text.substring(Math.max(0, start - 50), Math.min(text.length(), end + 30));
  }

  /** Whether two passages hardly print the number by accident. */
  boolean isTelling() {
    int digits = digits();
    boolean year = number.decimals() == 0 && digits == 4 && YEAR.matcher(key).matches();
    return !year && (digits >= 3 || number.decimals() > 0 && digits >= 2);
  }

  /** How many digits it has, without leading zeros. */
  int digits() {
    return size.precision();
  }

  /** Whether both are printed alike and differ by a tenth at most. */
  boolean isNear(ToldFigure other) {
    BigDecimal gap = size.subtract(other.size).abs().multiply(BigDecimal.TEN);
    return number.decimals() == other.number.decimals()
        && gap.signum() > 0
        && gap.compareTo(size.max(other.size)) <= 0;
  }

  boolean isInCellOf(ToldFigure other) {
    return source.cell() != null && source.cell().equals(other.source.cell());
  }

  /** Characters between this figure and another of its unit. */
  int gapTo(ToldFigure other) {
    return Math.max(start - other.end, other.start - end);
  }

  /** Whether both may stand for one value, the coarser one deciding. */
  boolean agrees(ToldFigure other) {
    int finer = Math.max(number.decimals(), other.number.decimals());
    int coarser = Math.min(number.decimals(), other.number.decimals());
    if (finer == coarser || coarser < 1) {
      return size.compareTo(other.size) == 0 && isOfSort(other);
    }
    return Math.abs(size.doubleValue() - other.size.doubleValue()) < FAR
        && isOfSort(other)
        && new ReportedNumber(key, size).agreesWith(new ReportedNumber(other.key, other.size));
  }

  boolean isLike(ToldFigure other) {
    return role.equals(other.role) && isOfSort(other);
  }

  /** A cell of a column of P-values prints the number alone. */
  private boolean isPlainCell() {
    return source.cell() != null && sort.isEmpty() && size.compareTo(BigDecimal.ONE) < 0;
  }

  private boolean isOfSort(ToldFigure other) {
    return sort.equals(other.sort)
        || sort.equals("p") && other.isPlainCell()
        || other.sort.equals("p") && isPlainCell()
        || !sort.equals("p") && !other.sort.equals("p") && (sort.isEmpty() || other.sort.isEmpty());
  }

  /** Whether one is the other with one digit changed, or two neighbours exchanged. */
  boolean isSlipOf(ToldFigure other) {
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
