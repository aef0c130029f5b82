package dev.touchstone.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Anchor;
import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Source;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Page 1 is typed, page 2 is a picture. */
class RecognisedPlacesTest {

  private static final Source TYPED = new Source(new Span(0, 5), "s1", null);
  private static final Source PICTURED = new Source(new Span(6, 11), "s1", null);

  private final Document note =
      new Document(
          "sha256:0",
          "note.pdf",
          "application/pdf",
          new Metadata(null, DocumentKind.OTHER, null, List.of(), null, null),
          2,
          "first other",
          List.of(),
          List.of(),
          List.of(),
          Locator.ofAnchors(
              List.of(
                  new Anchor(new Span(0, 5), 1, null, null),
                  new Anchor(new Span(6, 11), 2, null, null))),
          List.of(
              new Coverage(1, 5, 5, new TreeMap<>()),
              new Coverage(2, 5, 5, new TreeMap<>()).asRecognised()),
          List.of());

  @Test
  void an_error_that_rests_on_recognised_words_is_a_warning_and_says_so() {
    Finding weighed = RecognisedPlaces.weigh(finding(Severity.ERROR, TYPED, PICTURED), note);
    assertThat(weighed.severity()).isEqualTo(Severity.WARNING);
    assertThat(weighed.message())
        .isEqualTo("3 of 40 is not 9.5 % (read off a picture: compare it with the page).");
    assertThat(weighed.id()).isEqualTo("f1");
  }

  @Test
  void a_note_stays_a_note() {
    assertThat(RecognisedPlaces.weigh(finding(Severity.NOTE, PICTURED), note).severity())
        .isEqualTo(Severity.NOTE);
  }

  @Test
  void an_error_between_typed_words_stays_one() {
    Finding error = finding(Severity.ERROR, TYPED);
    assertThat(RecognisedPlaces.weigh(error, note)).isEqualTo(error);
  }

  private static Finding finding(Severity severity, Source... where) {
    return new Finding(
        "f1",
        "percent-count",
        severity,
        "3 of 40 is not 9.5 %.",
        null,
        null,
        List.of(where),
        List.of(),
        null);
  }
}
