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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An estimate and its interval as the words print them: {@code 1.04; 95% CI 0.93-1.15}, {@code
 * median 57 (range, 30 to 76)}, or {@code 0.1452 (0.0339, 0.2565)} in a cell whose row or column
 * speaks of an interval.
 *
 * @param sort what the interval is
 * @param ratio whether the words call the estimate a hazard, odds or risk ratio
 * @param p the P-value right behind it, or null
 */
record PrintedInterval(
    Sort sort,
    ReportedNumber value,
    ReportedNumber low,
    ReportedNumber high,
    double level,
    boolean ratio,
    @Nullable ReportedNumber p,
    String pSign,
    Source estimate,
    Source interval,
    @Nullable Source pSource) {

  /** What an interval is. */
  enum Sort {
    CONFIDENCE,
    RANGE,
    QUARTILES
  }

  private static final String NUMBER = "-?(?:0,\\d+|\\d+(?:,\\d{3})*(?:\\.\\d+)?)";

  /** Nothing up to the estimate that compares it with another: {@code lower than norms of 50}. */
  private static final String UP_TO_IT = "(?:(?!\\b(?:than|versus|vs)\\b).)*$";

  private static final String BETWEEN = "\\s?%?\\s*(?:-|to|,|;|and)\\s*";

  /** What an interval of running text is called. */
  private static final List<String> NAMED =
      List.of("CI", "C.I.", "confidence", "range", "IQR", "quartile");

  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?=[\\d-])(?<![\\p{L}\\d.,/-])(?<!\\d:)(?<e>"
              + NUMBER
              + ")(?<unit>\\s?%|\\s?[a-zA-Zµ/²]{1,12}(?:\\s[a-z/]{1,8})?)?"
              + "(?:\\s*[,;(]?\\s*[Pp]\\s?[=<>]\\s?0?\\.\\d+)?"
              + "\\s*[,;:]?\\s*[(\\[]?\\s*(?:"
              + "(?<level>\\d\\d(?:\\.\\d)?)\\s?%\\s?-?(?:CI|C\\.I\\.|confidence interval)(?:\\s?[(\\[]CI[)\\]])?"
              + "|CI\\s?(?<level2>\\d\\d)\\s?%"
              + "|(?<range>range)"
              + "|(?<iqr>IQR|interquartile range|inter-quartile range))"
              + "\\s*[:=,]?\\s*(?:of |was |from )?[(\\[]?\\s*"
              + "(?<lo>"
              + NUMBER
              + ")"
              + BETWEEN
              + "(?<hi>"
              + NUMBER
              + ")(?![\\d]|\\.\\d|\\s?/)"
              + "(?<tail>\\s?%?\\s?[a-z]{0,10}[)\\]]*\\s*[;,]?\\s*[(\\[]?\\s*"
              + "[Pp](?:[- ]?[Vv]alue)?\\s?(?<sign>[=<>])\\s?(?<p>0?\\.\\d+))?");

  private static final Pattern IN_CELL =
      Pattern.compile(
          "(?<e>"
              + NUMBER
              + ")\\s?%?\\s*[(\\[]\\s*(?:(?<level>\\d\\d)\\s?%\\s?CI[:,]?\\s*)?(?<lo>"
              + NUMBER
              + ")"
              + BETWEEN
              + "(?<hi>"
              + NUMBER
              + ")\\s?%?\\s*[)\\]]\\W{0,3}[a-z*†‡§]?");

  private static final Pattern RATIO =
      Pattern.compile(
          "(?i)\\b(?:hazards? ratio|odds ratio|relative risk|risk ratio|rate ratio|a?HR|a?OR|a?RR|IRR)\\b"
              + "(?![^.;]*\\breduction\\b)[^.;\\d]{0,40}$");

  /** What no estimate follows: a spread, the sign of a P-value, a time. */
  private static final Pattern NO_ESTIMATE =
      Pattern.compile(
          "(?i)(?:\\b(?:SD|SE|SEM)\\b[\\s,:=]*|±\\s?|\\bp(?:[- ]?values?)?\\s?[=<>]\\s?|\\b(?:week|day|month|year|grade|stage|class|phase)s?\\s|[<>]\\s?)$");

  private static final Pattern MIDDLE = Pattern.compile("(?i)\\bmedian\\b" + UP_TO_IT);
  private static final Pattern AVERAGE =
      Pattern.compile("(?i)\\b(?:median|mean|average)\\b" + UP_TO_IT);

  private static final Pattern MEAN = Pattern.compile("\\bmeans?\\b");
  private static final Pattern CONFIDENCE = Pattern.compile("\\b(?:ci|c\\.i\\.|confidence)\\b");
  private static final Pattern QUARTILES =
      Pattern.compile("\\b(?:iqr|interquartile|quartiles?|q1|percentiles?)\\b");
  private static final Pattern RANGE = Pattern.compile("\\b(?:range|min(?:imum)?)\\b");
  private static final Pattern RATIO_NAME =
      Pattern.compile("\\b(?:hazards? ratio|odds ratio|relative risk|risk ratio|hr|or|rr)\\b");

  private static final Pattern HAS_DIGIT = Pattern.compile("\\W*\\d|\\W*$");

  /** All that a note prints in running text and in cells. */
  static List<PrintedInterval> in(NoteReading reading) {
    List<PrintedInterval> found = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      String text = unit.reading().text();
      boolean bracket = text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
      if (unit.cell() == null ? NAMED.stream().noneMatch(text::contains) : !bracket) {
        continue;
      }
      String plain = reading.plain(unit);
      if (unit.cell() != null) {
        PrintedInterval cell = inCell(reading, unit, unit.cell(), plain);
        if (cell != null) {
          found.add(cell);
        }
      } else {
        inText(unit, plain, found);
      }
    }
    return found;
  }

  private static void inText(Unit unit, String text, List<PrintedInterval> found) {
    Matcher m = IN_TEXT.matcher(text);
    while (m.find()) {
      String before = text.substring(Math.max(0, m.start() - 90), m.start("e"));
      int sentence = before.lastIndexOf(". ");
      before = sentence < 0 ? before : before.substring(sentence);
      Sort sort =
          m.group("range") != null
              ? Sort.RANGE
              : m.group("iqr") != null ? Sort.QUARTILES : Sort.CONFIDENCE;
      boolean holds =
          sort == Sort.CONFIDENCE || (sort == Sort.RANGE ? AVERAGE : MIDDLE).matcher(before).find();
      String level = m.group("level") == null ? m.group("level2") : m.group("level");
      if (holds
          && !isOfOtherUnit(m.group("unit"), text, m.end("hi"))
          && !NO_ESTIMATE.matcher(before).find()
          && !isLevel(m.group("e"), m.group("unit"), text, m.start("lo"))) {
        boolean p = m.group("p") != null;
        found.add(
            new PrintedInterval(
                sort,
                number(m.group("e")),
                number(m.group("lo")),
                number(m.group("hi")),
                level == null ? 95 : Double.parseDouble(level),
                RATIO.matcher(before).find(),
                p ? number(m.group("p")) : null,
                p ? m.group("sign") : "",
                place(unit, m.start("e"), m.end("e")),
                place(unit, m.start("lo"), m.end("hi")),
                p ? place(unit, m.start("sign"), m.end("p")) : null));
      }
    }
  }

  /** {@code 37% at 3 months (95% CI 21-54%)}: months are not what the percentages are about. */
  private static boolean isOfOtherUnit(@Nullable String unit, String text, int end) {
    return unit != null
        && !unit.strip().startsWith("%")
        && text.startsWith("%", Math.min(text.length(), end));
  }

  /** Whether the number before an interval is the level of it: {@code at 95% confidence}. */
  private static boolean isLevel(String number, @Nullable String unit, String text, int limit) {
    String words = unit == null ? "" : unit.strip().toLowerCase(Locale.ROOT);
    return words.startsWith("%")
        && number.matches("9\\d(?:\\.\\d)?")
        && text.substring(Math.max(0, limit - 60), limit)
            .toLowerCase(Locale.ROOT)
            .contains(number + "% confidence");
  }

  private static @Nullable PrintedInterval inCell(
      NoteReading reading, Unit unit, CellAddress address, String text) {
    Table table = reading.table(address);
    Matcher m = IN_CELL.matcher(text.strip());
    if (table == null || text.startsWith(" ") || !m.matches()) {
      return null;
    }
    String names = names(reading, table, address).toLowerCase(Locale.ROOT);
    boolean mean = MEAN.matcher(names).find();
    Sort sort;
    if (m.group("level") != null || CONFIDENCE.matcher(names).find()) {
      sort = Sort.CONFIDENCE;
    } else if (QUARTILES.matcher(names).find()) {
      sort = Sort.QUARTILES;
    } else if (RANGE.matcher(names).find()) {
      sort = Sort.RANGE;
    } else {
      return null;
    }
    if (mean && sort == Sort.QUARTILES) {
      return null;
    }
    return new PrintedInterval(
        sort,
        number(m.group("e")),
        number(m.group("lo")),
        number(m.group("hi")),
        95,
        RATIO_NAME.matcher(names).find(),
        null,
        "",
        place(unit, m.start("e"), m.end("e")),
        place(unit, m.start("lo"), m.end("hi")),
        null);
  }

  /** The names of a cell's row and column. */
  private static String names(NoteReading reading, Table table, CellAddress address) {
    @Nullable Cell[][] grid = reading.grid(table);
    StringBuilder names = new StringBuilder();
    for (int row = 0; row < Math.max(1, table.headerRows()); row++) {
      append(names, grid[row][address.col()]);
    }
    // A column of row names may stand right of one that groups them.
    for (int col = 0; col < address.col(); col++) {
      Cell left = grid[address.row()][col];
      if (col == 0 || left != null && !HAS_DIGIT.matcher(CellNumber.text(left)).lookingAt()) {
        append(names, left);
      }
    }
    return names.toString();
  }

  private static void append(StringBuilder names, @Nullable Cell cell) {
    if (cell != null) {
      names.append(CellNumber.text(cell)).append(" | ");
    }
  }

  /** A comma behind a lone zero is a decimal one. */
  private static ReportedNumber number(String printed) {
    boolean decimal = printed.matches("-?0,\\d+");
    return new ReportedNumber(printed, new BigDecimal(printed.replace(",", decimal ? "." : "")));
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), unit.cell());
  }

  /** Whether this is the interval that was also extracted, with an estimate of its own. */
  boolean isOf(Estimate other) {
    return other.interval().source().span().contains(interval.span())
        && other.low().value().compareTo(low.value()) == 0;
  }

  String words() {
    return low.asWritten() + " to " + high.asWritten();
  }
}
