package dev.touchstone.report;

import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Why characters of the file are not in the text: the reasons of {@code coverage} in words. */
final class LeftOut {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("running-head", "running head: the same on many pages"),
          Map.entry("page-number", "page number"),
          Map.entry("watermark", "watermark: large words behind the text"),
          Map.entry("invisible", "invisible: printed in no colour or outside the page"),
          Map.entry("duplicate", "duplicate: printed twice at the same place"),
          Map.entry("no-character", "no character: the font does not say what the sign stands for"),
          Map.entry("line-end-hyphen", "hyphen at the end of a line, in a word that has none"),
          Map.entry("repeated-header", "head of a table, repeated on its next page"),
          Map.entry("hidden", "hidden by its author"),
          Map.entry("deleted", "deleted with changes tracked"),
          Map.entry("not-shown", "not shown by a browser, such as a script"),
          Map.entry("navigation", "navigation of the site"),
          Map.entry("sub-article", "another article in the same file"),
          Map.entry("response", "response to the article in the same file"));

  private LeftOut() {}

  /** One reason, as a reader understands it; one that is not listed as it is. */
  static String because(String reason) {
    return WORDS.getOrDefault(reason, reason.replace('-', ' '));
  }

  /** {@code 24 characters (page number), 1 character (watermark: …)}; empty where nothing is. */
  static String of(SortedMap<String, Integer> dropped) {
    return dropped.entrySet().stream()
        .map(it -> Wording.count(it.getValue(), "character") + " (" + because(it.getKey()) + ")")
        .collect(Collectors.joining(", "));
  }
}
