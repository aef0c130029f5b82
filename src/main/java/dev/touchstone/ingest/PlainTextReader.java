package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.List;

/** Plain text. */
final class PlainTextReader implements FormatReader {

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    String text = decoded.text();
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf("\n\n", at);
      end = end < 0 ? text.length() : end;
      if (!text.substring(at, end).isBlank()) {
        int from = at;
        while (Character.isWhitespace(text.charAt(from))) {
          from++;
        }
        blocks.add(
            new Paragraph("", Paragraph.Kind.TEXT, null, Passage.of(text, new Span(from, end))));
      }
      at = end + 2;
    }
    return new Draft(
        Format.PLAIN_TEXT.mediaType(),
        text,
        Metadata.NONE,
        null,
        blocks,
        Locator.ofLines(text),
        List.of(),
        decoded.warnings());
  }
}
