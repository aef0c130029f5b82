package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.NoteEvidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trial that names one primary end point in one place and another one in another. */
final class PrimaryEndPoint implements ConsistencyCheck {

  /** Half a month: a visit at six months is one at 26 weeks. */
  private static final BigDecimal SAME_VISIT = new BigDecimal("15.3");

  private static final String SETTLE =
      "Look up the primary end point in the trial's registration or protocol.";

  @Override
  public String rule() {
    return "primary-end-point";
  }

  @Override
  public String summary() {
    return "The primary end point has two names or times; look it up in the registration.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    List<EndPointStatement> said = reading.endPoints();
    if (!reading.isArticle() && note.studies().size() > 1) {
      return Examination.notApplicable(
          "The note tells of several studies, each with an end point of its own.");
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (int i = 0; i < said.size(); i++) {
      for (int j = i + 1; j < said.size() && findings.isEmpty(); j++) {
        candidates++;
        FindingDraft finding = judge(reading, said, said.get(i), said.get(j));
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return Examination.of(
        candidates, findings, "The note does not say twice what its primary end point is.");
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading,
      List<EndPointStatement> all,
      EndPointStatement one,
      EndPointStatement other) {
    if (one.isOfSameName(other)) {
      return times(reading, one, other);
    }
    // A third sentence that names both says that there are two.
    boolean both = all.stream().anyMatch(its -> its.isOfSameName(one) && its.isOfSameName(other));
    if (both || one.names().size() != 1 || other.names().size() != 1) {
      return null;
    }
    String first = one.names().values().iterator().next();
    String second = other.names().values().iterator().next();
    return finding(reading, one, other, first, second)
        .identity("name", one.names().keySet(), other.names().keySet());
  }

  private static @Nullable FindingDraft times(
      NoteReading reading, EndPointStatement one, EndPointStatement other) {
    boolean sameName =
        one.names().keySet().equals(other.names().keySet()) || one.stems().equals(other.stems());
    if (!sameName || one.times().size() != 1 || other.times().size() != 1) {
      return null;
    }
    Map.Entry<BigDecimal, String> first = one.times().entrySet().iterator().next();
    Map.Entry<BigDecimal, String> second = other.times().entrySet().iterator().next();
    if (first.getKey().subtract(second.getKey()).abs().compareTo(SAME_VISIT) <= 0) {
      return null;
    }
    return finding(reading, one, other, first.getValue(), second.getValue())
        .identity("time", one.names().keySet(), first.getValue(), second.getValue());
  }

  private static FindingDraft finding(
      NoteReading reading,
      EndPointStatement one,
      EndPointStatement other,
      String first,
      String second) {
    return FindingDraft.of(
            Severity.WARNING,
            "The primary end point is “"
                + first
                + "” "
                + reading.place(one.place())
                + ", but “"
                + second
                + "” "
                + reading.place(other.place())
                + ".")
        .found(first + " and " + second)
        .expected("one primary end point")
        .at(one.place(), other.place())
        .step("Stated " + reading.place(one.place()), null, reading.quote(one.place()))
        .step("Stated " + reading.place(other.place()), null, reading.quote(other.place()))
        .settle(SETTLE);
  }
}
