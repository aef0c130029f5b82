package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Table;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bands of weight, renal function, age or body surface in the rows and columns of a dosing table:
 * {@code 50 to < 75 kg}, {@code CrCl 30–59 mL/min}. The quantity is named in the label, in the
 * header above the labels, or by its unit.
 */
final class DoseBands {

  private static final String NUMBER = "(\\d{1,3}(?:[.,]\\d{1,2})?)";

  private static final Pattern RANGE =
      Pattern.compile(
          "(?:≥|>=|>|from )?\\s*"
              + NUMBER
              + "\\s*(?:kg|mL/min|years?|m²|m2)?\\s*(?:-|–|—|to|and)\\s*(?:<|≤|<=|less than|under|below)?\\s*"
              + NUMBER,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ABOVE =
      Pattern.compile(
          "(?:≥|>=|>|more than|over|above|at least)\\s*"
              + NUMBER
              + "|"
              + NUMBER
              + "\\s*(?:kg|mL/min|years?)?\\s*(?:or (?:more|above|over)|and (?:above|over)|\\+)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BELOW =
      Pattern.compile(
          "(?:≤|<=|<|less than|under|below|up to)\\s*"
              + NUMBER
              + "|"
              + NUMBER
              + "\\s*(?:kg|mL/min|years?)?\\s*or (?:less|below|under)",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, Pattern> QUANTITIES = new LinkedHashMap<>();

  private static final Map<String, Pattern> UNITS = new LinkedHashMap<>();

  static {
    QUANTITIES.put(
        "creatinine-clearance",
        Pattern.compile("(?i)creatinine clearance|\\bCrCl\\b|\\bCLcr\\b|\\bCCr\\b"));
    QUANTITIES.put(
        "glomerular-filtration", Pattern.compile("(?i)\\be?GFR\\b|glomerular filtration"));
    QUANTITIES.put("weight", Pattern.compile("(?i)\\b(?:body ?)?weight\\b"));
    QUANTITIES.put("age", Pattern.compile("(?i)\\bage\\b|\\byears? old\\b"));
    QUANTITIES.put("body-surface", Pattern.compile("(?i)\\bbody surface|\\bBSA\\b"));
    QUANTITIES.put("bilirubin", Pattern.compile("(?i)\\bbilirubin\\b"));
    UNITS.put("kg", Pattern.compile("(?<![\\p{L}/])kg\\b"));
    UNITS.put("mL/min/{1.73_m2}", Pattern.compile("(?i)mL/min/1\\.73 ?m"));
    UNITS.put("mL/min", Pattern.compile("(?i)mL/min"));
    UNITS.put("m2", Pattern.compile("(?<![/\\p{L}] ?)m(?:²|2)\\b|(?<![/\\p{L}])m²"));
    UNITS.put("a", Pattern.compile("(?i)\\byears?\\b"));
  }

  private static final Map<String, String> OF_UNIT =
      Map.of(
          "kg", "weight",
          "mL/min", "creatinine-clearance",
          "mL/min/{1.73_m2}", "glomerular-filtration",
          "a", "age",
          "m2", "body-surface");

  private DoseBands() {}

  /** The band of a cell: that of its row, else that of its column; null where neither has one. */
  static @Nullable DoseBand of(Table table, int row, int col) {
    if (row < table.headerRows()) {
      return null;
    }
    String corner = table.headerRows() == 0 ? "" : text(table, table.headerRows() - 1, 0);
    DoseBand ofRow = col == 0 ? null : parse(text(table, row, 0), corner);
    if (ofRow != null || table.headerRows() == 0) {
      return ofRow;
    }
    String above = table.headerRows() > 1 ? text(table, table.headerRows() - 2, col) : "";
    return col == 0 ? null : parse(text(table, table.headerRows() - 1, col), above);
  }

  /**
   * @param label the words of a row or column
   * @param title what the labels are of, {@code Body weight (kg)}
   */
  static @Nullable DoseBand parse(String label, String title) {
    String quantity = first(QUANTITIES, label);
    quantity = quantity == null ? first(QUANTITIES, title) : quantity;
    String unit = first(UNITS, label);
    unit = unit == null ? first(UNITS, title) : unit;
    if (quantity == null) {
      quantity = unit == null ? null : OF_UNIT.get(unit);
    }
    if (quantity == null) {
      return null;
    }
    String numbers = label.replaceAll("1\\.73", "");
    Matcher range = RANGE.matcher(numbers);
    if (range.find()) {
      return new DoseBand(label, quantity, number(range, 1), number(range, 2), unit);
    }
    Matcher above = ABOVE.matcher(numbers);
    if (above.find()) {
      return new DoseBand(
          label, quantity, number(above, above.group(1) == null ? 2 : 1), null, unit);
    }
    Matcher below = BELOW.matcher(numbers);
    return below.find()
        ? new DoseBand(label, quantity, null, number(below, below.group(1) == null ? 2 : 1), unit)
        : null;
  }

  private static @Nullable String first(Map<String, Pattern> patterns, String text) {
    return patterns.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static BigDecimal number(Matcher matcher, int group) {
    return new BigDecimal(matcher.group(group).replace(',', '.'));
  }

  private static String text(Table table, int row, int col) {
    return table.cells().stream()
        .filter(cell -> cell.covers(row, col))
        .map(Cell::text)
        .findFirst()
        .orElse("");
  }
}
