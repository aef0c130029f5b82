package dev.touchstone.batch;

import dev.touchstone.store.DocumentTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Deals the waiting documents out to portions, big and small ones evenly, and gives each portion to
 * whichever worker is free. A worker needs the store and the number of its portion, nothing else.
 */
final class Portions implements Partitioner {

  static final String KEY = "portion";

  private static final int PER_WORKER = 4;
  private static final int LARGEST = 25;

  private final DocumentTable documents;

  Portions(DocumentTable documents) {
    this.documents = documents;
  }

  /** Answers how many documents wait. */
  static int assign(DocumentTable documents, int workers) {
    List<Long> waiting = documents.waitingBiggestFirst();
    int portions =
        Math.min(waiting.size(), Math.max(workers * PER_WORKER, waiting.size() / LARGEST));
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      numbers.add(i % portions + 1);
    }
    documents.assign(waiting, numbers);
    return waiting.size();
  }

  @Override
  public Map<String, ExecutionContext> partition(int gridSize) {
    Map<String, ExecutionContext> contexts = new TreeMap<>();
    for (int portion : documents.portions()) {
      ExecutionContext context = new ExecutionContext();
      context.putInt(KEY, portion);
      contexts.put(KEY + "-" + portion, context);
    }
    return contexts;
  }
}
