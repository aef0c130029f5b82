package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.vocabulary.OutcomeEntry.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A claim that an arm did better, or had more, against the values of both arms. */
final class ClaimDirection implements ConsistencyCheck {

  private static final Pattern SHARE = Pattern.compile("\\d\\s?%");

  private static final Pattern CHANGE =
      Pattern.compile(
          "(?i)\\b(?:chang|reduc|decreas|improvement|improved by|relie|resol|declin|fell|baseline|margin\\b|limits?\\b|bound)");

  /** A pair of values of one outcome, the claim's subject first. */
  private record Pair(EvidenceRecord subject, EvidenceRecord comparator) {}

  @Override
  public String rule() {
    return "claim-direction";
  }

  @Override
  public String summary() {
    return "A claim of better or worse contradicts the values; correct the sentence.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Claim claim : note.claims()) {
      Boolean more = saysMore(note, claim);
      Study study = reading.study(claim.study());
      if (more == null
          || !claim.saysDirection()
          || study == null
          || !namesOne(reading, study, claim)) {
        continue;
      }
      List<Pair> pairs = pairs(reading, study, claim);
      if (pairs.isEmpty()) {
        continue;
      }
      candidates++;
      if (pairs.stream().allMatch(pair -> contradicts(pair, more))) {
        findings.add(finding(reading, claim, pairs, more));
      }
    }
    for (TotalMismatch.Result stated :
        List.of(StatedDirection.examine(reading), StatedChange.examine(reading))) {
      for (FindingDraft finding : stated.findings()) {
        if (findings.stream().noneMatch(its -> Places.meet(its, finding))) {
          findings.add(finding);
        }
      }
      candidates += stated.candidates();
    }
    return Examination.of(
        candidates, findings, "No claim compares two arms whose values the note prints.");
  }

  /** Whether the claim says that its subject's value is the higher one; null if it says neither. */
  private static @Nullable Boolean saysMore(NoteEvidence note, Claim claim) {
    return switch (claim.direction()) {
      case HIGHER -> Boolean.TRUE;
      case LOWER -> Boolean.FALSE;
      case BETTER -> isMore(note.better(claim.outcome()), Better.HIGHER);
      case WORSE -> isMore(note.better(claim.outcome()), Better.LOWER);
      default -> null;
    };
  }

  private static @Nullable Boolean isMore(Better good, Better ifMore) {
    return good == Better.NEITHER ? null : good == ifMore;
  }

  private static List<Pair> pairs(NoteReading reading, Study study, Claim claim) {
    NoteEvidence note = reading.note();
    Arm subject = arm(study, claim.subject());
    Arm comparator = arm(study, claim.comparator());
    if (subject == null || comparator == null || subject == comparator) {
      return List.of();
    }
    List<Pair> pairs = new ArrayList<>();
    for (EvidenceRecord one : note.records()) {
      if (!isAbout(one, study, subject, claim) || !isOfClaim(reading, claim, one)) {
        continue;
      }
      for (EvidenceRecord other : note.records()) {
        if (isAbout(other, study, comparator, claim)
            && besideEachOther(reading, one, other)
            && other.value().kind() == one.value().kind()
            && isOwn(reading, claim, one)
            && isInOrder(reading, claim, one, other)
            && Objects.equals(other.value().unit(), one.value().unit())
            && Objects.equals(other.outcome().at(), one.outcome().at())
            && Objects.equals(other.outcome().grade(), one.outcome().grade())
            && Objects.equals(other.outcome().population(), one.outcome().population())
            && Objects.equals(other.outcome().statistic(), one.outcome().statistic())) {
          pairs.add(new Pair(one, other));
        }
      }
    }
    return pairs;
  }

  /**
   * Whether a value is the outcome's own: the time to a bad event is good if long, and so is a
   * large reduction of it.
   */
  private static boolean isOwn(NoteReading reading, Claim claim, EvidenceRecord value) {
    Span sentence = reading.sentenceAt(value.source().span());
    String words = sentence == null ? "" : reading.document().quote(sentence);
    if (CHANGE.matcher(words).find()) {
      return false;
    }
    boolean judges =
        claim.direction() == Claim.Direction.BETTER || claim.direction() == Claim.Direction.WORSE;
    return !judges
        || reading.note().better(claim.outcome()) == Better.HIGHER
        || value.value().kind() == Measure.Kind.PERCENT
            && !CHANGE.matcher(value.outcome().label()).find();
  }

  /** In one row of a table or one sentence: what stands apart may be of two analyses. */
  private static boolean besideEachOther(
      NoteReading reading, EvidenceRecord one, EvidenceRecord other) {
    CellAddress a = one.source().cell();
    CellAddress b = other.source().cell();
    if (a != null && b != null) {
      return a.table().equals(b.table()) && a.row() == b.row();
    }
    return a == null
        && b == null
        && reading.sameSentence(one.source().span(), other.source().span())
        && !SHARE.matcher(reading.between(one.source(), other.source())).find();
  }

  /**
   * Whether the words bear out whose the two values of a sentence are: names that stand before both
   * have their order, and no value stands right behind the other arm's name. A value that went to
   * the other arm tells nothing.
   */
  private static boolean isInOrder(
      NoteReading reading, Claim claim, EvidenceRecord one, EvidenceRecord other) {
    Span sentence = reading.sentenceAt(one.source().span());
    String subject = claim.subject();
    String comparator = claim.comparator();
    if (sentence == null || subject == null || comparator == null) {
      return true;
    }
    Span a = one.source().span();
    Span b = other.source().span();
    boolean subjectFirst = a.start() < b.start();
    Span first = subjectFirst ? a : b;
    Span second = subjectFirst ? b : a;
    String own = (subjectFirst ? subject : comparator).toLowerCase(Locale.ROOT);
    String others = (subjectFirst ? comparator : subject).toLowerCase(Locale.ROOT);
    String before = words(reading, sentence.start(), first.start());
    String between = words(reading, first.end(), second.start());
    boolean both = before.contains(own) && before.contains(others);
    return (!both || before.lastIndexOf(own) < before.lastIndexOf(others))
        && (both || !before.contains(others))
        && (!between.contains(own) || between.contains(others));
  }

  private static String words(NoteReading reading, int from, int to) {
    return from >= to ? "" : reading.document().quote(new Span(from, to)).toLowerCase(Locale.ROOT);
  }

  /**
   * In an article what is said of an event or a free end point is compared with figures of the same
   * sentence alone; a time is no value of them at all.
   */
  private static boolean isOfClaim(NoteReading reading, Claim claim, EvidenceRecord record) {
    boolean free = claim.outcome().code().equals("AE") || claim.outcome().code().equals("OTHER");
    return !free
        || record.source().cell() != null
        || !reading.isArticle()
        || record.value().kind() == Measure.Kind.PERCENT
            && claim.span().contains(record.source().span());
  }

  /** Whether the claim's own words name an arm; two that were guessed may be two others. */
  private static boolean namesOne(NoteReading reading, Study study, Claim claim) {
    String words = reading.document().quote(claim.span()).toLowerCase(Locale.ROOT);
    Arm subject = arm(study, claim.subject());
    Arm comparator = arm(study, claim.comparator());
    return subject != null
        && comparator != null
        && (isNamed(words, subject, claim.subject())
            || isNamed(words, comparator, claim.comparator()));
  }

  private static boolean isNamed(String words, Arm arm, @Nullable String name) {
    return (name != null && words.contains(name.toLowerCase(Locale.ROOT)))
        || words.contains(NoteReading.name(arm).toLowerCase(Locale.ROOT));
  }

  private static @Nullable Arm arm(Study study, @Nullable String name) {
    if (name == null) {
      return null;
    }
    String asked = name.toLowerCase(Locale.ROOT);
    List<Arm> found =
        study.arms().stream()
            .filter(arm -> arm.role() == Arm.Role.INTERVENTION || arm.role() == Arm.Role.CONTROL)
            .filter(
                arm ->
                    asked.equals(arm.drug())
                        || asked.equals(NoteReading.name(arm).toLowerCase(Locale.ROOT))
                        || isArmOf(asked, NoteReading.name(arm).toLowerCase(Locale.ROOT)))
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }

  /** {@code the placebo group} is the arm of {@code placebo}. */
  private static boolean isArmOf(String asked, String name) {
    String bare = name.startsWith("the ") && !asked.startsWith("the ") ? name.substring(4) : name;
    return bare.equals(asked + " arm") || bare.equals(asked + " group");
  }

  private static boolean isAbout(EvidenceRecord record, Study study, Arm arm, Claim claim) {
    Outcome said = claim.outcome();
    Outcome measured = record.outcome();
    Measure value = record.value();
    return study.id().equals(record.study())
        && record.arms().size() == 1
        && record.candidates().isEmpty()
        && NoteReading.sameArm(record.arms().get(0), arm)
        && value.value() != null
        && value.value().value().signum() >= 0
        && value.comparator() == Measure.Comparator.EQUAL
        && (value.kind() == Measure.Kind.PERCENT || value.kind() == Measure.Kind.DURATION)
        && said.code().equals(measured.code())
        && (!said.code().equals("AE") && !said.code().equals("OTHER")
            || said.term() != null && said.term().equals(measured.term()))
        && (said.at() == null || said.at().equals(measured.at()))
        && (said.grade() == null || said.grade().equals(measured.grade()))
        && ClaimSignificance.samePopulation(said.population(), measured.population());
  }

  /** A column of a table is an arm's for sure; in an article's sentence the words decide it. */
  private static Severity severity(NoteReading reading, List<Pair> pairs) {
    boolean inTable = pairs.stream().allMatch(pair -> pair.subject.source().cell() != null);
    return inTable || !reading.isArticle() ? Severity.ERROR : Severity.WARNING;
  }

  private static boolean contradicts(Pair pair, boolean more) {
    ReportedNumber one = Objects.requireNonNull(pair.subject.value().value());
    ReportedNumber other = Objects.requireNonNull(pair.comparator.value().value());
    return more ? StatedDirection.isLess(one, other) : StatedDirection.isLess(other, one);
  }

  private static FindingDraft finding(
      NoteReading reading, Claim claim, List<Pair> pairs, boolean more) {
    Pair first = pairs.get(0);
    String subject = NoteReading.name(first.subject.arms().get(0));
    String comparator = NoteReading.name(first.comparator.arms().get(0));
    String outcome = ClaimSignificance.name(claim.outcome());
    FindingDraft finding =
        FindingDraft.of(
                severity(reading, pairs),
                outcome
                    + " is claimed "
                    + (more ? "higher" : "lower")
                    + " with "
                    + subject
                    + ", but is "
                    + Printed.words(first.subject.value())
                    + " against "
                    + Printed.words(first.comparator.value())
                    + ".")
            .found(more ? "higher" : "lower")
            .expected(more ? "lower" : "higher")
            .at(new Source(claim.span(), claim.section(), null))
            .settle("Look up the values in the source, and correct the sentence or the table.")
            .identity(reading.studyName(claim.study()), outcome, subject, comparator, more);
    for (Pair pair : pairs) {
      finding
          .at(pair.subject.source(), pair.comparator.source())
          .step(
              outcome + " " + reading.place(pair.subject.source()),
              subject + " against " + comparator,
              Printed.words(pair.subject.value())
                  + " against "
                  + Printed.words(pair.comparator.value()));
    }
    return finding;
  }
}
