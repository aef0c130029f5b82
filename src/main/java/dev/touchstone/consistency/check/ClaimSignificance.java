package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A claim that a difference is significant, or is not, against the P-value of that difference. */
final class ClaimSignificance implements ConsistencyCheck {

  /** A sentence of so many P-values leaves open which of them is meant. */
  private static final int MOST = 3;

  private static final Pattern WORD = Pattern.compile("(?i)signific|\\bN\\.?S\\b|statistical");
  private static final Pattern TURN =
      Pattern.compile("(?i)\\b(?:but|while|whereas|however|although|though)\\b");

  private static final Pattern DENIED =
      Pattern.compile(
          "(?is)\\b(?:no|not|non|never|without|lack\\w*|fail\\w*|hardly|cannot)\\b[^,;:()]{0,90}?\\bsignific"
              + "|n't\\b[^,;:()]{0,90}?\\bsignific|\\b(?:neither|nor|none)\\b.*?signific|\\b(?:in|non)[- ]?signific|\\bN\\.?S\\b"
              + "|signific\\w*\\b[^,;:()]{0,40}\\b(?:not|no|absent|lacking)\\b");

  /** What leaves a claim open. */
  private static final Pattern HEDGED =
      Pattern.compile(
          "(?is).*\\b(?:whether|failure|powered|near(?:ly)?[- ]significant|borderline|trend(?:ed|s|ing)?"
              + "|may|might|would|could|statistically (?:not|non)|non-statistically|clinically (?:and \\w+ )?significant"
              + "|significance (?:level )?was (?:defined|set|considered)|significance level|level of significance)\\b.*"
              + "|.*\\bno (?:\\w+ )?differences?\\b.*\\bsignificant(?:ly)? (?:increas|decreas|improv|reduc).*"
              + "|.*\\bnot? (?:\\w+ )?significan.*\\b(?:except|apart from|other than|but for|w(?:as|ere) significant).*");

  @Override
  public String rule() {
    return "claim-significance";
  }

  @Override
  public String summary() {
    return "A claim of significance and the P-value disagree; correct one of them.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<EvidenceRecord> pValues =
        note.records().stream().filter(its -> its.value().kind() == Kind.P_VALUE).toList();
    List<Estimate> estimates = reading.estimates();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    boolean article = reading.isArticle();
    for (Claim claim : note.claims()) {
      if (!claim.saysSignificance()
          || isHedged(reading, claim)
          || !isDeniedInWords(reading, claim)) {
        continue;
      }
      List<EvidenceRecord> own =
          pValues.stream()
              .filter(p -> claim.span().contains(p.source().span()))
              .filter(p -> isOfClause(reading, claim, p))
              .toList();
      boolean beside = !own.isEmpty();
      List<Estimate> ratios = beside ? List.of() : ratiosBeside(estimates, claim);
      if (!ratios.isEmpty()) {
        // The sentence prints its own comparison; the P-value of a table may be of another.
        candidates++;
        FindingDraft finding = judge(reading, claim, ratios);
        if (finding != null) {
          findings.add(finding);
        }
        continue;
      }
      List<EvidenceRecord> about =
          beside
              ? own
              : !claim.isOfArms()
                  ? List.of()
                  : pValues.stream().filter(p -> isPlain(p) && isAbout(reading, claim, p)).toList();
      // An article tells of so many comparisons that a P-value elsewhere is mostly of another one.
      if (about.isEmpty() || article && !beside || own.size() > MOST) {
        continue;
      }
      candidates++;
      FindingDraft finding = judge(reading, claim, about, beside);
      if (finding != null) {
        findings.add(finding);
      }
    }
    TotalMismatch.Result stated = StatedSignificance.examine(reading);
    for (FindingDraft finding : stated.findings()) {
      if (findings.stream().noneMatch(its -> Places.meet(its, finding))) {
        findings.add(finding);
      }
    }
    candidates += stated.candidates();
    return Examination.of(
        candidates, findings, "No claim of significance speaks of an outcome with a P-value.");
  }

  /**
   * Whether no other clause stands between the word and a P-value: {@code rose (P < 0.05) while
   * there was no significant effect of placebo} is of two groups.
   */
  private static boolean isOfClause(NoteReading reading, Claim claim, EvidenceRecord p) {
    String words = reading.document().quote(claim.span());
    Matcher word = WORD.matcher(words);
    if (!word.find()) {
      return false;
    }
    int at = claim.span().start() + word.start();
    int from = Math.min(at, p.source().span().start());
    int to = Math.max(at, p.source().span().end());
    return !TURN.matcher(reading.document().quote(new Span(from, to))).find();
  }

  /** Ratios of the claim's own outcome with their intervals, in the claim's own sentence. */
  private static List<Estimate> ratiosBeside(List<Estimate> estimates, Claim claim) {
    return estimates.stream()
        .filter(its -> claim.span().contains(its.interval().source().span()))
        .filter(its -> its.estimate() != null && its.estimate().value().kind().isRatio())
        .filter(
            its ->
                its.isConfidenceInterval()
                    && sameOutcome(claim.outcome(), its.interval().outcome()))
        .toList();
  }

  /** A ratio is significant at 5% if its interval of 95% leaves out 1. */
  private static @Nullable FindingDraft judge(
      NoteReading reading, Claim claim, List<Estimate> ratios) {
    if (ratios.size() != 1) {
      return null;
    }
    Estimate ratio = ratios.get(0);
    ReportedNumber level = ratio.measure().level();
    if (level != null && level.value().compareTo(BigDecimal.valueOf(95)) != 0) {
      return null;
    }
    boolean claimed = claim.significance() == Claim.Significance.SIGNIFICANT;
    boolean holds =
        ratio.low().roundingInterval().high().compareTo(BigDecimal.ONE) < 0
            && ratio.high().roundingInterval().low().compareTo(BigDecimal.ONE) > 0;
    boolean leavesOut =
        ratio.low().roundingInterval().low().compareTo(BigDecimal.ONE) > 0
            || ratio.high().roundingInterval().high().compareTo(BigDecimal.ONE) < 0;
    if (claimed ? !holds : !leavesOut) {
      return null;
    }
    String interval = ratio.low().asWritten() + " to " + ratio.high().asWritten();
    String outcome = name(claim.outcome());
    return FindingDraft.of(
            claimed ? Severity.ERROR : Severity.WARNING,
            outcome
                + (claimed ? " is called significant" : " is called not significant")
                + ", but its interval, "
                + interval
                + (claimed ? ", contains 1." : ", leaves out 1."))
        .found(claimed ? "significant" : "not significant")
        .expected(claimed ? "not significant" : "significant")
        .at(new Source(claim.span(), claim.section(), null))
        .at(ratio.interval().source())
        .step("Interval against 1", interval, claimed ? "contains 1" : "leaves out 1")
        .settle("Look up the interval and the P-value of this comparison in the cited source.")
        .identity(reading.studyName(claim.study()), outcome, claimed, interval);
  }

  /**
   * "Failure to show a significant difference" and "may be significant" claim nothing, and "no
   * significant difference except for nausea" leaves open which P-value is whose.
   */
  private static boolean isHedged(NoteReading reading, Claim claim) {
    return HEDGED.matcher(reading.document().quote(claim.span())).matches();
  }

  /** A denial that stands far from the word may be of something else: {@code not receiving A}. */
  private static boolean isDeniedInWords(NoteReading reading, Claim claim) {
    return claim.significance() != Claim.Significance.NOT_SIGNIFICANT
        || DENIED.matcher(reading.document().quote(claim.span())).find();
  }

  /** In a table row and header say whose P-value it is; in prose only a named end point does. */
  private static boolean isPlain(EvidenceRecord p) {
    String code = p.outcome().code();
    return p.source().cell() != null || (!code.equals("OTHER") && !code.equals("AE"));
  }

  private static boolean isAbout(NoteReading reading, Claim claim, EvidenceRecord p) {
    if (!Objects.equals(claim.study(), p.study()) || !p.candidates().isEmpty()) {
      return false;
    }
    Outcome said = claim.outcome();
    Outcome measured = p.outcome();
    return sameOutcome(said, measured)
        && samePopulation(said.population(), measured.population())
        && (said.at() == null || measured.at() == null || said.at().equals(measured.at()))
        && (said.grade() == null
            || measured.grade() == null
            || said.grade().equals(measured.grade()));
  }

  private static boolean sameOutcome(Outcome said, Outcome measured) {
    if (!said.code().equals("OTHER") && !said.code().equals("AE")) {
      return said.code().equals(measured.code());
    }
    String term = said.term() == null ? said.label() : said.term();
    String other = measured.term() == null ? measured.label() : measured.term();
    Set<String> words = Words.content(term);
    Set<String> others = Words.content(other);
    // “Fatal haemorrhage” is the row “Haemorrhage” of a table of deaths; a row of more words is not
    // what a claim of fewer speaks of.
    return !others.isEmpty() && words.containsAll(others);
  }

  static boolean samePopulation(@Nullable String said, @Nullable String measured) {
    boolean whole = isWhole(said);
    boolean wholeMeasured = isWhole(measured);
    if (whole || wholeMeasured) {
      return whole && wholeMeasured;
    }
    return Words.within(Objects.requireNonNull(said), Objects.requireNonNull(measured));
  }

  private static boolean isWhole(@Nullable String population) {
    return population == null
        || population.matches("(?i).*\\b(overall|total|whole|all|entire|intention|ITT|full)\\b.*");
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading, Claim claim, List<EvidenceRecord> about, boolean beside) {
    boolean claimed = claim.significance() == Claim.Significance.SIGNIFICANT;
    for (EvidenceRecord p : about) {
      Optional<Boolean> is = Significance.isSignificant(p.value(), Significance.USUAL_LEVEL);
      if (is.isEmpty() || is.get() == claimed) {
        return null;
      }
    }
    EvidenceRecord first = about.get(0);
    // Not significant below 0.05 may go by a stricter level that the trial had set.
    boolean stricter = !claimed;
    Severity severity =
        stricter
            ? Severity.WARNING
            : about.size() == 1 || beside ? Severity.ERROR : Severity.WARNING;
    String p = shown(first.value());
    String outcome = name(claim.outcome());
    FindingDraft finding =
        FindingDraft.of(
                severity,
                outcome
                    + (claimed ? " is called significant" : " is called not significant")
                    + ", but "
                    + p
                    + (beside ? "." : " " + reading.place(first.source()) + "."))
            .found(claimed ? "significant" : "not significant")
            .expected(claimed ? "not significant" : "significant")
            .at(new Source(claim.span(), claim.section(), null))
            .settle(
                stricter
                    ? "Look up whether the trial used a level below 0.05."
                    : "Look up the P-value of this comparison in the cited source.")
            .identity(reading.studyName(claim.study()), outcome, claimed);
    for (EvidenceRecord record : about) {
      finding
          .at(record.source())
          .identity(shown(record.value()))
          .step(
              shown(record.value()) + " " + reading.place(record.source()),
              claimed ? "not below 0.05" : "below 0.05",
              claimed ? "not significant" : "significant");
    }
    return finding;
  }

  static String name(Outcome outcome) {
    String words =
        outcome.code().equals("OTHER") || outcome.code().equals("AE")
            ? Objects.requireNonNullElse(outcome.term(), outcome.label())
            : outcome.code();
    return words.isEmpty()
        ? "The difference"
        : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String shown(Measure p) {
    ReportedNumber value = p.value();
    return "P "
        + p.comparator().symbol()
        + " "
        + (value == null ? "" : value.value().toPlainString());
  }
}
