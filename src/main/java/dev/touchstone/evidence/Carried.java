package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence leaves for the next one of its paragraph.
 *
 * @param outcome told last
 * @param order arms in the order in which their values were told
 * @param group the participants that the paragraph has come to speak of
 */
record Carried(@Nullable Mention outcome, List<Arm> order, @Nullable Arm group) {

  static final Carried NOTHING = new Carried(null, List.of(), null);

  Carried {
    order = List.copyOf(order);
  }
}
