package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The months or years between which a study took its people in, in abstract and text: {@code From
 * March 2008 to June 2010}.
 */
final class StudyPeriods {

  private static final String MONTH =
      "(?:(?<%s>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?,? )?(?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:of )?";

  private static final Pattern PERIOD =
      Pattern.compile(
          "(?i)\\b(?:from|between) (?:\\d{1,2} )?"
              + String.format(MONTH, "m")
              + "(?<a>(?:19|20)\\d\\d) ?(?:to|and|until|till|through|-) ?(?:\\d{1,2} )?"
              + String.format(MONTH, "n")
              + "(?<b>\\d{4})\\b(?! ?(?:patients|participants|subjects|mg|women|men|children))");

  /** What is done with people when a study begins. */
  private static final Pattern TAKES_IN =
      Pattern.compile(
          "(?i)\\b(?:randomi[sz]|enrol|recruit|includ|admitted|eligible|screened|conducted|carried out|performed|took place)");

  /** Other studies, and what goes on later. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)\\b(?:previous|earlier|another|other|follow[- ]?up|et al|data\\b|database|search)");

  private record Period(
      @Nullable String from, int first, @Nullable String to, int last, Source at) {

    boolean isOne(Period other) {
      return first == other.first
          && last == other.last
          && isOneMonth(from, other.from)
          && isOneMonth(to, other.to);
    }

    /** Whether one end is the same, to the month where both give it. */
    boolean sharesAnEnd(Period other) {
      return first == other.first && isOneMonth(from, other.from)
          || last == other.last && isOneMonth(to, other.to);
    }

    private static boolean isOneMonth(@Nullable String one, @Nullable String other) {
      return one == null || other == null || one.equals(other);
    }

    String words() {
      return words(from, first) + " to " + words(to, last);
    }

    private static String words(@Nullable String month, int year) {
      return (month == null ? "" : Dispute.capital(month) + " ") + year;
    }
  }

  private StudyPeriods() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<Period> summary = new ArrayList<>();
    List<Period> body = new ArrayList<>();
    for (Unit unit : reading.prose()) {
      Boolean summed = isSummary(reading, unit.section());
      if (summed != null) {
        read(reading, unit, summed ? summary : body);
      }
    }
    Period one = only(summary);
    Period other = only(body);
    if (one == null || other == null) {
      return TotalMismatch.Result.NONE;
    }
    return TotalMismatch.Result.of(
        1, one.isOne(other) || !one.sharesAnEnd(other) ? List.of() : List.of(finding(one, other)));
  }

  /** Whether a section sums the study up, or tells how it was done; null for all others. */
  private static @Nullable Boolean isSummary(NoteReading reading, String section) {
    Boolean found = null;
    for (Section each : reading.document().path(section)) {
      if (each.role() == SectionRole.ABSTRACT) {
        return Boolean.TRUE;
      }
      if (each.role() == SectionRole.METHODS || each.role() == SectionRole.RESULTS) {
        found = Boolean.FALSE;
      }
    }
    return found;
  }

  private static void read(NoteReading reading, Unit unit, List<Period> periods) {
    String text = reading.plain(unit);
    for (Sentence sentence : unit.sentences()) {
      Matcher m = PERIOD.matcher(text).region(sentence.start(), sentence.end());
      String words = text.substring(sentence.start(), sentence.end());
      if (m.find() && TAKES_IN.matcher(words).find() && !OTHER.matcher(words).find()) {
        periods.add(
            new Period(
                month(m.group("m")),
                Integer.parseInt(m.group("a")),
                month(m.group("n")),
                Integer.parseInt(m.group("b")),
                new Source(unit.reading().source(m.start(), m.end()), unit.section(), null)));
      }
    }
  }

  private static @Nullable String month(@Nullable String name) {
    return name == null ? null : name.substring(0, 3).toLowerCase(Locale.ROOT);
  }

  /** The one period of several that agree; null where there is none, or two. */
  private static @Nullable Period only(List<Period> periods) {
    Period first = periods.isEmpty() ? null : periods.get(0);
    return first != null && periods.stream().allMatch(first::isOne) ? first : null;
  }

  private static FindingDraft finding(Period one, Period other) {
    return FindingDraft.of(
            Severity.WARNING,
            "The study's period is "
                + one.words()
                + " in the abstract, "
                + other.words()
                + " in the text.")
        .found(one.words() + " and " + other.words())
        .expected("one period")
        .at(one.at, other.at)
        .step("In the abstract", null, one.words())
        .step("In the text", null, other.words())
        .settle("Look up in the registry or the protocol when the study took people in.")
        .identity("period", one.words(), other.words());
  }
}
