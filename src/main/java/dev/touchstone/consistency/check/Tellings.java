package dev.touchstone.consistency.check;

import dev.touchstone.consistency.check.Telling.Region;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A note cut into the pieces that state facts: the sentences of its running text and the rows of
 * its tables, each with its figures and its words.
 */
final class Tellings {

  /** A reader wants to see where else a value stands, not everywhere. */
  private static final int MOST_PLACES = 6;

  private final NoteReading reading;
  private final List<Telling> all = new ArrayList<>();
  private final Map<String, Integer> printed = new HashMap<>();
  private final Map<String, List<Telling>> byValue = new HashMap<>();

  Tellings(NoteReading reading) {
    this.reading = reading;
    Map<CellRow, List<Unit>> rows = new LinkedHashMap<>();
    for (Unit unit : reading.note().annotated().units()) {
      if (unit.cell() != null) {
        rows.computeIfAbsent(
                new CellRow(unit.cell().table(), unit.cell().row()), any -> new ArrayList<>())
            .add(unit);
      } else if (unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM) {
        sentences(unit);
      }
    }
    for (Table table : reading.tables()) {
      rows(table, rows);
    }
    all.forEach(this::index);
  }

  private record CellRow(String table, int row) {}

  List<Telling> all() {
    return all;
  }

  /** How often the note prints a value, whatever its sign. */
  int timesPrinted(ToldFigure figure) {
    return printed.getOrDefault(figure.key(), 0);
  }

  /** The sentences and rows that print a telling value. */
  List<Telling> with(ToldFigure figure) {
    return byValue.getOrDefault(figure.key(), List.of());
  }

  /**
   * Where else a figure of a telling is told: in tellings that print another of its figures too.
   * Empty for one that is printed all over the note.
   */
  List<Source> toldToo(Telling telling, ToldFigure figure) {
    if (timesPrinted(figure) > MOST_PLACES) {
      return List.of();
    }
    List<Source> places = new ArrayList<>();
    for (Telling again : with(figure)) {
      boolean shares =
          telling.figures().stream()
              .anyMatch(
                  its ->
                      its.isTelling()
                          && !its.key().equals(figure.key())
                          && Repetition.isTold(its, again));
      if (again != telling && shares) {
        again.figures().stream()
            .filter(figure::agrees)
            .map(ToldFigure::source)
            .forEach(places::add);
      }
    }
    return places;
  }

  private void index(Telling telling) {
    Set<String> values = new HashSet<>();
    for (ToldFigure figure : telling.figures()) {
      printed.merge(figure.key(), 1, Integer::sum);
      if (figure.isTelling() && values.add(figure.key())) {
        byValue.computeIfAbsent(figure.key(), any -> new ArrayList<>()).add(telling);
      }
    }
  }

  private void sentences(Unit unit) {
    Region region = region(unit.section());
    if (region == null) {
      return;
    }
    String text = unit.reading().text();
    List<ToldFigure> figures = FigureReader.in(unit);
    int next = 0;
    for (Sentence sentence : unit.sentences()) {
      List<ToldFigure> own = new ArrayList<>();
      while (next < figures.size() && figures.get(next).end() <= sentence.end()) {
        if (figures.get(next).start() >= sentence.start()) {
          own.add(figures.get(next));
        }
        next++;
      }
      if (!own.isEmpty()) {
        String words = text.substring(sentence.start(), sentence.end());
        all.add(Telling.sentence(region, words, sentence.start(), own));
      }
    }
  }

  /** An introduction tells of other studies. */
  private @Nullable Region region(String section) {
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

  private void rows(Table table, Map<CellRow, List<Unit>> rows) {
    @Nullable Cell[][] grid = reading.grid(table);
    String group = "";
    for (int row = 0; row < grid.length; row++) {
      Cell first = grid[row][0];
      String label = first == null ? "" : CellNumber.text(first);
      List<ToldFigure> figures = new ArrayList<>();
      for (Unit unit : rows.getOrDefault(new CellRow(table.id(), row), List.of())) {
        if (unit.cell() != null && (unit.cell().col() > 0 || row < table.headerRows())) {
          figures.addAll(FigureReader.in(unit));
        }
      }
      if (figures.isEmpty()) {
        group = label.isEmpty() ? group : label;
      } else if (row >= table.headerRows()) {
        all.add(Telling.row(label, table.caption().text() + " " + group, figures));
      }
    }
  }
}
