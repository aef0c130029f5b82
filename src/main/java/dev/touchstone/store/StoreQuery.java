package dev.touchstone.store;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** A question to the store in SQL. */
public final class StoreQuery {

  /** The rows of an answer, each value as text or null. */
  public record Answer(List<String> columns, List<List<@Nullable String>> rows) {}

  /** The question cannot be answered; the message is the database's. */
  public static final class NotAnswered extends Exception {

    private static final long serialVersionUID = 1L;

    NotAnswered(String message) {
      super(message);
    }
  }

  private StoreQuery() {}

  /**
   * @param store opened to read, so that the question can change nothing
   * @param most how many rows are read at most
   */
  public static Answer ask(DataSource store, String sql, int most) throws NotAnswered {
    try {
      Answer answer = rows(store, sql, most);
      return answer == null ? new Answer(List.of(), List.of()) : answer;
    } catch (DataAccessException e) {
      String message = String.valueOf(e.getMostSpecificCause().getMessage());
      throw new NotAnswered(message.lines().findFirst().orElse(message));
    }
  }

  private static @Nullable Answer rows(DataSource store, String sql, int most) {
    JdbcTemplate jdbc = new JdbcTemplate(store);
    jdbc.setMaxRows(most);
    return jdbc.query(
        sql,
        results -> {
          List<String> columns = new ArrayList<>();
          int count = results.getMetaData().getColumnCount();
          for (int i = 1; i <= count; i++) {
            columns.add(results.getMetaData().getColumnLabel(i).toLowerCase(java.util.Locale.ROOT));
          }
          List<List<@Nullable String>> rows = new ArrayList<>();
          while (results.next()) {
            List<@Nullable String> row = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
              row.add(results.getString(i));
            }
            rows.add(row);
          }
          return new Answer(columns, rows);
        });
  }
}
