package dev.touchstone.consistency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The id of a finding: a hash of its rule and of what disagrees, in normal form. */
final class FindingId {

  private FindingId() {}

  static String of(String rule, List<String> identity) {
    StringBuilder content = new StringBuilder(rule);
    for (String part : identity) {
      content.append('\n').append(fold(part));
    }
    byte[] hash = sha256().digest(content.toString().getBytes(StandardCharsets.UTF_8));
    return "f-" + HexFormat.of().formatHex(hash, 0, 6);
  }

  /**
   * Takes out what the formats of one note may print differently: white space, case, dashes,
   * quotes, raised and lowered characters, marks of emphasis.
   */
  static String fold(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{Pd}|\u2212", "-")
        .replaceAll("[\\s*$^{}\\\\\"'“”‘’]", "");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
