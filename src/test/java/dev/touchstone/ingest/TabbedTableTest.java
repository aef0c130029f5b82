package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import org.junit.jupiter.api.Test;

/** Tables in plain text as converters of PDF leave them. A tab is written as {@code ;} here. */
class TabbedTableTest {

  private static String tables(String text) {
    Document document =
        Outline.read("note.txt", "A Note on Velatinib\n\nResults\n\n" + text.replace(';', '\t'));
    Outline.check(document);
    return Outline.tables(document);
  }

  @Test
  void takes_label_caption_and_source_from_the_lines_above() {
    assertThat(
            tables(
                "Table 1: Response in the trial\n\nData from a trial (Doe et al.).[1]\n\nOutcome;Arm A;Arm B\nResponse;20%;10%\n"))
        .isEqualTo(
            """
            Table 1: Response in the trial
            [Outcome] | [Arm A] | [Arm B]
            [Response] | 20% | 10%
            - Data from a trial (Doe et al.).[1]
            """);
  }

  @Test
  void a_lone_cell_names_a_group_and_spans_the_table() {
    assertThat(tables("Event;Any;Severe\nBlood;;\nAnaemia;5;1\nSkin\nRash;4;0\n"))
        .isEqualTo(
            """
            [Event] | [Any] | [Severe]
            [Blood] ×1,3
            [Anaemia] | 5 | 1
            [Skin] ×1,3
            [Rash] | 4 | 0
            """);
  }

  @Test
  void a_lone_cell_at_the_end_is_a_note() {
    assertThat(
            tables(
                "Outcome;Arm A;Arm B\nResponse;20%;10%\nData sourced from the first trial. [10];;\n"))
        .isEqualTo(
            """
            [Outcome] | [Arm A] | [Arm B]
            [Response] | 20% | 10%
            - Data sourced from the first trial. [10]
            """);
  }

  @Test
  void joins_cells_that_go_on_in_the_next_line() {
    assertThat(
            tables(
                "Outcome;Arm A;Arm B\nMedian Time to\nProgression (TTP);5.2;4.1\nPermanent\ndiscontinuation;3;2\nMedian Progression- Free Survival;7;6\n"))
        .isEqualTo(
            """
            [Outcome] | [Arm A] | [Arm B]
            [Median Time to Progression (TTP)] | 5.2 | 4.1
            [Permanent discontinuation] | 3 | 2
            [Median Progression-Free Survival] | 7 | 6
            """);
  }

  @Test
  void joins_a_header_that_is_broken_inside_a_cell() {
    assertThat(
            tables(
                "Outcome;All Patients\n(N=25);Treated\n(N=13)\nResponse;20%;38%\nSurvival;11.2;21.7\n"))
        .isEqualTo(
            """
            [Outcome] | [All Patients (N=25)] | [Treated (N=13)]
            [Response] | 20% | 38%
            [Survival] | 11.2 | 21.7
            """);
  }

  @Test
  void goes_on_after_a_blank_line_and_drops_a_repeated_header() {
    assertThat(
            tables(
                "Outcome;Arm A;Arm B\nResponse;20%;10%\n\n \nOutcome;Arm A;Arm B\nSurvival;11.2;9.8\n"))
        .isEqualTo(
            """
            [Outcome] | [Arm A] | [Arm B]
            [Response] | 20% | 10%
            [Survival] | 11.2 | 9.8
            """);
  }

  @Test
  void two_tables_one_after_the_other_stay_two() {
    assertThat(
            tables(
                "Outcome;Arm A;Arm B\nResponse;20%;10%\n\nTable 2. Safety\n\nEvent;Arm A;Arm B\nRash;4;2\n"))
        .isEqualTo(
            """
            [Outcome] | [Arm A] | [Arm B]
            [Response] | 20% | 10%

            Table 2: Safety
            [Event] | [Arm A] | [Arm B]
            [Rash] | 4 | 2
            """);
  }

  @Test
  void a_second_header_row_names_what_the_gaps_of_the_first_span() {
    assertThat(
            tables(
                "Event;Velatinib (N=100);;Placebo (N=50);\n;Any;Grade 3;Any;Grade 3\nRash;10 (10%);2 (2%);1 (2%);0 (0%)\n"))
        .isEqualTo(
            """
            [Event] ×2,1 | [Velatinib (N=100)] ×1,2 | [Placebo (N=50)] ×1,2
            [Any] | [Grade 3] | [Any] | [Grade 3]
            [Rash] | 10 (10%) | 2 (2%) | 1 (2%) | 0 (0%)
            """);
  }

  @Test
  void a_phrase_before_empty_cells_spans_them_and_a_value_does_not() {
    assertThat(
            tables(
                "Event;Mild;Severe;Fatal\nRash;12%;;\nDelays;Occurred in a third of patients;;\n"))
        .isEqualTo(
            """
            [Event] | [Mild] | [Severe] | [Fatal]
            [Rash] | 12%
            [Delays] | Occurred in a third of patients ×1,3
            """);
  }

  @Test
  void lines_right_below_are_notes_by_marker() {
    assertThat(
            tables(
                "Event;Arm A\nRash†;4\nItch‡;2\n†Treated with cream, and\nwith nothing else.\n‡Not graded.\n\nWords of the text.\n"))
        .isEqualTo(
            """
            [Event] | [Arm A]
            [Rash†] | 4
            [Itch‡] | 2
            † Treated with cream, and with nothing else.
            ‡ Not graded.
            """);
  }

  @Test
  void a_broken_source_line_after_a_blank_one_is_one_note() {
    assertThat(
            tables(
                "Outcome;Arm A;P-value\nResponse;25%;0.004[6]\n\n \nData sourced from the\nsecond trial of the\ndrug.[2]\n[11]\n"))
        .isEqualTo(
            """
            [Outcome] | [Arm A] | [P-value]
            [Response] | 25% | 0.004[6]
            - Data sourced from the second trial of the drug.[2][11]
            """);
  }

  @Test
  void stars_behind_a_figure_stay() {
    assertThat(tables("Outcome;**Arm A**;Arm B\n**Response**;20%**;10%*\n"))
        .isEqualTo(
            """
            [Outcome] | [Arm A] | [Arm B]
            [Response] | 20%** | 10%*
            """);
  }

  @Test
  void a_sentence_that_reports_is_no_note() {
    String text = "A Note on Velatinib\n\nResults\n\nOutcome\tArm A\nResponse\t20%\n\n";
    assertThat(
            Outline.paragraphs(
                Outline.read(
                    "note.txt", text + "Data from a second trial showed a response of 30%.\n")))
        .isEqualTo("Data from a second trial showed a response of 30%.\n");
    assertThat(Outline.paragraphs(Outline.read("note.txt", text + "Data from a second trial.\n")))
        .isBlank();
  }
}
