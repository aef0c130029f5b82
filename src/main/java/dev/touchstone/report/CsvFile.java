package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated rows in UTF-8. A cell that a spreadsheet would run as a formula gets an
 * apostrophe in front; numbers and lone signs stay as they are.
 */
final class CsvFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private static final String FORMULA_STARTS = "=@\t\r\n\uFF1D\uFF20";
  private static final String SIGNS = "+-\uFF0B\uFF0D";

  /** What may follow a sign without being a formula: nothing, or a number. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{0,30}(?:[.,][0-9]{1,30}){0,10}(?:[eE][+-]?[0-9]{1,3})? ?%?");

  private final CSVPrinter printer;

  private CsvFile(CSVPrinter printer) {
    this.printer = printer;
  }

  /** Opens a file on a stream that the caller flushes and closes through {@link #flush}. */
  static CsvFile on(OutputStream out, String... columns) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 15);
    CsvFile file = new CsvFile(new CSVPrinter(writer, FORMAT));
    if (columns.length > 0) {
      file.row(List.of(columns));
    }
    return file;
  }

  void row(List<? extends @Nullable String> cells) {
    try {
      for (String cell : cells) {
        printer.print(cell == null ? "" : harmless(cell));
      }
      printer.println();
    } catch (IOException e) {
      throw new UncheckedIOException("could not write a row", e);
    }
  }

  void flush() throws IOException {
    printer.flush();
  }

  static String harmless(String cell) {
    if (cell.isEmpty()) {
      return cell;
    }
    char first = cell.charAt(0);
    boolean runs =
        FORMULA_STARTS.indexOf(first) >= 0
            || (SIGNS.indexOf(first) >= 0
                && !NUMBER.matcher(cell).region(1, cell.length()).matches());
    return runs ? "'" + cell : cell;
  }
}
