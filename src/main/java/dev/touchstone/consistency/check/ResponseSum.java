package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Response categories and their sums: CR + PR is ORR, with SD it is DCR, and all are 100% at most.
 */
final class ResponseSum implements ConsistencyCheck {

  private static final Set<String> CODES = Set.of("CR", "PR", "SD", "PD", "NE", "ORR", "DCR");

  private static final List<String> CATEGORIES = List.of("CR", "PR", "SD", "PD", "NE");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The figures of one group of patients: by category, counts and percentages apart. */
  private static final class Responses {
    final Map<String, EvidenceRecord> counts = new TreeMap<>();
    final Map<String, EvidenceRecord> percents = new TreeMap<>();
    final Set<String> unclear = new TreeSet<>();

    void add(EvidenceRecord record) {
      Map<String, EvidenceRecord> side =
          record.value().kind() == Measure.Kind.COUNT ? counts : percents;
      EvidenceRecord before = side.putIfAbsent(record.outcome().code(), record);
      if (before != null && number(before).value().compareTo(number(record).value()) != 0) {
        // Confirmed and unconfirmed, by investigator and by review: two counts of one category.
        unclear.add(record.outcome().code());
      }
    }

    void settle() {
      counts.keySet().removeAll(unclear);
      percents.keySet().removeAll(unclear);
    }
  }

  @Override
  public String rule() {
    return "response-sum";
  }

  @Override
  public String summary() {
    return "Response categories and their sum disagree; recount the responders in the source.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Denominators denominators = reading.denominators();
    Map<String, Responses> groups = new LinkedHashMap<>();
    for (EvidenceRecord record : note.records()) {
      if (isResponse(record)) {
        groups.computeIfAbsent(key(record), any -> new Responses()).add(record);
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Responses group : groups.values()) {
      group.settle();
      if (group.counts.size() > 1 || group.percents.size() > 1) {
        candidates++;
        FindingDraft finding = judge(reading, denominators, group);
        if (finding != null) {
          findings.add(finding);
        }
      }
    }
    return Examination.of(
        candidates, findings, "No group of patients has more than one response category.");
  }

  private static boolean isResponse(EvidenceRecord record) {
    Measure value = record.value();
    return CODES.contains(record.outcome().code())
        && record.outcome().at() == null
        && record.candidates().isEmpty()
        && !record.isComparison()
        && value.value() != null
        && value.comparator() == Measure.Comparator.EQUAL
        && (value.kind() == Measure.Kind.COUNT || value.kind() == Measure.Kind.PERCENT);
  }

  /** One group of patients, in one table column or one section of the text. */
  private static String key(EvidenceRecord record) {
    CellAddress cell = record.source().cell();
    String arms =
        record.arms().stream().map(arm -> NoteReading.name(arm)).collect(Collectors.joining("+"));
    String place =
        cell == null ? record.source().section() : cell.table() + " column " + cell.col();
    return String.join(
        " | ",
        String.valueOf(record.study()),
        arms,
        String.valueOf(record.outcome().population()),
        place);
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading, Denominators denominators, Responses group) {
    for (boolean counts : new boolean[] {true, false}) {
      Map<String, EvidenceRecord> side = counts ? group.counts : group.percents;
      if (!counts && isSlipOfPair(denominators, group)) {
        return null;
      }
      FindingDraft finding = sum(reading, side, List.of("CR", "PR"), "ORR");
      if (finding == null) {
        finding = sum(reading, side, List.of("CR", "PR", "SD"), "DCR");
      }
      if (finding == null) {
        finding = sum(reading, side, List.of("ORR", "SD"), "DCR");
      }
      if (finding == null) {
        finding = part(reading, side);
      }
      if (finding == null) {
        finding = beyond(reading, denominators, side, counts);
      }
      if (finding != null) {
        return finding;
      }
    }
    return null;
  }

  /**
   * Whether the percentage of the total disagrees with a count that its parts confirm, in a column
   * that states its number: then that pair is the slip, and reported as such.
   */
  private static boolean isSlipOfPair(Denominators denominators, Responses group) {
    EvidenceRecord count = group.counts.get("ORR");
    EvidenceRecord percent = group.percents.get("ORR");
    if (count == null
        || percent == null
        || !group.counts.keySet().containsAll(List.of("CR", "PR"))
        || !count.together().equals(percent.together())) {
      return false;
    }
    List<Denominator> known = denominators.of(count);
    Share share = new Share(number(count), number(percent), count, percent);
    return !known.isEmpty()
        && known.get(0).rank() == Denominator.Rank.HEADER
        && known.stream().noneMatch(n -> share.fits(n.n()))
        && !share.cutOff(known.get(0).n());
  }

  private static @Nullable FindingDraft sum(
      NoteReading reading, Map<String, EvidenceRecord> side, List<String> parts, String whole) {
    EvidenceRecord total = side.get(whole);
    if (total == null || !side.keySet().containsAll(parts)) {
      return null;
    }
    List<EvidenceRecord> terms = parts.stream().map(code -> of(side, code)).toList();
    Interval sum = sum(terms);
    Interval stated = range(total);
    if (sum.meets(stated)) {
      return null;
    }
    // Disease control may ask for a shortest time of stable disease; then it is less than the sum.
    boolean less = stated.high().compareTo(sum.low()) < 0;
    Severity severity = whole.equals("DCR") && less ? Severity.NOTE : Severity.ERROR;
    String exact = printedSum(terms);
    String names = String.join(" and ", parts);
    return finding(reading, severity, terms, total)
        .expected(exact)
        .found(printed(total))
        .step(
            String.join(" + ", parts),
            terms.stream().map(ResponseSum::printed).collect(Collectors.joining(" + ")),
            exact)
        .step("Stated " + whole, null, printed(total))
        .identity(names, whole, exact, printed(total));
  }

  private static FindingDraft finding(
      NoteReading reading, Severity severity, List<EvidenceRecord> terms, EvidenceRecord total) {
    String names =
        terms.stream().map(its -> its.outcome().code()).collect(Collectors.joining(" and "));
    return FindingDraft.of(
            severity,
            names
                + " add up to "
                + printedSum(terms)
                + ", but "
                + total.outcome().code()
                + " is "
                + printed(total)
                + ".")
        .at(terms.stream().map(EvidenceRecord::source).toList())
        .at(total.source())
        .settle("Recount the responders in the source, and look up how the sum is defined there.")
        .identity(reading.studyName(total.study()), arm(total));
  }

  /** A category alone that is above the sum it belongs to. */
  private static @Nullable FindingDraft part(
      NoteReading reading, Map<String, EvidenceRecord> side) {
    for (String[] pair :
        new String[][] {{"CR", "ORR"}, {"PR", "ORR"}, {"ORR", "DCR"}, {"SD", "DCR"}}) {
      EvidenceRecord part = side.get(pair[0]);
      EvidenceRecord whole = side.get(pair[1]);
      if (part != null && whole != null && range(part).low().compareTo(range(whole).high()) > 0) {
        return FindingDraft.of(
                Severity.ERROR,
                pair[0]
                    + " is "
                    + printed(part)
                    + ", more than "
                    + pair[1]
                    + ", "
                    + printed(whole)
                    + ", which includes it.")
            .expected("at least " + printed(part))
            .found(printed(whole))
            .at(part.source(), whole.source())
            .step(
                pair[0] + " against " + pair[1],
                printed(part) + " > " + printed(whole),
                "impossible")
            .settle("Recount the responders in the source.")
            .identity(
                reading.studyName(whole.study()),
                arm(whole),
                pair[0],
                printed(part),
                printed(whole));
      }
    }
    return null;
  }

  private static @Nullable FindingDraft beyond(
      NoteReading reading,
      Denominators denominators,
      Map<String, EvidenceRecord> side,
      boolean counts) {
    List<EvidenceRecord> terms = new ArrayList<>();
    CATEGORIES.stream().filter(side::containsKey).forEach(code -> terms.add(of(side, code)));
    if (terms.size() < 2) {
      return null;
    }
    BigDecimal most = HUNDRED;
    Source place = null;
    if (counts) {
      Denominator n =
          denominators.of(terms.get(0)).stream()
              .filter(its -> its.rank() != Denominator.Rank.CONTEXT)
              .findFirst()
              .orElse(null);
      if (n == null) {
        return null;
      }
      most = BigDecimal.valueOf(n.n());
      place = n.place();
    }
    if (sum(terms).low().compareTo(most) <= 0) {
      return null;
    }
    String limit = counts ? most + " patients" : "100%";
    FindingDraft finding =
        FindingDraft.of(
                Severity.ERROR,
                "The response categories add up to "
                    + printedSum(terms)
                    + ", beyond "
                    + limit
                    + ".")
            .expected("at most " + limit)
            .found(printedSum(terms))
            .at(terms.stream().map(EvidenceRecord::source).toList())
            .step(
                terms.stream().map(its -> its.outcome().code()).collect(Collectors.joining(" + ")),
                terms.stream().map(ResponseSum::printed).collect(Collectors.joining(" + ")),
                printedSum(terms))
            .settle("Recount the categories in the source; a patient has one best response.")
            .identity(
                reading.studyName(terms.get(0).study()),
                arm(terms.get(0)),
                printedSum(terms),
                limit);
    return place == null ? finding : finding.at(place);
  }

  private static String arm(EvidenceRecord record) {
    return record.arms().stream().map(NoteReading::name).collect(Collectors.joining("+"));
  }

  private static EvidenceRecord of(Map<String, EvidenceRecord> side, String code) {
    EvidenceRecord record = side.get(code);
    if (record == null) {
      throw new IllegalStateException(code);
    }
    return record;
  }

  private static Interval sum(List<EvidenceRecord> terms) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (EvidenceRecord term : terms) {
      low = low.add(range(term).low());
      high = high.add(range(term).high());
    }
    return new Interval(low, high);
  }

  /** Counts are exact, percentages rounded. */
  private static Interval range(EvidenceRecord record) {
    ReportedNumber value = number(record);
    return record.value().kind() == Measure.Kind.COUNT
        ? new Interval(value.value(), value.value())
        : value.roundingInterval();
  }

  private static ReportedNumber number(EvidenceRecord record) {
    ReportedNumber value = record.value().value();
    if (value == null) {
      throw new IllegalStateException(record.id() + " has no value");
    }
    return value;
  }

  private static String printed(EvidenceRecord record) {
    String unit = record.value().kind() == Measure.Kind.PERCENT ? "%" : "";
    return number(record).value().toPlainString() + unit;
  }

  private static String printedSum(List<EvidenceRecord> terms) {
    BigDecimal sum = BigDecimal.ZERO;
    for (EvidenceRecord term : terms) {
      sum = sum.add(number(term).value());
    }
    String unit = terms.get(0).value().kind() == Measure.Kind.PERCENT ? "%" : "";
    return sum.toPlainString() + unit;
  }
}
