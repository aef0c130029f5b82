/** Positioned words of a page to reading order, blocks and table grids. */
@NullMarked
package dev.touchstone.layout;

import org.jspecify.annotations.NullMarked;
