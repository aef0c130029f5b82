package dev.touchstone.store;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server for one test class, started from the programs on this machine. It does not
 * serve root, so a test run by root starts it as the user {@code postgres}.
 */
public final class LocalPostgres implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final List<String> asUser;
  private final int port;

  private LocalPostgres(Path folder, List<String> asUser, int port) {
    this.folder = folder;
    this.asUser = asUser;
    this.port = port;
  }

  /**
   * @throws TestAbortedException where PostgreSQL is not installed, so that the tests are skipped
   */
  public static LocalPostgres start() throws IOException, InterruptedException {
    Path initdb = program("initdb");
    Path control = program("pg_ctl");
    boolean root = "root".equals(System.getProperty("user.name"));
    List<String> asUser =
        root ? List.of(program("runuser").toString(), "-u", "postgres", "--") : List.of();
    Path folder =
        Files.createTempDirectory(
            "postgres",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    if (root) {
      Files.setOwner(folder, postgresUser(folder));
    }
    LocalPostgres server = new LocalPostgres(folder, asUser, freePort());
    server.call(
        initdb.toString(), "-D", server.data(), "-A", "trust", "-U", "touchstone", "-E", "UTF8");
    String options = "-p %d -k %s -c listen_addresses=127.0.0.1".formatted(server.port, folder);
    server.call(
        control.toString(),
        "-D",
        server.data(),
        "-w",
        "-o",
        options,
        "-l",
        folder + "/log",
        "start");
    return server;
  }

  /** An empty database. */
  public StoreAddress database(String name) throws SQLException {
    String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
    try (Connection connection =
            DriverManager.getConnection(server + "postgres", "touchstone", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return new StoreAddress(server + name, "touchstone", "");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    call(program("pg_ctl").toString(), "-D", data(), "-m", "immediate", "stop");
    FileSystemUtils.deleteRecursively(folder);
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void call(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(asUser);
    whole.addAll(List.of(command));
    File said = File.createTempFile("postgres", ".txt");
    Process process =
        new ProcessBuilder(whole)
            .directory(folder.getRoot().toFile())
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String output = Files.readString(said.toPath());
    Files.delete(said.toPath());
    if (!ended || process.exitValue() != 0) {
      throw new IllegalStateException(String.join(" ", whole) + ": " + output);
    }
  }

  private static Path program(String name) {
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of);
    Optional<Path> found =
        Stream.concat(onPath, debianFolders().stream())
            .map(folder -> folder.resolve(name))
            .filter(Files::isExecutable)
            .findFirst();
    return found.orElseThrow(
        () -> new TestAbortedException("skipped: PostgreSQL is not installed (no " + name + ")"));
  }

  /** Debian and Ubuntu keep the server's programs off the path, one folder per version. */
  private static List<Path> debianFolders() {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions.sorted().map(version -> version.resolve("bin")).toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static UserPrincipal postgresUser(Path folder) throws IOException {
    try {
      return folder
          .getFileSystem()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName("postgres");
    } catch (UserPrincipalNotFoundException none) {
      throw new TestAbortedException("skipped: there is no user postgres to run the server");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
