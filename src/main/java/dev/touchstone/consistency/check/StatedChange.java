package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word for the direction of a change against where it began and ended: {@code increased from 5.6
 * to 2.6 months}.
 */
final class StatedChange {

  private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
  private static final String SPREAD =
      "(?:\\s?(?:±|\\+/-)\\s?" + NUMBER + "|\\s?[(\\[][^()\\[\\]]{1,30}[)\\]])?";
  private static final String UNIT = "(?:\\s?(?<%s>%%|[a-zA-Zµ]{1,7}(?:/[a-zA-Z²0-9]{1,6})?))?";

  /** No word that denies, doubts or plans it, and no other figure, up to the two values. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "(?=[idrgcflsp])(?<!\\b(?:not|no|never|without|than|less|smaller|greater|larger|more|may|might|could|would|should|to|if)\\s)"
              + "\\b(?<word>(?:in|de)creas(?:ed|es)?|rose|grew|climbed|fell|dropped|declined|(?<!dose )reduced|lengthened|shortened|prolonged)\\b"
              + "(?:\\s(?!from\\b|not\\b|by\\b|or\\b|and\\b|but\\b|while\\b|whereas\\b)[\\p{L}()-]+){0,6}?\\sfrom\\s(?:an? )?(?:baseline |initial )?(?:(?:mean|median|average) )?(?:of )?"
              + "(?<![\\d.,/-])(?<a>"
              + NUMBER
              + ")"
              + SPREAD
              + String.format(UNIT, "u")
              + SPREAD
              + "(?:\\s(?:at|before|in|on)\\s(?:[\\p{L}-]+\\s){0,3}?(?:baseline|entry|start|admission|enrol?lment))?\\s(?:down |up )?to\\s(?:an? )?(?:(?:mean|median|average) )?(?:of )?(?<b>"
              + NUMBER
              + ")(?![\\d.]*\\d|:\\d|/\\d)"
              + SPREAD
              + String.format(UNIT, "w"));

  private static final Pattern UP =
      Pattern.compile("increas.*|rose|grew|climbed|lengthened|prolonged");

  private StatedChange() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.prose()) {
      String text = reading.plain(unit);
      for (Sentence sentence : text.contains(" from ") ? unit.sentences() : List.<Sentence>of()) {
        if (!Plain.has(text, " from ", sentence.start(), sentence.end())) {
          continue;
        }
        Matcher m = CHANGE.matcher(text).region(sentence.start(), sentence.end());
        while (m.find()) {
          candidates++;
          FindingDraft finding = judge(unit, m);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static @Nullable FindingDraft judge(Unit unit, Matcher m) {
    String from = m.group("u");
    String to = m.group("w");
    ReportedNumber a = number(m.group("a"));
    ReportedNumber b = number(m.group("b"));
    boolean up = UP.matcher(m.group("word").toLowerCase(Locale.ROOT)).matches();
    boolean sameUnit = from == null || to == null || singular(from).equals(singular(to));
    boolean contradicts = up ? StatedDirection.isLess(b, a) : StatedDirection.isLess(a, b);
    if (!sameUnit || !contradicts) {
      return null;
    }
    String first = a.asWritten();
    String second = b.asWritten();
    return FindingDraft.of(
            Severity.ERROR,
            "The sentence says “"
                + m.group("word")
                + "”, but from "
                + first
                + " to "
                + second
                + (up ? " is a fall." : " is a rise."))
        .found(m.group("word"))
        .expected(up ? "a fall" : "a rise")
        .at(place(unit, m.start("word"), m.end("word")))
        .at(place(unit, m.start("a"), m.end("b")))
        .step("Second value against first", second + (up ? " < " : " > ") + first, null)
        .step("Words", m.group("word"), null)
        .settle("Look up both values in the source, and which way they went.")
        .identity("change", m.group("word"), first, second);
  }

  private static String singular(String unit) {
    return unit.length() > 2 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
  }

  private static ReportedNumber number(String printed) {
    return new ReportedNumber(printed, new BigDecimal(printed.replace(",", "")));
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), null);
  }
}
