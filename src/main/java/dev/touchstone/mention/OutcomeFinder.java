package dev.touchstone.mention;

import dev.touchstone.mention.Outcome.TimePoint;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was measured: endpoints and adverse events with statistic, time point and grade. */
final class OutcomeFinder {

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
  private static final Pattern BRACKET = Pattern.compile("\\s?\\(\\s?([\\p{L}\\d/-]{2,8})\\s?\\)");
  private static final Pattern ENDS_OF =
      Pattern.compile("(?:duration|length) of (?:the )?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_HERE_BEFORE =
      Pattern.compile(
          "(?:until(?: disease| tumor| tumour)?|dose[- ]|immune|stress|inflammatory|cell|overexpression of|cellular|host|graft|renal) $|(?:dose-|cell-)$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TREATMENT_DEATH =
      Pattern.compile(
          "(?:treatment-related|drug-related|toxic|fatal (?:adverse )?(?:event|reaction))|(?:deaths?|mortality)\\s(?:that were |were )?(?:attributed|attributable|related|due|owing) to (?:the |study )?(?:treatment|drug|toxicity|therapy|chemotherapy)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RATIO_BEHIND =
      Pattern.compile("\\s?(?:[=:,]|of|was|is)?\\s?\\d{1,2}[.·]\\d{1,3}(?![\\d%]|\\s%)");
  private static final Pattern SCALE =
      Pattern.compile(
          "\\s(?:sub)?(?:scores?|scales?|index|inventory|questionnaire|threshold)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EVENT =
      Pattern.compile("\\s(?:events?|reactions?|effects?)(?![\\p{L}])");
  private static final int AT_DISTANCE = 90;

  private final Lexicon<OutcomeEntry> outcomes;
  private final Lexicon<String> endpointWords;
  private final Lexicon<String> purposeWords;
  private final OutcomeWords words;

  OutcomeFinder(Vocabulary vocabulary) {
    outcomes = vocabulary.outcomes();
    endpointWords = vocabulary.cues("endpoint");
    purposeWords = vocabulary.cues("purpose");
    words = new OutcomeWords(vocabulary);
  }

  void find(Reading reading) {
    String text = reading.text();
    List<Grades.Grade> grades = Grades.in(text);
    List<TimePoints.Found> times = TimePoints.in(text);
    grades.forEach(grade -> reading.spend(grade.start(), grade.end()));
    times.forEach(time -> reading.spend(time.start(), time.end()));
    List<Hit<OutcomeEntry>> hits = new ArrayList<>();
    for (Hit<OutcomeEntry> hit : outcomes.longest(text, reading.words())) {
      if (isOutcomeHere(reading, hit)) {
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
      from = new Phrase(reading, hit, from, to, grades, times).add();
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

  private boolean isOutcomeHere(Reading reading, Hit<OutcomeEntry> hit) {
    String before = reading.text().substring(Math.max(0, hit.start() - 22), hit.start());
    String code = hit.entry().code();
    if (code.matches("PD|ORR|OS|DEATH|SD") && NOT_HERE_BEFORE.matcher(before).find()) {
      return false;
    }
    if (reading.isRedefined(hit.start(), hit.end())) {
      return false;
    }
    // "RR 1.34" is a risk ratio; "RR 34%" and "RR of 34 patients" are responses.
    if (hit.surface().equals("RR")
        && RATIO_BEHIND
            .matcher(reading.text())
            .region(hit.end(), reading.text().length())
            .lookingAt()) {
      return false;
    }
    // An irritability score measures; it is no event.
    if (hit.entry().isAdverseEvent()
        && SCALE.matcher(reading.text()).region(hit.end(), reading.text().length()).lookingAt()) {
      return false;
    }
    // "The incidence of relapse" is that of relapse.
    if (hit.entry().code().equals("INCIDENCE") && reading.text().startsWith(" of ", hit.end())) {
      return false;
    }
    // "In response to" is no response.
    boolean idiom = before.endsWith("in ") && reading.text().startsWith(" to ", hit.end());
    if (idiom || hit.surface().equals("SD") && isDeviation(reading, hit)) {
      return false;
    }
    return !reading.has(MentionType.DRUG, hit.start(), hit.end())
        && !reading.has(MentionType.DOSE, hit.start(), hit.end());
  }

  /** SD is a standard deviation beside a mean or a figure. */
  private static boolean isDeviation(Reading reading, Hit<OutcomeEntry> hit) {
    String text = reading.text();
    String before = text.substring(Math.max(0, hit.start() - 12), hit.start());
    String after = text.substring(hit.end(), Math.min(text.length(), hit.end() + 4));
    return before.matches("(?is).*(?:mean|average|±|\\+/?-|\\d)[\\s(\\[,]*(?:±|\\+/?-)?\\s?$")
        || after.matches("(?s)\\s?[=:,]?\\s?[\\d.].*");
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
        Matcher median = LEFT.matcher(text.substring(0, start));
        String statistic = null;
        if (median.find()) {
          statistic = statistic(text.substring(median.start(), start));
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

  private static @Nullable String statistic(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    if (lower.contains("median")) {
      return "median";
    }
    if (lower.contains("mean") || lower.contains("average")) {
      return "mean";
    }
    return lower.matches(
            "(?s).*\\b(?:rates?|incidences?|frequency|proportions?|percentages?|probabilit(?:y|ies))\\b.*")
        ? "rate"
        : null;
  }

  /** One outcome of the lexicon with the words around it that belong to it. */
  private final class Phrase {

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

    Phrase(
        Reading reading,
        Hit<OutcomeEntry> hit,
        int floor,
        int ceiling,
        List<Grades.Grade> grades,
        List<TimePoints.Found> times) {
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
      OutcomeSpans.Extent extent = new OutcomeSpans(reading, words).of(start, end, floor, ceiling);
      if (extent == null) {
        return floor;
      }
      start = extent.start();
      end = abbreviated(extent.end());
      far();
      String label = text.substring(start, end).replaceAll("\\s+", " ");
      String statistic = statistic(label);
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
        more = false;
        Matcher bracket = BRACKET.matcher(text).region(end, text.length());
        if (bracket.lookingAt()) {
          OutcomeEntry inner = outcomes.get(bracket.group(1));
          if (inner != null
                  && inner.code().equals(hit.entry().code())
                  && (!inner.isAdverseEvent() || inner.equals(hit.entry()))
              || isInitials(bracket.group(1))) {
            end = bracket.end();
            more = true;
            continue;
          }
        }
        Matcher rate = RIGHT.matcher(text).region(end, text.length());
        if (rate.lookingAt()) {
          end = rate.end();
          more = true;
        }
      }
    }

    /**
     * Where the bracket with the abbreviation of the name ends. Another outcome's abbreviation is
     * no part of the name, even if its letters are found in it: {@code overall response rate (OS)}.
     */
    private int abbreviated(int last) {
      int stop = Initials.end(text, start, last);
      Matcher bracket = BRACKET.matcher(text).region(last, stop);
      OutcomeEntry inner = bracket.lookingAt() ? outcomes.get(bracket.group(1)) : null;
      return inner == null || inner.code().equals(hit.entry().code()) ? stop : last;
    }

    /** Whether the letters are those that the words of the outcome begin with: DLTs, HFSR. */
    private boolean isInitials(String letters) {
      StringBuilder initials = new StringBuilder();
      for (String word : text.substring(hit.start(), hit.end()).split("[\\s/-]+", -1)) {
        initials.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)));
      }
      String bare = letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
      return bare.length() > 1
          && bare.equals(bare.toUpperCase(Locale.ROOT))
          && bare.contentEquals(initials);
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
        if (endpointWords.longestAt(text, reading.words(), i) != null
            || purposeWords.longestAt(text, reading.words(), i) != null) {
          return "endpoint";
        }
      }
      return null;
    }
  }
}
