package dev.touchstone.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Which rows of a table name its columns. One row a line, {@code |} between cells, {@code <} in a
 * cell that the one before it covers.
 */
class HeaderReachTest {

  private static int rows(int marked, String... lines) {
    List<HeaderReach.Entry> entries = new ArrayList<>();
    int width = 0;
    for (int r = 0; r < lines.length; r++) {
      String[] cells = lines[r].split("\\|", -1);
      width = Math.max(width, cells.length);
      for (int c = 0; c < cells.length; c++) {
        String text = cells[c].strip();
        int span = 1;
        while (c + span < cells.length && cells[c + span].strip().equals("<")) {
          span++;
        }
        if (!text.isEmpty() && !text.equals("<")) {
          entries.add(new HeaderReach.Entry(r, c, 1, span, text));
        }
      }
    }
    return HeaderReach.rows(entries, width, marked);
  }

  @Test
  void names_of_single_columns_below_names_of_groups_are_one_more_row() {
    String[] table = {
      "Parameter | Drug | < | Placebo | <",
      " | Baseline | Week 12 | Baseline | Week 12",
      "Weight | 81.2 | 79.5 | 80.9 | 80.1"
    };
    assertThat(rows(0, table)).isEqualTo(2);
    assertThat(rows(1, table)).isEqualTo(2);
    assertThat(rows(2, table)).isEqualTo(2);
  }

  @Test
  void numbers_of_people_below_the_names_of_arms_are_one_more_row() {
    assertThat(
            rows(
                1,
                "Characteristic | Drug | Placebo",
                " | n = 20 | n = 21",
                "Age | 54 ± 8 | 57 ± 9"))
        .isEqualTo(2);
  }

  @Test
  void a_first_row_of_figures_in_bold_type_names_nothing() {
    assertThat(
            rows(
                2,
                "Variable | Baseline | Week 12",
                "Placebo | 1323.4 | 1331.9",
                "Drug | 1427.5 | 1528.8"))
        .isEqualTo(1);
  }

  @Test
  void grades_below_their_common_name_are_names() {
    assertThat(rows(2, " | Grade | < | <", "Event | 0 | 1 | 2", "Nausea | 14 | 1 | 0"))
        .isEqualTo(2);
  }

  @Test
  void a_row_of_words_below_named_columns_is_no_header() {
    assertThat(
            rows(
                1,
                "Property | Drug A | Drug B",
                "Target | kinase | receptor",
                "Half-life, h | 5.1 | 7.4"))
        .isEqualTo(1);
  }

  @Test
  void the_name_of_a_group_of_rows_is_no_header() {
    assertThat(rows(1, "Event | Drug | Placebo", "Gastrointestinal", "Nausea | 12 | 3"))
        .isEqualTo(1);
  }

  @Test
  void empty_rows_between_are_passed_over() {
    assertThat(
            rows(
                1,
                "| Drug | < | Placebo | <",
                "",
                " | n | % | n | %",
                "",
                "Nausea | 4 | 13 | 1 | 3"))
        .isEqualTo(3);
  }

  @Test
  void a_table_of_figures_alone_has_no_header_unless_one_is_marked() {
    String[] table = {"1 | 2.5 | 3.5", "2 | 2.6 | 3.7"};
    assertThat(rows(0, table)).isZero();
    assertThat(rows(1, table)).isEqualTo(1);
  }
}
