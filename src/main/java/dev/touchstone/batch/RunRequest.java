package dev.touchstone.batch;

import java.nio.file.Path;

/**
 * What to do in one run.
 *
 * @param home the program's folder, where {@code config/} is
 * @param again whether documents that have not changed are processed as well
 * @param emptied whether it is meant that the input has lost all its documents
 */
public record RunRequest(Path home, Path input, Path output, boolean again, boolean emptied) {

  /** The usual run: what is new or has changed. */
  public static RunRequest of(Path home, Path input, Path output) {
    return new RunRequest(home, input, output, false, false);
  }
}
