package dev.touchstone.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that documents come in, with the endings their files have. */
enum Format {
  PLAIN_TEXT("text/plain", "plain text", "txt", "text"),
  MARKDOWN("text/markdown", "Markdown", "md", "markdown"),
  HTML("text/html", "HTML", "html", "htm", "xhtml"),
  JATS("application/jats+xml", "JATS XML", "nxml", "xml"),
  PDF("application/pdf", "PDF", "pdf"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Word document",
      "docx"),
  DOC("application/msword", "Word 97 document", "doc"),
  RTF("application/rtf", "RTF", "rtf"),
  ODT("application/vnd.oasis.opendocument.text", "OpenDocument text", "odt"),
  EPUB("application/epub+zip", "EPUB", "epub"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      "PowerPoint presentation",
      "pptx");

  private final String mediaType;
  private final String label;
  private final List<String> endings;

  Format(String mediaType, String label, String... endings) {
    this.mediaType = mediaType;
    this.label = label;
    this.endings = List.of(endings);
  }

  String mediaType() {
    return mediaType;
  }

  /** What a person calls it. */
  String label() {
    return label;
  }

  /** The format that a file's name announces. */
  static Optional<Format> byName(String fileName) {
    int dot = fileName.lastIndexOf('.');
    if (dot < 0 || fileName.indexOf('/', dot) >= 0) {
      return Optional.empty();
    }
    String ending = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.endings.contains(ending)).findFirst();
  }
}
