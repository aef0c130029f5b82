package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.ReadResult;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Span;
import dev.touchstone.recognition.Recognition;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a file of any supported format: in go its name and its bytes, out comes the document, or
 * the reason why it could not be read. A pure function, and safe for many threads at once.
 */
public final class DocumentReader {

  private final ReadLimits limits;
  private final Assembler assembler;
  private final Map<Format, FormatReader> readers;

  /** A reader with the structure rules that come with the program. */
  public DocumentReader(ReadLimits limits) {
    this(limits, StructureRules.defaults());
  }

  public DocumentReader(ReadLimits limits, StructureRules rules) {
    this(limits, rules, Recognition.OFF);
  }

  /**
   * A reader that also reads pictures of pages.
   *
   * @param recognition whether and how
   */
  public DocumentReader(ReadLimits limits, StructureRules rules, Recognition recognition) {
    this.limits = limits;
    this.assembler = new Assembler(rules);
    this.readers = readers(rules, recognition);
  }

  private static Map<Format, FormatReader> readers(StructureRules rules, Recognition recognition) {
    Map<Format, FormatReader> readers = new EnumMap<>(Format.class);
    for (Format format : Format.values()) {
      readers.put(
          format,
          switch (format) {
            case PLAIN_TEXT -> new PlainTextReader(rules);
            case MARKDOWN -> new MarkdownReader();
            case HTML -> new HtmlReader();
            case JATS -> new JatsReader();
            case PDF -> new PdfReader(rules, recognition);
            case DOCX -> new DocxReader();
            case DOC, RTF, ODT, EPUB, PPTX -> new OfficeReader(format);
          });
    }
    return readers;
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
      Draft draft = readerOf(sniffed.format()).read(source, bytes, limits);
      checkLengths(draft);
      return assembler.assemble(
          idOf(bytes), source, LongParagraphs.part(draft), sniffed.warnings());
    } catch (Unreadable unreadable) {
      return new Rejection(source, "read", unreadable.error(), unreadable.why(), unreadable.cure());
    }
  }

  /** A paragraph is read as a whole, so that one without end would fill the memory. */
  private void checkLengths(Draft draft) throws Unreadable {
    for (Block block : draft.blocks()) {
      int longest =
          block.match(
              heading -> length(heading.span()),
              paragraph -> length(paragraph.span()),
              table ->
                  table.cells().stream().mapToInt(cell -> cell.text().length()).max().orElse(0));
      if (longest > limits.paragraphCharacters()) {
        int start = block.span().start();
        String opening =
            draft.text().substring(start, Math.min(start + 40, block.span().end())).strip();
        throw Unreadable.tooLarge(
            "A paragraph or cell without any break, from \"" + opening + "\" on,",
            longest,
            limits.paragraphCharacters(),
            "limits.paragraph-characters");
      }
    }
  }

  private static int length(Span span) {
    return span.end() - span.start();
  }

  private FormatReader readerOf(Format format) {
    return Objects.requireNonNull(readers.get(format), format.label());
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
