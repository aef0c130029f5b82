package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well the tags of a document agree with what is printed. Tags that were made by a converter
 * without knowing better, or left over from another version of the text, would do more harm than
 * good.
 *
 * @param printed characters on the pages without what lies in their margins
 * @param covered how many of them have a tag
 * @param pairs how often one tagged part follows another on the page
 * @param inOrder how often it does so in the order of the tags
 * @param headings how many parts are tagged as headings
 * @param unlike how many of these are too long for a heading, or end like a sentence
 * @param headingGlyphs characters in all of them
 */
record TagAgreement(
    int printed, int covered, int pairs, int inOrder, int headings, int unlike, int headingGlyphs) {

  private static final double LEAST_COVERED = 0.8;
  private static final double LEAST_IN_ORDER = 0.8;
  private static final double MOST_UNLIKE = 0.25;
  private static final int MOST_HEADING = 3;

  /** The words of one heading as they are printed. */
  private static final class Words {
    int count;
    int glyphs;
    String last = "";

    boolean unlikeHeading() {
      return count > HeadingFinder.MOST_WORDS || HeadingFinder.endsLikeSentence(last, count);
    }
  }

  /**
   * @param items of all pages in reading order
   */
  static TagAgreement of(Tags tags, List<Sheet> sheets, List<Item> items) {
    int printed = 0;
    int covered = 0;
    Map<Integer, Words> headings = new TreeMap<>();
    for (Sheet sheet : sheets) {
      List<Line> lines = new ArrayList<>(sheet.lines());
      lines.addAll(sheet.turnedLines());
      lines.removeAll(TaggedMargins.linesOf(sheet));
      for (Line line : lines) {
        printed += line.glyphs();
        for (Word word : line.words()) {
          Tag tag = tags.get(word.tag());
          covered += tag == null ? 0 : word.glyphs();
          if (tag != null && tag.role() == Tag.Role.HEADING) {
            Words words = headings.computeIfAbsent(word.tag(), number -> new Words());
            words.count++;
            words.glyphs += word.glyphs();
            words.last = word.text();
          }
        }
      }
    }
    List<Integer> order = firsts(items);
    int inOrder = 0;
    for (int i = 1; i < order.size(); i++) {
      inOrder += order.get(i) > order.get(i - 1) ? 1 : 0;
    }
    return new TagAgreement(
        printed,
        covered,
        Math.max(0, order.size() - 1),
        inOrder,
        headings.size(),
        (int) headings.values().stream().filter(Words::unlikeHeading).count(),
        headings.values().stream().mapToInt(words -> words.glyphs).sum());
  }

  /** The tags in the order in which they first appear; of a table, only the first. */
  private static List<Integer> firsts(List<Item> items) {
    Set<Integer> seen = new HashSet<>();
    List<Integer> order = new ArrayList<>();
    for (Item item : items) {
      int number = item.match(text -> Tags.most(text.line()), table -> first(table.grid()));
      if (number >= 0 && seen.add(number)) {
        order.add(number);
      }
    }
    return order;
  }

  private static int first(Grid grid) {
    return grid.cells().stream()
        .flatMap(cell -> cell.lines().stream())
        .mapToInt(Tags::most)
        .filter(number -> number >= 0)
        .min()
        .orElse(Tag.NONE);
  }

  /** Why the tags cannot be used; empty if they can. Each is the rest of a sentence. */
  List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (covered < LEAST_COVERED * printed) {
      objections.add("it covers " + percent(covered, printed) + " of what is printed");
      return objections;
    }
    if (inOrder < LEAST_IN_ORDER * pairs) {
      objections.add(
          "only " + percent(inOrder, pairs) + " of its parts follow one another as they are read");
    }
    if (headingGlyphs * MOST_HEADING > covered) {
      objections.add(percent(headingGlyphs, covered) + " of the text are tagged as headings");
    } else if (unlike > MOST_UNLIKE * headings) {
      objections.add(
          unlike + " of " + headings + " parts tagged as headings are long or end like a sentence");
    }
    return objections;
  }

  private static String percent(int part, int whole) {
    return 100L * part / Math.max(1, whole) + " %";
  }
}
