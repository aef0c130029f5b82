/** What a note is: its text, sections, tables and references, and where each piece stands. */
@NullMarked
package dev.touchstone.document;

import org.jspecify.annotations.NullMarked;
