package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Plain text, which mostly is what is left of a PDF: the document's text is the file itself, and a
 * passage is a stretch of it cleaned for reading. Headings have no level here but for the title.
 */
final class PlainTextReader implements FormatReader {

  private final StructureRules rules;

  PlainTextReader(StructureRules rules) {
    this.rules = rules;
  }

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    String text = decoded.text();
    if (Blanks.isBlank(text, 0, text.length())) {
      throw new Unreadable(
          "The file holds no words.",
          "white space only",
          "Check that the conversion to text worked; a scanned page needs text recognition.");
    }
    List<PlainItem> items = new PlainItems(new Lines(text), rules, limits).read();
    List<Block> blocks = new ArrayList<>();
    for (PlainItem item : items) {
      blocks.add(item.toBlock(text));
    }
    return new Draft(
        Format.PLAIN_TEXT.mediaType(),
        text,
        Metadata.NONE,
        null,
        blocks,
        Locator.ofLines(text),
        List.of(Coverages.whole(text, new TreeMap<>())),
        decoded.warnings());
  }
}
