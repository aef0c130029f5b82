package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Dose.Cycle;
import dev.touchstone.mention.Dose.Frequency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads schedules: {@code by mouth twice daily on days 1 to 14 of each 21-day cycle for up to six
 * cycles}. The first frequency, route, days and cycle of a text are taken.
 */
public final class Schedules {

  private static final Pattern PER =
      Pattern.compile(
          "(?:/|\\bper\\s)\\s?(day|d|week|wk)\\b(?![- ]cycle)", Pattern.CASE_INSENSITIVE);

  private Schedules() {}

  /** What a text tells of a schedule; {@link Schedule#NONE} where it tells nothing. */
  public static Schedule parse(String text) {
    Frequency frequency = null;
    String route = null;
    String days = null;
    Cycle cycle = null;
    List<Span> spans = new ArrayList<>();
    for (SchedulePart part : ScheduleParts.in(text)) {
      boolean news = frequency == null && part.frequency() != null;
      frequency = news ? part.frequency() : frequency;
      if (route == null && part.route() != null) {
        route = part.route();
        news = true;
      }
      if (days == null && part.days() != null) {
        days = part.days();
        news = true;
      }
      Cycle merged = merge(cycle, part.cycle());
      news |= merged != null && !merged.equals(cycle);
      cycle = merged;
      if (news) {
        spans.add(new Span(part.start(), part.end()));
      }
    }
    Matcher per = PER.matcher(text);
    if (frequency == null && per.find()) {
      String unit = per.group(1).startsWith("d") ? "d" : "wk";
      frequency = new Frequency(BigDecimal.ONE, BigDecimal.ONE, unit);
      spans.add(new Span(per.start(), per.end()));
      spans.sort(null);
    }
    Schedule schedule = new Schedule(frequency, route, days, cycle, spans);
    return schedule.isEmpty() ? Schedule.NONE : schedule;
  }

  /** What one of them lacks the other adds. */
  static @Nullable Cycle merge(@Nullable Cycle one, @Nullable Cycle other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return new Cycle(
        one.length() != null ? one.length() : other.length(),
        one.length() != null ? one.unit() : other.unit(),
        one.max() != null ? one.max() : other.max());
  }
}
