package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The places of a sentence where a group may be named, gathered by several rules. One such place
 * proves little; a second one, or a drug or known arm beside it, proves it.
 */
final class GroupPlaces {

  /** How far back the words that lead to a name or value are read. */
  static final int LEAD = 80;

  static final String PEOPLE =
      "(?:patients?|women|woman|men|man|children|child|subjects?|participants?|individuals?|infants?|those|eyes?|cases?|people|adults?|pts?)";

  private static final Pattern ENDS_INTO =
      Pattern.compile(
          "\\s(?:for|with|after|on|under|in|of)\\s(?:the\\s)?$", Pattern.CASE_INSENSITIVE);

  private static final Pattern CODE = Pattern.compile("\\p{Lu}[\\p{Lu}\\d+/-]+\\d*s?");

  private static final Set<Kind> OF_AN_ARM =
      Set.of(
          Kind.PERCENT,
          Kind.COUNT,
          Kind.FRACTION,
          Kind.DURATION,
          Kind.MEAN,
          Kind.MEDIAN,
          Kind.NUMBER,
          Kind.SD,
          Kind.RANGE,
          Kind.IQR);

  /** A place where a group may be named. */
  private record Place(int start, int end, String origin) {}

  private final Reading reading;
  private final String text;
  private final Sentence sentence;
  private final TreatmentPhrases treatments;
  private final List<Draft> values;
  private final List<Place> places = new ArrayList<>();

  GroupPlaces(Reading reading, Sentence sentence, TreatmentPhrases treatments) {
    this.reading = reading;
    this.text = reading.text();
    this.sentence = sentence;
    this.treatments = treatments;
    this.values =
        reading.drafts().stream()
            .filter(draft -> draft.start() >= sentence.start() && draft.end() <= sentence.end())
            .filter(
                draft ->
                    draft.type() == MentionType.PARTICIPANTS
                        || draft.type() == MentionType.MEASURE
                            && OF_AN_ARM.contains(((Measure) draft.normal()).kind()))
            .toList();
  }

  Reading reading() {
    return reading;
  }

  String text() {
    return text;
  }

  Sentence sentence() {
    return sentence;
  }

  /** Values of groups and numbers of people. */
  List<Draft> values() {
    return values;
  }

  /** The pattern over the sentence. */
  Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(sentence.start(), sentence.end());
  }

  /** The pattern from an offset to the end of the sentence. */
  Matcher matcherFrom(Pattern pattern, int offset) {
    return pattern.matcher(text).region(offset, sentence.end());
  }

  /** What stands in the sentence right before an offset. */
  String before(int offset) {
    return text.substring(Math.max(sentence.start(), offset - LEAD), offset);
  }

  boolean any() {
    return !places.isEmpty();
  }

  /**
   * Adds the arms if the places prove each other.
   *
   * @param comparing whether the sentence sets two values against each other, so that one place is
   *     enough
   */
  void settle(ArmPhrases phrases, boolean comparing) {
    boolean proven =
        places.size() > 1
            || places.size() == 1 && (comparing || known(sentence.start(), sentence.end()));
    if (proven) {
      places.forEach(place -> add(place, phrases));
    }
  }

  private void add(Place place, ArmPhrases phrases) {
    if (!reading.has(MentionType.ARM, place.start(), place.end())) {
      reading
          .covering(MentionType.OUTCOME, place.start(), place.end())
          .toList()
          .forEach(outcome -> giveWay(outcome, place));
      phrases.add(reading, place.start(), place.end(), place.origin());
    }
  }

  /** What the build of a sentence named an outcome ends before the group in it. */
  private void giveWay(Draft outcome, Place place) {
    int before = Math.max(outcome.start(), place.start());
    Matcher into = ENDS_INTO.matcher(text.substring(outcome.start(), before));
    if (into.find() && into.start() > 2) {
      int end = outcome.start() + into.start();
      Outcome named = (Outcome) outcome.normal();
      Outcome cut = named.labelled(text.substring(outcome.start(), end));
      reading.replace(
          outcome, new Draft(MentionType.OUTCOME, outcome.start(), end, outcome.origin(), cut));
    } else {
      reading.remove(outcome);
    }
  }

  /** Adds a place unless another one covers it. */
  void put(int start, int end, String origin) {
    if (places.stream().noneMatch(place -> place.start() < end && start < place.end())) {
      places.add(new Place(start, end, origin));
    }
  }

  /** Adds a phrase that could name a group. */
  void offer(int @Nullable [] phrase, String origin) {
    if (phrase != null && isFree(phrase[0], phrase[1]) && isGroup(phrase[0], phrase[1])) {
      put(phrase[0], phrase[1], origin);
    }
  }

  /** Adds both names of a pair that proves itself; what was taken for a free outcome gives way. */
  void offerPair(int[] one, int[] other, String origin) {
    if (isOpen(one[0], one[1])
        && isOpen(other[0], other[1])
        && isGroup(one[0], one[1])
        && isGroup(other[0], other[1])) {
      for (int[] name : List.of(one, other)) {
        if (!reading.has(MentionType.ARM, name[0], name[1])) {
          put(name[0], name[1], origin);
        }
      }
    }
  }

  /** Whether nothing that a lexicon lists stands there. */
  boolean isOpen(int start, int end) {
    return reading.covering(MentionType.OUTCOME, start, end).noneMatch(Draft::isListed);
  }

  /** Whether an arm, or a drug that may be one, stands there. */
  boolean known(int start, int end) {
    return reading.has(MentionType.ARM, start, end)
        || reading
            .covering(MentionType.DRUG, start, end)
            .anyMatch(draft -> isOne((Drug) draft.normal()) && isFree(draft.start(), draft.end()));
  }

  boolean isFree(int start, int end) {
    return !reading.has(MentionType.ARM, start, end)
        && !reading.has(MentionType.OUTCOME, start, end);
  }

  private boolean isGroup(int start, int end) {
    return treatments.mayBeArm(reading, start, end)
        && !reading.has(MentionType.CONDITION, start, end)
        && (!reading.isSpent(start, end) || known(start, end));
  }

  /** Whether the words are a code, a known arm or drug, or a treatment. */
  boolean isName(int[] phrase) {
    return isCode(phrase)
        || known(phrase[0], phrase[1])
        || treatments.isTreatment(reading, phrase[0], phrase[1]);
  }

  boolean isCode(int[] phrase) {
    return text.substring(phrase[0], phrase[1])
        .matches("(?=.*\\p{Lu}.*[\\p{Lu}\\d])\\S+(?:\\s\\S+)?");
  }

  /** Whether a measured value begins at an offset. */
  boolean startsValue(int offset) {
    return values.stream()
        .anyMatch(value -> value.type() == MentionType.MEASURE && value.start() == offset);
  }

  /** Whether a measured value stands between two offsets. */
  boolean hasValue(int from, int to) {
    return values.stream()
        .anyMatch(
            value ->
                value.type() == MentionType.MEASURE && value.start() >= from && value.end() <= to);
  }

  /** The noun phrase that begins at an offset, treatments joined to it included; null for none. */
  int @Nullable [] phraseAt(int offset) {
    List<Token> tokens = sentence.tokens();
    int first = GroupNouns.indexBefore(tokens, offset) + 1;
    if (first >= tokens.size() || tokens.get(first).start() > offset + 1) {
      return null;
    }
    int ceiling = Math.min(tokens.size(), first + 7);
    int last = NounPhrases.end(tokens, first, ceiling);
    if (last == first && CODE.matcher(tokens.get(first).text()).matches()) {
      last++;
    }
    while (last > first
        && last + 1 < tokens.size()
        && tokens.get(last).text().toLowerCase(Locale.ROOT).matches("\\+|/|plus")) {
      int next = NounPhrases.end(tokens, last + 1, Math.min(tokens.size(), last + 5));
      if (next <= last + 1) {
        break;
      }
      last = next;
    }
    if (last > first && last < tokens.size() && tokens.get(last).text().equals("alone")) {
      last++;
    }
    return last <= first ? null : new int[] {tokens.get(first).start(), tokens.get(last - 1).end()};
  }

  /** The noun phrase that ends before an offset, a bracket or comma between aside. */
  int @Nullable [] phraseBefore(int offset) {
    List<Token> tokens = sentence.tokens();
    int last = GroupNouns.indexBefore(tokens, offset);
    while (last > 0 && tokens.get(last).text().matches("[,)]|as|when")) {
      if (tokens.get(last).text().equals(")")) {
        while (last > 0 && !tokens.get(last).text().equals("(")) {
          last--;
        }
      }
      last--;
    }
    if (last >= 0 && tokens.get(last).text().equals("alone")) {
      last--;
    }
    if (last < 0) {
      return null;
    }
    int first = NounPhrases.start(tokens, last, 0);
    return first > last || last - first > 5
        ? null
        : new int[] {tokens.get(first).start(), tokens.get(last).end()};
  }

  /** Whether a drug named alone may be a group; a class is told by what stands around it. */
  static boolean isOne(Drug drug) {
    return drug.isGiven() && drug.kind() != Drug.Kind.CLASS;
  }
}
