package dev.touchstone.consistency.check;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Table;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A note cut into the pieces that state a fact: the sentences of its running text and the rows of
 * its tables, each with its figures and its words.
 */
final class Passages {

  /** Where a passage stands: what must agree is printed in two of them. */
  enum Region {
    SUMMARY,
    BODY,
    ROW
  }

  /**
   * A sentence or a row.
   *
   * @param text of a sentence; the row's label otherwise
   * @param start of the sentence in its unit
   * @param words that carry the meaning, shortened to their beginnings
   * @param label words of a row's own label; empty for a sentence
   * @param figures in their order
   */
  record Passage(
      Region region,
      String section,
      String text,
      int start,
      Set<String> words,
      Set<String> label,
      List<PassageFigure> figures) {

    private static final int NEAR = 70;

    /**
     * The figures that belong with one: those next to it in a sentence or in its cell, and those at
     * its place in the cells next to its own.
     */
    List<Integer> beside(int at) {
      List<Integer> found = new ArrayList<>();
      PassageFigure figure = figures.get(at);
      if (figure.source().cell() == null) {
        for (int step : new int[] {-1, 1}) {
          int i = at + step;
          // A count of one digit hides the figure behind it no more than a word does.
          while (i >= 0 && i < figures.size() && figure.gapTo(figures.get(i)) <= NEAR) {
            found.add(i);
            i = figures.get(i).isTelling() ? -1 : i + step;
          }
        }
        return found;
      }
      int place = placeInCell(at);
      int size = sizeOfCell(at);
      for (int i = 0; i < figures.size(); i++) {
        boolean same = figures.get(i).isInCellOf(figure);
        if (same && Math.abs(i - at) == 1
            || !same
                && Math.abs(i - at) <= size
                && placeInCell(i) == place
                && sizeOfCell(i) == size) {
          found.add(i);
        }
      }
      return found;
    }

    /** Whether a row prints values of two groups, a P-value aside. */
    boolean isOfTwoGroups() {
      return region == Region.ROW
          && figures.stream()
                  .filter(its -> its.size().compareTo(BigDecimal.ONE) >= 0)
                  .map(its -> its.source().cell())
                  .distinct()
                  .count()
              == 2;
    }

    /** The row with its last cell first; the figures of a cell stay in their order. */
    Passage withCellsReversed() {
      List<PassageFigure> reversed = new ArrayList<>();
      int end = figures.size();
      while (end > 0) {
        int start = end - 1;
        while (start > 0 && figures.get(start - 1).isInCellOf(figures.get(end - 1))) {
          start--;
        }
        reversed.addAll(figures.subList(start, end));
        end = start;
      }
      return new Passage(region, section, text, start, words, label, List.copyOf(reversed));
    }

    /** The words between a figure of a sentence and the next one. */
    String between(int at) {
      int offset = figures.get(at).end() - start;
      int end = figures.get(at + 1).start() - start;
      return region == Region.ROW || offset < 0 || end < offset || end > text.length()
          ? ""
          : text.substring(offset, end);
    }

    private int placeInCell(int at) {
      int first = at;
      while (first > 0 && figures.get(first - 1).isInCellOf(figures.get(at))) {
        first--;
      }
      return at - first;
    }

    private int sizeOfCell(int at) {
      return (int) figures.stream().filter(its -> its.isInCellOf(figures.get(at))).count();
    }
  }

  private final List<Passage> all = new ArrayList<>();
  private final Map<String, Integer> printed = new HashMap<>();
  private final Map<String, List<Passage>> byValue = new HashMap<>();

  Passages(NoteReading reading) {
    Map<CellRow, List<Unit>> rows = new LinkedHashMap<>();
    for (Unit unit : reading.note().annotated().units()) {
      if (unit.cell() != null) {
        rows.computeIfAbsent(
                new CellRow(unit.cell().table(), unit.cell().row()), any -> new ArrayList<>())
            .add(unit);
      } else if (unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM) {
        sentences(reading, unit);
      }
    }
    for (Table table : reading.tables()) {
      rows(reading, table, rows);
    }
    for (Passage passage : all) {
      Set<String> values = new TreeSet<>();
      for (PassageFigure figure : passage.figures()) {
        printed.merge(figure.key(), 1, Integer::sum);
        if (figure.isTelling() && values.add(figure.key())) {
          byValue.computeIfAbsent(figure.key(), any -> new ArrayList<>()).add(passage);
        }
      }
    }
  }

  private record CellRow(String table, int row) {}

  List<Passage> all() {
    return all;
  }

  /** How often the note prints a value, whatever its sign. */
  int timesPrinted(PassageFigure figure) {
    return printed.getOrDefault(figure.key(), 0);
  }

  /** The passages that print a telling value. */
  Collection<Passage> with(PassageFigure figure) {
    return byValue.getOrDefault(figure.key(), List.of());
  }

  private void sentences(NoteReading reading, Unit unit) {
    Region region = region(reading, unit.section());
    if (region == null) {
      return;
    }
    String text = unit.reading().text();
    List<PassageFigure> figures = PassageFigure.in(unit);
    int next = 0;
    for (Sentence sentence : unit.sentences()) {
      List<PassageFigure> own = new ArrayList<>();
      while (next < figures.size() && figures.get(next).end() <= sentence.end()) {
        if (figures.get(next).start() >= sentence.start()) {
          own.add(figures.get(next));
        }
        next++;
      }
      if (!own.isEmpty()) {
        String words = text.substring(sentence.start(), sentence.end());
        all.add(
            new Passage(
                region,
                unit.section(),
                words,
                sentence.start(),
                Stems.of(words),
                Set.of(),
                List.copyOf(own)));
      }
    }
  }

  /** An introduction tells of other studies. */
  private static @Nullable Region region(NoteReading reading, String section) {
    Region region = Region.BODY;
    for (Section each : reading.document().path(section)) {
      SectionRole role = each.role();
      if (role == SectionRole.INTRODUCTION || !role.yieldsEvidence()) {
        return null;
      }
      if (role == SectionRole.ABSTRACT) {
        region = Region.SUMMARY;
      }
    }
    return region;
  }

  private void rows(NoteReading reading, Table table, Map<CellRow, List<Unit>> rows) {
    @Nullable Cell[][] grid = reading.grid(table);
    Set<String> caption = Stems.of(table.caption().text());
    String group = "";
    for (int row = 0; row < grid.length; row++) {
      Cell first = grid[row][0];
      String label = first == null ? "" : CellNumber.text(first);
      List<PassageFigure> figures = new ArrayList<>();
      for (Unit unit : rows.getOrDefault(new CellRow(table.id(), row), List.of())) {
        if (unit.cell() != null && (unit.cell().col() > 0 || row < table.headerRows())) {
          figures.addAll(PassageFigure.in(unit));
        }
      }
      if (figures.isEmpty()) {
        group = label.isEmpty() ? group : label;
      } else if (row >= table.headerRows()) {
        Set<String> words = new TreeSet<>(caption);
        Set<String> own = Stems.of(label);
        Set<String> grouped = new TreeSet<>(own);
        grouped.addAll(Stems.of(group));
        words.addAll(grouped);
        all.add(
            new Passage(Region.ROW, table.section(), label, 0, words, own, List.copyOf(figures)));
      }
    }
  }
}
