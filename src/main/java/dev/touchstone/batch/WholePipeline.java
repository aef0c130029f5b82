package dev.touchstone.batch;

import dev.touchstone.consistency.ConsistencyReviewer;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.check.CheckCatalogue;
import dev.touchstone.document.Document;
import dev.touchstone.document.ReadResult;
import dev.touchstone.document.Rejection;
import dev.touchstone.evidence.EvidenceExtractor;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.ingest.StructureRules;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.recognition.Recognition;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;

/** Reader, mentions, evidence, checks: the way of a note in four calls. */
public final class WholePipeline implements NotePipeline {

  private final DocumentReader reader;
  private final MentionFinder finder;
  private final EvidenceExtractor extractor;
  private final ConsistencyReviewer reviewer;

  private WholePipeline(
      DocumentReader reader,
      MentionFinder finder,
      EvidenceExtractor extractor,
      ConsistencyReviewer reviewer) {
    this.reader = reader;
    this.finder = finder;
    this.extractor = extractor;
    this.reviewer = reviewer;
  }

  /**
   * @param home the folder that has {@code config/}
   */
  public static WholePipeline of(Path home, Settings settings) throws WrongUsage {
    Path lexicon = home.resolve("config/lexicon");
    try {
      return new WholePipeline(
          new DocumentReader(
              limits(settings.limits()),
              StructureRules.load(home.resolve("config/structure")),
              recognition(settings)),
          new MentionFinder(Vocabulary.load(lexicon)),
          new EvidenceExtractor(lexicon),
          new ConsistencyReviewer(CheckCatalogue.ALL));
    } catch (IOException | IllegalArgumentException e) {
      throw new WrongUsage(
          "The word lists in " + home.resolve("config") + " cannot be used: " + e.getMessage());
    }
  }

  static Recognition recognition(Settings settings) {
    Settings.Recognition chosen = settings.recognition();
    return new Recognition(
        chosen.enabled(), chosen.program(), chosen.languages(), chosen.pageTimeLimit());
  }

  private static ReadLimits limits(Settings.Limits limits) {
    return new ReadLimits(
        limits.fileBytes().toBytes(),
        limits.expandedBytes().toBytes(),
        limits.expansionRatio(),
        limits.archiveEntries(),
        limits.nesting(),
        limits.pages(),
        limits.tableCells(),
        limits.blocks(),
        limits.paragraphCharacters());
  }

  @Override
  public Outcome examine(String source, byte[] bytes, StageClock clock) {
    clock.enter(StageClock.Stage.READ);
    ReadResult read = reader.read(source, bytes);
    if (read instanceof Rejection rejection) {
      clock.stop();
      return new Rejected(rejection);
    }
    NoteReview review = review((Document) read, clock);
    clock.stop();
    return new Reviewed(review);
  }

  private NoteReview review(Document document, StageClock clock) {
    clock.enter(StageClock.Stage.MENTION);
    AnnotatedDocument annotated = finder.find(document);
    clock.enter(StageClock.Stage.EVIDENCE);
    NoteEvidence evidence = extractor.extract(annotated);
    clock.enter(StageClock.Stage.CHECK);
    return reviewer.review(evidence);
  }
}
