/** Pictures of pages to glyphs, rules and shaded fields, with Tesseract reading the words. */
@NullMarked
package dev.touchstone.recognition;

import org.jspecify.annotations.NullMarked;
