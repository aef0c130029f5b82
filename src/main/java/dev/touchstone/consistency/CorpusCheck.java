package dev.touchstone.consistency;

import dev.touchstone.evidence.NoteEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of agreement between documents. It sees each document once and alone, and keeps what
 * others must agree with; it is asked later with what all documents say of one thing.
 */
public interface CorpusCheck {

  String rule();

  /** One sentence of about eleven words that says what to do with a finding. */
  String summary();

  /** What a document states that another may state differently. */
  List<StatedValue> values(NoteEvidence note);

  /**
   * Compares what the documents say.
   *
   * @param stated values of one key, in the order of the documents' names and of their texts
   * @return null where they agree, or may
   */
  @Nullable CrossFinding judge(List<CrossFinding.Place> stated);

  /** The page that explains this check. */
  default CheckPage page() {
    return CheckPage.of(rule());
  }
}
