package dev.touchstone.consistency.check;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Normal;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.StudyPhrase;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.OutcomeEntry.Better;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a note as the pages of the checks write it, one statement a line.
 *
 * <pre>
 * an article                                      the case is no note, but reports a trial at length
 * study Phase 2b | randomised 123 | ratio 2:1     a study; the lines below belong to it
 * also: phase 2b workflow                         the study in other words
 * arm Drug | intervention | n=83                  an arm of the study
 * results: Drug | median PFS | 5.6 months         prose: section, arm or arms, outcome, values
 * table 1: Efficacy                               a table with its caption
 * | Parameter | Drug (n=83) | Placebo (n=40) |    header row, then rows; values become evidence
 * note: Evaluated in 38 patients.                 a foot note of the table
 * people results: 123 total                       a number of participants
 * claim results: Drug better than Placebo | PFS | significant
 * claim results: Drug better than Placebo | PFS | significant | HR 0.5 (0.3-0.9)   with its values
 * dose methods: drug | starting | 50 mg twice daily (100 mg/day)
 * text methods: words with citations [3]
 * named results: survival (OS) was long. | survival=OS | OS=OS    words that name end points, or phases (=phase 2)
 * reference 3: Title [host.org]
 * </pre>
 */
final class CaseNote {

  private static final Pattern LABELLED =
      Pattern.compile("(?<kind>[a-z]+)(?: (?<name>[^:|]*))?: (?<rest>.*)");
  private static final Pattern SIZE = Pattern.compile("\\(?\\b[nN]\\s*=\\s*(\\d[\\d,]*)\\)?");

  private static final Map<String, Better> GOOD_SIDES = goodSides();

  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<UnitDraft> units = new ArrayList<>();
  private final List<EvidenceRecord> records = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Regimen> regimens = new ArrayList<>();
  private final Map<String, StudyDraft> studies = new LinkedHashMap<>();
  private final Map<String, ReferenceDraft> references = new LinkedHashMap<>();
  private @Nullable StudyDraft study;
  private DocumentKind genre = DocumentKind.TECHNICAL_GUIDE;
  private int mentionCount;
  private int armCount;

  private record UnitDraft(
      int block,
      Unit.Part part,
      String section,
      Passage reading,
      @Nullable CellAddress cell,
      List<Mention> mentions) {}

  private record ReferenceDraft(String text, Span span, List<Span> citedAt) {}

  private static final class StudyDraft {
    final String id;
    final String label;
    @Nullable Integer randomised;
    @Nullable String ratio;
    @Nullable String registry;
    @Nullable String phase;
    final List<Arm> arms = new ArrayList<>();
    final List<String> mentions = new ArrayList<>();

    StudyDraft(String id, String label) {
      this.id = id;
      this.label = label;
      Matcher phase = Pattern.compile("[Pp]hase (\\S+)").matcher(label);
      this.phase = phase.find() ? phase.group(1) : null;
    }

    Study build() {
      return new Study(id, label, phase, registry, null, randomised, ratio, arms, mentions);
    }
  }

  static NoteEvidence of(List<String> lines) {
    CaseNote note = new CaseNote();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("table")) {
        int end = i + 1;
        while (end < lines.size()
            && (lines.get(end).startsWith("|") || lines.get(end).startsWith("note:"))) {
          end++;
        }
        note.table(line, lines.subList(i + 1, end));
        i = end - 1;
      } else if (!line.isEmpty()) {
        note.line(line);
      }
    }
    return note.build();
  }

  private void line(String line) {
    String[] parts = line.split("\\s*\\|\\s*");
    if (line.startsWith("study ")) {
      study(parts);
      return;
    }
    if (line.startsWith("arm ")) {
      Integer n = null;
      Arm.Role role = Arm.Role.INTERVENTION;
      for (int i = 1; i < parts.length; i++) {
        if (parts[i].startsWith("n=")) {
          n = Integer.valueOf(parts[i].substring(2));
        } else {
          role = Arm.Role.valueOf(parts[i].toUpperCase(Locale.ROOT));
        }
      }
      addArm(parts[0].substring(4), role, n);
      return;
    }
    if (line.equals("an article")) {
      genre = DocumentKind.JOURNAL_ARTICLE;
      return;
    }
    if (line.startsWith("also: ")) {
      nameAgain(line.substring("also: ".length()));
      return;
    }
    Matcher m = LABELLED.matcher(line);
    if (!m.matches()) {
      throw new IllegalArgumentException("not understood: " + line);
    }
    String name = m.group("name") == null ? "" : m.group("name");
    String[] fields = m.group("rest").split("\\s*\\|\\s*");
    switch (m.group("kind")) {
      case "reference" -> reference(name, m.group("rest"));
      case "text" -> prose(name, m.group("rest"));
      case "people" -> people(name, m.group("rest"));
      case "named" -> named(name, fields);
      case "claim" -> claim(name, fields);
      case "dose" -> dose(name, fields);
      default -> value(m.group("kind"), fields);
    }
  }

  private void study(String[] parts) {
    StudyDraft draft =
        studies.computeIfAbsent(
            parts[0].substring("study ".length()),
            label -> new StudyDraft("st" + (studies.size() + 1), label));
    study = draft;
    for (int i = 1; i < parts.length; i++) {
      String[] words = parts[i].split(" ", 2);
      switch (words[0]) {
        case "randomised" -> {
          draft.randomised = Integer.valueOf(words[1]);
          UnitDraft unit = prose("methods", parts[i] + " patients");
          mention(
              unit,
              MentionType.PARTICIPANTS,
              words[1],
              0,
              new Participants(CaseValues.number(words[1]), "total", "patients"));
        }
        case "ratio" -> draft.ratio = words[1];
        case "registry" -> draft.registry = words[1];
        default -> throw new IllegalArgumentException(parts[i]);
      }
    }
    UnitDraft unit = prose("methods", draft.label);
    draft.mentions.add(
        mention(
                unit,
                MentionType.STUDY,
                draft.label,
                0,
                new StudyPhrase(draft.phase, draft.registry, null))
            .id());
  }

  /** The latest study in other words. */
  private void nameAgain(String words) {
    UnitDraft unit = prose("results", words);
    Matcher phase = Pattern.compile("[Pp]hase (\\S+)").matcher(words);
    String named = phase.find() ? phase.group(1) : null;
    Objects.requireNonNull(study)
        .mentions
        .add(mention(unit, MentionType.STUDY, words, 0, new StudyPhrase(named, null, null)).id());
  }

  private Arm addArm(String label, Arm.Role role, @Nullable Integer n) {
    StudyDraft owner = study == null ? anyStudy() : study;
    Arm arm = new Arm("a" + ++armCount, label, role, n, label.toLowerCase(Locale.ROOT), null);
    owner.arms.add(arm);
    return arm;
  }

  private StudyDraft anyStudy() {
    study = studies.computeIfAbsent("Study", label -> new StudyDraft("st1", label));
    return study;
  }

  private Arm arm(String label, Arm.Role role, @Nullable Integer n) {
    StudyDraft owner = study == null ? anyStudy() : study;
    for (Arm arm : owner.arms) {
      if (arm.label().equalsIgnoreCase(label)) {
        return arm;
      }
    }
    return addArm(label, role, n);
  }

  private void value(String section, String[] fields) {
    UnitDraft unit = prose(section, String.join(" ", fields));
    List<Arm> arms = new ArrayList<>();
    List<String> open = new ArrayList<>();
    if (!fields[0].equals("-")) {
      for (String label : fields[0].split(" vs | or ")) {
        arms.add(arm(label, arms.isEmpty() ? Arm.Role.INTERVENTION : Arm.Role.CONTROL, null));
      }
      if (fields[0].contains(" or ")) {
        arms.forEach(arm -> open.add(arm.id()));
        arms.removeIf(arm -> arm.id().equals(open.get(1)));
      }
    }
    Outcome outcome = CaseValues.outcome(fields[1]);
    int from = unit.reading().text().length() - fields[2].length();
    for (CaseValues.Found found : CaseValues.values(fields[2], "")) {
      record(unit, from, found, arms, outcome, "u" + units.size(), open);
    }
  }

  private void record(
      UnitDraft unit,
      int from,
      CaseValues.Found found,
      List<Arm> arms,
      Outcome outcome,
      String together,
      List<String> open) {
    Span span = unit.reading().source(from + found.start(), from + found.end());
    Mention mention =
        new Mention(
            "m" + ++mentionCount,
            MentionType.MEASURE,
            span,
            from + found.start(),
            from + found.end(),
            unit.reading().text().substring(from + found.start(), from + found.end()),
            unit.section(),
            unit.cell(),
            false,
            "case",
            found.measure());
    unit.mentions().add(mention);
    records.add(
        new EvidenceRecord(
            "e" + (records.size() + 1),
            study == null ? null : study.id,
            arms,
            outcome,
            found.measure(),
            new Source(span, unit.section(), unit.cell()),
            together,
            mention.id(),
            null,
            List.of(mention.id()),
            open));
  }

  private void named(String section, String[] fields) {
    UnitDraft unit = prose(section, fields[0]);
    int from = 0;
    for (int i = 1; i < fields.length; i++) {
      String[] name = fields[i].split("=", 2);
      if (name[1].startsWith("phase ")) {
        Normal phase = new StudyPhrase(name[1].substring("phase ".length()), null, null);
        mention(unit, MentionType.STUDY, name[0], from, phase);
      } else {
        mention(unit, MentionType.OUTCOME, name[0], from, CaseValues.outcome(name[1]));
      }
      from = fields[0].indexOf(name[0], from) + name[0].length();
    }
  }

  private void people(String section, String rest) {
    UnitDraft unit = prose(section, rest);
    int from = 0;
    for (String group : rest.split(", ")) {
      String[] words = group.split(" ", 3);
      mention(
          unit,
          MentionType.PARTICIPANTS,
          words[0],
          from,
          new Participants(
              CaseValues.number(words[0]), words[1], words.length > 2 ? words[2] : "patients"));
      from += group.length() + 2;
    }
  }

  private void claim(String section, String[] fields) {
    UnitDraft unit = prose(section, String.join(", ", fields));
    Matcher who =
        Pattern.compile("(.+?) (better than|worse than|higher than|lower than|similar to) (.+)")
            .matcher(fields[0]);
    if (!who.matches()) {
      throw new IllegalArgumentException(fields[0]);
    }
    Claim.Direction direction =
        switch (who.group(2)) {
          case "better than" -> Claim.Direction.BETTER;
          case "worse than" -> Claim.Direction.WORSE;
          case "higher than" -> Claim.Direction.HIGHER;
          case "lower than" -> Claim.Direction.LOWER;
          default -> Claim.Direction.NO_DIFFERENCE;
        };
    Claim.Significance significance =
        fields.length < 3
            ? Claim.Significance.UNSTATED
            : fields[2].equals("significant")
                ? Claim.Significance.SIGNIFICANT
                : Claim.Significance.NOT_SIGNIFICANT;
    if (fields.length > 3) {
      List<Arm> arms =
          List.of(
              arm(who.group(1), Arm.Role.INTERVENTION, null),
              arm(who.group(3), Arm.Role.CONTROL, null));
      int from = unit.reading().text().length() - fields[3].length();
      for (CaseValues.Found found : CaseValues.values(fields[3], "")) {
        record(
            unit, from, found, arms, CaseValues.outcome(fields[1]), "u" + units.size(), List.of());
      }
    }
    claims.add(
        new Claim(
            "c" + (claims.size() + 1),
            study == null ? null : study.id,
            who.group(1),
            who.group(3),
            CaseValues.outcome(fields[1]),
            direction,
            null,
            significance,
            unit.reading().span(),
            unit.section()));
  }

  private void dose(String section, String[] fields) {
    UnitDraft unit = prose(section, fields[0] + ": " + fields[2]);
    int from = fields[0].length() + 2;
    Regimen.Role role = Regimen.Role.valueOf(fields[1].toUpperCase(Locale.ROOT));
    for (CaseDoses.Found found : CaseDoses.in(fields[2])) {
      Dose dose = found.dose();
      Mention mention =
          mention(
              unit,
              MentionType.DOSE,
              fields[2].substring(found.start(), found.end()),
              from + found.start(),
              dose);
      regimens.add(
          new Regimen(
              "r" + (regimens.size() + 1),
              fields[0],
              dose,
              role,
              study == null ? null : study.id,
              armOf(fields[0]),
              unit.section(),
              mention.span(),
              List.of(mention.id())));
    }
  }

  /** The arm of the latest study that has the drug's name. */
  private @Nullable String armOf(String drug) {
    return study == null
        ? null
        : study.arms.stream()
            .filter(arm -> arm.label().equalsIgnoreCase(drug))
            .map(Arm::id)
            .findFirst()
            .orElse(null);
  }

  private void reference(String key, String rest) {
    section("references");
    int start = text.length();
    text.append(rest).append('\n');
    Span span = new Span(start, start + rest.length());
    references.put(key, new ReferenceDraft(rest, span, new ArrayList<>()));
  }

  private String section(String name) {
    SectionRole role =
        switch (name) {
          case "abstract" -> SectionRole.ABSTRACT;
          case "introduction" -> SectionRole.INTRODUCTION;
          case "methods" -> SectionRole.METHODS;
          case "results" -> SectionRole.RESULTS;
          case "discussion" -> SectionRole.DISCUSSION;
          case "conclusion" -> SectionRole.CONCLUSION;
          case "references" -> SectionRole.REFERENCES;
          default -> SectionRole.OTHER;
        };
    for (Section section : sections) {
      if (section.title().equals(name)) {
        return section.id();
      }
    }
    String id = "s" + (sections.size() + 1);
    sections.add(new Section(id, null, 2, name, role, new Span(text.length(), text.length())));
    return id;
  }

  private UnitDraft prose(String section, String words) {
    String id = section(section);
    int start = text.length();
    text.append(words).append(".\n");
    Passage.Builder builder = new Passage.Builder(text.toString());
    Matcher mark = Pattern.compile("\\[(\\d+)]").matcher(words);
    int at = 0;
    while (mark.find()) {
      builder.append(new Span(start + at, start + mark.start()));
      int from = builder.length();
      builder.append(new Span(start + mark.start(), start + mark.end()));
      builder.citation(mark.group(1), from);
      at = mark.end();
    }
    builder.append(new Span(start + at, start + words.length()));
    Passage passage = builder.build();
    blocks.add(new Paragraph(id, Paragraph.Kind.TEXT, null, passage));
    UnitDraft unit =
        new UnitDraft(
            blocks.size() - 1,
            Unit.Part.TEXT,
            id,
            passage.withoutCitations(),
            null,
            new ArrayList<>());
    units.add(unit);
    return unit;
  }

  private Mention mention(UnitDraft unit, MentionType type, String words, int from, Normal normal) {
    int at = unit.reading().text().indexOf(words, from);
    Mention mention =
        new Mention(
            "m" + ++mentionCount,
            type,
            unit.reading().source(at, at + words.length()),
            at,
            at + words.length(),
            words,
            unit.section(),
            unit.cell(),
            false,
            "case",
            normal);
    unit.mentions().add(mention);
    return mention;
  }

  private void table(String line, List<String> rows) {
    Matcher m = Pattern.compile("table ?(?<label>[^:]*):? ?(?<caption>.*)").matcher(line);
    if (!m.matches()) {
      throw new IllegalArgumentException(line);
    }
    String section = section("results");
    String id = "t" + (blocks.stream().filter(Table.class::isInstance).count() + 1);
    int start = text.length();
    text.append(m.group("caption")).append('\n');
    Span captionSpan = new Span(start, start + m.group("caption").length());
    List<String[]> grid = new ArrayList<>();
    List<TableNote> notes = new ArrayList<>();
    List<List<Span>> spans = new ArrayList<>();
    int headerRows = 1;
    for (String row : rows) {
      if (row.startsWith("note:")) {
        int at = text.length();
        String words = row.substring(5).strip();
        text.append(words).append('\n');
        notes.add(
            new TableNote(null, Passage.of(text.toString(), new Span(at, at + words.length()))));
        continue;
      }
      if (row.startsWith("|-")) {
        headerRows = grid.size();
        continue;
      }
      String[] cells = row.substring(1, row.lastIndexOf('|')).split("\\|");
      List<Span> places = new ArrayList<>();
      for (int c = 0; c < cells.length; c++) {
        cells[c] = cells[c].strip();
        places.add(new Span(text.length(), text.length() + cells[c].length()));
        text.append(cells[c]).append('\t');
      }
      text.append('\n');
      grid.add(cells);
      spans.add(places);
    }
    int block = blocks.size();
    List<Cell> cells = new ArrayList<>();
    String all = text.toString();
    for (int r = 0; r < grid.size(); r++) {
      String[] row = grid.get(r);
      for (int c = 0; c < row.length; c++) {
        int span = 1;
        // In the upper header rows an empty cell goes on with the one at its left.
        while (r < headerRows - 1 && c > 0 && c + span < row.length && row[c + span].isEmpty()) {
          span++;
        }
        cells.add(
            new Cell(
                r, c, 1, span, r < headerRows || c == 0, Passage.of(all, spans.get(r).get(c))));
        c += span - 1;
      }
    }
    String label = m.group("label").isBlank() ? null : "Table " + m.group("label").strip();
    Table table =
        new Table(
            section,
            id,
            label,
            Passage.of(all, captionSpan),
            headerRows,
            1,
            cells,
            notes,
            new Span(start, text.length()));
    blocks.add(table);
    UnitDraft caption =
        new UnitDraft(block, Unit.Part.CAPTION, section, table.caption(), null, new ArrayList<>());
    units.add(caption);
    sizes(caption);
    for (TableNote note : notes) {
      UnitDraft unit =
          new UnitDraft(block, Unit.Part.NOTE, section, note.passage(), null, new ArrayList<>());
      units.add(unit);
      sizes(unit);
    }
    cells(table, block, headerRows);
  }

  /** {@code 38 patients} and {@code n=38} are numbers of participants. */
  private void sizes(UnitDraft unit) {
    Matcher size =
        Pattern.compile("[nN]\\s*=\\s*(\\d[\\d,]*)|(\\d[\\d,]*) (?:[a-z]+ )?patients")
            .matcher(unit.reading().text());
    while (size.find()) {
      String n = size.group(1) == null ? size.group(2) : size.group(1);
      mention(
          unit,
          MentionType.PARTICIPANTS,
          n,
          size.start(),
          new Participants(CaseValues.number(n), "total", unit.reading().text()));
    }
  }

  private void cells(Table table, int block, int headerRows) {
    @Nullable Cell[][] grid = table.grid();
    Map<Integer, Arm> arms = new LinkedHashMap<>();
    List<Arm> compared = new ArrayList<>();
    for (Cell cell : table.cells()) {
      UnitDraft unit =
          new UnitDraft(
              block,
              Unit.Part.CELL,
              table.section(),
              cell.passage(),
              new CellAddress(table.id(), cell.row(), cell.col()),
              new ArrayList<>());
      units.add(unit);
      if (cell.row() < headerRows) {
        sizes(unit);
        if (cell.col() > 0 && !isMeasure(cell.text()) && !cell.text().isEmpty()) {
          Matcher size = SIZE.matcher(cell.text());
          Integer n = size.find() ? Integer.valueOf(size.group(1).replace(",", "")) : null;
          String label = SIZE.matcher(cell.text()).replaceAll("").strip();
          boolean total = label.toLowerCase(Locale.ROOT).matches("all.*|total.*|overall.*");
          boolean part = arms.values().stream().anyMatch(arm -> arm.role() == Arm.Role.TOTAL);
          Arm arm =
              arm(
                  label,
                  total
                      ? Arm.Role.TOTAL
                      : part
                          ? Arm.Role.SUBGROUP
                          : arms.isEmpty() ? Arm.Role.INTERVENTION : Arm.Role.CONTROL,
                  n);
          for (int c = cell.col(); c < cell.col() + cell.colSpan(); c++) {
            arms.put(c, arm);
          }
          compared.add(arm);
        }
      } else if (cell.col() > 0) {
        Cell label = Objects.requireNonNull(grid[cell.row()][0]);
        Cell head = Objects.requireNonNull(grid[headerRows - 1][cell.col()]);
        boolean comparison =
            isMeasure(head.text()) && !head.text().toLowerCase(Locale.ROOT).contains("grade");
        String grade =
            head.text().toLowerCase(Locale.ROOT).contains("grade") ? head.text() + " " : "";
        List<Arm> own =
            comparison
                ? compared
                : arms.containsKey(cell.col()) ? List.of(arms.get(cell.col())) : List.of();
        Outcome outcome = CaseValues.outcome(grade + label.text());
        for (CaseValues.Found found : CaseValues.values(cell.text(), head.text())) {
          record(
              unit,
              0,
              found,
              own,
              outcome,
              table.id() + "/" + cell.row() + "/" + cell.col(),
              List.of());
        }
      }
    }
  }

  private static boolean isMeasure(String header) {
    return header.matches("(?i)p(-value)?|hazard ratio.*|HR.*|.*\\bgrade\\b.*");
  }

  private NoteEvidence build() {
    if (sections.isEmpty()) {
      section("results");
    }
    String all = text.toString();
    List<Reference> built = new ArrayList<>();
    references.forEach(
        (key, draft) -> {
          Matcher host = Pattern.compile("\\[([^\\]]+)]$").matcher(draft.text());
          List<Span> citedAt = new ArrayList<>();
          for (Block block : blocks) {
            if (block instanceof Paragraph paragraph) {
              paragraph.passage().citations().stream()
                  .filter(mark -> mark.key().equals(key))
                  .forEach(
                      mark -> citedAt.add(paragraph.passage().source(mark.start(), mark.end())));
            }
          }
          built.add(
              new Reference(
                  key,
                  draft.text(),
                  host.find() ? host.group(1) : null,
                  null,
                  null,
                  null,
                  draft.span(),
                  citedAt));
        });
    Document document =
        new Document(
            "sha256:case",
            "case.txt",
            "text/plain",
            new Metadata(null, genre, null, List.of(), null, null),
            null,
            all,
            sections,
            blocks,
            built,
            Locator.ofLines(all),
            List.of(),
            List.of());
    List<Unit> annotated = new ArrayList<>();
    for (UnitDraft draft : units) {
      annotated.add(
          new Unit(
              blocks.get(draft.block()),
              draft.part(),
              draft.section(),
              draft.reading(),
              draft.cell(),
              List.of(new Sentence(0, draft.reading().length(), List.of())),
              draft.mentions()));
    }
    return new NoteEvidence(
        new AnnotatedDocument(document, annotated),
        studies.values().stream().map(StudyDraft::build).toList(),
        regimens,
        records,
        claims,
        GOOD_SIDES);
  }

  private static Map<String, Better> goodSides() {
    try {
      return Vocabulary.load(Path.of("config/lexicon")).goodSides();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
