package dev.touchstone.consistency.check;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its interval.
 *
 * @param value the estimate; null where an interval stands alone
 * @param interval the record of the interval; the estimate's own where both are one measure
 */
record Estimate(
    @Nullable EvidenceRecord estimate,
    @Nullable ReportedNumber value,
    EvidenceRecord interval,
    ReportedNumber low,
    ReportedNumber high) {

  Measure measure() {
    return interval.value();
  }

  boolean isConfidenceInterval() {
    Kind kind = measure().kind();
    return kind != Kind.RANGE && kind != Kind.IQR && kind != Kind.SD;
  }

  /** Where the estimate alone is printed, as far as it can be told from its interval. */
  Source place(NoteReading reading) {
    EvidenceRecord owner = estimate == null ? interval : estimate;
    return value == null ? owner.source() : part(reading, owner, value.asWritten(), "");
  }

  /** Where the limits are printed. */
  Source intervalPlace(NoteReading reading) {
    return part(reading, interval, low.asWritten(), high.asWritten());
  }

  /** The part of a record's words that goes from one figure to another. */
  private static Source part(NoteReading reading, EvidenceRecord of, String from, String to) {
    Mention mention = reading.mention(of.valueMention());
    Source whole = mention == null ? of.source() : NoteReading.at(mention);
    String words = reading.document().quote(whole.span());
    String ends = to.isEmpty() ? "" : "\\D{1,12}" + Pattern.quote(to);
    Matcher printed = Pattern.compile("(?<!\\d)" + Pattern.quote(from) + ends).matcher(words);
    if (!printed.find()) {
      return of.source();
    }
    int at = whole.span().start();
    return new Source(
        new Span(at + printed.start(), at + printed.end()), whole.section(), whole.cell());
  }

  /** All intervals of the note, with their estimates. */
  static List<Estimate> in(NoteReading reading) {
    Map<String, List<EvidenceRecord>> rows = new HashMap<>();
    for (EvidenceRecord record : reading.note().records()) {
      CellAddress cell = record.source().cell();
      if (cell != null) {
        rows.computeIfAbsent(cell.table() + "/" + cell.row(), key -> new ArrayList<>()).add(record);
      }
    }
    List<Estimate> found = new ArrayList<>();
    for (List<EvidenceRecord> statement : reading.statements()) {
      for (int i = 0; i < statement.size(); i++) {
        EvidenceRecord record = statement.get(i);
        Measure measure = record.value();
        ReportedNumber low = measure.low();
        ReportedNumber high = measure.high();
        if (low == null || high == null || measure.kind() == Kind.DOSE) {
          continue;
        }
        if (measure.value() != null) {
          found.add(new Estimate(record, measure.value(), record, low, high));
          continue;
        }
        EvidenceRecord estimate = before(statement, i);
        CellAddress cell = record.source().cell();
        if (estimate == null && cell != null && i == 0) {
          estimate =
              besideIt(rows.getOrDefault(cell.table() + "/" + cell.row(), List.of()), record, cell);
        }
        found.add(
            new Estimate(
                estimate, estimate == null ? null : estimate.value().value(), record, low, high));
      }
    }
    return found;
  }

  private static @Nullable EvidenceRecord before(List<EvidenceRecord> statement, int interval) {
    EvidenceRecord its = statement.get(interval);
    for (int i = interval - 1; i >= 0; i--) {
      EvidenceRecord candidate = statement.get(i);
      if (candidate.value().low() != null) {
        return null;
      }
      if (isEstimate(candidate) && sameUnit(candidate, its) && !isLevel(candidate, its)) {
        return candidate;
      }
    }
    return null;
  }

  /** The estimate in the cell to the left, where a column of its own holds the interval. */
  private static @Nullable EvidenceRecord besideIt(
      List<EvidenceRecord> row, EvidenceRecord interval, CellAddress cell) {
    List<EvidenceRecord> left =
        row.stream()
            .filter(
                record -> {
                  CellAddress its = record.source().cell();
                  return its != null
                      && its.col() == cell.col() - 1
                      && record.value().kind().isRatio()
                      && record.arms().equals(interval.arms());
                })
            .toList();
    return left.size() == 1 && isEstimate(left.get(0)) ? left.get(0) : null;
  }

  private static boolean isEstimate(EvidenceRecord record) {
    Measure measure = record.value();
    return measure.value() != null
        && measure.low() == null
        && measure.kind() != Kind.P_VALUE
        && measure.kind() != Kind.SD;
  }

  /** The 95 of "95% confidence" before an interval that is not in percent is no estimate. */
  private static boolean isLevel(EvidenceRecord candidate, EvidenceRecord interval) {
    ReportedNumber value = candidate.value().value();
    ReportedNumber level = interval.value().level();
    return value != null
        && level != null
        && value.value().compareTo(level.value()) == 0
        && !"%".equals(interval.value().unit());
  }

  private static boolean sameUnit(EvidenceRecord estimate, EvidenceRecord interval) {
    String one = estimate.value().unit();
    String other = interval.value().unit();
    // "-40 ± 88 ng/mL (mean difference -270, 95% CI …)": a difference leaves the unit out.
    boolean unsaid = one == null && estimate.value().kind() == Kind.DIFFERENCE;
    return other == null || unsaid || Objects.equals(one, other);
  }
}
