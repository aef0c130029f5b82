package dev.touchstone.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          twice daily                                        | 2 per 1 d  | -            | -      | -
          three times a day                                  | 3 per 1 d  | -            | -      | -
          once every three weeks                             | 1 per 3 wk | -            | -      | -
          every 21 days                                      | 1 per 21 d | -            | -      | -
          every other day                                    | 1 per 2 d  | -            | -      | -
          Q3W                                                | 1 per 3 wk | -            | -      | -
          q12h                                               | 1 per 12 h | -            | -      | -
          10 mg BID                                          | 2 per 1 d  | -            | -      | -
          150 mg/day                                         | 1 per 1 d  | -            | -      | -
          by mouth once daily                                | 1 per 1 d  | oral         | -      | -
          as an intravenous infusion on day 1 of a 21-day cycle for up to 8 cycles | - | intravenous infusion | 1 | 21 d, max 8
          intravenously every 3 weeks for a maximum of 6 cycles | 1 per 3 wk | intravenous | - | max 6
          twice daily on days 1 to 14 of each 21-day cycle   | 2 per 1 d  | -            | 1-14   | 21 d
          on days 1, 8 and 15 of a 28-day cycle              | -          | -            | 1,8,15 | 28 d
          once daily for the first 3 weeks of every 4-week cycle | 1 per 1 d | -         | 1-21   | 28 d
          once daily for 21 days, followed by 7 days off     | 1 per 1 d  | -            | 1-21   | 28 d
          in the drinking water                              | -          | oral         | -      | -
          weekly dosing                                      | 1 per 1 wk | -            | -      | -
          3-weekly                                           | 1 per 3 wk | -            | -      | -
          the liver and the kidney                           | -          | -            | -      | -
          """)
  void reads_how_and_how_often(
      String words,
      @Nullable String frequency,
      @Nullable String route,
      @Nullable String days,
      @Nullable String cycle) {
    Schedule schedule = Schedules.parse(words);
    assertThat(text(schedule.frequency())).as("frequency").isEqualTo(frequency);
    assertThat(schedule.route()).as("route").isEqualTo(route);
    assertThat(schedule.days()).as("days").isEqualTo(days);
    assertThat(text(schedule.cycle())).as("cycle").isEqualTo(cycle);
  }

  private static @Nullable String text(Dose.@Nullable Frequency frequency) {
    return frequency == null
        ? null
        : frequency.times() + " per " + frequency.per() + " " + frequency.unit();
  }

  private static @Nullable String text(Dose.@Nullable Cycle cycle) {
    if (cycle == null) {
      return null;
    }
    BigDecimal length = cycle.length();
    String days = length == null ? "" : length + " " + cycle.unit();
    String max = cycle.max() == null ? "" : "max " + cycle.max();
    return days.isEmpty() || max.isEmpty() ? days + max : days + ", " + max;
  }
}
