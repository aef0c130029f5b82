package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts out of a number of people: {@code 38 of 163}, {@code 7/51}, {@code one third of}. */
final class ShareFinder extends FigureReader {

  private static final Pattern BRACKETED_PERCENT_OF =
      Pattern.compile("\\s?%?\\s?[)\\]]\\s(?:out\\s)?of\\s(?:the\\s)?", FLAGS);
  private static final Pattern SLASH = Pattern.compile("\\s?/\\s?");
  private static final Pattern OF =
      Pattern.compile(
          "\\s(?:out\\s)?of\\s(?:(?:the|all|these|our|a total of|\\(?n ?=)\\s?)?", FLAGS);
  private static final Pattern IN = Pattern.compile("\\sin\\s(?:every\\s)?", FLAGS);
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\s?(?:[,;).]|$|(?:in|with|on|who|receiving|treated|given|had|were|was|and|versus|vs)"
              + WORD_END
              + ")",
          FLAGS);

  ShareFinder(Figures figures) {
    super(figures);
  }

  /** {@code 233 (54.3%) of 429 patients}: the percentage stands between count and number. */
  void bracketedFractions() {
    for (int i = 0; i + 2 < numbers.size(); i++) {
      PrintedNumber part = numbers.get(i);
      PrintedNumber percent = numbers.get(i + 1);
      PrintedNumber whole = numbers.get(i + 2);
      // "Of 429 patients" may have been read as the number of participants before.
      if (used[i]
          || !isCount(part.number())
          || !isCount(whole.number())
          || part.number().value().compareTo(whole.number().value()) > 0
          || !text.substring(part.end(), percent.start()).matches("\\s?[(\\[]")
          || text.substring(percent.start(), whole.start()).indexOf('%') < 0
          || !BRACKETED_PERCENT_OF
              .matcher(text.substring(percent.end(), whole.start()))
              .matches()) {
        continue;
      }
      Measure measure = countOf(part, whole);
      put(i, part.start(), part.end(), measure, "count of, percentage between");
      used[i + 2] = true;
    }
  }

  private Measure countOf(PrintedNumber part, PrintedNumber whole) {
    return new Measure(
        Kind.COUNT,
        part.number(),
        null,
        null,
        null,
        comparatorBefore(part.start()),
        null,
        whole.number(),
        null);
  }

  void fractions() {
    for (int i = 0; i + 1 < numbers.size(); i++) {
      PrintedNumber part = numbers.get(i);
      PrintedNumber whole = numbers.get(i + 1);
      if (used[i]
          || used[i + 1]
          || !isCount(part.number())
          || !isCount(whole.number())
          || part.number().value().compareTo(whole.number().value()) > 0) {
        continue;
      }
      String gap = text.substring(part.end(), whole.start());
      UnitReader.Found unit = units.at(text, whole.end());
      if (unit != null && !unit.dimension().matches("score|form|other")) {
        continue;
      }
      boolean words = part.form() == Form.WORDS && whole.form() == Form.WORDS;
      if (words && !IN.matcher(gap).matches() && !countsPeople(whole)) {
        continue;
      }
      if (words && IN.matcher(gap).matches()) {
        ReportedNumber share = percentOf(part, whole);
        Measure measure =
            new Measure(Kind.PERCENT, share, null, null, null, Comparator.ABOUT, "%", null, null);
        put(i, part.start(), whole.end(), measure, "share in words");
        used[i + 1] = true;
      } else if (OF.matcher(gap).matches()
          || peopleOf(gap)
          || (SLASH.matcher(gap).matches() && isShare(part, whole))) {
        Measure measure = countOf(part, whole);
        put(i, part.start(), whole.end(), measure, "count of");
        used[i + 1] = true;
      } else if (SLASH.matcher(gap).matches() && !reading.isCell()) {
        points(i, whole);
      }
    }
  }

  /** {@code a pain score of 3/10}: the second number is the end of the scale. */
  private void points(int i, PrintedNumber end) {
    PrintedNumber points = numbers.get(i);
    int sentence = reading.sentenceStart(points.start());
    if (reading.has(MentionType.OUTCOME, sentence, points.start())) {
      Measure measure = compared(kindOf(points), points, null);
      put(i, points.start(), end.end(), measure, "points of a scale");
    }
    used[i + 1] = true;
  }

  /** {@code 38 patients of 163}. */
  private boolean peopleOf(String gap) {
    Matcher matcher = Pattern.compile("\\s(\\p{L}+)\\s(?:out\\s)?of\\s(?:the\\s)?").matcher(gap);
    return matcher.matches() && people.get(matcher.group(1)) != null;
  }

  /** Two of six patients are counted; one of five therapies is not. */
  private boolean countsPeople(PrintedNumber whole) {
    int word = reading.wordAt(whole.end());
    for (int i = word; i < Math.min(word + 3, reading.words().size()); i++) {
      if (people.longestAt(text, reading.words(), i) != null) {
        return true;
      }
    }
    return PERCENT_BRACKET.matcher(text).region(whole.end(), text.length()).lookingAt()
        || GOES_ON.matcher(text).region(whole.end(), text.length()).lookingAt()
        || HAD.matcher(text).region(whole.end(), text.length()).lookingAt();
  }

  private boolean isShare(PrintedNumber part, PrintedNumber whole) {
    boolean bracket = part.start() > 0 && "([".indexOf(text.charAt(part.start() - 1)) >= 0;
    boolean percent = PERCENT_BRACKET.matcher(text).region(whole.end(), text.length()).lookingAt();
    boolean named = people.longestAt(text, reading.words(), reading.wordAt(whole.end())) != null;
    boolean afterPercent =
        bracket && text.substring(Math.max(0, part.start() - 4), part.start()).contains("%");
    return percent
        || named
        || afterPercent
        || bracket
        || reading.isCell()
        || whole.number().value().intValue() > 12;
  }

  private static ReportedNumber percentOf(PrintedNumber part, PrintedNumber whole) {
    BigDecimal share =
        part.number()
            .value()
            .multiply(BigDecimal.valueOf(100))
            .divide(whole.number().value(), 1, RoundingMode.HALF_UP);
    BigDecimal plain = share.stripTrailingZeros();
    return new ReportedNumber(
        part.number().asWritten() + " in " + whole.number().asWritten(),
        plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  void share(int i) {
    PrintedNumber number = numbers.get(i);
    String after =
        text.substring(number.end(), Math.min(text.length(), number.end() + 60))
            .toLowerCase(Locale.ROOT);
    boolean ofPeople = after.matches("(?s)\\s(?:of|the|all)\\s.*") || after.startsWith(")");
    boolean bracketed = number.start() > 0 && text.charAt(number.start() - 1) == '(';
    if (ofPeople || bracketed) {
      Comparator comparator = comparatorBefore(number.start());
      Measure measure =
          new Measure(
              Kind.FRACTION,
              number.number(),
              null,
              null,
              null,
              comparator == Comparator.EQUAL ? Comparator.ABOUT : comparator,
              null,
              null,
              null);
      put(i, number.start(), number.end(), measure, "share in words");
    }
  }
}
