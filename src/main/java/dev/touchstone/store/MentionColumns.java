package dev.touchstone.store;

import dev.touchstone.mention.ArmPhrase;
import dev.touchstone.mention.Condition;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Normal;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.StudyPhrase;
import dev.touchstone.quantity.ReportedNumber;
import org.jspecify.annotations.Nullable;

/** The normal form of any mention, flat: what it is called, what sort it is, its figure. */
record MentionColumns(
    @Nullable String name,
    @Nullable String kind,
    @Nullable ReportedNumber value,
    @Nullable ReportedNumber low,
    @Nullable ReportedNumber high,
    @Nullable String unit) {

  static MentionColumns of(Normal normal) {
    if (normal instanceof Drug drug) {
      return named(drug.name(), drug.kind().code());
    }
    if (normal instanceof Dose dose) {
      return new MentionColumns(
          dose.as(), null, dose.value(), dose.low(), dose.high(), dose.unit());
    }
    if (normal instanceof Measure measure) {
      return new MentionColumns(
          null,
          measure.kind().code(),
          measure.value(),
          measure.low(),
          measure.high(),
          measure.unit());
    }
    if (normal instanceof Outcome outcome) {
      return named(outcome.code(), outcome.use());
    }
    if (normal instanceof ArmPhrase arm) {
      return named(arm.label(), arm.role());
    }
    if (normal instanceof Participants people) {
      return new MentionColumns(people.label(), people.role(), people.n(), null, null, null);
    }
    if (normal instanceof Condition condition) {
      return named(condition.name(), null);
    }
    if (normal instanceof StudyPhrase study) {
      return named(study.registry(), study.phase());
    }
    throw new IllegalArgumentException("a mention of no known sort: " + normal);
  }

  private static MentionColumns named(@Nullable String name, @Nullable String kind) {
    return new MentionColumns(name, kind, null, null, null, null);
  }
}
