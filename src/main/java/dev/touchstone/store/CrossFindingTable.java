package dev.touchstone.store;

import dev.touchstone.consistency.CrossFinding;
import dev.touchstone.consistency.CrossFinding.Place;
import dev.touchstone.consistency.StatedValue;
import dev.touchstone.quantity.ReportedNumber;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The findings between documents, as rows to ask for. */
public final class CrossFindingTable {

  private final JdbcTemplate jdbc;

  public CrossFindingTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** These take the place of all former ones. Call in a transaction. */
  public void replace(List<CrossFinding> findings) {
    jdbc.update("delete from cross_finding_places");
    jdbc.update("delete from cross_findings");
    int position = 0;
    for (CrossFinding finding : findings) {
      position++;
      jdbc.update(
          "insert into cross_findings (position, finding_id, rule, severity, message, found, settle)"
              + " values (?, ?, ?, ?, ?, ?, ?)",
          position,
          finding.id(),
          finding.rule(),
          finding.severity().code(),
          Text.storable(finding.message()),
          Text.storable(finding.found()),
          Text.storable(finding.settle()));
      int number = 0;
      for (Place place : finding.where()) {
        place(position, ++number, place);
      }
    }
  }

  /** All of them, severest first. */
  public List<StoredCrossFinding> all() {
    return jdbc.query(
        "select position, finding_id, rule, severity, message, found, settle from cross_findings"
            + " order by position",
        (row, n) ->
            new StoredCrossFinding(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                spots(row.getInt(1))));
  }

  private List<StoredCrossFinding.Spot> spots(int position) {
    return jdbc.query(
        "select d.source, p.printed, p.section_title, p.table_label, p.page, p.locator,"
            + " p.start_offset, p.end_offset, p.quote from cross_finding_places p"
            + " join documents d on d.document_id = p.document_id"
            + " where p.position = ? order by p.place_no",
        (row, n) -> {
          int page = row.getInt(5);
          Integer number = row.wasNull() ? null : page;
          return new StoredCrossFinding.Spot(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4),
              number,
              row.getString(6),
              row.getInt(7),
              row.getInt(8),
              row.getString(9));
        },
        position);
  }

  private void place(int position, int number, Place place) {
    StatedValue value = place.value();
    ReportedNumber figure = value.value().value();
    String printed = figure == null ? "" : figure.asWritten();
    jdbc.update(
        "insert into cross_finding_places (position, place_no, document_id, printed, quote,"
            + " section_title, table_label, page, locator, start_offset, end_offset)"
            + " values (?, ?, (select document_id from documents where source_key = ?),"
            + " ?, ?, ?, ?, ?, ?, ?, ?)",
        position,
        number,
        DocumentTable.keyOf(place.source()),
        Text.storable(printed),
        Text.storable(value.quote()),
        Text.storable(value.section()),
        Text.orNull(value.table()),
        value.page(),
        Text.orNull(value.locator()),
        value.span().start(),
        value.span().end());
  }
}
