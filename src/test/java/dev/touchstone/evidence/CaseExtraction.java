package dev.touchstone.evidence;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads a case as the results of a plain-text note and extracts what it tells, with the shipped
 * lexicons.
 */
final class CaseExtraction {

  private final DocumentReader reader = new DocumentReader(ReadLimits.DEFAULTS);
  private final MentionFinder mentions;
  private final EvidenceExtractor extractor;

  CaseExtraction() throws IOException {
    Path lexicon = Path.of("config/lexicon");
    mentions = new MentionFinder(Vocabulary.load(lexicon));
    extractor = new EvidenceExtractor(lexicon);
  }

  NoteEvidence of(CasePage.Case example) {
    return of("A Note on Cases\n\nResults\n\n" + example.note() + "\n");
  }

  /** The case as a text of its own, without any heading. */
  NoteEvidence ofAbstract(CasePage.Case example) {
    return of(example.note() + "\n");
  }

  private NoteEvidence of(String note) {
    Document document = (Document) reader.read("case.txt", note.getBytes(StandardCharsets.UTF_8));
    return extractor.extract(mentions.find(document));
  }
}
