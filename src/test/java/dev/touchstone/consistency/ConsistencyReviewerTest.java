package dev.touchstone.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.AnnotatedDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsistencyReviewerTest {

  @Test
  void a_check_with_a_bug_does_not_take_the_others_results() {
    NoteReview review =
        new ConsistencyReviewer(List.of(new Failing(), new Finds("late", Severity.ERROR, 8, "x")))
            .review(note());

    assertThat(review.findings()).extracting(Finding::rule).containsExactly("late");
    assertThat(review.ledger())
        .extracting(CheckRun::state)
        .containsExactly(CheckRun.State.COULD_NOT_RUN, CheckRun.State.RAN);
    assertThat(review.ledger().get(0).why()).contains("no such arm");
  }

  @Test
  void findings_come_most_severe_first_then_in_the_order_of_the_text() {
    NoteReview review =
        new ConsistencyReviewer(
                List.of(
                    new Finds("note", Severity.NOTE, 0, "x"),
                    new Finds("late", Severity.ERROR, 8, "x"),
                    new Finds("early", Severity.ERROR, 4, "x")))
            .review(note());

    assertThat(review.findings())
        .extracting(Finding::rule)
        .containsExactly("early", "late", "note");
  }

  @Test
  void an_id_does_not_depend_on_the_place_or_on_how_the_words_are_set() {
    assertThat(id(0, "5.6 months", "– PMC")).isEqualTo(id(8, "5.6\u00a0Months", "- PMC"));
    assertThat(id(0, "5.6 months", "")).isNotEqualTo(id(0, "5.7 months", ""));
  }

  @Test
  void two_findings_of_the_same_words_get_two_ids() {
    NoteReview review = new ConsistencyReviewer(List.of(new Twice())).review(note());

    assertThat(review.findings()).extracting(Finding::id).doesNotHaveDuplicates().hasSize(2);
  }

  private static String id(int at, String... identity) {
    return new ConsistencyReviewer(List.of(new Finds("rule", Severity.ERROR, at, identity)))
        .review(note())
        .findings()
        .get(0)
        .id();
  }

  private static NoteEvidence note() {
    String text = "a note of a few words";
    Section section =
        new Section("s1", null, 1, "A note", SectionRole.OTHER, new Span(0, text.length()));
    Document document =
        new Document(
            "sha256:0",
            "a.txt",
            "text/plain",
            Metadata.NONE,
            null,
            text,
            List.of(section),
            List.of(),
            List.of(),
            Locator.ofLines(text),
            List.of(),
            List.of());
    return new NoteEvidence(
        new AnnotatedDocument(document, List.of()), List.of(), List.of(), List.of(), List.of());
  }

  private record Finds(String rule, Severity severity, int at, String... identity)
      implements ConsistencyCheck {

    @Override
    public String summary() {
      return "Says one thing.";
    }

    @Override
    public Examination examine(NoteEvidence note) {
      return Examination.of(1, List.of(draft(severity, at).identity((Object[]) identity)));
    }
  }

  private static final class Twice implements ConsistencyCheck {

    @Override
    public String rule() {
      return "twice";
    }

    @Override
    public String summary() {
      return "Says one thing twice.";
    }

    @Override
    public Examination examine(NoteEvidence note) {
      return Examination.of(2, List.of(draft(Severity.NOTE, 0), draft(Severity.NOTE, 4)));
    }
  }

  private static final class Failing implements ConsistencyCheck {

    @Override
    public String rule() {
      return "failing";
    }

    @Override
    public String summary() {
      return "Fails.";
    }

    @Override
    public Examination examine(NoteEvidence note) {
      throw new IllegalStateException("no such arm");
    }
  }

  private static FindingDraft draft(Severity severity, int at) {
    return FindingDraft.of(severity, "One and other.")
        .at(new Source(new Span(at, at + 2), "s1", null));
  }
}
