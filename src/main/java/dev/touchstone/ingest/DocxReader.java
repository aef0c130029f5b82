package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Word documents, read from their XML parts directly. Apache POI would build an object for every
 * element of every part and hides merged cells and repeated header rows behind them; what a note
 * needs is five elements of one part, and here each limit holds while the part is read.
 */
final class DocxReader implements FormatReader {

  private static final String WHAT = "Word document";

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    try (Archive archive = Archive.open(bytes, WHAT, limits)) {
      XmlElement main = required(archive, "word/document.xml", limits);
      XmlElement body = main.child("body");
      if (body == null) {
        throw new Unreadable(
            "The Word document has no body.",
            "word/document.xml holds none",
            "Open it in Word and save it again.");
      }
      DocxStyles styles =
          new DocxStyles(
              optional(archive, "word/styles.xml", limits),
              optional(archive, "word/numbering.xml", limits));
      Canvas canvas = new Canvas(limits);
      DocxBlocks blocks =
          new DocxBlocks(canvas, styles, optional(archive, "word/footnotes.xml", limits), limits);
      blocks.read(body);
      SortedMap<String, Integer> dropped = new TreeMap<>(blocks.dropped());
      List<String> warnings = new ArrayList<>();
      countRunningHeads(archive, dropped, limits);
      if (canvas.isEmpty()) {
        throw new Unreadable(
            "The Word document holds no words.",
            "its body has no text; it may hold images only",
            "Run text recognition over the images, or save the document as PDF.");
      }
      String text = canvas.text();
      return new Draft(
          Format.DOCX.mediaType(),
          text,
          hints(optional(archive, "docProps/core.xml", limits)),
          null,
          canvas.blocks(),
          canvas.locator(),
          List.of(Coverages.whole(text, dropped)),
          warnings);
    }
  }

  private static XmlElement required(Archive archive, String part, ReadLimits limits)
      throws Unreadable {
    XmlElement root = optional(archive, part, limits);
    if (root == null) {
      throw new Unreadable(
          "The Word document has no part " + part + ".",
          "the archive is not a document",
          "Save it again as .docx.");
    }
    return root;
  }

  private static @Nullable XmlElement optional(Archive archive, String part, ReadLimits limits)
      throws Unreadable {
    byte[] bytes = archive.part(part);
    return bytes == null ? null : SecureXml.parse(bytes, part, false, limits);
  }

  /** Running heads and feet are no part of the text, but of the account of it. */
  private static void countRunningHeads(
      Archive archive, SortedMap<String, Integer> dropped, ReadLimits limits) throws Unreadable {
    for (String name : archive.names()) {
      boolean head = name.startsWith("word/header") || name.startsWith("word/footer");
      XmlElement part = head && name.endsWith(".xml") ? optional(archive, name, limits) : null;
      int glyphs =
          part == null
              ? 0
              : part.all("t").stream().mapToInt(words -> Coverages.glyphs(words.text())).sum();
      if (glyphs > 0) {
        dropped.merge("running-head", glyphs, Integer::sum);
      }
    }
  }

  private static Metadata hints(@Nullable XmlElement core) {
    if (core == null) {
      return Metadata.NONE;
    }
    String title = text(core, "title");
    String creator = text(core, "creator");
    String language = text(core, "language");
    return new Metadata(
        title.isEmpty() ? null : title,
        DocumentKind.OTHER,
        null,
        creator.isEmpty() ? List.of() : List.of(creator),
        null,
        HtmlReader.language(language));
  }

  private static String text(XmlElement core, String name) {
    XmlElement element = core.child(name);
    return element == null ? "" : element.text().strip();
  }
}
