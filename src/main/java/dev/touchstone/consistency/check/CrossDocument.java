package dev.touchstone.consistency.check;

import dev.touchstone.consistency.CorpusCheck;
import dev.touchstone.consistency.CrossFinding;
import dev.touchstone.consistency.CrossFinding.Place;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.StatedValue;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The same study, arm, outcome and statistic with different values in two documents. */
public final class CrossDocument implements CorpusCheck {

  /** Beyond it a finding is no longer read. */
  private static final int MOST_PLACES = 20;

  /** A sentence that is longer is quoted by the value alone. */
  private static final int LONGEST_QUOTE = 400;

  CrossDocument() {}

  @Override
  public String rule() {
    return "cross-document";
  }

  @Override
  public String summary() {
    return "Two documents print one value of a study differently; look it up.";
  }

  @Override
  public List<StatedValue> values(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Map<String, Set<String>> beside = beside(reading);
    List<StatedValue> values = new ArrayList<>();
    for (EvidenceRecord record : note.records()) {
      Study study = reading.study(record.study());
      OutcomeKey outcome = OutcomeKey.of(record);
      String name = study == null ? null : StudyNames.of(note, study);
      String arms = study == null ? null : StudyNames.arms(study, record);
      if (name != null
          && arms != null
          && outcome != null
          && record.candidates().isEmpty()
          && FactKey.isComparable(note, record)) {
        String key =
            String.join(
                "\n",
                name,
                arms,
                outcome.toString(),
                FactKey.population(record.outcome().population()));
        values.add(stated(reading, record, name, arms, key, beside));
      }
    }
    return values;
  }

  private static StatedValue stated(
      NoteReading reading,
      EvidenceRecord record,
      String study,
      String arms,
      String key,
      Map<String, Set<String>> beside) {
    Span own = record.source().span();
    Span sentence = reading.sentenceAt(own);
    Span span =
        sentence != null && sentence.contains(own) && sentence.length() <= LONGEST_QUOTE
            ? sentence
            : own;
    Table table = reading.table(record.source().cell());
    var place = reading.document().locate(own);
    Set<String> others = new TreeSet<>(beside.getOrDefault(place(reading, record), Set.of()));
    String figure = figure(record.value());
    if (figure != null) {
      others.remove(figure);
    }
    String code = record.outcome().code();
    return new StatedValue(
        key,
        study,
        arms,
        FactKey.words(record),
        record.value(),
        others,
        !code.equals("OTHER") && !code.equals("AE") && isEstimate(record.value()),
        reading.title(record.source().section()),
        table == null ? null : reading.place(record.source()).replaceFirst("^in ", ""),
        place.page(),
        place.locator(),
        span,
        reading.document().quote(span));
  }

  /** P-values, ratios and counts belong to an analysis that the key does not hold. */
  private static boolean isEstimate(Measure value) {
    return switch (value.kind()) {
      case PERCENT, FRACTION, DURATION, MEDIAN, MEAN -> true;
      default -> false;
    };
  }

  /** The telling figures of each sentence and row. */
  private static Map<String, Set<String>> beside(NoteReading reading) {
    Map<String, Set<String>> beside = new HashMap<>();
    for (EvidenceRecord record : reading.note().records()) {
      String figure = figure(record.value());
      if (figure != null) {
        beside.computeIfAbsent(place(reading, record), any -> new TreeSet<>()).add(figure);
      }
    }
    return beside;
  }

  private static String place(NoteReading reading, EvidenceRecord record) {
    CellAddress cell = record.source().cell();
    if (cell != null) {
      return cell.table() + " row " + cell.row();
    }
    Span sentence = reading.sentenceAt(record.source().span());
    return sentence == null ? record.together() : "sentence " + sentence.start();
  }

  /** One digit is shared too easily, and a P-value; an interval has two figures. */
  private static @Nullable String figure(Measure measure) {
    String unit = measure.unit() == null ? "" : measure.unit();
    if (measure.kind() == Measure.Kind.CI && measure.low() != null && measure.high() != null) {
      return "ci " + plain(measure.low()) + " " + plain(measure.high()) + " " + unit;
    }
    ReportedNumber value = measure.value();
    if (value == null
        || value.value().precision() < 2
        || measure.kind() == Measure.Kind.P_VALUE
        || measure.comparator() != Measure.Comparator.EQUAL) {
      return null;
    }
    return measure.kind().code() + " " + plain(value) + " " + unit;
  }

  private static String plain(ReportedNumber number) {
    return number.value().stripTrailingZeros().toPlainString();
  }

  @Override
  public @Nullable CrossFinding judge(List<Place> stated) {
    // Documents that print the same values are one witness.
    Map<Set<String>, List<Place>> byValues = new LinkedHashMap<>();
    Map<String, List<Place>> bySource = new TreeMap<>();
    stated.forEach(
        place -> bySource.computeIfAbsent(place.source(), any -> new ArrayList<>()).add(place));
    for (List<Place> places : bySource.values()) {
      Set<String> values =
          places.stream()
              .map(place -> Printed.normal(place.value().value()) + place.value().beside())
              .collect(Collectors.toCollection(TreeSet::new));
      byValues.putIfAbsent(values, places);
    }
    Pair best = null;
    List<List<Place>> witnesses = new ArrayList<>(byValues.values());
    for (int i = 0; i < witnesses.size(); i++) {
      for (int j = i + 1; j < witnesses.size(); j++) {
        Pair pair = worst(witnesses.get(i), witnesses.get(j));
        if (pair != null && (best == null || pair.severity().compareTo(best.severity()) < 0)) {
          best = pair;
        }
      }
    }
    return best == null ? null : finding(best, bySource);
  }

  private record Pair(Place one, Place other, Severity severity) {}

  /** A document that prints both values disagrees with itself, and not with the other document. */
  private static @Nullable Pair worst(List<Place> here, List<Place> there) {
    Pair worst = null;
    for (Place one : here) {
      for (Place other : there) {
        if (Printed.agree(one.value().value(), other.value().value())) {
          return null;
        }
        Severity severity =
            stands(one.value(), other.value()) || stands(other.value(), one.value())
                ? null
                : severity(one.value(), other.value());
        if (severity != null && (worst == null || severity.compareTo(worst.severity()) < 0)) {
          worst = new Pair(one, other, severity);
        }
      }
    }
    return worst;
  }

  /** Whether a value stands beside the other one too: then that one is of another group. */
  private static boolean stands(StatedValue value, StatedValue other) {
    String figure = figure(value.value());
    return figure != null && other.beside().contains(figure);
  }

  /**
   * Two documents may report a study at two times. Only where they print other figures of the
   * analysis alike, its interval or two values, do they speak of the same one; without any, a named
   * end point is worth a look.
   */
  private static @Nullable Severity severity(StatedValue one, StatedValue other) {
    Set<String> shared = new TreeSet<>(one.beside());
    shared.retainAll(other.beside());
    boolean about = isAbout(one) || isAbout(other);
    boolean certain =
        shared.size() > 1 || shared.stream().anyMatch(figure -> figure.startsWith("ci "));
    if (certain && !about) {
      return Severity.ERROR;
    }
    if (!shared.isEmpty()) {
      return Severity.WARNING;
    }
    return one.named() && !about ? Severity.NOTE : null;
  }

  private static boolean isAbout(StatedValue stated) {
    return stated.value().comparator() == Measure.Comparator.ABOUT;
  }

  private CrossFinding finding(Pair pair, Map<String, List<Place>> bySource) {
    Place one = pair.one();
    Place other = pair.other();
    String first = Printed.words(one.value().value());
    String second = Printed.words(other.value().value());
    List<Place> where = new ArrayList<>(List.of(one, other));
    for (List<Place> places : bySource.values()) {
      Place place = places.get(0);
      boolean there = where.stream().anyMatch(it -> it.source().equals(place.source()));
      if (!there && where.size() < MOST_PLACES) {
        where.add(place);
      }
    }
    String message =
        one.value().outcome()
            + " in "
            + one.value().study()
            + " is "
            + first
            + " in "
            + file(one.source(), other.source())
            + " and "
            + second
            + " in "
            + file(other.source(), one.source())
            + ".";
    List<String> values =
        new ArrayList<>(
            new TreeSet<>(
                List.of(
                    Printed.normal(one.value().value()), Printed.normal(other.value().value()))));
    List<String> identity = new ArrayList<>(List.of(one.value().key()));
    identity.addAll(values);
    return CrossFinding.of(
        rule(),
        pair.severity(),
        message,
        first + " and " + second,
        pair.severity() == Severity.NOTE
            ? "Look up which data cut-off each document reports; only one may be current."
            : "Look up the value in the publication or registry entry of the study.",
        where,
        identity);
  }

  /** The file's name, or its path where the other has the same name. */
  private static String file(String source, String other) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    return name.equals(other.substring(other.lastIndexOf('/') + 1)) ? source : name;
  }
}
