package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Measure.Missing;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds measured values: percentages, counts, times, ratios with their intervals, p-values, means
 * with their spread, and values that are said to be missing. Numbers that mean something else
 * (doses, schedules, grades, time points, ages, years) were marked as spent before.
 */
final class MeasureFinder {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String WORD_START = "(?<![\\p{L}\\d])";
  private static final String WORD_END = "(?![\\p{L}\\d])";

  private static final Pattern P_VALUE =
      Pattern.compile(
          "(?<![\\p{L}\\d-])[pP](?:\\s?\\([^()\\d]{1,20}\\))?(?:[ -]?values?)?(?:\\s(?:for|of)\\s[\\p{L} -]{1,40}?)?\\s?"
              + "(?:(?:of|was|were|is|,|:)\\s?)?(less than or equal to|less than|greater than|equal to|<=|>=|[=<>≤≥~≈⩽⩾])?\\s?(?=[.\\d])");
  private static final Pattern RATIO =
      Pattern.compile(
          WORD_START
              + "(?:(hazard ratios?|HRs?|aHR)|(odds ratios?|ORs?|aOR)|(risk ratios?|relative risks?|rate ratios?|incidence rate ratios?|RRs?|IRR))"
              + WORD_END
              + "([^\\d;%<>=≤≥~≈±.]{0,80}?)([=<>≤≥~≈])?\\s?(?=[.\\d])");
  private static final Pattern DIFFERENCE =
      Pattern.compile(
          WORD_START
              + "(?:(?:mean|median|absolute|risk|treatment|adjusted|between-group|placebo-adjusted|least[- ]squares) )+"
              + "(?:differences?|changes?)[\\s,:=]{1,2}(?:(?:of|was|is) )?(?=[-−–.\\d])",
          FLAGS);
  private static final Pattern BRACKETED_PERCENT_OF =
      Pattern.compile("\\s?%?\\s?[)\\]]\\s(?:out\\s)?of\\s(?:the\\s)?", FLAGS);
  private static final Pattern INTERVAL =
      Pattern.compile(
          "(?:(\\d{2}(?:\\.\\d{1,2})?)\\s?(?:%|percent|per cent)[\\s-]?)?"
              + WORD_START
              + "(?:CIs?|C\\.I\\.|confidence intervals?|confidence limits?|credible intervals?|CrI)"
              + WORD_END
              + "(?:[\\s,:=;]|[\\[(]\\s?CIs?\\s?[\\])]|[\\[(]|"
              + WORD_START
              + "(?:of|was|from|is|for the difference|difference|ranging from|range)"
              + WORD_END
              + ")*(?=[-−–.\\d])",
          FLAGS);
  private static final Pattern OPEN_END =
      Pattern.compile(
          "\\s?(?:-|–|—|to|,)\\s?(?:not (?:yet )?(?:reached|estimable|evaluable)|NR|NE|NA|∞|infinity)(?![\\p{L}])");
  private static final Pattern SPREAD =
      Pattern.compile(
          WORD_START
              + "(?:(IQR|interquartile ranges?|inter-quartile ranges?)|(ranges?|ranging|ranged)|(SDs?|standard deviations?|s\\.d\\.)|(SEM?|SEs|standard errors?(?: of the mean)?))"
              + WORD_END
              + "(?:[\\s,:=;\\[(]|"
              + WORD_START
              + "(?:of|was|from|is|between|IQR|SD|±)"
              + WORD_END
              + "|[\\])])*(?=[-−–.\\d])",
          FLAGS);
  private static final Pattern TO =
      Pattern.compile("\\s?%?\\s?(?:-|–|—|−|~|to|through|,|;|and|\\.\\.\\.?)\\s?");
  private static final Pattern RANGE = Pattern.compile("\\s?(?:-|–|—|−|to)\\s?");
  private static final Pattern PLUS_MINUS =
      Pattern.compile("\\s?(?:\\(\\s?)?(?:±|\\+\\s?/\\s?[-−–]|\\+[-−–])\\s?");
  private static final Pattern JOINS =
      Pattern.compile(
          "\\s?(?:,|;|/|and|or|vs\\.?|versus|v|to|from|compared (?:with|to)|against|, and|, or|, versus|as compared with)\\s?(?:an?\\s)?",
          FLAGS);
  private static final Pattern SLASH = Pattern.compile("\\s?/\\s?");
  private static final Pattern OF =
      Pattern.compile(
          "\\s(?:out\\s)?of\\s(?:(?:the|all|these|our|a total of|\\(?n ?=)\\s?)?", FLAGS);
  private static final Pattern IN = Pattern.compile("\\sin\\s(?:every\\s)?", FLAGS);
  private static final Pattern PERCENT_BRACKET =
      Pattern.compile(
          "(?:\\s[\\p{L}-]{1,16}){0,3}\\s?[(\\[]\\s?(?:~|≈|<|>|about )?\\d{1,3}(?:[.·]\\d+)?\\s?(?:%|percent|per cent)",
          FLAGS);
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
              + "(?:ages?|aged)(?:\\s(?:of|at \\p{L}+))?[\\s,:(=]*(?:(?:was|of|is|were|about|approximately)\\s)*$",
          FLAGS);
  private static final Pattern RESULT_TO =
      Pattern.compile(
          "(?:from|improved|increased|prolonged|decreased|reduced|extended)[^.;]{0,40}\\sto\\s$",
          FLAGS);
  private static final Pattern TIME_TAIL =
      Pattern.compile(
          "\\s?(?:of age|old|later|ago|after|before|prior|post|thereafter|apart|of (?:treatment|therapy|follow-?up|age|study|observation)|follow-?up|periods?|intervals?|cycles?|courses?|post-?treatment|from baseline)"
              + WORD_END,
          FLAGS);
  private static final Pattern HAD =
      Pattern.compile(
          "\\s?(?:\\([^()]{1,24}\\)\\s)?(?:had|has|have|achieved|experienced|developed|showed|responded|died|discontinued|withdrew|suffered|relapsed|progressed|attained|obtained|completed|required|needed|met|survived|dropped|reported|stopped|remained)"
              + WORD_END,
          FLAGS);
  private static final Pattern GOES_ON =
      Pattern.compile(
          "\\s?(?:[,;).]|$|(?:in|with|on|who|receiving|treated|given|had|were|was|and|versus|vs)"
              + WORD_END
              + ")",
          FLAGS);
  private static final Pattern CRITERION_TAIL =
      Pattern.compile(
          "\\s(?:(?:or (?:more|greater|less) )?(?:decreases?|reductions?|increases?|improvements?|changes?|responses?|loss))"
              + WORD_END,
          FLAGS);
  private static final Pattern CRITERION_LEAD =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:to|of|with|defined as)\\s(?:less than|more than|greater than|below|above|under|over|at least|<|>|≤|≥)\\s?(?:an?\\s)?|>\\s?or\\s?=\\s?|<\\s?or\\s?=\\s?|"
              + WORD_START
              + "at least an?\\s)$",
          FLAGS);
  private static final Pattern UNIT_BEHIND =
      Pattern.compile("\\s?\\(\\s?[\\d.]+\\s?[-–,to ]+\\s?[\\d.]+\\s?\\)");
  private static final Pattern BARE_LEAD =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:was|were|is|of|to|from|about|approximately|around|roughly|nearly|reached|averaged|averaging|totall?ed|by|than|and|vs\\.?|versus|near|equal to|at|only)\\s|[=:(~≈<>≤≥]\\s?)$",
          FLAGS);
  private static final Pattern NOT_BARE =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:tables?|figures?|figs?\\.?|phases?|grades?|days?|cycles?|weeks?|months?|years?|arms?|groups?|levels?|types?|versions?|stages?|lines?|trials?|protocols?|steps?|sections?|references?|refs?\\.?|chapters?|no\\.?|nos?\\.?|visits?|parts?|schedules?|cohorts?|RECIST|CTCAE|ECOG|PS|status|CD|IL|HER|EORTC|CALGB|NSABP|SWOG|study|aged?|ages|item|question|allocation|randomi[sz]ed|receptors?|page|pp?\\.|vol\\.?)\\s?(?:of\\s)?)$",
          FLAGS);
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
              + "(?:(more than|greater than|over|above|exceeding|in excess of|higher than)|(less than|fewer than|below|under|lower than)|(at least|no less than|no fewer than|a minimum of)|(at most|no more than|up to|a maximum of))\\s|(>=|<=|[<>≥≤])\\s?)$",
          FLAGS);
  private static final Pattern NOT_REACHED =
      Pattern.compile(
          WORD_START
              + "(?:(?:was|were|is|has|had|have)\\s)?(?:not (?:yet |been )?(?:been )?(?:reached|estimable|evaluable|attained|met yet))|(?<=\\s)(?:has|had) yet to be reached",
          FLAGS);
  private static final Pattern MISSING_CELL =
      Pattern.compile(
          "\\s*(?:(not (?:yet )?(?:reached|estimable|evaluable)|NR|NE|n\\.r\\.)|(n\\.?/?a\\.?|not applicable)|([-–—−―]+|\\.\\.\\.?|…|not (?:reported|available|assessed|stated|done|recorded|evaluated)|ND|unknown|missing))\\s*[*†‡§¶#a-e]?\\s*",
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

  private final UnitReader units;
  private final Lexicon<String> people;

  MeasureFinder(Vocabulary vocabulary) {
    units = new UnitReader(vocabulary.units());
    people = vocabulary.cues("people");
  }

  void find(Reading reading) {
    if (!reading.piece().header()) {
      new Search(reading).run();
    }
  }

  /** What a number was read as, before its neighbours are looked at. */
  private record Value(int start, int end, Measure measure, String origin) {}

  private final class Search {

    private final Reading reading;
    private final String text;
    private final List<PrintedNumber> numbers;
    private final boolean[] used;
    private final Value[] values;

    Search(Reading reading) {
      this.reading = reading;
      this.text = reading.text();
      this.numbers = reading.numbers();
      this.used = new boolean[numbers.size()];
      this.values = new Value[numbers.size()];
      for (int i = 0; i < used.length; i++) {
        PrintedNumber number = numbers.get(i);
        used[i] =
            reading.isSpent(number.start(), number.end()) || isYear(number) || isPartOfName(number);
      }
    }

    void run() {
      if (reading.isCell() && missingCell()) {
        return;
      }
      intervals();
      pValues();
      ratios();
      differences();
      spreads();
      meansWithSpread();
      if (!reading.isCell()) {
        quartiles();
      }
      bracketedFractions();
      fractions();
      for (int i = numbers.size() - 1; i >= 0; i--) {
        if (!used[i]) {
          single(i);
        }
      }
      notReached();
      unnamedIntervals();
      for (Value value : values) {
        if (value != null) {
          reading.add(
              new Draft(
                  MentionType.MEASURE,
                  value.start(),
                  value.end(),
                  value.origin(),
                  value.measure()));
        }
      }
    }

    /** {@code MB-231}, {@code cysteine-34}; {@code 2:1}. */
    private boolean isPartOfName(PrintedNumber number) {
      int at = number.start();
      int end = number.end();
      boolean named =
          at > 1
              && "-\u2010\u2011".indexOf(text.charAt(at - 1)) >= 0
              && Character.isLetter(text.charAt(at - 2))
              && number.form() == Form.DIGITS;
      boolean allotted =
          at > 1 && text.charAt(at - 1) == ':' && Character.isDigit(text.charAt(at - 2))
              || end + 1 < text.length()
                  && text.charAt(end) == ':'
                  && Character.isDigit(text.charAt(end + 1));
      return named || allotted;
    }

    private boolean isYear(PrintedNumber number) {
      if (reading.isCell()
          || number.form() != Form.DIGITS
          || !number.number().asWritten().matches("(?:19|20)\\d\\d")) {
        return false;
      }
      String before = text.substring(Math.max(0, number.start() - 16), number.start());
      String after = text.substring(number.end(), Math.min(text.length(), number.end() + 14));
      return !before.matches("(?s).*(?:n ?= ?|total of |enrolled |included |randomi[sz]ed )")
          && !after.matches("(?s)\\s(?:patients|women|men|subjects|participants|children).*");
    }

    private boolean missingCell() {
      Matcher matcher = MISSING_CELL.matcher(text);
      if (!matcher.matches()) {
        return false;
      }
      int group = matcher.group(1) != null ? 1 : matcher.group(2) != null ? 2 : 3;
      Missing missing =
          group == 1
              ? Missing.NOT_REACHED
              : group == 2 ? Missing.NOT_APPLICABLE : Missing.NOT_REPORTED;
      if (text.strip().startsWith("NR")
          && reading
              .piece()
              .context()
              .notes()
              .matches("(?is).*\\bNR\\b[\\s:=,-]*not (?:reported|recorded|available).*")) {
        missing = Missing.NOT_REPORTED;
      }
      Kind kind = missing == Missing.NOT_REACHED ? Kind.DURATION : Kind.NUMBER;
      Measure measure =
          new Measure(kind, null, null, null, null, Comparator.EQUAL, null, null, missing);
      reading.add(
          new Draft(
              MentionType.MEASURE,
              matcher.start(group),
              matcher.end(group),
              "missing value",
              measure));
      return true;
    }

    private void intervals() {
      Matcher matcher = INTERVAL.matcher(text);
      while (matcher.find()) {
        ReportedNumber level =
            matcher.group(1) == null ? null : ReportedNumber.of(matcher.group(1));
        for (int i = 0; i < numbers.size(); i++) {
          if (level != null && numbers.get(i).start() == matcher.start(1)) {
            used[i] = true;
          }
        }
        int low = indexAt(matcher.end());
        if (!openInterval(low, level, matcher.start())) {
          pair(low, Kind.CI, level, matcher.start());
        }
      }
    }

    /** An interval without upper end: {@code 95% CI 5.6–not reached}. */
    private boolean openInterval(int low, @Nullable ReportedNumber level, int start) {
      if (low < 0) {
        return false;
      }
      PrintedNumber number = numbers.get(low);
      UnitReader.Found unit = units.at(text, number.end());
      int from = unit == null ? number.end() : unit.end();
      Matcher open = OPEN_END.matcher(text).region(from, text.length());
      if (!open.lookingAt()) {
        return false;
      }
      String code = unit == null ? null : unit.code();
      Measure measure =
          new Measure(
              Kind.CI,
              null,
              number.number(),
              null,
              level,
              Comparator.EQUAL,
              code,
              null,
              Missing.NOT_REACHED);
      put(low, start, open.end(), measure, "interval");
      reading.spend(start, open.end());
      return true;
    }

    /** Two numbers that are the ends of an interval; the unit of the second is that of both. */
    private void pair(int low, Kind kind, @Nullable ReportedNumber level, int start) {
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

    private void pValues() {
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

    private static Comparator comparator(@Nullable String sign) {
      if (sign == null) {
        return Comparator.EQUAL;
      }
      return switch (sign.toLowerCase(Locale.ROOT)) {
        case "<", "less than" -> Comparator.LESS;
        case ">", "greater than" -> Comparator.GREATER;
        case "<=", "≤", "⩽", "less than or equal to" -> Comparator.AT_MOST;
        case ">=", "≥", "⩾" -> Comparator.AT_LEAST;
        case "~", "≈" -> Comparator.ABOUT;
        default -> Comparator.EQUAL;
      };
    }

    private void ratios() {
      Matcher matcher = RATIO.matcher(text);
      while (matcher.find()) {
        int index = indexAt(matcher.end());
        if (index < 0 || used[index]) {
          continue;
        }
        PrintedNumber number = numbers.get(index);
        UnitReader.Found unit = units.at(text, number.end());
        boolean far = matcher.group(4).length() > 4 && matcher.group(5) == null;
        boolean response =
            matcher.group(3) != null && matcher.group(3).startsWith("R") && unit != null
                || far && number.number().decimals() == 0
                || matcher.group(4).startsWith("-");
        if (response || (unit != null && unit.dimension().equals("percent"))) {
          continue;
        }
        Kind kind =
            matcher.group(1) != null
                ? Kind.HAZARD_RATIO
                : matcher.group(2) != null ? Kind.ODDS_RATIO : Kind.RISK_RATIO;
        Measure measure =
            new Measure(
                kind,
                number.number(),
                null,
                null,
                null,
                comparator(matcher.group(5)),
                null,
                null,
                null);
        put(index, number.start(), number.end(), measure, "ratio");
        bracketInterval(index);
      }
    }

    /** {@code mean change -4.2, 95% CI -5.1 to -3.3}: the interval is that of the change. */
    private void differences() {
      Matcher matcher = DIFFERENCE.matcher(text);
      while (matcher.find()) {
        int index = indexAt(matcher.end());
        if (index < 0
            || index + 1 >= numbers.size()
            || used[index]
            || units.at(text, numbers.get(index).end()) != null
            || !text.startsWith(",", numbers.get(index).end())
                && !text.startsWith(" (", numbers.get(index).end())
                && !text.startsWith(";", numbers.get(index).end())) {
          continue;
        }
        PrintedNumber number = numbers.get(index);
        Measure measure = plain(Kind.DIFFERENCE, number.number(), null);
        put(index, number.start(), number.end(), measure, "difference");
      }
    }

    /**
     * An interval in brackets behind an estimate, though nothing calls it one: {@code HR 0.71
     * (0.53-0.97)}.
     */
    private void bracketInterval(int index) {
      PrintedNumber number = numbers.get(index);
      if (index + 2 < numbers.size()
          && !used[index + 1]
          && text.startsWith(" (", number.end())
          && numbers.get(index + 1).start() <= number.end() + 2) {
        pair(index + 1, Kind.CI, null, numbers.get(index + 1).start());
      }
    }

    private void spreads() {
      Matcher matcher = SPREAD.matcher(text);
      while (matcher.find()) {
        int index = indexAt(matcher.end());
        if (index < 0 || used[index]) {
          continue;
        }
        if (matcher.group(1) != null || matcher.group(2) != null) {
          String lead =
              text.substring(
                  Math.max(reading.sentenceStart(matcher.start()), matcher.start() - 40),
                  matcher.start());
          if (lead.matches("(?is).*\\bage\\b.*")) {
            spendPair(index);
            continue;
          }
          pair(index, matcher.group(1) != null ? Kind.IQR : Kind.RANGE, null, matcher.start());
        } else {
          PrintedNumber number = numbers.get(index);
          Kind kind = matcher.group(3) != null ? Kind.SD : Kind.STATISTIC;
          put(index, matcher.start(), number.end(), plain(kind, number.number(), null), "spread");
        }
      }
    }

    private void spendPair(int index) {
      used[index] = true;
      if (index + 1 < used.length) {
        used[index + 1] = true;
      }
    }

    private void meansWithSpread() {
      for (int i = 0; i + 1 < numbers.size(); i++) {
        PrintedNumber mean = numbers.get(i);
        PrintedNumber spread = numbers.get(i + 1);
        if (used[i] || used[i + 1]) {
          continue;
        }
        UnitReader.Found own = units.at(text, mean.end());
        int from = own == null ? mean.end() : own.end();
        if (spread.start() < from
            || !PLUS_MINUS.matcher(text.substring(from, spread.start())).matches()) {
          continue;
        }
        UnitReader.Found unit = own == null ? units.at(text, spread.end()) : own;
        String code = unit == null ? null : unit.code();
        put(i, mean.start(), from, plain(Kind.MEAN, mean.number(), code), "mean with spread");
        int end = own == null && unit != null ? unit.end() : spread.end();
        put(i + 1, spread.start(), end, plain(Kind.SD, spread.number(), code), "mean with spread");
      }
    }

    /** {@code 217 (139, 335) minutes}: a median with its quartiles, the unit behind both. */
    private void quartiles() {
      for (int i = 0; i + 2 < numbers.size(); i++) {
        PrintedNumber middle = numbers.get(i);
        PrintedNumber low = numbers.get(i + 1);
        PrintedNumber high = numbers.get(i + 2);
        Matcher bracket = UNIT_BEHIND.matcher(text).region(middle.end(), text.length());
        if (used[i]
            || used[i + 1]
            || used[i + 2]
            || !bracket.lookingAt()
            || high.end() > bracket.end()) {
          continue;
        }
        boolean inside =
            low.number().value().compareTo(middle.number().value()) <= 0
                && middle.number().value().compareTo(high.number().value()) <= 0;
        UnitReader.Found unit = units.at(text, bracket.end());
        int from = Math.max(reading.sentenceStart(middle.start()), middle.start() - 90);
        boolean median =
            text.substring(from, middle.start()).toLowerCase(Locale.ROOT).contains("median");
        if (!inside || !(median || unit != null)) {
          continue;
        }
        String code = unit == null ? null : unit.code();
        Kind kind = unit != null && unit.dimension().equals("time") ? Kind.DURATION : Kind.MEDIAN;
        put(
            i,
            middle.start(),
            middle.end(),
            plain(kind, middle.number(), code),
            "value before its range");
        Measure range =
            new Measure(
                Kind.RANGE,
                null,
                low.number(),
                high.number(),
                null,
                Comparator.EQUAL,
                code,
                null,
                null);
        put(i + 1, low.start(), high.end(), range, "range behind a value");
        used[i + 2] = true;
      }
    }

    /**
     * {@code 49% (95% CI 42–55) versus 35% (27–43)}: the second interval is of the kind of the
     * first.
     */
    private void unnamedIntervals() {
      for (int i = 1; i + 1 < numbers.size(); i++) {
        Value estimate = values[i - 1];
        PrintedNumber low = numbers.get(i);
        boolean bare = values[i] == null || values[i].measure().kind() == Kind.NUMBER;
        if (!bare
            || estimate == null
            || estimate.measure().value() == null
            || reading.isSpent(low.start(), low.end())) {
          continue;
        }
        String gap = text.substring(Math.min(estimate.end(), low.start()), low.start());
        Value named = intervalBefore(i - 1);
        if (named == null
            || !gap.matches("\\s?[(\\[]")
            || values[i + 1] != null && values[i + 1].measure().kind() == Kind.CI) {
          continue;
        }
        values[i] = null;
        used[i] = false;
        values[i + 1] = null;
        pair(i, Kind.CI, named.measure().level(), low.start());
      }
    }

    private @Nullable Value intervalBefore(int index) {
      int sentence = reading.sentenceStart(numbers.get(index).start());
      for (int i = index - 1; i >= 0 && numbers.get(i).start() >= sentence; i--) {
        if (values[i] != null && values[i].measure().kind() == Kind.CI) {
          return values[i];
        }
      }
      return null;
    }

    /** {@code 233 (54.3%) of 429 patients}: the percentage stands between count and number. */
    private void bracketedFractions() {
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

    private void fractions() {
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
        }
      }
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
      boolean percent =
          PERCENT_BRACKET.matcher(text).region(whole.end(), text.length()).lookingAt();
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

    private static boolean isCount(ReportedNumber number) {
      return number.decimals() == 0 && number.value().signum() >= 0;
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
        share(i);
        return;
      }
      if (unit != null && unit.dimension().equals("percent")) {
        if (isCriterion(number, unit)) {
          return;
        }
        boolean points =
            text.substring(number.end(), unit.end()).contains("point")
                || text.startsWith("-point", unit.end());
        int end = unit.end();
        put(
            i,
            number.start(),
            Math.min(end, text.length()),
            compared(points ? Kind.DIFFERENCE : Kind.PERCENT, number, "%"),
            "percent");
      } else if (unit != null && unit.dimension().equals("time") && unit.below().isEmpty()) {
        if (isResult(number, unit)) {
          put(i, number.start(), unit.end(), compared(Kind.DURATION, number, unit.code()), "time");
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
              compared(kindOf(number), number, unit.code()),
              "value with unit");
        }
      } else if (inherits(i) == null) {
        bare(i);
      }
    }

    /**
     * {@code a drop to less than 50%}, {@code at least a 25% decrease}: what counts as an event,
     * not how many.
     */
    private boolean isCriterion(PrintedNumber number, UnitReader.Found unit) {
      if (reading.isCell()) {
        return false;
      }
      String before = text.substring(Math.max(0, number.start() - 30), number.start());
      if (CRITERION_LEAD.matcher(before).find()) {
        return !before.matches("(?is).*(?:in|of) (?:more|less|fewer) than\\s$");
      }
      return comparatorBefore(number.start()) == Comparator.AT_LEAST
          && CRITERION_TAIL.matcher(text).region(unit.end(), text.length()).lookingAt();
    }

    /** Whether the sentence says what was measured, or the number stands in a table. */
    private boolean tellsOutcome(PrintedNumber number) {
      if (reading.isCell() || kindOf(number) != Kind.NUMBER) {
        return true;
      }
      Comparator comparator = comparatorBefore(number.start());
      boolean limit = comparator != Comparator.EQUAL && comparator != Comparator.ABOUT;
      int from = reading.sentenceStart(number.start());
      return !limit && reading.has(MentionType.OUTCOME, from, reading.sentenceEnd(number.start()));
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

    private void share(int i) {
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

    private Kind kindOf(PrintedNumber number) {
      int from = Math.max(reading.sentenceStart(number.start()), number.start() - 70);
      String lead = text.substring(from, number.start()).toLowerCase(Locale.ROOT);
      if (lead.matches("(?s).*\\b(?:mean|average)\\b.*")) {
        return Kind.MEAN;
      }
      return lead.matches("(?s).*\\bmedian\\b.*") ? Kind.MEDIAN : Kind.NUMBER;
    }

    /** Whether a time is what was measured, not when or for how long something was done. */
    private boolean isResult(PrintedNumber number, UnitReader.Found unit) {
      if (isAdjective(number)) {
        return false;
      }
      if (reading.isCell()) {
        return true;
      }
      String before =
          text.substring(
              Math.max(reading.sentenceStart(number.start()), number.start() - 60), number.start());
      if (AGE.matcher(before).find()) {
        return false;
      }
      if (TIME_LEAD.matcher(before).find() && !RESULT_TO.matcher(before).find()) {
        return false;
      }
      return !TIME_TAIL.matcher(text).region(unit.end(), text.length()).lookingAt()
          && !restates(number);
    }

    /** {@code 28 days (four weeks)}: a time in brackets behind one that is no result. */
    private boolean restates(PrintedNumber number) {
      int at = numbers.indexOf(number);
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

    /** {@code 6-month}, {@code two-week}: a unit joined by a hyphen describes something else. */
    private boolean isAdjective(PrintedNumber number) {
      return number.end() < text.length()
          && "-\u2010\u2011".indexOf(text.charAt(number.end())) >= 0
          && !text.startsWith("-fold", number.end());
    }

    private boolean isCounted(PrintedNumber number) {
      if (!isCount(number.number()) || isAdjective(number)) {
        return false;
      }
      String before = text.substring(Math.max(0, number.start() - 8), number.start());
      Hit<String> counted = people.longestAt(text, reading.words(), reading.wordAt(number.end()));
      if (N_IS.matcher(before).find() || (counted != null && counted.start() - number.end() <= 1)) {
        return true;
      }
      if (HAD.matcher(text).region(number.end(), text.length()).lookingAt()) {
        return !NOT_BARE.matcher(before).find();
      }
      return false;
    }

    /**
     * A number in front of a list's last member takes its kind and unit: {@code 9.5 and 11.6
     * months}.
     */
    private @Nullable Measure inherits(int i) {
      if (i + 1 >= numbers.size() || values[i + 1] == null) {
        return null;
      }
      PrintedNumber number = numbers.get(i);
      Measure next = values[i + 1].measure();
      String gap = text.substring(number.end(), Math.max(number.end(), numbers.get(i + 1).start()));
      boolean passes =
          next.kind() == Kind.PERCENT || next.kind() == Kind.DURATION || next.unit() != null;
      if (!passes
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

    /**
     * A number alone is a value where the sentence has an outcome and the words before it lead to
     * one.
     */
    private void bare(int i) {
      PrintedNumber number = numbers.get(i);
      if (reading.isCell()) {
        put(
            i,
            number.start(),
            number.end(),
            compared(isCount(number.number()) ? Kind.NUMBER : Kind.NUMBER, number, null),
            "number in a cell");
        return;
      }
      boolean title =
          reading.piece().part() == Unit.Part.HEADING
              || reading.piece().part() == Unit.Part.CAPTION;
      if (number.form() != Form.DIGITS || title || isAdjective(number)) {
        return;
      }
      boolean joined =
          number.start() > 0 && Character.isLetterOrDigit(text.charAt(number.start() - 1));
      boolean letter =
          number.end() < text.length() && Character.isLetter(text.charAt(number.end()));
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
          && (BARE_LEAD.matcher(before).find() || listed)) {
        put(
            i,
            number.start(),
            number.end(),
            compared(kindOf(number), number, null),
            "number after an outcome");
      }
    }

    private void notReached() {
      Matcher matcher = NOT_REACHED.matcher(text);
      while (matcher.find()) {
        int from = reading.sentenceStart(matcher.start());
        boolean told = reading.isCell() || reading.has(MentionType.OUTCOME, from, matcher.start());
        if (!told || reading.isSpent(matcher.start(), matcher.end())) {
          continue;
        }
        boolean dose =
            reading
                .covering(MentionType.OUTCOME, from, matcher.start())
                .reduce((one, other) -> other.start() > one.start() ? other : one)
                .filter(draft -> ((Outcome) draft.normal()).code().matches("MTD|RP2D"))
                .isPresent();
        Measure measure =
            new Measure(
                dose ? Kind.DOSE : Kind.DURATION,
                null,
                null,
                null,
                null,
                Comparator.EQUAL,
                null,
                null,
                Missing.NOT_REACHED);
        int not = text.toLowerCase(Locale.ROOT).indexOf("not", matcher.start());
        int start = not >= 0 && not < matcher.end() ? not : matcher.start();
        reading.add(new Draft(MentionType.MEASURE, start, matcher.end(), "missing value", measure));
      }
    }

    private Measure compared(Kind kind, PrintedNumber number, @Nullable String unit) {
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

    private static Measure plain(Kind kind, ReportedNumber number, @Nullable String unit) {
      return new Measure(kind, number, null, null, null, Comparator.EQUAL, unit, null, null);
    }

    private Comparator comparatorBefore(int start) {
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

    private void put(int i, int start, int end, Measure measure, String origin) {
      values[i] = new Value(start, end, measure, origin);
      used[i] = true;
    }

    private int indexAt(int offset) {
      for (int i = 0; i < numbers.size(); i++) {
        if (numbers.get(i).start() == offset) {
          return i;
        }
        if (numbers.get(i).start() > offset) {
          return -1;
        }
      }
      return -1;
    }
  }
}
