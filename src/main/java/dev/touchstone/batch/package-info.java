/** The night as steps: discover, extract, check, report. */
@NullMarked
package dev.touchstone.batch;

import org.jspecify.annotations.NullMarked;
