package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.evidence.Claim.Trigger;
import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the words around a comparison do to it: deny it, weaken it, call it significant.
 *
 * @param tokens the clause
 * @param from first token that may speak of this comparison
 * @param end one past the last
 */
record ClaimScope(ClauseTokens tokens, int from, int end) {

  private static final BigDecimal LEVEL = new BigDecimal("0.05");

  /** What is said of significance, and by which words. */
  record Judgement(Significance significance, @Nullable Trigger trigger) {

    static final Judgement NONE = new Judgement(Significance.UNSTATED, null);

    boolean says() {
      return significance != Significance.UNSTATED;
    }
  }

  /** The word that denies what stands at the token; null where none does. */
  @Nullable Trigger denial(int at) {
    int verbs = 0;
    boolean joined = false;
    for (int i = at - 1; i >= from; i--) {
      if (tokens.word(i).equals(":")) {
        return null;
      }
      if (isDenial(i)) {
        // "No patient died and pain was lower": the denial has a verb of its own.
        boolean other = joined && verbs > 0 && ownVerb(i, at);
        return other ? null : new Trigger(Trigger.Kind.NEGATION, tokens.token(i).text());
      }
      if (tokens.isFinite(i)) {
        verbs++;
      }
      joined |=
          verbs > 0 && !tokens.inBracket(i) && (tokens.tag(i).equals("CC") || tokens.isComma(i));
    }
    return null;
  }

  private boolean isDenial(int i) {
    if (!tokens.is(Group.NEGATION, i)) {
      return false;
    }
    String next = tokens.word(i + 1);
    ClauseTokens.Phrase named = next.isEmpty() ? null : tokens.phrase(i + 1, tokens.size());
    if (tokens.word(i).equals("no")
        && named != null
        && tokens.word(named.head()).matches("group|arm")) {
      return false;
    }
    boolean aside = tokens.word(i - 1).equals("but") && i > 1;
    return !aside
        && !next.equals("only")
        && !(tokens.word(i).equals("no") && next.matches("longer|less|more"));
  }

  /** Whether a verb follows the denial before the conjunction that joins the next statement. */
  private boolean ownVerb(int denial, int at) {
    for (int i = Math.max(from, denial - 1); i < at; i++) {
      boolean joint = i > denial && (tokens.tag(i).equals("CC") || tokens.isComma(i));
      if (joint && !tokens.inBracket(i)) {
        return false;
      }
      if (tokens.isFinite(i)) {
        for (int j = Math.max(i, denial) + 1; j < at; j++) {
          boolean next = tokens.tag(j).equals("CC") || tokens.isComma(j);
          if (next && !tokens.inBracket(j)) {
            return true;
          }
        }
        return false;
      }
    }
    return false;
  }

  /** What words say of significance. */
  Judgement inWords() {
    for (int i = from; i < end; i++) {
      if (tokens.is(Group.OTHER_SENSE, i - 1) && tokens.is(Group.SIGNIFICANT, i)) {
        continue;
      }
      if (tokens.is(Group.INSIGNIFICANT, i)
          || tokens.is(Group.SIGNIFICANT, i)
              && tokens.word(i - 1).equals("-")
              && tokens.word(i - 2).equals("non")) {
        return new Judgement(Significance.NOT_SIGNIFICANT, significance(i));
      }
      if (tokens.word(i).equals("statistical") && !tokens.is(Group.JUDGED, i + 1)) {
        // "Statistical methods"
        continue;
      }
      if (tokens.is(Group.SIGNIFICANT, i)) {
        boolean denied = denial(i) != null;
        return new Judgement(
            denied ? Significance.NOT_SIGNIFICANT : Significance.SIGNIFICANT, significance(i));
      }
    }
    return Judgement.NONE;
  }

  private Trigger significance(int i) {
    return new Trigger(Trigger.Kind.SIGNIFICANCE, tokens.token(i).text());
  }

  /** The P-values printed within the scope. */
  List<Mention> pValues() {
    if (from >= end) {
      return List.of();
    }
    int start = tokens.token(from).start();
    int stop = tokens.token(end - 1).end();
    return tokens.mentions().stream()
        .filter(mention -> mention.type() == MentionType.MEASURE)
        .filter(mention -> mention.measure().kind() == Measure.Kind.P_VALUE)
        .filter(mention -> mention.start() >= start && mention.end() <= stop)
        .toList();
  }

  /** What printed P-values say; nothing where they differ. */
  static Judgement of(List<Mention> pValues) {
    Judgement said = Judgement.NONE;
    for (Mention mention : pValues) {
      Significance one = of(mention.measure());
      if (said.says() && one != said.significance()) {
        return Judgement.NONE;
      }
      said = new Judgement(one, new Trigger(Trigger.Kind.STATISTIC, mention.text()));
    }
    return said;
  }

  /** Significant below 5%, the level of nearly every trial; of "P > 0.01" nothing is known. */
  private static Significance of(Measure p) {
    ReportedNumber number = p.value();
    if (number == null) {
      return Significance.UNSTATED;
    }
    BigDecimal value = Objects.requireNonNull(number.value());
    int compared = value.compareTo(LEVEL);
    return switch (p.comparator()) {
      case LESS, AT_MOST -> compared <= 0 ? Significance.SIGNIFICANT : Significance.UNSTATED;
      case GREATER, AT_LEAST ->
          compared >= 0 ? Significance.NOT_SIGNIFICANT : Significance.UNSTATED;
      default -> compared < 0 ? Significance.SIGNIFICANT : Significance.NOT_SIGNIFICANT;
    };
  }

  /** The words that say that others found it, as {@code another trial}; null where none do. */
  @Nullable Trigger elsewhere() {
    for (int i = from; i < end; i++) {
      if (tokens.word(i).equals("al") && tokens.word(i - 1).equals("et")
          || tokens.word(i).equals("al.") && tokens.word(i - 1).equals("et")) {
        return new Trigger(Trigger.Kind.ELSEWHERE, "et al.");
      }
      for (int j = i + 1; j <= i + 3 && tokens.is(Group.ELSEWHERE, i); j++) {
        if (tokens.is(Group.STUDIES, j)) {
          return new Trigger(
              Trigger.Kind.ELSEWHERE, tokens.token(i).text() + " … " + tokens.token(j).text());
        }
      }
    }
    return null;
  }

  /** "Alike at baseline": before anything was given, so no result. */
  boolean isOfBaseline() {
    for (int i = from; i < end; i++) {
      boolean at = tokens.word(i - 1).equals("at") && !tokens.is(Group.MARKER, i - 2);
      if (at && tokens.is(Group.BASELINE, i)) {
        return true;
      }
    }
    return false;
  }

  /** The first word of the scope that is of the group, as a trigger; null where there is none. */
  @Nullable Trigger first(Group group, Trigger.Kind kind) {
    for (int i = from; i < end; i++) {
      if (tokens.is(group, i)) {
        return new Trigger(kind, tokens.token(i).text());
      }
    }
    return null;
  }
}
