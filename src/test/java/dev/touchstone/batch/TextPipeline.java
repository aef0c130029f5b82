package dev.touchstone.batch;

import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Rejection;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.AnnotatedDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A pipeline without language models, which does what the text of a document tells it: {@code
 * REJECT}, {@code THROW}, {@code OVERFLOW}, {@code HANG}, {@code FIND}.
 */
final class TextPipeline implements NotePipeline {

  /** The id of the finding in every text with the word FIND. */
  static final String FINDING = "f-0123456789ab";

  @Override
  public Outcome examine(String source, byte[] bytes, StageClock clock) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    clock.enter(StageClock.Stage.READ);
    if (text.contains("REJECT")) {
      return new Rejected(
          new Rejection(source, "read", "It says so.", "the word REJECT", "Take the word out."));
    }
    clock.enter(StageClock.Stage.MENTION);
    if (text.contains("THROW")) {
      throw new IllegalStateException("thrown on purpose");
    }
    if (text.contains("OVERFLOW")) {
      return new Reviewed(review(source, bytes, "depth " + depth(0)));
    }
    if (text.contains("HANG")) {
      spin();
    }
    if (text.contains("SLOW")) {
      pause(150);
    }
    clock.stop();
    return new Reviewed(review(source, bytes, text));
  }

  private static long depth(long at) {
    return at == Long.MAX_VALUE ? 0 : 1 + depth(at + 1);
  }

  /** Computes for ever and listens to nobody. */
  private static void spin() {
    long turns = 0;
    while (turns >= 0) {
      turns = (turns + 1) % 1_000_000;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static NoteReview review(String source, byte[] bytes, String text) {
    Span all = new Span(0, text.length());
    Document document =
        new Document(
            "sha256:" + sha256(bytes),
            source,
            "text/plain",
            new Metadata("Title of " + source, DocumentKind.OTHER, null, List.of(), null, "en"),
            null,
            text,
            List.of(new Section("s1", null, 1, "All", SectionRole.OTHER, all)),
            List.of(new Heading("s1", 1, Passage.of(text, all))),
            List.of(),
            Locator.ofLines(text),
            List.of(),
            List.of());
    List<Finding> findings =
        text.contains("FIND")
            ? List.of(
                new Finding(
                    FINDING,
                    "percent-count",
                    Severity.WARNING,
                    "It says so.",
                    "nothing",
                    "something",
                    List.of(new Source(all, "s1", null)),
                    List.of(),
                    null))
            : List.of();
    NoteEvidence evidence =
        new NoteEvidence(
            new AnnotatedDocument(document, List.of()), List.of(), List.of(), List.of(), List.of());
    return new NoteReview(
        evidence,
        findings,
        List.of(new CheckRun("percent-count", CheckRun.State.RAN, 1, findings.size(), null)));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
