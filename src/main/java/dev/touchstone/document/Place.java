package dev.touchstone.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a span stands in the original file.
 *
 * @param span the stretch of the document's text
 * @param page from 1, where the format has pages
 * @param boxes one rectangle per line, where the format has positions
 * @param locator the place in the format's own terms: XPath, cell address, line and column
 */
public record Place(Span span, @Nullable Integer page, List<Box> boxes, @Nullable String locator) {

  public Place {
    boxes = List.copyOf(boxes);
  }
}
