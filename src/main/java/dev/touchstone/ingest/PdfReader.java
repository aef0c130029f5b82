package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Metadata;
import dev.touchstone.layout.DocumentLayout;
import dev.touchstone.layout.Face;
import dev.touchstone.layout.LaidOut;
import dev.touchstone.layout.PageContent;
import dev.touchstone.recognition.Recognition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** Reads PDF: the glyphs and rules of each page, put in order by the layout. */
final class PdfReader implements FormatReader {

  static {
    OwnFonts.use();
  }

  private final StructureRules rules;
  private final Recognition recognition;

  PdfReader(StructureRules rules, Recognition recognition) {
    this.rules = rules;
    this.recognition = recognition;
  }

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      int pages = pdf.getNumberOfPages();
      if (pages == 0) {
        throw new Unreadable(
            "The PDF has no pages.",
            "its page tree is empty",
            "Print or export the document to PDF again.");
      }
      if (pages > limits.pages()) {
        throw Unreadable.tooLarge("The number of pages", pages, limits.pages(), "limits.pages");
      }
      return read(pdf, pages, limits);
    } catch (InvalidPasswordException locked) {
      throw new Unreadable(
          "The document is encrypted.",
          "a PDF that opens only with a password",
          "Open it with its password, save it without one, and put that file in its place.");
    } catch (PdfGuard.TooLarge beyond) {
      throw Unreadable.tooLarge(
          "The content of page " + beyond.page() + ", unpacked,",
          beyond.size(),
          limits.expandedBytes(),
          "limits.expanded-bytes");
    } catch (IOException damaged) {
      throw Unreadable.damaged("PDF", damaged);
    }
  }

  private Draft read(PDDocument pdf, int pages, ReadLimits limits) throws IOException, Unreadable {
    StructureTree tree = StructureTree.of(pdf);
    DocumentLayout layout = new DocumentLayout(tree.tags());
    PdfGuard guard = new PdfGuard(limits.expandedBytes());
    Map<PDFont, Face> faces = new IdentityHashMap<>();
    ScannedPages scans = new ScannedPages(recognition);
    try {
      int number = 0;
      for (PDPage page : pdf.getPages()) {
        number++;
        PageContent content = PdfPageScanner.scan(page, number, guard, faces, tree);
        layout.add(scans.isScan(content) ? scans.read(pdf, content) : content);
      }
    } catch (IllegalStateException loop) {
      // What PDFBox throws at a page tree that leads back into itself.
      throw Unreadable.damaged("PDF", loop);
    }
    LaidOut laid = layout.layOut();
    if (laid.blocks().isEmpty()) {
      throw scans.nothing(pages, laid.glyphs());
    }
    PdfDraft draft = new PdfDraft(limits, rules);
    draft.write(laid.blocks());
    return new Draft(
        Format.PDF.mediaType(),
        draft.text(),
        hints(pdf),
        pages,
        draft.blocks(),
        draft.locator(),
        scans.marked(laid.coverage()),
        warnings(scans, laid));
  }

  private static List<String> warnings(ScannedPages scans, LaidOut laid) {
    List<String> warnings = new ArrayList<>(scans.warnings(laid.coverage()));
    if (!laid.objections().isEmpty()) {
      warnings.add(
          "The structure tree of this tagged PDF does not agree with what is printed, and was not"
              + " used: "
              + String.join(", and ", laid.objections())
              + ".");
    }
    return warnings;
  }

  private static Metadata hints(PDDocument pdf) {
    PDDocumentInformation information = pdf.getDocumentInformation();
    String title = clean(information.getTitle());
    String language = pdf.getDocumentCatalog().getLanguage();
    String code = language == null || language.length() < 2 ? null : language.substring(0, 2);
    return new Metadata(title, DocumentKind.OTHER, null, List.of(), null, code);
  }

  private static @Nullable String clean(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }
}
