package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A hazard, odds or risk ratio that points the other way than the values of the two arms. */
final class RatioDirection implements ConsistencyCheck {

  private static final String NUMBER = "\\d+(?:\\.\\d+)?";

  private static final Pattern MAY_COMPARE = Pattern.compile("\\b(?:[Rr]atio|[Rr]isk|HR|OR|RR)\\b");

  /** {@code 5.6 vs 2.7 months; hazard ratio 0.59 (95% CI 0.40-0.88)}: values, then their ratio. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/-])(?<a>"
              + NUMBER
              + ")\\s?(?<u>months?|years?|weeks?|%)?(?:\\s?[(\\[][^()\\[\\]]{0,40}[)\\]])?"
              + "\\s(?:vs\\.?|versus|compared (?:to|with)|against)\\s(?<b>"
              + NUMBER
              + ")\\s?(?<w>months?|years?|weeks?|%)(?:\\s?[(\\[][^()\\[\\]]{0,40}[)\\]])?"
              + "[\\s,;:)(\\[]{1,4}(?:with an? |and an? |the )?"
              + "(?:(?:un)?adjusted |stratified |relative )?"
              + "(?<name>hazards? ratio|HR|odds ratio|OR|relative risk|risk ratio|RR)\\b"
              + "(?:\\s?[(\\[](?:HR|OR|RR)[)\\]])?\\s?(?:for [a-z ]{0,30})?[,:=]?\\s?(?:of |was |is )?"
              + "(?<r>"
              + NUMBER
              + ")(?:[^.]{0,10}?9\\d(?:\\.\\d)?\\s?%\\s?(?:CI|confidence interval)[^\\d]{0,8}(?<lo>"
              + NUMBER
              + ")\\s?(?:-|to|,|;|and)\\s?(?<hi>"
              + NUMBER
              + "))?");

  @Override
  public String rule() {
    return "ratio-direction";
  }

  @Override
  public String summary() {
    return "A ratio points the other way than the arms' values; look up both.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.prose()) {
      String text = reading.plain(unit);
      if (!Plain.setsAgainst(text, 0, text.length()) || !MAY_COMPARE.matcher(text).find()) {
        continue;
      }
      for (Sentence sentence : unit.sentences()) {
        if (!Plain.setsAgainst(text, sentence.start(), sentence.end())) {
          continue;
        }
        Matcher m = STATEMENT.matcher(text).region(sentence.start(), sentence.end());
        while (m.find()) {
          candidates++;
          FindingDraft finding = judge(unit, m);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
    }
    return Examination.of(
        candidates, findings, "No ratio stands beside the values of the two arms it compares.");
  }

  /**
   * A ratio above 1 says more events in the first arm. For the time to an event more events are a
   * shorter time; a percentage that comes with a hazard ratio may be of those without the event.
   */
  private static @Nullable FindingDraft judge(Unit unit, Matcher m) {
    ReportedNumber a = number(m.group("a"));
    ReportedNumber b = number(m.group("b"));
    ReportedNumber ratio = number(m.group("r"));
    boolean hazard = m.group("name").matches("(?i)hazards? ratio|HR");
    boolean percent = m.group("w").equals("%");
    if (hazard == percent || ratio.agreesWith(number("1")) || ratio.value().signum() <= 0) {
      return null;
    }
    boolean above = a.roundingInterval().low().compareTo(b.roundingInterval().high()) > 0;
    boolean below = a.roundingInterval().high().compareTo(b.roundingInterval().low()) < 0;
    boolean more = ratio.value().compareTo(BigDecimal.ONE) > 0;
    boolean contradicts =
        hazard ? more && above || !more && below : more && below || !more && above;
    if (!contradicts) {
      return null;
    }
    boolean sure = excludesOne(m.group("lo"), m.group("hi"));
    String measured = percent ? "%" : " " + m.group("w");
    String values = m.group("a") + " against " + m.group("b") + measured;
    String expected = more ? "below 1" : "above 1";
    return FindingDraft.of(
            sure ? Severity.WARNING : Severity.NOTE,
            "The "
                + (hazard ? "hazard" : "")
                + (hazard ? " " : "")
                + "ratio "
                + ratio.asWritten()
                + " points the other way than "
                + values
                + ".")
        .expected("a ratio " + expected + ", or " + inverse(ratio))
        .found(ratio.asWritten())
        .at(place(unit, m.start("a"), m.end("w")))
        .at(place(unit, m.start("r"), m.end("r")))
        .step("First arm against second", values, above ? "more in the first" : "less in the first")
        .step(
            hazard ? "Hazard ratio of a longer time" : "Ratio of the percentages",
            hazard ? (above ? "below 1" : "above 1") : m.group("a") + " ÷ " + m.group("b"),
            expected)
        .step("Ratio as printed", null, ratio.asWritten())
        .settle("Look up which arm is the reference of the ratio; the other one gives its inverse.")
        .identity(values, ratio.asWritten());
  }

  private static boolean excludesOne(@Nullable String low, @Nullable String high) {
    return low != null
        && high != null
        && (number(low).roundingInterval().low().compareTo(BigDecimal.ONE) > 0
            || number(high).roundingInterval().high().compareTo(BigDecimal.ONE) < 0);
  }

  private static String inverse(ReportedNumber ratio) {
    return BigDecimal.ONE
            .divide(ratio.value(), Math.max(2, ratio.decimals()), RoundingMode.HALF_UP)
            .toPlainString()
        + " if the arms are exchanged";
  }

  private static ReportedNumber number(String printed) {
    return ReportedNumber.of(printed);
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), null);
  }
}
