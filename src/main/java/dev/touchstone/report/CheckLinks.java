package dev.touchstone.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of the checks, and the way to their pages.
 *
 * @param titles by rule; a rule that is not there has no page
 * @param folder the way to the folder of the pages: {@code ../../checks/}
 */
record CheckLinks(Map<String, String> titles, String folder) {

  String title(String rule) {
    return titles.getOrDefault(rule, rule);
  }

  @Nullable String href(String rule) {
    return titles.containsKey(rule) ? folder + rule + ".html" : null;
  }
}
