package dev.touchstone.ingest;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import dev.touchstone.document.TableNote;
import java.util.ArrayList;
import java.util.List;

/** Takes the lines under a table apart into notes, each with its marker. */
final class TableNotes {

  private static final String MARKERS = "*†‡§¶‖#∗ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ";

  private TableNotes() {}

  static boolean isMarker(char c) {
    return MARKERS.indexOf(c) >= 0;
  }

  /** One note, or one for each marker that begins a sentence. */
  static List<TableNote> split(Passage passage) {
    String text = passage.text();
    List<TableNote> notes = new ArrayList<>();
    int start = 0;
    for (int i = 1; i < text.length(); i++) {
      if (isMarker(text.charAt(i)) && beginsNote(text, i)) {
        add(notes, passage, start, i);
        start = i;
      }
    }
    add(notes, passage, start, text.length());
    return notes;
  }

  private static boolean beginsNote(String text, int at) {
    if (text.charAt(at - 1) != ' ' || at < 2) {
      return false;
    }
    int end = at;
    while (end < text.length() && isMarker(text.charAt(end))) {
      end++;
    }
    boolean words =
        end < text.length()
            && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ' ');
    char before = text.charAt(at - 2);
    return words && (".;,)]".indexOf(before) >= 0 || isMarker(before));
  }

  private static void add(List<TableNote> notes, Passage passage, int start, int end) {
    String text = passage.text();
    int from = start;
    while (from < end && isMarker(text.charAt(from))) {
      from++;
    }
    if (from == start && isLetterMarker(text, start, end)) {
      from++;
    }
    String marker = from > start ? text.substring(start, from) : null;
    while (from < end
        && (text.charAt(from) == ' ' || (marker != null && ":=".indexOf(text.charAt(from)) >= 0))) {
      from++;
    }
    int to = end;
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    if (to > from) {
      notes.add(new TableNote(marker, passage.part(from, to)));
    }
  }

  /** {@code a Only events of grade 3.} */
  private static boolean isLetterMarker(String text, int start, int end) {
    return start + 2 < end
        && text.charAt(start) >= 'a'
        && text.charAt(start) <= 'p'
        && text.charAt(start + 1) == ' '
        && Character.isUpperCase(text.charAt(start + 2));
  }

  static Span spanOf(Passage caption, List<Cell> cells, List<TableNote> notes) {
    Span span = cells.get(0).span();
    if (!caption.isEmpty()) {
      span = span.cover(caption.span());
    }
    for (Cell cell : cells) {
      span = span.cover(cell.span());
    }
    for (TableNote note : notes) {
      span = span.cover(note.passage().span());
    }
    return span;
  }
}
