package dev.touchstone.layout;

import java.util.ArrayList;
import java.util.List;

/** A cell of a table with the lines printed in it. */
record GridCell(int row, int col, int rowSpan, int colSpan, List<Line> lines) {

  GridCell {
    lines = List.copyOf(lines);
  }

  boolean empty() {
    return lines.isEmpty();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      text.append(text.isEmpty() ? "" : " ").append(line.text());
    }
    return text.toString();
  }

  int glyphs() {
    return lines.stream().mapToInt(Line::glyphs).sum();
  }

  boolean bold() {
    return !empty() && lines.stream().allMatch(Line::allBold);
  }

  boolean italic() {
    return !empty() && lines.stream().allMatch(Line::allItalic);
  }

  GridCell and(Line line) {
    List<Line> all = new ArrayList<>(lines);
    all.add(line);
    return new GridCell(row, col, rowSpan, colSpan, all);
  }

  GridCell at(int newRow, int newCol) {
    return new GridCell(newRow, newCol, rowSpan, colSpan, lines);
  }

  GridCell spanning(int newRowSpan, int newColSpan) {
    return new GridCell(row, col, newRowSpan, newColSpan, lines);
  }
}
