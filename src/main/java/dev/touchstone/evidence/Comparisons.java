package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.ClaimTopics.Topics;
import dev.touchstone.evidence.ClaimWords.Group;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which words of a clause compare, each with what it speaks of. */
final class Comparisons {

  private final ClauseTokens tokens;
  private final ClaimTopics topics;
  private final ClaimOutcomes outcomes;

  Comparisons(ClauseTokens tokens, ClaimTopics topics, ClaimOutcomes outcomes) {
    this.tokens = tokens;
    this.topics = topics;
    this.outcomes = outcomes;
  }

  /** The comparisons in the order of the words. */
  List<Comparison> of(ClaimCues cues) {
    OtherComparisons others = new OtherComparisons(tokens);
    List<ClaimCues.Match> matches = new ArrayList<>();
    for (ClaimCues.Match match : cues.find(tokens)) {
      if (!outcomes.isInsideName(match) && !others.include(match)) {
        matches.add(match);
      }
    }
    if (matches.stream().anyMatch(match -> !tokens.inBracket(match.first()))) {
      matches.removeIf(match -> tokens.inBracket(match.first()));
    }
    List<Comparison> read = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      ClaimCues.Match match = matches.get(i);
      Comparison one =
          new Comparison(
              match, topics.of(match), match.cue().direction(), match.cue().change(), null);
      ClaimCues.Match noun = i + 1 < matches.size() ? matches.get(i + 1) : null;
      if (noun != null && isDegreeOf(match, noun)) {
        read.add(composed(one, noun));
        i++;
      } else {
        read.add(one);
      }
    }
    return withoutWeak(withoutParts(read));
  }

  /**
   * What only says that there is a difference, or an effect, yields to what says which: {@code
   * associated with lower scores}. What was given is no outcome.
   */
  private List<Comparison> withoutWeak(List<Comparison> read) {
    List<Comparison> kept = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      Comparison one = read.get(i);
      Comparison next = i + 1 < read.size() ? read.get(i + 1) : null;
      boolean weak =
          one.direction() == null
              && !one.match().cue().repeats()
              && next != null
              && next.direction() != null
              && next.bound()
              && one.coordinated(tokens, next);
      boolean given =
          !one.topics().phrases().isEmpty()
              && one.topics().phrases().stream()
                  .allMatch(phrase -> tokens.word(phrase.head()).matches("(?:over)?dos.*"));
      if (!weak && !given) {
        kept.add(one);
      }
    }
    return kept;
  }

  /** "Greater reduction", "similar early improvement". */
  private boolean isDegreeOf(ClaimCues.Match degree, ClaimCues.Match noun) {
    if (isBetterAt(degree, noun)) {
      return true;
    }
    if (!tokens.is(Group.DEGREE, degree.end() - 1) || !noun.isChange(tokens)) {
      return false;
    }
    for (int i = degree.end(); i < noun.first(); i++) {
      if (!tokens.tag(i).matches("JJ.*|NN.*|CC|RB|CD|HYPH|VB[NG]") || noun.first() - i > 4) {
        return false;
      }
    }
    return true;
  }

  /** "More effective in reducing pain", "superior in the reduction of pain". */
  private boolean isBetterAt(ClaimCues.Match degree, ClaimCues.Match noun) {
    if (degree.cue().direction() == null || noun.cue().direction() == null) {
      return false;
    }
    int at = degree.end();
    if (tokens.word(at).equals("efficacy") || tokens.word(at).equals("effect")) {
      at++;
    }
    boolean in = tokens.word(at).matches("in|at|for") && noun.first() - at <= 3;
    return in
        && (tokens.tag(noun.first()).equals("VBG") || noun.isChange(tokens))
        && noun.first() > at;
  }

  /** Less of a reduction is more; more of an improvement is better; alike is alike. */
  private Comparison composed(Comparison degree, ClaimCues.Match noun) {
    Topics about = topics.of(noun);
    Direction of = noun.cue().direction();
    if (of == null || degree.direction() == null || degree.direction() == Direction.NO_DIFFERENCE) {
      return degree.with(degree.direction(), degree.change(), about).of(noun);
    }
    boolean less = degree.direction() == Direction.LOWER || degree.direction() == Direction.WORSE;
    return less
        ? degree.with(opposite(of), opposite(noun.cue().change()), about).of(noun)
        : degree.with(of, noun.cue().change(), about).of(noun);
  }

  private static Direction opposite(Direction direction) {
    return switch (direction) {
      case HIGHER -> Direction.LOWER;
      case LOWER -> Direction.HIGHER;
      case BETTER -> Direction.WORSE;
      case WORSE -> Direction.BETTER;
      default -> direction;
    };
  }

  private static @Nullable Change opposite(@Nullable Change change) {
    return change == Change.INCREASED
        ? Change.DECREASED
        : change == Change.DECREASED ? Change.INCREASED : change;
  }

  /** "The reduction in pain was greater": the noun is part of what is greater. */
  private List<Comparison> withoutParts(List<Comparison> read) {
    List<Comparison> whole = new ArrayList<>(read);
    for (Comparison outer : read) {
      for (Comparison inner : read) {
        if (inner == outer || !inner.match().isChange(tokens)) {
          continue;
        }
        if (isInside(outer, inner.match())) {
          whole.remove(inner);
        } else if (heads(outer, inner.match())) {
          whole.remove(inner);
          int at = whole.indexOf(outer);
          if (at >= 0) {
            Comparison both = composed(outer, inner.match());
            whole.set(at, both.bound() ? both : outer);
          }
        }
      }
    }
    return whole;
  }

  /** "A difference in those with a 75 % reduction of it": the second is part of what differs. */
  private static boolean isInside(Comparison outer, ClaimCues.Match noun) {
    return outer.match().first() < noun.first()
        && outer.topics().phrases().stream()
            .anyMatch(phrase -> phrase.head() < noun.first() && noun.end() <= phrase.end());
  }

  private static boolean heads(Comparison outer, ClaimCues.Match noun) {
    return outer.topics().phrases().stream()
        .limit(1)
        .anyMatch(phrase -> noun.first() <= phrase.head() && phrase.head() < noun.end());
  }
}
