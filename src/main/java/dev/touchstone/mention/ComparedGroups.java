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
 * Arms that only the build of a sentence tells: what stands behind values ({@code 15.3% with ZES
 * and 10.4% with PES}), in front of them ({@code LT: -35%; BT: -33%}), on both sides of a
 * comparison, or behind the verb that allots people to treatments. One such place proves little; a
 * second one, or a drug or known arm beside it, proves it.
 */
final class ComparedGroups {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String PEOPLE =
      "(?:patients?|women|woman|men|man|children|child|subjects?|participants?|individuals?|infants?|those|eyes?|cases?|people|adults?|pts?)";

  /** {@code A plus B} is one treatment; so is {@code A followed by B and C}. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)\\s?(?:\\([^()]{1,12}\\)\\s)?(?:\\+|/|-|plus|combined with|in combination with)\\s?");

  private static final Pattern THEN =
      Pattern.compile("(?i)\\s?(?:\\([^()]{1,12}\\)\\s)?,?\\s?(?:followed by|and then|then)\\s");
  private static final Pattern LISTED = Pattern.compile("(?i),?\\s(?:and|plus)\\s|,\\s");

  /** From a value to the group that it is of. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:\\s?%)?\\s?(?:[)\\]]\\s?)?(?:[(\\[][^()\\[\\]]{0,60}[)\\]]\\s?)?(?:of (?:the |all )?(?:\\d[\\d,]* )?(?:[\\p{L}-]+ )?"
              + PEOPLE
              + "\\s|"
              + PEOPLE
              + "\\s)?(?:who (?:were |had )?)?(?:in|with|for|on|under|after|receiving|given|(?:treated|randomi[sz]ed|assigned|allocated) (?:with|to|by)(?: receive)?|received|switched to|continuing on|taking|among|by|following)\\s(?:(?:the|an?)\\s)?(?:"
              + PEOPLE
              + "\\s(?:in|on|with|receiving|given|taking|(?:treated|assigned) (?:with|to)|who (?:had )?received)\\s(?:the\\s)?)?",
          FLAGS);

  private static final Pattern VERSUS =
      Pattern.compile(
          "(?<![\\p{L}])(?:versus|vs\\.?|v|v\\.|compared (?:with|to)|comparing|than|against|or)(?![\\p{L}])",
          FLAGS);
  private static final Pattern INTO_SIDE =
      Pattern.compile(
          "\\s(?:with\\s|in\\s|for\\s|on\\s|by\\s|to\\s|after\\s|of\\s)?(?:the\\s|an?\\s|those\\s|that\\s)?(?:"
              + PEOPLE
              + "\\s)?(?:(?:in|on|of|with|receiving|given|taking|(?:treated|assigned|randomi[sz]ed) (?:with|to)|who (?:had )?received)\\s)?(?:the\\s)?",
          FLAGS);
  private static final Pattern COMPARATIVE =
      Pattern.compile(
          "(?<![\\p{L}])(?:more|fewer|less|higher|lower|greater|smaller|longer|shorter|better|worse|superior|inferior|improved|reduced|increased|decreased|prolonged)(?![\\p{L}])",
          FLAGS);
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s?[(\\[][^()\\[\\]]{1,40}?\\s(?:vs\\.?|versus|v|and|compared with)\\s[^()\\[\\]]{1,80}[)\\]]",
          FLAGS);
  private static final Pattern LED =
      Pattern.compile("(?<![\\p{L}])(?:with|in|for|after|on|by|under)\\s(?:the\\s)?$", FLAGS);

  private static final Pattern NAMED_PEOPLE =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?:\\p{Lu}[\\p{L}\\d]*[\\p{Lu}\\d][\\p{L}\\d+/-]*|[Tt]reatment|[Cc]ontrol|[Ss]tandard|[Ee]xperimental|[Pp]lacebo)\\s(?:patients?|eyes?|women|men|children|subjects?|participants?)(?![\\p{L}-])");

  private static final Pattern GETTING =
      Pattern.compile(
          PEOPLE
              + "\\s(?:who\\s(?:had\\s)?received|receiving|undergoing|on|given|taking|treated with)\\s(?:the\\s)?",
          FLAGS);

  private static final Pattern ENDS_INTO =
      Pattern.compile("\\s(?:for|with|after|on|under|in|of)\\s(?:the\\s)?$", FLAGS);
  private static final Pattern CLOSED =
      Pattern.compile("\\s?([(\\[])[^()\\[\\]]{1,60}[)\\]],?\\s$");
  private static final Pattern OPENED = Pattern.compile("\\s?[(\\[][^()\\[\\]]{1,60}[)\\]]");

  /** In front of what people got: {@code in} and {@code at} tell of anybody and any time. */
  private static final Pattern SLOT =
      Pattern.compile(
          "(?<![\\p{L}])(for|with|after|on|under|following|receiving)\\s(?:the\\s)?", FLAGS);

  private static final Pattern WAS =
      Pattern.compile("\\s?(?:(?:was|were|is|of|had|averaged)\\s|[(,:=]\\s?)", FLAGS);
  private static final String NAME = "[\\p{L}][\\p{L}\\d+/-]{0,24}(?: [\\p{L}\\d+/-]{1,14})?";
  private static final Pattern LABELLED =
      Pattern.compile(
          "[(\\[]\\s?((?<one>"
              + NAME
              + ")\\s?[,;:=]\\s?)[^()]{1,40}?(?:,|;|vs\\.?|versus|and|,\\sand)\\s(?<other>"
              + NAME
              + ")\\s?[,;:=]\\s?",
          FLAGS);
  private static final Pattern RESPECTIVELY =
      Pattern.compile("(?<![\\p{L}])respective(?:ly)?(?![\\p{L}])", FLAGS);
  private static final Pattern INTO_LIST =
      Pattern.compile(
          "(?<![\\p{L}])(?:in|with|for|on|under|after|by|between|of|to|received?|receiving|given|taking)\\s(?:the\\s)?",
          FLAGS);
  private static final Pattern AND =
      Pattern.compile("\\s(?:and|versus|vs\\.?|v)\\s(?:the\\s)?", FLAGS);
  private static final Pattern ALLOTS =
      Pattern.compile(
          "(?<![\\p{L}])(?:randomi[sz]ed|randomly|assigned|allocated|randomi[sz]ation)(?![\\p{L}])",
          FLAGS);
  private static final Pattern TO_SIDE =
      Pattern.compile(
          "(?<![\\p{L}])(?:to|receive|undergo|either|or|versus|vs\\.?|between)\\s(?:receive\\s|undergo\\s|either\\s|an?\\s|the\\s|no\\s(?=treatment))*",
          FLAGS);
  private static final Pattern CODE = Pattern.compile("\\p{Lu}[\\p{Lu}\\d+/-]+\\d*s?");
  private static final Pattern BRACKET_NAME =
      Pattern.compile("\\s?\\(\\s?([\\p{L}][\\p{L}\\d +/-]{0,28}?)\\s?\\)");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|[(\\[;,]\\s?|\\sand\\s|:\\s)(?:in\\s)?([\\p{L}][\\p{L}\\d+/-]{0,20}(?: [\\p{L}\\d+/-]{1,14})?)\\s?[:=]\\s?(?:[nN]\\s?=\\s?)?$");
  private static final Pattern TREATED =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?=[\\d.,]*\\p{L})(?!(?:evaluable|all|the|were|was|of|and|\\p{L}+ly)\\s)[\\p{L}\\d+/-]{2,24}[- ](?:treated|assigned)\\s(?:patients|women|men|children|subjects|participants|eyes|animals|ones)(?![\\p{L}])",
          FLAGS);

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

  private final TreatmentPhrases treatments;
  private final ArmPhrases phrases;

  ComparedGroups(TreatmentPhrases treatments, ArmPhrases phrases) {
    this.treatments = treatments;
    this.phrases = phrases;
  }

  void find(Reading reading) {
    if (reading.isCell()) {
      return;
    }
    for (Sentence sentence : reading.sentences()) {
      if (!sentence.tokens().isEmpty()) {
        new Search(reading, sentence).run();
      }
    }
  }

  /** A place where a group may be named. */
  private record Place(int start, int end, String origin) {}

  private final class Search {

    private final Reading reading;
    private final String text;
    private final Sentence sentence;
    private final List<Draft> values;
    private final List<Place> places = new ArrayList<>();

    Search(Reading reading, Sentence sentence) {
      this.reading = reading;
      this.text = reading.text();
      this.sentence = sentence;
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

    void run() {
      Matcher allots = ALLOTS.matcher(text).region(sentence.start(), sentence.end());
      boolean allotted = allots.find();
      if (values.isEmpty() && !allotted) {
        return;
      }
      treated();
      drugs();
      behindValues();
      besideValues();
      comparisons();
      flanked();
      parallel();
      labelled();
      higherWith();
      people();
      respectively();
      // What was found may stand beside a drug.
      drugs();
      if (allotted) {
        allotment(allots.end());
      }
      boolean proven =
          places.size() > 1 || places.size() == 1 && known(sentence.start(), sentence.end());
      if (proven) {
        places.forEach(this::add);
      }
    }

    private void add(Place place) {
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
      Matcher into = ENDS_INTO.matcher(text.substring(outcome.start(), place.start()));
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

    private void treated() {
      Matcher matcher = TREATED.matcher(text).region(sentence.start(), sentence.end());
      while (matcher.find()) {
        if (isFree(matcher.start(), matcher.end())) {
          places.add(new Place(matcher.start(), matcher.end(), "those treated with it"));
        }
      }
    }

    /** Drugs that a sentence with values sets against each other or against an arm. */
    private void drugs() {
      List<Draft> drugs =
          reading.drafts(MentionType.DRUG).stream()
              .filter(draft -> draft.start() >= sentence.start() && draft.end() <= sentence.end())
              .filter(draft -> isGiven((Drug) draft.normal()))
              .filter(draft -> isFree(draft.start(), draft.end()))
              .toList();
      long names = drugs.stream().map(draft -> ((Drug) draft.normal()).name()).distinct().count();
      boolean besideArm =
          !places.isEmpty() || reading.has(MentionType.ARM, sentence.start(), sentence.end());
      if (names > 1 || names == 1 && besideArm) {
        int covered = -1;
        for (Draft drug : drugs) {
          if (drug.start() >= covered) {
            covered = joined(drug, drugs);
            addDrug(drug.start(), covered);
          }
        }
      }
    }

    private void addDrug(int start, int end) {
      if (places.stream().noneMatch(place -> place.start() < end && start < place.end())) {
        places.add(new Place(start, end, "drug compared"));
      }
    }

    private static boolean isGiven(Drug drug) {
      return drug.kind() == Drug.Kind.DRUG
          || drug.kind() == Drug.Kind.COMBINATION
          || drug.kind() == Drug.Kind.PLACEBO;
    }

    /** Where {@code A plus B}, or {@code A followed by B and C}, ends that begins with the drug. */
    private int joined(Draft first, List<Draft> drugs) {
      int end = first.end();
      boolean sequence = false;
      for (Draft next : drugs) {
        String gap = next.start() >= end ? text.substring(end, next.start()) : "";
        boolean then = THEN.matcher(gap).matches();
        if (then || JOINED.matcher(gap).matches() || sequence && LISTED.matcher(gap).matches()) {
          end = next.end();
          sequence |= then;
        }
      }
      return end;
    }

    private void behindValues() {
      for (Draft value : values) {
        Matcher behind = BEHIND.matcher(text).region(value.end(), sentence.end());
        // "14 women with resectable tumours" says who they are, not what they get.
        boolean who =
            value.type() == MentionType.PARTICIPANTS
                && behind.lookingAt()
                && behind.group().matches("(?is).*(?<!treated )with\\s(?:the\\s|an?\\s)?");
        if (behind.lookingAt() && !who) {
          offer(phraseAt(behind.end()), "group behind a value");
        }
        Matcher bracket = BRACKET_NAME.matcher(text).region(afterUnit(value.end()), sentence.end());
        if (bracket.lookingAt()) {
          offer(new int[] {bracket.start(1), bracket.end(1)}, "group in brackets behind a value");
        }
      }
    }

    private int afterUnit(int end) {
      return text.startsWith(" %", end) ? end + 2 : end;
    }

    /** {@code LT: -35.0%}, {@code A = four patients}. */
    private void besideValues() {
      for (Draft value : values) {
        String lead = text.substring(sentence.start(), value.start());
        Matcher label = LABEL.matcher(lead);
        if (label.find()
            && !label.group(1).matches("(?i)n|p|ci|sd|se|hr|or|rr|median|mean|range")) {
          offer(
              new int[] {sentence.start() + label.start(1), sentence.start() + label.end(1)},
              "group before its value");
        }
      }
    }

    private void comparisons() {
      Matcher versus = VERSUS.matcher(text).region(sentence.start(), sentence.end());
      while (versus.find()) {
        int[] left = phraseBefore(versus.start());
        Matcher into = INTO_SIDE.matcher(text).region(versus.end(), sentence.end());
        int[] right = into.lookingAt() ? phraseAt(into.end()) : null;
        if (left == null || right == null) {
          continue;
        }
        boolean both = isCode(left) && isCode(right);
        boolean or = text.startsWith("or", versus.start());
        if (known(left[0], left[1]) || both && !or) {
          offer(right, "compared with an arm");
        }
        if (known(right[0], right[1]) || both && !or) {
          offer(left, "compared with an arm");
        }
      }
    }

    /** {@code after surgery (33%) compared with laser (20%)}: a value behind each side. */
    private void flanked() {
      Matcher versus = VERSUS.matcher(text).region(sentence.start(), sentence.end());
      while (versus.find()) {
        int open = bracketBefore(versus.start());
        Matcher into = INTO_SIDE.matcher(text).region(versus.end(), sentence.end());
        int[] right = into.lookingAt() ? phraseAt(into.end()) : null;
        int[] left = open < 0 ? null : phraseBefore(open);
        if (right != null
            && left != null
            && opensValue(right[1])
            && !versus.group().equalsIgnoreCase("or")) {
          offerPair(left, right, "compared, with a value behind it");
        }
      }
    }

    /**
     * {@code more infections with ZAL (5% vs 2%)}: the first value of the pair is that of the group
     * named.
     */
    private void higherWith() {
      if (!COMPARATIVE.matcher(text).region(sentence.start(), sentence.end()).find()) {
        return;
      }
      Matcher pair = PAIR.matcher(text).region(sentence.start(), sentence.end());
      while (pair.find()) {
        int[] name = phraseBefore(pair.start());
        boolean led =
            name != null
                && LED.matcher(text.substring(sentence.start(), name[0])).find()
                && hasValue(pair.start(), pair.end());
        if (led && name != null && isName(name)) {
          offer(name, "higher or lower than another");
        }
      }
    }

    /** {@code 4 SH patients and 1 MM patient}, {@code treatment eyes versus control eyes}. */
    private void people() {
      Matcher people = NAMED_PEOPLE.matcher(text).region(sentence.start(), sentence.end());
      while (people.find()) {
        offer(new int[] {people.start(), people.end()}, "people by their treatment");
      }
      Matcher getting = GETTING.matcher(text).region(sentence.start(), sentence.end());
      while (getting.find()) {
        int[] name = phraseAt(getting.end());
        if (name != null && isName(name)) {
          offer(name, "what people got");
        }
      }
    }

    /** Where a bracket with a value opens that closes before an offset; negative for none. */
    private int bracketBefore(int offset) {
      Matcher bracket = CLOSED.matcher(text.substring(sentence.start(), offset));
      int open = bracket.find() ? sentence.start() + bracket.start(1) : -1;
      return open >= 0 && hasValue(open, offset) ? open : -1;
    }

    private boolean opensValue(int offset) {
      Matcher bracket = OPENED.matcher(text).region(offset, sentence.end());
      return bracket.lookingAt() && hasValue(bracket.start(), bracket.end());
    }

    private boolean hasValue(int from, int to) {
      return values.stream()
          .anyMatch(
              value ->
                  value.type() == MentionType.MEASURE
                      && value.start() >= from
                      && value.end() <= to);
    }

    /** {@code for ZAL was 4.6, whereas that for BRT was 0.3}: one word before both names. */
    private void parallel() {
      List<Place> found = new ArrayList<>();
      String preposition = null;
      Matcher slot = SLOT.matcher(text).region(sentence.start(), sentence.end());
      while (slot.find()) {
        int[] name = phraseAt(slot.end());
        boolean same = preposition == null || slot.group(1).equalsIgnoreCase(preposition);
        if (name != null && same && valueFollows(name[1]) && isOpen(name[0], name[1])) {
          preposition = slot.group(1);
          found.add(new Place(name[0], name[1], "same place as another group"));
        }
      }
      for (int i = 1; i < found.size(); i++) {
        Place one = found.get(i - 1);
        Place other = found.get(i);
        offerPair(
            new int[] {one.start(), one.end()},
            new int[] {other.start(), other.end()},
            other.origin());
      }
    }

    private boolean valueFollows(int offset) {
      Matcher was = WAS.matcher(text).region(offset, sentence.end());
      int at = was.lookingAt() ? was.end() : -1;
      return values.stream()
          .anyMatch(value -> value.type() == MentionType.MEASURE && value.start() == at);
    }

    /** {@code (induction, 32.5% vs. no induction, 19.0%)}: names in a bracket before values. */
    private void labelled() {
      Matcher bracket = LABELLED.matcher(text).region(sentence.start(), sentence.end());
      while (bracket.find()) {
        if (startsValue(bracket.end(1)) && startsValue(bracket.end())) {
          offerPair(
              new int[] {bracket.start("one"), bracket.end("one")},
              new int[] {bracket.start("other"), bracket.end("other")},
              "group before its value");
        }
      }
    }

    private boolean startsValue(int offset) {
      return values.stream()
          .anyMatch(value -> value.type() == MentionType.MEASURE && value.start() == offset);
    }

    /** {@code with EC and ED, respectively}: short names that share several values. */
    private void respectively() {
      boolean shared = RESPECTIVELY.matcher(text).region(sentence.start(), sentence.end()).find();
      if (values.size() < 2 || !shared) {
        return;
      }
      Matcher into = INTO_LIST.matcher(text).region(sentence.start(), sentence.end());
      while (into.find()) {
        int[] one = phraseAt(into.end());
        Matcher and = AND.matcher(text).region(one == null ? into.end() : one[1], sentence.end());
        int[] other = one != null && and.lookingAt() ? phraseAt(and.end()) : null;
        if (one != null && other != null && isName(one) && isName(other)) {
          offerPair(one, other, "name of a list with values of its own");
        }
      }
    }

    private boolean isName(int[] phrase) {
      return isCode(phrase)
          || known(phrase[0], phrase[1])
          || treatments.isTreatment(reading, phrase[0], phrase[1]);
    }

    private boolean isCode(int[] phrase) {
      return text.substring(phrase[0], phrase[1])
          .matches("(?=.*\\p{Lu}.*[\\p{Lu}\\d])\\S+(?:\\s\\S+)?");
    }

    private void allotment(int from) {
      Matcher to = TO_SIDE.matcher(text).region(from, sentence.end());
      while (to.find()) {
        offer(phraseAt(to.end()), "allotted treatment");
      }
    }

    /**
     * The noun phrase that begins at an offset, treatments joined to it included; null for none.
     */
    private int @Nullable [] phraseAt(int offset) {
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
      return last <= first
          ? null
          : new int[] {tokens.get(first).start(), tokens.get(last - 1).end()};
    }

    /** The noun phrase that ends before an offset, a bracket or comma between aside. */
    private int @Nullable [] phraseBefore(int offset) {
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

    private void offer(int @Nullable [] phrase, String origin) {
      if (phrase == null) {
        return;
      }
      int start = phrase[0];
      int end = phrase[1];
      boolean told = places.stream().anyMatch(place -> place.start() < end && start < place.end());
      if (!told && isFree(start, end) && isGroup(start, end)) {
        places.add(new Place(start, end, origin));
      }
    }

    /** Offers both names of a pair that proves itself. */
    private void offerPair(int[] one, int[] other, String origin) {
      if (isOpen(one[0], one[1])
          && isOpen(other[0], other[1])
          && isGroup(one[0], one[1])
          && isGroup(other[0], other[1])) {
        for (int[] name : List.of(one, other)) {
          if (places.stream().noneMatch(place -> place.start() < name[1] && name[0] < place.end())
              && !reading.has(MentionType.ARM, name[0], name[1])) {
            places.add(new Place(name[0], name[1], origin));
          }
        }
      }
    }

    /** Whether nothing that a lexicon lists stands there. */
    private boolean isOpen(int start, int end) {
      return reading.covering(MentionType.OUTCOME, start, end).noneMatch(Draft::isListed);
    }

    private boolean known(int start, int end) {
      return reading.has(MentionType.ARM, start, end)
          || reading
              .covering(MentionType.DRUG, start, end)
              .anyMatch(
                  draft -> isGiven((Drug) draft.normal()) && isFree(draft.start(), draft.end()));
    }

    private boolean isFree(int start, int end) {
      return !reading.has(MentionType.ARM, start, end)
          && !reading.has(MentionType.OUTCOME, start, end);
    }

    private boolean isGroup(int start, int end) {
      return treatments.mayBeArm(reading, start, end)
          && !reading.has(MentionType.CONDITION, start, end)
          && !reading.isSpent(start, end);
    }
  }
}
