package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence that says what the primary end point is: {@code The primary end point was overall
 * survival at 2 years}.
 *
 * @param names the end points that the lexicon knows, by code
 * @param stems of the words that name it
 * @param times in days, with the words that say them
 */
record EndPointStatement(
    Map<String, String> names, Set<String> stems, Map<BigDecimal, String> times, Source place) {

  private static final String END_POINT =
      "\\b(?:co-)?primary (?:efficacy |study |clinical |trial )?(?:end[ -]?points?|outcomes?)(?: measures?| variables?| parameters?)?";

  private static final Pattern NAMED = Pattern.compile("(?i)" + END_POINT);

  /** The words that name the end point are those behind the verb. */
  private static final Pattern SAYS =
      Pattern.compile(
          "(?i)"
              + END_POINT
              + "(?: (?:of|in|for) (?:the|this|our) (?:[a-z]+ )?(?:study|trial))?,?\\s?"
              + "(?::|\\b(?:was|were|is|are|included|includes|consisted of|comprised)\\b)\\s(?:defined as |set (?:to|as) |assessed as )?(?!\\w+ed\\b|significant|also\\b|based\\b|set\\b|shown\\b|chosen\\b|found\\b)(?<x>[^.;:]{3,220})");

  private static final String IS_END_POINT =
      "\\b(?:was|were|is|are)\\b (?:considered |defined |chosen |selected )?(?:as )?(?:the |our )?(?:sole |only )?"
          + END_POINT
          + "\\b";
  private static final Pattern IS_NAMED = Pattern.compile("(?i)" + IS_END_POINT);

  /** Or those before it. */
  private static final Pattern IS_SAID = Pattern.compile("(?i)(?<x>[^.;:]{3,120}?)" + IS_END_POINT);

  /** Words that tell a result, or of another part or study. */
  private static final Pattern NOT_THIS =
      Pattern.compile(
          "(?i)\\b(?:part|stages? [12]|stage (?:one|two|I{1,2})|phase 1b?|phase I|dose[ -]escalation|expansion|main (?:study|trial)|parent|previous\\w*|original\\w*|extension"
              + "|sub-?study|elsewhere|changed?|both studies|both trials|study [A-Z1-9]|trial [A-Z1-9]|other (?:trials|studies)|similar|met|reached|achieved|not)\\b");

  private static final Pattern SECONDARY =
      Pattern.compile("(?i)\\b(?:(?:key )?secondary|exploratory|while|whereas)\\b");

  private static final Pattern TIME =
      Pattern.compile(
          "(?i)\\b(?:(?<n>\\d{1,3}|one|two|three|four|five|six|twelve)[- ](?<u>day|week|month|year)s?|(?<v>day|week|month|year)s? (?<m>\\d{1,3}))\\b");

  private static final Map<String, String> NUMBERS =
      Map.of(
          "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "twelve",
          "12");

  /** What is no end point by itself. */
  private static final Set<String> UNNAMED =
      Set.of("OTHER", "AE", "FOLLOW-UP", "TREATMENT-DURATION", "COMPLIANCE");

  /** All that a note says of it, outside what it says of other trials. */
  static List<EndPointStatement> in(NoteReading reading) {
    List<EndPointStatement> found = new ArrayList<>();
    for (PrimarySentence each : PrimarySentence.in(reading)) {
      Unit unit = each.unit();
      Sentence sentence = each.sentence();
      String words = each.words();
      if (!each.isOfPrimary()) {
        continue;
      }
      if (!NAMED.matcher(words).find()) {
        continue;
      }
      Matcher m = SAYS.matcher(words);
      boolean said = m.find();
      if (!said && IS_NAMED.matcher(words).find()) {
        m = IS_SAID.matcher(words);
        said = m.find();
      }
      if (said && !NOT_THIS.matcher(words).find()) {
        int from = sentence.start() + m.start("x");
        Matcher secondary = SECONDARY.matcher(m.group("x"));
        int length = secondary.find() ? secondary.start() : m.group("x").length();
        if (length > 2) {
          found.add(read(unit, from, from + length));
        }
      }
    }
    return found;
  }

  private static EndPointStatement read(Unit unit, int from, int to) {
    String words = unit.reading().text().substring(from, to);
    Map<String, String> names = new TreeMap<>();
    for (Mention mention : unit.mentions(MentionType.OUTCOME)) {
      Outcome outcome = mention.outcome();
      if (mention.start() >= from && mention.end() <= to && isNamed(outcome)) {
        names.putIfAbsent(outcome.code(), mention.text());
      }
    }
    Map<BigDecimal, String> times = new TreeMap<>();
    Matcher m = TIME.matcher(words);
    while (m.find()) {
      String number = m.group("n") != null ? m.group("n") : m.group("m");
      String unitName = m.group("u") != null ? m.group("u") : m.group("v");
      String digits = NUMBERS.getOrDefault(number.toLowerCase(Locale.ROOT), number);
      Ucum.convert(new BigDecimal(digits), ucum(unitName), "d")
          .ifPresent(days -> times.putIfAbsent(days, m.group()));
    }
    return new EndPointStatement(
        names,
        new TreeSet<>(Stems.of(words)),
        times,
        new Source(unit.reading().source(from, to), unit.section(), null));
  }

  private static boolean isNamed(Outcome outcome) {
    return !UNNAMED.contains(outcome.code());
  }

  private static String ucum(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "week" -> "wk";
      case "month" -> "mo";
      case "year" -> "a";
      default -> "d";
    };
  }

  boolean isOfSameName(EndPointStatement other) {
    return names.keySet().stream().anyMatch(other.names::containsKey)
        || stems.stream().anyMatch(other.stems::contains);
  }
}
