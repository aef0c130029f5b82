/** Results for people and other programs: HTML, CSV and JSON. */
@NullMarked
package dev.touchstone.report;

import org.jspecify.annotations.NullMarked;
