package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.evidence.Claim.Trigger;
import dev.touchstone.evidence.ClaimScope.Judgement;
import dev.touchstone.evidence.ClaimTopics.Topics;
import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one clause claims, with what was told before it. */
final class ClauseReading {

  /**
   * What a clause says.
   *
   * @param claims its own, without ids
   * @param judgement what it says of the significance of what the sentence claimed before it; null
   *     where it says nothing of that
   */
  record Said(List<Claim> claims, @Nullable Judgement judgement) {}

  private final Unit unit;
  private final ClauseTokens tokens;
  private final ClaimTopics topics;
  private final ClaimOutcomes outcomes;
  private final int start;
  private final int end;
  private final @Nullable Study study;
  private final Told told;
  private final ArmValues values;
  private final @Nullable Trigger elsewhere;

  /**
   * @param mentions those of the clause
   * @param primary primary endpoint of the study, or null
   * @param told is told what this clause says once its claims are read
   * @param values what arms had, for comparisons that no word makes
   * @param elsewhere words of the sentence that say that others found it, or null
   */
  ClauseReading(
      Unit unit,
      List<Token> clause,
      List<Mention> mentions,
      Sentence sentence,
      @Nullable Study study,
      @Nullable Outcome primary,
      Told told,
      ClaimWords words,
      ArmValues values,
      @Nullable Trigger elsewhere) {
    this.unit = unit;
    this.start = clause.get(0).start();
    this.end = endWithoutPunctuation(clause);
    this.tokens = new ClauseTokens(clause, mentions, words);
    this.topics = new ClaimTopics(tokens);
    String text = unit.reading().text();
    String population = Populations.of(text, sentence.start(), start, end);
    this.outcomes = new ClaimOutcomes(tokens, text, primary, population, told);
    this.study = study;
    this.told = told;
    this.values = values;
    this.elsewhere = elsewhere;
  }

  /** A word that compares with what it speaks of, and what is to become of it. */
  private record Comparison(
      ClaimCues.Match match,
      Topics topics,
      @Nullable Direction direction,
      @Nullable Change change,
      ClaimCues.@Nullable Match of) {

    int first() {
      int first = match.first();
      return topics.phrases().isEmpty() ? first : Math.min(first, topics.phrases().get(0).first());
    }

    int end() {
      return Math.max(match.end(), topics.end());
    }

    boolean bound() {
      return !topics.phrases().isEmpty() || match.cue().outcome() != null;
    }

    Comparison with(
        @Nullable Direction newDirection, @Nullable Change newChange, Topics newTopics) {
      return new Comparison(match, newTopics, newDirection, newChange, of);
    }

    /** The same with the noun of change that its word is a degree of. */
    Comparison of(ClaimCues.Match noun) {
      return new Comparison(match, topics, direction, change, noun);
    }
  }

  /**
   * The claims of the clause.
   *
   * @param before what the sentence claimed before this clause
   */
  Said read(ClaimCues cues, List<Claim> before) {
    List<Comparison> comparisons = comparisons(cues);
    List<Comparison> bound = comparisons.stream().filter(Comparison::bound).toList();
    if (!before.isEmpty() && comparisons.stream().allMatch(this::onlyPoints)) {
      Judgement judgement = scope().inWords();
      boolean open = before.stream().anyMatch(claim -> !claim.saysSignificance());
      if (judgement.says() && open) {
        return new Said(List.of(), judgement);
      }
      List<Claim> exception = exception(before);
      if (!exception.isEmpty()) {
        return new Said(exception, null);
      }
    }
    List<Claim> claims = new ArrayList<>();
    List<Outcome> mentioned = outcomes.mentioned();
    if (bound.isEmpty()) {
      Comparison decisive = decisive(comparisons);
      if (decisive != null) {
        boolean open =
            decisive.direction() == null && scope().denial(decisive.match().first()) == null;
        List<Outcome> about = outcomes.withoutSyntax(decisive.match());
        boolean compares = scope().inWords().says() && decisive.direction() == null;
        if (open
            && about.size() > 1
            && scope().inWords().significance() != Significance.NOT_SIGNIFICANT) {
          // A difference that is said to be there, of one of many, claims nothing of any.
          about = List.of();
        } else if (about.isEmpty() && compares) {
          about = List.of(outcomes.unnamed(decisive.match()));
        }
        Verdict said = said(decisive, scope(), null);
        List<Claim> excepted = excepted(decisive, scope(), said);
        if (!excepted.isEmpty()) {
          about = outcomes.pointedAt();
        }
        claims.addAll(claims(decisive, List.of(about), scope(), said));
        claims.addAll(excepted);
        mentioned = about.isEmpty() ? mentioned : about;
      } else {
        claims.addAll(judged());
      }
    } else {
      Comparison previous = null;
      Verdict said = null;
      for (int i = 0; i < bound.size(); i++) {
        Comparison one = bound.get(i);
        int from =
            previous == null
                ? 0
                : Math.min(tokens.afterBracket(previous.end()), one.match().first());
        int to = i + 1 < bound.size() ? bound.get(i + 1).first() : tokens.size();
        if (to <= one.match().first()) {
          to = i + 1 < bound.size() ? bound.get(i + 1).match().first() : tokens.size();
        }
        ClaimScope scope = new ClaimScope(tokens, from, Math.max(to, one.match().end()));
        said = said(one, scope, coordinated(previous, one) ? said : null);
        List<Claim> made = claims(one, outcomes.of(one.match(), one.topics()), scope, said);
        claims.addAll(made);
        told.tell(made.stream().map(Claim::outcome).toList());
        claims.addAll(excepted(one, scope, said));
        previous = one;
      }
      mentioned = claims.isEmpty() ? mentioned : claims.stream().map(Claim::outcome).toList();
    }
    if (claims.isEmpty()) {
      Claim shown = values.comparison(tokens, unit, study, start, end);
      if (shown != null) {
        claims.add(shown);
      }
    }
    told.tell(mentioned);
    if (!claims.isEmpty()) {
      told.claim(claims);
    }
    return new Said(distinct(claims), null);
  }

  /** "A difference that was …" speaks of what was told before it. */
  private boolean onlyPoints(Comparison one) {
    return one.direction() == null
        && one.match().cue().outcome() == null
        && one.topics().phrases().stream().allMatch(outcomes::isPointer);
  }

  private ClaimScope scope() {
    return new ClaimScope(tokens, 0, tokens.size());
  }

  /** One claim for each outcome; what says most, and what stands first, wins. */
  private static List<Claim> distinct(List<Claim> claims) {
    List<Claim> kept = new ArrayList<>();
    for (Claim claim : claims) {
      int same = -1;
      for (int i = 0; i < kept.size() && same < 0; i++) {
        if (kept.get(i).outcome().equals(claim.outcome())) {
          same = i;
        }
      }
      if (same < 0) {
        kept.add(claim);
      } else if (kept.get(same).direction() == Direction.UNCLEAR) {
        kept.set(same, claim);
      }
    }
    return kept;
  }

  // ---- which words compare ----

  private List<Comparison> comparisons(ClaimCues cues) {
    List<ClaimCues.Match> matches = new ArrayList<>();
    for (ClaimCues.Match match : cues.find(tokens)) {
      if (!outcomes.isInsideName(match) && !comparesSomethingElse(match)) {
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
              && coordinated(one, next);
      boolean given =
          !one.topics().phrases().isEmpty()
              && one.topics().phrases().stream()
                  .allMatch(phrase -> tokens.word(phrase.head()).startsWith("dos"));
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
    if (!tokens.is(Group.DEGREE, degree.end() - 1) || !isChange(noun)) {
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
    return in && (tokens.tag(noun.first()).equals("VBG") || isChange(noun)) && noun.first() > at;
  }

  private boolean isChange(ClaimCues.Match match) {
    return tokens.isNoun(match.end() - 1) && match.cue().outcome() == null;
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
        if (inner == outer || !isChange(inner.match())) {
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

  /** The cue that says most: one with a direction before one that only carries significance. */
  private @Nullable Comparison decisive(List<Comparison> comparisons) {
    Comparison best = null;
    for (Comparison one : comparisons) {
      boolean noun = one.topics().frame() == ClaimTopics.Frame.NOUN;
      boolean moves = one.change() == Change.INCREASED || one.change() == Change.DECREASED;
      if (noun
          && moves
          && !scope().inWords().says()
          && scope().denial(one.match().first()) == null) {
        continue;
      }
      if (best == null || (best.direction() == null && one.direction() != null)) {
        best = one;
      }
    }
    return best;
  }

  /**
   * "Less than 50 %" is a limit, "24 weeks or longer" is one, "higher doses" are what was given.
   */
  private boolean comparesSomethingElse(ClaimCues.Match match) {
    String next = tokens.word(match.end());
    if (next.equals("than") && tokens.word(match.end() + 1).matches("\\d.*")) {
      return true;
    }
    if (tokens.word(match.first() - 1).equals("or")
            && !tokens.word(match.first() - 2).matches("higher|lower|better|worse")
        || next.equals("period")) {
      return true;
    }
    for (int i = match.end(); i < match.end() + 2; i++) {
      if (tokens.is(Group.GIVEN_AMOUNT, i) && isGiven(i)) {
        return true;
      }
    }
    for (int i = Math.max(0, match.first() - 3); i < match.first(); i++) {
      if (tokens.tag(i).equals("MD") && tokens.word(i + 1).equals("be")) {
        return true;
      }
    }
    return isAsked(match.first())
        || isPurpose(match)
        || isEventOfSome(match)
        || isDegreeOfQuality(match);
  }

  /** "Whether it was lower", "we assumed that"; a comma with a statement after it ends that. */
  private boolean isAsked(int at) {
    boolean verb = false;
    for (int i = at - 1; i >= 0; i--) {
      if (tokens.is(Group.QUESTION, i)) {
        return true;
      }
      verb |= tokens.isFinite(i) && !tokens.tag(i).equals("MD");
      if (tokens.isComma(i) && !tokens.inBracket(i) && (verb || verbFollows(at))) {
        return false;
      }
    }
    return false;
  }

  private boolean verbFollows(int at) {
    for (int i = at; i < tokens.size() && !tokens.isComma(i); i++) {
      if (tokens.isFinite(i) && !tokens.tag(i).equals("MD")) {
        return true;
      }
    }
    return false;
  }

  /** "Developed to improve survival": what was meant, not what came. */
  private boolean isPurpose(ClaimCues.Match match) {
    int to = match.first() - 1;
    while (tokens.tag(to).startsWith("RB")) {
      to--;
    }
    return tokens.tag(match.first()).equals("VB")
        && tokens.word(to).equals("to")
        && !tokens.is(Group.REPORTED_TO, to - 1);
  }

  /** "Three patients had a drop of their count": an event of some, no comparison. */
  private boolean isEventOfSome(ClaimCues.Match match) {
    int verb = tokens.verbBefore(match.first());
    return isChange(match)
        && verb >= 0
        && tokens.countsPeople(tokens.subject(tokens.groupStart(verb)));
  }

  /** "More severe" tells of a quality, "more pain" of pain. */
  private boolean isDegreeOfQuality(ClaimCues.Match match) {
    return match.cue().words().size() == 1
        && tokens.word(match.first()).equals("more")
        && tokens.tag(match.first()).startsWith("RB");
  }

  /** A dose is given; a concentration "of" something, or one of serum, was measured. */
  private boolean isGiven(int at) {
    return tokens.word(at).startsWith("dos")
        || !(tokens.word(at + 1).equals("of") || tokens.isNoun(at - 1));
  }

  // ---- what they say ----

  /** What words and P-values say of a comparison: for all its outcomes, or one by one. */
  private record Verdict(@Nullable Trigger denial, List<Judgement> judgements) {

    Judgement of(int topic) {
      return judgements.get(Math.min(topic, judgements.size() - 1));
    }
  }

  private Verdict said(Comparison one, ClaimScope scope, @Nullable Verdict earlier) {
    Trigger denial = one.match().cue().deniesItself() ? null : scope.denial(one.match().first());
    Judgement words = scope.inWords();
    if (words.says()) {
      return new Verdict(denial, List.of(words));
    }
    List<Mention> pValues = scope.pValues();
    int topics = one.topics().phrases().size();
    if (topics > 1 && pValues.size() == topics) {
      return new Verdict(denial, pValues.stream().map(p -> ClaimScope.of(List.of(p))).toList());
    }
    if (pValues.isEmpty() && earlier != null && denial == null) {
      return new Verdict(earlier.denial(), List.of(earlier.of(0)));
    }
    return new Verdict(denial, List.of(ClaimScope.of(pValues)));
  }

  /** "No significant difference except for pain": pain did differ, the words leave open how. */
  private List<Claim> excepted(Comparison one, ClaimScope scope, Verdict said) {
    int at = one.match().end();
    while (at < scope.end() && !tokens.is(Group.EXCEPTION, at)) {
      at++;
    }
    boolean none = said.of(0).significance() == Significance.NOT_SIGNIFICANT;
    if (at >= scope.end() || !none) {
      return List.of();
    }
    Judgement judgement = new Judgement(Significance.SIGNIFICANT, said.of(0).trigger());
    List<Claim> claims = new ArrayList<>();
    for (Outcome outcome : outcomes.first(at + 1)) {
      Claim claim = claim(one.with(null, null, one.topics()), outcome, scope, null, judgement);
      if (claim != null) {
        claims.add(claim);
      }
    }
    return claims;
  }

  /**
   * "Significantly less pain and fewer relapses": no verb of its own, so one judgement for both.
   */
  private boolean coordinated(@Nullable Comparison previous, Comparison one) {
    if (previous == null) {
      return false;
    }
    for (int i = previous.match().end(); i < one.match().end(); i++) {
      if (tokens.isFinite(i)) {
        return false;
      }
    }
    return true;
  }

  private List<Claim> claims(
      Comparison one, List<List<Outcome>> about, ClaimScope scope, @Nullable Verdict known) {
    Verdict said = known == null ? said(one, scope, null) : known;
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < about.size(); i++) {
      for (Outcome outcome : about.get(i)) {
        Claim claim = claim(one, outcome, scope, said.denial(), said.of(i));
        if (claim != null) {
          claims.add(claim);
        }
      }
    }
    return claims;
  }

  private @Nullable Claim claim(
      Comparison one,
      Outcome outcome,
      ClaimScope scope,
      @Nullable Trigger denial,
      Judgement judged) {
    Direction direction = one.direction();
    Change change = one.change();
    Significance significance = judged.significance();
    if (one.match().cue().repeats()) {
      if (told.claims().isEmpty()) {
        return null;
      }
      Claim earlier = told.claims().get(0);
      direction = earlier.direction();
      change = earlier.change();
      significance = judged.says() ? significance : earlier.significance();
    }
    boolean byWords =
        judged.trigger() != null && judged.trigger().kind() == Trigger.Kind.SIGNIFICANCE;
    boolean noneSaid = significance == Significance.NOT_SIGNIFICANT && byWords;
    boolean alike = direction == Direction.NO_DIFFERENCE;
    if ((denial != null && !alike) || noneSaid) {
      direction = Direction.NO_DIFFERENCE;
      change = one.direction() != null && change == null ? null : Change.UNCHANGED;
    }
    if (direction == null) {
      if (significance == Significance.UNSTATED) {
        return null;
      }
      boolean none = significance == Significance.NOT_SIGNIFICANT;
      direction = none ? Direction.NO_DIFFERENCE : Direction.UNCLEAR;
      change = none ? Change.UNCHANGED : null;
    }
    if ("PRIMARY".equals(one.match().cue().outcome()) && direction == Direction.NO_DIFFERENCE) {
      significance = Significance.NOT_SIGNIFICANT;
    }
    if (denial != null && significance == Significance.SIGNIFICANT && !byWords) {
      significance = Significance.UNSTATED;
    }
    Trigger trend = scope.first(Group.TREND, Trigger.Kind.HEDGE);
    if (trend != null && significance == Significance.UNSTATED) {
      significance = Significance.NOT_SIGNIFICANT;
    }
    if (direction == Direction.NO_DIFFERENCE && (scope.isOfBaseline() || isOfBaseline(one))) {
      return null;
    }
    Parties parties = Parties.of(tokens, one.match(), one.topics(), study, unit.reading().text());
    List<Trigger> triggers = new ArrayList<>();
    triggers.add(new Trigger(Trigger.Kind.COMPARISON, words(one.match())));
    if (one.of() != null) {
      triggers.add(new Trigger(Trigger.Kind.COMPARISON, words(one.of())));
    }
    addIfThere(triggers, denial);
    addIfThere(triggers, judged.trigger());
    addIfThere(triggers, elsewhere);
    addIfThere(triggers, trend);
    addIfThere(triggers, scope.first(Group.HEDGE, Trigger.Kind.HEDGE));
    addIfThere(triggers, scope.first(Group.NON_INFERIOR, Trigger.Kind.NON_INFERIORITY));
    return values.directed(
        new Claim(
            "",
            study == null ? null : study.id(),
            parties.subject(),
            parties.comparator(),
            outcome,
            direction,
            change,
            significance,
            unit.reading().source(start, end),
            unit.section(),
            parties.against(),
            triggers));
  }

  /** "Baseline values were alike". */
  private boolean isOfBaseline(Comparison one) {
    return one.topics().phrases().stream()
        .anyMatch(
            phrase -> {
              for (int i = phrase.first(); i < phrase.head(); i++) {
                if (tokens.is(Group.BASELINE, i)) {
                  return true;
                }
              }
              return false;
            });
  }

  private static void addIfThere(List<Trigger> triggers, @Nullable Trigger trigger) {
    if (trigger != null) {
      triggers.add(trigger);
    }
  }

  // ---- clauses that compare by what was told before ----

  /** "However, this was not significant": a judgement on what the sentence before told. */
  private List<Claim> judged() {
    ClaimScope scope = scope();
    Judgement judgement = scope.inWords();
    int word = 0;
    while (word < tokens.size() && !judges(word)) {
      word++;
    }
    if (!judgement.says() || word == tokens.size()) {
      return List.of();
    }
    Topics about = topics.of(new ClaimCues.Match(ClaimCues.JUDGEMENT, word, word + 1));
    Comparison one =
        new Comparison(
            new ClaimCues.Match(ClaimCues.JUDGEMENT, word, word + 1), about, null, null, null);
    List<List<Outcome>> outcome =
        about.phrases().isEmpty() ? List.of(outcomes.pointedAt()) : outcomes.of(one.match(), about);
    return claims(one, outcome, scope, null);
  }

  /** "Was significant", "reached significance"; "a significant number" is only a large one. */
  private boolean judges(int word) {
    if (tokens.is(Group.INSIGNIFICANT, word)) {
      return true;
    }
    if (!tokens.is(Group.SIGNIFICANT, word) || tokens.isNoun(word + 1)) {
      return false;
    }
    return tokens.word(word).equals("significance")
        || !tokens.tag(word + 1).startsWith("JJ") && !tokens.tag(word + 1).startsWith("VB");
  }

  /** "…, but not in men", "…, but not pain": what was said does not hold there. */
  private List<Claim> exception(List<Claim> before) {
    int at = 0;
    while (tokens.word(at).matches("but|though|although|and|,")) {
      at++;
    }
    if (at == 0 || !tokens.word(at).matches("not|nor")) {
      return List.of();
    }
    List<Outcome> about = outcomes.first(at + 1);
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : before) {
      if (claim.direction() == Direction.NO_DIFFERENCE) {
        continue;
      }
      Outcome outcome = about.isEmpty() ? claim.outcome() : about.get(0);
      List<Trigger> triggers = new ArrayList<>(claim.triggers());
      triggers.removeIf(trigger -> trigger.kind() == Trigger.Kind.STATISTIC);
      triggers.add(new Trigger(Trigger.Kind.NEGATION, tokens.token(at).text()));
      claims.add(
          new Claim(
              "",
              claim.study(),
              claim.subject(),
              claim.comparator(),
              outcome,
              Direction.NO_DIFFERENCE,
              Change.UNCHANGED,
              claim.significance() == Significance.SIGNIFICANT
                  ? Significance.NOT_SIGNIFICANT
                  : Significance.UNSTATED,
              unit.reading().source(start, end),
              unit.section(),
              claim.against(),
              triggers));
      break;
    }
    return claims;
  }

  private String words(ClaimCues.Match match) {
    return unit.reading()
        .text()
        .substring(tokens.token(match.first()).start(), tokens.token(match.end() - 1).end());
  }

  private static int endWithoutPunctuation(List<Token> tokens) {
    int last = tokens.size() - 1;
    while (last > 0 && Set.of(".", ",", ";", ":").contains(tokens.get(last).text())) {
      last--;
    }
    return tokens.get(last).end();
  }
}
