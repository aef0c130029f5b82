package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import java.util.List;

/** All checks, in the order of the ledger and of the report. */
public final class CheckCatalogue {

  public static final List<ConsistencyCheck> ALL =
      List.of(new PercentCount(), new ImpliedDenominator());

  private CheckCatalogue() {}
}
