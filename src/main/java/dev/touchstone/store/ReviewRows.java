package dev.touchstone.store;

import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Place;
import dev.touchstone.document.Section;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The review of one note as rows, table by table. */
final class ReviewRows {

  private final JdbcTemplate jdbc;
  private final long documentId;
  private final NoteReview review;
  private final Document document;

  ReviewRows(JdbcTemplate jdbc, long documentId, NoteReview review) {
    this.jdbc = jdbc;
    this.documentId = documentId;
    this.review = review;
    this.document = review.evidence().document();
  }

  void insert() {
    sections();
    tables();
    cells();
    mentions();
    studies();
    arms();
    regimens();
    evidence();
    claims();
    findings();
    places();
    checks();
  }

  private BulkInsert into(String table, String... columns) {
    return new BulkInsert(jdbc, documentId, table, columns);
  }

  private void sections() {
    BulkInsert rows =
        into(
            "sections",
            "section_id",
            "parent_id",
            "level:int",
            "title",
            "role",
            "start_offset:int",
            "end_offset:int",
            "page:int");
    for (Section section : document.sections()) {
      Span span = section.span();
      rows.add(
          section.id(),
          section.parent(),
          section.level(),
          section.title(),
          section.role().code(),
          span.start(),
          span.end(),
          startOf(span).page());
    }
    rows.flush();
  }

  private void tables() {
    BulkInsert rows =
        into(
            "tables",
            "table_id",
            "section_id",
            "label",
            "caption",
            "row_count:int",
            "col_count:int",
            "header_rows:int",
            "header_cols:int",
            "notes",
            "page:int");
    for (Table table : document.tables()) {
      String notes =
          table.notes().stream().map(ReviewRows::asPrinted).collect(Collectors.joining("\n"));
      rows.add(
          table.id(),
          table.section(),
          table.label(),
          table.caption().text(),
          table.rows(),
          table.cols(),
          table.headerRows(),
          table.headerCols(),
          notes,
          startOf(table.span()).page());
    }
    rows.flush();
  }

  private static String asPrinted(TableNote note) {
    String marker = note.marker();
    return marker == null ? note.passage().text() : marker + " " + note.passage().text();
  }

  private void cells() {
    BulkInsert rows =
        into(
            "cells",
            "table_id",
            "row_no:int",
            "col_no:int",
            "row_span:int",
            "col_span:int",
            "is_header:bool",
            "cell_text");
    for (Table table : document.tables()) {
      for (Cell cell : table.cells()) {
        rows.add(
            table.id(),
            cell.row(),
            cell.col(),
            cell.rowSpan(),
            cell.colSpan(),
            cell.header(),
            cell.text());
      }
    }
    rows.flush();
  }

  private void mentions() {
    BulkInsert rows =
        into(
            "mentions",
            "mention_id",
            "type",
            "mention_text",
            "name",
            "kind",
            "printed",
            "number:number",
            "low:number",
            "high:number",
            "unit",
            "negated:bool",
            "section_id",
            "table_id",
            "row_no:int",
            "col_no:int",
            "start_offset:int",
            "end_offset:int",
            "origin");
    for (Mention mention : review.evidence().mentions()) {
      MentionColumns of = MentionColumns.of(mention.normal());
      CellAddress cell = mention.cell();
      rows.add(
          mention.id(),
          mention.type().code(),
          mention.text(),
          of.name(),
          of.kind(),
          printed(of.value()),
          number(of.value()),
          number(of.low()),
          number(of.high()),
          of.unit(),
          mention.negated(),
          mention.section(),
          cell == null ? null : cell.table(),
          cell == null ? null : cell.row(),
          cell == null ? null : cell.col(),
          mention.span().start(),
          mention.span().end(),
          mention.origin());
    }
    rows.flush();
  }

  private void studies() {
    BulkInsert rows =
        into(
            "studies",
            "study_id",
            "label",
            "phase",
            "registry",
            "design",
            "randomised:int",
            "allocation");
    for (Study study : review.evidence().studies()) {
      rows.add(
          study.id(),
          study.label(),
          study.phase(),
          study.registry(),
          study.design(),
          study.randomised(),
          study.allocation());
    }
    rows.flush();
  }

  private void arms() {
    BulkInsert rows = into("arms", "arm_id", "study_id", "label", "role", "n:int", "drug");
    for (Study study : review.evidence().studies()) {
      for (Arm arm : study.arms()) {
        rows.add(arm.id(), study.id(), arm.label(), arm.role().code(), arm.n(), arm.drug());
      }
    }
    rows.flush();
  }

  private void regimens() {
    BulkInsert rows =
        into(
            "regimens",
            "regimen_id",
            "drug",
            "role",
            "printed",
            "dose:number",
            "dose_low:number",
            "dose_high:number",
            "unit",
            "times:number",
            "per:number",
            "per_unit",
            "route",
            "days",
            "daily_dose:number",
            "daily_unit",
            "words",
            "study_id",
            "arm_id",
            "section_id",
            "quote");
    for (Regimen regimen : review.evidence().regimens()) {
      Dose dose = regimen.dose();
      Dose.Frequency often = dose.frequency();
      Dose.Amount daily = dose.daily();
      rows.add(
          regimen.id(),
          regimen.drug(),
          regimen.role().code(),
          printed(dose.value()),
          number(dose.value()),
          number(dose.low()),
          number(dose.high()),
          dose.unit(),
          often == null ? null : number(often.times()),
          often == null ? null : number(often.per()),
          often == null ? null : often.unit(),
          dose.route(),
          dose.days(),
          daily == null ? null : number(daily.value()),
          daily == null ? null : daily.unit(),
          dose.as(),
          regimen.study(),
          regimen.arm(),
          regimen.section(),
          document.quote(regimen.span()));
    }
    rows.flush();
  }

  private void evidence() {
    BulkInsert rows =
        into(
            "evidence",
            "evidence_id",
            "study_id",
            "arm_id",
            "arm",
            "arm_role",
            "arm_n:int",
            "compared_to",
            "outcome",
            "outcome_term",
            "outcome_words",
            "statistic",
            "grade",
            "population",
            "at_time:number",
            "at_unit",
            "value_kind",
            "printed",
            "number:number",
            "low:number",
            "high:number",
            "comparator",
            "unit",
            "missing",
            "section_id",
            "table_id",
            "row_no:int",
            "col_no:int",
            "page:int",
            "quote");
    for (EvidenceRecord record : review.evidence().records()) {
      Arm arm = record.arms().isEmpty() ? null : record.arms().get(0);
      Outcome outcome = record.outcome();
      Outcome.TimePoint at = outcome.at();
      Measure value = record.value();
      Measure.Missing missing = value.missing();
      Source source = record.source();
      CellAddress cell = source.cell();
      rows.add(
          record.id(),
          record.study(),
          arm == null ? null : arm.id(),
          arm == null ? null : arm.label(),
          arm == null ? null : arm.role().code(),
          arm == null ? null : arm.n(),
          record.isComparison() ? record.arms().get(1).label() : null,
          outcome.code(),
          outcome.term(),
          outcome.label(),
          outcome.statistic(),
          outcome.grade(),
          outcome.population(),
          at == null ? null : number(at.value()),
          at == null ? null : at.unit(),
          value.kind().code(),
          printed(value.value()),
          number(value.value()),
          number(value.low()),
          number(value.high()),
          value.comparator().symbol(),
          value.unit(),
          missing == null ? null : missing.code(),
          source.section(),
          cell == null ? null : cell.table(),
          cell == null ? null : cell.row(),
          cell == null ? null : cell.col(),
          document.locate(source.span()).page(),
          document.quote(source.span()));
    }
    rows.flush();
  }

  private void claims() {
    BulkInsert rows =
        into(
            "claims",
            "claim_id",
            "study_id",
            "subject",
            "comparator",
            "outcome",
            "outcome_words",
            "direction",
            "change",
            "significance",
            "section_id",
            "quote");
    for (Claim claim : review.evidence().claims()) {
      Claim.Change change = claim.change();
      rows.add(
          claim.id(),
          claim.study(),
          claim.subject(),
          claim.comparator(),
          claim.outcome().code(),
          claim.outcome().label(),
          claim.direction().code(),
          change == null ? null : change.code(),
          claim.significance().code(),
          claim.section(),
          document.quote(claim.span()));
    }
    rows.flush();
  }

  private void findings() {
    BulkInsert rows =
        into(
            "findings", "finding_id", "rule", "severity", "message", "expected", "found", "settle");
    for (Finding finding : review.findings()) {
      rows.add(
          finding.id(),
          finding.rule(),
          finding.severity().code(),
          finding.message(),
          finding.expected(),
          finding.found(),
          finding.settle());
    }
    rows.flush();
  }

  private void places() {
    BulkInsert rows =
        into(
            "finding_places",
            "finding_id",
            "place_no:int",
            "quote",
            "section_id",
            "table_id",
            "row_no:int",
            "col_no:int",
            "page:int",
            "locator");
    for (Finding finding : review.findings()) {
      int placeNumber = 0;
      for (Source source : finding.where()) {
        CellAddress cell = source.cell();
        Place place = document.locate(source.span());
        rows.add(
            finding.id(),
            ++placeNumber,
            document.quote(source.span()),
            source.section(),
            cell == null ? null : cell.table(),
            cell == null ? null : cell.row(),
            cell == null ? null : cell.col(),
            place.page(),
            place.locator());
      }
    }
    rows.flush();
  }

  private void checks() {
    BulkInsert rows = into("checks", "rule", "state", "candidates:int", "findings:int", "why");
    for (CheckRun run : review.ledger()) {
      rows.add(run.rule(), run.state().code(), run.candidates(), run.findings(), run.why());
    }
    rows.flush();
  }

  /** Where a long span begins; its end is of no interest and would have to be walked to. */
  private Place startOf(Span span) {
    return document.locate(new Span(span.start(), Math.min(span.end(), span.start() + 1)));
  }

  private static @Nullable String printed(@Nullable ReportedNumber number) {
    return number == null ? null : number.asWritten();
  }

  private static @Nullable Double number(@Nullable ReportedNumber number) {
    return number == null ? null : number(number.value());
  }

  private static Double number(BigDecimal number) {
    return number.doubleValue();
  }
}
