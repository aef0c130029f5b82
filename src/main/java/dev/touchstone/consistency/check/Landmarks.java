package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.quantity.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Survival at a landmark, such as at 12 months, against the median and the time of follow-up. */
final class Landmarks {

  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  private static final String SETTLE =
      "Look up both figures in the source; they may be exchanged, or of other patients.";

  /** A rate that nobody has seen yet. */
  private static final Pattern FORETOLD =
      Pattern.compile("(?i)\\b(?:predict|project|extrapolat|expect|assum|estimated to|model)");

  private Landmarks() {}

  /** Before its median a survival rate is at least 50%, after it at most. */
  static @Nullable FindingDraft excluded(
      NoteReading reading, EvidenceRecord median, EvidenceRecord rate) {
    if (median.outcome().code().equals("TTP")) {
      return null;
    }
    boolean low = TimeOrder.range(rate).high().compareTo(HALF) < 0;
    boolean high = TimeOrder.range(rate).low().compareTo(HALF) > 0;
    if (TimeOrder.isNotReached(median)) {
      return low && areTogether(reading, median, rate)
          ? finding(reading, median, rate, "not reached", true)
          : null;
    }
    BigDecimal time = TimeOrder.days(rate);
    Interval at = TimeOrder.inDays(median);
    if (time == null || at == null) {
      return null;
    }
    boolean tooLow = time.compareTo(at.low()) < 0 && low;
    boolean tooHigh = time.compareTo(at.high()) > 0 && high;
    return tooLow || tooHigh
        ? finding(reading, median, rate, Printed.words(median.value()), tooLow)
        : null;
  }

  /** In one table or sentence: elsewhere the words leave open whose median it was. */
  static boolean areTogether(NoteReading reading, EvidenceRecord one, EvidenceRecord other) {
    return one.source().cell() != null && other.source().cell() != null
        || reading.sameSentence(one.source().span(), other.source().span());
  }

  private static FindingDraft finding(
      NoteReading reading,
      EvidenceRecord median,
      EvidenceRecord rate,
      String stated,
      boolean tooLow) {
    String code = rate.outcome().code();
    boolean open = TimeOrder.isNotReached(median);
    return FindingDraft.of(
            Severity.WARNING,
            code
                + " of "
                + Printed.words(rate.value())
                + " at "
                + TimeOrder.at(rate)
                + (open
                    ? " excludes a median that is not reached."
                    : " excludes a median of " + stated + "."))
        .expected((tooLow ? "at least" : "at most") + " 50% at " + TimeOrder.at(rate))
        .found(Printed.words(rate.value()))
        .at(median.source(), rate.source())
        .step("Median " + code, "half of the patients", stated)
        .step(
            code + " at " + TimeOrder.at(rate),
            tooLow ? "before the median: at least 50%" : "after the median: at most 50%",
            Printed.words(rate.value()))
        .settle(SETTLE)
        .identity(reading.studyName(rate.study()), code, TimeOrder.at(rate))
        .identity(Printed.words(rate.value()), stated);
  }

  /** Rates at a time that nobody was followed for. */
  static TotalMismatch.Result late(NoteReading reading, Collection<List<EvidenceRecord>> groups) {
    if (reading.note().studies().size() > 1 && !reading.isArticle()) {
      return TotalMismatch.Result.NONE;
    }
    LongestFollowUp longest = LongestFollowUp.in(reading);
    if (longest == null) {
      return TotalMismatch.Result.NONE;
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (List<EvidenceRecord> group : groups) {
      for (EvidenceRecord record : group) {
        BigDecimal time = TimeOrder.isRate(record) ? TimeOrder.days(record) : null;
        if (time == null
            || !FlowSentences.isOfThisTrial(reading, record.source().section())
            || isForetold(reading, record)) {
          continue;
        }
        candidates++;
        if (time.compareTo(longest.days()) > 0 && findings.isEmpty()) {
          findings.add(late(reading, longest, record));
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static boolean isForetold(NoteReading reading, EvidenceRecord record) {
    var sentence = reading.sentenceAt(record.source().span());
    return sentence != null && FORETOLD.matcher(reading.document().quote(sentence)).find();
  }

  private static FindingDraft late(
      NoteReading reading, LongestFollowUp longest, EvidenceRecord rate) {
    String code = rate.outcome().code();
    String at = TimeOrder.at(rate);
    return FindingDraft.of(
            Severity.WARNING,
            code
                + " is given at "
                + at
                + ", but nobody was followed longer than "
                + longest.words().toLowerCase(Locale.ROOT)
                + ".")
        .expected("a time of at most " + longest.words())
        .found(at)
        .at(longest.place(), rate.source())
        .step("Longest follow-up", null, longest.words())
        .step(code + " at " + at, "later than that", Printed.words(rate.value()))
        .settle("Look up the follow-up in the source; it may be of another analysis.")
        .identity(reading.studyName(rate.study()), code, at, longest.words());
  }
}
