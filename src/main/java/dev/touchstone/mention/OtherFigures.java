package dev.touchstone.mention;

import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.regex.Pattern;

/**
 * Tells figures that no group had: limits that define an event, strengths of solutions, what was
 * planned, and differences between groups.
 */
final class OtherFigures extends FigureReader {

  private static final Pattern CRITERION_TAIL =
      Pattern.compile(
          "\\s(?:(?:or (?:more|greater|less) )?(?:decreases?|reductions?|increases?|improvements?|changes?|responses?|loss))"
              + WORD_END,
          FLAGS);
  private static final Pattern CRITERION_LEAD =
      Pattern.compile(
          "(?:"
              + WORD_START
              + "(?:decreases?|reductions?|increases?|declines?|drops?|changes?|probability)\\s?[<>≤≥]\\s?|"
              + WORD_START
              + "(?:or|if|and)\\s?[<>≤≥]\\s?|"
              + WORD_START
              + "if\\s(?:below|above|under|over)\\s|"
              + WORD_START
              + "(?:to|of|with|defined as)\\s(?:less than|more than|greater than|below|above|under|over|at least|<|>|≤|≥)\\s?(?:an?\\s)?|>\\s?or\\s?=\\s?|<\\s?or\\s?=\\s?|"
              + WORD_START
              + "at least an?\\s)$",
          FLAGS);
  private static final Pattern OR_MORE =
      Pattern.compile("\\sor\\s(?:more|greater|less|higher|lower|over)" + WORD_END, FLAGS);
  private static final Pattern TAKERS =
      Pattern.compile("[\\s-](?:patients|group|arm|recipients|users|treated|treatment)", FLAGS);
  private static final Pattern DIFFERENCE_LEAD =
      Pattern.compile(
          WORD_START
              + "(?:difference|(?:absolute|relative)\\s(?:risk\\s)?(?:reduction|increase|decrease|benefit|improvement|difference))s?[\\s,:=]{1,3}(?:(?:of|was|is)\\s)?$",
          FLAGS);
  private static final Pattern DIFFERENCE_TAIL =
      Pattern.compile(
          "\\s(?:(?:absolute|relative)\\s)(?:risk\\s)?(?:difference|reduction|increase|decrease|benefit|improvement)"
              + WORD_END
              + "|\\sdifference"
              + WORD_END,
          FLAGS);

  /** "(67% reduction; 95% CI 49 to 79%)": what the values before the bracket come to. */
  private static final Pattern BRACKETED_CHANGE =
      Pattern.compile(
          "\\s(?:risk\\s)?(?:reduction|increase|decrease|improvement|benefit)\\s?[;,)\\]]", FLAGS);

  private static final Pattern POWER =
      Pattern.compile("\\s(?:statistical\\s)?power" + WORD_END, FLAGS);
  private static final int PLAN_REACH = 45;

  private final Lexicon<String> planned;

  OtherFigures(Figures figures, Vocabulary vocabulary) {
    super(figures);
    planned = vocabulary.cues("planned-figure");
  }

  /** Whether a percentage in prose is no result of anybody. */
  boolean isNoResult(PrintedNumber number, UnitReader.Found unit) {
    return isCriterion(number, unit) || isStrength(unit) || isPlanned(number, unit);
  }

  /**
   * {@code a drop to less than 50%}, {@code at least a 25% decrease}: what counts as an event, not
   * how many.
   */
  private boolean isCriterion(PrintedNumber number, UnitReader.Found unit) {
    String before = text.substring(Math.max(0, number.start() - 30), number.start());
    if (CRITERION_LEAD.matcher(before).find()) {
      return !before.matches("(?is).*(?:in|of) (?:more|less|fewer) than\\s$");
    }
    if (OR_MORE.matcher(text).region(unit.end(), text.length()).lookingAt()) {
      return true;
    }
    return comparatorBefore(number.start()) == Comparator.AT_LEAST
        && CRITERION_TAIL.matcher(text).region(unit.end(), text.length()).lookingAt();
  }

  /** {@code 0.25% ropivacaine}: how strong a solution is. */
  private boolean isStrength(UnitReader.Found unit) {
    return unit.end() + 2 < text.length()
        && text.charAt(unit.end()) == ' '
        && reading
            .covering(MentionType.DRUG, unit.end() + 1, unit.end() + 2)
            .anyMatch(
                drug ->
                    ((Drug) drug.normal()).kind() == Drug.Kind.DRUG
                        && !TAKERS.matcher(text).region(drug.end(), text.length()).lookingAt());
  }

  /** {@code 80% power}, {@code a margin of 10%}: set before anything was measured. */
  private boolean isPlanned(PrintedNumber number, UnitReader.Found unit) {
    if (POWER.matcher(text).region(unit.end(), text.length()).lookingAt()) {
      return true;
    }
    int from = Math.max(reading.sentenceStart(number.start()), number.start() - PLAN_REACH);
    for (int i = reading.wordAt(from);
        i < reading.words().size() && reading.words().get(i).start() < number.start();
        i++) {
      Hit<String> cue = planned.longestAt(text, reading.words(), i);
      if (cue != null && isNextFigure(cue.end(), number.start())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the figure is the first behind a place. */
  private boolean isNextFigure(int from, int to) {
    int index = indexAt(to);
    return index <= 0 || numbers.get(index - 1).start() < from;
  }

  /**
   * {@code (difference 8.4%, ...)}, {@code 8.1% absolute difference}: of two groups, not of one.
   */
  boolean isDifference(PrintedNumber number, UnitReader.Found unit) {
    String before = text.substring(Math.max(0, number.start() - 40), number.start());
    return DIFFERENCE_LEAD.matcher(before).find()
        || before.matches("(?s).*[(\\[]\\s?")
            && BRACKETED_CHANGE.matcher(text).region(unit.end(), text.length()).lookingAt()
        || DIFFERENCE_TAIL.matcher(text).region(unit.end(), text.length()).lookingAt();
  }
}
