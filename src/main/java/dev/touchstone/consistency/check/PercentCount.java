package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.Denominator.Rank;
import dev.touchstone.consistency.check.Share.Range;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Measure;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A count, the number it is counted from and its percentage: 3 of 40 patients is not 9.5%. */
final class PercentCount implements ConsistencyCheck {

  private static final String SETTLE =
      "Look up count and denominator in the source that the note cites, not in the note.";

  /** Labels of rows that hold for some of the patients. */
  private static final Pattern SOME =
      Pattern.compile(
          "(?i)^(?:fe)?males?\\b|^(?:wo)?men\\b|\\bsubgroup\\b"
              + "|\\b(?:of|among|in) (?:those|patients|participants|subjects|responders|(?:wo)?men|(?:fe)?males)\\b");

  private static final Pattern OF_A_SPREAD =
      Pattern.compile("(?i)\\b(?:means?|medians?|SD|SE|SEM|IQR|range)\\b|±");

  /** Two doses and a level of confidence look like counts and shares: {@code 21% (20/30 mg)}. */
  private static final Pattern NO_COUNT =
      Pattern.compile(
          "(?i)\\d\\s?/\\s?\\d+\\s?-?(?:mg|µg|mcg|g|ml|IU|units?)\\b|\\d\\s?%\\s?-?(?:CI\\b|confidence)");

  /** Behind the first of several parts: {@code 23% (one CR, 11 PR)}. */
  private static final Pattern PARTED =
      Pattern.compile("\\s[\\p{L}][\\p{L} -]{0,18}(?:,|,? and|;) \\d+ ");

  /** Units of counts that are no people. */
  private static final Pattern OF_OTHERS =
      Pattern.compile(
          "(?i)\\b(?:groups?|arms?|cycles?|days?|weeks?|months?|years?|doses?|times|visits?|cent(?:er|re)s?|sites|trials|studies|events|episodes)\\b|\\d/\\d+/\\d");

  @Override
  public String rule() {
    return "percent-count";
  }

  @Override
  public String summary() {
    return "A count and its percentage disagree; look up both in the source.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Denominators denominators = reading.denominators();
    Set<Share> ofAnotherNumber = new HashSet<>();
    List<ShareGroup> groups = reading.shareGroups();
    for (ShareGroup group : groups) {
      ShareGroup.Implied implied = group.implied();
      if (implied != null) {
        ofAnotherNumber.addAll(implied.pairs());
      }
    }
    Set<Share> firm = ofFirmColumns(groups);
    int candidates = 0;
    List<FindingDraft> findings = new ArrayList<>();
    for (List<EvidenceRecord> statement : reading.statements()) {
      Share share = Share.of(statement);
      share = share == null ? Share.inCell(reading, statement) : share;
      if (share != null) {
        candidates++;
        if (!ofAnotherNumber.contains(share)) {
          FindingDraft finding = judge(reading, share, denominators, groups, firm.contains(share));
          if (finding != null) {
            add(findings, finding);
          }
        }
      }
    }
    TotalMismatch.Result stated = StatedShares.examine(reading);
    candidates += stated.candidates();
    List<FindingDraft> more = new ArrayList<>(stated.findings());
    more.addAll(ColumnShares.slips(reading, denominators));
    for (FindingDraft finding : more) {
      if (findings.stream().noneMatch(its -> Places.meetFirst(its, finding))) {
        findings.add(finding);
      }
    }
    return Examination.of(
        candidates, findings, "The note prints no count together with its percentage.");
  }

  /** The same slip in several cells is one finding. */
  private static void add(List<FindingDraft> findings, FindingDraft finding) {
    for (FindingDraft known : findings) {
      if (known.message().equals(finding.message()) && Places.meet(known, finding)) {
        known.at(finding.places());
        return;
      }
    }
    findings.add(finding);
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading,
      Share share,
      Denominators denominators,
      List<ShareGroup> groups,
      boolean firm) {
    List<Denominator> known = denominators.of(share.countRecord());
    Denominator closest = known.isEmpty() ? null : known.get(0);
    boolean phrase = closest != null && closest.rank() == Rank.PHRASE;
    if (known.stream()
            .anyMatch(
                n ->
                    (n.rank() == Rank.PHRASE || !phrase)
                        && !(firm && n.rank() == Rank.CONTEXT)
                        && share.fits(n.n()))
        || !isOfPeople(reading, share)
        || isOfASpread(reading, share)) {
      return null;
    }
    if (share.count().value().signum() == 0) {
      // No participant is 0% of any number.
      return finding(reading, share, closest, Severity.ERROR);
    }
    boolean own =
        closest != null
            && closest.rank() != Rank.CONTEXT
            && share.count().value().intValue() <= closest.n();
    if (closest != null && own && (share.cutOff(closest.n()) || share.nearly(closest.n()))) {
      // The last digit was cut off, or rounded twice.
      return isHabit(share, groups) ? null : finding(reading, share, closest, Severity.NOTE);
    }
    if (phrase) {
      return finding(reading, share, closest, Severity.ERROR);
    }
    Range possible = share.denominators();
    if (possible == null && share.mayBeCutOff()) {
      return null;
    }
    if (possible == null) {
      boolean sure = share.countRecord().candidates().isEmpty() && (own || !share.isNearlySome());
      return finding(reading, share, closest, sure ? Severity.ERROR : Severity.NOTE);
    }
    if (closest != null && closest.rank() != Rank.HEADER && isBeyondAll(share, possible, known)) {
      return finding(
          reading, share, closest, reading.isArticle() ? Severity.NOTE : Severity.WARNING);
    }
    return closest == null || closest.rank() != Rank.HEADER || isOfSome(reading, share)
        ? null
        : finding(reading, share, closest, severity(share, closest, possible, groups));
  }

  /** Whether a pair of a table would be of more patients than any number that the note gives. */
  private static boolean isBeyondAll(Share share, Range possible, List<Denominator> known) {
    return share.countRecord().source().cell() != null
        && share.countRecord().candidates().isEmpty()
        && known.stream().allMatch(n -> n.n() < possible.low());
  }

  /** Pairs of columns whose other pairs fit its number, so that no other number explains one. */
  private static Set<Share> ofFirmColumns(List<ShareGroup> groups) {
    Set<Share> firm = new HashSet<>();
    for (ShareGroup group : groups) {
      Denominator stated = group.stated();
      if (stated != null
          && stated.rank() == Rank.HEADER
          && group.open().size() <= 1
          && group.fitting().stream().filter(its -> its.fits(stated.n())).count() >= 4) {
        firm.addAll(group.open());
        firm.addAll(group.fitting());
      }
    }
    return firm;
  }

  /** A row of means or medians prints a deviation in the brackets. */
  private static boolean isOfASpread(NoteReading reading, Share share) {
    CellAddress cell = share.countRecord().source().cell();
    Table table = reading.table(cell);
    if (cell == null || table == null) {
      return false;
    }
    @Nullable Cell[][] grid = reading.grid(table);
    for (int row = cell.row(); row >= table.headerRows() && row >= cell.row() - 1; row--) {
      Cell label = grid[row][0];
      String words = label == null ? "" : CellNumber.text(label);
      // The SD of a response is stable disease.
      if (!words.contains("%")
          && !words.contains("table disease")
          && !words.contains("table Disease")
          && OF_A_SPREAD.matcher(words).find()) {
        return true;
      }
    }
    return false;
  }

  /** A count of weeks or groups has no patients to be a share of. */
  private static boolean isOfPeople(NoteReading reading, Share share) {
    String quote = reading.quote(share.countRecord().source());
    return !NO_COUNT.matcher(quote + reading.after(share.countRecord().source())).find()
        && !reading.endsRange(share.countRecord())
        && !OF_OTHERS.matcher(quote).find()
        && !(quote.contains("%") && PARTED.matcher(following(reading, share)).lookingAt());
  }

  private static String following(NoteReading reading, Share share) {
    int from = share.countRecord().source().span().end();
    int to = Math.min(reading.document().text().length(), from + 30);
    return reading.document().quote(new Span(from, to));
  }

  /**
   * Whether a row speaks of some of the column's patients alone, such as the men; the note does not
   * say how many they are.
   */
  private static boolean isOfSome(NoteReading reading, Share share) {
    CellAddress cell = share.countRecord().source().cell();
    Table table = reading.table(cell);
    if (cell == null || table == null) {
      return false;
    }
    Cell label = reading.grid(table)[cell.row()][0];
    String words = label == null ? "" : reading.document().quote(label.span()).strip();
    return SOME.matcher(words).find();
  }

  /** A table that cuts off one digit after another has its own way of rounding. */
  private static boolean isHabit(Share share, List<ShareGroup> groups) {
    return groups.stream()
            .filter(group -> group.fitting().contains(share) || group.open().contains(share))
            .flatMap(group -> group.fitting().stream())
            .filter(
                other -> {
                  Denominator n =
                      groups.stream()
                          .filter(group -> group.fitting().contains(other))
                          .findFirst()
                          .map(ShareGroup::stated)
                          .orElse(null);
                  return n != null && !other.fits(n.n()) && other.cutOff(n.n());
                })
            .limit(2)
            .count()
        > 1;
  }

  /**
   * Another population may be meant, which makes the pair a warning at most; unless it would have
   * to be larger than the column that it stands in, and the column's other pairs fit.
   */
  private static Severity severity(
      Share share, Denominator closest, Range possible, List<ShareGroup> groups) {
    if (!share.countRecord().candidates().isEmpty()) {
      return Severity.NOTE;
    }
    if (share.isTransposed(closest.n())) {
      return Severity.ERROR;
    }
    long fitting =
        groups.stream()
            .filter(group -> group.open().contains(share))
            .mapToLong(group -> group.fitting().size())
            .sum();
    if (possible.low() > closest.n()) {
      return fitting > 0 ? Severity.ERROR : Severity.WARNING;
    }
    // In a table of baseline features a smaller number is the usual sign of missing values.
    boolean result = !share.countRecord().outcome().code().equals("OTHER");
    return result ? Severity.WARNING : Severity.NOTE;
  }

  private static FindingDraft finding(
      NoteReading reading, Share share, @Nullable Denominator n, Severity severity) {
    String count = share.count().asWritten();
    String percent = share.percent().asWritten().replace("%", "").strip() + "%";
    Range possible = share.denominators();
    FindingDraft finding =
        FindingDraft.of(severity, message(share, n, count, percent, possible))
            .found(percent)
            .settle(SETTLE)
            .at(share.countRecord().source(), share.percentRecord().source())
            .identity(reading.studyName(share.countRecord().study()), count, percent);
    if (n != null) {
      Source place = n.place();
      if (place != null) {
        finding.at(place);
      }
      finding
          .expected(share.printed(n.n()) + " (" + count + " of " + Figures.plain(n.n()) + ")")
          .step(
              count + " of " + Figures.plain(n.n()),
              "100 × " + count + " ÷ " + Figures.plain(n.n()),
              share.printed(n.n()))
          .identity(n.n());
    }
    finding.step(
        "Printed " + percent,
        "stands for "
            + share.percent().roundingInterval().low().toPlainString()
            + "% to "
            + share.percent().roundingInterval().high().toPlainString()
            + "%",
        null);
    finding.step(
        "Numbers that make " + count + " print as " + percent,
        null,
        possible == null ? "none" : possible.words());
    for (Source again : repetitions(reading, share)) {
      finding.at(again).step("Printed again " + reading.place(again), null, percent);
    }
    return finding;
  }

  private static String message(
      Share share,
      @Nullable Denominator n,
      String count,
      String percent,
      @Nullable Range possible) {
    boolean own =
        n != null && n.rank() != Rank.CONTEXT && share.count().value().intValue() <= n.n();
    if (n == null || possible == null && !own) {
      return share.count().value().signum() == 0
          ? "No patients is 0%, not " + percent + "."
          : "No number of patients makes " + count + " of them " + percent + ".";
    }
    String exact = share.printed(n.n());
    String of =
        count + " of " + Figures.plain(n.n()) + " patients is " + exact + ", not " + percent;
    if (n.rank() == Rank.PHRASE || possible == null || n.rank() == Rank.HEADER) {
      return of + ".";
    }
    return of + "; " + percent + " fits " + possible.words() + ".";
  }

  /** The same percentage of the same arm elsewhere: one slip, copied. */
  private static List<Source> repetitions(NoteReading reading, Share share) {
    EvidenceRecord own = share.percentRecord();
    List<Source> places = new ArrayList<>();
    for (EvidenceRecord other : reading.note().records()) {
      ReportedNumber value = other.value().value();
      if (other != own
          && other.value().kind() == Measure.Kind.PERCENT
          && value != null
          && value.value().equals(share.percent().value())
          && Objects.equals(own.study(), other.study())
          && sharesArm(own, other)
          && !other.together().equals(own.together())) {
        places.add(other.source());
      }
    }
    return places;
  }

  private static boolean sharesArm(EvidenceRecord one, EvidenceRecord other) {
    for (Arm arm : one.arms()) {
      if (other.arms().stream().anyMatch(its -> NoteReading.sameArm(arm, its))) {
        return true;
      }
    }
    return false;
  }
}
