package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Against;
import dev.touchstone.evidence.ClaimTopics.Frame;
import dev.touchstone.evidence.ClaimTopics.Topics;
import dev.touchstone.evidence.ClaimWords.Group;
import dev.touchstone.evidence.ClausePhrases.Phrase;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is compared with whom in a clause.
 *
 * @param subject name of the drug or label of the arm that the statement is about
 * @param comparator name or label of the other side
 * @param against what stands in the place of another arm: an earlier state, another time
 */
record Parties(@Nullable String subject, @Nullable String comparator, @Nullable Against against) {

  private static final int LONGEST_NAME = 12;

  /**
   * Reads a clause.
   *
   * @param match the word that compares
   * @param topics what it compares; drugs named there are no sides
   */
  static Parties of(
      ClauseTokens tokens,
      ClaimCues.Match match,
      Topics topics,
      @Nullable Study study,
      String text) {
    List<Mention> named =
        tokens.mentions().stream()
            .filter(
                mention -> mention.type() == MentionType.DRUG || mention.type() == MentionType.ARM)
            .filter(mention -> !isTopic(tokens, topics, mention))
            .toList();
    int marker = marker(tokens, match.first());
    Against other = against(tokens);
    int cueStart = tokens.token(match.first()).start();
    int between = between(tokens);
    Mention comparator = null;
    if (between >= 0) {
      List<Mention> both =
          named.stream().filter(mention -> mention.start() >= tokens.token(between).end()).toList();
      Mention first = both.isEmpty() ? null : both.get(0);
      comparator =
          both.stream()
              .filter(mention -> first != null && !samePlace(mention, first))
              .filter(mention -> first != null && !name(mention).equals(name(first)))
              .findFirst()
              .orElse(null);
    } else if (marker >= 0) {
      comparator =
          named.stream()
              .filter(mention -> mention.start() >= tokens.token(marker).end())
              .findFirst()
              .orElse(null);
    }
    Mention rival = comparator;
    List<Mention> others =
        named.stream()
            .filter(mention -> rival == null || !samePlace(mention, rival))
            .filter(mention -> rival == null || !name(mention).equals(name(rival)))
            .toList();
    // "The fall from baseline was greater with A than with B" compares the arms.
    Against against = comparator != null && other == Against.BASELINE ? null : other;
    Mention subject =
        Stream.concat(
                others.stream().filter(mention -> mention.start() < cueStart),
                others.stream().filter(mention -> mention.start() >= cueStart))
            .findFirst()
            .orElse(null);
    String subjectName =
        subject == null ? printedSubject(tokens, match, topics, text) : name(subject);
    String comparatorName =
        comparator != null ? name(comparator) : printedAfter(tokens, marker, text);
    if (subjectName != null && subjectName.equals(comparatorName)) {
      subjectName = null;
    }
    if (against == null) {
      if (subjectName == null) {
        subjectName = label(study, comparatorName);
      }
      if (comparatorName == null && !isChangeWithin(tokens, match, topics, marker, between)) {
        comparatorName = label(study, Arm.Role.CONTROL, subjectName);
      }
    }
    return new Parties(subjectName, comparatorName, against);
  }

  /** "Fell in the treated group": a change over time in one arm; the other is not spoken of. */
  private static boolean isChangeWithin(
      ClauseTokens tokens, ClaimCues.Match match, Topics topics, int marker, int between) {
    boolean moves =
        match.cue().change() == Claim.Change.INCREASED
            || match.cue().change() == Claim.Change.DECREASED
            || match.cue().direction() == null;
    String tag = tokens.tag(match.end() - 1);
    boolean acts =
        topics.frame() == Frame.VERB
            && !topics.phrases().isEmpty()
            && topics.phrases().get(0).first() >= match.end();
    boolean noun = topics.frame() == Frame.NOUN && match.cue().change() != null;
    return moves && (tag.startsWith("VB") || noun) && !acts && marker < 0 && between < 0;
  }

  private static boolean isTopic(ClauseTokens tokens, Topics topics, Mention mention) {
    for (Phrase phrase : topics.phrases()) {
      if (mention.start() >= tokens.token(phrase.first()).start()
          && mention.end() <= tokens.token(phrase.end() - 1).end()) {
        return true;
      }
    }
    return false;
  }

  /** An earlier state or people of another time, where no arm is compared with. */
  private static @Nullable Against against(ClauseTokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(Group.HISTORICAL, i)) {
        return Against.HISTORICAL;
      }
      if (tokens.word(i).equals("over") && tokens.word(i + 1).equals("time")) {
        return Against.BASELINE;
      }
      boolean follows =
          tokens.is(Group.MARKER, i - 1)
              || (tokens.word(i - 1).matches("the|with|to|their")
                  && tokens.is(Group.MARKER, i - 2));
      if (tokens.is(Group.BASELINE, i) && follows) {
        return Against.BASELINE;
      }
    }
    return null;
  }

  private static int between(ClauseTokens tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.word(i).equals("between") && !tokens.inBracket(i)) {
        return i;
      }
    }
    return -1;
  }

  private static int marker(ClauseTokens tokens, int from) {
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.is(Group.MARKER, i)) {
        continue;
      }
      boolean bound =
          switch (tokens.word(i)) {
            case "to" -> tokens.is(Group.TAKES_TO, i - 1);
            case "from" -> tokens.word(i - 1).startsWith("differ");
            case "with" -> tokens.word(i - 1).matches("compar.*");
            case "as" -> i > from;
            case "over" -> i >= from - 1 && !tokens.word(i + 1).equals("time");
            case "compared", "comparison", "relative" -> true;
            default -> i >= from - 1 || tokens.word(i).startsWith("v");
          };
      if (bound && !(tokens.word(i).equals("comparison") && !tokens.word(i - 1).equals("in"))) {
        return i;
      }
    }
    return -1;
  }

  /** The side that no mention names: {@code those who viewed a film}. */
  private static @Nullable String printedAfter(ClauseTokens tokens, int marker, String text) {
    if (marker < 0) {
      return null;
    }
    int at = marker + 1;
    while (tokens.word(at).matches("with|to|in|for|among|on|that|those|of|by|after")) {
      at++;
    }
    return printed(tokens, tokens.phrase(at, tokens.size()), text);
  }

  private static @Nullable String printedSubject(
      ClauseTokens tokens, ClaimCues.Match match, Topics topics, String text) {
    boolean acts = topics.frame() == Frame.VERB || topics.frame() == Frame.ATTRIBUTE;
    int verb = topics.frame() == Frame.VERB ? match.first() : tokens.verbBefore(match.first());
    boolean object = !topics.phrases().isEmpty() && topics.phrases().get(0).first() >= match.end();
    if (verb < 0 || !(acts && object)) {
      return null;
    }
    Phrase region = tokens.subject(tokens.groupStart(verb));
    return printed(tokens, tokens.phrase(region.first(), region.end()), text);
  }

  private static @Nullable String printed(
      ClauseTokens tokens, @Nullable Phrase phrase, String text) {
    if (phrase == null
        || tokens.isTime(phrase)
        || phrase.end() - phrase.first() > LONGEST_NAME
        || tokens.tag(phrase.first()).equals("CD")
        || !Character.isLetter(tokens.word(phrase.head()).charAt(0))) {
      return null;
    }
    return text.substring(
        tokens.token(phrase.first()).start(), tokens.token(phrase.end() - 1).end());
  }

  private static boolean samePlace(Mention one, Mention other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static String name(Mention mention) {
    if (mention.type() == MentionType.DRUG) {
      return mention.drug().name();
    }
    String drug = mention.arm().drug();
    return drug != null ? drug : mention.arm().label();
  }

  /** The side that is not the one named: the intervention, or the control where that is taken. */
  private static @Nullable String label(@Nullable Study study, @Nullable String taken) {
    String intervention = label(study, Arm.Role.INTERVENTION, taken);
    return intervention != null || taken == null
        ? intervention
        : label(study, Arm.Role.CONTROL, taken);
  }

  private static @Nullable String label(
      @Nullable Study study, Arm.Role role, @Nullable String taken) {
    if (study == null) {
      return null;
    }
    return study.arms().stream()
        .filter(arm -> arm.role() == role)
        .map(arm -> Objects.requireNonNullElse(arm.drug(), arm.label()))
        .filter(name -> !name.equals(taken))
        .findFirst()
        .orElse(null);
  }
}
