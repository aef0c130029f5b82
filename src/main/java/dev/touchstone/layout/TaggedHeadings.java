package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Levels of headings where the author has tagged them. Headings that only their type shows keep
 * their place among the others: at the level of those that look alike, or below the next more
 * prominent ones.
 */
final class TaggedHeadings {

  /** Before: the more prominent the lower, 0 for what type does not show to be a heading. */
  private final List<TextBlock> headings = new ArrayList<>();

  private final Set<TextBlock> tagged = new LinkedHashSet<>();

  private TaggedHeadings(List<Object> blocks) {
    for (Object block : blocks) {
      if (block instanceof TextBlock text) {
        boolean says = text.taggedHeading() && HeadingFinder.reads(text);
        if (says || text.level > 0) {
          headings.add(text);
        }
        if (says) {
          tagged.add(text);
        }
      }
    }
    if (!headings.isEmpty() && isTitle(headings.get(0))) {
      tagged.remove(headings.get(0));
    }
  }

  /**
   * @param blocks with the levels that their type shows
   */
  static void apply(List<Object> blocks) {
    TaggedHeadings found = new TaggedHeadings(blocks);
    if (!found.tagged.isEmpty()) {
      found.level();
    }
  }

  /**
   * The first heading, set larger than any other, stands above them all, also where the author has
   * tagged the chapters alike.
   */
  private boolean isTitle(TextBlock first) {
    return first.level == 1
        && headings.stream().noneMatch(other -> other != first && other.level == 1);
  }

  private void level() {
    SortedSet<Integer> tagLevels = new TreeSet<>();
    tagged.forEach(block -> tagLevels.add(tagLevel(block)));
    List<Integer> ranks = new ArrayList<>(tagLevels);
    Map<Integer, Integer> rankOfLook = new HashMap<>();
    for (TextBlock block : tagged) {
      if (block.level > 0) {
        rankOfLook.merge(block.level, ranks.indexOf(tagLevel(block)) + 1, Math::min);
      }
    }
    int firstLook = rankOfLook.keySet().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
    SortedSet<Integer> above = new TreeSet<>();
    for (TextBlock block : headings) {
      if (!tagged.contains(block) && block.level < firstLook) {
        above.add(block.level);
      }
    }
    for (TextBlock block : headings) {
      if (tagged.contains(block)) {
        block.level = above.size() + ranks.indexOf(tagLevel(block)) + 1;
      } else if (above.contains(block.level)) {
        block.level = above.headSet(block.level).size() + 1;
      } else {
        block.level = above.size() + rankOf(block.level, rankOfLook);
      }
    }
  }

  /** That of tagged headings that look alike, or one below those that look more prominent. */
  private static int rankOf(int look, Map<Integer, Integer> rankOfLook) {
    Integer alike = rankOfLook.get(look);
    if (alike != null) {
      return alike;
    }
    int nearest =
        rankOfLook.keySet().stream().filter(its -> its < look).max(Integer::compare).orElse(0);
    return rankOfLook.getOrDefault(nearest, 0) + 1;
  }

  private static int tagLevel(TextBlock block) {
    return block.tag == null ? 0 : block.tag.level();
  }
}
