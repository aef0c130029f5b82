/** Numbers as they are printed, the exact values they may stand for, and their units. */
@NullMarked
package dev.touchstone.quantity;

import org.jspecify.annotations.NullMarked;
