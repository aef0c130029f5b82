package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;

/**
 * Finds measured values: percentages, counts, times, ratios with their intervals, p-values, means
 * with their spread, and values that are said to be missing; one finder for each kind. Numbers that
 * mean something else (doses, schedules, grades, time points, ages, years) were marked as spent
 * before.
 */
final class MeasureFinder {

  private final Vocabulary vocabulary;
  private final UnitReader units;
  private final Lexicon<String> people;

  MeasureFinder(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    units = new UnitReader(vocabulary.units());
    people = vocabulary.cues("people");
  }

  /** The larger patterns come first: what they claim is not read again. */
  void find(Reading reading) {
    if (reading.piece().header()) {
      return;
    }
    Figures figures = Figures.of(reading, units, people);
    MissingValues missing = new MissingValues(figures);
    if (reading.isCell() && missing.missingCell()) {
      return;
    }
    IntervalFinder intervals = new IntervalFinder(figures);
    intervals.intervals();
    new PValueFinder(figures).pValues();
    RatioFinder ratios = new RatioFinder(figures);
    ratios.ratios();
    ratios.differences();
    SpreadFinder spreads = new SpreadFinder(figures);
    spreads.spreads();
    new MeanFinder(figures).find();
    if (!reading.isCell()) {
      spreads.quartiles();
    }
    ShareFinder shares = new ShareFinder(figures);
    shares.bracketedFractions();
    shares.fractions();
    new SingleValues(figures, shares, vocabulary).find();
    new EventCounts(figures, vocabulary).find();
    missing.notReached();
    intervals.unnamedIntervals();
    for (Value value : figures.values()) {
      if (value != null) {
        reading.add(
            new Draft(
                MentionType.MEASURE, value.start(), value.end(), value.origin(), value.measure()));
      }
    }
    NoneCounts.find(reading);
  }
}
