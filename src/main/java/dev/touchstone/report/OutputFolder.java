package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where results go below the output folder: {@code documents/<source>/}, {@code
 * quarantine/<source>.json}.
 *
 * <p>A part of a source's path that cannot be used as a name (too long, control characters) is
 * replaced by its SHA-256.
 */
public record OutputFolder(Path root) {

  /** What file systems take. */
  private static final int LONGEST_NAME_BYTES = 255;

  private static final String ENTRY = ".json";

  /** An entry is written as {@code .json.part} first. */
  private static final int LONGEST_ENTRY_NAME_BYTES = 245;

  public Path documents() {
    return root.resolve("documents");
  }

  public Path quarantine() {
    return root.resolve("quarantine");
  }

  /** The folder of the results of one document, by its path relative to the input. */
  public Path document(String source) {
    return documents().resolve(folderName(source));
  }

  /** The file that says why a document could not be processed. */
  public Path quarantineEntry(String source) {
    int slash = source.lastIndexOf('/');
    Path folder =
        slash < 0 ? quarantine() : quarantine().resolve(folderName(source.substring(0, slash)));
    return folder.resolve(usable(source.substring(slash + 1), LONGEST_ENTRY_NAME_BYTES) + ENTRY);
  }

  /** Whether results stand under the document's own name; if not, {@code run.json} maps it. */
  public static boolean keepsName(String source) {
    for (String part : source.split("/", -1)) {
      if (!usable(part, LONGEST_NAME_BYTES).equals(part)) {
        return false;
      }
    }
    return true;
  }

  /** The path of a document's folder below {@code documents/}, {@code /} between its parts. */
  static String folderName(String source) {
    StringBuilder path = new StringBuilder();
    for (String part : source.split("/", -1)) {
      path.append(path.isEmpty() ? "" : "/").append(usable(part, LONGEST_NAME_BYTES));
    }
    return path.toString();
  }

  /** The way from a document's folder up to the output folder: {@code ../../}. */
  static String up(String source) {
    return "../".repeat(source.split("/", -1).length + 1);
  }

  private static String usable(String name, int longest) {
    boolean fine =
        !name.isEmpty()
            && !name.equals(".")
            && !name.equals("..")
            && name.getBytes(UTF_8).length <= longest
            && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\\');
    return fine ? name : sha256(name);
  }

  private static String sha256(String name) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
