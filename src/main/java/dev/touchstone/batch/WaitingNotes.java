package dev.touchstone.batch;

import dev.touchstone.store.DocumentTable;
import dev.touchstone.store.StoredDocument;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

/**
 * The documents of one portion that wait. What an interrupted run has done no longer waits. Not
 * final, since each step execution gets its own through a proxy.
 */
class WaitingNotes implements ItemReader<StoredDocument> {

  private final DocumentTable documents;
  private final int portion;
  private @Nullable Iterator<StoredDocument> waiting;

  WaitingNotes(DocumentTable documents, int portion) {
    this.documents = documents;
    this.portion = portion;
  }

  @Override
  public synchronized @Nullable StoredDocument read() {
    if (waiting == null) {
      waiting = documents.waiting(portion).iterator();
    }
    return waiting.hasNext() ? waiting.next() : null;
  }
}
