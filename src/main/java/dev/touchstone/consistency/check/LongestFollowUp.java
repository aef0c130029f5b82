package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The longest time that a note says anybody was followed: the end of a range, or a maximum.
 *
 * @param days as rounded, and half a month more, since a visit may be late
 * @param words as printed: {@code 18 months}
 */
record LongestFollowUp(BigDecimal days, String words, Source place) {

  private static final BigDecimal LATE_VISIT = new BigDecimal("15.3");
  private static final String NUMBER = "\\d{1,4}(?:\\.\\d{1,2})?";
  private static final String UNIT = "(?:months?|mo\\b|years?|weeks?|days?)";

  private static final Pattern MAXIMUM =
      Pattern.compile(
          "(?i)\\b(?:maxim(?:um|al)|longest)\\b(?: duration of| length of| time of)? follow[- ]?up(?: time| period| duration)?\\s?(?:of|was|is|:|,)?\\s?(?<n>"
              + NUMBER
              + ")\\s?(?<u>"
              + UNIT
              + ")");

  /** {@code median follow-up was 17 months (range 1-39)}: the unit may stand before the range. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)\\bfollow[- ]?up\\b[^.;]{0,30}?(?:\\b(?:was|of|is|:|at)\\s?)(?<v>"
              + NUMBER
              + ")?\\s?(?<w>"
              + UNIT
              + ")?[^.;\\d]{0,14}(?<!inter)(?<!quartile )\\brange\\b[:,=]?\\s?(?:of |from |was )?(?<lo>"
              + NUMBER
              + ")\\s?"
              + UNIT
              + "?\\s?(?:-|to|and)\\s?(?<n>"
              + NUMBER
              + ")\\s?(?<close>[)\\]])?\\s?(?<u>"
              + UNIT
              + ")?");

  /** The longest of all that a note states; null where it states none. */
  static @Nullable LongestFollowUp in(NoteReading reading) {
    LongestFollowUp longest = null;
    for (Unit unit : reading.note().annotated().units()) {
      String text = unit.reading().text();
      if (unit.cell() != null
          || !text.contains("ollow")
          || !FlowSentences.isOfThisTrial(reading, unit.section())) {
        continue;
      }
      String plain = reading.plain(unit);
      for (Pattern pattern : new Pattern[] {MAXIMUM, RANGE}) {
        Matcher m = pattern.matcher(plain);
        while (m.find()) {
          LongestFollowUp found = read(unit, m, pattern == RANGE);
          if (found != null && (longest == null || found.days.compareTo(longest.days) > 0)) {
            longest = found;
          }
        }
      }
    }
    return longest;
  }

  private static @Nullable LongestFollowUp read(Unit unit, Matcher m, boolean range) {
    String printed = m.group("u");
    if (printed == null && range) {
      printed = m.group("w");
    }
    if (printed == null) {
      return null;
    }
    String code =
        switch (printed.toLowerCase(Locale.ROOT).charAt(0)) {
          case 'm' -> "mo";
          case 'y' -> "a";
          case 'w' -> "wk";
          default -> "d";
        };
    String number = m.group("n");
    BigDecimal most = new ReportedNumber(number, new BigDecimal(number)).roundingInterval().high();
    String words = number + " " + printed;
    return Ucum.convert(most, code, "d")
        .map(
            days ->
                new LongestFollowUp(
                    days.add(LATE_VISIT),
                    words,
                    new Source(
                        unit.reading().source(m.start("n"), m.end("n")), unit.section(), null)))
        .orElse(null);
  }
}
