package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The same time to two decimals in cells of a table that should differ. */
final class RepeatedValue implements ConsistencyCheck {

  /** Times with fewer decimals are equal by chance too often to be worth a look. */
  private static final int DECIMALS = 2;

  @Override
  public String rule() {
    return "repeated-value";
  }

  @Override
  public String summary() {
    return "One figure stands in several cells; check that none was copied.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Map<String, List<EvidenceRecord>> groups = new LinkedHashMap<>();
    int candidates = 0;
    for (EvidenceRecord record : note.records()) {
      CellAddress cell = record.source().cell();
      ReportedNumber value = record.value().value();
      if (cell != null
          && value != null
          && value.decimals() >= DECIMALS
          && value.value().signum() > 0
          && (record.value().kind() == Kind.DURATION || record.value().kind() == Kind.MEDIAN)
          && !record.isComparison()) {
        candidates++;
        String key = cell.table() + " " + Printed.words(record.value());
        groups.computeIfAbsent(key, any -> new ArrayList<>()).add(record);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    for (List<EvidenceRecord> group : groups.values()) {
      Set<String> meanings = group.stream().map(RepeatedValue::meaning).collect(Collectors.toSet());
      Set<CellAddress> cells = new LinkedHashSet<>();
      group.forEach(record -> cells.add(record.source().cell()));
      if (cells.size() > 1 && meanings.size() > 1) {
        findings.add(finding(reading, group, cells.size()));
      }
    }
    return Examination.of(candidates, findings, "No table prints times to two decimals.");
  }

  private static String meaning(EvidenceRecord record) {
    return String.join(
        " ",
        record.arms().stream().map(NoteReading::name).collect(Collectors.joining("+")),
        record.outcome().code(),
        record.outcome().label(),
        String.valueOf(record.outcome().population()));
  }

  private static FindingDraft finding(NoteReading reading, List<EvidenceRecord> group, int cells) {
    EvidenceRecord first = group.get(0);
    EvidenceRecord last = group.get(group.size() - 1);
    String value = Printed.words(first.value());
    String message =
        cells == 2
            ? value + " is both " + brief(first) + " and " + brief(last) + "."
            : value
                + " stands in "
                + cells
                + " cells of "
                + reading.place(first.source()).substring("in ".length())
                + ".";
    FindingDraft finding =
        FindingDraft.of(Severity.NOTE, message)
            .found(value)
            .settle("Compare the cells with the source; tied medians occur, copied cells too.")
            .identity(reading.studyName(first.study()), value, cells);
    for (EvidenceRecord record : group) {
      finding
          .at(record.source())
          .step(record.outcome().label(), arms(record), Printed.words(record.value()));
    }
    return finding;
  }

  private static String brief(EvidenceRecord record) {
    String code = record.outcome().code();
    String statistic = record.outcome().statistic();
    return (statistic == null ? "" : statistic + " ")
        + (code.equals("OTHER") ? record.outcome().label() : code)
        + (record.arms().isEmpty() ? "" : " of “" + arms(record) + "”");
  }

  private static String arms(EvidenceRecord record) {
    return record.arms().stream().map(NoteReading::name).collect(Collectors.joining(", "));
  }
}
