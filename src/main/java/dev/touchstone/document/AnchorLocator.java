package dev.touchstone.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks spans up in anchors that stand in the order of the text. */
final class AnchorLocator implements Locator {

  private final List<Anchor> anchors;

  AnchorLocator(List<Anchor> anchors) {
    this.anchors = List.copyOf(anchors);
  }

  @Override
  public Place locate(Span span) {
    Integer page = null;
    String locator = null;
    List<Box> boxes = new ArrayList<>();
    for (int i = firstEndingAfter(span.start()); i < anchors.size(); i++) {
      Anchor anchor = anchors.get(i);
      if (!anchor.span().overlaps(span) && !anchor.span().contains(span.start())) {
        break;
      }
      if (page == null) {
        page = anchor.page();
      }
      if (locator == null) {
        locator = anchor.locator();
      }
      // Boxes are measured on the page that the span starts on; a span over a page break keeps its
      // first part.
      if (anchor.box() != null && Objects.equals(page, anchor.page())) {
        addToLine(boxes, anchor.box());
      }
    }
    return new Place(span, page, boxes, locator);
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = anchors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (anchors.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void addToLine(List<Box> boxes, @Nullable Box box) {
    if (box == null) {
      return;
    }
    if (!boxes.isEmpty()) {
      Box last = boxes.get(boxes.size() - 1);
      double overlap =
          Math.min(last.y() + last.height(), box.y() + box.height()) - Math.max(last.y(), box.y());
      if (overlap > 0.5 * Math.min(last.height(), box.height()) && box.x() >= last.x()) {
        boxes.set(boxes.size() - 1, last.cover(box));
        return;
      }
    }
    boxes.add(box);
  }
}
