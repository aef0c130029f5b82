package dev.touchstone.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Opens the database, H2 or PostgreSQL, and brings its tables up to date. */
public final class StoreDatabase {

  private StoreDatabase() {}

  /**
   * @param connections how many may be in use at once
   * @throws StoreUnreachable with cause and cure
   */
  public static HikariDataSource open(StoreAddress address, int connections) {
    HikariDataSource source = connect(address, pool(address, connections));
    try {
      prepare(address, source);
      return source;
    } catch (FlywayException e) {
      source.close();
      throw new StoreUnreachable(
          "The tables of the store "
              + address
              + " could not be brought up to date: "
              + firstLine(e)
              + ". Restore the store from a copy, or move it away and run again: it is filled anew.",
          e);
    } catch (SQLException e) {
      source.close();
      throw unreachable(address, e);
    }
  }

  /**
   * Opens a database that is there, to read it and nothing else.
   *
   * @throws StoreUnreachable with cause and cure
   */
  public static HikariDataSource openToRead(StoreAddress address) {
    HikariConfig config = pool(address.readOnly(), 1);
    config.setReadOnly(true);
    return connect(address, config);
  }

  private static HikariConfig pool(StoreAddress address, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(20_000);
    if (address.isPostgres()) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    return config;
  }

  private static HikariDataSource connect(StoreAddress address, HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (PoolInitializationException | IllegalArgumentException | IllegalStateException e) {
      throw unreachable(address, e);
    }
  }

  private static StoreUnreachable unreachable(StoreAddress address, Exception e) {
    return new StoreUnreachable(
        "The store "
            + address
            + " cannot be opened: "
            + firstLine(e)
            + ". Is another program using it, or are touchstone.store.url, user or password wrong?",
        e);
  }

  private static void prepare(StoreAddress address, DataSource source) throws SQLException {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .table("schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    if (!hasJobTables(source)) {
      String dialect = address.isPostgres() ? "postgresql" : "h2";
      String script = "org/springframework/batch/core/schema-" + dialect + ".sql";
      new ResourceDatabasePopulator(new ClassPathResource(script)).execute(source);
    }
  }

  /** The job repository brings its own tables, one script per database. */
  private static boolean hasJobTables(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return hasTable(connection, "batch_job_instance")
          || hasTable(connection, "batch_job_instance".toUpperCase(Locale.ROOT));
    }
  }

  private static boolean hasTable(Connection connection, String name) throws SQLException {
    try (ResultSet tables =
        connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
      return tables.next();
    }
  }

  private static String firstLine(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage()).strip();
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
