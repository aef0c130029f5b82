package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.Denominator.Rank;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import java.util.ArrayList;
import java.util.List;

/** Counts and percentages of a column that agree on a number which is not the one stated. */
final class ImpliedDenominator implements ConsistencyCheck {

  @Override
  public String rule() {
    return "implied-denominator";
  }

  @Override
  public String summary() {
    return "Counts and percentages imply another denominator; ask which population was counted.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    Denominators denominators = reading.denominators();
    for (ShareGroup group : reading.shareGroups()) {
      candidates++;
      Denominator stated = group.stated();
      ShareGroup.Implied implied = group.implied();
      if (implied == null || stated == null || !group.speaksAgainstItsNumber()) {
        continue;
      }
      boolean named = denominators.states(implied.range());
      if (stated.rank() == Rank.HEADER || !named) {
        findings.add(finding(reading, group, stated, implied, named));
      }
    }
    for (FindingDraft finding : ColumnShares.numbers(reading, denominators)) {
      if (findings.stream().noneMatch(its -> Places.meet(its, finding))) {
        findings.add(finding);
      }
    }
    return Examination.of(
        candidates, findings, "No table prints counts together with their percentages.");
  }

  private static FindingDraft finding(
      NoteReading reading,
      ShareGroup group,
      Denominator stated,
      ShareGroup.Implied implied,
      boolean named) {
    boolean wholeColumn =
        stated.rank() == Rank.HEADER
            && group.fitting().isEmpty()
            && implied.pairs().size() == group.open().size();
    int pairs = implied.pairs().size();
    Share first = implied.pairs().get(0);
    Source anywhere = first.countRecord().source();
    String where =
        wholeColumn
            ? "the column headed n=" + Figures.plain(stated.n())
            : reading.place(anywhere).substring(3);
    String message =
        pairs
            + " pairs of "
            + where
            + " fit "
            + implied.range().words()
            + " patients"
            + (wholeColumn ? "." : "; the note states " + Figures.plain(stated.n()) + ".");
    // Another population that the note names explains the column; its header is still misleading.
    Severity severity = named ? Severity.NOTE : severity(reading, stated, wholeColumn);
    FindingDraft finding =
        FindingDraft.of(severity, message)
            .expected(implied.range().words())
            .found(String.valueOf(stated.n()))
            .settle(
                "Look up in the source how many patients were evaluated for these rows, and state"
                    + " it.")
            .identity(reading.studyName(first.countRecord().study()), stated.n(), pairs);
    for (Share share : implied.pairs()) {
      String pair = share.count().asWritten() + " (" + percent(share) + ")";
      Share.Range range = share.denominators();
      finding
          .at(share.countRecord().source(), share.percentRecord().source())
          .identity(pair)
          .step(
              pair,
              share.count().asWritten() + " of " + stated.n() + " is " + share.printed(stated.n()),
              range == null ? "fits no number" : "fits " + range.words());
    }
    for (Share share : group.fitting()) {
      // Another row of the table that goes by the stated number: one table, two populations.
      finding
          .at(share.countRecord().source(), share.percentRecord().source())
          .step(
              share.count().asWritten() + " (" + percent(share) + ")",
              share.count().asWritten() + " of " + stated.n() + " is " + share.printed(stated.n()),
              share.fits(stated.n()) ? "fits " + stated.n() : null);
    }
    Source place = stated.place();
    if (place != null) {
      finding.at(place);
    }
    return finding;
  }

  /** In an article the columns of a table are more often misread than miscounted. */
  private static Severity severity(NoteReading reading, Denominator stated, boolean wholeColumn) {
    if (wholeColumn) {
      return Severity.ERROR;
    }
    boolean article = reading.isArticle();
    return article && stated.rank() != Rank.HEADER ? Severity.NOTE : Severity.WARNING;
  }

  private static String percent(Share share) {
    return share.percent().asWritten().replace("%", "").strip() + "%";
  }
}
