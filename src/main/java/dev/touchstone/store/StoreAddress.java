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
    // A semicolon would begin H2's options.
    String file = folder.toAbsolutePath().resolve("touchstone").toString().replace(";", "\\;");
    return new StoreAddress("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE", "sa", "");
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
