package dev.touchstone.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same store on PostgreSQL; skipped where it is not installed. */
final class PostgresStoreTest extends StoreTest {

  private static LocalPostgres postgres;
  private static int databases;

  @BeforeAll
  static void start() throws Exception {
    postgres = LocalPostgres.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  StoreAddress address(Path folder) throws Exception {
    return postgres.database("store" + ++databases);
  }
}
