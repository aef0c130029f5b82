package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups the lines of a document into paragraphs, also over the ends of columns and pages. */
final class ParagraphFinder {

  /** Lines that a caption above a table may have. */
  private static final int LONGEST_CAPTION = 8;

  private final TextStyle style;
  private final Tags tags;

  ParagraphFinder(TextStyle style, Tags tags) {
    this.style = style;
    this.tags = tags;
  }

  /** Text blocks and tables in reading order; a table is given as the item that it came as. */
  List<Object> blocks(List<Item> items) {
    List<Object> blocks = new ArrayList<>();
    double right = 0;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item instanceof Item.Text text) {
        Object last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        Line next =
            i + 1 < items.size() && items.get(i + 1) instanceof Item.Text following
                ? following.line()
                : null;
        if (last instanceof TextBlock open && sameColumn(open.last(), text)) {
          if (continues(open, text, next, right)) {
            open.lines.add(text);
            continue;
          }
        }
        blocks.add(new TextBlock(text, tags.of(text.line())));
        right = Math.min(text.column().right(), captionRight(items, i));
      } else {
        blocks.add(item);
      }
    }
    return blocks;
  }

  /** A caption right above a table is often set as narrow as the table. */
  private static double captionRight(List<Item> items, int at) {
    if (!(items.get(at) instanceof Item.Text first) || !Labels.isTable(first.line())) {
      return Double.MAX_VALUE;
    }
    int i = at;
    while (i < items.size() && i - at < LONGEST_CAPTION && items.get(i) instanceof Item.Text) {
      i++;
    }
    return i < items.size() && items.get(i) instanceof Item.Tabular below
        ? below.grid().box().x() + below.grid().box().width()
        : Double.MAX_VALUE;
  }

  private static boolean sameColumn(Item.Text a, Item.Text b) {
    return a.column().equals(b.column());
  }

  /**
   * @param right how far the lines of the block may reach
   */
  private boolean continues(
      TextBlock block, Item.Text next, @Nullable Line afterNext, double right) {
    Item.Text last = block.last();
    Line above = last.line();
    Line line = next.line();
    if (last.frame() != next.frame()) {
      return false;
    }
    int tagged = tags.heading(above);
    if (tagged != tags.heading(line)) {
      return false;
    }
    if (tagged != Tag.NONE) {
      return true;
    }
    double size = Math.max(above.size(), line.size());
    double pitch = line.baseline() - above.baseline();
    if (pitch < 0.3 * size) {
      return pitch > -0.3 * size && line.left() >= above.right() - 1;
    }
    if (!sameStyle(block, above, line)) {
      return false;
    }
    boolean heading = looksLikeHeading(block);
    double usual =
        heading ? Math.max(style.pitch(line.size()), 1.25 * line.size()) : style.pitch(line.size());
    if (pitch > usual * 1.18 + 0.5) {
      return false;
    }
    if (opensItem(block, line)) {
      return false;
    }
    if (block.listItem()) {
      // Words behind a mark hang; a line further left is no part of the item.
      return line.left() > block.first().left() + 0.3 * size
          || !Marker.isBullet(block.first().first())
              && !endsEarly(last, line)
              && line.left() > block.first().left() - size;
    }
    if (heading) {
      return true;
    }
    if (endsEarly(last.line(), line, right)) {
      return false;
    }
    return !indented(block, above, line, afterNext);
  }

  private boolean sameStyle(TextBlock block, Line above, Line line) {
    double ratio = line.size() / above.size();
    if (ratio > 1.08 || ratio < 0.92) {
      return false;
    }
    boolean boldAbove = above.allBold() && block.allBold();
    boolean bold = line.allBold();
    if (boldAbove != bold) {
      // A bold line may open a paragraph or end one, when it fills its line or is a short rest.
      return boldAbove
          ? !looksLikeHeading(block) || runsOn(block.last(), line)
          : line.words().size() <= 3 || line.text().length() > 40;
    }
    boolean italicAbove = block.allItalic();
    return italicAbove == line.allItalic() || !looksLikeHeading(block);
  }

  /** Whether bold words that open a paragraph go on from one line to the next. */
  private static boolean runsOn(Item.Text last, Line line) {
    return line.first().face().bold() && !endsEarly(last, line) && !endsSentence(last.line());
  }

  private boolean looksLikeHeading(TextBlock block) {
    if (block.size() > 1.12 * style.size()) {
      return true;
    }
    return block.allBold() && !style.bold() && block.wordCount() < 40;
  }

  private boolean opensItem(TextBlock block, Line line) {
    if (!Marker.opens(line)) {
      return false;
    }
    Word mark = line.first();
    if (Marker.isBullet(mark)) {
      boolean dash = "-\u2013\u2014*".contains(mark.text());
      boolean outside = line.left() <= block.first().left() + 1 || block.listItem();
      return !dash || outside && !wrapped(block, line);
    }
    if (block.listItem() && Marker.isOrdered(block.first().first())) {
      return Math.abs(mark.right() - block.first().first().right()) < 4
          || Math.abs(mark.left() - block.first().left()) < 4;
    }
    // "1." inside a sentence stands where the line begins by chance.
    boolean announced = block.last().line().text().endsWith(":");
    boolean indented = line.left() > block.first().left() + 3;
    return Character.isDigit(mark.text().charAt(0))
        && (announced
            || indented && mark.text().endsWith(".") && endsSentence(block.last().line()));
  }

  /** Whether a dash only stands where a full line happens to be broken. */
  private static boolean wrapped(TextBlock item, Line line) {
    return Math.abs(line.left() - item.textLeft()) < 2
        && !endsEarly(item.last(), line)
        && !endsSentence(item.last().line());
  }

  /** Whether the next word would have fitted on the line, so that its end was meant. */
  private static boolean endsEarly(Item.Text last, Line next) {
    return endsEarly(last.line(), next, last.column().right());
  }

  private static boolean endsEarly(Line last, Line next, double right) {
    double room = right - last.right();
    Word first = next.first();
    double needed = first.width() + 0.3 * first.size();
    return room > needed * 1.15 + 2;
  }

  private static boolean endsSentence(Line line) {
    String text = line.text();
    int end = text.length();
    while (end > 0 && "]\u201D\")'\u2019".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".:;?!".indexOf(text.charAt(end - 1)) >= 0;
  }

  private static boolean indented(
      TextBlock block, Line above, Line line, @Nullable Line afterNext) {
    double in = line.left() - above.left();
    if (in < 0.8 * line.size() || in > 4 * line.size()) {
      return false;
    }
    boolean returns =
        afterNext == null
            || afterNext.left() < line.left() - 0.5 * line.size()
            || afterNext.baseline() - line.baseline() > 2 * line.size();
    return returns && endsSentence(above) && block.lines.size() >= 1;
  }
}
