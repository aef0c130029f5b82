package dev.touchstone.evidence;

import dev.touchstone.evidence.ClaimTopics.Topics;
import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.evidence.ClausePhrases.Phrase;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which outcomes the words of a claim stand for. */
final class ClaimOutcomes {

  private static final int LONGEST_LABEL = 160;

  private final ClauseTokens tokens;
  private final String text;
  private final @Nullable Outcome primary;
  private final @Nullable String population;
  private final Told told;

  ClaimOutcomes(
      ClauseTokens tokens,
      String text,
      @Nullable Outcome primary,
      @Nullable String population,
      Told told) {
    this.tokens = tokens;
    this.text = text;
    this.primary = primary;
    this.population = population;
    this.told = told;
  }

  /** The outcomes of a comparison, a list for each phrase that it speaks of. */
  List<List<Outcome>> of(ClaimCues.Match match, Topics topics) {
    String named = match.cue().outcome();
    if (named != null) {
      return List.of(named(match, named));
    }
    List<List<Outcome>> outcomes = new ArrayList<>();
    for (Phrase phrase : topics.phrases()) {
      outcomes.add(of(phrase));
    }
    return outcomes;
  }

  private List<Outcome> of(Phrase phrase) {
    Outcome toldBefore = toldByName(phrase);
    if (toldBefore != null) {
      return List.of(here(toldBefore));
    }
    if (isPointer(phrase)) {
      return pointedAt();
    }
    int start = tokens.token(phrase.first()).start();
    int end = tokens.token(phrase.end() - 1).end();
    Map<String, Outcome> known = new LinkedHashMap<>();
    Outcome free = null;
    for (Mention mention : tokens.mentions()) {
      if (mention.type() != MentionType.OUTCOME
          || mention.start() >= end
          || mention.end() <= start) {
        continue;
      }
      Outcome outcome = mention.outcome();
      if (outcome.code().equals("OTHER")) {
        free = free == null ? outcome : free;
      } else {
        known.putIfAbsent(key(outcome), here(outcome));
      }
    }
    if (!known.isEmpty()) {
      return efficacy(List.copyOf(known.values()));
    }
    String words =
        text.substring(start, Math.min(end, start + LONGEST_LABEL)).replaceAll("\\s+", " ");
    return List.of(
        new Outcome(
            "OTHER",
            words,
            free == null ? null : free.statistic(),
            free == null ? null : free.at(),
            free == null ? null : free.grade(),
            words.toLowerCase(Locale.ROOT),
            population,
            "result"));
  }

  /** "This difference": a word that stands for what was told before. */
  boolean isPointer(Phrase phrase) {
    return tokens.is(Group.JUDGED, phrase.head()) && phrase.end() == phrase.head() + 1;
  }

  /** "Its efficacy was similar": the primary endpoint is what efficacy was measured by. */
  private List<Outcome> efficacy(List<Outcome> known) {
    boolean whole = known.stream().anyMatch(outcome -> outcome.code().equals("EFFICACY"));
    return whole && primary != null ? List.of(here(primary)) : known;
  }

  /** "Reductions were more frequent", where dose reductions were told of before. */
  private @Nullable Outcome toldByName(Phrase phrase) {
    if (phrase.end() - phrase.first() > 1) {
      return null;
    }
    return told.headedBy(tokens.token(phrase.head()).text());
  }

  private List<Outcome> named(ClaimCues.Match match, String code) {
    if (code.equals("PRIMARY")) {
      return primary == null ? List.of() : List.of(here(primary));
    }
    List<Outcome> fitting =
        mentioned().stream().filter(outcome -> outcome.code().equals(code)).toList();
    return fitting.isEmpty()
        ? List.of(new Outcome(code, words(match), null, null, null, null, population, "result"))
        : fitting;
  }

  /**
   * The outcomes of a comparison that binds none by its syntax: those that the clause names, else
   * what was told before.
   */
  List<Outcome> withoutSyntax(ClaimCues.Match match) {
    List<Outcome> mentioned = mentioned();
    if (!mentioned.isEmpty()) {
      return efficacy(mentioned);
    }
    if (refersBack(match)) {
      return pointedAt();
    }
    for (int i = 0; i < match.first(); i++) {
      Outcome earlier = tokens.isNoun(i) ? told.headedBy(tokens.token(i).text()) : null;
      if (earlier != null) {
        return List.of(here(earlier));
      }
    }
    return List.of();
  }

  /**
   * "A difference that was not significant", "it did show a benefit", "A was superior to B": the
   * outcome was told before.
   */
  private boolean refersBack(ClaimCues.Match match) {
    boolean judges = false;
    for (int i = 0; i < match.end(); i++) {
      judges |=
          tokens.is(Group.JUDGED, i)
              || tokens.word(i).startsWith("differ")
              || tokens.word(i).equals("superior");
    }
    return judges;
  }

  /** What was compared where nothing near says: the words of the comparison themselves. */
  Outcome unnamed(ClaimCues.Match match) {
    String words = words(match);
    return new Outcome(
        "OTHER", words, null, null, null, words.toLowerCase(Locale.ROOT), population, "result");
  }

  /** What was told last in the paragraph. */
  List<Outcome> pointedAt() {
    return told.latest().stream().map(this::here).toList();
  }

  /** The outcomes of the list that begins at the token or after one preposition. */
  List<Outcome> first(int from) {
    int at = tokens.tag(from).equals("IN") ? from + 1 : from;
    List<Outcome> outcomes = new ArrayList<>();
    tokens.list(at, tokens.size()).forEach(phrase -> outcomes.addAll(of(phrase)));
    return outcomes;
  }

  /** The outcomes that the clause names. */
  List<Outcome> mentioned() {
    Map<String, Outcome> found = new LinkedHashMap<>();
    for (Mention mention : tokens.mentions()) {
      if (mention.type() == MentionType.OUTCOME && !isSide(mention)) {
        found.putIfAbsent(key(mention.outcome()), here(mention.outcome()));
      }
    }
    return List.copyOf(found.values());
  }

  /** A free outcome that begins with "patients" or ends in "group" names who was measured. */
  private boolean isSide(Mention mention) {
    if (!mention.outcome().code().equals("OTHER")) {
      return false;
    }
    for (int i = 0; i < tokens.size(); i++) {
      boolean edge =
          tokens.token(i).end() == mention.end() || tokens.token(i).start() == mention.start();
      if (edge && tokens.is(Group.PEOPLE, i)) {
        return true;
      }
    }
    return false;
  }

  /** "Increased bilirubin" names an event; it does not compare. */
  boolean isInsideName(ClaimCues.Match match) {
    int from = tokens.token(match.first()).start();
    int to = tokens.token(match.end() - 1).end();
    return tokens.mentions().stream()
        .filter(mention -> mention.start() <= from && to <= mention.end())
        .anyMatch(
            mention ->
                switch (mention.type()) {
                  case DOSE, CONDITION -> true;
                  case OUTCOME -> !mention.outcome().code().equals("OTHER");
                  default -> false;
                });
  }

  private static String key(Outcome outcome) {
    return outcome.code() + "|" + outcome.term() + "|" + outcome.grade();
  }

  private Outcome here(Outcome outcome) {
    return new Outcome(
        outcome.code(),
        outcome.label(),
        outcome.statistic(),
        outcome.at(),
        outcome.grade(),
        outcome.term(),
        population != null ? population : outcome.population(),
        "result");
  }

  private String words(ClaimCues.Match match) {
    Token first = tokens.token(match.first());
    return text.substring(first.start(), tokens.token(match.end() - 1).end());
  }
}
