package dev.touchstone.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to characters: byte order marks first, then UTF-8, then UTF-16 by the pattern of its zero
 * bytes, then Windows-1252, which has a character for nearly every byte.
 */
final class TextDecoder {

  /** What the bytes say, byte order mark removed, and what had to be guessed. */
  record Decoded(String text, List<String> warnings) {}

  private static final int SAMPLE = 4096;

  private TextDecoder() {}

  static Decoded decode(byte[] bytes) throws Unreadable {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return lenient(bytes, 3, StandardCharsets.UTF_8, "UTF-8");
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16");
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return lenient(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16");
    }
    Charset wide = utf16WithoutMark(bytes);
    if (wide != null) {
      Decoded decoded = lenient(bytes, 0, wide, "UTF-16");
      return new Decoded(
          decoded.text(),
          List.of("No byte order mark: read as " + wide.name() + " by its zero bytes."));
    }
    int zero = indexOfZero(bytes);
    if (zero >= 0) {
      throw new Unreadable(
          "Byte " + zero + " is zero: this is binary data and not text.",
          "a text file holds no zero bytes",
          "Save the document as UTF-8 text, or give the file the ending of its true format.");
    }
    try {
      return new Decoded(strict(bytes, StandardCharsets.UTF_8), List.of());
    } catch (CharacterCodingException notUtf8) {
      return new Decoded(
          new String(bytes, Charset.forName("windows-1252")),
          List.of("Not valid UTF-8: read as Windows-1252; look at accented letters and signs."));
    }
  }

  private static Decoded lenient(byte[] bytes, int from, Charset charset, String name) {
    String text = new String(bytes, from, bytes.length - from, charset);
    boolean replaced = text.indexOf('\uFFFD') >= 0;
    return new Decoded(
        text,
        replaced
            ? List.of("Some bytes are not valid " + name + " and were replaced by \uFFFD.")
            : List.of());
  }

  private static String strict(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }

  /** Western text in UTF-16 has a zero in nearly every second byte, always on the same side. */
  private static @Nullable Charset utf16WithoutMark(byte[] bytes) {
    int sample = Math.min(bytes.length, SAMPLE) & ~1;
    if (sample < 8) {
      return null;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < sample; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int half = sample / 2;
    if (odd > 0.7 * half && even < 0.05 * half) {
      return StandardCharsets.UTF_16LE;
    }
    return even > 0.7 * half && odd < 0.05 * half ? StandardCharsets.UTF_16BE : null;
  }

  private static int indexOfZero(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean startsWith(byte[] bytes, int... prefix) {
    if (bytes.length < prefix.length) {
      return false;
    }
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xFF) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
