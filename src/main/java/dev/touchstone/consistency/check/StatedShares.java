package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A count, its number and its percentage in one phrase: {@code 128 of 203 (63.1%)}. */
final class StatedShares {

  private static final String COUNT = "\\d{1,3}(?:,\\d{3})+|\\d+";
  private static final String PERCENT = "\\d+(?:\\.\\d+)?";

  private static final Pattern COUNT_FIRST =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/-])(?<n>"
              + COUNT
              + ")\\s?(?:of|/|out of)\\s?(?:the )?(?<of>"
              + COUNT
              + ")(?:\\s[a-z-]+){0,2}\\s?[(\\[]\\s?(?<x>"
              + PERCENT
              + ")\\s?%\\s?[)\\];,]");

  private static final Pattern PERCENT_FIRST =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/-])(?<x>"
              + PERCENT
              + ")\\s?%\\s?[(\\[]\\s?(?<n>"
              + COUNT
              + ")\\s?(?:of|/|out of)\\s?(?:the )?(?<of>"
              + COUNT
              + ")(?!\\d|\\s?-?(?:mg|µg|mcg|g|ml|IU|units?)\\b)(?:\\s[a-z-]+){0,2}\\s?[)\\];,]");

  private static final Pattern OF_LAST =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/=-])(?<n>"
              + COUNT
              + ")\\s?[(\\[]\\s?(?<x>"
              + PERCENT
              + ")\\s?%[^()\\[\\]]{0,60}[)\\]]\\s(?:out )?of (?:the |all |all the )?(?<of>"
              + COUNT
              + ")\\s(?:[a-z-]+\\s){0,2}(?:patients|participants|subjects|children|women|men|adults|people|infants)\\b");

  private static final Pattern CELL =
      Pattern.compile(
          "(?<n>"
              + COUNT
              + ")\\s?/\\s?(?<of>"
              + COUNT
              + ")\\s?[(\\[]\\s?(?<x>"
              + PERCENT
              + ")\\s?%?\\s?[)\\]]");

  private StatedShares() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.note().annotated().units()) {
      String text = unit.reading().text();
      boolean bracket = text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
      boolean sign = text.indexOf('%') >= 0;
      boolean slash = text.indexOf('/') >= 0;
      if (!bracket || !(sign && (slash || text.contains("of")) || slash && unit.cell() != null)) {
        continue;
      }
      String plain = reading.plain(unit);
      List<Pattern> patterns =
          unit.cell() == null
              ? List.of(COUNT_FIRST, PERCENT_FIRST, OF_LAST)
              : List.of(COUNT_FIRST, PERCENT_FIRST, CELL);
      for (Pattern pattern : patterns) {
        Matcher m = pattern.matcher(plain);
        while (m.find()) {
          candidates++;
          int n = number(m.group("n"));
          int of = number(m.group("of"));
          ReportedNumber percent = ReportedNumber.of(m.group("x"));
          if (of > 1 && n <= of && !fits(n, of, percent)) {
            findings.add(finding(unit, m, n, of, percent));
          }
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** Whether the percentage is the exact one, rounded in any way or one unit off. */
  private static boolean fits(int n, int of, ReportedNumber percent) {
    BigDecimal gap = exact(n, of).subtract(percent.value()).abs();
    return gap.compareTo(new BigDecimal("1.5").movePointLeft(percent.decimals())) <= 0;
  }

  private static BigDecimal exact(int n, int of) {
    return BigDecimal.valueOf(100L * n).divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
  }

  private static int number(String printed) {
    String digits = printed.replace(",", "");
    return digits.length() > 8 ? -1 : Integer.parseInt(digits);
  }

  private static FindingDraft finding(Unit unit, Matcher m, int n, int of, ReportedNumber percent) {
    String right =
        exact(n, of).setScale(Math.max(1, percent.decimals()), RoundingMode.HALF_UP).toPlainString()
            + "%";
    String printed = percent.asWritten() + "%";
    return FindingDraft.of(
            Severity.ERROR,
            Figures.plain(n)
                + " of "
                + Figures.plain(of)
                + " patients is "
                + right
                + ", not "
                + printed
                + ".")
        .expected(right + " (" + n + " of " + of + ")")
        .found(printed)
        .at(new Source(unit.reading().source(m.start(), m.end()), unit.section(), unit.cell()))
        .step(n + " of " + of, "100 × " + n + " ÷ " + of, right)
        .step("Printed", null, printed)
        .settle("Look up count and denominator in the source that the note cites, not in the note.")
        .identity("stated", n, of, printed);
  }
}
