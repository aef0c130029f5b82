package dev.touchstone.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of a document, asked for what is printed. */
final class Tags {

  static final Tags NONE = new Tags(List.of());

  private final List<Tag> all;

  Tags(List<Tag> all) {
    this.all = List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  @Nullable Tag get(int number) {
    return number >= 0 && number < all.size() ? all.get(number) : null;
  }

  /** The number of the tag that most glyphs of a line have; the lower one of two. */
  static int most(Line line) {
    Map<Integer, Integer> glyphs = new HashMap<>();
    for (Word word : line.words()) {
      glyphs.merge(word.tag(), word.glyphs(), Integer::sum);
    }
    int best = Tag.NONE;
    int count = 0;
    for (Map.Entry<Integer, Integer> entry : glyphs.entrySet()) {
      int its = entry.getValue();
      if (its > count || its == count && entry.getKey() < best) {
        best = entry.getKey();
        count = its;
      }
    }
    return best;
  }

  /** The number of the heading that a line belongs to as a whole, or {@link Tag#NONE}. */
  int heading(Line line) {
    if (isEmpty()) {
      return Tag.NONE;
    }
    int most = most(line);
    Tag tag = get(most);
    boolean heading = tag != null && tag.role() == Tag.Role.HEADING;
    for (Word word : line.words()) {
      heading &= word.tag() < 0 || word.tag() == most;
    }
    return heading ? most : Tag.NONE;
  }

  /** What a line is; a line that is a heading only in part is none. */
  @Nullable Tag of(Line line) {
    if (isEmpty()) {
      return null;
    }
    Tag tag = get(most(line));
    boolean partly = tag != null && tag.role() == Tag.Role.HEADING && heading(line) == Tag.NONE;
    return partly ? null : tag;
  }
}
