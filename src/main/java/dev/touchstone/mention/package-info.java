/** Drug, dose, outcome, value, arm, participant, condition and study mentions in a document. */
@NullMarked
package dev.touchstone.mention;

import org.jspecify.annotations.NullMarked;
