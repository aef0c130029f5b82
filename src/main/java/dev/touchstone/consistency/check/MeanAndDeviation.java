package dev.touchstone.consistency.check;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mean with its standard deviation, as words or a cell print them: {@code mean age 52.3 ± 9.1
 * years (range 40-60)}, {@code 3.2 (1.4)} in a row of means.
 *
 * @param n of how many; null where the place does not say it
 * @param low end of the range of the values, where it is printed
 * @param ofWholeNumbers whether each value counts something
 * @param ofYesOrNo whether each value is 0 or 1, as the row's name says
 */
record MeanAndDeviation(
    ReportedNumber mean,
    ReportedNumber deviation,
    @Nullable Integer n,
    @Nullable ReportedNumber low,
    @Nullable ReportedNumber high,
    boolean ofWholeNumbers,
    boolean ofYesOrNo,
    List<Source> places) {

  private static final String NUMBER = "\\d{1,6}(?:\\.\\d{1,4})?";

  /** {@code 52.3 ± 9.1 years (range 40-60)}, {@code 52.3 (SD 9.1; range, 40 to 60)}. */
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?<![\\d.,/-])(?<m>"
              + NUMBER
              + ")(?:\\s?[a-zA-Z%]{1,10})?\\s?(?:±|\\+/-|[(\\[,]\\s?(?:SD|standard deviation)\\W{0,3})\\s?(?<s>"
              + NUMBER
              + ")(?:\\s?[a-zA-Z%]{1,10})?\\s?(?:[)\\]]?\\s?[,;(\\[]\\s?)(?:age )?range:?,?\\s?(?:of |was |from )?(?<lo>-?"
              + NUMBER
              + ")\\s?(?:-|to|and)\\s?(?<hi>"
              + NUMBER
              + ")(?![\\d.]*\\d)");

  private static final Pattern IN_CELL =
      Pattern.compile(
          "(?<m>-?"
              + NUMBER
              + ")\\s?(?:±|\\+/-|[(\\[])\\s?(?<s>"
              + NUMBER
              + ")\\s?[)\\]]?(?:\\s?[,;]?\\s?[(\\[](?:range:?\\s)?(?<lo>-?"
              + NUMBER
              + ")\\s?(?:-|to)\\s?(?<hi>"
              + NUMBER
              + ")[)\\]])?");

  private static final Pattern DEVIATION =
      Pattern.compile("(?i)\\bSD\\b|standard deviation|\\bs\\.d\\.|mean\\s?\\(?\\s?±");
  private static final Pattern ERROR = Pattern.compile("(?i)\\bSEM?\\b|standard error|\\bs\\.e");

  /** Row names of what is counted one by one in each person. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)^\\W*(?:(?:mean|average|total|median) )?(?:number|no\\.?|#) of (?!\\w*\\s?(?:patients|participants|subjects))");

  /** What is averaged over time, adjusted or a change is no whole number any more. */
  private static final Pattern DERIVED =
      Pattern.compile(
          "(?i)\\b(?:per|adjusted|least|LS|change|reduction|difference|rate|monthly|weekly|daily|log|geometric|ratio|pack|score)\\b|/|%");

  /**
   * Row names of what a person is or is not. A share that each person has, such as of days without
   * pain, is none.
   */
  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "(?i)^\\W*(?:(?:fe)?male|wom[ae]n|m[ae]n|sex|gender)\\b|\\b0\\s?=|\\b=\\s?1\\b|\\bbinary\\b|\\bdichotom|\\byes ?/ ?no\\b");

  /** All that a note prints with a standard deviation. */
  static List<MeanAndDeviation> in(NoteReading reading) {
    List<MeanAndDeviation> found = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      String text = unit.reading().text();
      if (unit.cell() != null || !text.contains("range")) {
        continue;
      }
      Matcher m = IN_TEXT.matcher(reading.plain(unit));
      while (m.find()) {
        found.add(
            new MeanAndDeviation(
                number(m.group("m")),
                number(m.group("s")),
                null,
                number(m.group("lo")),
                number(m.group("hi")),
                false,
                false,
                List.of(
                    place(unit, m.start("m"), m.end("s")),
                    place(unit, m.start("lo"), m.end("hi")))));
      }
    }
    Denominators denominators = reading.denominators();
    for (Table table : reading.tables()) {
      cells(reading, denominators, table, found);
    }
    return found;
  }

  private static void cells(
      NoteReading reading, Denominators denominators, Table table, List<MeanAndDeviation> found) {
    @Nullable Cell[][] grid = reading.grid(table);
    String caption = table.caption().text();
    for (Cell cell : table.cells()) {
      if (cell.row() < table.headerRows() || cell.col() == 0) {
        continue;
      }
      String text = Plain.of(CellNumber.text(cell));
      Matcher m = IN_CELL.matcher(text);
      if (!m.matches()) {
        continue;
      }
      String own = RowLabels.own(grid, cell.row());
      String group = RowLabels.group(grid, table, cell.row());
      String names = own + " | " + group + " | " + heads(grid, table, cell.col());
      boolean signed = text.contains("±") || text.contains("+/-");
      boolean named =
          DEVIATION.matcher(names).find()
              || signed && DEVIATION.matcher(caption + notes(table)).find();
      if (!named || ERROR.matcher(names).find() || signed && ERROR.matcher(caption).find()) {
        continue;
      }
      Denominator n =
          denominators.header(table, new CellAddress(table.id(), cell.row(), cell.col()));
      List<Source> places = new ArrayList<>(List.of(NoteReading.at(table, cell)));
      Source header = n == null ? null : n.place();
      if (header != null) {
        places.add(header);
      }
      String label = own + " " + group;
      found.add(
          new MeanAndDeviation(
              number(m.group("m")),
              number(m.group("s")),
              n == null ? null : n.n(),
              m.group("lo") == null ? null : number(m.group("lo")),
              m.group("hi") == null ? null : number(m.group("hi")),
              COUNTED.matcher(own).find() && !DERIVED.matcher(label).find(),
              YES_OR_NO.matcher(own).find() && !DERIVED.matcher(label).find(),
              places));
    }
  }

  private static String heads(@Nullable Cell[][] grid, Table table, int col) {
    StringBuilder heads = new StringBuilder();
    for (int row = 0; row < table.headerRows(); row++) {
      Cell head = grid[row][col];
      if (head != null) {
        heads.append(CellNumber.text(head)).append(" | ");
      }
    }
    return heads.toString();
  }

  private static String notes(Table table) {
    StringBuilder notes = new StringBuilder();
    table.notes().forEach(note -> notes.append(' ').append(note.passage().text()));
    return notes.toString();
  }

  private static ReportedNumber number(String printed) {
    return new ReportedNumber(Objects.requireNonNull(printed), new BigDecimal(printed));
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), unit.cell());
  }
}
