package dev.touchstone.layout;

import dev.touchstone.document.Box;
import org.jspecify.annotations.Nullable;

/**
 * A printed word, or a blank between two.
 *
 * @param raised whether it stands above the line, as an exponent or a footnote mark
 * @param page from 1
 * @param box where it is printed, on the page as it is looked at; null for a blank
 */
public record Piece(String text, boolean raised, int page, @Nullable Box box) {

  static Piece blank(int page) {
    return new Piece(" ", false, page, null);
  }
}
