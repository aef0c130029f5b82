package dev.touchstone.evidence;

import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Results of a sentence that are no measured figures: a dose that was found tolerable, responses
 * that nobody had.
 */
final class OtherResults {

  private static final Pattern OBSERVED =
      Pattern.compile(
          "(?i)\\W*(?:was|were|had been|have been)?\\s*(?:observed|seen|reported|recorded|noted|achieved|documented)\\b.*",
          Pattern.DOTALL);

  private static final Pattern TO_DOSE =
      Pattern.compile("(?is)[^,;.]{0,60}?(?:\\b(?:was|is|of|at|be)\\b|:)[^,;.]{0,40}");

  private static final Set<String> RESPONSES = Set.of("CR", "PR", "ORR", "PCR");

  private final Unit unit;
  private final Sentence sentence;
  private final String text;
  private final StudyContext studies;
  private final GroupArms groups;
  private final List<Mention> outcomes;
  private final RowArms arms;
  private final SentenceRecords records;

  OtherResults(
      Unit unit,
      Sentence sentence,
      StudyContext studies,
      GroupArms groups,
      List<Mention> outcomes,
      RowArms arms,
      SentenceRecords records) {
    this.unit = unit;
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.studies = studies;
    this.groups = groups;
    this.outcomes = outcomes;
    this.arms = arms;
    this.records = records;
  }

  /** "The MTD was 0.2 mg/kg": outcomes whose values are doses. */
  void readDoses() {
    for (Mention outcome : outcomes) {
      if (!DoseOutcomes.isValue(outcome.outcome())) {
        continue;
      }
      Mention dose =
          unit.mentions(sentence).stream()
              .filter(mention -> mention.type() == MentionType.DOSE)
              .filter(mention -> mention.start() >= outcome.end() && mention.dose().unit() != null)
              .findFirst()
              .orElse(null);
      if (dose == null
          || outcomeBetween(outcome.end(), dose.start())
          || !TO_DOSE.matcher(text.substring(outcome.end(), dose.start())).matches()) {
        continue;
      }
      Dose its = dose.dose();
      Measure measure =
          new Measure(
              Kind.DOSE,
              its.value(),
              its.low(),
              its.high(),
              null,
              Comparator.EQUAL,
              its.unit(),
              null,
              null);
      Study study = studies.studyAt(unit, dose.end());
      groups.tolerates(study, dose);
      Arm whole = RowArms.whole(study);
      records.add(
          dose.start(),
          dose.end(),
          measure,
          dose.id(),
          outcome,
          null,
          outcome.outcome(),
          Whose.of(whole == null ? null : new Attached(whole, null, "all of the study")),
          study);
    }
  }

  /** "No partial responses were observed in the control arm" is a count of 0. */
  void readDenied() {
    for (Mention outcome : outcomes) {
      if (!outcome.negated() || !RESPONSES.contains(outcome.outcome().code())) {
        continue;
      }
      String lead = text.substring(sentence.start(), outcome.start()).toLowerCase(Locale.ROOT);
      int no = lead.lastIndexOf("no ");
      boolean near = no >= 0 && lead.length() - no <= 25;
      if (!near || !OBSERVED.matcher(text.substring(outcome.end(), sentence.end())).matches()) {
        continue;
      }
      int start = sentence.start() + no;
      Study study = studies.studyAt(unit, outcome.end());
      Arm arm = arms.ofDenied(outcome.end(), study);
      Measure zero =
          new Measure(
              Kind.COUNT,
              new ReportedNumber("no", BigDecimal.ZERO),
              null,
              null,
              null,
              Comparator.EQUAL,
              null,
              null,
              null);
      String mention =
          unit.mentions(sentence).stream()
              .filter(value -> value.type() == MentionType.MEASURE && value.start() == start)
              .map(Mention::id)
              .findFirst()
              .orElse(null);
      records.add(
          start,
          outcome.end(),
          zero,
          mention,
          outcome,
          null,
          outcome.outcome(),
          Whose.of(arm == null ? null : new Attached(arm, null, "named behind its value")),
          study);
    }
  }

  private boolean outcomeBetween(int from, int to) {
    return outcomes.stream().anyMatch(outcome -> outcome.start() >= from && outcome.end() <= to);
  }
}
