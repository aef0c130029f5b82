package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds what lies across the pages or along their edges and belongs to none of them: large words
 * behind the text, and turned lines that come back in the same place.
 */
final class Watermarks {

  static final String WATERMARK = "watermark";

  /** Watermarks are larger than the text by this factor. */
  private static final double LARGE = 1.6;

  private static final double NEAR = 6;
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final List<Sheet> sheets;
  private final double size;
  private final Map<String, List<Line>> byWords = new HashMap<>();

  private Watermarks(List<Sheet> sheets) {
    this.sheets = sheets;
    this.size = TextStyle.of(sheets).size();
  }

  /** Takes them out of the sheets. */
  static void remove(List<Sheet> sheets) {
    new Watermarks(sheets).remove();
  }

  private void remove() {
    List<List<Line>> candidates = new ArrayList<>();
    for (Sheet sheet : sheets) {
      List<Line> lines = new ArrayList<>(sheet.turnedLines());
      sheet.lines().stream().filter(line -> line.size() > LARGE * size).forEach(lines::add);
      lines.forEach(line -> byWords.computeIfAbsent(key(line), k -> new ArrayList<>()).add(line));
      candidates.add(lines);
    }
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      for (Line line : candidates.get(i)) {
        boolean slanted = line.first().turn() % 90 != 0;
        boolean large = line.size() > LARGE * size;
        if (large && slanted && !sheet.lines().isEmpty() || comesBack(sheet, line)) {
          sheet.drop(line, large ? WATERMARK : RunningHeads.RUNNING_HEAD);
        }
      }
    }
  }

  private boolean comesBack(Sheet sheet, Line line) {
    Box place = sheet.place(line);
    Set<Integer> pages = new TreeSet<>();
    for (Line other : byWords.getOrDefault(key(line), List.of())) {
      Box its = sheets.get(other.page() - 1).place(other);
      if (Math.abs(its.x() - place.x()) < NEAR && Math.abs(its.y() - place.y()) < NEAR) {
        pages.add(other.page());
      }
    }
    return pages.size() >= 2 && pages.size() * 10 >= sheets.size() * 6;
  }

  private static String key(Line line) {
    return line.first().turn() + " " + DIGITS.matcher(line.text()).replaceAll("#");
  }
}
