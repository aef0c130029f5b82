package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far the name of what people get reaches: {@code docetaxel plus capecitabine}, {@code a
 * smoking cessation programme with or without text messages}.
 */
final class TreatmentPhrases {

  /** Joins two treatments to one whatever they are. */
  private static final Set<String> PLUS = Set.of("plus", "+", "/", "&");

  private static final int LONGEST = 9;

  private final Lexicon<String> treatments;
  private final Lexicon<String> never;
  private final Lexicon<String> empty;
  private final Lexicon<String> controls;
  private final Lexicon<String> carriers;
  private final Lexicon<String> stops;

  TreatmentPhrases(Vocabulary vocabulary) {
    treatments = vocabulary.cues("treatment");
    never = vocabulary.cues("no-arm");
    empty = vocabulary.cues("arm-empty");
    controls = vocabulary.cues("control");
    carriers = vocabulary.cues("arm-carrier");
    stops = vocabulary.cues("arm-stop");
  }

  /** Tokens from one to one before another. */
  record Extent(int first, int end) {}

  /**
   * The treatment that begins with a token, articles skipped, with those joined to it; null for
   * none.
   */
  @Nullable Extent from(Reading reading, List<Token> tokens, int first, int ceiling) {
    int start = first;
    while (start < ceiling
        && (tokens.get(start).text().matches("(?i)the|an?|either|adding|to|receive|undergo|its")
            || isDose(reading, tokens.get(start)))) {
      start++;
    }
    int end = nounEnd(reading, tokens, start, ceiling);
    if (end <= start) {
      return null;
    }
    boolean carries =
        end + 1 < ceiling
            && lower(tokens, end).matches("of|with|consisting|comprising")
            && carriers.get(tokens.get(end - 1).lemma()) != null;
    if (carries) {
      int behind = lower(tokens, end).matches("of|with") ? end + 1 : end + 2;
      Extent inner = behind < ceiling ? from(reading, tokens, behind, ceiling) : null;
      if (inner != null) {
        return inner;
      }
    }
    for (int next = joinedEnd(reading, tokens, start, end, ceiling);
        next > end;
        next = joinedEnd(reading, tokens, start, end, ceiling)) {
      end = next;
    }
    if (end < ceiling && tokens.get(end).text().matches("(?i)alone|only")) {
      end++;
    }
    return new Extent(start, end);
  }

  private int joinedEnd(Reading reading, List<Token> tokens, int start, int end, int ceiling) {
    int at = behindBracket(tokens, behindDose(reading, tokens, end, ceiling), ceiling);
    int behind = connectorEnd(tokens, at, ceiling);
    if (behind < 0) {
      return -1;
    }
    int next = behind;
    while (next < ceiling && tokens.get(next).text().matches("(?i)the|an?")) {
      next++;
    }
    int further = nounEnd(reading, tokens, next, ceiling);
    boolean always = PLUS.contains(lower(tokens, at));
    boolean treats =
        further > next
            && isTreatment(reading, tokens, next, further)
            && isTreatment(reading, tokens, start, end);
    return further > next && (always || treats) ? further : -1;
  }

  /** One past the words that may join two treatments; negative where none stands there. */
  private static int connectorEnd(List<Token> tokens, int at, int ceiling) {
    String word = at < ceiling ? lower(tokens, at) : "";
    String next = at + 1 < ceiling ? lower(tokens, at + 1) : "";
    String third = at + 2 < ceiling ? lower(tokens, at + 2) : "";
    if (word.equals(",") && next.equals("and")) {
      return at + 2;
    }
    if (PLUS.contains(word) || word.equals("and") || word.equals(",")) {
      return at + 1;
    }
    if (word.equals("with")) {
      return next.matches("or|and") && third.equals("without") ? at + 3 : at + 1;
    }
    if (word.matches("combined|alternating") && next.equals("with")
        || word.equals("followed") && next.equals("by")) {
      return at + 2;
    }
    if (word.equals("in") && next.equals("combination") && third.equals("with")) {
      return at + 3;
    }
    return word.equals("in") && next.equals("addition") && third.equals("to") ? at + 3 : -1;
  }

  /** The treatment that ends before a token, a bracket and a comma aside; null for none. */
  @Nullable Extent before(Reading reading, List<Token> tokens, int end, int floor) {
    int last = end - 1;
    while (last > floor && tokens.get(last).text().matches("[,)\\]]|as|when")) {
      last = tokens.get(last).text().matches("[)\\]]") ? openingBracket(tokens, last, floor) : last;
      last--;
    }
    boolean alone = last > floor && tokens.get(last).text().matches("(?i)alone|only");
    int close = last + 1;
    if (alone) {
      last--;
    }
    int start = nounStart(reading, tokens, last, floor);
    if (start > last) {
      return null;
    }
    for (int more = joinedStart(reading, tokens, start, floor);
        more >= 0;
        more = joinedStart(reading, tokens, start, floor)) {
      start = more;
    }
    return new Extent(start, close);
  }

  private int joinedStart(Reading reading, List<Token> tokens, int start, int floor) {
    for (int length = 3; length > 0; length--) {
      int at = start - length;
      boolean or = length == 1 && at >= floor && lower(tokens, at).equals("or");
      if (at - 1 < floor || !or && connectorEnd(tokens, at, start) != start) {
        continue;
      }
      int last = at - 1;
      if (tokens.get(last).text().matches("[)\\]]")) {
        last = openingBracket(tokens, last, floor) - 1;
      }
      int first = last < floor ? floor + 1 : nounStart(reading, tokens, last, floor);
      if (last >= floor
          && first <= last
          && (PLUS.contains(lower(tokens, at)) || isTreatment(reading, tokens, first, last + 1))) {
        return first;
      }
    }
    return -1;
  }

  private static int openingBracket(List<Token> tokens, int close, int floor) {
    int at = close;
    while (at > floor && !tokens.get(at).text().matches("[(\\[]")) {
      at--;
    }
    return at;
  }

  /** {@code A 25 mg daily plus B}: a dose between two treatments does not part them. */
  private static int behindDose(Reading reading, List<Token> tokens, int end, int ceiling) {
    int at = end;
    while (at < ceiling && isDosing(reading, tokens.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDosing(Reading reading, Token token) {
    return isDose(reading, token)
        || reading.schedules().stream()
            .anyMatch(part -> part.start() < token.end() && token.start() < part.end());
  }

  private static int behindBracket(List<Token> tokens, int at, int ceiling) {
    if (at >= ceiling || !tokens.get(at).text().equals("(")) {
      return at;
    }
    for (int i = at; i < ceiling && i < at + 8; i++) {
      if (tokens.get(i).text().equals(")")) {
        return i + 1;
      }
    }
    return at;
  }

  private int nounEnd(Reading reading, List<Token> tokens, int first, int ceiling) {
    int end = first;
    for (int at = first; at < ceiling && at < first + LONGEST; at++) {
      boolean drug = isDrug(reading, tokens.get(at));
      boolean no = at == first && tokens.get(at).text().equalsIgnoreCase("no");
      boolean dose = at > first && !drug && isDose(reading, tokens.get(at));
      if (!(drug || no || NounPhrases.isInner(tokens.get(at))) || dose || isStop(tokens, at)) {
        break;
      }
      if (drug || NounPhrases.isNoun(tokens.get(at))) {
        end = at + 1;
      }
    }
    return end;
  }

  private int nounStart(Reading reading, List<Token> tokens, int last, int floor) {
    if (last < floor
        || !(isDrug(reading, tokens.get(last))
            || NounPhrases.isNoun(tokens.get(last))
            || tokens.get(last).tag().startsWith("JJ"))) {
      return last + 1;
    }
    int first = last;
    while (first > floor
        && last - first < LONGEST
        && (isDrug(reading, tokens.get(first - 1)) || NounPhrases.isInner(tokens.get(first - 1)))
        && !isStop(tokens, first - 1)) {
      first--;
    }
    if (first > floor && tokens.get(first - 1).text().equalsIgnoreCase("no")) {
      first--;
    }
    return first;
  }

  private boolean isStop(List<Token> tokens, int at) {
    return stops.get(tokens.get(at).text().replaceFirst("\\.$", "")) != null;
  }

  /** Part of {@code 2.5 mg daily}; {@code high-dose} belongs to the name. */
  private static boolean isDose(Reading reading, Token token) {
    return reading
        .covering(MentionType.DOSE, token.start(), token.end())
        .anyMatch(draft -> Character.isDigit(reading.text().charAt(draft.start())));
  }

  private static boolean isDrug(Reading reading, Token token) {
    return reading
        .covering(MentionType.DRUG, token.start(), token.end())
        .anyMatch(draft -> ((Drug) draft.normal()).isGiven());
  }

  private static String lower(List<Token> tokens, int at) {
    return tokens.get(at).text().toLowerCase(Locale.ROOT);
  }

  private boolean isTreatment(Reading reading, List<Token> tokens, int first, int end) {
    return isTreatment(reading, tokens.get(first).start(), tokens.get(end - 1).end());
  }

  /**
   * The arm of a phrase: the one that stands there already, or a new one; the phrase takes in
   * shorter ones within it.
   */
  Design.Place mark(Reading reading, int start, int end, String origin, ArmPhrases phrases) {
    List<Draft> arms = reading.covering(MentionType.ARM, start, end).toList();
    boolean within =
        arms.stream()
            .allMatch(
                arm ->
                    arm.start() >= start
                        && arm.end() <= end
                        && arm.end() - arm.start() < end - start);
    if (!within) {
      return new Design.Place(arms.get(0).start(), arms.get(0).end());
    }
    arms.forEach(reading::remove);
    phrases.add(reading, start, end, origin);
    return new Design.Place(start, end);
  }

  /** Whether something in the stretch is done or given to people. */
  boolean isTreatment(Reading reading, int start, int end) {
    return reading.has(MentionType.ARM, start, end)
        || reading
            .covering(MentionType.DRUG, start, end)
            .anyMatch(draft -> ((Drug) draft.normal()).isGiven())
        || has(treatments, reading.text().substring(start, end))
        || has(controls, reading.text().substring(start, end));
  }

  /** Whether the stretch could name an arm: not a time, an outcome, a disease or people alone. */
  boolean mayBeArm(Reading reading, int start, int end) {
    String words = reading.text().substring(start, end);
    return !isEmpty(words)
        && !ArmWords.tellsOfElse(words, 0, words.length())
        && words.chars().anyMatch(Character::isLetter)
        && !isNever(reading, start, end)
        && !reading.has(MentionType.PARTICIPANTS, start, end)
        && !reading.has(MentionType.MEASURE, start, end)
        && !reading.has(MentionType.STUDY, start, end);
  }

  /**
   * {@code disease-free survival} ends in a word of no arm; {@code 3-month exercise} only has one.
   */
  private boolean isNever(Reading reading, int start, int end) {
    String words = reading.text().substring(start, end);
    String head = words.substring(Math.max(words.lastIndexOf(' '), words.lastIndexOf('-')) + 1);
    return has(never, head) || has(never, words) && !isTreatment(reading, start, end);
  }

  /** Whether no word of it tells one arm from another. */
  boolean isEmpty(String words) {
    for (String word : words.toLowerCase(Locale.ROOT).split("[\\s-]+", -1)) {
      if (empty.get(word) == null && !word.matches("[\\d.,]*")) {
        return false;
      }
    }
    return true;
  }

  boolean isControl(String words) {
    return has(controls, words);
  }

  private static boolean has(Lexicon<String> lexicon, String words) {
    return !lexicon.longest(words, Words.of(words)).isEmpty();
  }
}
