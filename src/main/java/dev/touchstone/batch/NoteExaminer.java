package dev.touchstone.batch;

import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.StatedValue;
import dev.touchstone.consistency.check.CheckCatalogue;
import dev.touchstone.document.Rejection;
import dev.touchstone.report.DocumentReports;
import dev.touchstone.store.StoredDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.beans.factory.ObjectProvider;

/** Reads one document's file, has it examined and writes its results aside. */
final class NoteExaminer implements ItemProcessor<StoredDocument, Examined> {

  private final Night night;
  private final ObjectProvider<NotePipeline> pipelines;
  private final ResultFolders folders;
  private final Progress progress;
  private final Guard guard;

  /**
   * @param pipelines makes the pipeline when the first document comes; a run without documents does
   *     without the language models
   */
  NoteExaminer(
      Night night,
      ObjectProvider<NotePipeline> pipelines,
      ResultFolders folders,
      Progress progress) {
    this.night = night;
    this.pipelines = pipelines;
    this.folders = folders;
    this.progress = progress;
    this.guard = new Guard(night.settings().timeLimit());
  }

  @Override
  public Examined process(StoredDocument document) throws InterruptedException {
    String source = document.source();
    NotePipeline pipeline = pipelines.getObject();
    progress.begun(source);
    StageClock clock = new StageClock();
    Guard.Attempt<Examined.Outcome> attempt =
        guard.attempt(
            source,
            clock,
            () -> examine(document, pipeline, clock),
            rejection -> new Examined.Rejected(rejection, document.sha256()));
    return new Examined(document, attempt.outcome(), attempt.attempts(), clock.times());
  }

  private Examined.Outcome examine(
      StoredDocument document, NotePipeline pipeline, StageClock clock) {
    String source = document.source();
    if (!folders.hasRoomFor(document.folder())) {
      return pathTooLong(document);
    }
    byte[] bytes;
    try {
      Path file = night.input().resolve(source);
      long limit = night.settings().limits().fileBytes().toBytes();
      long size = Files.size(file);
      if (size > limit) {
        return tooLarge(source, size, limit);
      }
      bytes = Files.readAllBytes(file);
    } catch (IOException | InvalidPathException e) {
      return cannotBeOpened(source, e);
    }
    return pipeline
        .examine(source, bytes, clock)
        .match(
            review -> written(review, clock),
            rejection -> new Examined.Rejected(rejection, sha256(bytes)));
  }

  private Examined.Outcome written(NoteReview review, StageClock clock) {
    clock.enter(StageClock.Stage.CHECK);
    List<StatedValue> values = CheckCatalogue.ACROSS.values(review.evidence());
    clock.enter(StageClock.Stage.WRITE);
    Path folder = folders.unfinished();
    new DocumentReports().write(review, folder);
    clock.stop();
    return new Examined.Reviewed(review, values, folder);
  }

  private static Examined.Outcome tooLarge(String source, long size, long limit) {
    Rejection rejection =
        new Rejection(
            source,
            StageClock.Stage.READ.code(),
            "The file has " + size + " bytes; " + limit + " are allowed.",
            "the limit touchstone.limits.file-bytes",
            "Split the document, or raise touchstone.limits.file-bytes in config/application.yml.");
    return new Examined.Rejected(rejection, null);
  }

  private static Examined.Outcome pathTooLong(StoredDocument document) {
    Rejection rejection =
        new Rejection(
            document.source(),
            StageClock.Stage.WRITE.code(),
            "The path of its results would be too long.",
            "the system's limit for paths",
            "Shorten the names of the folders around the document, or give an output folder with a"
                + " shorter path.");
    return new Examined.Rejected(rejection, document.sha256());
  }

  private static Examined.Outcome cannotBeOpened(String source, Exception e) {
    boolean gone = e instanceof NoSuchFileException || e instanceof InvalidPathException;
    Rejection rejection =
        new Rejection(
            source,
            StageClock.Stage.READ.code(),
            "The file cannot be opened.",
            gone
                ? "it was moved away during the run, or its name is not valid UTF-8"
                : e.getClass().getSimpleName() + ": " + e.getMessage(),
            gone
                ? "Put it back or rename it, and run again."
                : "Give the user that runs the program the right to read it, and run again.");
    return new Examined.Rejected(rejection, null);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
