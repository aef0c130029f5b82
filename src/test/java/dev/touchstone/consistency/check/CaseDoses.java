package dev.touchstone.consistency.check;

import dev.touchstone.mention.Dose;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads doses as the pages of the checks write them: {@code 50 mg twice daily (100 mg/day)}. */
final class CaseDoses {

  /** A dose and where it stands in the words of the case. */
  record Found(Dose dose, int start, int end) {}

  private static final Map<String, Integer> TIMES =
      Map.of("once", 1, "twice", 2, "three times", 3, "four times", 4);

  private static final Pattern DOSE =
      Pattern.compile(
          "(?<low>\\d[\\d,]*(?:\\.\\d+)?)(?:-(?<high>\\d[\\d,]*(?:\\.\\d+)?))? (?<unit>mg/m2|mg/kg|mg|g)"
              + "(?<rate>/day|/week| per day| per week|(?: (?<times>once|twice|three times|four times))? daily"
              + "| every (?<weeks>\\d) weeks)?(?: on)?(?: days (?<days>[\\d,-]+))?"
              + "(?: \\((?<daily>\\d[\\d,]*) mg/day\\))?");

  private CaseDoses() {}

  static List<Found> in(String words) {
    List<Found> found = new ArrayList<>();
    Matcher m = DOSE.matcher(words);
    while (m.find()) {
      ReportedNumber low = CaseValues.number(m.group("low"));
      ReportedNumber high = m.group("high") == null ? null : CaseValues.number(m.group("high"));
      found.add(
          new Found(
              new Dose(
                  high == null ? low : null,
                  high == null ? null : low,
                  high,
                  m.group("unit"),
                  frequency(m),
                  null,
                  m.group("days"),
                  null,
                  daily(m),
                  null),
              m.start(),
              m.end()));
    }
    return found;
  }

  private static Dose.@Nullable Amount daily(Matcher m) {
    return m.group("daily") == null
        ? null
        : new Dose.Amount(CaseValues.number(m.group("daily")).value(), "mg");
  }

  private static Dose.@Nullable Frequency frequency(Matcher m) {
    String rate = m.group("rate");
    if (rate == null) {
      return null;
    }
    if (m.group("weeks") != null) {
      return new Dose.Frequency(BigDecimal.ONE, new BigDecimal(m.group("weeks")), "wk");
    }
    if (rate.endsWith("week")) {
      return new Dose.Frequency(BigDecimal.ONE, BigDecimal.ONE, "wk");
    }
    int times = m.group("times") == null ? 1 : TIMES.getOrDefault(m.group("times"), 1);
    return new Dose.Frequency(BigDecimal.valueOf(times), BigDecimal.ONE, "d");
  }
}
