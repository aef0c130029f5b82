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
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that calls the first of two groups higher or lower and prints both values in that
 * order: {@code longer with A than with B (5.6 vs 2.7 months)}.
 */
final class StatedDirection {

  private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
  private static final String UNIT = "\\s?(?<%s>%%|[a-zA-Zµ]{1,7}(?:/[a-zA-Z²0-9]{1,6})?)?";
  private static final String SPREAD =
      "(?:\\s?(?:±|\\+/-)\\s?" + NUMBER + "|\\s?[(\\[](?:SD|SE|SEM)?\\s?" + NUMBER + "[)\\]])?";

  private static final Pattern PAIR =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/-])(?<!\\bof )(?<a>"
              + NUMBER
              + ")"
              + SPREAD
              + String.format(UNIT, "u")
              + SPREAD
              + "\\s(?:vs\\.?|versus|v\\.?|compared (?:to|with)|against)\\s(?<b>"
              + NUMBER
              + ")"
              + SPREAD
              + String.format(UNIT, "w")
              + "(?![\\d.]*\\d)(?<tail>[^.]{0,12})");

  /**
   * A value that is said to be above or below another: {@code 0.2 mg/kg, which was below … 0.4}.
   */
  private static final Pattern RELATION =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/-])(?<a>"
              + NUMBER
              + ")\\s(?<u>mg/kg|mg/m²|mg/m2|mg|µg|months|weeks|days|%)\\s?,?\\s(?:which )?(?:is|was|were|are)\\s(?:\\w+ly )?"
              + "(?<word>below|above|higher than|lower than|less than|greater than)\\s(?:the )?[a-z -]{0,60}?"
              + "(?<b>"
              + NUMBER
              + ")\\s(?<w>mg/kg|mg/m²|mg/m2|mg|µg|months|weeks|days|%)");

  private static final Set<String> MORE =
      Set.of(
          "higher", "greater", "longer", "larger", "more", "above", "higher than", "greater than");

  private static final Pattern WORD =
      Pattern.compile(
          "(?i)\\b(higher|greater|longer|larger|more|lower|smaller|shorter|fewer|less)\\b");

  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(?:than|compared (?:with|to)|versus|vs|in the|with|relative to)\\b");

  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)\\b(?:not|no|neither|nor|without|non-inferior\\w*|similar|comparable"
              + "|reduc\\w+|decreas\\w+|declin\\w+|fell|loss|drop\\w*|respectively)\\b|n't\\b");

  /** Before the word these ask; behind it they say of whom it holds. */
  private static final Pattern WHETHER = Pattern.compile("(?i)\\b(?:whether|if)\\b");

  private StatedDirection() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.prose()) {
      String raw = unit.reading().text();
      if (!WORD.matcher(raw).find() && !raw.contains(" below ") && !raw.contains(" above ")) {
        continue;
      }
      String text = reading.plain(unit);
      for (Sentence sentence : unit.sentences()) {
        boolean against = Plain.setsAgainst(text, sentence.start(), sentence.end());
        String words = text.substring(sentence.start(), sentence.end());
        Matcher relation = RELATION.matcher(words);
        if (isRelated(words)
            && relation.find()
            && relation.group("u").equals(relation.group("w"))) {
          candidates++;
          add(
              findings,
              finding(
                  unit,
                  sentence.start(),
                  relation,
                  relation.group("word"),
                  relation.start("word")));
          continue;
        }
        Matcher pair = PAIR.matcher(words);
        if (against && pair.find()) {
          candidates++;
          add(findings, judge(unit, sentence.start(), words, pair));
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** Whether a sentence may hold a {@link #RELATION}; looking for its words alone is cheaper. */
  private static boolean isRelated(String words) {
    return words.contains("below") || words.contains("above") || words.contains(" than");
  }

  private static void add(List<FindingDraft> findings, @Nullable FindingDraft finding) {
    if (finding != null) {
      findings.add(finding);
    }
  }

  private static @Nullable FindingDraft judge(Unit unit, int offset, String words, Matcher pair) {
    String before = words.substring(0, pair.start());
    int clause =
        Math.max(
            before.lastIndexOf("; "),
            Math.max(before.lastIndexOf(", but "), before.lastIndexOf(", while ")));
    before = before.substring(Math.max(0, clause));
    int shift = words.substring(0, pair.start()).length() - before.length();
    Matcher word = WORD.matcher(before);
    if (!word.find()
        || OPEN.matcher(before).find()
        || WHETHER.matcher(before.substring(0, word.start())).find()
        || before.matches("(?is)\\W*(?:compared|relative)\\b.*")) {
      return null;
    }
    String said = word.group(1).toLowerCase(Locale.ROOT);
    int at = word.start();
    boolean another = word.find();
    String rest = words.substring(pair.end("w") < 0 ? pair.end("b") : pair.end("w"));
    String unitA = pair.group("u");
    String unitB = pair.group("w");
    boolean sameUnit = unitA == null || unitB == null || unitA.equals(unitB);
    boolean otherPair = PAIR.matcher(rest).find();
    if (another
        || otherPair
        || !sameUnit
        || pair.start() > 0 && before.matches("(?s).*\\d\\s?(?:vs\\.?|versus)\\s.*")
        || !LINK.matcher(before.substring(at)).find()
        || before.matches("(?is).*\\bmore than (?:\\d|hal[fv]|doubl|one|twice|twofold).*")
        || rest.matches("(?is)^\\s?(?:for|in|with|among|of)\\s.*")
        || isNegative(words, pair)) {
      return null;
    }
    return finding(unit, offset, pair, said, shift + at);
  }

  private static boolean isNegative(String words, Matcher pair) {
    return pair.start() > 0 && words.charAt(pair.start() - 1) == '-';
  }

  private static @Nullable FindingDraft finding(
      Unit unit, int offset, Matcher pair, String said, int at) {
    ReportedNumber a = number(pair.group("a"));
    ReportedNumber b = number(pair.group("b"));
    boolean more = MORE.contains(said);
    if (!(more ? isLess(a, b) : isLess(b, a))) {
      return null;
    }
    String unitB = pair.group("w");
    String measured = unitB == null ? "" : unitB.equals("%") ? "%" : " " + unitB;
    String first = a.asWritten() + measured;
    String second = b.asWritten() + measured;
    return FindingDraft.of(
            Severity.ERROR,
            "The sentence says “"
                + said
                + "”, but "
                + first
                + " is "
                + (more ? "less" : "more")
                + " than "
                + second
                + ".")
        .found(said)
        .expected(more ? "lower" : "higher")
        .at(place(unit, offset + at, offset + at + said.length()))
        .at(place(unit, offset + pair.start("a"), offset + pair.end("b")))
        .step(
            "First value against second",
            first + (more ? " < " : " > ") + second,
            more ? "lower" : "higher")
        .step("Words", said, null)
        .settle("Look up both values in the source, and which group each belongs to.")
        .identity("stated", said, first, second);
  }

  /**
   * Whether one value is below another as printed; rounding makes them equal at best, which is
   * neither more nor less.
   */
  static boolean isLess(ReportedNumber one, ReportedNumber other) {
    return one.value().compareTo(other.value()) != 0
        && one.roundingInterval().high().compareTo(other.roundingInterval().low()) <= 0;
  }

  private static ReportedNumber number(String printed) {
    return new ReportedNumber(printed, new BigDecimal(printed.replace(",", "")));
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), unit.cell());
  }
}
