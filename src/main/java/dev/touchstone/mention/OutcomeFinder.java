package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what was measured: endpoints and adverse events with statistic, time point and grade. */
final class OutcomeFinder {

  private static final Pattern STATISTIC =
      Pattern.compile(
          "(?<!\\p{L})(?:median|mean|average)\\s(?:the\\s)?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENDS_OF =
      Pattern.compile("(?:duration|length) of (?:the )?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern EVENT =
      Pattern.compile("\\s(?:events?|reactions?|effects?)(?![\\p{L}])");

  private final Lexicon<OutcomeEntry> outcomes;
  private final OutcomePhrase.Names names;

  OutcomeFinder(Vocabulary vocabulary) {
    outcomes = vocabulary.outcomes();
    names = OutcomePhrase.Names.of(vocabulary);
  }

  void find(Reading reading) {
    String text = reading.text();
    List<Grades.Grade> grades = Grades.in(text);
    List<TimePoints.Found> times = TimePoints.in(text);
    grades.forEach(grade -> reading.spend(grade.start(), grade.end()));
    times.forEach(time -> reading.spend(time.start(), time.end()));
    List<Hit<OutcomeEntry>> hits = new ArrayList<>();
    for (Hit<OutcomeEntry> hit : outcomes.longest(text, reading.words())) {
      if (OutcomeSenses.isOutcome(reading, hit)) {
        hits.add(hit);
      }
    }
    int from = 0;
    for (int i = 0; i < hits.size(); i++) {
      Hit<OutcomeEntry> hit = hits.get(i);
      if (hit.start() < from) {
        continue;
      }
      // "Overall survival (OS, 15 months)" names it once.
      boolean again =
          i > 0
              && hits.get(i - 1).entry().code().equals(hit.entry().code())
              && from > 0
              && text.substring(from, hit.start()).matches("\\s?[(\\[]\\s?");
      if (again) {
        continue;
      }
      int to = i + 1 < hits.size() ? hits.get(i + 1).start() : text.length();
      from = new OutcomePhrase(names, reading, hit, from, to, grades, times).add();
    }
    gradedEvents(reading, grades);
    treatmentDurations(reading);
  }

  /**
   * An outcome that is not merely announced is reported where its sentence has a value. One that no
   * lexicon lists is none without a value, and following people up is none but for how long.
   */
  void settle(Reading reading) {
    for (Draft draft : reading.drafts(MentionType.OUTCOME)) {
      Outcome outcome = (Outcome) draft.normal();
      int from = reading.sentenceStart(draft.start());
      int to = reading.sentenceEnd(draft.start());
      boolean guessed = outcome.code().equals("OTHER") && !reading.isCell();
      boolean period = outcome.code().equals("FOLLOW-UP") && outcome.statistic() == null;
      boolean announced = "endpoint".equals(outcome.use());
      if ((guessed && !announced || period && !reading.isCell())
          && !reading.has(MentionType.MEASURE, from, to)) {
        reading.replace(draft, draft.as(MentionType.NAMED_OUTCOME));
        continue;
      }
      if (outcome.use() == null && reading.has(MentionType.MEASURE, from, to)) {
        Outcome reported =
            new Outcome(
                outcome.code(),
                outcome.label(),
                outcome.statistic(),
                outcome.at(),
                outcome.grade(),
                outcome.term(),
                outcome.population(),
                "result");
        reading.replace(draft, draft.with(reported));
      }
    }
  }

  /** {@code a grade 3 event} names an adverse event of that grade without saying which. */
  private static void gradedEvents(Reading reading, List<Grades.Grade> grades) {
    String text = reading.text();
    for (Grades.Grade grade : grades) {
      Matcher event = EVENT.matcher(text).region(grade.end(), text.length());
      if (event.lookingAt() && !reading.has(MentionType.OUTCOME, grade.start(), event.end())) {
        String label = text.substring(grade.start(), event.end());
        Outcome outcome = new Outcome("AE", label, null, null, grade.value(), null, null, null);
        reading.add(
            new Draft(MentionType.OUTCOME, grade.start(), event.end(), "grade and event", outcome));
      }
    }
  }

  /** {@code Median duration of} a drug is how long it was taken. */
  private static void treatmentDurations(Reading reading) {
    String text = reading.text();
    for (Draft drug : reading.drafts(MentionType.DRUG)) {
      int from = Math.max(0, drug.start() - 40);
      Matcher lead = ENDS_OF.matcher(text.substring(from, drug.start()));
      if (lead.find() && !reading.has(MentionType.OUTCOME, from + lead.start(), drug.end())) {
        int start = from + lead.start();
        Matcher median = STATISTIC.matcher(text.substring(0, start));
        String statistic = null;
        if (median.find()) {
          statistic = StatisticWords.in(text.substring(median.start(), start));
          start = median.start();
        }
        Outcome outcome =
            new Outcome(
                "TREATMENT-DURATION",
                text.substring(start, drug.end()),
                statistic,
                null,
                null,
                null,
                null,
                null);
        reading.add(
            new Draft(MentionType.OUTCOME, start, drug.end(), "duration of a drug", outcome));
      }
    }
  }
}
