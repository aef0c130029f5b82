package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The most that a note says were randomised, against those whom it later counts as treated,
 * completed or analysed.
 */
final class LaterCounts {

  private static final Set<FlowStage> LATER =
      EnumSet.of(
          FlowStage.RECEIVED,
          FlowStage.NOT_RECEIVED,
          FlowStage.COMPLETED,
          FlowStage.ANALYSED,
          FlowStage.DISCONTINUED,
          FlowStage.LOST);

  /** Words of a note that tells of more people than one trial randomised. */
  private static final Pattern MORE_PEOPLE =
      Pattern.compile(
          "(?i)\\b(?:open[ -]label|extension|pooled|meta-?analys\\w+|registry|observational|non-?randomi[sz]ed|healthy|cohorts?"
              + "|two (?:trials|studies)|both (?:trials|studies)|run-?in|lead-?in|clusters?|villages?|households?|re-?randomi[sz]ed|previous|historical)\\b");

  private LaterCounts() {}

  static TotalMismatch.Result examine(NoteReading reading, List<FlowCount.OfUnit> counted) {
    if (reading.note().studies().size() > 1 && !reading.isArticle()) {
      return TotalMismatch.Result.NONE;
    }
    List<FlowCount> randomised =
        counted.stream()
            .flatMap(each -> each.counts().stream())
            .filter(its -> its.stage() == FlowStage.RANDOMISED && its.named())
            .toList();
    int all = randomised.stream().mapToInt(FlowCount::n).max().orElse(0);
    List<FlowCount> whole = randomised.stream().filter(its -> its.n() == all).toList();
    // Said once, it may be the size of an arm.
    if (whole.size() < 2) {
      return TotalMismatch.Result.NONE;
    }
    List<FlowCount> later = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      if (unit.cell() == null && MORE_PEOPLE.matcher(unit.reading().text()).find()) {
        return TotalMismatch.Result.NONE;
      }
      if (FlowSentences.isProse(unit) && FlowSentences.isOfThisTrial(reading, unit.section())) {
        FlowCount.in(reading, unit).stream().filter(LaterCounts::isLater).forEach(later::add);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    for (FlowCount count : later) {
      if (count.n() > all) {
        findings.add(finding(whole.get(0), count));
      }
    }
    return TotalMismatch.Result.of(later.size(), findings.size() == 1 ? findings : List.of());
  }

  private static boolean isLater(FlowCount count) {
    return count.named()
        && !count.bracketed()
        && count.stage() != null
        && LATER.contains(count.stage());
  }

  private static FindingDraft finding(FlowCount randomised, FlowCount later) {
    String stage = later.stage() == null ? "counted" : later.stage().words();
    return FindingDraft.of(
            Severity.WARNING,
            Figures.plain(later.n())
                + " "
                + stage
                + ", but only "
                + Figures.plain(randomised.n())
                + " were randomised.")
        .expected("at most " + Figures.plain(randomised.n()))
        .found(Figures.plain(later.n()))
        .at(randomised.place(), later.place())
        .step("Randomised", null, Figures.plain(randomised.n()))
        .step("Later " + stage, "cannot be more", Figures.plain(later.n()))
        .settle("Look up the flow of participants; one of the two may count other people.")
        .identity("later", stage, randomised.n(), later.n());
  }
}
