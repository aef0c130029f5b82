package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.mention.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the prose says of an outcome.
 *
 * @param subject who is said to do better, worse or alike: a drug or an arm
 * @param change the outcome as worded, whatever is good; null where nothing is said of it
 * @param span the clause
 * @param against what the subject is compared with where that is no arm; else null
 * @param triggers the words that the reading rests on, in the order of the text
 */
public record Claim(
    String id,
    @Nullable String study,
    @Nullable String subject,
    @Nullable String comparator,
    Outcome outcome,
    Direction direction,
    @Nullable Change change,
    Significance significance,
    Span span,
    String section,
    @Nullable Against against,
    List<Trigger> triggers) {

  public Claim {
    triggers = List.copyOf(triggers);
  }

  /** A claim whose words need not be told apart. */
  public Claim(
      String id,
      @Nullable String study,
      @Nullable String subject,
      @Nullable String comparator,
      Outcome outcome,
      Direction direction,
      @Nullable Change change,
      Significance significance,
      Span span,
      String section) {
    this(
        id,
        study,
        subject,
        comparator,
        outcome,
        direction,
        change,
        significance,
        span,
        section,
        null,
        List.of());
  }

  /** Who does how. */
  public enum Direction {
    HIGHER,
    LOWER,
    NO_DIFFERENCE,
    BETTER,
    WORSE,
    UNCLEAR;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How the outcome changed. */
  public enum Change {
    INCREASED,
    DECREASED,
    UNCHANGED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is said of statistical significance. */
  public enum Significance {
    SIGNIFICANT,
    NOT_SIGNIFICANT,
    UNSTATED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A comparison that is none between the arms of the study. */
  public enum Against {
    BASELINE,
    HISTORICAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Words that a claim rests on. */
  public record Trigger(Kind kind, String words) {

    /** What the words do. */
    public enum Kind {
      /** Compare: {@code lower}. */
      COMPARISON,
      /** Deny: {@code not}. */
      NEGATION,
      /** Say that a difference is significant, or is not. */
      SIGNIFICANCE,
      /** Take back: {@code trend}, {@code numerically}, {@code may}. */
      HEDGE,
      /** Say that others found it: {@code another trial}. */
      ELSEWHERE,
      /** Say no more than that the subject is not worse by a margin. */
      NON_INFERIORITY,
      /** Printed values that show the direction where no word does. */
      VALUES,
      /** A printed P-value or interval that shows the significance where no word does. */
      STATISTIC;

      public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
  }

  /**
   * Whether words say whether the difference is significant. A claim whose significance was taken
   * from a P-value cannot disagree with it.
   */
  public boolean saysSignificance() {
    return significance != Significance.UNSTATED && !restsOn(Trigger.Kind.STATISTIC);
  }

  /**
   * Whether words say who has more. Values cannot disagree with what was read from them, and beside
   * "a greater reduction" the values may be those of the reduction.
   */
  public boolean saysDirection() {
    long words = triggers.stream().filter(one -> one.kind() == Trigger.Kind.COMPARISON).count();
    return direction != Direction.UNCLEAR && !restsOn(Trigger.Kind.VALUES) && words < 2;
  }

  /**
   * Whether it may be held against figures that stand elsewhere in the document: it compares two
   * arms, and nobody else found it. Claims of other makers that name no words are taken as such.
   */
  public boolean isOfArms() {
    return triggers.isEmpty()
        || comparator != null && against == null && !restsOn(Trigger.Kind.ELSEWHERE);
  }

  public boolean restsOn(Trigger.Kind kind) {
    return triggers.stream().anyMatch(trigger -> trigger.kind() == kind);
  }

  Claim withId(String newId) {
    return new Claim(
        newId,
        study,
        subject,
        comparator,
        outcome,
        direction,
        change,
        significance,
        span,
        section,
        against,
        triggers);
  }

  /**
   * The same claim, judged by what follows it: {@code …, but this was not significant}.
   *
   * @param whole from the claim to the judgement
   */
  Claim judged(Significance judgement, @Nullable Trigger trigger, Span whole) {
    List<Trigger> all = new ArrayList<>(triggers);
    all.removeIf(one -> one.kind() == Trigger.Kind.STATISTIC);
    if (trigger != null) {
      all.add(trigger);
    }
    boolean none = judgement == Significance.NOT_SIGNIFICANT;
    return new Claim(
        id,
        study,
        subject,
        comparator,
        outcome,
        none ? Direction.NO_DIFFERENCE : direction,
        none ? Change.UNCHANGED : change,
        judgement,
        whole,
        section,
        against,
        all);
  }
}
