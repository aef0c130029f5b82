package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Style and script of all pages. Each page carries them, so that it can be passed on alone. */
final class Assets {

  static final String CSS =
      read("base.css") + read("report.css") + read("run.css") + read("check.css");
  static final String JS = read("page.js");

  /** Nothing is loaded; of style and script only these two run. */
  static final String POLICY =
      "default-src 'none'; style-src '"
          + hash(CSS)
          + "'; script-src '"
          + hash(JS)
          + "'; base-uri 'none'; form-action 'none'";

  private Assets() {}

  private static String read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/report/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not in the program: report/" + name);
      }
      // A browser hashes what it reads, with line ends as LF.
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
