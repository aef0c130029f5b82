package dev.touchstone.store;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of one document for one table, written a thousand at a time. The first two columns are the
 * document and the position of the row.
 */
final class BulkInsert {

  private static final int BATCH = 1_000;

  private final JdbcTemplate jdbc;
  private final long document;
  private final String sql;
  private final int[] types;
  private final List<@Nullable Object[]> rows = new ArrayList<>();
  private int position;

  /**
   * @param columns names with {@code :int}, {@code :number} or {@code :bool} behind what is no text
   */
  BulkInsert(JdbcTemplate jdbc, long document, String table, String... columns) {
    this.jdbc = jdbc;
    this.document = document;
    String names =
        Arrays.stream(columns)
            .map(column -> column.replaceFirst(":.*", ""))
            .collect(Collectors.joining(", "));
    this.sql =
        "insert into "
            + table
            + " (document_id, position, "
            + names
            + ") values (?, ?"
            + ", ?".repeat(columns.length)
            + ")";
    this.types = new int[columns.length + 2];
    types[0] = Types.BIGINT;
    types[1] = Types.INTEGER;
    for (int i = 0; i < columns.length; i++) {
      types[i + 2] = typeOf(columns[i]);
    }
  }

  private static int typeOf(String column) {
    int colon = column.indexOf(':');
    return switch (colon < 0 ? "" : column.substring(colon + 1)) {
      case "int" -> Types.INTEGER;
      case "number" -> Types.DOUBLE;
      case "bool" -> Types.BOOLEAN;
      default -> Types.VARCHAR;
    };
  }

  void add(@Nullable Object... values) {
    if (values.length != types.length - 2) {
      throw new IllegalArgumentException(values.length + " values for " + sql);
    }
    @Nullable Object[] row = new @Nullable Object[types.length];
    row[0] = document;
    row[1] = ++position;
    for (int i = 0; i < values.length; i++) {
      row[i + 2] = storable(values[i]);
    }
    rows.add(row);
    if (rows.size() == BATCH) {
      flush();
    }
  }

  void flush() {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows, types);
      rows.clear();
    }
  }

  private static @Nullable Object storable(@Nullable Object value) {
    if (value instanceof String text) {
      return Text.storable(text);
    }
    // No figure of a note is as large as that; what is printed stands beside it anyway.
    if (value instanceof Double number && !Double.isFinite(number)) {
      return null;
    }
    return value;
  }
}
