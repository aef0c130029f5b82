/** The commands a user types. */
@NullMarked
package dev.touchstone.cli;

import org.jspecify.annotations.NullMarked;
