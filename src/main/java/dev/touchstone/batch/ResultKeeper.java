package dev.touchstone.batch;

import dev.touchstone.report.QuarantineEntry;
import dev.touchstone.store.ResultTables;
import dev.touchstone.store.StatedValueTable;
import dev.touchstone.store.StoredDocument;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/**
 * Puts a document's files in their place, then enters it into the store. Killed in between, the
 * document still waits, and comes to the same files again.
 */
final class ResultKeeper implements ItemWriter<Examined> {

  private final Night night;
  private final ResultFolders folders;
  private final ResultTables results;
  private final StatedValueTable values;
  private final Progress progress;

  ResultKeeper(
      Night night,
      ResultFolders folders,
      ResultTables results,
      StatedValueTable values,
      Progress progress) {
    this.night = night;
    this.folders = folders;
    this.results = results;
    this.values = values;
    this.progress = progress;
  }

  @Override
  public void write(Chunk<? extends Examined> chunk) {
    for (Examined examined : chunk) {
      String problem =
          examined
              .outcome()
              .match(reviewed -> keep(examined, reviewed), rejected -> hold(examined, rejected));
      progress.done(examined.document().source(), problem);
    }
  }

  private String keep(Examined examined, Examined.Reviewed reviewed) {
    StoredDocument document = examined.document();
    folders.put(reviewed.files(), document.folder());
    folders.removeQuarantine(document.source());
    results.processed(
        document, reviewed.review(), night.fingerprint(), night.run(), examined.times());
    values.enter(document.id(), reviewed.values());
    return "";
  }

  private String hold(Examined examined, Examined.Rejected rejected) {
    StoredDocument document = examined.document();
    int attempts = document.attempts() + examined.attempts();
    folders.putQuarantine(new QuarantineEntry(rejected.rejection(), attempts));
    folders.removeResults(document.folder());
    results.quarantined(
        document,
        rejected.sha256(),
        rejected.rejection(),
        attempts,
        night.fingerprint(),
        night.run(),
        examined.times());
    return rejected.rejection().error();
  }
}
