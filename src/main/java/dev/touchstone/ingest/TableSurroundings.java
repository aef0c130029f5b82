package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.ingest.StructureRules.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives tables the label, caption, source line and notes that stand around them as paragraphs. */
final class TableSurroundings {

  private static final int LONGEST_NOTE = 1500;
  private static final int LONGEST_SOURCE = 300;

  private final StructureRules rules;

  TableSurroundings(StructureRules rules) {
    this.rules = rules;
  }

  List<Block> gather(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    int at = 0;
    while (at < blocks.size()) {
      Block block = blocks.get(at);
      at++;
      if (!(block instanceof Table table)) {
        out.add(block);
        continue;
      }
      Head head = takeHead(out, table);
      List<TableNote> notes = new ArrayList<>(head.notes());
      notes.addAll(table.notes());
      while (at < blocks.size()
          && blocks.get(at) instanceof Paragraph below
          && isNote(below, table)) {
        notes.addAll(TableNotes.split(below.passage()));
        at++;
      }
      if (head.label() == null && at < blocks.size() && isCaptionBelow(blocks, at)) {
        Passage below = ((Paragraph) blocks.get(at)).passage();
        at++;
        head = labelled(below, head);
      }
      out.add(
          new Table(
              "",
              "",
              head.label(),
              head.caption(),
              table.headerRows(),
              table.headerCols(),
              table.cells(),
              notes,
              head.cover(TableNotes.spanOf(head.caption(), table.cells(), notes)),
              table.reading()));
    }
    return out;
  }

  /** What stands above the rows: {@code Table 1}, its caption, and perhaps a source line. */
  private record Head(
      @Nullable String label, Passage caption, List<TableNote> notes, @Nullable Span span) {

    Span cover(Span rows) {
      return span == null ? rows : span.cover(rows);
    }
  }

  private Head takeHead(List<Block> before, Table table) {
    List<TableNote> notes = new ArrayList<>();
    if (table.label() != null) {
      return new Head(table.label(), table.caption(), notes, table.span());
    }
    if (!table.caption().isEmpty()) {
      return labelled(table.caption(), new Head(null, table.caption(), notes, null));
    }
    int last = before.size() - 1;
    if (last < 0
        || !(before.get(last) instanceof Paragraph above)
        || above.kind() == Kind.LIST_ITEM) {
      return new Head(null, Passage.EMPTY, notes, null);
    }
    if (TableLabel.of(above.passage().text(), rules) != null) {
      before.remove(last);
      return labelled(above.passage(), new Head(null, Passage.EMPTY, notes, null));
    }
    boolean source =
        opensNote(above.passage().text()) && above.passage().length() <= LONGEST_SOURCE;
    if (source
        && last > 0
        && before.get(last - 1) instanceof Paragraph higher
        && TableLabel.of(higher.passage().text(), rules) != null) {
      before.remove(last);
      before.remove(last - 1);
      return labelled(
          higher.passage(), new Head(null, Passage.EMPTY, TableNotes.split(above.passage()), null));
    }
    return new Head(null, Passage.EMPTY, notes, null);
  }

  private Head labelled(Passage passage, Head head) {
    TableLabel label = TableLabel.of(passage.text(), rules);
    if (label == null) {
      return head;
    }
    Passage caption =
        label.captionStart() < passage.length()
            ? passage.part(label.captionStart(), passage.length())
            : Passage.EMPTY;
    return new Head(label.label(), caption, head.notes(), passage.span());
  }

  private boolean isCaptionBelow(List<Block> blocks, int at) {
    boolean label =
        blocks.get(at) instanceof Paragraph paragraph
            && TableLabel.of(paragraph.passage().text(), rules) != null;
    boolean ofNext =
        at + 1 < blocks.size() && blocks.get(at + 1) instanceof Table
            || at + 2 < blocks.size()
                && blocks.get(at + 2) instanceof Table
                && blocks.get(at + 1) instanceof Paragraph between
                && opensNote(between.passage().text());
    return label && !ofNext;
  }

  private boolean isNote(Paragraph paragraph, Table table) {
    if (paragraph.kind() == Kind.NOTE) {
      return true;
    }
    String text = paragraph.passage().text();
    if (paragraph.kind() != Kind.TEXT || text.length() > LONGEST_NOTE) {
      return false;
    }
    return TableNotes.isMarker(text.charAt(0))
        || opensNote(text)
        || explainsAbbreviation(text, table);
  }

  private boolean opensNote(String text) {
    String phrase =
        rules.opening(Phrase.NOTE, Words.normalise(text.substring(0, Math.min(60, text.length()))));
    if (phrase.isEmpty()) {
      return false;
    }
    if (phrase.indexOf(' ') > 0) {
      return text.length() <= LONGEST_SOURCE
          && !rules.contains(Phrase.REPORTING, Words.normalise(text));
    }
    int end = phrase.length();
    return end < text.length()
        && (text.charAt(end) == ':' || text.charAt(end) == '.' || text.startsWith(" (s)", end));
  }

  /**
   * {@code DLT: dose-limiting toxicity; NED, no evidence of disease} under a table that uses the
   * letters.
   */
  private static boolean explainsAbbreviation(String text, Table table) {
    int end = 0;
    while (end < text.length()
        && end < 12
        && (Character.isLetterOrDigit(text.charAt(end)) || "-/".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    if (end < 2 || end >= text.length() || ":=,".indexOf(text.charAt(end)) < 0) {
      return false;
    }
    String letters = text.substring(0, end);
    boolean abbreviation = letters.chars().filter(Character::isUpperCase).count() >= 2;
    if (text.charAt(end) == ',' && text.indexOf(';') < 0) {
      return false;
    }
    return abbreviation
        && table.cells().stream().map(Cell::text).anyMatch(cell -> cell.contains(letters));
  }
}
