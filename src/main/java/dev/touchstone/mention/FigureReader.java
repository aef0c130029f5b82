package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.vocabulary.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the finders of values share: the numbers of a reading and what each was read as. */
abstract class FigureReader {

  static final int FLAGS = Pattern.CASE_INSENSITIVE;
  static final String WORD_START = "(?<![\\p{L}\\d])";
  static final String WORD_END = "(?![\\p{L}\\d])";

  /** What stands between the members of a list of values. */
  static final Pattern JOINS =
      Pattern.compile(
          "\\s?(?:,|;|/|and|or|vs\\.?|versus|v\\.?|to|from|compared (?:with|to)|against|than|, and|, or|, versus|as compared with|in comparison with)\\s?(?:(?:by|to|in|at)\\s)?(?:an?\\s|only\\s)?",
          FLAGS);

  static final Pattern OPENING = Pattern.compile("\\s?[(\\[]\\s?");

  static final Pattern CLOSING = Pattern.compile("\\s?[)\\]]");

  /** Behind a count: its percentage in brackets. */
  static final Pattern PERCENT_BRACKET =
      Pattern.compile(
          "(?:\\s[\\p{L}-]{1,16}){0,3}\\s?[(\\[]\\s?(?:~|≈|<|>|about )?\\d{1,3}(?:[.·]\\d+)?\\s?(?:%|percent|per cent)",
          FLAGS);

  /** Behind a count of people: what happened to them. */
  static final Pattern HAD =
      Pattern.compile(
          "\\s?(?:\\([^()]{1,24}\\)\\s)?(?:had|has|have|achieved|experienced|developed|showed|responded|died|discontinued|withdrew|suffered|relapsed|progressed|attained|obtained|completed|required|needed|met|survived|dropped|reported|stopped|remained)"
              + WORD_END,
          FLAGS);

  /** How a spread is joined to its mean. */
  static final String PLUS_MINUS = "\\s?(?:±|\\+\\s?/\\s?[-−–]|\\+[-−–]|[-−–]\\s?/\\s?\\+)\\s?";

  /** Longer sentences are lists that no word holds for to their end. */
  private static final int SENTENCE_REACH = 600;

  private static final Pattern AVERAGE =
      Pattern.compile(
          WORD_START
              + "(mean|average|averaged|median)"
              + WORD_END
              + "(?!\\s(?:follow|age|duration of follow|observation|number of cycles))",
          FLAGS);
  private static final Pattern MEAN_SIGN = Pattern.compile("(?<![\\p{L}\\d])M\\s?=\\s?$");
  private static final Pattern SD_BEHIND =
      Pattern.compile("\\s?[,;(\\[]\\s?(?:SD|S\\.D\\.|[Ss]tandard [Dd]eviation)[\\s=:,of]{1,5}\\d");

  private static final Pattern LISTED =
      Pattern.compile("\\s?(?:,|and|or|to|,\\s?and|,\\s?or|[-–])\\s?", FLAGS);
  private static final Pattern TO =
      Pattern.compile("\\s?%?\\s?(?:-|–|—|−|~|to|through|,|;|and|\\.\\.\\.?)\\s?");
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(approximately|about|around|roughly|nearly|almost|circa|some|an estimated|ca\\.?|c\\.)\\s|([~≈])\\s?)$",
          FLAGS);
  private static final Pattern BEYOND =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:(more than|greater than|over|above|exceeding|in excess of|higher than)|(less than(?! or equal)|fewer than|below|under|lower than)|(at least|no less than|no fewer than|a minimum of)|(at most|no more than|up to|a maximum of|less than or equal to))\\s|(>=|<=|[<>≥≤])\\s?)$",
          FLAGS);

  final Reading reading;
  final String text;
  final List<PrintedNumber> numbers;
  final boolean[] used;
  final Value[] values;
  final UnitReader units;
  final Lexicon<String> people;

  FigureReader(Figures figures) {
    reading = figures.reading();
    text = figures.reading().text();
    numbers = figures.reading().numbers();
    used = figures.used();
    values = figures.values();
    units = figures.units();
    people = figures.people();
  }

  static Comparator comparator(@Nullable String sign) {
    if (sign == null) {
      return Comparator.EQUAL;
    }
    return switch (sign.toLowerCase(Locale.ROOT).replaceAll("(?<=[<>])\\s?or\\s?", "")) {
      case "<", "less than" -> Comparator.LESS;
      case ">", "greater than" -> Comparator.GREATER;
      case "<=", "≤", "⩽", "less than or equal to" -> Comparator.AT_MOST;
      case ">=", "≥", "⩾" -> Comparator.AT_LEAST;
      case "~", "≈" -> Comparator.ABOUT;
      default -> Comparator.EQUAL;
    };
  }

  Measure compared(Kind kind, PrintedNumber number, @Nullable String unit) {
    return new Measure(
        kind,
        number.number(),
        null,
        null,
        null,
        comparatorBefore(number.start()),
        unit,
        null,
        null);
  }

  static Measure plain(Kind kind, ReportedNumber number, @Nullable String unit) {
    return new Measure(kind, number, null, null, null, Comparator.EQUAL, unit, null, null);
  }

  Comparator comparatorBefore(int start) {
    String before = text.substring(Math.max(0, start - 24), start);
    if (ABOUT.matcher(before).find()) {
      return Comparator.ABOUT;
    }
    Matcher beyond = BEYOND.matcher(before);
    if (!beyond.find()) {
      return Comparator.EQUAL;
    }
    if (beyond.group(5) != null) {
      return comparator(beyond.group(5));
    }
    return beyond.group(1) != null
        ? Comparator.GREATER
        : beyond.group(2) != null
            ? Comparator.LESS
            : beyond.group(3) != null ? Comparator.AT_LEAST : Comparator.AT_MOST;
  }

  /**
   * Where the list begins that ends with a number: {@code 2} in {@code at 2, 4, and 8 weeks}, so
   * that what leads to the list can be read.
   */
  int listStart(int i) {
    return numbers.get(firstOfList(i)).start();
  }

  int firstOfList(int i) {
    int first = i;
    while (first > 0
        && values[first - 1] == null
        && !used[first - 1]
        && LISTED
            .matcher(text.substring(numbers.get(first - 1).end(), numbers.get(first).start()))
            .matches()) {
      first--;
    }
    return first;
  }

  /** The last confidence interval of the sentence before a number; null where there is none. */
  @Nullable Value intervalBefore(int index) {
    int sentence = reading.sentenceStart(numbers.get(index).start());
    for (int i = index - 1; i >= 0 && numbers.get(i).start() >= sentence; i--) {
      if (values[i] != null && values[i].measure().kind() == Kind.CI) {
        return values[i];
      }
    }
    return null;
  }

  void put(int i, int start, int end, Measure measure, String origin) {
    values[i] = new Value(start, end, measure, origin);
    used[i] = true;
  }

  /** The index of the number that begins at an offset; negative where none does. */
  int indexAt(int offset) {
    int low = 0;
    int high = numbers.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int start = numbers.get(middle).start();
      if (start == offset) {
        return middle;
      }
      if (start < offset) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** What the sentence calls a bare figure: the last average that it has spoken of. */
  Kind kindOf(PrintedNumber number) {
    int from = Math.max(reading.sentenceStart(number.start()), number.start() - SENTENCE_REACH);
    String lead = text.substring(from, number.start());
    if (MEAN_SIGN.matcher(lead).find()
        || SD_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt()) {
      return Kind.MEAN;
    }
    Kind kind = Kind.NUMBER;
    Matcher average = AVERAGE.matcher(lead);
    while (average.find()) {
      kind = average.group(1).equalsIgnoreCase("median") ? Kind.MEDIAN : Kind.MEAN;
    }
    return kind;
  }

  /** {@code 6-month}, {@code two-week}: a unit joined by a hyphen describes something else. */
  boolean isAdjective(PrintedNumber number) {
    return number.end() < text.length()
        && "-\u2010\u2011".indexOf(text.charAt(number.end())) >= 0
        && !text.startsWith("-fold", number.end());
  }

  static boolean isCount(ReportedNumber number) {
    return number.decimals() == 0 && number.value().signum() >= 0;
  }

  /** Two numbers that are the ends of an interval; the unit of the second is that of both. */
  void pair(int low, Kind kind, @Nullable ReportedNumber level, int start) {
    if (low < 0 || low + 1 >= numbers.size() || used[low] && values[low] != null) {
      return;
    }
    PrintedNumber first = numbers.get(low);
    PrintedNumber second = numbers.get(low + 1);
    UnitReader.Found lowUnit = units.at(text, first.end());
    int from = lowUnit == null ? first.end() : lowUnit.end();
    ReportedNumber high = second.number();
    if (second.start() < from) {
      return;
    }
    String gap = text.substring(from, second.start());
    if (!TO.matcher(gap).matches()) {
      // 0.41-1.07 may have been read as 0.41 and minus 1.07.
      if (!gap.isBlank() || high.value().signum() >= 0) {
        return;
      }
      high = new ReportedNumber(high.asWritten().substring(1), high.value().negate());
    }
    UnitReader.Found unit = units.at(text, second.end());
    if (unit == null) {
      unit = lowUnit;
    }
    String code = unit == null ? null : unit.code();
    int end =
        units.at(text, second.end()) == null
            ? second.end()
            : unit == null ? second.end() : Math.max(second.end(), unit.end());
    Measure measure =
        new Measure(kind, null, first.number(), high, level, Comparator.EQUAL, code, null, null);
    values[low] = new Value(start, end, measure, "interval");
    used[low] = true;
    used[low + 1] = true;
  }
}
