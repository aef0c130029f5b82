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
   * Places that stand together, in one row of a table or close by in one passage, with the words
   * that take part.
   *
   * @param spots one for each place
   * @param quote the words with what stands around them
   * @param excerpt the part of the table that they stand in, instead of a quote
   */
  record CardPlace(
      List<Spot> spots, String section, List<Piece> quote, @Nullable Excerpt excerpt) {}

  /**
   * A place: {@code A}, a link into the text, {@code Page 4, paragraph 1}.
   *
   * @param last whether the next place is described in other words; only then these are seen
   */
  record Spot(String letter, String href, String words, boolean last) {}

  /** Some text; marked if it takes part. */
  record Piece(String text, boolean marked) {}

  /**
   * The columns and the row of a table that take part; {@code …} stands for the rest.
   *
   * @param head cells of the header; none for a table without one
   * @param body cells of the row; none where the header itself takes part
   */
  record Excerpt(List<ExcerptCell> head, List<ExcerptCell> body) {}

  /** A cell of an excerpt: a gap for columns left out, or words. */
  record ExcerptCell(boolean gap, boolean header, List<Piece> pieces) {

    static final ExcerptCell GAP = new ExcerptCell(true, false, List.of());

    static ExcerptCell plain(String text, boolean header) {
      boolean empty = text.isBlank();
      return new ExcerptCell(
          false,
          header && !empty,
          empty ? List.of() : List.of(new Piece(Wording.printable(text), false)));
    }
  }
}
