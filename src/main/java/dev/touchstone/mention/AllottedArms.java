package dev.touchstone.mention;

import dev.touchstone.mention.TreatmentPhrases.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The treatments between which people are shared out: {@code were randomly assigned to receive A or
 * B}, {@code we compared A with B}.
 */
final class AllottedArms {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final int FARTHEST = 320;

  /** A list that is numbered begins with its first number. */
  private static final int FIRST_NUMBER = 40;

  static final String ORIGIN = "allotted treatment";

  private static final Pattern ALLOTS =
      Pattern.compile(
          "(?<![\\p{L}])(?:randomi[sz]ed?|randomi[sz]es|randomi[sz]ing|divided|randomly|assigned|allocated|received?\\s(?=either\\s))(?![\\p{L}-])[^.;]{0,90}?(?<![\\p{L}])(?:to (?:either )?(?:receive|undergo|have|take|get|one of)|receive|into|between|either|to)\\s(?:one of\\s)?(?:(?:either|receive|receiving|undergo|undergoing|the following)\\s)*",
          FLAGS);
  private static final Pattern COMPARES =
      Pattern.compile(
          "(?<![\\p{L}])compar(?:e|ed|es|ing|isons? (?:of|between)|ison was made between)\\s(?!with\\s|to\\s)(?:(?:the\\s)?(?:relative\\s)?(?:efficacy|safety|tolerability|activity|effects?|effectiveness|use|addition|outcomes?|results)(?: and (?:the )?\\p{L}+)? of\\s)?",
          FLAGS);

  private static final Pattern OR =
      Pattern.compile(
          "[,;]?\\s(?:or|versus|vs\\.?|v|against|compared (?:with|to))\\s(?:to\\s)?|;\\s(?:and\\s)?|,?\\sand\\s(?=(?:[\\d,]+\\s|[\\p{L}-]+\\s)?(?:patients\\s|women\\s)?(?:were\\s)?(?:randomly\\s)?(?:(?:assigned|allocated|randomi[sz]ed)\\s)?(?:to|received)\\s)",
          FLAGS);
  private static final Pattern JOINS =
      Pattern.compile("(?<![\\p{L}])(?:and|plus|with|followed by|then)(?![\\p{L}])|\\+", FLAGS);
  private static final Pattern AND = Pattern.compile(",?\\sand\\s(?:the\\s)?", FLAGS);

  /** {@code we compared A and B with C}; people and diseases begin behind {@code in}. */
  private static final Pattern WITH =
      Pattern.compile(
          "(?:(?!\\s(?:in|among|for|on)\\s).)*?(\\s(?:with|to|versus|vs\\.?|v|against)\\s)", FLAGS);

  private static final Pattern BOTH = Pattern.compile("\\sand\\s", FLAGS);
  private static final Pattern GROUPS =
      Pattern.compile("(?<![\\p{L}])(?:groups?|arms?|between)(?![\\p{L}])", FLAGS);
  private static final Pattern SIDE_BRACKET =
      Pattern.compile(
          "(?<![\\p{L}])\\s?\\((?:[^()]{0,40}?\\b(?:groups?|arms?|n\\s?=)|\\d+(?: patients)?\\))[^()]*+\\)?",
          FLAGS);
  private static final Pattern LINK =
      Pattern.compile("[,;]?\\s(?:or|and|versus|vs\\.?|to)\\s(?:to\\s)?|[,;]\\s", FLAGS);
  private static final Pattern NUMBERED =
      Pattern.compile("(?<![\\p{L}\\d])\\((?:[1-6a-e]|i{1,3}|iv)\\)\\s", FLAGS);
  private static final Pattern FILLER =
      Pattern.compile(
          "(?:\\s|(?:that|those)\\s(?:of|for|with|in|after)\\s|(?:receive|receiving|undergo|undergoing|either|to|the|an?|both|groups?|arms?|one|two|three|in|treatment with|therapy with)\\s|:|(?:\\d[\\d,]*|[\\p{L}-]+)\\s(?:patients\\s|women\\s)?(?:were\\s)?(?:randomly\\s)?(?:(?:assigned|allocated|randomi[sz]ed)\\s)?(?:to|received)\\s)*",
          FLAGS);

  private final TreatmentPhrases treatments;
  private final ArmPhrases phrases;

  AllottedArms(TreatmentPhrases treatments, ArmPhrases phrases) {
    this.treatments = treatments;
    this.phrases = phrases;
  }

  /** Adds the arms of a piece, and tells the design of them. */
  void find(Reading reading, Design design) {
    if (reading.isCell()) {
      return;
    }
    for (Sentence sentence : reading.sentences()) {
      if (sentence.tokens().isEmpty()) {
        continue;
      }
      String text = reading.text().substring(sentence.start(), sentence.end());
      String open = withoutBrackets(text);
      Matcher allots = ALLOTS.matcher(open);
      Matcher compares = COMPARES.matcher(open);
      if (allots.find()) {
        state(reading, sentence, split(text, open, allots.end(), true), design);
      } else if (compares.find() && !reports(reading, sentence)) {
        state(reading, sentence, split(text, open, compares.end(), false), design);
      }
    }
  }

  private static boolean reports(Reading reading, Sentence sentence) {
    return reading
        .covering(MentionType.MEASURE, sentence.start(), sentence.end())
        .anyMatch(draft -> ((Measure) draft.normal()).kind() == Measure.Kind.PERCENT);
  }

  /** Stretches of the sentence, one for each side; positions from its start. */
  private static List<int[]> split(String text, String open, int from, boolean allots) {
    List<int[]> listed = allots ? listed(text, from) : List.of();
    if (listed.size() > 1) {
      return listed;
    }
    int to = Math.min(open.length(), from + FARTHEST);
    List<int[]> sides = new ArrayList<>();
    int start = from;
    if (!allots) {
      int[] link = link(open, from, to);
      sides.addAll(series(open, start, link[0]));
      start = link[1];
    }
    Matcher or = OR.matcher(open).region(from, to);
    while (allots && or.find()) {
      sides.addAll(series(open, start, or.start()));
      start = or.end();
    }
    if (sides.isEmpty() && allots && GROUPS.matcher(open).find()) {
      Matcher and = AND.matcher(open).region(from, to);
      if (and.find()) {
        sides.add(new int[] {start, and.start()});
        start = and.end();
      }
    }
    sides.add(new int[] {start, to});
    return sides;
  }

  /** What parts the sides of a comparison; at its end where nothing does. */
  private static int[] link(String open, int from, int to) {
    Matcher with = WITH.matcher(open).region(from, to);
    if (with.lookingAt()) {
      return new int[] {with.start(1), with.end(1)};
    }
    Matcher both = BOTH.matcher(open).region(from, to);
    return both.find() ? new int[] {both.start(), both.end()} : new int[] {to, to};
  }

  /** {@code A, B, or C} are three; {@code A, B and C or D} are two. */
  private static List<int[]> series(String open, int from, int to) {
    List<int[]> pieces = new ArrayList<>();
    int start = from;
    if (!JOINS.matcher(open).region(from, to).find()) {
      for (int comma = open.indexOf(", ", from);
          comma >= 0 && comma < to;
          comma = open.indexOf(", ", comma + 2)) {
        pieces.add(new int[] {start, comma});
        start = comma + 2;
      }
    }
    pieces.add(new int[] {start, to});
    return pieces;
  }

  /** {@code A (group 1, n = 30), B (group 2) and C (group 3)}; none where just one is so. */
  private static List<int[]> listed(String text, int from) {
    List<int[]> numbered = numbered(text, from);
    if (numbered.size() > 1) {
      return numbered;
    }
    List<int[]> sides = new ArrayList<>();
    int start = from;
    Matcher bracket = SIDE_BRACKET.matcher(text).region(from, text.length());
    while (bracket.find() && bracket.end() - start < FARTHEST) {
      sides.add(new int[] {start, bracket.start()});
      Matcher link = LINK.matcher(text).region(bracket.end(), text.length());
      start = link.lookingAt() ? link.end() : bracket.end();
    }
    return sides;
  }

  /** {@code (1) A, (2) B}. */
  private static List<int[]> numbered(String text, int from) {
    List<int[]> sides = new ArrayList<>();
    Matcher number = NUMBERED.matcher(text).region(from, text.length());
    int last = -1;
    while (number.find() && (last >= 0 || number.start() - from <= FIRST_NUMBER)) {
      if (last >= 0) {
        sides.add(new int[] {last, number.start()});
      }
      last = number.end();
    }
    if (last >= 0) {
      sides.add(new int[] {last, Math.min(text.length(), last + FARTHEST)});
    }
    return sides;
  }

  private void state(Reading reading, Sentence sentence, List<int[]> stretches, Design design) {
    List<Design.Place> sides = new ArrayList<>();
    for (int[] stretch : stretches) {
      Design.Place side =
          side(reading, sentence, sentence.start() + stretch[0], sentence.start() + stretch[1]);
      if (side != null && sides.stream().noneMatch(other -> other.start() == side.start())) {
        sides.add(side);
      }
    }
    boolean treats =
        sides.stream().anyMatch(side -> treatments.isTreatment(reading, side.start(), side.end()));
    if (!treats) {
      return;
    }
    List<Design.Place> marked = new ArrayList<>();
    for (Design.Place side : sides) {
      marked.add(treatments.mark(reading, side.start(), side.end(), ORIGIN, phrases));
    }
    design.add(reading, marked, false);
  }

  /** What the stretch names first. */
  private Design.@Nullable Place side(Reading reading, Sentence sentence, int from, int to) {
    Matcher filler = FILLER.matcher(reading.text()).region(from, Math.max(from, to));
    int start = filler.lookingAt() ? filler.end() : from;
    List<Token> tokens = sentence.tokens();
    int first = GroupNouns.indexBefore(tokens, start) + 1;
    int ceiling = GroupNouns.indexBefore(tokens, to) + 1;
    Extent extent = first < ceiling ? treatments.from(reading, tokens, first, ceiling) : null;
    if (extent == null) {
      return null;
    }
    int begin = tokens.get(extent.first()).start();
    int end = tokens.get(extent.end() - 1).end();
    boolean outcome =
        reading.has(MentionType.OUTCOME, begin, end)
            && !treatments.isTreatment(reading, begin, end);
    return reading.has(MentionType.ARM, begin, end)
            || !outcome
                && treatments.mayBeArm(reading, begin, end)
                && !reading.has(MentionType.CONDITION, begin, end)
        ? new Design.Place(begin, end)
        : null;
  }

  /** The sentence with everything in brackets, and decimal points, blanked out. */
  private static String withoutBrackets(String text) {
    char[] chars = text.toCharArray();
    int depth = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      depth += c == '(' || c == '[' ? 1 : 0;
      boolean decimal =
          c == '.'
              && i > 0
              && i + 1 < chars.length
              && Character.isDigit(chars[i - 1])
              && Character.isDigit(chars[i + 1]);
      if (depth > 0 || decimal) {
        chars[i] = '_';
      }
      depth -= (c == ')' || c == ']') && depth > 0 ? 1 : 0;
    }
    return new String(chars);
  }
}
