package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that no larger pattern has claimed: percentages, times, counts of people, values with a
 * unit, bare numbers; from the last to the first, so that lists pass their unit back.
 */
final class SingleValues extends FigureReader {

  private static final Pattern RANGE = Pattern.compile("\\s?(?:-|–|—|−|to)\\s?");
  private static final Pattern AGAINST = Pattern.compile("\\s(?:vs\\.?|versus|v)\\s(?=\\d)", FLAGS);
  private static final Pattern BRACKET =
      Pattern.compile("\\s?(?:\\([^()]{1,80}\\)|\\[[^\\[\\]]{1,80}\\])");
  private static final Pattern N_IS = Pattern.compile("[nN]\\s?=\\s?$");
  private static final Pattern TIME_LEAD =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:at|after|within|during|for|over|every|each|first|last|next|initial|until|by|up to|since|before|in|per|following|lasting|least|than|to|aged?|ages|past|previous|additional|further|another|of follow-up of)\\s(?:the\\s|about\\s|approximately\\s|an?\\s|a further\\s|a median of\\s|at least\\s|up to\\s)*|[≥≤<>]\\s?|e\\.g\\.,?\\s)$",
          FLAGS);
  private static final Pattern AGE =
      Pattern.compile(
          WORD_START
              + "(?:ages?|aged)(?:\\s(?:of|at \\p{L}+(?:\\s\\p{L}+)?))?[\\s,:(=]*(?:(?:was|of|is|were|about|approximately)\\s)*$",
          FLAGS);
  private static final Pattern RESULT_TO =
      Pattern.compile(
          "(?:from|improved|increased|prolonged|decreased|reduced|extended)(?:[^.;]|\\.(?=\\d)){0,40}\\sto\\s$",
          FLAGS);

  /** Times by which something changed; months and years are more often when it had. */
  private static final Pattern RESULT_BY =
      Pattern.compile(
          WORD_START
              + "(?:decreased|fell|dropped|declined|reduced|lowered|increased|rose|improved)(?:[^.;]|\\.(?=\\d)){0,80}\\sby\\s(?:an? (?:mean|average|median) of\\s)?$",
          FLAGS);

  private static final Pattern LENGTHENED_BY =
      Pattern.compile(
          WORD_START
              + "(?:shortened|prolonged|lengthened|extended|delayed)(?:[^.;]|\\.(?=\\d)){0,80}\\sby\\s(?:an? (?:mean|average|median) of\\s)?$",
          FLAGS);
  private static final Set<String> SHORT_TIMES = Set.of("s", "min", "h");
  private static final Pattern TIME_TAIL =
      Pattern.compile(
          "\\s?(?:of age|old|later|ago|after|before|prior|post|thereafter|apart|of (?:treatment|therapy|follow-?up|age|study|observation)|follow-?up|periods?|intervals?|cycles?|courses?|post-?treatment|from baseline)"
              + WORD_END,
          FLAGS);
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "\\sof (?:the |these |those |all |our )?(?:patients|women|men|subjects|participants|children)"
              + WORD_END,
          FLAGS);
  private static final Pattern BARE_LEAD =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:was|were|is|mean|median|M|of|to|from|about|approximately|around|roughly|nearly|reached|averaged|averaging|totall?ed|by|than|and|vs\\.?|versus|near|equal to|at|only|compared with|compared to|improved|increased|decreased|declined|dropped|fell|rose|gained|lost|scored)\\s|[=:(~≈<>≤≥]\\s?)$",
          FLAGS);
  private static final Pattern INTERVAL_BEHIND =
      Pattern.compile("\\s?[(\\[]\\s?\\d\\d(?:\\.\\d)?\\s?%\\s?(?:CI|confidence)", FLAGS);

  /** "At 6 (17.9 vs 13.6) and 12 (16.9 vs 13.9) h": the bracket has the values. */
  private static final Pattern PAIR_BEHIND =
      Pattern.compile("\\s?[(\\[]\\s?[-−–]?\\d[^()\\[\\]]{0,30}\\s(?:vs\\.?|versus|v)\\s", FLAGS);

  private static final Pattern PER = Pattern.compile(WORD_START + "per\\s$|/\\s?$", FLAGS);
  private static final Pattern NOT_BARE =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:tables?|figures?|figs?\\.?|phases?|grades?|days?|cycles?|weeks?|months?|years?|arms?|groups?|levels?|types?|versions?|stages?|lines?|trials?|protocols?|steps?|sections?|references?|refs?\\.?|chapters?|no\\.?|nos?\\.?|visits?|parts?|schedules?|cohorts?|RECIST|CTCAE|ECOG|PS|status|CD|IL|HER|EORTC|CALGB|NSABP|SWOG|study|aged?|ages|item|question|allocation|randomi[sz]ed|receptors?|page|pp?\\.|vol\\.?)\\s?(?:of\\s)?)$",
          FLAGS);
  private static final Set<String> VALUE_DIMENSIONS =
      Set.of(
          "pressure",
          "length",
          "weight",
          "score",
          "other",
          "concentration",
          "volume",
          "mass",
          "amount",
          "activity",
          "area");

  /** Where a number without unit or company came from; a larger pattern may still claim it. */
  static final String BARE = "number after an outcome";

  private final ShareFinder shares;
  private final OtherFigures others;

  SingleValues(Figures figures, ShareFinder shares, Vocabulary vocabulary) {
    super(figures);
    this.shares = shares;
    this.others = new OtherFigures(figures, vocabulary);
  }

  void find() {
    for (int i = numbers.size() - 1; i >= 0; i--) {
      if (!used[i]) {
        single(i);
      }
    }
  }

  /**
   * A number that no larger pattern has claimed; from the last to the first, so that lists pass
   * their unit back.
   */
  private void single(int i) {
    PrintedNumber number = numbers.get(i);
    if (i > 0 && rangeOf(i)) {
      return;
    }
    UnitReader.Found unit = units.at(text, number.end());
    if (number.form() == Form.FRACTION) {
      shares.share(i);
      return;
    }
    if (unit != null && unit.dimension().equals("percent")) {
      if (!reading.isCell() && others.isNoResult(number, unit)) {
        return;
      }
      boolean points =
          text.substring(number.end(), unit.end()).contains("point")
              || text.startsWith("-point", unit.end())
              || others.isDifference(number, unit);
      int end = unit.end();
      put(
          i,
          number.start(),
          Math.min(end, text.length()),
          compared(points ? Kind.DIFFERENCE : Kind.PERCENT, number, "%"),
          "percent");
    } else if (unit != null && unit.dimension().equals("time") && unit.below().isEmpty()) {
      if (isResult(number, unit)) {
        Kind kind = others.isDifference(number, unit) ? Kind.DIFFERENCE : Kind.DURATION;
        put(i, number.start(), unit.end(), compared(kind, number, unit.code()), "time");
      } else {
        Arrays.fill(used, firstOfList(i), i + 1, true);
      }
    } else if (PERCENT_BRACKET.matcher(text).region(number.end(), text.length()).lookingAt()
        && isCount(number.number())) {
      put(
          i,
          number.start(),
          number.end(),
          compared(Kind.COUNT, number, null),
          "count before its percentage");
    } else if (isCounted(number)) {
      put(i, number.start(), number.end(), compared(Kind.COUNT, number, null), "count of people");
    } else if (unit != null
        && (VALUE_DIMENSIONS.contains(unit.dimension()) || !unit.below().isEmpty())) {
      if (!isAdjective(number) && tellsOutcome(number)) {
        put(
            i,
            number.start(),
            unit.end(),
            compared(
                others.isDifference(number, unit) ? Kind.DIFFERENCE : kindOf(number),
                number,
                unit.code()),
            "value with unit");
      }
    } else if (inherits(i) == null) {
      bare(i);
    }
  }

  /** Whether the sentence says what was measured, or the number stands in a table. */
  private boolean tellsOutcome(PrintedNumber number) {
    if (reading.isCell()) {
      return true;
    }
    Comparator comparator = comparatorBefore(number.start());
    if (comparator != Comparator.EQUAL && comparator != Comparator.ABOUT) {
      return false;
    }
    int from = reading.sentenceStart(number.start());
    return kindOf(number) != Kind.NUMBER
        || reading.has(MentionType.OUTCOME, from, reading.sentenceEnd(number.start()));
  }

  private boolean rangeOf(int i) {
    PrintedNumber low = numbers.get(i - 1);
    PrintedNumber high = numbers.get(i);
    if (used[i - 1] || low.form() == Form.FRACTION) {
      return false;
    }
    UnitReader.Found lowUnit = units.at(text, low.end());
    int from = lowUnit != null && lowUnit.end() <= high.start() ? lowUnit.end() : low.end();
    String gap = text.substring(from, high.start());
    boolean hyphen = gap.matches("\\s?[-–—−]\\s?");
    boolean change = text.substring(Math.max(0, low.start() - 6), low.start()).endsWith("from ");
    UnitReader.Found unit = units.at(text, high.end());
    if (!RANGE.matcher(gap).matches()
        || (change && !hyphen)
        || unit == null && !(reading.isCell() && hyphen)) {
      return false;
    }
    if (lowUnit != null && unit != null && !lowUnit.code().equals(unit.code())) {
      return false;
    }
    if (low.number().value().compareTo(high.number().value()) >= 0) {
      return false;
    }
    String dimension = unit == null ? "" : unit.dimension();
    if (dimension.equals("time") && unit != null && !isResult(low, unit)) {
      used[i - 1] = true;
      used[i] = true;
      return true;
    }
    Kind kind =
        switch (dimension) {
          case "percent" -> Kind.PERCENT;
          case "time" -> Kind.DURATION;
          default -> Kind.RANGE;
        };
    Measure measure =
        new Measure(
            kind,
            null,
            low.number(),
            high.number(),
            null,
            Comparator.EQUAL,
            unit == null ? null : unit.code(),
            null,
            null);
    put(i - 1, low.start(), unit == null ? high.end() : unit.end(), measure, "range");
    used[i] = true;
    return true;
  }

  /** Whether a time is what was measured, not when or for how long something was done. */
  private boolean isResult(PrintedNumber number, UnitReader.Found unit) {
    if (isAdjective(number)) {
      return false;
    }
    if (reading.isCell()) {
      return true;
    }
    int start = listStart(indexAt(number.start()));
    String before = text.substring(Math.max(reading.sentenceStart(start), start - 60), start);
    if (AGE.matcher(before).find()) {
      return false;
    }
    if (TIME_LEAD.matcher(before).find()
        && !RESULT_TO.matcher(before).find()
        && !isChange(start, unit)) {
      return false;
    }
    return !TIME_TAIL.matcher(text).region(unit.end(), text.length()).lookingAt()
        && !restates(number);
  }

  /** {@code decreased by 36 min with A and by 22 min with B}, {@code prolonged by two months}. */
  private boolean isChange(int start, UnitReader.Found unit) {
    String before = text.substring(Math.max(reading.sentenceStart(start), start - 110), start);
    return SHORT_TIMES.contains(unit.code()) && RESULT_BY.matcher(before).find()
        || LENGTHENED_BY.matcher(before).find();
  }

  /** {@code 28 days (four weeks)}: a time in brackets behind one that is no result. */
  private boolean restates(PrintedNumber number) {
    int at = indexAt(number.start());
    if (at == 0) {
      return false;
    }
    PrintedNumber before = numbers.get(at - 1);
    UnitReader.Found unit = units.at(text, before.end());
    if (unit == null || !unit.dimension().equals("time") || unit.end() > number.start()) {
      return false;
    }
    boolean joined =
        text.substring(unit.end(), number.start())
            .matches("\\s?\\(|, (?:or|that is|i\\.e\\.),?\\s");
    return joined && (reading.isSpent(before.start(), before.end()) || !isResult(before, unit));
  }

  private boolean isCounted(PrintedNumber number) {
    String before = text.substring(Math.max(0, number.start() - 8), number.start());
    if (!isCount(number.number()) || isAdjective(number) || PER.matcher(before).find()) {
      return false;
    }
    Hit<String> counted = people.longestAt(text, reading.words(), reading.wordAt(number.end()));
    if (N_IS.matcher(before).find()
        || (counted != null
            && counted.start() - number.end() <= 1
            && !text.startsWith("-", counted.end()))) {
      return true;
    }
    if (HAD.matcher(text).region(number.end(), text.length()).lookingAt()) {
      return !NOT_BARE.matcher(before).find();
    }
    return OF_PEOPLE.matcher(text).region(number.end(), text.length()).lookingAt();
  }

  /**
   * A number in front of a list's last member takes its kind and unit: {@code 9.5 and 11.6 months}.
   */
  private @Nullable Measure inherits(int i) {
    PrintedNumber number = numbers.get(i);
    int end = behindBracket(number.end());
    int after = i + 1;
    while (after < numbers.size() && numbers.get(after).start() < end) {
      after++;
    }
    if (after >= numbers.size() || values[after] == null) {
      return null;
    }
    Measure next = values[after].measure();
    String gap = text.substring(end, Math.max(end, numbers.get(after).start()));
    boolean passes =
        next.kind() == Kind.PERCENT || next.kind() == Kind.DURATION || next.unit() != null;
    String before =
        text.substring(
            Math.max(reading.sentenceStart(number.start()), number.start() - 20), number.start());
    if (!passes
        || NOT_BARE.matcher(before).find()
        || next.value() == null
        || next.kind() == Kind.P_VALUE
        || !JOINS.matcher(gap).matches()) {
      return null;
    }
    put(
        i,
        number.start(),
        number.end(),
        compared(next.kind(), number, next.unit()),
        "unit of the next value");
    return next;
  }

  /** {@code the score was lower (3 vs 5)}. */
  private boolean opensPair(PrintedNumber number, String before) {
    return before.matches("(?s).*[(\\[]\\s?")
        && AGAINST.matcher(text).region(number.end(), text.length()).lookingAt();
  }

  /** {@code 12.1 (range 1–26) and 12.5 months}: a bracket on the way does not part a list. */
  private int behindBracket(int from) {
    Matcher bracket = BRACKET.matcher(text).region(from, text.length());
    return bracket.lookingAt() ? bracket.end() : from;
  }

  /**
   * A number alone is a value where the sentence has an outcome and the words before it lead to
   * one.
   */
  private void bare(int i) {
    PrintedNumber number = numbers.get(i);
    if (reading.isCell()) {
      put(i, number.start(), number.end(), compared(Kind.NUMBER, number, null), "number in a cell");
      return;
    }
    boolean title =
        reading.piece().part() == Unit.Part.HEADING || reading.piece().part() == Unit.Part.CAPTION;
    if (number.form() != Form.DIGITS || title || isAdjective(number)) {
      return;
    }
    boolean joined =
        number.start() > 0 && Character.isLetterOrDigit(text.charAt(number.start() - 1));
    boolean letter = number.end() < text.length() && Character.isLetter(text.charAt(number.end()));
    if (joined || letter) {
      return;
    }
    int from = reading.sentenceStart(number.start());
    String before = text.substring(Math.max(from, number.start() - 30), number.start());
    boolean listed =
        i > 0
            && values[i] == null
            && JOINS.matcher(text.substring(numbers.get(i - 1).end(), number.start())).matches();
    boolean outcome = reading.has(MentionType.OUTCOME, from, number.start());
    if (outcome
        && !NOT_BARE.matcher(before).find()
        && !PAIR_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt()
        && (BARE_LEAD.matcher(before).find()
            || listed
            || opensPair(number, before)
            || INTERVAL_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt())) {
      put(i, number.start(), number.end(), compared(kindOf(number), number, null), BARE);
    }
  }
}
