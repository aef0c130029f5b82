package dev.touchstone.report;

import dev.touchstone.evidence.Source;
import java.util.Locale;

/**
 * A place of a finding, numbered as on the page: {@code 2B} is the second place of finding 2.
 *
 * @param finding number of the finding, from 1
 * @param place index of the place in the finding, from 0
 * @param findingId anchor of the finding's card
 */
record Flag(int finding, int place, String findingId, Source source) {

  String letter() {
    String letters = "";
    for (int rest = place; rest >= 0; rest = rest / 26 - 1) {
      letters = (char) ('A' + rest % 26) + letters;
    }
    return letters;
  }

  String label() {
    return finding + letter();
  }

  String anchor() {
    return "f" + label().toLowerCase(Locale.ROOT);
  }
}
