package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines that belong together: a paragraph, a list item or a heading. */
final class TextBlock {

  final List<Item.Text> lines = new ArrayList<>();

  /** Whether it stands under a table and is set smaller than the text. */
  boolean smallPrint;

  /** Level of a heading; 0 for what is none. */
  int level;

  /** What the author says that it is. */
  final @Nullable Tag tag;

  TextBlock(Item.Text first, @Nullable Tag tag) {
    lines.add(first);
    this.tag = tag;
  }

  boolean taggedHeading() {
    return tag != null && tag.role() == Tag.Role.HEADING;
  }

  Line first() {
    return lines.get(0).line();
  }

  Item.Text last() {
    return lines.get(lines.size() - 1);
  }

  boolean drawing() {
    Frame frame = lines.get(0).frame();
    return frame != null && frame.drawing();
  }

  /** Whether it is written in another direction than the page. */
  boolean turned() {
    return lines.get(0).column().turned();
  }

  boolean listItem() {
    return Marker.opens(first());
  }

  /** Where the words of a list item begin, behind its mark. */
  double textLeft() {
    return listItem() ? first().words().get(1).left() : first().left();
  }

  boolean allBold() {
    return lines.stream().allMatch(item -> item.line().allBold());
  }

  /** How many pieces of the first line open the block in bold, when what follows is not bold. */
  int lead() {
    List<Word> words = first().words();
    int bold = 0;
    int pieces = 0;
    while (bold < words.size() && words.get(bold).face().bold()) {
      pieces += bold > 0 && !words.get(bold).touches(words.get(bold - 1)) ? 2 : 1;
      bold++;
    }
    boolean ends = bold > 0 && bold < words.size() && !words.get(bold).touches(words.get(bold - 1));
    return ends ? pieces : 0;
  }

  boolean allItalic() {
    return lines.stream().allMatch(item -> item.line().allItalic());
  }

  double size() {
    return first().size();
  }

  int wordCount() {
    return lines.stream().mapToInt(item -> item.line().words().size()).sum();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Item.Text item : lines) {
      text.append(text.isEmpty() ? "" : " ").append(item.line().text());
    }
    return text.toString();
  }
}
