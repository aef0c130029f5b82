package dev.touchstone.consistency.check;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Calculated numbers as a note would print them. */
final class Figures {

  private Figures() {}

  /** With commas between thousands and without trailing zeros: {@code 3,360}, {@code 2.5}. */
  static String plain(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(value);
  }

  static String plain(int value) {
    return plain(BigDecimal.valueOf(value));
  }
}
