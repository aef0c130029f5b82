package dev.touchstone.vocabulary;

import dev.touchstone.vocabulary.LexiconFile.Row;
import dev.touchstone.vocabulary.OutcomeEntry.Better;
import dev.touchstone.vocabulary.OutcomeEntry.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that the program knows: drugs, outcomes, adverse events, conditions, units, cue words.
 */
public final class Vocabulary {

  private final Lexicon<DrugEntry> drugs;
  private final Lexicon<OutcomeEntry> outcomes;
  private final Lexicon<String> conditions;
  private final Lexicon<UnitEntry> units;
  private final Map<String, Lexicon<String>> cues;
  private final List<Stem> stems;
  private final SortedMap<String, OutcomeEntry> outcomesByCode;
  private final SortedMap<String, Double> outcomeWeights;
  private final Map<String, PeopleWeight> peopleWeights;
  private final Map<String, Double> peoplePairWeights;
  private final Map<String, Better> goodSides;
  private final String fingerprint;

  private Vocabulary(Reader reader) {
    drugs = reader.drugs.build(reader.imported);
    outcomes = reader.outcomes.build();
    conditions = reader.conditions.build();
    units = reader.units.build();
    SortedMap<String, Lexicon<String>> built = new TreeMap<>();
    reader.cues.forEach((kind, builder) -> built.put(kind, builder.build()));
    cues = built;
    stems = List.copyOf(reader.stems);
    outcomesByCode = reader.outcomesByCode;
    outcomeWeights = reader.outcomeWeights;
    peopleWeights = Map.copyOf(reader.peopleWeights);
    peoplePairWeights = Map.copyOf(reader.peoplePairWeights);
    goodSides =
        outcomesByCode.values().stream()
            .collect(Collectors.toUnmodifiableMap(OutcomeEntry::code, OutcomeEntry::better));
    fingerprint = HexFormat.of().formatHex(reader.hash.digest());
  }

  /**
   * Reads the lexicons of a folder. Beside each {@code drugs.tsv} a user may put {@code
   * drugs-mine.tsv}, whose spellings come before ours.
   *
   * @throws IOException if a file is missing or a line is not as its format wants it; the message
   *     names file, line and cure
   */
  public static Vocabulary load(Path folder) throws IOException {
    Reader reader = new Reader();
    for (Row row : reader.rows(folder, "drugs")) {
      reader.drug(row);
    }
    for (Row row : reader.rows(folder, "outcomes")) {
      reader.outcome(row);
    }
    for (Row row : reader.rows(folder, "adverse-events")) {
      reader.adverseEvent(row);
    }
    for (Row row : reader.rows(folder, "conditions")) {
      reader.condition(row);
    }
    for (Row row : reader.rows(folder, "units")) {
      reader.unit(row);
    }
    for (Row row : reader.rows(folder, "triggers")) {
      reader.cue(row);
    }
    for (Row row : reader.rows(folder, "outcome-words")) {
      reader.cue(row);
    }
    for (Row row : reader.rows(folder, "outcome-weights")) {
      reader.outcomeWeight(row);
    }
    for (Row row : reader.rows(folder, "people-weights")) {
      reader.peopleWeight(row);
    }
    for (Row row : reader.rows(folder, "stems")) {
      reader.stem(row);
    }
    reader.imported(folder);
    return new Vocabulary(reader);
  }

  public Lexicon<DrugEntry> drugs() {
    return drugs;
  }

  /** Outcomes and adverse events; an event's code is {@code AE}. */
  public Lexicon<OutcomeEntry> outcomes() {
    return outcomes;
  }

  /** Diseases by their spellings, each with its preferred name. */
  public Lexicon<String> conditions() {
    return conditions;
  }

  public Lexicon<UnitEntry> units() {
    return units;
  }

  /**
   * Words that say how to read what stands near them, such as those of denial.
   *
   * @param kind as the first column of {@code triggers.tsv} or {@code outcome-words.tsv} has it
   */
  public Lexicon<String> cues(String kind) {
    Lexicon<String> lexicon = cues.get(kind);
    if (lexicon == null) {
      throw new IllegalArgumentException(
          "neither triggers.tsv nor outcome-words.tsv has words of the kind " + kind);
    }
    return lexicon;
  }

  public List<Stem> stems() {
    return stems;
  }

  /** The outcome of a code; of an adverse event {@code AE} itself. */
  public @Nullable OutcomeEntry outcome(String code) {
    return outcomesByCode.get(code);
  }

  /** What a feature of a number of people speaks for; nothing for one without an entry. */
  public PeopleWeight peopleWeight(String feature) {
    return peopleWeights.getOrDefault(feature, PeopleWeight.NONE);
  }

  /** What a feature of two numbers of people adds to their roles; 0 for one without an entry. */
  public double peoplePairWeight(String feature) {
    return peoplePairWeights.getOrDefault(feature, 0.0);
  }

  /** How much a feature of a named outcome speaks for it; 0 for one without an entry. */
  public double outcomeWeight(String feature) {
    return outcomeWeights.getOrDefault(feature, 0.0);
  }

  /** Which way a patient wants each outcome, by code. */
  public Map<String, Better> goodSides() {
    return goodSides;
  }

  /** Changes when and only when a lexicon file changes. */
  public String fingerprint() {
    return fingerprint;
  }

  private static final class Reader {

    private final Lexicon.Builder<DrugEntry> drugs = new Lexicon.Builder<>();
    private final Lexicon.Builder<OutcomeEntry> outcomes = new Lexicon.Builder<>();
    private final Lexicon.Builder<String> conditions = new Lexicon.Builder<>();
    private final Lexicon.Builder<UnitEntry> units = new Lexicon.Builder<>();
    private final SortedMap<String, Lexicon.Builder<String>> cues = new TreeMap<>();
    private final List<Stem> stems = new ArrayList<>();
    private final SortedMap<String, OutcomeEntry> outcomesByCode = new TreeMap<>();
    private final SortedMap<String, Double> outcomeWeights = new TreeMap<>();
    private final Map<String, PeopleWeight> peopleWeights = new HashMap<>();
    private final Map<String, Double> peoplePairWeights = new HashMap<>();
    private final List<NameIndex> imported = new ArrayList<>();
    private final MessageDigest hash;

    Reader() {
      try {
        hash = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException never) {
        throw new IllegalStateException("every Java platform has SHA-256", never);
      }
    }

    List<Row> rows(Path folder, String name) throws IOException {
      List<Row> rows =
          LexiconFile.of(folder, name).stream().flatMap(file -> file.rows().stream()).toList();
      for (Row row : rows) {
        hash.update(
            (name + "\t" + String.join("\t", row.cells()) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return rows;
    }

    /** What a user imported; its own hash stands for its content. */
    void imported(Path folder) throws IOException {
      for (ImportedVocabulary vocabulary : ImportedVocabulary.in(folder)) {
        imported.add(NameIndex.open(vocabulary.index(folder)));
        hash.update(
            (vocabulary.name() + "\t" + vocabulary.sha256() + "\n")
                .getBytes(StandardCharsets.UTF_8));
      }
    }

    void drug(Row row) throws IOException {
      String name = row.required(0, "name");
      String kind = row.cell(1).isEmpty() ? "drug" : row.cell(1);
      SortedMap<String, String> ids = new TreeMap<>();
      for (String id : row.list(4)) {
        int equals = id.indexOf('=');
        if (equals > 0) {
          ids.put(id.substring(0, equals), id.substring(equals + 1));
        }
      }
      DrugEntry entry = new DrugEntry(name, kind, row.cell(2), ids, row.list(5));
      drugs.add(name, entry);
      row.list(3).forEach(spelling -> drugs.add(spelling, entry));
    }

    void outcome(Row row) throws IOException {
      String code = row.required(0, "code");
      String name = row.required(1, "name");
      String statistic = row.cell(3).isEmpty() ? null : row.cell(3);
      Better better = row.parse(4, "one of +, - and .", Reader::better);
      Shape shape = row.parse(5, "a shape", cell -> Shape.valueOf(cell.toUpperCase(Locale.ROOT)));
      OutcomeEntry entry = new OutcomeEntry(code, name, statistic, better, shape);
      outcomesByCode.putIfAbsent(code, entry);
      outcomes.add(name, entry);
      row.list(2).forEach(spelling -> outcomes.add(spelling, entry));
    }

    void adverseEvent(Row row) throws IOException {
      String name = row.required(0, "name");
      OutcomeEntry entry = new OutcomeEntry("AE", name, null, Better.LOWER, Shape.SHARE);
      outcomesByCode.putIfAbsent("AE", entry);
      outcomes.add(name, entry);
      row.list(2).forEach(spelling -> outcomes.add(spelling, entry));
    }

    void condition(Row row) throws IOException {
      String name = row.required(0, "name");
      conditions.add(name, name);
      row.list(1).forEach(spelling -> conditions.add(spelling, name));
    }

    void unit(Row row) throws IOException {
      UnitEntry entry = new UnitEntry(row.required(0, "code"), row.required(1, "dimension"));
      row.list(2).forEach(spelling -> units.add(spelling, entry));
    }

    void cue(Row row) throws IOException {
      String kind = row.required(0, "kind");
      Lexicon.Builder<String> builder =
          cues.computeIfAbsent(kind, unused -> new Lexicon.Builder<>());
      row.list(1).forEach(words -> builder.add(words, row.cell(2).isEmpty() ? words : row.cell(2)));
    }

    void outcomeWeight(Row row) throws IOException {
      outcomeWeights.put(row.required(0, "feature"), row.parse(1, "a number", Double::parseDouble));
    }

    void peopleWeight(Row row) throws IOException {
      String feature = row.required(1, "feature");
      if (row.parse(0, "\"number\" or \"pair\"", Reader::isPair)) {
        peoplePairWeights.put(feature, weight(row, 2));
      } else {
        peopleWeights.put(
            feature, new PeopleWeight(weight(row, 2), weight(row, 3), weight(row, 4)));
      }
    }

    private static boolean isPair(String kind) {
      if (!kind.equals("pair") && !kind.equals("number")) {
        throw new IllegalArgumentException(kind);
      }
      return kind.equals("pair");
    }

    private static double weight(Row row, int column) throws IOException {
      return row.cell(column).isEmpty() ? 0 : row.parse(column, "a number", Double::parseDouble);
    }

    void stem(Row row) throws IOException {
      String text = row.required(0, "stem");
      Stem.Position position =
          row.parse(1, "a position", cell -> Stem.Position.valueOf(cell.toUpperCase(Locale.ROOT)));
      int shortest =
          row.cell(2).isEmpty() ? text.length() : row.parse(2, "a number", Integer::parseInt);
      for (String each : text.split("\\|", -1)) {
        stems.add(new Stem(each.strip(), position, shortest, row.cell(3)));
      }
    }

    private static Better better(String cell) {
      return switch (cell) {
        case "+" -> Better.HIGHER;
        case "-" -> Better.LOWER;
        case "." -> Better.NEITHER;
        default -> throw new IllegalArgumentException(cell);
      };
    }
  }
}
