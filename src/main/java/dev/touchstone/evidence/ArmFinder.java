package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.evidence.Studies.Topics;
import dev.touchstone.evidence.StudyCue.Design;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the arms of studies: columns of tables first, then sentences that tell who got what. */
final class ArmFinder {

  static final Pattern TOTAL =
      Pattern.compile(
          "(?i)^(?:all|overall|total|entire|whole|pooled)\\b.*|.*\\ball patients\\b.*|(?:overall|total) (?:cohort|population)|^combined$");
  static final Pattern CONTROL =
      Pattern.compile(
          "(?i).*\\b(?:placebo|controls?|comparator|standard(?:[ -]of[ -]care)?|investigators?['’]?s?['’]? choice|physicians?['’]?s?['’]? choice|best supportive care|observation|sham|vehicle|usual care|untreated)\\b.*");
  private static final Pattern WHOLE_TABLE =
      Pattern.compile(
          "(?i)\\b(\\d{1,3}(?:,\\d{3})+|\\d+)\\s+((?:[\\w-]+\\s+){0,2}(?:patients|participants|subjects|women|men))\\b|\\bn\\s*=\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)");

  private final AnnotatedDocument annotated;
  private final Map<Unit, Topics> topics;
  private final List<StudyDraft> studies;
  private final List<ArmDraft> arms = new ArrayList<>();
  private final @Nullable String mainDrug;

  private ArmFinder(
      AnnotatedDocument annotated, Map<Unit, Topics> topics, List<StudyDraft> studies) {
    this.annotated = annotated;
    this.topics = topics;
    this.studies = studies;
    this.mainDrug = mainDrug(annotated);
  }

  static List<ArmDraft> find(
      AnnotatedDocument annotated, Map<Unit, Topics> topics, List<StudyDraft> studies) {
    ArmFinder finder = new ArmFinder(annotated, topics, studies);
    Tables.of(annotated).forEach(finder::readTable);
    for (Unit unit : annotated.units()) {
      if (unit.part() != Unit.Part.CELL) {
        Allotment.in(unit).forEach(allotment -> finder.readAllotment(unit, allotment));
      }
    }
    finder.settleRoles();
    return finder.arms;
  }

  /** The drug that a note is about: its compound, else the one named most often. */
  static @Nullable String mainDrug(AnnotatedDocument annotated) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Mention mention : annotated.mentions()) {
      if (mention.type() == MentionType.DRUG
          && (mention.drug().kind() == Drug.Kind.DRUG
              || mention.drug().kind() == Drug.Kind.COMBINATION)) {
        counts.merge(mention.drug().name(), 1, Integer::sum);
      }
    }
    var compound = annotated.document().metadata().compound();
    if (compound != null) {
      String name = compound.name().toLowerCase(Locale.ROOT);
      String own =
          counts.keySet().stream()
              .filter(drug -> name.startsWith(drug.toLowerCase(Locale.ROOT)))
              .findFirst()
              .orElse(null);
      if (own != null) {
        return own;
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private void readTable(TableView view) {
    if (StudyTable.is(view.table())) {
      return;
    }
    Integer study = studyOf(view);
    if (study == null) {
      // Arms without a study are read from the table itself.
      study = -1;
    }
    boolean transposed = view.transposed();
    int before = arms.size();
    if (transposed) {
      readRows(view, study);
    } else {
      readColumns(view, study);
    }
    boolean named =
        arms.size() > before
            || arms.stream()
                .flatMap(arm -> arm.headers().stream())
                .anyMatch(header -> header.table().equals(view.table().id()));
    if (!named) {
      readWhole(view, study);
    }
  }

  private @Nullable Integer studyOf(TableView view) {
    for (Cell cell : view.table().cells()) {
      Unit unit = view.unit(cell);
      if (unit != null) {
        return topics.getOrDefault(unit, Topics.NONE).inherited();
      }
    }
    return null;
  }

  private @Nullable Integer namedStudy(TableView view, Cell cell) {
    Unit unit = view.unit(cell);
    Topics its = unit == null ? Topics.NONE : topics.getOrDefault(unit, Topics.NONE);
    return its.cues().isEmpty() ? null : Integer.valueOf(its.cues().get(0).study());
  }

  private void readColumns(TableView view, int tableStudy) {
    Set<Cell> done = new HashSet<>();
    boolean compared = false;
    List<ArmDraft> columns = new ArrayList<>();
    for (int c = view.firstCol(); c < view.cols(); c++) {
      List<Cell> over = view.over(c);
      compared |= over.stream().anyMatch(cell -> view.head(cell).compares());
      int study = tableStudy;
      for (Cell cell : over) {
        Integer named = namedStudy(view, cell);
        study = named == null ? study : named;
      }
      Cell own = armCell(view, over);
      if (own == null) {
        continue;
      }
      Head head = view.head(own);
      ArmDraft arm = merge(study, columnLabel(view, own, over), drug(view, own), head.n());
      arm.mention(mention(view, own));
      for (int r = own.row(); r < own.row() + own.rowSpan(); r++) {
        arm.header(view.table().id(), new CellAddress(view.table().id(), r, c), head.n());
      }
      if (done.add(own)) {
        columns.add(arm);
      }
    }
    settle(columns, compared);
  }

  /** A label that stands over several columns of one study is told apart by what stands over it. */
  private String columnLabel(TableView view, Cell own, List<Cell> over) {
    String label = view.head(own).label();
    Cell parent = over.get(0);
    if (parent.equals(own) || namedStudy(view, parent) != null || view.head(parent).bare()) {
      return label;
    }
    boolean again =
        view.table().cells().stream()
            .filter(cell -> cell.row() == own.row() && !cell.equals(own))
            .anyMatch(cell -> view.head(cell).label().equalsIgnoreCase(label));
    return again ? view.head(parent).label() + ": " + label : label;
  }

  /** The header cell of a column that says whose values stand under it. */
  private @Nullable Cell armCell(TableView view, List<Cell> over) {
    Cell best = null;
    int bestScore = 0;
    boolean compared = over.stream().anyMatch(cell -> view.head(cell).compares());
    for (Cell cell : over) {
      Head head = view.head(cell);
      if (compared && head.n() == null && !head.named()) {
        continue;
      }
      if (head.compares() || head.people() || head.bare() || namedStudy(view, cell) != null) {
        continue;
      }
      boolean anonymous = head.n() == null && !head.named();
      if (anonymous && (Moments.isOne(head.label()) || !hasLetters(head.label()))) {
        continue;
      }
      boolean onlyTime =
          head.n() == null
              && !head.named()
              && (head.unit() != null || (head.at() != null && head.label().length() <= 10));
      boolean outcome = !view.mentions(cell, MentionType.OUTCOME).isEmpty() && head.grade() == null;
      int score =
          (head.n() != null ? 4 : 0)
              + (head.named() ? 3 : 0)
              + (TOTAL.matcher(head.label()).matches() || CONTROL.matcher(head.label()).matches()
                  ? 3
                  : 0)
              + (head.label()
                      .matches("(?i).*\\b(?:arm|group|cohort|patients|population|level)s?\\b.*")
                  ? 2
                  : 0)
              + (onlyTime
                      || outcome
                      || head.amount() && head.n() == null
                      || isStatistic(head.label())
                  ? 0
                  : 1);
      if (score > 0 && score >= bestScore) {
        best = cell;
        bestScore = score;
      }
    }
    return best;
  }

  /** A year or the number of a grade is nobody's name. */
  private static boolean hasLetters(String label) {
    return label.chars().anyMatch(Character::isLetter);
  }

  static boolean isStatistic(String label) {
    return label.matches(
        "(?i)(?:±\\s*)?(?:S\\.?E\\.?[DM]?\\.?|S\\.?D\\.?|IQR|(?:9\\d ?% ?)?CI|t|F|z|r|df|[χX][²2]|value|result|results|estimate|n|no\\.?|number|rate|median|mean|range|percent|percentage|percentage point|frequency|data|comments?|notes?|reference|source|unit|description|details)s?");
  }

  private void readRows(TableView view, int tableStudy) {
    String corner = view.corner().replaceAll("(?i)\\s*\\(.*\\)$", "");
    int peopleColumn = -1;
    boolean outcomes = false;
    for (int c = view.firstCol(); c < view.cols(); c++) {
      List<Cell> over = view.over(c);
      if (!over.isEmpty()) {
        Head head = view.head(over.get(over.size() - 1));
        if (head.people() && peopleColumn < 0) {
          peopleColumn = c;
        }
        outcomes |=
            !view.mentions(over.get(over.size() - 1), MentionType.OUTCOME).isEmpty()
                || head.compares();
      }
    }
    if (!outcomes) {
      return;
    }
    List<ArmDraft> rows = new ArrayList<>();
    for (int r = view.firstRow(); r < view.rows(); r++) {
      List<Cell> beside = view.beside(r);
      if (beside.isEmpty() || view.isGroup(r)) {
        continue;
      }
      Cell own = beside.get(beside.size() - 1);
      Integer named = namedStudy(view, own);
      Head head = view.head(own);
      String label = head.label();
      if (label.matches("[\\dIVX.+-]{1,4}[A-Za-z]?") && !corner.isEmpty()) {
        label = corner + " " + label;
      }
      if (!hasLetters(label)) {
        continue;
      }
      Integer n = head.n();
      if (n == null && peopleColumn >= 0) {
        String text = TableView.text(view.at(r, peopleColumn));
        n = text.matches("\\d[\\d,]{0,8}") ? StudyFacts.wholeNumber(text) : null;
      }
      ArmDraft arm = merge(named == null ? tableStudy : named, label, drug(view, own), n);
      arm.mention(mention(view, own));
      arm.header(view.table().id(), new CellAddress(view.table().id(), r, own.col()), n);
      rows.add(arm);
    }
    settle(rows, false);
  }

  /** A table without arms is of the people that its caption counts. */
  private void readWhole(TableView view, int study) {
    for (Unit caption : view.captions()) {
      var people = WHOLE_TABLE.matcher(caption.reading().text());
      if (people.find()) {
        boolean bare = people.group(3) != null;
        String label = bare ? "All patients" : people.group(2);
        Integer n = StudyFacts.wholeNumber(bare ? people.group(3) : people.group(1));
        ArmDraft arm = merge(study, label, null, n);
        arm.role(Arm.Role.SINGLE);
        arm.header(view.table().id(), null, n);
        return;
      }
    }
  }

  private static @Nullable String drug(TableView view, Cell cell) {
    return view.mentions(cell, MentionType.DRUG).stream()
        .map(mention -> mention.drug().name())
        .findFirst()
        .orElseGet(
            () ->
                view.mentions(cell, MentionType.ARM).stream()
                    .map(mention -> mention.arm().drug())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null));
  }

  private static @Nullable String mention(TableView view, Cell cell) {
    for (MentionType type : List.of(MentionType.ARM, MentionType.DRUG, MentionType.PARTICIPANTS)) {
      List<Mention> its = view.mentions(cell, type);
      if (!its.isEmpty()) {
        return its.get(0).id();
      }
    }
    return null;
  }

  /** The arm of a study with that label; a new one where there is none. */
  private ArmDraft merge(int study, String label, @Nullable String drug, @Nullable Integer n) {
    for (ArmDraft arm : arms) {
      if (arm.study == study && ArmNames.bare(arm.label).equals(ArmNames.bare(label))) {
        arm.n(n);
        arm.drug(drug);
        return arm;
      }
    }
    ArmDraft arm = new ArmDraft(study, label);
    arm.n(n);
    arm.drug(drug);
    arms.add(arm);
    return arm;
  }

  /** The roles of the columns, or rows, of one table. */
  private void settle(List<ArmDraft> columns, boolean compared) {
    for (ArmDraft arm : columns) {
      if (TOTAL.matcher(arm.label).matches()) {
        arm.role(columns.size() == 1 ? Arm.Role.SINGLE : Arm.Role.TOTAL);
      } else if (CONTROL.matcher(arm.label).matches()) {
        arm.role(Arm.Role.CONTROL);
      }
    }
    List<ArmDraft> open = columns.stream().filter(arm -> arm.role() == null).toList();
    if (columns.size() == 1) {
      open.forEach(arm -> arm.role(Arm.Role.SINGLE));
      return;
    }
    boolean total = columns.stream().anyMatch(arm -> arm.role() == Arm.Role.TOTAL);
    boolean control = columns.stream().anyMatch(arm -> arm.role() == Arm.Role.CONTROL);
    boolean drugs =
        open.stream().map(ArmDraft::drug).filter(Objects::nonNull).distinct().count() > 1;
    boolean randomised =
        columns.stream()
            .anyMatch(
                arm ->
                    arm.study >= 0 && studies.get(arm.study).designs().contains(Design.RANDOMISED));
    if (!(control || drugs || ((compared || randomised) && !total))) {
      open.forEach(arm -> arm.role(Arm.Role.SUBGROUP));
      return;
    }
    boolean main = open.stream().anyMatch(arm -> mainDrug != null && mainDrug.equals(arm.drug()));
    boolean first = true;
    for (ArmDraft arm : open) {
      boolean investigational = control || (main ? Objects.equals(mainDrug, arm.drug()) : first);
      arm.role(investigational ? Arm.Role.INTERVENTION : Arm.Role.CONTROL);
      first = false;
    }
  }

  private void readAllotment(Unit unit, Allotment allotment) {
    Integer study = Studies.indexAt(topics, unit, allotment.end());
    if (study == null) {
      return;
    }
    List<ArmDraft> its =
        arms.stream().filter(arm -> arm.study == study && isAllotted(arm)).toList();
    for (Allotment.Side side : allotment.sides()) {
      ArmDraft same = same(its, side);
      if (same != null) {
        same.n(side.n());
        same.drug(side.drug());
        same.mention(side.mention());
      } else if (its.isEmpty()) {
        ArmDraft arm = merge(study, side.label(), side.drug(), side.n());
        arm.mention(side.mention());
        boolean last = CONTROL.matcher(side.label()).matches() || side != allotment.sides().get(0);
        boolean control = side.role() == null ? last : side.role().equals("control");
        arm.role(control ? Arm.Role.CONTROL : Arm.Role.INTERVENTION);
      }
    }
  }

  private static boolean isAllotted(ArmDraft arm) {
    return arm.role() == Arm.Role.INTERVENTION
        || arm.role() == Arm.Role.CONTROL
        || arm.role() == null;
  }

  private static @Nullable ArmDraft same(List<ArmDraft> its, Allotment.Side side) {
    String label = Studies.fold(side.label());
    for (ArmDraft arm : its) {
      String own = Studies.fold(arm.label).replaceAll(" (?:arm|group)$", "");
      if (own.equals(label) || (" " + label + " ").contains(" " + own + " ")) {
        return arm;
      }
    }
    List<ArmDraft> ofDrug =
        its.stream().filter(arm -> side.drug() != null && side.drug().equals(arm.drug())).toList();
    return ofDrug.size() == 1 ? ofDrug.get(0) : null;
  }

  private void settleRoles() {
    for (ArmDraft arm : arms) {
      arm.role(Arm.Role.SUBGROUP);
    }
  }
}
