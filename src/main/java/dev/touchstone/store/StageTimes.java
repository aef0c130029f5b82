package dev.touchstone.store;

/** What each part of one document's processing took, in milliseconds. */
public record StageTimes(long read, long mention, long evidence, long check, long write) {

  public static final StageTimes NONE = new StageTimes(0, 0, 0, 0, 0);

  public StageTimes withWrite(long millis) {
    return new StageTimes(read, mention, evidence, check, millis);
  }
}
