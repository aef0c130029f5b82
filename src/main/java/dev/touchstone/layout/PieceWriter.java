package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;

/** Puts lines together to running words, and keeps count of the glyphs placed. */
final class PieceWriter {

  private final List<Sheet> sheets;
  private final LineEnds lineEnds;
  private final int[] placed;

  PieceWriter(List<Sheet> sheets, LineEnds lineEnds) {
    this.sheets = sheets;
    this.lineEnds = lineEnds;
    this.placed = new int[sheets.size() + 1];
  }

  int placed(int page) {
    return placed[page];
  }

  Piece piece(int page, Word word) {
    placed[page] += word.glyphs();
    return new Piece(word.text(), word.raise() > 0, page, sheets.get(page - 1).onPage(word));
  }

  List<Piece> lines(List<Line> lines) {
    List<Piece> pieces = new ArrayList<>();
    Line above = null;
    for (Line line : lines) {
      boolean glue = false;
      if (above != null) {
        glue = lineEnds.joins(above, line);
        if (glue && lineEnds.undo(above, line)) {
          dropHyphen(pieces, above.page());
        }
        if (!glue) {
          pieces.add(Piece.blank(line.page()));
        }
      }
      Word before = null;
      for (Word word : line.words()) {
        if (before != null && !word.touches(before)) {
          pieces.add(Piece.blank(line.page()));
        }
        pieces.add(piece(line.page(), word));
        before = word;
      }
      above = line;
    }
    return pieces;
  }

  private void dropHyphen(List<Piece> pieces, int page) {
    Piece last = pieces.remove(pieces.size() - 1);
    pieces.add(
        new Piece(
            last.text().substring(0, last.text().length() - 1),
            last.raised(),
            last.page(),
            last.box()));
    placed[page]--;
    sheets.get(page - 1).note(DocumentLayout.LINE_END_HYPHEN, 1);
  }
}
