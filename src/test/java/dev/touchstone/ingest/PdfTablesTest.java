package dev.touchstone.ingest;

import static dev.touchstone.ingest.DrawnPdf.BOLD;
import static dev.touchstone.ingest.DrawnPdf.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.Reading;
import dev.touchstone.document.Reading.Carrier;
import dev.touchstone.document.Table;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How tables are read from a page, one phenomenon each. */
class PdfTablesTest {

  private static final List<Double> THREE = List.of(60.0, 180.0, 300.0, 420.0);

  private static Document read(DrawnPdf pdf) {
    Document document = Outline.read("note.pdf", pdf.bytes());
    Outline.check(document);
    return document;
  }

  private static Reading reading(Document document) {
    assertThat(document.tables()).hasSize(1);
    Table table = document.tables().get(0);
    return Objects.requireNonNull(table.reading());
  }

  private static DrawnPdf row(DrawnPdf pdf, double y, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        pdf.text(66 + 120 * i, y, words[i]);
      }
    }
    return pdf;
  }

  private static DrawnPdf boldRow(DrawnPdf pdf, double y, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!words[i].isEmpty()) {
        pdf.bold(66 + 120 * i, y, words[i]);
      }
    }
    return pdf;
  }

  @Test
  void a_caption_as_narrow_as_its_table_is_one_caption() {
    DrawnPdf pdf = new DrawnPdf();
    pdf.text(
        60,
        60,
        "The trial was run in twelve centres of four countries, and all of its results are told here.");
    pdf.text(
        60,
        74,
        "Nothing was left out that bears upon the question whether the drug does what it should do.");
    pdf.text(60, 110, "Table 1 Scores before and after three cycles of");
    pdf.text(60, 124, "treatment in both groups");
    pdf.rule(60, 132, 300, 132).rule(60, 152, 300, 152).rule(60, 220, 300, 220);
    String[][] rows = {
      {"Scale", "Before", "After"}, {"Fatigue", "31.5", "38.2"}, {"Pain", "20.1", "24.9"}
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < 3; c++) {
        pdf.text(66 + 80 * c, 146 + 22 * r, rows[r][c]);
      }
    }
    Table table = read(pdf).tables().get(0);
    assertThat(table.caption().text())
        .isEqualTo("Scores before and after three cycles of treatment in both groups");
  }

  @Test
  void a_name_in_the_middle_of_its_columns_has_the_outer_ones_too() {
    DrawnPdf pdf =
        new DrawnPdf().rule(60, 100, 540, 100).rule(60, 140, 540, 140).rule(60, 210, 540, 210);
    pdf.text(205, 114, "Drug group").text(425, 114, "Control group");
    String[][] rows = {
      {"", "Pre", "Post", "Change", "P", "Pre", "Post", "Change", "P"},
      {"Iron", "8.1", "8.7", "7%", "0.03", "8.2", "8.1", "1%", "0.70"},
      {"Zinc", "5.4", "5.9", "9%", "0.01", "5.5", "5.5", "0%", "0.98"}
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        if (!rows[r][c].isEmpty()) {
          pdf.text(c == 0 ? 66 : 100 + 55 * (c - 0.5), 132 + 24 * r, rows[r][c]);
        }
      }
    }
    assertThat(
            read(pdf).tables().get(0).cells().stream()
                .filter(cell -> cell.row() == 0)
                .map(cell -> cell.col() + "+" + cell.colSpan() + " " + cell.text()))
        .containsExactly("1+4 Drug group", "5+4 Control group");
  }

  @Test
  void figures_below_one_another_in_a_ruled_field_are_values_of_several_rows() {
    DrawnPdf pdf = new DrawnPdf().grid(THREE, List.of(100.0, 120.0, 180.0));
    boldRow(pdf, 114, "Response", "Drug", "Placebo");
    row(pdf, 134, "Complete", "4", "1");
    row(pdf, 150, "Partial", "12", "8");
    row(pdf, 166, "Stable", "9", "10");
    Document document = read(pdf);
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Response] | [Drug] | [Placebo]
            [Complete] | 4 | 1
            [Partial] | 12 | 8
            [Stable] | 9 | 10
            """);
    assertThat(reading(document).carrier()).isEqualTo(Carrier.RULED);
    assertThat(reading(document).doubtful()).isFalse();
  }

  @Test
  void a_figure_and_its_interval_below_stay_one_cell() {
    DrawnPdf pdf = new DrawnPdf().grid(THREE, List.of(100.0, 120.0, 150.0, 180.0));
    boldRow(pdf, 114, "Measure", "Drug", "Placebo");
    row(pdf, 132, "FEV1", "3.29", "3.36");
    row(pdf, 144, "", "(2.88 to 3.69)", "(2.94 to 3.79)");
    row(pdf, 162, "FVC", "4.11", "4.02");
    row(pdf, 174, "", "(3.80 to 4.42)", "(3.71 to 4.33)");
    assertThat(Outline.tables(read(pdf)))
        .isEqualTo(
            """
            [Measure] | [Drug] | [Placebo]
            [FEV1] | 3.29 (2.88 to 3.69) | 3.36 (2.94 to 3.79)
            [FVC] | 4.11 (3.80 to 4.42) | 4.02 (3.71 to 4.33)
            """);
  }

  @Test
  void rows_that_rules_of_one_panel_part_are_rows_of_the_panels_beside_it() {
    DrawnPdf pdf = new DrawnPdf();
    for (double x : List.of(60.0, 300.0, 540.0)) {
      pdf.rule(x, 100, x, 196);
    }
    pdf.rule(60, 100, 540, 100).rule(60, 120, 540, 120).rule(60, 196, 540, 196);
    pdf.rule(300, 174, 540, 174);
    boldRow(pdf, 114, "Week", "Patients", "Week", "Patients");
    row(pdf, 134, "1", "412", "5", "287");
    row(pdf, 150, "2", "398", "6", "255");
    row(pdf, 166, "3", "371", "", "");
    row(pdf, 188, "4", "324", "Total", "2,047");
    assertThat(Outline.tables(read(pdf))).contains("412 | 5 | 287").contains("324 | Total | 2,047");
  }

  @Test
  void white_strips_part_rows_of_cells_with_several_lines() {
    DrawnPdf pdf = new DrawnPdf().grid(THREE, List.of(100.0, 120.0, 210.0));
    boldRow(pdf, 114, "Group", "Meaning", "Examples");
    row(pdf, 134, "Major", "More than ten", "Anaemia and");
    row(pdf, 146, "", "patients in all", "neutropenia");
    row(pdf, 176, "Minor", "Fewer than ten", "Rash and dry");
    row(pdf, 188, "", "patients in all", "skin");
    assertThat(Outline.tables(read(pdf)))
        .isEqualTo(
            """
            [Group] | [Meaning] | [Examples]
            [Major] | More than ten patients in all | Anaemia and neutropenia
            [Minor] | Fewer than ten patients in all | Rash and dry skin
            """);
  }

  @Test
  void names_of_groups_of_columns_stand_above_a_shorter_rule() {
    DrawnPdf pdf = new DrawnPdf();
    pdf.rule(180, 100, 420, 100).rule(180, 118, 420, 118);
    pdf.rule(60, 136, 420, 136).rule(60, 200, 420, 200);
    pdf.bold(270, 112, "Response");
    boldRow(pdf, 130, "Arm", "Complete", "Partial");
    row(pdf, 150, "Drug", "4", "12");
    row(pdf, 170, "Placebo", "1", "8");
    row(pdf, 190, "Control", "2", "9");
    Document document = read(pdf);
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Response] ×1,2
            [Arm] | [Complete] | [Partial]
            [Drug] | 4 | 12
            [Placebo] | 1 | 8
            [Control] | 2 | 9
            """);
    assertThat(reading(document).carrier()).isEqualTo(Carrier.HORIZONTAL_RULES);
  }

  @Test
  void long_names_beside_figures_do_not_end_a_table() {
    DrawnPdf pdf = new DrawnPdf();
    for (double y : List.of(100.0, 120.0, 160.0, 180.0)) {
      pdf.rule(60, y, 420, y);
    }
    boldRow(pdf, 114, "Event", "Drug", "Placebo");
    row(pdf, 134, "Inflammation of", "", "");
    row(pdf, 140, "", "14", "3");
    row(pdf, 146, "the mouth", "", "");
    row(pdf, 174, "Fatigue", "21", "19");
    assertThat(Outline.tables(read(pdf)))
        .isEqualTo(
            """
            [Event] | [Drug] | [Placebo]
            [Inflammation of the mouth] | 14 | 3
            [Fatigue] | 21 | 19
            """);
  }

  @Test
  void a_caption_inside_the_frame_is_no_row() {
    DrawnPdf pdf = new DrawnPdf();
    for (double y : List.of(100.0, 120.0, 140.0, 160.0, 180.0)) {
      pdf.rule(60, y, 420, y);
    }
    pdf.rule(60, 100, 60, 180).rule(420, 100, 420, 180);
    pdf.rule(180, 120, 180, 180).rule(300, 120, 300, 180);
    pdf.text(66, 114, BOLD, 10, "Table 3: Response by arm");
    boldRow(pdf, 134, "Response", "Drug", "Placebo");
    row(pdf, 154, "Complete", "4", "1");
    row(pdf, 174, "Partial", "12", "8");
    assertThat(Outline.tables(read(pdf)))
        .isEqualTo(
            """
            Table 3: Response by arm
            [Response] | [Drug] | [Placebo]
            [Complete] | 4 | 1
            [Partial] | 12 | 8
            """);
  }

  @Test
  void a_chart_with_grid_lines_is_no_table() {
    DrawnPdf pdf = new DrawnPdf();
    for (int i = 0; i < 6; i++) {
      double y = 120 + 20 * i;
      pdf.rule(100, y, 400, y);
      pdf.text(70, y + 3, PLAIN, 8, String.valueOf(500 - 100 * i));
      pdf.text(410, y + 3, PLAIN, 8, String.valueOf(50 - 10 * i));
      if (i > 0) {
        pdf.rule(40 + 60 * i, 220 - 8 * i, 100 + 60 * i, 212 - 14 * i);
      }
    }
    pdf.rule(100, 120, 100, 220).rule(400, 120, 400, 220);
    pdf.text(100, 250, BOLD, 10, "Figure 1. Patients at risk");
    assertThat(read(pdf).tables()).isEmpty();
  }

  @Test
  void a_line_set_further_left_opens_a_row_of_its_own() {
    DrawnPdf pdf = new DrawnPdf();
    pdf.rule(60, 100, 420, 100).rule(60, 118, 420, 118).rule(60, 200, 420, 200);
    boldRow(pdf, 112, "Characteristic", "Drug", "Placebo");
    pdf.text(76, 134, "Younger than sixty").text(186, 134, "14").text(306, 134, "13");
    pdf.text(66, 150, "Sex at birth");
    pdf.text(76, 166, "Female").text(186, 166, "11").text(306, 166, "9");
    pdf.text(76, 182, "Male").text(186, 182, "20").text(306, 182, "22");
    assertThat(Outline.tables(read(pdf)))
        .contains("[Younger than sixty] | 14 | 13\n[Sex at birth]")
        .contains("[Female] | 11 | 9\n[Male] | 20 | 22\n");
  }

  @Test
  void white_space_alone_carries_a_table_and_says_so() {
    DrawnPdf pdf = new DrawnPdf().bold(60, 80, "Table 1: Response by arm");
    boldRow(pdf, 104, "Response", "Drug", "Placebo");
    row(pdf, 120, "Complete", "4", "1");
    row(pdf, 136, "Partial", "12", "-");
    row(pdf, 152, "Stable", "9", "10");
    Document document = read(pdf);
    assertThat(reading(document).carrier()).isEqualTo(Carrier.ALIGNED);
    assertThat(reading(document).confidence()).isBetween(0.9, 1.0);
  }

  @Test
  void the_first_rows_of_a_table_cut_by_a_page_may_show_fewer_columns() {
    DrawnPdf pdf = new DrawnPdf();
    for (int i = 0; i < 38; i++) {
      pdf.text(
          60, 80 + 14 * i, "Patients were seen again every four weeks, day " + i + " included.");
    }
    pdf.bold(60, 636, "Table 1: Events by grade");
    pdf.rule(60, 650, 420, 650).rule(60, 668, 420, 668).rule(60, 686, 420, 686);
    pdf.bold(220, 663, "Grade 3").bold(340, 663, "Grade 4");
    pdf.text(220, 680, "n (%)").text(340, 680, "n (%)");
    pdf.page();
    pdf.rule(60, 60, 420, 60).rule(60, 140, 420, 140).rule(60, 80, 420, 80);
    pdf.text(66, 74, "Anaemia").text(220, 74, "4 (10)").text(340, 74, "1 (2)");
    pdf.text(66, 94, "Fatigue").text(220, 94, "9 (22)").text(340, 94, "3 (7)");
    pdf.text(66, 110, "Nausea").text(220, 110, "7 (17)").text(340, 110, "0 (0)");
    pdf.text(66, 126, "Rash").text(220, 126, "6 (15)").text(340, 126, "2 (5)");
    Document document = read(pdf);
    assertThat(document.tables()).hasSize(1);
    assertThat(document.tables().get(0).label()).isEqualTo("Table 1");
    assertThat(Outline.tables(document))
        .contains("[Grade 3] | [Grade 4]")
        .contains("[Anaemia] | 4 (10) | 1 (2)")
        .contains("[Rash] | 6 (15) | 2 (5)");
  }

  @Test
  void a_name_in_italics_spans_its_group_of_rows_and_a_bold_one_is_an_entry() {
    DrawnPdf pdf = new DrawnPdf().rule(60, 100, 540, 100).rule(60, 120, 540, 120);
    pdf.rule(60, 220, 540, 220);
    boldRow(pdf, 114, "Event", "Drug", "Placebo");
    pdf.text(66, 134, DrawnPdf.ITALIC, 10, "Blood");
    row(pdf, 150, "Anaemia", "4", "1");
    row(pdf, 166, "Leukopenia", "12", "8");
    pdf.bold(66, 182, "Skin");
    row(pdf, 198, "Rash", "9", "10");
    row(pdf, 214, "Itching", "3", "2");
    Table table = read(pdf).tables().get(0);
    assertThat(table.cells())
        .filteredOn(cell -> cell.text().equals("Blood") || cell.text().equals("Skin"))
        .extracting(cell -> cell.colSpan())
        .containsExactly(3, 1);
  }

  @Test
  void columns_that_rules_leave_in_one_field_are_told_apart_by_white_space() {
    DrawnPdf pdf = new DrawnPdf().grid(List.of(60.0, 180.0, 540.0), List.of(100.0, 120.0, 200.0));
    boldRow(pdf, 114, "Event", "Drug", "Placebo", "Usual care");
    row(pdf, 138, "Anaemia", "4", "1", "2");
    row(pdf, 154, "Leukopenia", "12", "8", "9");
    row(pdf, 170, "Rash", "9", "10", "7");
    row(pdf, 186, "Itching", "3", "2", "6");
    assertThat(Outline.tables(read(pdf)))
        .isEqualTo(
            """
            [Event] | [Drug] | [Placebo] | [Usual care]
            [Anaemia] | 4 | 1 | 2
            [Leukopenia] | 12 | 8 | 9
            [Rash] | 9 | 10 | 7
            [Itching] | 3 | 2 | 6
            """);
  }

  @Test
  void the_columns_of_white_space_win_where_pieces_of_rules_tell_of_fewer() {
    DrawnPdf pdf = new DrawnPdf();
    for (double y : List.of(100.0, 120.0, 200.0)) {
      pdf.rule(60, y, 295, y).rule(295, y, 540, y);
    }
    boldRow(pdf, 114, "Event", "Drug", "Placebo", "Usual care");
    row(pdf, 138, "Anaemia", "4", "1", "2");
    row(pdf, 154, "Leukopenia", "12", "8", "9");
    row(pdf, 170, "Rash", "9", "10", "7");
    row(pdf, 186, "Itching", "3", "2", "6");
    assertThat(Outline.tables(read(pdf)))
        .isEqualTo(
            """
            [Event] | [Drug] | [Placebo] | [Usual care]
            [Anaemia] | 4 | 1 | 2
            [Leukopenia] | 12 | 8 | 9
            [Rash] | 9 | 10 | 7
            [Itching] | 3 | 2 | 6
            """);
  }

  @Test
  void a_table_set_on_its_side_above_an_upright_page_number_is_read_as_it_is_turned() {
    DrawnPdf pdf = new DrawnPdf().text(280, 820, "Page 7 of the report");
    pdf.rule(88, 200, 88, 720).rule(106, 200, 106, 720).rule(176, 200, 176, 720);
    List<List<String>> rows =
        List.of(
            List.of("Event", "Drug", "Placebo", "Usual care"),
            List.of("Anaemia", "4", "1", "2"),
            List.of("Leukopenia", "12", "8", "9"),
            List.of("Rash", "9", "10", "7"),
            List.of("Itching", "3", "2", "6"));
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < 4; c++) {
        pdf.turned(101 + 17 * r, 714 - 130 * c, 270, 10, rows.get(r).get(c));
      }
    }
    Document document = read(pdf);
    assertThat(Outline.tables(document))
        .isEqualTo(
            """
            [Event] | [Drug] | [Placebo] | [Usual care]
            [Anaemia] | 4 | 1 | 2
            [Leukopenia] | 12 | 8 | 9
            [Rash] | 9 | 10 | 7
            [Itching] | 3 | 2 | 6
            """);
    assertThat(document.text()).contains("Page 7");
  }

  @Test
  void a_gap_between_two_short_rules_is_one_border() {
    DrawnPdf pdf = new DrawnPdf();
    pdf.lines(60, 60, "Weights were taken on the first and on the fourth day.");
    pdf.rule(60, 100, 420, 100).rule(60, 154, 420, 154).rule(60, 210, 420, 210);
    pdf.rule(172, 118, 292, 118).rule(302, 118, 418, 118);
    pdf.bold(210, 113, "Day 1").bold(340, 113, "Day 4");
    pdf.bold(180, 132, "Weight").bold(240, 132, "Change");
    pdf.bold(180, 143, "(g)").bold(240, 143, "(%)");
    pdf.bold(310, 132, "Weight").bold(370, 132, "Change");
    pdf.bold(310, 143, "(g)").bold(370, 143, "(%)");
    for (int i = 0; i < 3; i++) {
      double y = 168 + 16 * i;
      pdf.text(66, y, "Group " + (i + 1)).text(180, y, "5." + i).text(240, y, "10" + i);
      pdf.text(310, y, "8." + i).text(370, y, "9" + i);
    }
    assertThat(Outline.tables(read(pdf)))
        .contains("[Day 1] ×1,2 | [Day 4] ×1,2")
        .contains("[Weight (g)] | [Change (%)] | [Weight (g)] | [Change (%)]")
        .contains("[Group 1] | 5.0 | 100 | 8.0 | 90");
  }

  @Test
  void a_caption_may_begin_with_a_symbol_in_small_letters() {
    DrawnPdf pdf = new DrawnPdf().bold(60, 80, "Table 2 p53 by response");
    boldRow(pdf, 104, "Response", "Mutant", "Wild type");
    row(pdf, 120, "Complete", "4", "1");
    row(pdf, 136, "Partial", "12", "7");
    row(pdf, 152, "Stable", "9", "10");
    assertThat(read(pdf).tables().get(0).label()).isEqualTo("Table 2");
  }
}
