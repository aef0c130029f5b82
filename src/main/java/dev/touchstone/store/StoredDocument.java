package dev.touchstone.store;

import org.jspecify.annotations.Nullable;

/**
 * A document as the store knows it.
 *
 * @param folder of its results, relative to {@code documents/}
 * @param sha256 of the bytes it was processed from, or null where the file could not be opened
 * @param fingerprint of the program, settings and word lists it was processed with, or null before
 * @param attempts how often these bytes were tried in vain
 */
public record StoredDocument(
    long id,
    String source,
    String folder,
    State state,
    @Nullable String sha256,
    long size,
    @Nullable String fingerprint,
    int attempts) {

  /** What has become of it. */
  public enum State {
    WAITING,
    PROCESSED,
    QUARANTINED
  }
}
