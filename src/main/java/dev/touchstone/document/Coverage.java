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
 * @param recognised whether the characters were read off a picture
 */
public record Coverage(
    @Nullable Integer page,
    int glyphs,
    int placed,
    SortedMap<String, Integer> dropped,
    boolean recognised) {

  public Coverage {
    dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
  }

  public Coverage(
      @Nullable Integer page, int glyphs, int placed, SortedMap<String, Integer> dropped) {
    this(page, glyphs, placed, dropped, false);
  }

  /** The same of a page that is a picture. */
  public Coverage asRecognised() {
    return new Coverage(page, glyphs, placed, dropped, true);
  }
}
