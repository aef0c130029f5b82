package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P-values in all their spellings, lists of them included. */
final class PValueFinder extends FigureReader {

  private static final Pattern P_VALUE =
      Pattern.compile(
          "(?<![\\p{L}\\d-])[pP](?:\\s?\\([^()\\d]{1,24}\\))?(?:[ -]?values?)?(?:\\s(?:for|of)\\s[\\p{L} -]{1,40}?)?\\s?"
              + "(?:(?:of|was|were|is|,|:)\\s?)?(less than or equal to|[<>]\\s?or\\s?=|less than|greater than|equal to|<=|>=|[=<>≤≥~≈⩽⩾])?\\s?(?=[.\\d])");

  PValueFinder(Figures figures) {
    super(figures);
  }

  void pValues() {
    Matcher matcher = P_VALUE.matcher(text);
    while (matcher.find()) {
      boolean told =
          matcher.group().matches("(?s).*(?:[=<>≤≥~≈⩽⩾:]|value|of|was|were|than|equal).*");
      int index = indexAt(matcher.end());
      if (index < 0 || !told || used[index]) {
        continue;
      }
      PrintedNumber number = numbers.get(index);
      if (number.number().value().compareTo(BigDecimal.ONE) > 0) {
        continue;
      }
      put(
          index,
          matcher.start(),
          number.end(),
          pValue(number.number(), comparator(matcher.group(1))),
          "p-value");
      // P = .01 and .02, respectively
      for (int next = index + 1; next < numbers.size() && !used[next]; next++) {
        PrintedNumber other = numbers.get(next);
        String gap = text.substring(numbers.get(next - 1).end(), other.start());
        boolean small =
            other.number().value().compareTo(BigDecimal.ONE) < 0 && other.number().decimals() > 1;
        if (!small
            || !gap.matches("\\s?(?:,|and|or|, and)\\s?[<=]?\\s?")
            || units.at(text, other.end()) != null) {
          break;
        }
        put(
            next,
            other.start(),
            other.end(),
            pValue(other.number(), gap.contains("<") ? Comparator.LESS : Comparator.EQUAL),
            "p-value");
      }
    }
  }

  private static Measure pValue(ReportedNumber number, Comparator comparator) {
    return new Measure(Kind.P_VALUE, number, null, null, null, comparator, null, null, null);
  }
}
