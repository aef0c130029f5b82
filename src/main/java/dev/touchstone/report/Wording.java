package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.evidence.Arm;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Normal forms and codes in the words of a reader. */
final class Wording {

  private static final int LONGEST_QUOTE = 160;

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("mo", "months"),
          Map.entry("wk", "weeks"),
          Map.entry("d", "days"),
          Map.entry("h", "hours"),
          Map.entry("min", "minutes"),
          Map.entry("s", "seconds"),
          Map.entry("a", "years"),
          Map.entry("1", ""));

  private Wording() {}

  /** {@code 1 error}, {@code 9 notes}. */
  static String count(long number, String noun) {
    return number(number) + " " + (number == 1 ? noun : noun + "s");
  }

  /** With a comma between thousands. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A share in percent with one decimal; never 100.0 for less than all. */
  static String percent(long part, long whole) {
    double share = whole == 0 ? 100 : 100.0 * part / whole;
    return String.format(Locale.ROOT, "%.1f", part < whole ? Math.min(share, 99.9) : share) + "%";
  }

  static String severity(Severity severity) {
    String code = severity.code();
    return Character.toUpperCase(code.charAt(0)) + code.substring(1);
  }

  static String kind(DocumentKind kind) {
    return kind == DocumentKind.OTHER ? "other" : kind.code().replace('-', ' ');
  }

  /** Characters that HTML does not take are shown as what they are: unreadable. */
  static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text.charAt(i))) {
        StringBuilder printable = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (!isPrintable(text.charAt(j))) {
            printable.setCharAt(j, '\uFFFD');
          }
        }
        return printable.toString();
      }
    }
    return text;
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && (c < 0x7F || c > 0x9F) && c < 0xFFFE || c == '\n' || c == '\t' || c == '\r';
  }

  /** On one line, and cut where it is too long for a cell of a table. */
  static String quote(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= LONGEST_QUOTE) {
      return printable(line);
    }
    int cut = line.lastIndexOf(' ', LONGEST_QUOTE);
    return printable(line.substring(0, cut < LONGEST_QUOTE / 2 ? LONGEST_QUOTE : cut)) + " …";
  }

  static String words(Measure measure) {
    Measure.Missing missing = measure.missing();
    if (missing != null) {
      return missing.code().replace('-', ' ');
    }
    String words = prefix(measure);
    ReportedNumber of = measure.of();
    if (measure.value() != null) {
      words += comparator(measure) + withUnit(plain(measure.value()), measure.unit());
    } else if (measure.low() != null || measure.high() != null) {
      words += withUnit(range(measure.low(), measure.high()), measure.unit());
    }
    return of == null ? words : words + " of " + plain(of);
  }

  private static String prefix(Measure measure) {
    return switch (measure.kind()) {
      case P_VALUE -> "p ";
      case HAZARD_RATIO -> "HR ";
      case ODDS_RATIO -> "OR ";
      case RISK_RATIO -> "RR ";
      case SD -> "SD ";
      case IQR -> "IQR ";
      case RANGE -> "range ";
      case CI -> measure.level() == null ? "CI " : plain(measure.level()) + "% CI ";
      default -> "";
    };
  }

  private static String comparator(Measure measure) {
    boolean always = measure.kind() == Measure.Kind.P_VALUE;
    return switch (measure.comparator()) {
      case EQUAL -> always ? "= " : "";
      case LESS -> "< ";
      case GREATER -> "> ";
      case AT_MOST -> "≤ ";
      case AT_LEAST -> "≥ ";
      case ABOUT -> "about ";
    };
  }

  static String amount(Dose dose) {
    if (dose.value() != null) {
      return withUnit(plain(dose.value()), dose.unit());
    }
    if (dose.low() != null || dose.high() != null) {
      return withUnit(range(dose.low(), dose.high()), dose.unit());
    }
    String as = dose.as();
    return as == null ? "" : as;
  }

  /** {@code 2 per day, days 1-14, 21-day cycle, at most 8 cycles, 100 mg a day}. */
  static String schedule(Dose dose) {
    List<String> parts = new ArrayList<>();
    Dose.Frequency frequency = dose.frequency();
    if (frequency != null) {
      parts.add(frequency(frequency));
    }
    if (dose.days() != null) {
      parts.add((dose.days().matches("\\d+") ? "day " : "days ") + dose.days());
    }
    Dose.Cycle cycle = dose.cycle();
    if (cycle != null) {
      if (cycle.length() != null) {
        parts.add(plain(cycle.length()) + "-" + one(cycle.unit()) + " cycle");
      }
      if (cycle.max() != null) {
        parts.add("at most " + count(cycle.max(), "cycle"));
      }
    }
    Dose.Amount daily = dose.daily();
    if (daily != null) {
      parts.add(withUnit(plain(daily.value()), daily.unit()) + " a day");
    }
    return String.join(", ", parts);
  }

  private static String frequency(Dose.Frequency frequency) {
    boolean single = frequency.per().compareTo(BigDecimal.ONE) == 0;
    String times = plain(frequency.times());
    String often = times.equals("1") ? "once" : times.equals("2") ? "twice" : times + " times";
    if (single) {
      return often + " a " + one(frequency.unit());
    }
    return (times.equals("1") ? "" : often + " ")
        + "every "
        + withUnit(plain(frequency.per()), frequency.unit());
  }

  /** What was measured, in the document's words, with time point, grade and population. */
  static String words(Outcome outcome) {
    StringBuilder words = new StringBuilder(outcome.label());
    Outcome.TimePoint at = outcome.at();
    String label = outcome.label().toLowerCase(Locale.ROOT);
    if (at != null && !label.contains(plain(at.value()))) {
      words.append(" at ").append(withUnit(plain(at.value()), at.unit()));
    }
    if (outcome.grade() != null && !label.contains("grade")) {
      words.append(", grade ").append(outcome.grade());
    }
    if (outcome.population() != null
        && !label.contains(outcome.population().toLowerCase(Locale.ROOT))) {
      words.append(", ").append(outcome.population());
    }
    return words.toString();
  }

  static String arms(List<Arm> arms) {
    return String.join(" against ", arms.stream().map(Arm::label).toList());
  }

  static String withUnit(String number, @Nullable String unit) {
    if (unit == null || unit.equals("1")) {
      return number;
    }
    if (unit.equals("%")) {
      return number + "%";
    }
    String words = number.equals("1") && UNITS.containsKey(unit) ? one(unit) : unit(unit);
    return number + " " + words;
  }

  /** A UCUM unit as it is printed: {@code mg/m²}, {@code months}. */
  static String unit(String unit) {
    String words = UNITS.get(unit);
    return words != null ? words : unit.replace("m2", "m²").replace("m3", "m³").replace("ug", "µg");
  }

  private static String one(@Nullable String unit) {
    if (unit == null) {
      return "";
    }
    String words = UNITS.get(unit);
    return words == null || words.isEmpty()
        ? unit
        : words.substring(0, words.length() - (words.endsWith("s") ? 1 : 0));
  }

  private static String range(@Nullable ReportedNumber low, @Nullable ReportedNumber high) {
    if (low == null) {
      return "up to " + (high == null ? "" : plain(high));
    }
    return high == null ? "from " + plain(low) : plain(low) + " to " + plain(high);
  }

  static String plain(ReportedNumber number) {
    return plain(number.value());
  }

  static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) > 40 ? number.toString() : number.toPlainString();
  }
}
