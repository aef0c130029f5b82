/** A file of any supported format to a document, or to the reason why it could not be read. */
@NullMarked
package dev.touchstone.ingest;

import org.jspecify.annotations.NullMarked;
