package dev.touchstone.batch;

import java.nio.file.Path;

/**
 * What all steps of one run share.
 *
 * @param run its number in the store
 * @param fingerprint of program, settings and word lists
 */
record Night(long run, RunRequest request, Settings settings, String fingerprint) {

  Path input() {
    return request.input();
  }
}
