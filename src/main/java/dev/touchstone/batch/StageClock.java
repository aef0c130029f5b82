package dev.touchstone.batch;

import dev.touchstone.store.StageTimes;
import java.util.EnumMap;
import java.util.Map;

/** Which stage a document is in, and how long the stages before took. */
public final class StageClock {

  /** The way of one document. */
  public enum Stage {
    READ("read"),
    MENTION("extract"),
    EVIDENCE("extract"),
    CHECK("check"),
    WRITE("report");

    private final String code;

    Stage(String code) {
      this.code = code;
    }

    /** The name in quarantine files. */
    String code() {
      return code;
    }
  }

  private final Map<Stage, Long> nanos = new EnumMap<>(Stage.class);
  private volatile Stage stage = Stage.READ;
  private long since = System.nanoTime();

  void enter(Stage next) {
    stop();
    stage = next;
  }

  /** Ends the stage that is under way; its time counts up to here. */
  void stop() {
    long now = System.nanoTime();
    nanos.merge(stage, now - since, Long::sum);
    since = now;
  }

  Stage stage() {
    return stage;
  }

  StageTimes times() {
    return new StageTimes(
        millis(Stage.READ),
        millis(Stage.MENTION),
        millis(Stage.EVIDENCE),
        millis(Stage.CHECK),
        millis(Stage.WRITE));
  }

  private long millis(Stage of) {
    return nanos.getOrDefault(of, 0L) / 1_000_000;
  }
}
