package dev.touchstone.store;

import java.nio.file.Path;

/**
 * Where the store is and how to get in.
 *
 * @param url JDBC address of H2 or PostgreSQL
 */
public record StoreAddress(String url, String user, String password) {

  /**
   * The embedded database in a folder. A commit is on disk half a second later; what a crash takes
   * away is processed again.
   */
  public static StoreAddress embeddedIn(Path folder) {
    Path file = folder.toAbsolutePath().resolve("touchstone");
    return new StoreAddress(
        "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", "sa", "");
  }

  /** The same database, closed to changes. */
  StoreAddress readOnly() {
    return isPostgres() ? this : new StoreAddress(url + ";ACCESS_MODE_DATA=r", user, password);
  }

  boolean isPostgres() {
    return url.startsWith("jdbc:postgresql:");
  }

  /** Without the password, for messages. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
