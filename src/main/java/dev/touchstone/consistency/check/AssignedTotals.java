package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The groups of a sentence against the total that the same sentence gives. */
final class AssignedTotals {

  private AssignedTotals() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    Denominators denominators = reading.denominators();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (AssignedGroups groups : reading.assignedGroups()) {
      Integer total = groups.total();
      int most = groups.sizes().stream().mapToInt(Integer::intValue).max().orElse(0);
      // Groups far from the total are parts of it that were named for another reason.
      if (total == null || most == total || most > 2 * total || groups.sum() < total / 2) {
        continue;
      }
      candidates++;
      if (groups.sum() != total && !groups.isTold()) {
        FindingDraft finding = finding(groups, total);
        for (Source again : denominators.placesOf(groups.sum())) {
          finding
              .at(again)
              .step("Printed " + reading.place(again), null, Figures.plain(groups.sum()));
        }
        findings.add(finding);
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static FindingDraft finding(AssignedGroups groups, int total) {
    String added = groups.sizes().stream().map(Figures::plain).collect(Collectors.joining(" + "));
    Source place = Objects.requireNonNull(groups.totalPlace());
    return FindingDraft.of(
            Severity.WARNING,
            "The groups of "
                + added
                + " make "
                + Figures.plain(groups.sum())
                + " patients, not "
                + Figures.plain(total)
                + ".")
        .expected(Figures.plain(groups.sum()))
        .found(Figures.plain(total))
        .at(place)
        .at(groups.places())
        .step("Sum of the groups", added, Figures.plain(groups.sum()))
        .step("Stated in the same sentence", null, Figures.plain(total))
        .settle("Look up how many were randomised to each group in the source.")
        .identity("assigned", total, groups.sizes());
  }
}
