package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Measure.Missing;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that are said to be missing: {@code not reached}, {@code NR}, a dash in a cell. */
final class MissingValues extends FigureReader {

  private static final Pattern NOT_REACHED =
      Pattern.compile(
          WORD_START
              + "(?:(?:was|were|is|has|had|have)\\s)?(?:not (?:yet |been )?(?:been )?(?:reached|estimable|evaluable|attained|met yet))|(?<=\\s)(?:has|had) yet to be reached",
          FLAGS);
  private static final Pattern MISSING_CELL =
      Pattern.compile(
          "\\s*(?:(not (?:yet )?(?:reached|estimable|evaluable)|NR|NE|n\\.r\\.)|(n\\.?/?a\\.?|not applicable)|([-–—−―]+|\\.\\.\\.?|…|not (?:reported|available|assessed|stated|done|recorded|evaluated)|ND|unknown|missing))\\s*[*†‡§¶#a-e]?\\s*",
          FLAGS);

  MissingValues(Figures figures) {
    super(figures);
  }

  boolean missingCell() {
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

  void notReached() {
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
}
