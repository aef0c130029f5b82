package dev.touchstone.batch;

import dev.touchstone.document.Rejection;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that catches what nobody expected, document by document. Each has a thread of its
 * own with a deep stack and a time limit; one that runs out of memory is tried again while no other
 * runs.
 */
final class Guard {

  /** What came of it, and how often it was tried. */
  record Attempt<T>(T outcome, int attempts) {}

  private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
  private static final long STACK_BYTES = 64L << 20;

  /** Waiting is no computing: a file on a dead network drive is given up by the clock. */
  private static final int LONGEST_BY_THE_CLOCK = 10;

  private static final long LOOK_MILLIS = 200;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final Duration timeLimit;
  private final ReentrantReadWriteLock memory = new ReentrantReadWriteLock(true);

  Guard(Duration timeLimit) {
    this.timeLimit = timeLimit;
  }

  /**
   * @param work on the document
   * @param rejected what to make of a document whose work did not come to its end
   */
  <T> Attempt<T> attempt(
      String source, StageClock clock, Supplier<T> work, Function<Rejection, T> rejected)
      throws InterruptedException {
    Ended<T> ended;
    memory.readLock().lock();
    try {
      ended = onOwnThread(source, work);
    } finally {
      memory.readLock().unlock();
    }
    int attempts = 1;
    if (ended.thrown() instanceof OutOfMemoryError) {
      LOG.warn("{}: out of memory; trying again alone", source);
      memory.writeLock().lock();
      try {
        ended = onOwnThread(source, work);
      } finally {
        memory.writeLock().unlock();
      }
      attempts = 2;
    }
    T result = ended.result();
    if (result != null) {
      return new Attempt<>(result, attempts);
    }
    Rejection rejection = rejection(source, clock.stage().code(), ended.thrown());
    LOG.error("{}: {} ({})", source, rejection.error(), rejection.cause(), ended.thrown());
    return new Attempt<>(rejected.apply(rejection), attempts);
  }

  /** How a thread ended: with a result, with something thrown, or, with neither, not in time. */
  private record Ended<T>(@Nullable T result, @Nullable Throwable thrown) {}

  private <T> Ended<T> onOwnThread(String source, Supplier<T> work) throws InterruptedException {
    Ended<T> notYet = new Ended<>(null, null);
    AtomicReference<Ended<T>> ended = new AtomicReference<>(notYet);
    Runnable guarded =
        () -> {
          try {
            ended.set(new Ended<>(work.get(), null));
          } catch (RuntimeException
              | StackOverflowError
              | OutOfMemoryError
              | LinkageError
              | AssertionError e) {
            ended.set(new Ended<>(null, e));
          }
        };
    Thread thread = new Thread(null, guarded, "note " + source, STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    if (endsInTime(thread)) {
      return Objects.requireNonNull(ended.get());
    }
    stop(thread);
    return notYet;
  }

  private boolean endsInTime(Thread thread) throws InterruptedException {
    long latest = System.nanoTime() + LONGEST_BY_THE_CLOCK * timeLimit.toNanos();
    while (System.nanoTime() < latest) {
      thread.join(LOOK_MILLIS);
      if (!thread.isAlive()) {
        return true;
      }
      if (CPU.getThreadCpuTime(thread.getId()) > timeLimit.toNanos()) {
        return false;
      }
    }
    return false;
  }

  /**
   * A thread that does not listen would take a core until the end of the run. It works on one
   * document and shares nothing that it could leave half-done; from Java 20 on it cannot be
   * stopped.
   */
  @SuppressWarnings({"deprecation", "removal", "Interruption"})
  private static void stop(Thread thread) throws InterruptedException {
    thread.interrupt();
    thread.join(LOOK_MILLIS);
    if (thread.isAlive()) {
      try {
        thread.stop();
      } catch (UnsupportedOperationException since20) {
        LOG.warn("{} goes on in the background", thread.getName());
      }
    }
  }

  private Rejection rejection(String source, String stage, @Nullable Throwable thrown) {
    if (thrown == null) {
      return new Rejection(
          source,
          stage,
          "Not done after " + timeLimit.toSeconds() + " seconds of computing.",
          "the time limit for one document, touchstone.time-limit",
          "Split the document, or raise touchstone.time-limit in config/application.yml.");
    }
    if (thrown instanceof StackOverflowError) {
      return new Rejection(
          source,
          stage,
          "Nested too deeply to be processed.",
          "stack overflow",
          "Save the document anew from the program that made it, or as plain text.");
    }
    if (thrown instanceof OutOfMemoryError) {
      return new Rejection(
          source,
          stage,
          "Needs more memory than there is, even alone.",
          String.valueOf(thrown.getMessage()),
          "Give the program more memory (TOUCHSTONE_HEAP=4g), or split the document.");
    }
    String message = thrown.getMessage();
    return new Rejection(
        source,
        stage,
        "An unexpected error; the program is at fault, not the document.",
        thrown.getClass().getName() + (message == null ? "" : ": " + message),
        "Report it with the document and the file touchstone.log; until then, try the document in"
            + " another format.");
  }
}
