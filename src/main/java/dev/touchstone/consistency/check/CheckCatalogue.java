package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import java.util.List;

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
          new AllocationMismatch(),
          new ResponseSum(),
          new IntervalEstimate(),
          new PInterval(),
          new PStatistic(),
          new TimeOrder(),
          new ClaimSignificance(),
          new ClaimDirection(),
          new StudyIdentity(),
          new DefinitionConflict(),
          new RepeatedValue(),
          new Citations());

  private CheckCatalogue() {}
}
