package dev.touchstone.ingest;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a file's format by its content first and by its name second. A Word file named {@code .pdf}
 * is a Word file, and the document says so in a warning.
 */
final class FormatSniffer {

  /** The format found, and what to tell about it. */
  record Sniffed(Format format, List<String> warnings) {}

  private static final int HEAD = 4096;

  private FormatSniffer() {}

  static Sniffed sniff(String source, byte[] bytes) throws Unreadable {
    Optional<Format> named = Format.byName(source);
    Optional<Format> found = byContent(bytes, named);
    if (found.isPresent() && named.isPresent() && found.get() != named.get()) {
      return new Sniffed(
          found.get(),
          List.of(
              "Named like "
                  + named.get().label()
                  + " but holds "
                  + found.get().label()
                  + "; read as that."));
    }
    Format format = found.or(() -> named).orElseThrow(() -> notSupported(source));
    if (found.isEmpty() && isPacked(format)) {
      throw new Unreadable(
          "This is not a " + format.label() + ", although the file is named like one.",
          "the first bytes are not those of the format",
          "Save it again from the program that made it, or give it the ending of its true format.");
    }
    return new Sniffed(format, List.of());
  }

  private static Unreadable notSupported(String source) {
    return new Unreadable(
        "The format of \"" + source + "\" is not supported.",
        "neither its content nor its name is known",
        "Convert it to PDF, DOCX, HTML, Markdown or plain text.");
  }

  private static boolean isPacked(Format format) {
    return switch (format) {
      case PLAIN_TEXT, MARKDOWN, HTML, JATS -> false;
      case PDF, DOCX, DOC, RTF, ODT, EPUB, PPTX -> true;
    };
  }

  private static Optional<Format> byContent(byte[] bytes, Optional<Format> named)
      throws Unreadable {
    String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\3\4")) {
      return Optional.of(packed(head, bytes, named));
    }
    // Some producers write a few bytes before the header; readers accept it in the first kilobyte.
    int pdf = head.indexOf("%PDF-");
    if (pdf == 0 || (pdf > 0 && pdf < 1024 && named.equals(Optional.of(Format.PDF)))) {
      return Optional.of(Format.PDF);
    }
    if (head.startsWith("{\\rtf")) {
      return Optional.of(Format.RTF);
    }
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return Optional.of(oldOffice(bytes));
    }
    rejectImages(head);
    return markup(bytes, named);
  }

  /** The container of Word 97, and of Office files with a password. */
  private static Format oldOffice(byte[] bytes) throws Unreadable {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    if (all.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")) {
      throw new Unreadable(
          "The document is encrypted.",
          "an Office file with a password",
          "Open it with its password, save it without one, and put that file in its place.");
    }
    return Format.DOC;
  }

  private static Format packed(String head, byte[] bytes, Optional<Format> named)
      throws Unreadable {
    if (head.contains("application/epub+zip")) {
      return Format.EPUB;
    }
    if (head.contains("application/vnd.oasis.opendocument.text")) {
      return Format.ODT;
    }
    // Names of parts stand uncompressed, again in the directory at the end.
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    if (all.contains("word/document.xml")) {
      return Format.DOCX;
    }
    if (all.contains("ppt/presentation.xml")) {
      return Format.PPTX;
    }
    if (named.isPresent() && named.get() == Format.DOCX) {
      throw new Unreadable(
          "The Word document has no main part word/document.xml.",
          "a ZIP archive of another kind",
          "Open it in Word, save it as .docx, and put the new file in its place.");
    }
    throw new Unreadable(
        "The file is a ZIP archive and not a document.",
        "no part of a known document format in it",
        "Unpack it and put the documents themselves into the input folder.");
  }

  private static void rejectImages(String head) throws Unreadable {
    boolean image =
        head.startsWith("\u0089PNG")
            || head.startsWith("\u00FF\u00D8\u00FF")
            || head.startsWith("GIF8")
            || head.startsWith("II*\0")
            || head.startsWith("MM\0*");
    if (image) {
      throw new Unreadable(
          "The file is an image and not text.",
          "the first bytes are those of an image format",
          "Run text recognition over it and put the text or PDF into the input folder.");
    }
  }

  private static Optional<Format> markup(byte[] bytes, Optional<Format> named) {
    String head = headOfText(bytes).stripLeading().toLowerCase(Locale.ROOT);
    if (!head.startsWith("<")) {
      return Optional.empty();
    }
    if (head.contains("<!doctype html") || head.contains("<html")) {
      return Optional.of(Format.HTML);
    }
    if (head.contains("<article") || head.contains("<!doctype article")) {
      boolean page = named.isPresent() && named.get() == Format.HTML && !head.startsWith("<?xml");
      return Optional.of(page ? Format.HTML : Format.JATS);
    }
    return Optional.empty();
  }

  private static String headOfText(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD);
    if (TextDecoder.startsWith(bytes, 0xFF, 0xFE)) {
      return new String(bytes, 2, Math.max(0, length - 2), StandardCharsets.UTF_16LE);
    }
    if (TextDecoder.startsWith(bytes, 0xFE, 0xFF)) {
      return new String(bytes, 2, Math.max(0, length - 2), StandardCharsets.UTF_16BE);
    }
    int from = TextDecoder.startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    return new String(bytes, from, Math.max(0, length - from), StandardCharsets.UTF_8);
  }
}
