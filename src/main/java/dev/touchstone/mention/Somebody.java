package dev.touchstone.mention;

import java.util.regex.Pattern;

/** Words for those who were measured, who are never what was measured. */
final class Somebody {

  private static final Pattern PEOPLE =
      Pattern.compile(
          "patients?|women|men|children|subjects|participants|infants|adults|individuals|people|persons|volunteers|eyes|pts|those|girls|boys|males|females|mothers|mice|rats|animals|dogs");
  private static final Pattern ENDS =
      Pattern.compile(
          "(?is)(?:.*\\b)?(?:patients?|women|men|children|subjects?|participants?|infants?|adults|individuals|people|persons|volunteers|eyes|cases|pts|those|who|they|groups?|arms?|cohorts?|girls|boys|males|females|mothers|parents|controls?|responders|recipients|survivors|carriers|users|majority|one|two|three|four|five|six|seven|eight|nine|ten|none|\\d+|%|percent|half|third|quarter|all|some|most)\\b(?:\\s?[)\\]])?");

  private Somebody() {}

  /** Whether a word names people, or people by their number or side. */
  static boolean isHead(String word) {
    return ENDS.matcher(word).matches();
  }

  static boolean isPeople(String word) {
    return PEOPLE.matcher(word).matches();
  }

  /** {@code 58% of the 36 patients assigned to A}. */
  static boolean opens(TaggedSentence sentence, int start, int last) {
    int first = behindGroup(sentence, start, last);
    for (int i = first; i <= Math.min(last, first + 7); i++) {
      if (isPeople(sentence.lower(i))) {
        return true;
      }
      if (!sentence.tag(i).matches("CD|DT|IN|JJ|JJR|RB|RBR|,|PDT")
          && !sentence.tokens().get(i).text().matches("%|percent|[()]|RESULTS")) {
        return false;
      }
    }
    return false;
  }

  /** {@code In the control group 11 of 33 patients}: where the count begins. */
  private static int behindGroup(TaggedSentence sentence, int start, int last) {
    if (!sentence.lower(start).matches("in|on")) {
      return start;
    }
    for (int i = start + 1; i < Math.min(last, start + 7); i++) {
      if (sentence.lower(i).matches("group|arm|cohort") && sentence.tag(i + 1).equals("CD")) {
        return i + 1;
      }
    }
    return start;
  }

  /** Whether people are counted from the token on: {@code 25 of 96 patients}. */
  static boolean counted(TaggedSentence sentence, int from) {
    for (int i = from; i < Math.min(sentence.size(), from + 6); i++) {
      if (isPeople(sentence.lower(i))) {
        return true;
      }
    }
    return false;
  }
}
