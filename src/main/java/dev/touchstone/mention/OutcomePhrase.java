package dev.touchstone.mention;

import dev.touchstone.mention.Outcome.TimePoint;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One outcome of the lexicon with the words around it that belong to it. */
final class OutcomePhrase {

  private static final Pattern LEFT =
      Pattern.compile(
          "(?:(?<![\\p{L}])(?:median|mean|average|overall|estimated|actuarial|cumulative|best|confirmed|unconfirmed|crude|rates? of|incidences? of"
              + "|frequency of|proportion of|percentage of|probability of|risk of|number of|treatment-related|drug-related|treatment-emergent|severe|acute|chronic"
              + "|serious|mild|moderate|any|primary|clinical|objective|symptomatic|transient|reversible|late|early)\\s+(?:the\\s+)?)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RIGHT =
      Pattern.compile(
          "\\s(?:rates?|probabilit(?:y|ies)|percentages?|scores?|levels?|times?|proportions?|values?)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TREATMENT_DEATH =
      Pattern.compile(
          "(?:treatment-related|drug-related|toxic|fatal (?:adverse )?(?:event|reaction))|(?:deaths?|mortality)\\s(?:that were |were )?(?:attributed|attributable|related|due|owing) to (?:the |study )?(?:treatment|drug|toxicity|therapy|chemotherapy)",
          Pattern.CASE_INSENSITIVE);
  private static final int AT_DISTANCE = 90;

  /**
   * The words that belong to names of the lexicon.
   *
   * @param endpoint of a sentence that announces outcomes
   * @param purpose of a sentence that says what a study is for
   */
  record Names(
      Lexicon<OutcomeEntry> outcomes,
      Lexicon<String> endpoint,
      Lexicon<String> purpose,
      OutcomeWords words) {

    static Names of(Vocabulary vocabulary) {
      return new Names(
          vocabulary.outcomes(),
          vocabulary.cues("endpoint"),
          vocabulary.cues("purpose"),
          new OutcomeWords(vocabulary));
    }
  }

  private final Names names;
  private final Reading reading;
  private final String text;
  private final Hit<OutcomeEntry> hit;
  private final int floor;
  private final int ceiling;
  private final List<Grades.Grade> grades;
  private final List<TimePoints.Found> times;
  private int start;
  private int end;
  private @Nullable TimePoint at;
  private @Nullable String grade;

  /**
   * @param floor the phrase does not begin before this character
   * @param ceiling where the next outcome begins
   */
  OutcomePhrase(
      Names names,
      Reading reading,
      Hit<OutcomeEntry> hit,
      int floor,
      int ceiling,
      List<Grades.Grade> grades,
      List<TimePoints.Found> times) {
    this.names = names;
    this.reading = reading;
    this.text = reading.text();
    this.hit = hit;
    this.floor = floor;
    this.ceiling = ceiling;
    this.grades = grades;
    this.times = times;
    this.start = hit.start();
    this.end = hit.end();
  }

  /** Adds the mention; returns where it ends. */
  int add() {
    right();
    left();
    OutcomeSpans.Extent extent =
        new OutcomeSpans(reading, names.words()).of(start, end, floor, ceiling);
    if (extent == null) {
      return floor;
    }
    start = extent.start();
    end = abbreviated(start, extent.end());
    far();
    String label = text.substring(start, end).replaceAll("\\s+", " ");
    String statistic = StatisticWords.in(label);
    OutcomeEntry entry = hit.entry();
    if (entry.code().equals("DEATH")
        && TREATMENT_DEATH
            .matcher(label + text.substring(end, Math.min(text.length(), end + 40)))
            .find()) {
      return addDeathOfTreatment(label);
    }
    String term =
        entry.isAdverseEvent() && !entry.name().equals("adverse events") ? entry.name() : null;
    Outcome outcome =
        new Outcome(
            entry.code(),
            label,
            statistic == null ? entry.statistic() : statistic,
            at,
            grade,
            term,
            null,
            use());
    String origin =
        (entry.isAdverseEvent() ? "adverse-events.tsv: " : "outcomes.tsv: ") + entry.name();
    reading.add(new Draft(MentionType.OUTCOME, start, end, origin, outcome));
    reading.spend(hit.start(), hit.end());
    return end;
  }

  /** A death that the treatment caused is an adverse event of grade 5. */
  private int addDeathOfTreatment(String label) {
    Outcome outcome = new Outcome("AE", label, null, at, "5", "death", null, use());
    reading.add(new Draft(MentionType.OUTCOME, start, end, "death of treatment", outcome));
    reading.spend(hit.start(), hit.end());
    return end;
  }

  private void right() {
    boolean more = true;
    while (more) {
      int before = end;
      end = abbreviated(start, end);
      Matcher rate = RIGHT.matcher(text).region(end, text.length());
      if (rate.lookingAt()) {
        end = rate.end();
      }
      more = end > before;
    }
  }

  /**
   * Where the bracket with the abbreviation of the name ends. Another outcome's abbreviation is no
   * part of the name, even if its letters are found in it: {@code overall response rate (OS)}.
   */
  private int abbreviated(int from, int last) {
    Initials.Bracket bracket = Initials.bracket(text, last);
    if (bracket == null) {
      return last;
    }
    OutcomeEntry inner = names.outcomes().get(bracket.letters());
    boolean its =
        inner == null
            ? Initials.areOf(bracket.letters(), text.substring(from, last))
            : inner.code().equals(hit.entry().code())
                && (!inner.isAdverseEvent() || inner.equals(hit.entry()));
    return its ? bracket.end() : last;
  }

  private void left() {
    boolean more = true;
    while (more) {
      more = false;
      String before = text.substring(Math.max(floor, start - 48), start);
      Matcher word = LEFT.matcher(before);
      if (word.find()) {
        start -= before.length() - word.start();
        more = true;
        continue;
      }
      for (TimePoints.Found time : times) {
        if (time.adjective()
            && time.start() >= floor
            && time.end() < start
            && text.substring(time.end(), start).isBlank()) {
          start = time.start();
          at = time.at();
          more = true;
        }
      }
      for (Grades.Grade each : grades) {
        if (each.start() >= floor
            && each.end() < start
            && text.substring(each.end(), start).isBlank()
            && grade == null) {
          start = each.start();
          grade = each.value();
          more = true;
        }
      }
    }
  }

  /**
   * Grades and time points that stand apart: {@code neutropenia (grade 3-4)}, {@code PFS at 6
   * months}.
   */
  private void far() {
    int sentence = reading.sentenceEnd(hit.start());
    for (Grades.Grade each : grades) {
      if (grade == null
          && each.start() >= end
          && each.start() - end <= 4
          && text.substring(end, each.start()).matches("[\\s,(]*(?:of )?")) {
        grade = each.value();
      }
    }
    for (TimePoints.Found time : times) {
      if (at == null
          && !time.adjective()
          && time.start() >= end
          && time.start() < Math.min(Math.min(sentence, ceiling), end + AT_DISTANCE)) {
        at = time.at();
      }
    }
    for (TimePoints.Found time : times) {
      int from = reading.sentenceStart(hit.start());
      if (at == null
          && !time.adjective()
          && time.start() == from
          && time.end() < start
          && start - time.end() < AT_DISTANCE / 2) {
        at = time.at();
      }
    }
  }

  private @Nullable String use() {
    if (reading.isCell()) {
      return "result";
    }
    int from = reading.sentenceStart(hit.start());
    int to = reading.sentenceEnd(hit.start());
    for (int i = reading.wordAt(from);
        i < reading.words().size() && reading.words().get(i).start() < to;
        i++) {
      if (names.endpoint().longestAt(text, reading.words(), i) != null
          || names.purpose().longestAt(text, reading.words(), i) != null) {
        return "endpoint";
      }
    }
    return null;
  }
}
