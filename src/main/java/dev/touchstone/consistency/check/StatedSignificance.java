package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A clause that calls something significant, or not, right beside its own P-value. */
final class StatedSignificance {

  private static final Pattern CLAIM =
      Pattern.compile(
          "(?i)\\b(?<no>(?:non[- ]?|in-?)significant(?:ly)?"
              + "|(?:no|not|nor|without|neither|never)\\b(?:\\s[\\w-]+){0,4}?\\s(?:statistical(?:ly)? )?significant(?:ly)?(?: \\w+)?"
              + "|(?:did|was|were|does|do|is|are)(?: not|n't)\\b(?:\\s[\\w-]+){0,4}?\\ssignifican(?:t|ce|tly))"
              + "|\\b(?<yes>significant(?:ly)?)\\b");

  private static final Pattern P_VALUE =
      Pattern.compile(
          "\\b[Pp](?:[- ]?[Vv]alues?)?\\s?(?:of |was |were )?(?<sign>=|<|>)\\s?(?<p>0?\\.\\d+)");

  /** What takes back a claim, or speaks of the level instead. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)\\b(?:whether|failure|failed|powered|near(?:ly)?|borderline|trend|may|might|would|could"
              + "|except|apart from|other than|significance level|level of|levels? (?:was|were) set|considered|regarded|defined|threshold|cut-?off|alpha"
              + "|clinical(?:ly)? significan|marginally|almost|interaction|although|despite|tended|if"
              + "|non-?inferior|adjust(?:ed|ing|ment)|after correction|bonferroni|corrected|one-sided)");

  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)[;:]\\s|,?[\\s})\\]](?:but|whereas|while|however|and (?:no|not)|nor)\\s");

  private static final Pattern DENIES =
      Pattern.compile(
          "(?i)\\b(?:neither|nor|no|not|none|never|without|lack(?:ed)?|absence|cannot)\\b|n't\\b");

  private static final Pattern NEXT = Pattern.compile(",? and (?:the|a|an)\\s");

  /** A P-value that stands before its claim stands right before it. */
  private static final int NEAR = 60;

  private StatedSignificance() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.prose()) {
      String text = reading.plain(unit);
      for (Sentence sentence : unit.sentences()) {
        if (!Plain.has(text, "ignifican", sentence.start(), sentence.end())) {
          continue;
        }
        int from = sentence.start();
        Matcher part = PARTS.matcher(text).region(from, sentence.end());
        List<int[]> clauses = new ArrayList<>();
        while (part.find()) {
          if (isInBrackets(text, from, part.start())) {
            continue;
          }
          clauses.add(new int[] {from, part.start()});
          from = part.start();
        }
        clauses.add(new int[] {from, sentence.end()});
        for (int[] clause : clauses) {
          String words = text.substring(clause[0], clause[1]);
          Matcher claim = CLAIM.matcher(words);
          if (!claim.find() || OPEN.matcher(words).find()) {
            continue;
          }
          candidates++;
          FindingDraft finding = judge(unit, clause[0], words, claim);
          if (finding != null) {
            findings.add(finding);
          }
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static boolean isInBrackets(String text, int from, int at) {
    int depth = 0;
    for (int i = from; i < at; i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    return depth > 0;
  }

  private static @Nullable FindingDraft judge(Unit unit, int offset, String words, Matcher claim) {
    boolean claimed = claim.group("yes") != null;
    int start = claim.start();
    int end = claim.end();
    if (claimed && DENIES.matcher(words.substring(0, start)).find()) {
      // “Neither saline nor adenosine resulted in any significant change” denies from far away.
      return null;
    }
    boolean hasOwn = P_VALUE.matcher(words.substring(0, start)).find();
    if (claim.find()) {
      // Two claims in one clause leave open which of them the P-value is of.
      return null;
    }
    List<Source> places = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    double smallest = 1;
    double largest = 0;
    boolean behind = P_VALUE.matcher(words).region(end, words.length()).find();
    Matcher p = P_VALUE.matcher(words);
    while (p.find()) {
      double value = Double.parseDouble(p.group("p"));
      String sign = p.group("sign");
      boolean significant = !sign.equals(">") && (sign.equals("<") ? value <= 0.05 : value < 0.05);
      boolean open =
          sign.equals(">") ? value < 0.05 : sign.equals("<") ? value > 0.05 : value == 0.05;
      if (behind && p.start() < start) {
        // The P-value of what was told before.
        continue;
      }
      if (hasOwn && p.start() > end && NEXT.matcher(words.substring(end, p.start())).find()) {
        // “A (P < .001) was significantly longer, and B (P = .10) was higher”.
        return null;
      }
      if (!behind && (!places.isEmpty() || start - p.end() > NEAR)) {
        return null;
      }
      if (open || significant == claimed) {
        return null;
      }
      smallest = Math.min(smallest, value);
      largest = Math.max(largest, value);
      places.add(place(unit, offset + p.start(), offset + p.end()));
      shown.add("P " + sign + " " + p.group("p"));
    }
    if (places.isEmpty()) {
      return null;
    }
    // A level of 0.1, or one below 0.05 that a trial had set, would reconcile the two.
    boolean near = claimed ? smallest < 0.1 : largest > 0.001;
    String printed = String.join(", ", shown);
    FindingDraft finding =
        FindingDraft.of(
                near ? Severity.WARNING : Severity.ERROR,
                "The sentence says “"
                    + words.substring(start, end)
                    + "” beside "
                    + printed
                    + ", which is "
                    + (claimed ? "above 0.05." : "below 0.05."))
            .found(claimed ? "significant" : "not significant")
            .expected(claimed ? "not significant" : "significant")
            .at(place(unit, offset + start, offset + end))
            .at(places)
            .step(printed, claimed ? "not below 0.05" : "below 0.05", null)
            .step("Words", words.substring(start, end), null)
            .settle(
                "Look up the P-value of this comparison in the source, and the level that the"
                    + " trial used.")
            .identity("stated", words.substring(start, end), printed);
    return finding;
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), unit.cell());
  }
}
