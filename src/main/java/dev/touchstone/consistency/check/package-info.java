/** One class per consistency check. */
@NullMarked
package dev.touchstone.consistency.check;

import org.jspecify.annotations.NullMarked;
