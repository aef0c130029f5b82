package dev.touchstone.consistency.check;

import dev.touchstone.consistency.check.Denominator.Rank;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of participants that a count may be counted from, closest first. */
final class Denominators {

  private final NoteReading reading;
  private final Map<String, List<Mention>> byTable = new HashMap<>();
  private final Map<String, List<Mention>> bySection = new HashMap<>();
  private final List<Mention> all = new ArrayList<>();
  private final List<EvidenceRecord> counted;
  private final Map<String, List<Denominator>> found = new HashMap<>();

  Denominators(NoteReading reading) {
    this.reading = reading;
    this.counted =
        reading.note().records().stream().filter(its -> its.value().of() != null).toList();
    for (Unit unit : reading.note().annotated().units()) {
      for (Mention mention : unit.mentions(MentionType.PARTICIPANTS)) {
        if (mention.origin().equals(Participants.DENOMINATOR)) {
          continue;
        }
        all.add(mention);
        if (unit.block() instanceof Table table) {
          byTable.computeIfAbsent(table.id(), id -> new ArrayList<>()).add(mention);
        }
        bySection.computeIfAbsent(mention.section(), id -> new ArrayList<>()).add(mention);
      }
    }
  }

  /** All candidates for a record, each number once with its closest place. */
  List<Denominator> of(EvidenceRecord record) {
    return found.computeIfAbsent(record.id(), any -> find(record));
  }

  private List<Denominator> find(EvidenceRecord record) {
    Map<Integer, Denominator> found = new LinkedHashMap<>();
    ReportedNumber of = record.value().of();
    CellAddress cell = record.source().cell();
    Table table = reading.table(cell);
    if (of != null) {
      // A denominator that the words beside the count do not print was read from further away.
      boolean beside =
          reading.quote(record.source()).contains(of.asWritten())
              || cell == null && follows(record.source(), of.asWritten());
      Source noted = table == null ? null : noted(table, of);
      Rank rank =
          beside
              ? Rank.PHRASE
              : table == null ? Rank.ARM : noted == null ? Rank.TABLE : Rank.HEADER;
      Source place = beside ? record.source() : noted;
      add(found, of.value(), rank, place == null ? placeOf(of.value().intValue(), table) : place);
    }
    if (cell != null && table != null) {
      headers(found, table, cell);
      for (Mention mention : byTable.getOrDefault(table.id(), List.of())) {
        CellAddress where = mention.cell();
        if (where == null) {
          add(found, n(mention), Rank.TABLE, NoteReading.at(mention));
        }
      }
    }
    for (Arm arm : record.arms()) {
      Integer n = arm.n();
      if (n != null) {
        add(found, BigDecimal.valueOf(n), Rank.ARM, placeOf(n, table));
      }
    }
    context(found, record, table);
    return List.copyOf(found.values());
  }

  /** Where a note of a table prints a number, which holds for the cells that refer to it. */
  private static @Nullable Source noted(Table table, ReportedNumber of) {
    for (TableNote note : table.notes()) {
      Passage words = note.passage().withoutCitations();
      int at = words.text().indexOf(" " + of.asWritten() + " ");
      if (at >= 0) {
        return new Source(
            words.source(at + 1, at + 1 + of.asWritten().length()), table.section(), null);
      }
    }
    return null;
  }

  /** Whether the sentence goes on with the denominator: {@code 3 (7.5%) of the 40 patients}. */
  private boolean follows(Source source, String of) {
    Span sentence = reading.sentenceAt(source.span());
    if (sentence == null || sentence.end() <= source.span().end()) {
      return false;
    }
    String rest = reading.document().quote(new Span(source.span().end(), sentence.end()));
    return rest.strip().matches("(?s)(?:out )?of (?:the |all )?" + Pattern.quote(of) + "\\b.*");
  }

  /** The number in the header of a column, for one of its cells; null where there is none. */
  @Nullable Denominator header(Table table, CellAddress cell) {
    Map<Integer, Denominator> found = new LinkedHashMap<>();
    headers(found, table, cell);
    return found.values().stream().findFirst().orElse(null);
  }

  /** The lowest header cell above a cell, or the cell that names its row, that has a number. */
  private void headers(Map<Integer, Denominator> found, Table table, CellAddress address) {
    @Nullable Cell[][] grid = reading.grid(table);
    for (int row = Math.min(table.headerRows(), address.row()) - 1; row >= 0; row--) {
      headerCell(found, table, grid, row, address.col());
    }
    for (int col = 0; col < Math.min(table.headerCols(), address.col()); col++) {
      headerCell(found, table, grid, address.row(), col);
    }
    // A row that spans the table heads the rows below it.
    int cols = grid[address.row()].length;
    for (int row = address.row() - 1; row >= table.headerRows(); row--) {
      Cell spanning = grid[row][0];
      if (spanning != null && spanning.colSpan() >= cols && cols > 1) {
        headerCell(found, table, grid, row, 0);
        break;
      }
    }
  }

  private void headerCell(
      Map<Integer, Denominator> found, Table table, @Nullable Cell[][] grid, int row, int col) {
    Cell cell = grid[row][col];
    if (cell == null) {
      return;
    }
    CellAddress address = new CellAddress(table.id(), cell.row(), cell.col());
    for (Mention mention : reading.mentionsIn(address, MentionType.PARTICIPANTS)) {
      add(found, n(mention), Rank.HEADER, NoteReading.at(table, cell));
    }
  }

  private void context(
      Map<Integer, Denominator> found, EvidenceRecord record, @Nullable Table table) {
    Study study = reading.study(record.study());
    if (study != null) {
      if (study.randomised() != null) {
        add(
            found,
            BigDecimal.valueOf(study.randomised()),
            Rank.CONTEXT,
            placeOf(study.randomised(), table));
      }
      for (Arm arm : study.arms()) {
        if (arm.n() != null) {
          add(found, BigDecimal.valueOf(arm.n()), Rank.CONTEXT, placeOf(arm.n(), table));
        }
      }
    }
    // What another place counts the same arm from: “59 of 2,609 patients” instead of all 2,691.
    for (EvidenceRecord other : counted) {
      ReportedNumber of = other.value().of();
      boolean ofOneStudy =
          record.study() == null || other.study() == null || record.study().equals(other.study());
      if (of != null && ofOneStudy && (isOfOneArm(record, other) || isOneCount(record, other))) {
        add(found, of.value(), Rank.CONTEXT, other.source());
      }
    }
    for (Mention mention : bySection.getOrDefault(record.source().section(), List.of())) {
      add(found, n(mention), Rank.CONTEXT, NoteReading.at(mention));
    }
  }

  private static boolean isOfOneArm(EvidenceRecord one, EvidenceRecord other) {
    return one.arms().stream()
        .anyMatch(arm -> other.arms().stream().anyMatch(its -> alike(arm, its)));
  }

  private static boolean isOneCount(EvidenceRecord one, EvidenceRecord other) {
    ReportedNumber count = one.value().value();
    ReportedNumber again = other.value().value();
    return count != null && again != null && count.value().compareTo(again.value()) == 0;
  }

  private static boolean alike(Arm one, Arm other) {
    return NoteReading.sameArm(one, other) || one.drug() != null && one.drug().equals(other.drug());
  }

  /** Whether the note prints a number of participants anywhere that lies in a range. */
  boolean states(Share.Range range) {
    return all.stream().anyMatch(mention -> range.contains(n(mention).intValue()))
        || reading.note().studies().stream()
            .flatMap(study -> study.arms().stream())
            .anyMatch(arm -> arm.n() != null && range.contains(arm.n()));
  }

  /** Where the running text gives a number as that of all participants. */
  List<Source> placesOf(int n) {
    return all.stream()
        .filter(mention -> mention.cell() == null && n(mention).intValue() == n)
        .filter(mention -> mention.participants().role().equals("total"))
        .map(NoteReading::at)
        .toList();
  }

  /** Where a number of participants is printed, best in the same table. */
  @Nullable Source placeOf(int n, @Nullable Table table) {
    Mention best = null;
    for (Mention mention : all) {
      if (n(mention).compareTo(BigDecimal.valueOf(n)) == 0) {
        CellAddress cell = mention.cell();
        boolean here = table != null && cell != null && cell.table().equals(table.id());
        if (best == null || here) {
          best = mention;
        }
        if (here) {
          break;
        }
      }
    }
    if (best == null) {
      return null;
    }
    Table owner = reading.table(best.cell());
    CellAddress address = best.cell();
    Cell cell =
        owner == null || address == null ? null : reading.grid(owner)[address.row()][address.col()];
    return owner == null || cell == null ? NoteReading.at(best) : NoteReading.at(owner, cell);
  }

  private static BigDecimal n(Mention mention) {
    return mention.participants().n().value();
  }

  private static void add(
      Map<Integer, Denominator> found, BigDecimal n, Rank rank, @Nullable Source place) {
    if (n.signum() > 0 && n.stripTrailingZeros().scale() <= 0) {
      found.putIfAbsent(n.intValue(), new Denominator(n.intValue(), rank, place));
    }
  }
}
