package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.CorpusCheck;
import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order of the ledger and of the report. */
public final class CheckCatalogue {

  public static final List<ConsistencyCheck> ALL =
      List.of(
          new DoseArithmetic(),
          new DoseLimit(),
          new DoseConflict(),
          new PercentCount(),
          new ImpliedDenominator(),
          new ValueConflict(),
          new TotalMismatch(),
          new ParticipantFlow(),
          new AllocationMismatch(),
          new ResponseSum(),
          new IntervalEstimate(),
          new Moments(),
          new PInterval(),
          new PStatistic(),
          new TimeOrder(),
          new ClaimSignificance(),
          new ClaimDirection(),
          new RatioDirection(),
          new Conclusion(),
          new PrimaryEndPoint(),
          new StudyIdentity(),
          new DefinitionConflict(),
          new RepeatedValue(),
          new Citations());

  /** The check that compares documents. */
  public static final CorpusCheck ACROSS = new CrossDocument();

  private CheckCatalogue() {}

  /** All rules, that between documents last. */
  public static List<String> rules() {
    return Stream.concat(ALL.stream().map(ConsistencyCheck::rule), Stream.of(ACROSS.rule()))
        .toList();
  }
}
