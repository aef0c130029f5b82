package dev.touchstone.report;

import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it stands on the page of its document.
 *
 * @param number from 1, most severe first
 * @param checkTitle name of the check
 * @param checkHref its page, or null where there is none
 * @param more how many places are not shown
 */
record Card(
    int number,
    Finding finding,
    String checkTitle,
    @Nullable String checkHref,
    List<CardPlace> places,
    int more) {

  String id() {
    return finding.id();
  }

  Severity severity() {
    return finding.severity();
  }

  /** Whether there is anything to say beyond the sentence and the places. */
  boolean hasVerdict() {
    return finding.expected() != null
        || finding.found() != null
        || finding.settle() != null
        || !finding.steps().isEmpty();
  }

  /** Steps that calculate are arithmetic; others compare. */
  String stepsTitle() {
    boolean calculates =
        finding.steps().stream()
            .anyMatch(
                step -> step.working() != null && step.working().matches(".*[0-9].*[=÷×+<>≤≥−].*"));
    return calculates ? "Arithmetic" : "Comparison";
  }

  /** Decides how many stand side by side. */
  String placesClass() {
    return "places n" + Math.min(places.size(), 4);
  }

  /**
   * A place with the words that take part.
   *
   * @param words where it is: {@code Page 4, paragraph 1}
   * @param before what stands before the quote, shortened
   * @param excerpt the part of the table that it stands in, instead of a quote
   */
  record CardPlace(
      String letter,
      String href,
      String words,
      String section,
      String before,
      String quote,
      String after,
      @Nullable Excerpt excerpt) {}

  /**
   * The columns and the row of a table that take part; {@code …} stands for the rest.
   *
   * @param head cells of the header; none for a table without one
   * @param body cells of the row; none where the header itself takes part
   */
  record Excerpt(List<ExcerptCell> head, List<ExcerptCell> body) {}

  /** A cell of an excerpt: a gap for columns left out, or words, with the marked ones between. */
  record ExcerptCell(boolean gap, boolean header, String before, String marked, String after) {

    static final ExcerptCell GAP = new ExcerptCell(true, false, "", "", "");

    static ExcerptCell plain(String text, boolean header) {
      return new ExcerptCell(false, header, Wording.printable(text), "", "");
    }
  }
}
