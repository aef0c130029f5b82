package dev.touchstone.consistency;

import java.util.List;

/**
 * A disagreement between documents.
 *
 * @param id stable: it depends on what disagrees, not on the files that say so
 * @param message one sentence with the figures and the documents
 * @param where the values that disagree, one place per document
 */
public record CrossFinding(
    String id,
    String rule,
    Severity severity,
    String message,
    String found,
    String settle,
    List<Place> where) {

  /** A value in a document. */
  public record Place(String source, StatedValue value) {}

  public CrossFinding {
    where = List.copyOf(where);
  }

  /**
   * A finding with the id of what disagrees.
   *
   * @param identity in words that depend on no file: study, arms, outcome, values
   */
  public static CrossFinding of(
      String rule,
      Severity severity,
      String message,
      String found,
      String settle,
      List<Place> where,
      List<String> identity) {
    return new CrossFinding(
        FindingId.of(rule, identity), rule, severity, message, found, settle, where);
  }
}
