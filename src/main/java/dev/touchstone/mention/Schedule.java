package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Dose.Cycle;
import dev.touchstone.mention.Dose.Frequency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and how often a dose is given, as far as some words tell.
 *
 * @param route {@code oral}, {@code intravenous}, {@code intravenous infusion}, …
 * @param days days of the cycle: {@code 1-14}, {@code 1,8,15}
 * @param parts where the words of the parts stand in the text that was parsed, in order
 */
public record Schedule(
    @Nullable Frequency frequency,
    @Nullable String route,
    @Nullable String days,
    @Nullable Cycle cycle,
    List<Span> parts) {

  public static final Schedule NONE = new Schedule(null, null, null, null);

  public Schedule {
    parts = List.copyOf(parts);
  }

  public Schedule(
      @Nullable Frequency frequency,
      @Nullable String route,
      @Nullable String days,
      @Nullable Cycle cycle) {
    this(frequency, route, days, cycle, List.of());
  }

  /** Whether the words told nothing of a schedule. */
  public boolean isEmpty() {
    return frequency == null && route == null && days == null && cycle == null;
  }
}
