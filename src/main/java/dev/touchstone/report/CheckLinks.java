package dev.touchstone.report;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.check.CheckCatalogue;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of the checks, and the way to their pages.
 *
 * @param titles by rule; a rule that is not there has no page
 * @param folder the way to the folder of the pages: {@code ../../checks/}
 */
record CheckLinks(Map<String, String> titles, String folder) {

  /** The checks that run, with the names on their pages. */
  static Map<String, String> titlesOfCatalogue() {
    Map<String, String> titles = new TreeMap<>();
    for (ConsistencyCheck check : CheckCatalogue.ALL) {
      titles.put(check.rule(), check.page().title());
    }
    titles.put(CheckCatalogue.ACROSS.rule(), CheckCatalogue.ACROSS.page().title());
    return titles;
  }

  /** The rule of the check between documents. */
  String across() {
    return CheckCatalogue.ACROSS.rule();
  }

  String title(String rule) {
    return titles.getOrDefault(rule, rule);
  }

  @Nullable String href(String rule) {
    return titles.containsKey(rule) ? folder + rule + ".html" : null;
  }
}
