package dev.touchstone.mention;

import dev.touchstone.mention.Dose.Cycle;
import dev.touchstone.mention.Dose.Frequency;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the parts of schedules in a text: {@code twice daily}, {@code every 3 weeks}, {@code on
 * days 1-14 of each 21-day cycle}, {@code for a maximum of 6 cycles}, {@code by mouth}.
 */
final class ScheduleParts {

  private static final String BEGINS = "(?<![\\p{L}\\d.])";
  private static final String COUNT =
      "(?:\\d{1,3}(?:\\.\\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
          + "|twenty[- ]one|twenty[- ]eight|thirty)";
  private static final String NTH = "(?:other|second|third|fourth|" + COUNT + ")";
  private static final String TIME =
      "(?:hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mo|years?|yrs?)(?![a-z])";
  private static final String DAYS =
      "\\d{1,2}(?: ?(?:, ?and |, ?& ?|,| and | ?& ?|[-–—]| to | through | and) ?(?:days? |d ?)?\\d{1,2}){0,14}";
  private static final String GAP = "[- \\u00A0–]";

  /** A number and its unit of time, each a group: {@code 21-day}, {@code three weeks}. */
  private static final String PERIOD = "(" + COUNT + ")" + GAP + "?(" + TIME + ")";

  private static final String BEHIND_AMOUNT =
      "(?<=(?:mg|g|µg|μg|mcg|ug|kg|m2|m²|IU|U|day|d|units|mL|ml) )";
  private static final String MOST =
      "(?:for |of )?(?:up to |a maximum of |maximum of |maximum |at most |no more than |a total of |a planned )?";

  /**
   * @param needed a match has at least one of these in it; looking for them first spares most texts
   *     the pattern. Small letters, except in exact rules.
   */
  private record Rule(
      Pattern pattern,
      boolean exact,
      Function<Matcher, @Nullable SchedulePart> reading,
      List<String> needed) {

    static Rule of(String regex, Function<Matcher, @Nullable SchedulePart> reading) {
      return new Rule(
          Pattern.compile(BEGINS + "(?:" + regex + ")", Pattern.CASE_INSENSITIVE),
          false,
          reading,
          List.of());
    }

    static Rule exact(String regex, Function<Matcher, @Nullable SchedulePart> reading) {
      return new Rule(Pattern.compile(BEGINS + "(?:" + regex + ")"), true, reading, List.of());
    }

    Rule needs(String... parts) {
      return new Rule(pattern, exact, reading, List.of(parts));
    }

    boolean mayMatch(String text, String small) {
      String searched = exact ? text : small;
      for (String part : needed) {
        if (searched.contains(part)) {
          return true;
        }
      }
      return needed.isEmpty();
    }
  }

  private static final List<Rule> RULES =
      List.of(
          // on days 1-14 of each 21-day cycle; day 1 and 8 every 3 weeks
          Rule.of(
              "(?:on )?(?:each of )?(?:days?|d) ?("
                  + DAYS
                  + ")(?: of| in| on|,)? (?:a |an |each |every |the |q ?)?"
                  + PERIOD
                  + "(?:"
                  + GAP
                  + "?(?:treatment )?cycles?)?",
              m -> days(m, m.group(1), m.group(2), m.group(3))),
          // D1, D8 and D15
          Rule.exact(
                  "D ?\\d{1,2}(?:(?:, ?| and |, and |[-–/] ?)D ?\\d{1,2})+",
                  m ->
                      SchedulePart.of(
                          m.start(), m.end(), list(m.group().replaceAll("D ?", "")), null))
              .needs("D"),
          Rule.of(
                  "(?:for )?(?:the )?first ("
                      + COUNT
                      + ") ("
                      + TIME
                      + ") (?:of|in) (?:each|every|a|the) "
                      + PERIOD
                      + "(?:"
                      + GAP
                      + "?cycles?)?(?: \\(\\d+ (?:of|out of) \\d+ days\\))?",
                  m -> on(m, m.group(1), m.group(2), m.group(3), m.group(4), false))
              .needs("first "),
          Rule.of(
                  "for ("
                      + COUNT
                      + ")(?: consecutive)?"
                      + GAP
                      + "?("
                      + TIME
                      + "),? (?:of )?(?:every|each|of an?|in an?|in each|out of)(?: a)? "
                      + PERIOD
                      + "(?:"
                      + GAP
                      + "?cycles?)?",
                  m -> on(m, m.group(1), m.group(2), m.group(3), m.group(4), false))
              .needs("for "),
          // 21 of 28 days, 5 out of every 7 days
          Rule.of(
                  "(?:for |on )?("
                      + COUNT
                      + ") (?:days )?(?:out )?of (?:every |each )?("
                      + COUNT
                      + ")[- ](days)(?: cycles?)?(?![a-z])",
                  m -> on(m, m.group(1), m.group(3), m.group(2), m.group(3), false))
              .needs("of"),
          Rule.of(
                  PERIOD
                      + "(?: on(?: treatment)?(?:[/,]| and|,? followed by)?|,? followed by) ?"
                      + PERIOD
                      + "'? ?(?:off|of rest|rest|without|break|pause)(?![a-z])",
                  m -> on(m, m.group(1), m.group(2), m.group(3), m.group(4), true))
              .needs("off", "rest", "without", "break", "pause"),
          Rule.of(
                  "(?:(?:in|of|per|with) )?(?:an? |each |every |the )?"
                      + PERIOD
                      + GAP
                      + "?(?:treatment )?cycles?",
                  m -> SchedulePart.of(m.start(), m.end(), cycle(m.group(1), m.group(2))))
              .needs("cycle"),
          Rule.of(
                  MOST + "(" + COUNT + ") (?:treatment |planned )?(?:cycles|courses|cycle)",
                  m ->
                      SchedulePart.of(
                          m.start(), m.end(), new Cycle(null, null, value(m.group(1)).intValue())))
              .needs("cycle", "course"),
          Rule.of(
                  "on (?:days?|d) ?(" + DAYS + ")",
                  m -> SchedulePart.of(m.start(), m.end(), list(m.group(1)), null))
              .needs("on d"),
          Rule.of(
                  "days? (" + DAYS + ")(?= ?[,;)]| and| of|$)",
                  m -> SchedulePart.of(m.start(), m.end(), list(m.group(1)), null))
              .needs("day"),
          // how often
          Rule.of(
                  "(once|twice|thrice|("
                      + COUNT
                      + ") times)"
                      + GAP
                      + "?(?:(?:a|an|per|each|every|in a|/)"
                      + GAP
                      + "?)?"
                      + "(?:("
                      + NTH
                      + ")"
                      + GAP
                      + ")?(daily|day|d|weekly|week|wk|monthly|month|yearly|year|hours?|days|weeks|months)(?![a-z])",
                  m -> times(m))
              .needs("once", "twice", "thrice", "times"),
          Rule.of(
                  "(" + COUNT + ") ?/ ?(day|d|week|wk|month)(?![a-z])",
                  m -> frequency(m, value(m.group(1)), BigDecimal.ONE, unit(m.group(2))))
              .needs("/"),
          // Every 4 to 6 hours: as often as every four.
          Rule.of(
                  "(?:every"
                      + GAP
                      + "|q ?)("
                      + COUNT
                      + ") ?(?:[-–—]|to|or) ?"
                      + COUNT
                      + GAP
                      + "?("
                      + TIME
                      + ")",
                  m -> frequency(m, BigDecimal.ONE, value(m.group(1)), unit(m.group(2))))
              .needs("every", "q"),
          Rule.of(
                  "(?:once"
                      + GAP
                      + "?)?(?:every|each)"
                      + GAP
                      + "(?:("
                      + NTH
                      + ")"
                      + GAP
                      + "?)?("
                      + TIME
                      + ")(?!"
                      + GAP
                      + "?cycle)",
                  m -> frequency(m, BigDecimal.ONE, nth(m.group(1)), unit(m.group(2))))
              .needs("every", "each"),
          Rule.of(
                  "(?:at|in|with) (?:intervals of )?" + PERIOD + "(?:" + GAP + "intervals?)",
                  m -> frequency(m, BigDecimal.ONE, value(m.group(1)), unit(m.group(2))))
              .needs("interval"),
          Rule.of(
                  "at intervals of " + PERIOD,
                  m -> frequency(m, BigDecimal.ONE, value(m.group(1)), unit(m.group(2))))
              .needs("at intervals of "),
          Rule.of(
                  "q ?(\\d{1,2})? ?(w|wk|wks|weeks?|d|days?|h|hrs?|hours?|m|mo|months?)(?![a-z])",
                  m ->
                      frequency(
                          m,
                          BigDecimal.ONE,
                          m.group(1) == null ? BigDecimal.ONE : value(m.group(1)),
                          latinUnit(m.group(2))))
              .needs("q"),
          Rule.of(
              "(?:b\\.?i\\.?d|t\\.?i\\.?d|q\\.?i\\.?d|q\\.?o\\.?d|q\\.?d|b\\.?d|t\\.?d\\.?s|q\\.?d\\.?s|o\\.?d)(?:\\.(?= ?[a-z,;)(]|$))?(?![\\p{L}\\d])",
              m -> latin(m)),
          Rule.of(
                  "(" + NTH + ")" + GAP + "(weekly|monthly)(?![a-z])",
                  m ->
                      frequency(
                          m,
                          BigDecimal.ONE,
                          nth(m.group(1)),
                          m.group(2).startsWith("w") || m.group(2).startsWith("W") ? "wk" : "mo"))
              .needs("weekly", "monthly"),
          Rule.of(
                  "(?:once"
                      + GAP
                      + ")?(daily|nightly|at bedtime|weekly|bi-?weekly|fortnightly|monthly|hourly|annually|yearly)(?![a-z])",
                  m -> adverb(m))
              .needs("ly", "bedtime"),
          Rule.of(
                  "(?:a|per|each) (day|week|month)(?![a-z]|-)",
                  m -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, unit(m.group(1))))
              .needs("day", "week", "month"),
          Rule.of(
                  "(" + COUNT + ") days? (?:a|per|each) week",
                  m -> frequency(m, value(m.group(1)), BigDecimal.ONE, "wk"))
              .needs("week"),
          // by which way
          Rule.of(
                  "(?:as )?(?:an? )?(?:continuous )?intravenous(?:ly as an?| drip)? (?:infusions?|drip)",
                  m -> by(m, "intravenous infusion"))
              .needs("intravenous"),
          Rule.of("intravenous(?:ly)?(?![a-z])|i\\.v\\.?", m -> by(m, "intravenous"))
              .needs("intravenous", "i.v"),
          // IV is a way of giving a drug where it is not the number four.
          Rule.exact(
                  "(?<!(?:[Gg]rades?|[Pp]hase|[Ss]tages?|[Cc]lass|[Tt]ype|III|and|or|to|[-–/,]) ?)IV(?![A-Za-z\\d])",
                  m -> by(m, "intravenous"))
              .needs("IV"),
          Rule.of(
                  "(?:by|via) (?:oral )?gavage|by mouth|per os|orally|oral(?: administration)?(?![a-z])|p\\.o\\.?|in (?:the )?drinking water",
                  m -> by(m, "oral"))
              .needs("gavage", "by mouth", "per os", "oral", "p.o", "drinking water"),
          Rule.exact("PO(?![A-Za-z\\d])", m -> by(m, "oral")).needs("PO"),
          Rule.of("subcutaneous(?:ly)?|s\\.c\\.?(?![a-z])", m -> by(m, "subcutaneous"))
              .needs("subcutaneous", "s.c"),
          Rule.exact("SC(?![A-Za-z\\d])|SQ(?![A-Za-z\\d])", m -> by(m, "subcutaneous"))
              .needs("SC", "SQ"),
          // Small letters are a way only behind an amount.
          Rule.exact(BEHIND_AMOUNT + "iv(?![A-Za-z\\d])", m -> by(m, "intravenous")).needs(" iv"),
          Rule.exact(BEHIND_AMOUNT + "(?:sc|sq|subcut)(?![A-Za-z\\d])", m -> by(m, "subcutaneous"))
              .needs(" sc", " sq", " subcut"),
          Rule.exact(BEHIND_AMOUNT + "im(?![A-Za-z\\d])", m -> by(m, "intramuscular")).needs(" im"),
          Rule.exact(BEHIND_AMOUNT + "po(?![A-Za-z\\d])", m -> by(m, "oral")).needs(" po"),
          Rule.exact(BEHIND_AMOUNT + "ip(?![A-Za-z\\d])", m -> by(m, "intraperitoneal"))
              .needs(" ip"),
          Rule.of("intramuscular(?:ly)?|i\\.m\\.?(?![a-z])", m -> by(m, "intramuscular"))
              .needs("intramuscular", "i.m"),
          Rule.exact("IM(?![A-Za-z\\d])", m -> by(m, "intramuscular")).needs("IM"),
          Rule.of("intraperitoneal(?:ly)?|i\\.p\\.?(?![a-z])", m -> by(m, "intraperitoneal"))
              .needs("intraperitoneal", "i.p"),
          Rule.of("intrathecal(?:ly)?", m -> by(m, "intrathecal")).needs("intrathecal"),
          Rule.of("intravesical(?:ly)?", m -> by(m, "intravesical")).needs("intravesical"),
          Rule.of("intravitreal(?:ly)?", m -> by(m, "intravitreal")).needs("intravitreal"),
          Rule.of("intranasal(?:ly)?|nasally", m -> by(m, "intranasal")).needs("nasal"),
          Rule.of("transdermal(?:ly)?", m -> by(m, "transdermal")).needs("transdermal"),
          Rule.of("topical(?:ly)?", m -> by(m, "topical")).needs("topical"),
          Rule.of("sublingual(?:ly)?", m -> by(m, "sublingual")).needs("sublingual"),
          Rule.of("inhaled|by inhalation|via inhalation", m -> by(m, "inhaled"))
              .needs("inhaled", "inhalation"),
          Rule.of("epidural(?:ly)?", m -> by(m, "epidural")).needs("epidural"),
          Rule.of("rectal(?:ly)?", m -> by(m, "rectal")).needs("rectal"),
          Rule.of(
                  "vaginal(?:ly)?(?= (?:administration|tablet|gel|suppositor|insert|ring|cream))",
                  m -> by(m, "vaginal"))
              .needs("vaginal"));

  private ScheduleParts() {}

  /** The parts in their order; they do not overlap. */
  static List<SchedulePart> in(String text) {
    List<SchedulePart> found = new ArrayList<>();
    String small = text.toLowerCase(Locale.ROOT);
    for (Rule rule : RULES) {
      if (!rule.mayMatch(text, small)) {
        continue;
      }
      Matcher matcher = rule.pattern.matcher(text);
      while (matcher.find()) {
        SchedulePart schedule = rule.reading.apply(matcher);
        if (schedule != null && found.stream().noneMatch(other -> overlap(other, schedule))) {
          found.add(schedule);
        }
      }
    }
    found.sort(Comparator.comparingInt(SchedulePart::start));
    return found;
  }

  private static boolean overlap(SchedulePart a, SchedulePart b) {
    return a.start() < b.end() && b.start() < a.end();
  }

  private static SchedulePart days(Matcher m, String days, String length, String unit) {
    return SchedulePart.of(m.start(), m.end(), list(days), cycle(length, unit));
  }

  /** A cycle's length in days where it can be, since its days are numbered. */
  private static Cycle cycle(String count, String unit) {
    BigDecimal days = inDays(value(count), unit(unit));
    return days == null ? new Cycle(value(count), unit(unit), null) : new Cycle(days, "d", null);
  }

  /** The first so many days of a cycle; with {@code off} the second figure is the pause. */
  private static @Nullable SchedulePart on(
      Matcher m, String count, String countUnit, String length, String lengthUnit, boolean off) {
    BigDecimal on = inDays(value(count), unit(countUnit));
    BigDecimal rest = inDays(value(length), unit(lengthUnit));
    if (on == null || rest == null || (!off && on.compareTo(rest) > 0)) {
      return null;
    }
    // A pause adds to the cycle. A cycle whose days are counted is counted in days: 28 for 4 weeks.
    Cycle cycle = new Cycle(off ? on.add(rest) : rest, "d", null);
    return SchedulePart.of(m.start(), m.end(), "1-" + on.toBigInteger(), cycle);
  }

  private static @Nullable BigDecimal inDays(BigDecimal value, String unit) {
    return switch (unit) {
      case "d" -> value;
      case "wk" -> value.multiply(BigDecimal.valueOf(7));
      default -> null;
    };
  }

  private static SchedulePart times(Matcher m) {
    String first = m.group(1).toLowerCase(Locale.ROOT);
    BigDecimal times =
        switch (first) {
          case "once" -> BigDecimal.ONE;
          case "twice" -> BigDecimal.valueOf(2);
          case "thrice" -> BigDecimal.valueOf(3);
          default -> value(m.group(2));
        };
    return frequency(m, times, nth(m.group(3)), unit(m.group(4)));
  }

  private static SchedulePart frequency(Matcher m, BigDecimal times, BigDecimal per, String unit) {
    return SchedulePart.of(m.start(), m.end(), new Frequency(times, per, unit));
  }

  private static SchedulePart latin(Matcher m) {
    String letters = m.group().toLowerCase(Locale.ROOT).replace(".", "");
    return switch (letters) {
      case "bid", "bd" -> frequency(m, BigDecimal.valueOf(2), BigDecimal.ONE, "d");
      case "tid", "tds" -> frequency(m, BigDecimal.valueOf(3), BigDecimal.ONE, "d");
      case "qid", "qds" -> frequency(m, BigDecimal.valueOf(4), BigDecimal.ONE, "d");
      case "qod" -> frequency(m, BigDecimal.ONE, BigDecimal.valueOf(2), "d");
      default -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, "d");
    };
  }

  private static SchedulePart adverb(Matcher m) {
    String word = m.group(1).toLowerCase(Locale.ROOT).replace("-", "");
    return switch (word) {
      case "weekly" -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, "wk");
      case "biweekly", "fortnightly" -> frequency(m, BigDecimal.ONE, BigDecimal.valueOf(2), "wk");
      case "monthly" -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, "mo");
      case "hourly" -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, "h");
      case "annually", "yearly" -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, "a");
      default -> frequency(m, BigDecimal.ONE, BigDecimal.ONE, "d");
    };
  }

  private static SchedulePart by(Matcher m, String route) {
    return SchedulePart.by(m.start(), m.end(), route);
  }

  private static String list(String days) {
    return days.replaceAll("(?i)(?<![a-z])d(?:ays?)? ?(?=\\d)", "")
        .replaceAll(" ?(?:[-–—]| to | through ) ?", "-")
        .replaceAll(" ?(?:,? ?and|,? ?&|,) ?", ",")
        .replaceAll("[ ]+", "")
        .replaceAll(",+", ",");
  }

  private static BigDecimal nth(@Nullable String word) {
    if (word == null) {
      return BigDecimal.ONE;
    }
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "other", "second" -> BigDecimal.valueOf(2);
      case "third" -> BigDecimal.valueOf(3);
      case "fourth" -> BigDecimal.valueOf(4);
      default -> value(word);
    };
  }

  private static BigDecimal value(String count) {
    ReportedNumber number = Numbers.parse(count);
    return number == null ? BigDecimal.ONE : number.value();
  }

  private static String latinUnit(String letters) {
    return letters.equalsIgnoreCase("m") ? "mo" : unit(letters);
  }

  private static String unit(String word) {
    return switch (word.toLowerCase(Locale.ROOT).charAt(0)) {
      case 'h' -> "h";
      case 'd' -> "d";
      case 'w' -> "wk";
      case 'm' -> "mo";
      default -> "a";
    };
  }
}
