/** What a check and a finding are, and the catalogue of all checks. */
@NullMarked
package dev.touchstone.consistency;

import org.jspecify.annotations.NullMarked;
