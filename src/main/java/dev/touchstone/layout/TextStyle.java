package dev.touchstone.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the running text of a document is set.
 *
 * @param size the size that most of it has
 * @param bold whether most of it is bold
 * @param pitch usual distance of base lines at a size, as a multiple of the size
 */
record TextStyle(double size, boolean bold, Map<Integer, Double> pitches) {

  static TextStyle of(List<Sheet> sheets) {
    Map<Integer, Integer> sizes = new HashMap<>();
    int boldGlyphs = 0;
    int glyphs = 0;
    Map<Integer, Map<Integer, Integer>> steps = new HashMap<>();
    for (Sheet sheet : sheets) {
      Line before = null;
      for (Line line : sheet.lines()) {
        sizes.merge(key(line.size()), line.glyphs(), Integer::sum);
        glyphs += line.glyphs();
        boldGlyphs += line.allBold() ? line.glyphs() : 0;
        if (before != null && key(before.size()) == key(line.size())) {
          int step = (int) Math.round(20 * (line.baseline() - before.baseline()) / line.size());
          if (step > 15 && step < 60) {
            steps
                .computeIfAbsent(key(line.size()), size -> new HashMap<>())
                .merge(step, Math.min(line.glyphs(), before.glyphs()), Integer::sum);
          }
        }
        before = line;
      }
    }
    Map<Integer, Double> pitches = new HashMap<>();
    steps.forEach((size, counts) -> pitches.put(size, mostFrequent(counts) / 20.0));
    return new TextStyle(
        sizes.isEmpty() ? 10 : mostFrequent(sizes) / 2.0, boldGlyphs * 2 > glyphs, pitches);
  }

  private static int mostFrequent(Map<Integer, Integer> counts) {
    int best = 0;
    int most = -1;
    for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
      boolean more = entry.getValue() > most;
      if (more || entry.getValue() == most && entry.getKey() < best) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  private static int key(double size) {
    return (int) Math.round(size * 2);
  }

  /** The usual distance between base lines of text of that size. */
  double pitch(double ofSize) {
    Double known = pitches.get(key(ofSize));
    Double body = pitches.get(key(size));
    double usual = body == null ? 1.2 : body;
    // Few lines of a size may never follow one another directly.
    return ofSize * (known == null ? usual : Math.min(known, Math.max(usual, 1.2) * 1.15));
  }
}
