package dev.touchstone.consistency;

import dev.touchstone.document.Document;

/**
 * What was read off a picture may be read wrongly: a disagreement that rests on it proves nothing
 * of the note, so that it is a warning at most, and says why.
 */
final class RecognisedPlaces {

  static final String SAYS_SO = " (read off a picture: compare it with the page)";

  private RecognisedPlaces() {}

  static Finding weigh(Finding finding, Document document) {
    if (finding.where().stream().noneMatch(place -> document.recognised(place.span()))) {
      return finding;
    }
    Severity severity =
        finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity();
    String message = finding.message();
    boolean stop = message.endsWith(".");
    String words = stop ? message.substring(0, message.length() - 1) : message;
    return new Finding(
        finding.id(),
        finding.rule(),
        severity,
        words + SAYS_SO + (stop ? "." : ""),
        finding.expected(),
        finding.found(),
        finding.where(),
        finding.steps(),
        finding.settle());
  }
}
