package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of plain text while it is not yet sure what it is. */
final class PlainItem {

  /** What it looks like. */
  enum Kind {
    TEXT,
    LIST_ITEM,
    RESIDUE,
    CAPTION,
    TITLE,
    HEADING,
    TABLE
  }

  Kind kind;
  final @Nullable ListMarker marker;
  final @Nullable Grid grid;
  final int lineCount;
  TracedText words;

  /** The level that a heading's own marks tell; 0 if none do. */
  int level;

  /** The words with their list marker, where the item may turn out to be a numbered heading. */
  @Nullable TracedText numbered;

  private PlainItem(
      Kind kind,
      @Nullable ListMarker marker,
      @Nullable Grid grid,
      TracedText words,
      int lineCount) {
    this.kind = kind;
    this.marker = marker;
    this.grid = grid;
    this.words = words;
    this.lineCount = lineCount;
  }

  static PlainItem table(Grid grid) {
    return new PlainItem(Kind.TABLE, null, grid, new TracedText(), 0);
  }

  static PlainItem of(Kind kind, @Nullable ListMarker marker, TracedText words, int lineCount) {
    return new PlainItem(kind, marker, null, words, lineCount);
  }

  /** Appends what a page break had cut off. */
  void append(PlainItem rest) {
    TracedText joined = new TracedText().append(words);
    if (words.charAt(words.length() - 1) != '-') {
      joined.bridge(words, rest.words);
    }
    words = joined.append(rest.words);
  }

  Block toBlock(String text) {
    if (grid != null) {
      return grid.toTable(text);
    }
    return switch (kind) {
      case TITLE -> new Heading("", 1, words.toPassage(text));
      case HEADING -> new Heading("", level, (numbered == null ? words : numbered).toPassage(text));
      case LIST_ITEM -> paragraph(Paragraph.Kind.LIST_ITEM, text);
      case RESIDUE -> paragraph(Paragraph.Kind.RESIDUE, text);
      case CAPTION -> paragraph(Paragraph.Kind.CAPTION, text);
      case TEXT, TABLE -> paragraph(Paragraph.Kind.TEXT, text);
    };
  }

  private Paragraph paragraph(Paragraph.Kind as, String text) {
    return new Paragraph("", as, marker == null ? null : marker.marker(), words.toPassage(text));
  }

  static List<Span> spans(Lines lines, int first, int end) {
    List<Span> spans = new ArrayList<>();
    for (int line = first; line < end; line++) {
      if (!lines.isBlank(line)) {
        spans.add(lines.span(line));
      }
    }
    return spans;
  }
}
