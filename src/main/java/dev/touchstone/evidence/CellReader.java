package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Measure.Missing;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a table cell in the light of what its headers say: {@code 511 (50.8)} under
 * {@code n (%)} is a count with its percentage, {@code 0.82 (0.64-1.06)} under {@code Hazard ratio
 * (95% CI)} a ratio with its interval.
 */
final class CellReader {

  /** A value with its place in the text of the cell. */
  record Reading(Measure measure, int start, int end) {}

  /**
   * What the headers say.
   *
   * @param kind of the first value, where they say it
   * @param spread of what stands in brackets behind it
   * @param unit of a bare number, UCUM
   * @param of the number of people that a foot note states for the row
   */
  record Context(
      @Nullable Kind kind,
      @Nullable Kind spread,
      @Nullable ReportedNumber level,
      @Nullable String unit,
      @Nullable ReportedNumber of) {}

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String NUM =
      "([-−]?(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.·]\\d+)?|\\.\\d+))";
  private static final String B = "[\\s\\u00a0]*";
  private static final String CMP = "([<>≤≥~≈=]|<=|>=)?" + B;
  private static final String DASH = B + "(?:-|–|—|−|to|,(?!\\d{3})|;)" + B;
  private static final String TIME =
      "(months?|mos?\\b\\.?|weeks?|wks?\\b|days?|years?|yrs?\\b|hours?|h\\b|minutes?|min\\b)";
  private static final String DOSE =
      "((?:mg|µg|μg|mcg|g|ng|IU|mL|U)\\b(?:"
          + B
          + "/"
          + B
          + "(?:m"
          + B
          + "[²2]|kg|m[lL]|day|d\\b|h\\b))*)";
  private static final String CI =
      "(?:(\\d{2}(?:\\.\\d+)?)"
          + B
          + "%"
          + B
          + "(?:CI|confidence interval)"
          + B
          + "[:,=]?"
          + B
          + ")";

  private static final Pattern NOT_REACHED =
      Pattern.compile(
          "(?:median )?not (?:yet )?(?:reached|estimable|evaluable)|N\\.?R\\.?|N\\.?E\\.?", FLAGS);
  private static final Pattern NOT_APPLICABLE =
      Pattern.compile("n/a|n\\.a\\.|not applicable|NA", FLAGS);
  private static final Pattern NOT_REPORTED =
      Pattern.compile("not (?:reported|available|stated|assessed|done)|ND|unknown", FLAGS);

  private static final Pattern P =
      Pattern.compile("\\bp(?:[\\s-]*value)?" + B + "([<>≤≥=])" + B + NUM, FLAGS);
  private static final Pattern CI_TOLD =
      Pattern.compile(
          "[(\\[]?" + B + CI + "[(\\[]?" + NUM + B + "%?" + B + TIME + "?" + DASH + NUM + B + "%?"
              + B + TIME + "?" + B + "[)\\]]?",
          FLAGS);
  private static final Pattern BRACKETED =
      Pattern.compile(
          "[(\\[]"
              + B
              + "(?:(range|IQR)"
              + B
              + "[:,]?"
              + B
              + ")?"
              + NUM
              + B
              + "%?"
              + DASH
              + NUM
              + B
              + "%?"
              + B
              + TIME
              + "?"
              + B
              + "[)\\]]",
          FLAGS);
  private static final Pattern FRACTION =
      Pattern.compile(
          "[(\\[]?" + NUM + B + "(?:/|of|out of)" + B + NUM + "(?!\\d)" + B + "[)\\]]?", FLAGS);
  private static final Pattern N_EQUALS =
      Pattern.compile("[(\\[]?" + B + "n" + B + "=" + B + NUM + B + "[)\\]]?", FLAGS);
  private static final Pattern PEOPLE =
      Pattern.compile(
          "[(\\[]?"
              + NUM
              + B
              + "(?:patients?|pts?\\b\\.?|participants?|subjects?|events?|deaths?)"
              + B
              + "[)\\]]?",
          FLAGS);
  private static final Pattern PERCENT =
      Pattern.compile("[(\\[]?" + B + CMP + NUM + B + "%" + B + "[)\\]]?");
  private static final Pattern MEAN_SD =
      Pattern.compile(NUM + B + "(?:±|\\+/-)" + B + NUM + B + TIME + "?", FLAGS);
  private static final Pattern RANGE = Pattern.compile(NUM + DASH + NUM + B + TIME + "?", FLAGS);
  private static final Pattern DURATION = Pattern.compile(CMP + NUM + B + TIME, FLAGS);
  private static final Pattern AMOUNT = Pattern.compile(CMP + NUM + B + DOSE, FLAGS);
  private static final Pattern IN_BRACKETS =
      Pattern.compile("[(\\[]" + B + CMP + NUM + B + "[)\\]]");
  private static final Pattern NUMBER = Pattern.compile(CMP + NUM);
  private static final Pattern WORDS = Pattern.compile("\\p{L}{3,}");
  private static final Pattern FORMAL_WORDS =
      Pattern.compile(
          "(?i)months?|weeks?|days?|years?|hours?|minutes?|patients?|participants?|subjects?|range|median|mean|about|CI|IQR|events?|deaths?|confidence|interval|value|to|of|out|mg|mcg|day");

  private final String text;
  private final Context context;
  private final boolean wordy;
  private final List<Reading> readings = new ArrayList<>();
  private int at;

  private CellReader(String text, Context context) {
    this.text = text;
    this.context = context;
    Matcher words = WORDS.matcher(text);
    boolean other = false;
    while (words.find()) {
      other |= !FORMAL_WORDS.matcher(words.group()).matches();
    }
    this.wordy = other;
  }

  /** The values of a cell in the order of its text; none where it holds words or a dash. */
  static List<Reading> read(String text, Context context) {
    CellReader reader = new CellReader(text, context);
    reader.readAll();
    return reader.readings;
  }

  private void readAll() {
    Missing missing = missing(text.strip().replaceAll("[*†‡§¶#]+$", "").strip());
    if (missing != null) {
      Kind kind = context.unit() != null || context.kind() == null ? Kind.DURATION : context.kind();
      int start = text.indexOf(text.strip());
      readings.add(
          new Reading(
              new Measure(kind, null, null, null, null, Comparator.EQUAL, null, null, missing),
              start,
              start + text.strip().length()));
      return;
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean opensHere = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      if (!opensHere || !(readStrong() || (!wordy && readPlain(c)))) {
        at++;
      }
    }
  }

  private @Nullable Missing missing(String whole) {
    if (NOT_REACHED.matcher(whole).matches()) {
      boolean share = context.kind() == Kind.PERCENT || context.kind() == Kind.COUNT;
      return whole.length() <= 4 && share ? Missing.NOT_REPORTED : Missing.NOT_REACHED;
    }
    if (NOT_APPLICABLE.matcher(whole).matches()) {
      return Missing.NOT_APPLICABLE;
    }
    return NOT_REPORTED.matcher(whole).matches() ? Missing.NOT_REPORTED : null;
  }

  /** Forms that say themselves what they are. */
  private boolean readStrong() {
    Matcher m;
    if ((m = here(P)) != null) {
      return add(m, point(Kind.P_VALUE, m.group(1), m.group(2), null));
    }
    if ((m = here(CI_TOLD)) != null) {
      return add(
          m,
          interval(
              Kind.CI,
              m.group(2),
              m.group(4),
              number(m.group(1)),
              m.group(3) == null ? m.group(5) : m.group(3)));
    }
    if ((m = here(BRACKETED)) != null && !readings.isEmpty()) {
      Kind kind =
          m.group(1) != null
              ? (m.group(1).equalsIgnoreCase("IQR") ? Kind.IQR : Kind.RANGE)
              : spread();
      return add(
          m,
          interval(
              kind, m.group(2), m.group(3), kind == Kind.CI ? context.level() : null, m.group(4)));
    }
    if ((m = here(FRACTION)) != null) {
      return add(
          m,
          new Measure(
              Kind.COUNT,
              number(m.group(1)),
              null,
              null,
              null,
              Comparator.EQUAL,
              null,
              number(m.group(2)),
              null));
    }
    if ((m = here(N_EQUALS)) != null || (m = here(PEOPLE)) != null) {
      return add(m, count(m.group(1)));
    }
    if ((m = here(PERCENT)) != null) {
      return add(m, point(Kind.PERCENT, m.group(1), m.group(2), "%"));
    }
    if ((m = here(MEAN_SD)) != null) {
      String unit = timeUnit(m.group(3));
      int dot = m.start(2);
      readings.add(new Reading(point(Kind.MEAN, null, m.group(1), unit), m.start(), dot));
      readings.add(new Reading(point(Kind.SD, null, m.group(2), unit), dot, m.end()));
      at = m.end();
      return true;
    }
    if (!wordy
        && (m = here(RANGE)) != null
        && (m.group(3) != null || m.end() == text.stripTrailing().length())) {
      Kind kind =
          context.kind() == Kind.CI || context.spread() == Kind.CI
              ? Kind.CI
              : context.unit() != null || m.group(3) != null ? Kind.DURATION : Kind.RANGE;
      return add(
          m,
          interval(
              kind, m.group(1), m.group(2), kind == Kind.CI ? context.level() : null, m.group(3)));
    }
    if ((m = here(DURATION)) != null) {
      return add(m, point(Kind.DURATION, m.group(1), m.group(2), timeUnit(m.group(3))));
    }
    if ((m = here(AMOUNT)) != null) {
      return add(m, point(Kind.DOSE, m.group(1), m.group(2), doseUnit(m.group(3))));
    }
    return false;
  }

  /** Bare numbers, which mean what the header says. */
  private boolean readPlain(char c) {
    Matcher m;
    boolean second = !readings.isEmpty();
    if (second && (m = here(IN_BRACKETS)) != null) {
      Measure first = readings.get(readings.size() - 1).measure();
      if (first.kind() == Kind.COUNT) {
        return add(m, point(Kind.PERCENT, m.group(1), m.group(2), "%"));
      }
      if (first.kind() == Kind.PERCENT) {
        return add(m, count(m.group(2)));
      }
      return add(
          m,
          point(
              context.spread() == Kind.SD ? Kind.SD : Kind.NUMBER,
              m.group(1),
              m.group(2),
              first.unit()));
    }
    if (c == '(' || (m = here(NUMBER)) == null) {
      return false;
    }
    return add(m, bare(m));
  }

  private Measure bare(Matcher m) {
    Kind kind = context.kind();
    if (kind == null) {
      boolean whole = m.group(2).matches("[\\d,]+");
      boolean share =
          text.substring(m.end()).matches(B + "[(\\[]" + B + "[\\d.]+" + B + "%?" + B + "[)\\]].*")
              && context.spread() == null;
      kind =
          context.unit() != null && !context.unit().equals("%")
              ? Kind.DURATION
              : whole && (share || context.unit() == null) ? Kind.COUNT : Kind.NUMBER;
    }
    if (kind == Kind.PERCENT) {
      return point(kind, m.group(1), m.group(2), "%");
    }
    if (kind == Kind.COUNT) {
      return count(m.group(2));
    }
    return point(
        kind,
        m.group(1),
        m.group(2),
        kind.isRatio() || kind == Kind.P_VALUE ? null : context.unit());
  }

  private Kind spread() {
    if (context.spread() != null) {
      return context.spread();
    }
    Kind first = readings.get(readings.size() - 1).measure().kind();
    return first.isRatio() || first == Kind.DURATION || first == Kind.PERCENT
        ? Kind.CI
        : Kind.RANGE;
  }

  private @Nullable Matcher here(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher : null;
  }

  private boolean add(Matcher m, Measure measure) {
    int start = m.start();
    int end = m.end();
    while (start < end && "([ \u00a0".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ")] \u00a0".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    readings.add(new Reading(measure, start, end));
    at = m.end();
    return true;
  }

  private Measure count(String n) {
    return new Measure(
        Kind.COUNT, number(n), null, null, null, Comparator.EQUAL, null, context.of(), null);
  }

  private Measure point(
      Kind kind, @Nullable String comparator, String value, @Nullable String unit) {
    String its =
        unit == null && kind != Kind.P_VALUE && !kind.isRatio() && kind != Kind.NUMBER
            ? context.unit()
            : unit;
    return new Measure(
        kind,
        number(value),
        null,
        null,
        null,
        comparator(comparator),
        its,
        kind == Kind.PERCENT ? context.of() : null,
        null);
  }

  private Measure interval(
      Kind kind,
      String low,
      String high,
      @Nullable ReportedNumber level,
      @Nullable String unitWord) {
    String unit = timeUnit(unitWord);
    if (unit == null && !readings.isEmpty()) {
      unit = readings.get(readings.size() - 1).measure().unit();
    } else if (unit == null) {
      unit = context.unit();
    }
    return new Measure(
        kind, null, number(low), number(high), level, Comparator.EQUAL, unit, null, null);
  }

  private static Comparator comparator(@Nullable String symbol) {
    if (symbol == null) {
      return Comparator.EQUAL;
    }
    return switch (symbol) {
      case "<" -> Comparator.LESS;
      case ">" -> Comparator.GREATER;
      case "≤", "<=" -> Comparator.AT_MOST;
      case "≥", ">=" -> Comparator.AT_LEAST;
      case "~", "≈" -> Comparator.ABOUT;
      default -> Comparator.EQUAL;
    };
  }

  static @Nullable ReportedNumber number(@Nullable String written) {
    if (written == null) {
      return null;
    }
    String plain = written.replace(",", "").replace('·', '.').replace('−', '-');
    return new ReportedNumber(written, new BigDecimal(plain.startsWith(".") ? "0" + plain : plain));
  }

  static @Nullable String timeUnit(@Nullable String word) {
    if (word == null) {
      return null;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("mi")) {
      return "min";
    }
    return switch (lower.charAt(0)) {
      case 'm' -> "mo";
      case 'w' -> "wk";
      case 'd' -> "d";
      case 'y' -> "a";
      default -> "h";
    };
  }

  private static String doseUnit(String printed) {
    return printed
        .replaceAll("[\\s\\u00a0]", "")
        .replace("²", "2")
        .replace('µ', 'u')
        .replace('μ', 'u')
        .replace("mcg", "ug")
        .replaceAll("day$", "d");
  }
}
