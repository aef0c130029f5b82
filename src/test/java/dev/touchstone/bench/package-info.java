/** Programs to measure against; run by the scripts in {@code src/bench}, never by the tests. */
@NullMarked
package dev.touchstone.bench;

import org.jspecify.annotations.NullMarked;
