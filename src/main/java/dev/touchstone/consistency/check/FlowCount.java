package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.PrintedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of a sentence, in digits or words, and what became of those it counts: {@code 40
 * patients were excluded}, {@code lost to follow-up (n = 7)}.
 *
 * @param stage null where the words do not say it
 * @param named whether the words say that it counts people
 * @param whole whether it opens a count of parts: {@code of 160 patients}
 * @param bracketed as {@code (n = 7)}
 * @param words that tell the stage
 */
record FlowCount(
    int n,
    @Nullable FlowStage stage,
    boolean named,
    boolean whole,
    boolean bracketed,
    String words,
    int start,
    int end,
    Source place) {

  private static final List<String> MAY_TELL =
      List.of(
          "andomi",
          "creen",
          "ithdr",
          "iscontinu",
          "lost to",
          "xclu",
          "llocated",
          "not receive",
          "ropped",
          "eligib");

  private static final String PEOPLE =
      "(?:patients?|participants?|subjects?|women|men|children|adults?|infants?|volunteers?|individuals?|people|persons?|cases|boys|girls)";

  private static final Pattern COUNTS_PEOPLE =
      Pattern.compile(
          "(?i)^\\s(?:(?!were\\b|was\\b|and\\b|to\\b|in\\b|with\\b|of\\b|or\\b|the\\b)[\\p{L}-]+\\s){0,4}?"
              + PEOPLE
              + "\\b.*");

  private static final Pattern DOES =
      Pattern.compile(
          "(?i)^\\s?(?:of (?:them|whom|these|those) )?(?:who |that )?(?:(?:were|was|did|had|have|never|then|also|subsequently|others?) |(?:completed|received|discontinued|withdrew|declined|refused|dropped|randomi[sz]ed|finished|started|underwent|excluded|screened|lost)\\b).*");

  private static final Pattern NO_COUNT_AFTER =
      Pattern.compile(
          "(?i)^(?:\\s?(?:%|percent|mg|µg|g\\b|kg|ml|cm|mm|-)|[:/.]\\d|\\s(?:weeks?|days?|months?|years?|hours?|min(?:utes)?|times|cycles?|doses?|visits?|(?:study |clinical |medical )?(?:cent(?:er|re)s?|sites?|hospitals|countries)|(?:treatment |study )?(?:arms?|groups?)|trials|studies|sessions|samples|events|episodes|eyes)\\b).*");

  private static final Pattern NO_COUNT_BEFORE =
      Pattern.compile(
          "(?i)(?:\\b(?:weeks?|days?|months?|years?|phase|grade|stage|table|fig(?:ure|\\.)?|visit|version|aged?|cycle|reference|groups?|arm|no\\.)\\s?|[<>=±/:.,^-])$");

  private static final Pattern BRACKETED = Pattern.compile("(?:[(\\[,;:]\\s?|\\s)[nN]\\s?=\\s?$");
  private static final Pattern SHARE = Pattern.compile("^\\s?[(\\[][^()\\[\\]]{1,25}[)\\]]");
  private static final Pattern WHOLE =
      Pattern.compile("(?i)\\b(?:of|among)(?: the| these| all| those)?(?: total(?: of)?)?\\s$");

  private static final Pattern LISTED = Pattern.compile(",? (?:and |or )?");

  private static final int REACH = 110;

  /** The counts of one unit. */
  record OfUnit(Unit unit, List<FlowCount> counts) {}

  /** All prose of a note that may tell of the flow, with its counts. */
  static List<OfUnit> all(NoteReading reading) {
    List<OfUnit> all = new ArrayList<>();
    for (Unit unit : reading.prose()) {
      String text = unit.reading().text();
      if (MAY_TELL.stream().anyMatch(text::contains)) {
        all.add(new OfUnit(unit, in(reading, unit)));
      }
    }
    return all;
  }

  /** The whole numbers of a unit that may count people, in their order. */
  static List<FlowCount> in(NoteReading reading, Unit unit) {
    String text = reading.plain(unit);
    List<PrintedNumber> numbers = Numbers.in(text);
    List<FlowCount> found = new ArrayList<>();
    int before = 0;
    for (int i = 0; i < numbers.size(); i++) {
      PrintedNumber printed = numbers.get(i);
      String head = text.substring(Math.max(0, printed.start() - 40), printed.start());
      boolean bracketed = BRACKETED.matcher(head).find();
      if (isCount(printed, head, text, bracketed)) {
        found.add(read(unit, text, numbers, i, before, bracketed));
      }
      before = printed.end();
    }
    for (int i = found.size() - 2; i >= 0; i--) {
      FlowCount next = found.get(i + 1);
      String between = text.substring(found.get(i).end, Math.max(found.get(i).end, next.start));
      if (!next.bracketed && LISTED.matcher(between).matches()) {
        found.set(i, found.get(i).as(next));
      }
    }
    return found;
  }

  /** {@code 23, 16 and 21 patients were randomised}: what the last is, all of the list are. */
  private FlowCount as(FlowCount next) {
    return new FlowCount(
        n, next.stage, next.named, whole, bracketed, next.words, start, end, place);
  }

  private static boolean isCount(
      PrintedNumber printed, String head, String text, boolean bracketed) {
    String tail = text.substring(printed.end(), Math.min(text.length(), printed.end() + 40));
    int n = whole(printed);
    boolean year = n >= 1900 && n <= 2100 && !printed.number().asWritten().contains(",");
    boolean pronoun = printed.form() == PrintedNumber.Form.WORDS && n == 1;
    return printed.form() != PrintedNumber.Form.FRACTION
        && n >= 0
        && !NO_COUNT_AFTER.matcher(tail).matches()
        && (bracketed
            || !NO_COUNT_BEFORE.matcher(head).find()
                && (!year && !pronoun || COUNTS_PEOPLE.matcher(tail).matches()));
  }

  private static int whole(PrintedNumber printed) {
    boolean whole = printed.number().decimals() == 0 && printed.number().value().precision() <= 7;
    return whole ? printed.number().value().intValue() : -1;
  }

  private static FlowCount read(
      Unit unit, String text, List<PrintedNumber> numbers, int i, int before, boolean bracketed) {
    PrintedNumber printed = numbers.get(i);
    String words;
    boolean named = bracketed;
    if (bracketed) {
      words = lastPart(text.substring(before, printed.start()));
    } else {
      int from = printed.end();
      String rest = text.substring(from, Math.min(text.length(), from + REACH));
      var share = SHARE.matcher(rest);
      if (share.find()) {
        from += share.end();
      }
      int to = Math.min(text.length(), from + REACH);
      for (int j = i + 1; j < numbers.size(); j++) {
        if (numbers.get(j).start() >= from) {
          to = Math.min(to, numbers.get(j).start());
          break;
        }
      }
      words = firstPart(text.substring(from, Math.max(from, to)));
      named = COUNTS_PEOPLE.matcher(words).matches() || DOES.matcher(words).matches();
    }
    String head = text.substring(Math.max(0, printed.start() - 24), printed.start());
    return new FlowCount(
        whole(printed),
        named ? FlowStage.of(words) : null,
        named,
        WHOLE.matcher(head).find(),
        bracketed,
        words,
        printed.start(),
        printed.end(),
        new Source(
            unit.reading().source(printed.start(), printed.end()), unit.section(), unit.cell()));
  }

  /** What a semicolon or a full stop closes tells of it no more. */
  private static String firstPart(String words) {
    int end = words.length();
    for (String mark : List.of("; ", ". ", ": ")) {
      int at = words.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return words.substring(0, end);
  }

  private static String lastPart(String words) {
    int start = 0;
    for (String mark : List.of("; ", ". ", ": ", ") ")) {
      int at = words.lastIndexOf(mark);
      start = at < 0 ? start : Math.max(start, at + mark.length());
    }
    return words.substring(start);
  }
}
