package dev.touchstone.document;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the text of a page, or of the whole document, went.
 *
 * @param page from 1; null for the whole document
 * @param glyphs printed characters, blanks not counted
 * @param placed how many of them stand in {@link Document#text()}
 * @param dropped how many do not, by reason, such as {@code running-head}
 */
public record Coverage(
    @Nullable Integer page, int glyphs, int placed, SortedMap<String, Integer> dropped) {

  public Coverage {
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
  }
}
