package dev.touchstone.ingest;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Checks what was read of a PDF against the PDF: that every printed character is placed or left out
 * for a reason, and that no letter or digit of the text is there more often than PDFBox's text
 * stripper, which is another reader of the same pages, finds it. Small capitals are read as small
 * or as capitals, so the case does not count.
 */
public final class PageLedger {

  private PageLedger() {}

  /** What does not add up, one sentence each. */
  public static List<String> faults(Document document, byte[] pdf) throws IOException {
    List<String> faults = new ArrayList<>();
    for (Coverage page : document.coverage()) {
      int dropped = page.dropped().values().stream().mapToInt(Integer::intValue).sum();
      if (page.placed() + dropped != page.glyphs()) {
        faults.add(
            "page %d: %d placed and %d left out are not %d"
                .formatted(page.page(), page.placed(), dropped, page.glyphs()));
      }
    }
    if (document.coverage().stream().noneMatch(Coverage::recognised)) {
      surplus(document.text(), pdf)
          .forEach((sign, count) -> faults.add("%d %s more than printed".formatted(count, sign)));
    }
    return faults;
  }

  private static Map<String, Integer> surplus(String text, byte[] pdf) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    try (PDDocument source = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      // What it takes for a double print are often two letters of narrow type.
      stripper.setSuppressDuplicateOverlappingText(false);
      count(counts, stripper.getText(source), -1);
    }
    count(counts, text, 1);
    counts.values().removeIf(count -> count <= 0);
    return counts;
  }

  private static void count(Map<String, Integer> counts, String text, int by) {
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(sign -> counts.merge(Character.toString(sign), by, Integer::sum));
  }
}
