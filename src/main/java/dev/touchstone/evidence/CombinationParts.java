package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;

/** Which part of a combination a dose is of: {@code levodopa/carbidopa 100/25 mg}. */
final class CombinationParts {

  private CombinationParts() {}

  /**
   * The name of the drug; of a combination with one amount for each part, the part of this amount.
   */
  static String drugOf(Unit unit, Mention dose, Mention drug) {
    List<String> parts = drug.drug().parts();
    if (parts.size() < 2) {
      return drug.drug().name();
    }
    List<Mention> list = new ArrayList<>();
    String text = unit.reading().text();
    boolean holds = false;
    for (Mention next : unit.mentions(MentionType.DOSE)) {
      Mention last = list.isEmpty() ? null : list.get(list.size() - 1);
      boolean joined =
          last != null
              && last.end() <= next.start()
              && text.substring(last.end(), next.start()).strip().equals("/");
      if (!joined) {
        if (holds) {
          break;
        }
        list.clear();
      }
      list.add(next);
      holds |= next.equals(dose);
    }
    return holds && list.size() == parts.size()
        ? parts.get(list.indexOf(dose))
        : drug.drug().name();
  }
}
