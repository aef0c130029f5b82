/** Mentions and table grids to studies, regimens, evidence records and claims. */
@NullMarked
package dev.touchstone.evidence;

import org.jspecify.annotations.NullMarked;
