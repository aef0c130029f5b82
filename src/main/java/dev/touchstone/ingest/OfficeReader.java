package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.sax.ToXMLContentHandler;
import org.apache.tika.sax.WriteOutContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * The rarer office formats, by way of the XHTML that Tika makes of them. Tika does not pass on
 * which cells of a table span others; the document says so in a warning.
 */
final class OfficeReader implements FormatReader {

  private final Format format;

  OfficeReader(Format format) {
    this.format = format;
  }

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    if (format != Format.RTF && format != Format.DOC) {
      checkArchive(bytes, limits);
    }
    Metadata metadata = new Metadata();
    Document page = Jsoup.parse(xhtml(bytes, metadata, limits));
    Canvas canvas = new Canvas(limits);
    HtmlBlocks blocks = new HtmlBlocks(canvas, limits);
    blocks.read(page.body());
    if (canvas.isEmpty()) {
      throw new Unreadable(
          "The " + format.label() + " holds no words.",
          "nothing but images or empty pages was found in it",
          "Save the document as PDF or DOCX and put that file in its place.");
    }
    List<String> warnings = new ArrayList<>();
    if (canvas.blocks().stream().anyMatch(Table.class::isInstance)) {
      warnings.add(
          "Cells that span rows or columns are not told apart in "
              + format.label()
              + "; save it as DOCX for that.");
    }
    String text = canvas.text();
    return new Draft(
        format.mediaType(),
        text,
        hints(metadata),
        null,
        canvas.blocks(),
        canvas.locator(),
        List.of(Coverages.whole(text, blocks.dropped())),
        warnings);
  }

  /** Every part is unpacked once within the limits before Tika unpacks it without. */
  private static void checkArchive(byte[] bytes, ReadLimits limits) throws Unreadable {
    try (Archive archive = Archive.open(bytes, "document", limits)) {
      for (String name : archive.names()) {
        archive.part(name);
      }
    }
  }

  private String xhtml(byte[] bytes, Metadata metadata, ReadLimits limits) throws Unreadable {
    ToXMLContentHandler out = new ToXMLContentHandler();
    int most = (int) Math.min(Integer.MAX_VALUE, limits.expandedBytes());
    ContentHandler bounded = new WriteOutContentHandler(out, most);
    ParseContext context = new ParseContext();
    context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      parser().parse(in, bounded, metadata, context);
      return out.toString();
    } catch (EncryptedDocumentException locked) {
      throw new Unreadable(
          "The document is encrypted.",
          "a " + format.label() + " with a password",
          "Open it with its password, save it without one, and put that file in its place.");
    } catch (SAXException e) {
      if (WriteLimitReachedException.isWriteLimitReached(e)) {
        throw Unreadable.tooLarge("The number of characters", most, most, "limits.expanded-bytes");
      }
      throw Unreadable.damaged(format.label(), e);
    } catch (TikaException | IOException e) {
      throw Unreadable.damaged(format.label(), e);
    }
  }

  private Parser parser() {
    return switch (format) {
      case RTF -> new RTFParser();
      case DOC -> new OfficeParser();
      case PPTX -> new OOXMLParser();
      case ODT -> new OpenDocumentParser();
      case EPUB -> new EpubParser();
      default -> throw new IllegalStateException("not read by way of Tika: " + format);
    };
  }

  private static dev.touchstone.document.Metadata hints(Metadata metadata) {
    String title = metadata.get(TikaCoreProperties.TITLE);
    String creator = metadata.get(TikaCoreProperties.CREATOR);
    return new dev.touchstone.document.Metadata(
        title == null || title.isBlank() ? null : title.strip(),
        DocumentKind.OTHER,
        null,
        creator == null || creator.isBlank() ? List.of() : List.of(creator.strip()),
        null,
        null);
  }

  /** Attachments are not opened. */
  private static final class NothingEmbedded implements EmbeddedDocumentExtractor {

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
      // Nothing is read from what is attached.
    }
  }
}
