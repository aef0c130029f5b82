package dev.touchstone.consistency.check;

import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A note with the look-ups that several checks need. */
final class NoteReading {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SIZE = Pattern.compile("\\s*[(\\[]\\s*[Nn]\\s*=[^)\\]]*[)\\]]\\s*");
  private static final Pattern RANGE_BEFORE = Pattern.compile("\\d\\s?(?:to|or|-|–|−)\\s?$");

  private static final ThreadLocal<@Nullable WeakReference<NoteReading>> LATEST =
      new ThreadLocal<>();

  private final NoteEvidence note;
  private final Map<String, Section> sections;
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, @Nullable Cell[][]> grids = new HashMap<>();
  private final Map<String, Study> studies = new LinkedHashMap<>();
  private final Map<String, Mention> mentions = new HashMap<>();
  private final Map<String, Unit> unitOfMention = new HashMap<>();
  private final Map<CellAddress, Unit> cells = new HashMap<>();
  private @Nullable TreeMap<Integer, Span> sentences;

  private final List<Unit> prose = new ArrayList<>();
  private final Map<Unit, String> plain = new IdentityHashMap<>();

  private @Nullable Denominators denominators;
  private @Nullable List<ShareGroup> shareGroups;
  private @Nullable List<AssignedGroups> assignedGroups;
  private @Nullable List<PrintedInterval> printedIntervals;
  private @Nullable List<Estimate> estimates;
  private @Nullable List<EndPointStatement> endPoints;
  private @Nullable Tellings tellings;

  /**
   * The reading of a note. All checks of a note share one, since they are asked one after the
   * other; it lasts as long as somebody holds it.
   */
  static NoteReading of(NoteEvidence note) {
    WeakReference<NoteReading> latest = LATEST.get();
    NoteReading reading = latest == null ? null : latest.get();
    if (reading == null || reading.note != note) {
      reading = new NoteReading(note);
      LATEST.set(new WeakReference<>(reading));
    }
    return reading;
  }

  private NoteReading(NoteEvidence note) {
    this.note = note;
    this.sections = note.document().sectionsById();
    note.document().tables().forEach(table -> tables.put(table.id(), table));
    note.studies().forEach(study -> studies.put(study.id(), study));
    for (Unit unit : note.annotated().units()) {
      if (unit.cell() != null) {
        cells.put(unit.cell(), unit);
      } else {
        prose.add(unit);
      }
      for (Mention mention : unit.mentions()) {
        mentions.put(mention.id(), mention);
        unitOfMention.put(mention.id(), unit);
      }
    }
  }

  NoteEvidence note() {
    return note;
  }

  /** The units outside of tables' cells, in their order. */
  List<Unit> prose() {
    return prose;
  }

  /** The text of a unit with one kind of minus, blank and decimal point; see {@link Plain}. */
  String plain(Unit unit) {
    String known = plain.get(unit);
    if (known == null) {
      known = Plain.of(unit.reading().text());
      plain.put(unit, known);
    }
    return known;
  }

  Denominators denominators() {
    if (denominators == null) {
      denominators = new Denominators(this);
    }
    return denominators;
  }

  List<ShareGroup> shareGroups() {
    if (shareGroups == null) {
      shareGroups = List.copyOf(ShareGroup.of(this, denominators()));
    }
    return shareGroups;
  }

  List<AssignedGroups> assignedGroups() {
    if (assignedGroups == null) {
      assignedGroups = List.copyOf(AssignedGroups.in(this));
    }
    return assignedGroups;
  }

  List<PrintedInterval> printedIntervals() {
    if (printedIntervals == null) {
      printedIntervals = List.copyOf(PrintedInterval.in(this));
    }
    return printedIntervals;
  }

  List<Estimate> estimates() {
    if (estimates == null) {
      estimates = List.copyOf(Estimate.in(this));
    }
    return estimates;
  }

  List<EndPointStatement> endPoints() {
    if (endPoints == null) {
      endPoints = List.copyOf(EndPointStatement.in(this));
    }
    return endPoints;
  }

  Tellings tellings() {
    if (tellings == null) {
      tellings = new Tellings(this);
    }
    return tellings;
  }

  Document document() {
    return note.document();
  }

  /**
   * Whether the text reports its own trial at length, as a journal article does. A text of unknown
   * genre is taken for one: it may tell of several analyses, so that two values need not conflict.
   */
  boolean isArticle() {
    DocumentKind kind = document().metadata().kind();
    return kind == DocumentKind.JOURNAL_ARTICLE || kind == DocumentKind.OTHER;
  }

  Collection<Table> tables() {
    return tables.values();
  }

  @Nullable Table table(@Nullable CellAddress cell) {
    return cell == null ? null : tables.get(cell.table());
  }

  /** The cells of a table by row and column, a spanning cell in every position that it covers. */
  @Nullable Cell[][] grid(Table table) {
    return grids.computeIfAbsent(table.id(), id -> table.grid());
  }

  @Nullable Study study(@Nullable String id) {
    return id == null ? null : studies.get(id);
  }

  /** The study in words that all formats of a note share. */
  String studyName(@Nullable String id) {
    Study study = study(id);
    if (study == null) {
      return "";
    }
    if (study.registry() != null) {
      return study.registry();
    }
    return study.phase() != null ? "phase " + study.phase() : study.label();
  }

  @Nullable Mention mention(@Nullable String id) {
    return id == null ? null : mentions.get(id);
  }

  @Nullable Unit unitOf(Mention mention) {
    return unitOfMention.get(mention.id());
  }

  @Nullable Unit unitAt(CellAddress cell) {
    return cells.get(cell);
  }

  List<Mention> mentionsIn(CellAddress cell, MentionType type) {
    Unit unit = cells.get(cell);
    return unit == null ? List.of() : unit.mentions(type);
  }

  /** Records printed as one statement, in the order of the text. */
  Collection<List<EvidenceRecord>> statements() {
    Map<String, List<EvidenceRecord>> groups = new LinkedHashMap<>();
    for (EvidenceRecord record : note.records()) {
      groups.computeIfAbsent(record.together(), key -> new ArrayList<>()).add(record);
    }
    return groups.values();
  }

  static Source at(Mention mention) {
    return new Source(mention.span(), mention.section(), mention.cell());
  }

  static Source at(Table table, Cell cell) {
    return new Source(
        cell.span(), table.section(), new CellAddress(table.id(), cell.row(), cell.col()));
  }

  static Source at(String section, Passage passage) {
    return new Source(passage.span(), section, null);
  }

  /** Whether a number is the end of a range or of a list: {@code scores of 6 to 8}. */
  boolean endsRange(EvidenceRecord record) {
    int at = record.source().span().start();
    String before = document().quote(new Span(Math.max(0, at - 12), at));
    return RANGE_BEFORE.matcher(before).find();
  }

  /** The few characters behind a place. */
  String after(Source source) {
    int end = source.span().end();
    int most = Math.min(document().text().length(), end + 8);
    return document().quote(new Span(end, most));
  }

  /** The words that stand between two places, in whatever order. */
  String between(Source one, Source other) {
    Span first = one.span().start() <= other.span().start() ? one.span() : other.span();
    Span second = first == one.span() ? other.span() : one.span();
    return first.end() >= second.start()
        ? ""
        : document().quote(new Span(first.end(), second.start()));
  }

  String quote(Source source) {
    return BLANKS.matcher(document().quote(source.span())).replaceAll(" ").strip();
  }

  /** The place in a reader's words: {@code in table 2}, {@code in the abstract}. */
  String place(Source source) {
    Table table = table(source.cell());
    if (table == null) {
      for (Table any : tables.values()) {
        if (any.span().contains(source.span())) {
          table = any;
        }
      }
    }
    if (table != null) {
      String label = table.label();
      return "in " + (label == null ? "table " + number(table) : label.toLowerCase(Locale.ROOT));
    }
    for (Section section : document().path(source.section())) {
      switch (section.role()) {
        case ABSTRACT:
          return "in the abstract";
        case INTRODUCTION:
          return "in the introduction";
        case CONCLUSION:
          return "in the conclusion";
        case DISCUSSION:
          return "in the discussion";
        default:
          break;
      }
    }
    return "in the text";
  }

  private int number(Table table) {
    return new ArrayList<>(tables.values()).indexOf(table) + 1;
  }

  SectionRole role(String sectionId) {
    Section section = sections.get(sectionId);
    return section == null ? SectionRole.OTHER : section.role();
  }

  /** The title of the innermost section, or an empty text. */
  String title(String sectionId) {
    Section section = sections.get(sectionId);
    return section == null ? "" : section.title();
  }

  boolean sameSentence(Span one, Span other) {
    Span sentence = sentenceAt(one);
    return sentence != null && sentence.contains(one) && sentence.contains(other);
  }

  /** The sentence of the running text that a span begins in; null in tables. */
  @Nullable Span sentenceAt(Span span) {
    Map.Entry<Integer, Span> found = sentences().floorEntry(span.start());
    return found == null || !found.getValue().contains(span.start()) ? null : found.getValue();
  }

  private TreeMap<Integer, Span> sentences() {
    TreeMap<Integer, Span> known = sentences;
    if (known == null) {
      known = new TreeMap<>();
      for (Unit unit : prose) {
        for (Sentence sentence : unit.sentences()) {
          Span span = unit.reading().source(sentence.start(), sentence.end());
          known.put(span.start(), span);
        }
      }
      sentences = known;
    }
    return known;
  }

  /** What an arm is called in a message. */
  static String name(Arm arm) {
    String label = arm.label();
    return label.indexOf('=') < 0 ? label.strip() : SIZE.matcher(label).replaceAll(" ").strip();
  }

  /** Whether both records speak of the same arms. */
  static boolean sameArms(EvidenceRecord one, EvidenceRecord other) {
    if (one.arms().size() != other.arms().size()) {
      return false;
    }
    for (int i = 0; i < one.arms().size(); i++) {
      if (!sameArm(one.arms().get(i), other.arms().get(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean sameArm(Arm one, Arm other) {
    return one.id().equals(other.id()) || name(one).equalsIgnoreCase(name(other));
  }
}
