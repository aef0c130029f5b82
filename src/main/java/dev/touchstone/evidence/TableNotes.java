package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.TableNote;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the caption and the foot notes of a table say of its cells. */
final class TableNotes {

  private static final String MARK = "[*†‡§¶#‖]";
  private static final Pattern EVALUATED =
      Pattern.compile(
          "(?i)\\b(?:evaluated|evaluable|assessed|assessable|available|analy[sz]ed|measured|calculated|based|determined)\\b[^.;]{0,30}?\\b(?:in|for|of|on|among|from)\\s+(?:the\\s+)?(\\d{1,3}(?:,\\d{3})+|\\d+)\\s+(?:[\\w-]+\\s+){0,2}?(?:patients|participants|subjects|women|men)\\b"
              + "|\\b(\\d{1,3}(?:,\\d{3})+|\\d+)\\s+evaluable\\b");

  private final TableView view;
  private final Head caption;

  TableNotes(TableView view) {
    this.view = view;
    this.caption = HeadReader.read(view.table().caption().withoutCitations().text(), false);
  }

  /** What the caption says, read like a header: {@code n (%)}, {@code grade 5}. */
  Head caption() {
    return caption;
  }

  /**
   * The number of people that a foot note states for a cell by a mark on it or on one of its
   * headers.
   */
  @Nullable ReportedNumber people(List<Head> heads, Cell cell) {
    List<String> marks = new ArrayList<>();
    heads.forEach(head -> marks.addAll(head.markers()));
    Matcher own = Pattern.compile(MARK + "+").matcher(cell.text());
    while (own.find()) {
      marks.add(own.group());
    }
    for (String mark : marks) {
      for (TableNote note : view.table().notes()) {
        String text = textFor(mark, note);
        Matcher people = EVALUATED.matcher(text);
        if (people.find()) {
          return CellReader.number(people.group(1) == null ? people.group(2) : people.group(1));
        }
      }
    }
    return null;
  }

  /** What a note says under a mark; one note may hold several, each behind its mark. */
  private static String textFor(String mark, TableNote note) {
    String text = note.passage().withoutCitations().text();
    int at = text.indexOf(mark);
    if (at < 0) {
      if (!mark.equals(note.marker())) {
        return "";
      }
      at = 0;
    }
    String rest = text.substring(at).replaceFirst("^" + MARK + "+", "");
    Matcher next = Pattern.compile(MARK).matcher(rest);
    return next.find() ? rest.substring(0, next.start()) : rest;
  }
}
