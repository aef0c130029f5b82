package dev.touchstone.consistency.check;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads outcomes and values as the pages of the checks write them. */
final class CaseValues {

  /** A value and where it stands in the words of the case. */
  record Found(Measure measure, int start, int end) {}

  private static final String N = "(\\d[\\d,]*(?:\\.\\d+)?)";

  private static final Pattern VALUE =
      Pattern.compile(
          "(?<range>(?:(?<level>\\d+)% CI |range |IQR )?"
              + N
              + "\\s*(?:-|to)\\s*"
              + N
              + "(?<rangeunit>%| months| weeks)?)"
              + "|(?<p>[Pp]\\s*(?<pcmp>[=<>])\\s*"
              + N
              + ")"
              + "|(?<of>"
              + N
              + " of "
              + N
              + ")"
              + "|(?<share>one|two|three) (?:in|of) (?<shareof>two|three|four|five|six)"
              + "|(?<half>about half|one third|one half)"
              + "|(?<ratio>HR|OR|RR) "
              + N
              + "|(?<percent>"
              + N
              + "%)"
              + "|(?<duration>"
              + N
              + " (?<unit>months?|weeks?|days?|years?|mg/kg|mg))"
              + "|(?<number>"
              + N
              + ")");

  private static final Map<String, Integer> WORDS =
      Map.of("one", 1, "two", 2, "three", 3, "four", 4, "five", 5, "six", 6);

  private static final Map<String, String> UNITS =
      Map.of("month", "mo", "week", "wk", "day", "d", "year", "a", "mg/kg", "mg/kg", "mg", "mg");

  private static final Pattern CODE =
      Pattern.compile("\\b(PFS|OS|EFS|ORR|DCR|CR|PR|SD|PD|DOR|TTP|CBR|MTD|RELAPSE)\\b");

  private CaseValues() {}

  static Outcome outcome(String words) {
    Matcher code = CODE.matcher(words);
    String found = code.find() ? code.group() : null;
    String lower = words.toLowerCase(Locale.ROOT);
    String statistic = lower.contains("median") ? "median" : lower.contains("rate") ? "rate" : null;
    Outcome.TimePoint at = null;
    Matcher time = Pattern.compile("(\\d+)-(month|year|week)").matcher(lower);
    if (time.find()) {
      at =
          new Outcome.TimePoint(
              new BigDecimal(time.group(1)), UNITS.getOrDefault(time.group(2), "mo"));
    }
    String grade = null;
    Matcher grades = Pattern.compile("grade (\\d(?:[-/]\\d)?)|(any) grade").matcher(lower);
    if (grades.find()) {
      grade = grades.group(1) == null ? "any" : grades.group(1).replace('/', '-');
    }
    String population = null;
    Matcher in = Pattern.compile("\\(in ([^)]+)\\)").matcher(words);
    if (in.find()) {
      population = in.group(1);
    }
    String term =
        lower.replaceAll("\\(in [^)]+\\)|(?:any )?grade(?: \\d(?:[-/]\\d)?)?|^ae |,", "").strip();
    boolean adverse = found == null && (grade != null || lower.startsWith("ae "));
    return new Outcome(
        found != null ? found : adverse ? "AE" : "OTHER",
        words,
        statistic,
        at,
        grade,
        found != null ? null : term,
        population,
        "result");
  }

  /**
   * The values in the words of a case.
   *
   * @param header what heads the column, for cells that print a bare number
   */
  static List<Found> values(String words, String header) {
    List<Found> found = new ArrayList<>();
    boolean ratio = header.matches("(?i).*\\b(hazard ratio|HR)\\b.*");
    boolean p = header.matches("(?i)p(-value)?|.*\\bp-value\\b.*");
    if (words.equals("not reached")) {
      found.add(
          new Found(
              measure(Kind.DURATION, null, null, null, null, Comparator.EQUAL, null, null, true),
              0,
              words.length()));
      return found;
    }
    Matcher m = VALUE.matcher(words);
    while (m.find()) {
      String before = words.substring(0, m.start());
      Comparator cmp = before.endsWith("about ") ? Comparator.ABOUT : Comparator.EQUAL;
      boolean percentLater =
          words.substring(m.end()).matches(" patients \\(.*|.*\\(\\d.*%\\).*| \\(.*");
      found.add(new Found(read(m, cmp, ratio, p, percentLater), m.start(), m.end()));
    }
    return found;
  }

  private static Measure read(
      Matcher m, Comparator cmp, boolean ratio, boolean p, boolean percentLater) {
    if (m.group("range") != null) {
      Matcher ends = Pattern.compile(N + "\\s*(?:-|to)\\s*" + N).matcher(m.group("range"));
      if (!ends.find()) {
        throw new IllegalArgumentException(m.group());
      }
      String words = m.group("range");
      Kind kind =
          words.startsWith("range") ? Kind.RANGE : words.startsWith("IQR") ? Kind.IQR : Kind.CI;
      String level = m.group("level");
      return measure(
          kind,
          null,
          number(ends.group(1)),
          number(ends.group(2)),
          kind == Kind.CI ? ReportedNumber.of(level == null ? "95" : level) : null,
          cmp,
          unit(m.group("rangeunit")),
          null,
          false);
    }
    if (m.group("p") != null) {
      Comparator sign =
          switch (m.group("pcmp")) {
            case "<" -> Comparator.LESS;
            case ">" -> Comparator.GREATER;
            default -> Comparator.EQUAL;
          };
      return value(Kind.P_VALUE, last(m.group("p")), sign, null);
    }
    if (m.group("of") != null) {
      String[] both = m.group("of").split(" of ");
      return measure(
          Kind.COUNT, number(both[0]), null, null, null, cmp, null, number(both[1]), false);
    }
    if (m.group("share") != null || m.group("half") != null) {
      String words = m.group();
      BigDecimal share =
          words.contains("half")
              ? new BigDecimal("0.5")
              : words.contains("third")
                  ? new BigDecimal("0.333")
                  : BigDecimal.valueOf(WORDS.getOrDefault(m.group("share"), 1))
                      .divide(
                          BigDecimal.valueOf(WORDS.getOrDefault(m.group("shareof"), 1)),
                          3,
                          RoundingMode.HALF_UP)
                      .stripTrailingZeros();
      return value(
          Kind.FRACTION,
          new ReportedNumber(words.replace("about ", ""), share),
          words.startsWith("about") ? Comparator.ABOUT : cmp,
          null);
    }
    if (m.group("ratio") != null) {
      Kind kind =
          switch (m.group("ratio")) {
            case "OR" -> Kind.ODDS_RATIO;
            case "RR" -> Kind.RISK_RATIO;
            default -> Kind.HAZARD_RATIO;
          };
      return value(kind, last(m.group()), cmp, null);
    }
    if (m.group("percent") != null) {
      return value(Kind.PERCENT, number(m.group("percent").replace("%", "")), cmp, "%");
    }
    if (m.group("duration") != null) {
      String unit = UNITS.get(m.group("unit").replaceAll("s$", ""));
      Kind kind = unit != null && unit.startsWith("mg") ? Kind.DOSE : Kind.DURATION;
      return value(kind, number(m.group("duration").split(" ")[0]), cmp, unit);
    }
    Kind kind = ratio ? Kind.HAZARD_RATIO : p ? Kind.P_VALUE : Kind.COUNT;
    ReportedNumber n = number(m.group("number"));
    if (kind == Kind.COUNT && n.decimals() > 0 && !percentLater) {
      kind = Kind.NUMBER;
    }
    return value(kind, n, cmp, null);
  }

  private static @Nullable String unit(@Nullable String words) {
    return words == null
        ? null
        : words.equals("%") ? "%" : UNITS.get(words.strip().replaceAll("s$", ""));
  }

  private static ReportedNumber last(String words) {
    Matcher m = Pattern.compile(N + "$").matcher(words);
    if (!m.find()) {
      throw new IllegalArgumentException(words);
    }
    return number(m.group());
  }

  static ReportedNumber number(String words) {
    return new ReportedNumber(words, new BigDecimal(words.replace(",", "")));
  }

  private static Measure value(
      Kind kind, ReportedNumber value, Comparator comparator, @Nullable String unit) {
    return measure(kind, value, null, null, null, comparator, unit, null, false);
  }

  private static Measure measure(
      Kind kind,
      @Nullable ReportedNumber value,
      @Nullable ReportedNumber low,
      @Nullable ReportedNumber high,
      @Nullable ReportedNumber level,
      Comparator comparator,
      @Nullable String unit,
      @Nullable ReportedNumber of,
      boolean missing) {
    return new Measure(
        kind,
        value,
        low,
        high,
        level,
        comparator,
        unit,
        of,
        missing ? Measure.Missing.NOT_REACHED : null);
  }
}
