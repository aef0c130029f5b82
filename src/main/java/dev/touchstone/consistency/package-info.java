/** What a check and a finding are, and how a note is reviewed with the checks. */
@NullMarked
package dev.touchstone.consistency;

import org.jspecify.annotations.NullMarked;
