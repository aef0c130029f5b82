package dev.touchstone.mention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups that stand beside values: behind them ({@code 15.3% with ZES and 10.4% with PES}), in
 * front of them ({@code LT: -35%; BT: -33%}), and people called by their treatment.
 */
final class GroupsBesideValues {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  /** From a value to the group that it is of. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:\\s?%)?\\s?(?:[)\\]]\\s?(?:(?:mm ?Hg|\\p{L}{1,3}/\\p{L}{1,4}|\\p{L}{1,2}|points)\\s)?)?(?:[(\\[][^()\\[\\]]{0,60}[)\\]]\\s?)?(?:of (?:the |all )?(?:\\d[\\d,]* )?(?:[\\p{L}-]+ )?"
              + GroupPlaces.PEOPLE
              + "\\s|"
              + GroupPlaces.PEOPLE
              + "\\s)?(?:who (?:were |had )?)?(?:in|with|for|on|under|after|receiving|given|(?:treated|randomi[sz]ed|assigned|allocated) (?:with|to|by)(?: receive)?|received|switched to|continuing on|taking|among|by|following)\\s(?:(?:the|an?)\\s)?(?:"
              + GroupPlaces.PEOPLE
              + "\\s(?:in|on|with|receiving|given|taking|(?:treated|assigned) (?:with|to)|who (?:had )?received)\\s(?:the\\s)?)?",
          FLAGS);

  private static final Pattern BRACKET_NAME =
      Pattern.compile("\\s?\\(\\s?([\\p{L}][\\p{L}\\d +/-]{0,28}?)\\s?\\)");

  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|[(\\[;,]\\s?|\\sand\\s|:\\s)(?:in\\s)?([\\p{L}][\\p{L}\\d+/-]{0,20}(?: [\\p{L}\\d+/-]{1,14})?)\\s?[:=]\\s?(?:[nN]\\s?=\\s?)?$");

  private static final String NAME = "[\\p{L}][\\p{L}\\d+/-]{0,24}(?: [\\p{L}\\d+/-]{1,14})?";
  private static final Pattern LABELLED =
      Pattern.compile(
          "[(\\[]\\s?((?<one>"
              + NAME
              + ")\\s?[,;:=]\\s?)[^()]{1,40}?(?:,|;|vs\\.?|versus|and|,\\sand)\\s(?<other>"
              + NAME
              + ")\\s?[,;:=]\\s?",
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
      Pattern.compile("(?<![\\p{L}])(?:with|in|for|after|on|by|under|than)\\s(?:the\\s)?$", FLAGS);

  private static final Pattern DID =
      Pattern.compile(
          "\\s(?:was|were|is) associated with\\s|\\s(?:resulted in|led to|caused|produced|gave|yielded|had|showed)\\s",
          FLAGS);

  private static final Pattern NAMED_PEOPLE =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?:\\p{Lu}[\\p{L}\\d]*[\\p{Lu}\\d][\\p{L}\\d+/-]*|(?:\\p{Lu}[\\p{Lu}\\d]+\\s)?\\p{Lu}[\\p{L}\\d]*-\\d[\\p{L}\\d-]*|[Tt]reatment|[Cc]ontrol|[Ss]tandard|[Ee]xperimental|[Pp]lacebo)\\s(?:patients?|eyes?|women|men|children|subjects?|participants?)(?![\\p{L}-])");

  private static final String ONES =
      "\\s(?:patients|eyes|women|men|children|subjects|participants)";
  private static final Pattern TREATED_ONES =
      Pattern.compile("(?<![\\p{L}-])(?:treatment|study)" + ONES + "(?![\\p{L}-])", FLAGS);
  private static final Pattern CONTROL_ONES =
      Pattern.compile("(?<![\\p{L}-])control" + ONES + "(?![\\p{L}-])", FLAGS);

  private static final Pattern GETTING =
      Pattern.compile(
          GroupPlaces.PEOPLE
              + "\\s(?:who\\s(?:had\\s)?received|receiving|undergoing|on|given|taking|treated with)\\s(?:the\\s)?",
          FLAGS);

  private static final Pattern TREATED =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?=[\\d.,]*\\p{L})(?!(?:evaluable|all|the|were|was|of|and|\\p{L}+ly)\\s)[\\p{L}\\d+/-]{2,24}[- ](?:treated|assigned)\\s(?:patients|women|men|children|subjects|participants|eyes|animals|ones)(?![\\p{L}])",
          FLAGS);

  static final String BEFORE_VALUE = "group before its value";
  static final String TREATED_WITH = "those treated with it";

  private final GroupPlaces places;

  GroupsBesideValues(GroupPlaces places) {
    this.places = places;
  }

  void find() {
    treated();
    behindValues();
    besideValues();
    labelled();
    higherWith();
    people();
  }

  private void treated() {
    Matcher matcher = places.matcher(TREATED);
    while (matcher.find()) {
      if (places.isFree(matcher.start(), matcher.end())) {
        places.put(matcher.start(), matcher.end(), TREATED_WITH);
      }
    }
  }

  private void behindValues() {
    for (Draft value : places.values()) {
      Matcher behind = places.matcherFrom(BEHIND, value.end());
      // "14 women with resectable tumours" says who they are, not what they get.
      boolean who =
          value.type() == MentionType.PARTICIPANTS
              && behind.lookingAt()
              && behind.group().matches("(?is).*(?<!treated )with\\s(?:the\\s|an?\\s)?");
      if (behind.lookingAt() && !who) {
        places.offer(places.phraseAt(behind.end()), "group behind a value");
      }
      Matcher bracket = places.matcherFrom(BRACKET_NAME, afterUnit(value.end()));
      if (bracket.lookingAt()) {
        places.offer(
            new int[] {bracket.start(1), bracket.end(1)}, "group in brackets behind a value");
      }
    }
  }

  private int afterUnit(int end) {
    return places.text().startsWith(" %", end) ? end + 2 : end;
  }

  /** {@code LT: -35.0%}, {@code A = four patients}. */
  private void besideValues() {
    for (Draft value : places.values()) {
      String lead = places.before(value.start());
      int from = value.start() - lead.length();
      Matcher label = LABEL.matcher(lead);
      if (label.find() && !label.group(1).matches("(?i)n|p|ci|sd|se|hr|or|rr|median|mean|range")) {
        places.offer(new int[] {from + label.start(1), from + label.end(1)}, BEFORE_VALUE);
      }
    }
  }

  /** {@code (induction, 32.5% vs. no induction, 19.0%)}: names in a bracket before values. */
  private void labelled() {
    Matcher bracket = places.matcher(LABELLED);
    while (bracket.find()) {
      if (places.startsValue(bracket.end(1)) && places.startsValue(bracket.end())) {
        places.offerPair(
            new int[] {bracket.start("one"), bracket.end("one")},
            new int[] {bracket.start("other"), bracket.end("other")},
            BEFORE_VALUE);
      }
    }
  }

  /**
   * {@code more infections with ZAL (5% vs 2%)}: the first value of the pair is that of the group
   * named.
   */
  private void higherWith() {
    if (!comparing()) {
      return;
    }
    Matcher pair = places.matcher(PAIR);
    while (pair.find()) {
      int[] name = places.phraseBefore(pair.start());
      boolean led =
          name != null
              && LED.matcher(places.before(name[0])).find()
              && places.hasValue(pair.start(), pair.end());
      if (led && name != null && places.isName(name)) {
        places.offer(name, "higher or lower than another");
      }
      if (led && name != null && places.before(name[0]).matches("(?is).*\\bthan\\s(?:the\\s)?")) {
        subjectBefore(name);
      }
    }
  }

  /** {@code surgery was associated with more pain than laser (46% vs 4%)}: both sides. */
  private void subjectBefore(int[] than) {
    Matcher did = places.matcher(DID);
    while (did.find() && did.end() <= than[0]) {
      int[] subject = places.phraseBefore(did.start());
      if (subject != null && places.phraseAt(than[0]) != null) {
        places.offerPair(subject, than, "more or less of something than another");
      }
    }
  }

  /** {@code 66% of treatment eyes and 48% of control eyes}: each proves the other. */
  private void treatedAndControls() {
    Matcher treated = places.matcher(TREATED_ONES);
    Matcher controls = places.matcher(CONTROL_ONES);
    if (treated.find() && controls.find() && places.isFree(treated.start(), treated.end())) {
      places.put(treated.start(), treated.end(), "people by their treatment");
    }
  }

  /** Whether the sentence tells who had more, and how much two had. */
  boolean comparing() {
    Matcher pair = places.matcher(PAIR);
    boolean paired = false;
    while (!paired && pair.find()) {
      paired = places.hasValue(pair.start(), pair.end());
    }
    return paired
        && (places.matcher(COMPARATIVE).find()
            || places.sentence().tokens().stream()
                .anyMatch(token -> token.tag().matches("JJR|RBR")));
  }

  /** {@code 4 SH patients and 1 MM patient}, {@code treatment eyes versus control eyes}. */
  private void people() {
    Matcher people = places.matcher(NAMED_PEOPLE);
    while (people.find()) {
      places.offer(new int[] {people.start(), people.end()}, "people by their treatment");
    }
    treatedAndControls();
    Matcher getting = places.matcher(GETTING);
    while (getting.find()) {
      int[] name = places.phraseAt(getting.end());
      if (name != null && places.isName(name)) {
        places.offer(name, "what people got");
      }
    }
  }
}
