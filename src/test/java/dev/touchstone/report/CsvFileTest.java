package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvFileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "@SUM(A1)",
        "+1+2",
        "-2-3",
        "-cmd|' /C calc'!A0",
        "+A1",
        "\t=1",
        "\r=1",
        "\n=1",
        "- 5",
        "-0.5 to 0.3",
        "\uFF1D1+1",
        "--1",
        "-1e5x"
      })
  void an_apostrophe_keeps_a_spreadsheet_from_running_a_cell(String cell) {
    assertThat(CsvFile.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        "-0.5",
        "+3",
        "-1,006",
        "-12%",
        "-1.5e-3",
        "-.5",
        "0.82 (0.64-1.06)",
        "a=b",
        " =1",
        "5 @ 3",
        "−0.5"
      })
  void numbers_lone_signs_and_words_stay_as_they_are(String cell) {
    assertThat(CsvFile.harmless(cell)).isEqualTo(cell);
  }

  @Test
  void cells_with_commas_quotes_and_line_breaks_come_back_whole() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFile file = CsvFile.on(out, "a", "b");
    file.row(List.of("x, \"y\"", "two\nlines"));
    file.flush();
    assertThat(out.toString(UTF_8)).isEqualTo("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n");
  }
}
