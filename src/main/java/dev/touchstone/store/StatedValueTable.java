package dev.touchstone.store;

import dev.touchstone.consistency.CrossFinding;
import dev.touchstone.consistency.StatedValue;
import dev.touchstone.document.Span;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Values that several documents may state: entered with each document, read study by study. */
public final class StatedValueTable {

  private static final String SHARED =
      "(select comparison_key from stated_values group by comparison_key"
          + " having count(distinct document_id) > 1)";

  private final JdbcTemplate jdbc;

  public StatedValueTable(DataSource source) {
    this.jdbc = new JdbcTemplate(source);
  }

  /** Enters those of a document that has just been entered. Call in the same transaction. */
  public void enter(long document, List<StatedValue> values) {
    BulkInsert rows =
        new BulkInsert(
            jdbc,
            document,
            "stated_values",
            "comparison_key",
            "study",
            "arms",
            "outcome",
            "value_kind",
            "printed",
            "exact",
            "comparator",
            "unit",
            "beside",
            "named:bool",
            "key_words",
            "section_title",
            "table_label",
            "page:int",
            "locator",
            "start_offset:int",
            "end_offset:int",
            "quote");
    for (StatedValue stated : values) {
      Measure measure = stated.value();
      ReportedNumber number = measure.value();
      if (number == null) {
        continue;
      }
      rows.add(
          DocumentTable.keyOf(stated.key()),
          stated.study(),
          stated.arms(),
          stated.outcome(),
          measure.kind().code(),
          number.asWritten(),
          number.value().toString(),
          measure.comparator().symbol(),
          measure.unit(),
          String.join("\n", stated.beside()),
          stated.named(),
          stated.key(),
          stated.section(),
          stated.table(),
          stated.page(),
          stated.locator(),
          stated.span().start(),
          stated.span().end(),
          stated.quote());
    }
    rows.flush();
  }

  /** How many things are stated in more than one document, and how many documents take part. */
  public record Shared(int values, int documents) {}

  public Shared shared() {
    Integer documents =
        jdbc.queryForObject(
            "select count(distinct v.document_id) from stated_values v where v.comparison_key in "
                + SHARED,
            Integer.class);
    Integer values = jdbc.queryForObject("select count(*) from " + SHARED + " k", Integer.class);
    return new Shared(values == null ? 0 : values, documents == null ? 0 : documents);
  }

  /** The values of one key at a time, where more than one document has some. */
  public void eachShared(Consumer<List<CrossFinding.Place>> take) {
    List<CrossFinding.Place> together = new ArrayList<>();
    jdbc.query(
        "select v.*, d.source from stated_values v join documents d"
            + " on d.document_id = v.document_id where v.comparison_key in "
            + SHARED
            + " order by v.comparison_key, d.source, v.position",
        row -> {
          CrossFinding.Place place = new CrossFinding.Place(row.getString("source"), value(row));
          if (!together.isEmpty() && !together.get(0).value().key().equals(place.value().key())) {
            take.accept(List.copyOf(together));
            together.clear();
          }
          together.add(place);
        });
    if (!together.isEmpty()) {
      take.accept(together);
    }
  }

  private static StatedValue value(ResultSet row) throws SQLException {
    Measure measure =
        new Measure(
            Measure.Kind.valueOf(
                row.getString("value_kind").toUpperCase(Locale.ROOT).replace('-', '_')),
            new ReportedNumber(row.getString("printed"), new BigDecimal(row.getString("exact"))),
            null,
            null,
            null,
            comparator(row.getString("comparator")),
            row.getString("unit"),
            null,
            null);
    return new StatedValue(
        row.getString("key_words"),
        row.getString("study"),
        row.getString("arms"),
        row.getString("outcome"),
        measure,
        lines(row.getString("beside")),
        row.getBoolean("named"),
        row.getString("section_title"),
        row.getString("table_label"),
        integer(row, "page"),
        row.getString("locator"),
        new Span(row.getInt("start_offset"), row.getInt("end_offset")),
        row.getString("quote"));
  }

  private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static Set<String> lines(String text) {
    return text.lines().collect(Collectors.toSet());
  }

  private static Measure.Comparator comparator(String symbol) {
    return Arrays.stream(Measure.Comparator.values())
        .filter(it -> it.symbol().equals(symbol))
        .findFirst()
        .orElse(Measure.Comparator.EQUAL);
  }
}
