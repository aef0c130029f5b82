package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Shaded fields that stand side by side: a row of a table, shaded cell by cell or as a whole.
 *
 * @param joints where one field ends and the next begins
 */
record RowShade(Box box, int rgb, List<Double> joints) {

  private static final double SAME = 1.2;
  private static final double LOWEST = 5;
  private static final double HIGHEST = 0.4;

  static List<RowShade> of(Sheet sheet) {
    List<Shade> fields = new ArrayList<>();
    for (Shade shade : sheet.shades()) {
      Box box = shade.box();
      if (box.height() >= LOWEST
          && box.height() < HIGHEST * sheet.height()
          && box.width() > LOWEST
          && shade.rgb() != 0xFFFFFF) {
        fields.add(shade);
      }
    }
    fields.sort(
        Comparator.comparingDouble((Shade shade) -> Math.round(shade.box().y() / SAME))
            .thenComparingDouble(shade -> shade.box().x()));
    List<RowShade> rows = new ArrayList<>();
    for (Shade field : fields) {
      RowShade last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last != null && last.isBeside(field)) {
        List<Double> joints = new ArrayList<>(last.joints);
        joints.add(field.box().x());
        rows.set(rows.size() - 1, new RowShade(last.box.cover(field.box()), last.rgb, joints));
      } else {
        rows.add(new RowShade(field.box(), field.rgb(), List.of()));
      }
    }
    return rows;
  }

  private boolean isBeside(Shade field) {
    Box its = field.box();
    double gap = its.x() - box.x() - box.width();
    return Math.abs(its.y() - box.y()) < SAME
        && Math.abs(its.height() - box.height()) < SAME
        && gap > -SAME
        && gap < 2.5;
  }

  double right() {
    return box.x() + box.width();
  }

  double bottom() {
    return box.y() + box.height();
  }
}
