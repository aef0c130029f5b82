package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The outcome that a value of a sentence reports, with what the sentence adds to its name. */
final class OutcomeDetails {

  private static final Pattern BY_TREATMENT =
      Pattern.compile(
          "(?i)\\b(?:(?:treatment|drug)[- ]related|toxic|(?:attributed|attributable|related|due) to (?:the )?(?:treatment|study drug|study treatment|adverse events?|toxicity))\\b");

  private static final Pattern DONE_FOR =
      Pattern.compile(
          "(?i).*\\b(?:(?<stop>discontinu|withdr[ae]w|stopped)|(?<less>reduc)|(?<pause>interrupt|delay))\\w*\\b[^,;]{0,40}\\b(?:because of|due to|owing to|for|following|caused by)\\s+(?:an?\\s+|any\\s+)?",
          Pattern.DOTALL);

  private static final Pattern EVENT_GRADE =
      Pattern.compile("(?i)[^,;:.]{0,40}\\bgrade[^,;:.]{0,60}\\bevents?\\b");

  private static final Pattern OF_GRADE =
      Pattern.compile("(?i)[^,;:.\\d]{0,60}\\bof (?:any grade|grade \\S+)");

  private static final Pattern AVERAGE =
      Pattern.compile("\\b(median|mean|average)\\b(?!\\s(?:follow|age|duration of follow))");

  private final Unit unit;
  private final Sentence sentence;
  private final String text;
  private final List<Mention> outcomes;

  /**
   * @param outcomes those of the sentence
   */
  OutcomeDetails(Unit unit, Sentence sentence, List<Mention> outcomes) {
    this.unit = unit;
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.outcomes = outcomes;
  }

  /** The outcome as this value reports it: statistic, population and grade included. */
  Outcome of(Mention mention, Statement statement, Measure value) {
    Outcome its = eventMeant(mention);
    String statistic = its.statistic();
    if (statistic == null && value.kind() == Kind.PERCENT && DoseOutcomes.isShare(its)) {
      statistic = "rate";
    }
    if (statistic == null && ofMany(value)) {
      statistic = statisticBefore(mention, statement);
    }
    if (statistic == null) {
      statistic = statisticByNature(its, value);
    }
    String population = its.population();
    if (population == null) {
      population = Populations.of(text, sentence.start(), sentence.start(), statement.end());
    }
    if (population == null) {
      population = diseaseBefore(statement);
    }
    String grade = its.grade();
    if (grade == null && its.code().equals("AE")) {
      boolean before = mention.end() <= statement.start();
      Matcher told =
          (before ? EVENT_GRADE : OF_GRADE)
              .matcher(text)
              .region(
                  Math.max(before ? statement.end() : mention.end(), sentence.start()),
                  sentence.end());
      grade = told.lookingAt() ? HeadReader.grade(told.group()) : null;
    }
    return new Outcome(
        its.code(), its.label(), statistic, its.at(), grade, its.term(), population, "result");
  }

  /**
   * "The largest gain in liposarcoma (15.6 vs. 8.4 months)": the disease right before a bracket.
   */
  private @Nullable String diseaseBefore(Statement statement) {
    int bracket = text.lastIndexOf('(', statement.start());
    for (Mention mention : unit.mentions(sentence)) {
      boolean before =
          bracket > 0
              && mention.end() <= bracket
              && text.substring(mention.end(), bracket).isBlank();
      if (mention.type() == MentionType.CONDITION
          && before
          && text.indexOf(')', bracket) >= statement.end()) {
        return mention.text();
      }
    }
    return null;
  }

  /**
   * What a figure of a group must be though nobody says it: a percentage below zero is no share but
   * a mean change, a time to an event is the median of the Kaplan-Meier curve.
   */
  private static @Nullable String statisticByNature(Outcome outcome, Measure value) {
    var number = value.value();
    if (value.kind() == Kind.PERCENT && number != null && number.value().signum() < 0) {
      return "mean";
    }
    return value.kind() == Kind.DURATION && DoseOutcomes.isTimeToEvent(outcome) ? "median" : null;
  }

  private static boolean ofMany(Measure value) {
    return value.kind() == Kind.DURATION
        || value.kind() == Kind.NUMBER
        || value.kind() == Kind.PERCENT
        || value.kind() == Kind.DIFFERENCE;
  }

  /** {@code The mean percent change in density was 2.1%}: what the words before a value call it. */
  private @Nullable String statisticBefore(Mention mention, Statement statement) {
    int from = Math.max(sentence.start(), Math.min(mention.start(), statement.start()) - 40);
    String lead = text.substring(from, statement.start()).toLowerCase(Locale.ROOT);
    Matcher told = AVERAGE.matcher(lead);
    String statistic = null;
    while (told.find()) {
      statistic = told.group(1).equals("median") ? "median" : "mean";
    }
    return statistic;
  }

  /** The outcome with what the sentence adds: "a grade 3 event" is one of the event told before. */
  private Outcome eventMeant(Mention mention) {
    Outcome its = mention.outcome();
    if (mention.start() < sentence.start()) {
      return its;
    }
    if (its.code().equals("DEATH")
        && BY_TREATMENT.matcher(text.substring(sentence.start(), sentence.end())).find()) {
      // A death that treatment caused is an adverse event of grade 5.
      return new Outcome(
          "AE",
          "fatal events: " + its.label(),
          its.statistic(),
          its.at(),
          "5",
          null,
          its.population(),
          its.use());
    }
    if (its.code().equals("AE") && its.term() == null) {
      Matcher done = DONE_FOR.matcher(text.substring(sentence.start(), mention.start()));
      if (done.matches()) {
        String code =
            done.group("stop") != null
                ? "DISCONTINUATION"
                : done.group("less") != null ? "DOSE-REDUCTION" : "DOSE-INTERRUPTION";
        String label =
            text.substring(
                sentence.start()
                    + done.start(
                        1 + (done.group("stop") != null ? 0 : done.group("less") != null ? 1 : 2)),
                mention.end());
        return new Outcome(
            code, label, its.statistic(), its.at(), its.grade(), null, its.population(), its.use());
      }
    }
    if (!its.code().equals("AE")
        || its.term() != null
        || !mention.text().matches("(?i).*\\bevents?\\b.*")) {
      return its;
    }
    Outcome told = null;
    for (Mention other : outcomes) {
      if (other.end() <= mention.start() && other.outcome().term() != null) {
        told = other.outcome();
      }
    }
    return told == null
        ? its
        : new Outcome(
            its.code(),
            told.label(),
            its.statistic(),
            its.at(),
            its.grade(),
            told.term(),
            its.population(),
            its.use());
  }
}
