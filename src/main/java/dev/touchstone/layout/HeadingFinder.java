package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells headings from paragraphs by their type, and gives them levels: larger before smaller, bold
 * before italic, {@code 2.1} below {@code 2}.
 */
final class HeadingFinder {

  static final int MOST_WORDS = 45;

  /** Blocks between the title and the text. */
  private static final int MOST_FRONT = 6;

  private static final Pattern CAPTION =
      Pattern.compile(
          "(?:table|tab\\.|figure|fig\\.?|scheme|chart|exhibit|box|caption)(?: |:|$).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern NUMBERED =
      Pattern.compile("(\\d{1,2}(?:\\.\\d{1,2}){0,4})\\.? \\S.*");

  /** What headings of one level have in common. */
  private record Look(int size, boolean bold, boolean italic, boolean capitals) {}

  private final TextStyle style;

  HeadingFinder(TextStyle style) {
    this.style = style;
  }

  /** Sets the levels of those blocks that are headings. */
  void find(List<Object> blocks) {
    Map<Look, List<TextBlock>> byLook = new HashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof TextBlock block && isHeading(blocks, i, block)) {
        byLook.computeIfAbsent(look(block), look -> new ArrayList<>()).add(block);
      }
    }
    removeByline(blocks, byLook);
    List<Look> looks = new ArrayList<>(byLook.keySet());
    looks.sort(
        Comparator.comparingInt((Look look) -> -look.size())
            .thenComparing(look -> !look.bold())
            .thenComparing(look -> !look.capitals())
            .thenComparing(Look::italic));
    int level = 0;
    for (Look look : looks) {
      level++;
      for (TextBlock block : byLook.getOrDefault(look, List.of())) {
        block.level = level;
      }
    }
  }

  /**
   * The names of the authors below the title are set larger than the text, and are no heading:
   * nothing else in the document looks like them.
   */
  private void removeByline(List<Object> blocks, Map<Look, List<TextBlock>> byLook) {
    int title = 0;
    while (title < blocks.size()
        && !(blocks.get(title) instanceof TextBlock block
            && byLook.getOrDefault(look(block), List.of()).contains(block))) {
      title++;
    }
    Map<Look, Integer> names = new HashMap<>();
    for (int i = title + 1; i < Math.min(blocks.size(), title + 1 + MOST_FRONT); i++) {
      if (blocks.get(i) instanceof TextBlock block && isNames(block)) {
        names.merge(look(block), 1, Integer::sum);
      }
    }
    names.forEach(
        (look, count) -> {
          if (byLook.getOrDefault(look, List.of()).size() <= count) {
            byLook.remove(look);
          }
        });
  }

  /** Words with capitals, several of them parted by commas or marked with raised signs. */
  private static boolean isNames(TextBlock block) {
    int words = 0;
    int capitals = 0;
    boolean marked = false;
    for (Item.Text item : block.lines) {
      for (Word word : item.line().words()) {
        String text = word.text();
        marked |= word.raise() > 0 || text.endsWith(",");
        if (word.raise() == 0 && text.chars().anyMatch(Character::isLetter)) {
          words++;
          capitals += Character.isUpperCase(text.charAt(0)) ? 1 : 0;
        }
      }
    }
    return marked && words > 1 && capitals * 10 >= words * 7;
  }

  private Look look(TextBlock block) {
    String text = block.text();
    boolean capitals = text.equals(text.toUpperCase(java.util.Locale.ROOT)) && text.length() > 3;
    return new Look(
        (int) Math.round(block.size() * 2), block.allBold(), block.allItalic(), capitals);
  }

  private boolean isHeading(List<Object> blocks, int index, TextBlock block) {
    String text = block.text();
    if (!mayBe(block, text) || taggedOtherwise(block)) {
      return false;
    }
    boolean large = block.size() > 1.12 * style.size();
    boolean bold = block.allBold() && !style.bold() && block.size() > 0.93 * style.size();
    if (large) {
      return block.wordCount() <= 30
          && (bold || block.size() > 1.2 * style.size() || followedByText(blocks, index));
    }
    if (bold) {
      return !endsLikeSentence(text, block.wordCount()) && followedByText(blocks, index);
    }
    boolean italic = block.allItalic() && block.size() > 0.93 * style.size();
    Matcher numbered = NUMBERED.matcher(text);
    return italic
        && block.lines.size() <= 2
        && block.wordCount() <= 14
        && !endsLikeSentence(text, block.wordCount())
        && (numbered.matches() || followedByText(blocks, index));
  }

  /** Whether the words of a block could be a heading, whatever they are set in. */
  static boolean reads(TextBlock block) {
    String text = block.text();
    return mayBe(block, text) && !endsLikeSentence(text, block.wordCount());
  }

  private static boolean mayBe(TextBlock block, String text) {
    return !block.drawing()
        && !block.turned()
        && block.wordCount() <= MOST_WORDS
        && text.chars().anyMatch(Character::isLetter)
        && !CAPTION.matcher(text).matches()
        && !Marker.isBullet(block.first().first());
  }

  /** The words of a paragraph may be a heading that the author did not tag; these are none. */
  private static boolean taggedOtherwise(TextBlock block) {
    return block.tag != null
        && switch (block.tag.role()) {
          case CAPTION, FIGURE, HEADER_CELL -> true;
          case HEADING, TEXT, CELL -> false;
        };
  }

  static boolean endsLikeSentence(String text, int words) {
    return text.endsWith(".") && words > 6 || text.endsWith(",") || text.endsWith(";");
  }

  /** A heading has something below it that it is the heading of. */
  private static boolean followedByText(List<Object> blocks, int index) {
    return index + 1 < blocks.size();
  }
}
