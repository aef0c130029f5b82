package dev.touchstone.evidence;

import dev.touchstone.mention.Unit;
import org.jspecify.annotations.Nullable;

/** Tells which study a place of the document speaks of. */
interface StudyContext {

  /**
   * The study at a place, or null where the document leaves it open.
   *
   * @param position in the unit's reading text
   */
  @Nullable Study studyAt(Unit unit, int position);
}
