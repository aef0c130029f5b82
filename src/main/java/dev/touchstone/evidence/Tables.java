package dev.touchstone.evidence;

import dev.touchstone.document.Table;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;

/** The tables of a document with their units. */
final class Tables {

  private Tables() {}

  static List<TableView> of(AnnotatedDocument annotated) {
    List<TableView> views = new ArrayList<>();
    List<Unit> units = annotated.units();
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).block() instanceof Table table) {
        int end = i;
        while (end < units.size() && units.get(end).block() == table) {
          end++;
        }
        views.add(new TableView(table, units.subList(i, end)));
        i = end - 1;
      }
    }
    return views;
  }
}
