package dev.touchstone.mention;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Groups that a sentence sets against each other, or names in the same place of two clauses, or
 * allots people to.
 */
final class GroupsSetAgainst {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;

  private static final Pattern VERSUS =
      Pattern.compile(
          "(?<![\\p{L}])(?:versus|vs\\.?|v|v\\.|compared (?:with|to)|comparing|than|against|or)(?![\\p{L}])",
          FLAGS);

  private static final Pattern INTO_SIDE =
      Pattern.compile(
          "\\s(?:with\\s|in\\s|for\\s|on\\s|by\\s|to\\s|after\\s|of\\s)?(?:the\\s|an?\\s|those\\s|that\\s)?(?:"
              + GroupPlaces.PEOPLE
              + "\\s)?(?:(?:in|on|of|with|receiving|given|taking|(?:treated|assigned|randomi[sz]ed) (?:with|to)|who (?:had )?received)\\s)?(?:the\\s)?",
          FLAGS);

  private static final Pattern CLOSED =
      Pattern.compile("\\s?([(\\[])[^()\\[\\]]{1,60}[)\\]],?\\s$");

  private static final Pattern OPENED = Pattern.compile("\\s?[(\\[][^()\\[\\]]{1,60}[)\\]]");

  /** In front of what people got: {@code in} and {@code at} tell of anybody and any time. */
  private static final Pattern SLOT =
      Pattern.compile(
          "(?<![\\p{L}])(for|with|after|on|under|following|receiving)\\s(?:the\\s)?", FLAGS);

  private static final Pattern WAS =
      Pattern.compile("\\s?(?:(?:was|were|is|of|had|averaged)\\s|[(,:=]\\s?)", FLAGS);

  private static final Pattern RESPECTIVELY =
      Pattern.compile("(?<![\\p{L}])respective(?:ly)?(?![\\p{L}])", FLAGS);

  private static final Pattern INTO_LIST =
      Pattern.compile(
          "(?<![\\p{L}])(?:in|with|for|on|under|after|by|between|of|to|received?|receiving|given|taking)\\s(?:the\\s)?",
          FLAGS);

  private static final Pattern AND =
      Pattern.compile("\\s(?:and|versus|vs\\.?|v)\\s(?:the\\s)?", FLAGS);

  private static final Pattern TO_SIDE =
      Pattern.compile(
          "(?<![\\p{L}])(?:to|receive|undergo|either|or|versus|vs\\.?|between)\\s(?:receive\\s|undergo\\s|either\\s|an?\\s|the\\s|no\\s(?=treatment))*",
          FLAGS);

  private final GroupPlaces places;

  GroupsSetAgainst(GroupPlaces places) {
    this.places = places;
  }

  void find() {
    comparisons();
    flanked();
    parallel();
    respectively();
  }

  private void comparisons() {
    Matcher versus = places.matcher(VERSUS);
    while (versus.find()) {
      int[] left = places.phraseBefore(versus.start());
      Matcher into = places.matcherFrom(INTO_SIDE, versus.end());
      int[] right = into.lookingAt() ? places.phraseAt(into.end()) : null;
      if (left == null || right == null) {
        continue;
      }
      boolean both = places.isCode(left) && places.isCode(right);
      boolean or = places.text().startsWith("or", versus.start());
      if (places.known(left[0], left[1]) || both && !or) {
        places.offer(right, "compared with an arm");
      }
      if (places.known(right[0], right[1]) || both && !or) {
        places.offer(left, "compared with an arm");
      }
    }
  }

  /** {@code after surgery (33%) compared with laser (20%)}: a value behind each side. */
  private void flanked() {
    Matcher versus = places.matcher(VERSUS);
    while (versus.find()) {
      int open = bracketBefore(versus.start());
      Matcher into = places.matcherFrom(INTO_SIDE, versus.end());
      int[] right = into.lookingAt() ? places.phraseAt(into.end()) : null;
      int[] left = open < 0 ? null : places.phraseBefore(open);
      if (right != null
          && left != null
          && opensValue(right[1])
          && !versus.group().equalsIgnoreCase("or")) {
        places.offerPair(left, right, "compared, with a value behind it");
      }
    }
  }

  /** Where a bracket with a value opens that closes before an offset; negative for none. */
  private int bracketBefore(int offset) {
    String before = places.before(offset);
    Matcher bracket = CLOSED.matcher(before);
    int open = bracket.find() ? offset - before.length() + bracket.start(1) : -1;
    return open >= 0 && places.hasValue(open, offset) ? open : -1;
  }

  private boolean opensValue(int offset) {
    Matcher bracket = places.matcherFrom(OPENED, offset);
    return bracket.lookingAt() && places.hasValue(bracket.start(), bracket.end());
  }

  /** {@code for ZAL was 4.6, whereas that for BRT was 0.3}: one word before both names. */
  private void parallel() {
    int[] last = null;
    String preposition = null;
    Matcher slot = places.matcher(SLOT);
    while (slot.find()) {
      int[] name = places.phraseAt(slot.end());
      boolean same = preposition == null || slot.group(1).equalsIgnoreCase(preposition);
      if (name != null && same && valueFollows(name[1]) && places.isOpen(name[0], name[1])) {
        if (last != null) {
          places.offerPair(last, name, "same place as another group");
        }
        preposition = slot.group(1);
        last = name;
      }
    }
  }

  private boolean valueFollows(int offset) {
    Matcher was = places.matcherFrom(WAS, offset);
    return was.lookingAt() && places.startsValue(was.end());
  }

  /** {@code with EC and ED, respectively}: short names that share several values. */
  private void respectively() {
    boolean shared = places.matcher(RESPECTIVELY).find();
    if (places.values().size() < 2 || !shared) {
      return;
    }
    Matcher into = places.matcher(INTO_LIST);
    while (into.find()) {
      int[] one = places.phraseAt(into.end());
      Matcher and = places.matcherFrom(AND, one == null ? into.end() : one[1]);
      int[] other = one != null && and.lookingAt() ? places.phraseAt(and.end()) : null;
      if (one != null && other != null && places.isName(one) && places.isName(other)) {
        places.offerPair(one, other, "name of a list with values of its own");
      }
    }
  }

  /** Treatments behind the verb that allots people, from where it ends. */
  void allotment(int from) {
    Matcher to = places.matcherFrom(TO_SIDE, from);
    while (to.find()) {
      places.offer(places.phraseAt(to.end()), "allotted treatment");
    }
  }
}
