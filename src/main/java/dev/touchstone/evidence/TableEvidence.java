package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.CellReader.Reading;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a table: what was measured, in whom, and what came out. */
final class TableEvidence {

  /** A column of one of these is a group of people, whatever its rows are called. */
  private static final Set<Arm.Role> GROUPS =
      EnumSet.of(Arm.Role.INTERVENTION, Arm.Role.CONTROL, Arm.Role.TOTAL);

  private final TableView view;
  private final Studies studies;
  private final RowOutcomes outcomes;
  private final TableNotes notes;
  private final boolean transposed;
  private final List<EvidenceRecord> records = new ArrayList<>();

  private TableEvidence(TableView view, Studies studies) {
    this.view = view;
    this.studies = studies;
    this.transposed = view.transposed();
    this.outcomes = new RowOutcomes(view);
    this.notes = new TableNotes(view);
  }

  /** The records of a table by row, then column; their ids are given later. */
  static List<EvidenceRecord> read(TableView view, Studies studies) {
    if (StudyTable.is(view.table()) || view.cols() < 2) {
      return List.of();
    }
    TableEvidence table = new TableEvidence(view, studies);
    table.readAll();
    return table.records;
  }

  private void readAll() {
    if (!reports()) {
      return;
    }
    Set<Cell> done = new LinkedHashSet<>();
    for (int r = view.firstRow(); r < view.rows(); r++) {
      if (view.isGroup(r)) {
        continue;
      }
      for (int c = view.firstCol(); c < view.cols(); c++) {
        Cell cell = view.at(r, c);
        if (cell != null && !TableView.text(cell).isEmpty() && done.add(cell)) {
          read(cell, r, c);
        }
      }
    }
  }

  /** Whether the table reports results at all, rather than doses, materials or steps. */
  private boolean reports() {
    if (transposed) {
      return true;
    }
    if (outcomes.adverse()) {
      return true;
    }
    boolean arms = false;
    boolean compares = false;
    for (int c = view.firstCol(); c < view.cols(); c++) {
      for (Cell cell : view.over(c)) {
        Arm arm = armAt(cell.row(), c);
        arms |= arm != null && (arm.n() != null || GROUPS.contains(arm.role()));
        compares |= view.head(cell).compares();
      }
    }
    boolean known = false;
    for (int r = view.firstRow(); r < view.rows(); r++) {
      known |= !view.isGroup(r) && outcomes.isKnown(r);
    }
    return known || compares || arms;
  }

  private @Nullable Arm armAt(int row, int col) {
    return studies.armAt(new CellAddress(view.table().id(), row, col));
  }

  /** What the header cells over a cell, or beside it, say together. */
  private record Heads(
      List<Head> all,
      @Nullable Kind kind,
      @Nullable Kind spread,
      @Nullable ReportedNumber level,
      @Nullable String unit,
      @Nullable String grade,
      Outcome.@Nullable TimePoint at,
      boolean people,
      boolean amount,
      boolean compares) {

    /** The innermost header decides. */
    static Heads of(List<Head> heads) {
      List<Head> inner = new ArrayList<>(heads);
      Collections.reverse(inner);
      return new Heads(
          heads,
          first(inner.stream().map(Head::kind)),
          first(inner.stream().map(Head::spread)),
          first(inner.stream().map(Head::level)),
          first(inner.stream().map(Head::unit)),
          first(inner.stream().map(Head::grade)),
          first(inner.stream().map(Head::at)),
          inner.stream().anyMatch(Head::people),
          inner.stream().anyMatch(Head::amount),
          inner.stream().anyMatch(Head::compares));
    }

    private static <T> @Nullable T first(Stream<@Nullable T> values) {
      return values.filter(Objects::nonNull).findFirst().orElse(null);
    }
  }

  private void read(Cell cell, int row, int col) {
    boolean spans = cell.colSpan() > 1;
    Heads over = Heads.of(spans ? List.of() : view.over(col).stream().map(view::head).toList());
    Heads beside = Heads.of(view.beside(row).stream().map(view::head).toList());
    if (over.people() || beside.people()) {
      return;
    }
    RowOutcomes.Found found = transposed ? outcomes.ofColumn(col) : outcomes.ofRow(row);
    if (found == null) {
      return;
    }
    Head caption = notes.caption();
    Passage passage = cell.passage().withoutCitations();
    Kind printed = over.compares() ? HeadReader.read(passage.text(), false).kind() : null;
    Kind ratio = printed != null && printed.isRatio() ? printed : null;
    Kind kind =
        firstOf(
            ratio,
            over.compares() ? over.kind() : null,
            beside.kind(),
            over.kind(),
            caption.kind());
    if (kind == null && (isAmount(over, col) || beside.amount())) {
      // A concentration is no count.
      kind = Kind.NUMBER;
    }
    ReportedNumber of =
        notes.people(Stream.concat(beside.all().stream(), over.all().stream()).toList(), cell);
    CellReader.Context context =
        new CellReader.Context(
            kind,
            firstOf(over.spread(), beside.spread()),
            firstOf(over.level(), beside.level(), caption.level()),
            firstOf(over.unit(), beside.unit()),
            of);
    List<Reading> readings = CellReader.read(passage.text(), context);
    Study study = studyOf(row, col);
    Arm own = spans ? wholeArm(study) : armOf(row, col, study);
    // Rows of subgroups beside columns of arms: "Drug A, median OS" of the patients with
    // liposarcoma.
    Arm ofColumn = transposed ? armInColumn(col, study) : null;
    List<Arm> pair = transposed ? Studies.pair(study) : List.of();
    boolean subgroups = own != null && !pair.isEmpty() && !pair.contains(own);
    String population =
        subgroups
                && own != null
                && own.role() != Arm.Role.TOTAL
                && (ofColumn != null || over.compares())
            ? own.label()
            : null;
    if (subgroups && ofColumn != null) {
      own = ofColumn;
    }
    String grade = firstOf(found.outcome().grade(), over.grade(), beside.grade(), caption.grade());
    for (Reading reading : readings) {
      Measure value = reading.measure();
      if (value.kind() == Kind.DOSE && !DoseOutcomes.isValue(found.outcome())) {
        continue;
      }
      boolean compares =
          (over.compares() && !boundsOfArm(over, col))
              || beside.compares()
              || value.kind() == Kind.P_VALUE;
      List<Arm> arms =
          !compares
              ? (own == null ? List.of() : List.of(own))
              : subgroups ? pair : compared(study, row, col);
      add(
          cell,
          passage,
          reading,
          study,
          arms,
          outcome(
              found,
              value,
              spans ? null : grade,
              firstOf(found.outcome().at(), over.at()),
              population),
          found);
    }
  }

  /**
   * Whether a column holds amounts; the dose that an arm is called by says nothing of its values.
   */
  private boolean isAmount(Heads over, int col) {
    return over.amount()
        && view.over(col).stream()
            .anyMatch(cell -> view.head(cell).amount() && armAt(cell.row(), col) == null);
  }

  /** An interval in a column of its own, behind the values of one group and not behind a ratio. */
  private boolean boundsOfArm(Heads over, int col) {
    if (!transposed || over.kind() != Kind.CI || col <= view.firstCol()) {
      return false;
    }
    return !Heads.of(view.over(col - 1).stream().map(view::head).toList()).compares();
  }

  private static Outcome outcome(
      RowOutcomes.Found found,
      Measure value,
      @Nullable String grade,
      Outcome.@Nullable TimePoint at,
      @Nullable String population) {
    Outcome its = found.outcome();
    String statistic = its.statistic();
    if (statistic == null && value.kind() == Kind.PERCENT && DoseOutcomes.isShare(its)) {
      statistic = "rate";
    }
    return new Outcome(
        its.code(),
        its.label(),
        statistic,
        at,
        grade,
        its.term(),
        firstOf(its.population(), population),
        "result");
  }

  private void add(
      Cell cell,
      Passage passage,
      Reading reading,
      @Nullable Study study,
      List<Arm> arms,
      Outcome outcome,
      RowOutcomes.Found found) {
    Span span = passage.source(reading.start(), reading.end());
    Unit unit = view.unit(cell);
    Mention value =
        unit == null
            ? null
            : unit.mentions().stream()
                .filter(
                    mention ->
                        mention.type() == MentionType.MEASURE || mention.type() == MentionType.DOSE)
                .filter(mention -> mention.span().overlaps(span))
                .min(
                    Comparator.comparingInt(
                        mention -> Math.abs(mention.span().start() - span.start())))
                .orElse(null);
    List<String> mentions = new ArrayList<>();
    Stream.of(value == null ? null : value.id(), found.mention())
        .filter(Objects::nonNull)
        .forEach(mentions::add);
    arms.stream()
        .map(Arm::mention)
        .filter(Objects::nonNull)
        .filter(id -> !mentions.contains(id))
        .forEach(mentions::add);
    CellAddress address = new CellAddress(view.table().id(), cell.row(), cell.col());
    records.add(
        new EvidenceRecord(
            "",
            study == null ? null : study.id(),
            arms,
            outcome,
            reading.measure(),
            new Source(span, view.table().section(), address),
            address.table() + "/" + address.row() + "/" + address.col(),
            value == null ? null : value.id(),
            found.mention(),
            mentions,
            List.of()));
  }

  private @Nullable Study studyOf(int row, int col) {
    for (Cell cell : Stream.concat(view.over(col).stream(), view.beside(row).stream()).toList()) {
      Unit unit = view.unit(cell);
      Study named = unit == null ? null : studies.namedBy(unit);
      if (named != null) {
        return named;
      }
    }
    Cell any = view.table().cells().get(0);
    Unit unit = view.unit(any);
    return unit == null ? null : studies.studyAt(unit, 0);
  }

  private @Nullable Arm armOf(int row, int col, @Nullable Study study) {
    if (transposed) {
      for (int c = view.firstCol() - 1; c >= 0; c--) {
        Arm arm = armAt(row, c);
        if (arm != null) {
          return arm;
        }
      }
    }
    for (int r = view.firstRow() - 1; r >= 0; r--) {
      Arm arm = armAt(r, col);
      if (arm != null) {
        return arm;
      }
    }
    return wholeArm(study);
  }

  /** The arm whose drug the header of a column names beside its outcome. */
  private @Nullable Arm armInColumn(int col, @Nullable Study study) {
    for (Cell cell : view.over(col)) {
      for (Mention drug : view.mentions(cell, MentionType.DRUG)) {
        Arm arm = ArmNames.of(drug, study);
        if (arm != null) {
          return arm;
        }
      }
    }
    return null;
  }

  private @Nullable Arm wholeArm(@Nullable Study study) {
    Arm ofTable = studies.armOf(view.table().id());
    if (ofTable != null) {
      return ofTable;
    }
    Arm total = Studies.armOfRole(study, Arm.Role.TOTAL);
    return total == null ? Studies.armOfRole(study, Arm.Role.SINGLE) : total;
  }

  /** The two arms that a p-value or a ratio compares, intervention first. */
  private List<Arm> compared(@Nullable Study study, int row, int col) {
    Set<Arm> columns = new LinkedHashSet<>();
    for (int c = view.firstCol(); c < view.cols(); c++) {
      if (Objects.equals(studyOf(row, c), study)) {
        Arm arm = transposed ? null : armOf(view.firstRow(), c, null);
        if (arm != null && arm.role() != Arm.Role.TOTAL) {
          columns.add(arm);
        }
      }
    }
    if (transposed) {
      columns.addAll(
          Studies.arms(study).stream().filter(arm -> arm.role() != Arm.Role.TOTAL).toList());
    }
    List<Arm> pair = columns.size() == 2 ? List.copyOf(columns) : Studies.pair(study);
    return pair.size() == 2
            && pair.get(0).role() == Arm.Role.CONTROL
            && pair.get(1).role() != Arm.Role.CONTROL
        ? List.of(pair.get(1), pair.get(0))
        : pair;
  }

  @SafeVarargs
  private static <T> @Nullable T firstOf(@Nullable T... values) {
    for (T value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
