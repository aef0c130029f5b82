package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers, over a whole document, what speaks for the side of each of its arms. */
final class SideEvidence {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final int FARTHEST_PAIR = 90;
  private static final int LEAD = 60;

  private static final Pattern WITHHELD =
      Pattern.compile("(?:no|non|without|omission of)[ -].+", FLAGS);

  /** Between two arms the second of which the first is measured against. */
  private static final Pattern AGAINST =
      Pattern.compile(
          "[^.;]*?(?<![\\p{L}])(?:compared (?:with|to)|versus|vs\\.?|v\\.?|than|over|against|(?:non-?)?inferior to|superior to|relative to|instead of)(?![\\p{L}])[^.;]*",
          FLAGS);

  private static final Pattern LISTED =
      Pattern.compile("[^.;]*?(?:(?<![\\p{L}])(?:and|or)(?![\\p{L}])|,)[^.;]*", FLAGS);
  private static final Pattern ADDED =
      Pattern.compile(
          "(?<![\\p{L}])(?:with (?:or|and) without|with/without|\\+/-|±|addition of|adding|added)\\s(?:the\\s|an?\\s|concurrent\\s|concomitant\\s|adjuvant\\s)?$",
          FLAGS);
  private static final Pattern AIM =
      Pattern.compile(
          "(?<![\\p{L}])(?:effects?|efficacy|effectiveness|impact|role|benefits?|safety|feasibility|influence|value|activity|tolerability|whether)(?:\\sand\\s\\p{L}+)?(?:\\sof)?\\s(?:the\\s|an?\\s|adding\\s|adjuvant\\s)?$",
          FLAGS);

  /** Two arms that a sentence sets side by side. */
  record Pair(ComparedArm first, ComparedArm second) {}

  private final ArmRegister arms;
  private final Lexicon<String> customary;
  private final Lexicon<String> novel;
  private final List<Pair> pairs = new ArrayList<>();

  SideEvidence(ArmRegister arms, Lexicon<String> customary, Lexicon<String> novel) {
    this.arms = arms;
    this.customary = customary;
    this.novel = novel;
  }

  /** What the order of a statement tells, and what its sides have in common. */
  void compared(List<ComparedArm> order, boolean title) {
    for (int i = 0; i < order.size(); i++) {
      ComparedArm arm = order.get(i);
      if (i == 0) {
        arm.speaks(title ? SideCue.TITLE_FIRST : SideCue.NAMED_FIRST);
      } else if (i == order.size() - 1) {
        arm.speaks(title ? SideCue.TITLE_LAST : SideCue.NAMED_LAST);
      }
    }
    shared(order);
  }

  /** What the others of a comparison get as well. */
  void shared(List<ComparedArm> order) {
    for (ComparedArm arm : order) {
      if (!arm.has(SideCue.BACKGROUND) && (isBackground(arm, order) || isShorterCode(arm, order))) {
        arm.speaks(SideCue.BACKGROUND);
      }
    }
  }

  /** What all others get as well, and something besides. */
  private static boolean isBackground(ComparedArm arm, List<ComparedArm> order) {
    return order.stream()
        .filter(other -> other != arm)
        .allMatch(
            other ->
                !WITHHELD.matcher(other.label()).matches()
                    && !other.has(SideCue.CONTROL_WORD)
                    && arm.words().stream()
                        .anyMatch(
                            own ->
                                other.words().stream()
                                    .anyMatch(its -> own.within(its) && !its.within(own))));
  }

  /** {@code DE} against {@code DEE}: the letters of a code stand for what is given. */
  private static boolean isShorterCode(ComparedArm arm, List<ComparedArm> order) {
    return order.stream()
        .filter(other -> other != arm)
        .allMatch(
            other ->
                isCode(arm)
                    && isCode(other)
                    && code(arm).length() < code(other).length()
                    && isWithin(code(arm), code(other)));
  }

  private static boolean isCode(ComparedArm arm) {
    return code(arm).matches("\\p{Lu}{1,5}");
  }

  private static String code(ComparedArm arm) {
    return arm.label().replaceFirst("(?i)\\s(?:arms?|groups?|regimens?|patients)$", "");
  }

  private static boolean isWithin(String letters, String code) {
    int at = -1;
    for (char letter : letters.toCharArray()) {
      at = code.indexOf(letter, at + 1);
      if (at < 0) {
        return false;
      }
    }
    return true;
  }

  /** What the words of an arm tell themselves. */
  void words(ComparedArm arm) {
    if (WITHHELD.matcher(arm.label()).matches()) {
      arm.speaks(SideCue.WITHHELD);
    }
    if (has(customary, arm)) {
      arm.speaks(SideCue.CUSTOMARY);
    }
    if (has(novel, arm)) {
      arm.speaks(SideCue.NOVEL);
    }
  }

  private static boolean has(Lexicon<String> words, ComparedArm arm) {
    return !words.longest(arm.label(), Words.of(arm.label())).isEmpty();
  }

  /** What the words of a side say, or those in brackets behind it. */
  void told(ComparedArm arm, @Nullable String role) {
    SideCue cue =
        "control".equals(role)
            ? SideCue.CONTROL_WORD
            : "intervention".equals(role) ? SideCue.TRIED_WORD : null;
    if (cue != null && !arm.has(cue)) {
      arm.speaks(cue);
    }
  }

  /** A phrase that names an arm; without one its words tell the side alone. */
  private record Named(Draft draft, @Nullable ComparedArm arm, @Nullable String role) {}

  /** What the sentences of a piece tell. */
  void prose(Reading reading) {
    for (Sentence sentence : reading.sentences()) {
      Named before = null;
      for (Draft draft : ArmPhrases.named(reading, sentence)) {
        ComparedArm arm = arms.of(reading, draft.start(), draft.end());
        String role = draft.normal() instanceof ArmPhrase phrase ? phrase.role() : null;
        if (arm == null && role == null) {
          continue;
        }
        if (arm != null) {
          alone(arm, reading, sentence, draft);
        }
        Named next = new Named(draft, arm, role);
        if (before != null) {
          pair(reading, before, next);
        }
        before = next;
      }
    }
  }

  private static void alone(ComparedArm arm, Reading reading, Sentence sentence, Draft draft) {
    int from = Math.max(sentence.start(), draft.start() - LEAD);
    String lead = reading.text().substring(from, draft.start());
    if (ADDED.matcher(lead).find()) {
      arm.speaks(SideCue.ADDED);
    }
    if (AIM.matcher(lead).find()) {
      arm.speaks(SideCue.AIM);
    }
  }

  /** The arms that sentences set side by side, in the order of the text. */
  List<Pair> pairs() {
    return pairs;
  }

  private void pair(Reading reading, Named one, Named other) {
    int start = one.draft().end();
    int end = other.draft().start();
    if (one.arm() == other.arm() || end <= start || end - start > FARTHEST_PAIR) {
      return;
    }
    String between = reading.text().substring(start, end);
    boolean against = AGAINST.matcher(between).matches();
    if (!against && !LISTED.matcher(between).matches()) {
      return;
    }
    if (one.arm() == null) {
      oppose(other.arm(), one.role());
    } else if (other.arm() == null) {
      oppose(one.arm(), other.role());
    } else {
      one.arm().speaks(against ? SideCue.MEASURED : SideCue.LISTED_FIRST);
      other.arm().speaks(against ? SideCue.YARDSTICK : SideCue.LISTED_LAST);
      pairs.add(new Pair(one.arm(), other.arm()));
    }
  }

  /** An arm set against words that only tell a side: {@code the control group}. */
  private static void oppose(@Nullable ComparedArm arm, @Nullable String side) {
    if (arm != null && "control".equals(side)) {
      arm.speaks(SideCue.AGAINST_CONTROL);
    } else if (arm != null && "intervention".equals(side)) {
      arm.speaks(SideCue.AGAINST_TRIED);
    }
  }

  /** An arm set against one whose side the design tells. */
  static void oppose(ComparedArm arm, ComparedArm known) {
    if ("control".equals(known.side())) {
      arm.speaks(
          known.has(SideCue.CONTROL_WORD) ? SideCue.AGAINST_CONTROL : SideCue.AGAINST_LESSER);
    } else if ("intervention".equals(known.side())) {
      arm.speaks(SideCue.AGAINST_TRIED);
    }
  }
}
