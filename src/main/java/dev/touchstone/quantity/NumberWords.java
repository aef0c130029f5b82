package dev.touchstone.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** English number words up to the thousands, and simple fractions. */
final class NumberWords {

  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);
  private static final Map<String, Integer> PARTS =
      Map.ofEntries(
          Map.entry("half", 2),
          Map.entry("halves", 2),
          Map.entry("third", 3),
          Map.entry("thirds", 3),
          Map.entry("quarter", 4),
          Map.entry("quarters", 4),
          Map.entry("fifth", 5),
          Map.entry("fifths", 5),
          Map.entry("sixth", 6),
          Map.entry("sixths", 6),
          Map.entry("eighth", 8),
          Map.entry("eighths", 8),
          Map.entry("tenth", 10),
          Map.entry("tenths", 10));

  private NumberWords() {}

  static boolean begins(String word) {
    return SMALL.containsKey(word) || TENS.containsKey(word) || word.equals("half");
  }

  static @Nullable Integer small(String word) {
    return SMALL.get(word);
  }

  static @Nullable Integer tens(String word) {
    return TENS.get(word);
  }

  /** The denominator of a part: 3 for {@code third}. */
  static @Nullable Integer part(String word) {
    return PARTS.get(word);
  }

  /** A share with three decimals: 0.333. */
  static BigDecimal share(int count, int parts) {
    return BigDecimal.valueOf(count)
        .divide(BigDecimal.valueOf(parts), 3, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
