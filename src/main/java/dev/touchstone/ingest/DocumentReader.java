package dev.touchstone.ingest;

import dev.touchstone.document.ReadResult;
import dev.touchstone.document.Rejection;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Reads a file of any supported format: in go its name and its bytes, out comes the document, or
 * the reason why it could not be read. A pure function, and safe for many threads at once.
 */
public final class DocumentReader {

  private final ReadLimits limits;
  private final Assembler assembler;
  private final Map<Format, FormatReader> readers = new EnumMap<>(Format.class);

  /** A reader with the structure rules that come with the program. */
  public DocumentReader(ReadLimits limits) {
    this(limits, StructureRules.defaults());
  }

  public DocumentReader(ReadLimits limits, StructureRules rules) {
    this.limits = limits;
    this.assembler = new Assembler(rules);
    readers.put(Format.PLAIN_TEXT, new PlainTextReader(rules));
    readers.put(Format.MARKDOWN, new MarkdownReader());
    readers.put(Format.HTML, new HtmlReader());
    readers.put(Format.JATS, new JatsReader());
    readers.put(Format.DOCX, new DocxReader());
    readers.put(Format.PDF, new PdfReader());
  }

  /** Whether files of that name are taken for documents. */
  public static boolean supports(String fileName) {
    return Format.byName(fileName).isPresent();
  }

  /**
   * @param source path relative to the input folder, {@code /} separators
   * @param bytes the whole file
   */
  public ReadResult read(String source, byte[] bytes) {
    try {
      if (bytes.length == 0) {
        throw new Unreadable(
            "The file is empty.", "it has no bytes", "Copy it again from where it came from.");
      }
      if (bytes.length > limits.fileBytes()) {
        throw Unreadable.tooLarge(
            "The file", bytes.length, limits.fileBytes(), "limits.file-bytes");
      }
      FormatSniffer.Sniffed sniffed = FormatSniffer.sniff(source, bytes);
      FormatReader reader = readers.get(sniffed.format());
      if (reader == null) {
        throw new Unreadable(
            "No reader for " + sniffed.format().label() + ".",
            "not built in",
            "Convert the file to plain text.");
      }
      Draft draft = reader.read(source, bytes, limits);
      return assembler.assemble(idOf(bytes), source, draft, sniffed.warnings());
    } catch (Unreadable unreadable) {
      return new Rejection(source, "read", unreadable.error(), unreadable.why(), unreadable.cure());
    }
  }

  private static String idOf(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
