package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Dose.Cycle;
import dev.touchstone.mention.Dose.Frequency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules: {@code by mouth twice daily on days 1 to 14 of each 21-day cycle for up to six
 * cycles}. The first frequency, route, days and cycle of a text are taken.
 */
public final class Schedules {

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("a", 1),
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
          Map.entry("twelve", 12),
          Map.entry("fourteen", 14),
          Map.entry("sixteen", 16),
          Map.entry("eighteen", 18),
          Map.entry("twenty-one", 21),
          Map.entry("twenty-eight", 28),
          Map.entry("once", 1),
          Map.entry("twice", 2),
          Map.entry("thrice", 3),
          Map.entry("second", 2),
          Map.entry("third", 3),
          Map.entry("fourth", 4),
          Map.entry("other", 2));

  private static final String COUNT =
      "(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|sixteen|eighteen|twenty-one|twenty-eight)";
  private static final String UNIT = "(?:hours?|hrs?|h|days?|d|weeks?|wks?|wk|months?|years?)";

  private static final Pattern TIMES =
      pattern(
          "(?<times>once|twice|thrice|"
              + COUNT
              + "\\s+times)[ -]?"
              + "(?:(?:(?:a|per|each|every|/)[ -]?)?(?<unit>day|week|month|year)|(?<adverb>daily|weekly|monthly|yearly))(?![ -]\\d)");
  private static final Pattern EVERY =
      pattern(
          "(?:once\\s+|one\\s+time\\s+)?every\\s+(?:(?<count>"
              + COUNT
              + "|other|second|third|fourth)[ -]?)?(?<unit>"
              + UNIT
              + ")\\b(?!\\s+cycles?)(?!-cycles?)");
  private static final Pattern Q =
      Pattern.compile("\\b[qQ]\\.?(?<count>\\d{1,2})\\.?(?<unit>[wWdDhH])\\b\\.?");
  private static final Pattern LATIN =
      Pattern.compile(
          "\\b(?:(?<one>[qQ]\\.?[dD]\\.?|[oO]\\.?[dD]\\.)|(?<two>BID|bid|b\\.i\\.d\\.?|BD|b\\.d\\.)|(?<three>TID|tid|t\\.i\\.d\\.?|TDS|tds)|(?<four>QID|qid|q\\.i\\.d\\.?|QDS))(?![\\p{L}\\d])");
  private static final Pattern N_WEEKLY = pattern("(?<count>" + COUNT + ")-weekly");
  private static final Pattern ADVERB =
      pattern("(?<adverb>daily|weekly|monthly|yearly|fortnightly)");
  private static final Pattern PER =
      Pattern.compile(
          "(?:/|\\bper\\s+|\\ba\\s+|\\bevery\\s+|\\beach\\s+)(?<unit>day|week|d|wk)\\b(?!\\s+cycle)(?!-)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DAYS =
      pattern(
          "(?:on\\s+)?days?\\s+(?<days>\\d{1,2}(?:\\s*(?:,|and|&|to|through|-|–|,\\s*and)\\s*\\d{1,2}){0,20})(?![\\d.])(?!\\s*(?:mg|%))");
  private static final Pattern FIRST_WEEKS =
      pattern(
          "(?:for|on|during)\\s+(?:the\\s+)?first\\s+(?<count>"
              + COUNT
              + ")\\s+(?<unit>days|weeks)\\s+of\\s+(?:every|each|a|the)\\b");
  private static final Pattern DAYS_ON =
      pattern(
          "(?:for\\s+)?(?<on>"
              + COUNT
              + ")\\s+(?<unit>days|weeks)(?:\\s+on)?,?\\s*(?:followed\\s+by|then|and|/)\\s*(?:a\\s+)?(?<off>"
              + COUNT
              + ")[ -](?:days?|weeks?)'?\\s*(?:off|rest|without|break|pause|of\\s+rest)\\b");
  private static final Pattern CYCLE =
      pattern(
          "(?<count>" + COUNT + ")[ -](?<unit>days?|weeks?|months?)[ -](?:treatment\\s+)?cycles?");
  private static final Pattern MAX_CYCLES =
      pattern(
          "(?:up\\s+to|maximum\\s+of|max\\.?|at\\s+most|for|total\\s+of)\\s+(?:a\\s+)?(?:maximum\\s+of\\s+|total\\s+of\\s+)?(?<count>"
              + COUNT
              + ")\\s+(?:treatment\\s+)?(?:cycles|courses)");

  private record Route(Pattern pattern, String name) {}

  private static final List<Route> ROUTES =
      List.of(
          new Route(
              pattern("(?:intravenous|i\\.v\\.|iv)\\s+infusions?|infused\\s+intravenously"),
              "intravenous infusion"),
          new Route(pattern("intravenously|intravenous|i\\.v\\.|iv|infusion"), "intravenous"),
          new Route(
              pattern("orally|oral|by\\s+mouth|per\\s+os|p\\.o\\.|gavage|drinking\\s+water"),
              "oral"),
          new Route(Pattern.compile("(?<![\\p{L}\\d])PO(?![\\p{L}\\d])"), "oral"),
          new Route(pattern("subcutaneously|subcutaneous|s\\.c\\.|sc"), "subcutaneous"),
          new Route(pattern("intramuscularly|intramuscular|i\\.m\\."), "intramuscular"),
          new Route(pattern("intraperitoneally|intraperitoneal|i\\.p\\."), "intraperitoneal"),
          new Route(pattern("intrathecally|intrathecal"), "intrathecal"),
          new Route(pattern("intravesically|intravesical"), "intravesical"),
          new Route(pattern("intravitreally|intravitreal"), "intravitreal"),
          new Route(pattern("intranasally|intranasal"), "intranasal"),
          new Route(pattern("sublingually|sublingual"), "sublingual"),
          new Route(pattern("transdermally|transdermal"), "transdermal"),
          new Route(pattern("rectally|rectal\\s+suppositor\\p{L}+"), "rectal"),
          new Route(pattern("topically|topical"), "topical"),
          new Route(pattern("inhaled|by\\s+inhalation"), "inhaled"));

  private final String text;
  private final List<Span> parts = new ArrayList<>();

  private Schedules(String text) {
    this.text = text;
  }

  /** What a text tells of a schedule; {@link Schedule#NONE} where it tells nothing. */
  public static Schedule parse(String text) {
    if (text.isBlank()) {
      return Schedule.NONE;
    }
    Schedules reading = new Schedules(text);
    Schedule schedule =
        new Schedule(
            reading.frequency(), reading.route(), reading.days(), reading.cycle(), List.of());
    reading.parts.sort(null);
    return schedule.isEmpty()
        ? Schedule.NONE
        : new Schedule(
            schedule.frequency(),
            schedule.route(),
            schedule.days(),
            schedule.cycle(),
            reading.parts);
  }

  private @Nullable Frequency frequency() {
    Found first = null;
    first =
        earlier(
            first,
            TIMES,
            m -> times(number(m.group("times").replaceAll("\\s+times", "")), 1, unitOf(m)));
    first =
        earlier(
            first,
            EVERY,
            m ->
                times(
                    1,
                    m.group("count") == null ? 1 : number(m.group("count")),
                    unit(m.group("unit"))));
    first = earlier(first, Q, m -> times(1, number(m.group("count")), unit(m.group("unit"))));
    first = earlier(first, LATIN, Schedules::latin);
    first = earlier(first, N_WEEKLY, m -> times(1, number(m.group("count")), "wk"));
    first = earlier(first, ADVERB, m -> adverb(m.group("adverb")));
    first = earlier(first, PER, m -> times(1, 1, unit(m.group("unit"))));
    if (first == null) {
      return null;
    }
    parts.add(first.span());
    return first.frequency();
  }

  private record Found(Span span, Frequency frequency) {}

  private interface Reading {
    Frequency read(Matcher matcher);
  }

  /**
   * The match that starts first; of two at one place the one asked for first, which is the longer
   * form.
   */
  private @Nullable Found earlier(@Nullable Found sofar, Pattern pattern, Reading reading) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()
        || (sofar != null
            && sofar.span().end() > matcher.start()
            && sofar.span().start() <= matcher.end())
        || (sofar != null && sofar.span().start() <= matcher.start())) {
      return sofar;
    }
    return new Found(new Span(matcher.start(), matcher.end()), reading.read(matcher));
  }

  private @Nullable String route() {
    Matcher best = null;
    String name = null;
    for (Route route : ROUTES) {
      Matcher matcher = route.pattern().matcher(text);
      if (matcher.find() && (best == null || matcher.start() < best.start())) {
        best = matcher;
        name = route.name();
      }
    }
    if (best != null) {
      parts.add(new Span(best.start(), best.end()));
    }
    return name;
  }

  private @Nullable String days() {
    Matcher days = DAYS.matcher(text);
    if (days.find()) {
      parts.add(new Span(days.start(), days.end()));
      return normalDays(days.group("days"));
    }
    Matcher on = DAYS_ON.matcher(text);
    if (on.find()) {
      parts.add(new Span(on.start(), on.end()));
      return "1-" + inDays(number(on.group("on")), on.group("unit"));
    }
    Matcher first = FIRST_WEEKS.matcher(text);
    if (first.find()) {
      parts.add(new Span(first.start(), first.end()));
      return "1-" + inDays(number(first.group("count")), first.group("unit"));
    }
    return null;
  }

  private @Nullable Cycle cycle() {
    BigDecimal length = null;
    Matcher cycle = CYCLE.matcher(text);
    Matcher on = DAYS_ON.matcher(text);
    if (cycle.find()) {
      parts.add(new Span(cycle.start(), cycle.end()));
      length = BigDecimal.valueOf(inDays(number(cycle.group("count")), cycle.group("unit")));
    } else if (on.find()) {
      length =
          BigDecimal.valueOf(
              inDays(number(on.group("on")), on.group("unit"))
                  + inDays(number(on.group("off")), on.group("unit")));
    }
    Integer most = null;
    Matcher max = MAX_CYCLES.matcher(text);
    if (max.find()) {
      parts.add(new Span(max.start(), max.end()));
      most = number(max.group("count"));
    }
    return length == null && most == null
        ? null
        : new Cycle(length, length == null ? null : "d", most);
  }

  private static String normalDays(String words) {
    String list =
        words
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s*(?:to|through|-|–)\\s*", "-")
            .replaceAll("\\s*(?:,\\s*and|,|and|&)\\s*", ",");
    if (list.contains("-")) {
      return list;
    }
    TreeSet<Integer> days = new TreeSet<>();
    for (String day : list.split(",", -1)) {
      days.add(Integer.valueOf(day.strip()));
    }
    return String.join(",", days.stream().map(String::valueOf).toList());
  }

  private static int inDays(int count, String unit) {
    return switch (unit(unit)) {
      case "wk" -> count * 7;
      case "mo" -> count * 30;
      default -> count;
    };
  }

  private static Frequency latin(Matcher matcher) {
    int times =
        matcher.group("one") != null
            ? 1
            : matcher.group("two") != null ? 2 : matcher.group("three") != null ? 3 : 4;
    return times(times, 1, "d");
  }

  private static Frequency adverb(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "daily" -> times(1, 1, "d");
      case "weekly" -> times(1, 1, "wk");
      case "fortnightly" -> times(1, 2, "wk");
      case "monthly" -> times(1, 1, "mo");
      default -> times(1, 1, "a");
    };
  }

  private static String unitOf(Matcher matcher) {
    String unit = matcher.group("unit");
    return unit != null
        ? unit(unit)
        : adverb(Objects.requireNonNull(matcher.group("adverb"))).unit();
  }

  private static String unit(String word) {
    return switch (Character.toLowerCase(word.charAt(0))) {
      case 'h' -> "h";
      case 'w' -> "wk";
      case 'm' -> "mo";
      case 'y' -> "a";
      default -> "d";
    };
  }

  private static int number(String word) {
    String lower = word.toLowerCase(Locale.ROOT).strip();
    Integer known = WORDS.get(lower);
    return known != null ? known : Integer.parseInt(lower);
  }

  private static Frequency times(int times, int per, String unit) {
    return new Frequency(BigDecimal.valueOf(times), BigDecimal.valueOf(per), unit);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(
        "(?<![\\p{L}\\d.])(?:" + regex + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);
  }
}
