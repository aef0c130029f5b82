package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The arms that a document compares, by all the names that it has for them. */
final class ArmRegister {

  private static final int FARTHEST = 60;

  /** Short names joined to one: {@code EPI-TAM}, {@code CT+ZOL}. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?<![\\p{L}\\d])\\p{Lu}[\\p{Lu}\\d]*(?:\\s?[+/-]\\s?\\p{Lu}[\\p{Lu}\\d]*)+a?(?![\\p{L}\\d])");

  private final ShortNames shortNames = new ShortNames();
  private final List<ComparedArm> arms = new ArrayList<>();
  private final List<ComparedArm> others = new ArrayList<>();
  private final Map<ArmWords, @Nullable ComparedArm> known = new HashMap<>();

  /** Those that the title or an allotment names. */
  List<ComparedArm> arms() {
    return arms;
  }

  /** Those that only other sentences name. */
  List<ComparedArm> others() {
    return others;
  }

  /** Enters a phrase that names an arm, where none is known by its words. */
  void meet(Reading reading, Draft draft) {
    ArmPhrase phrase = (ArmPhrase) draft.normal();
    ArmWords words = ArmWords.of(reading, draft.start(), draft.end());
    boolean arm =
        !words.isEmpty()
            && !words.onlyRole()
            && !ArmWords.describesPeople(phrase.label())
            && !reading.has(MentionType.CONDITION, draft.start(), draft.end());
    if (arm && of(reading, draft.start(), draft.end()) == null && !fitsSeveral(words)) {
      known.clear();
      others.add(new ComparedArm(phrase.label(), words));
    }
  }

  private boolean fitsSeveral(ArmWords words) {
    return arms.stream().anyMatch(arm -> arm.words().stream().anyMatch(words::within));
  }

  /** Keeps what the short names of a piece stand for. */
  void abbreviations(Reading reading) {
    shortNames.read(reading);
  }

  /** Each arm of a statement by its words: one that is known, or a new one. */
  Map<ComparedArm, Design.Place> enter(Reading reading, Map<Design.Place, ArmWords> sides) {
    Map<ComparedArm, Design.Place> entered = new LinkedHashMap<>();
    for (Map.Entry<Design.Place, ArmWords> side : sides.entrySet()) {
      ComparedArm arm = equal(shortNames.meant(side.getValue()));
      if (arm == null) {
        // "standard-dose AC" is AC where no other side of the statement is.
        ComparedArm near = sides.size() > 1 ? fuller(side.getValue()) : null;
        boolean its =
            near != null
                && sides.values().stream()
                    .filter(other -> other != side.getValue())
                    .noneMatch(other -> near == equal(other) || near == fuller(other));
        arm = its ? near : null;
      }
      arm = arm == null ? enter(reading, side.getKey(), side.getValue()) : arm;
      entered.putIfAbsent(arm, side.getKey());
    }
    return entered;
  }

  /** The arm that a stretch is by its words. */
  ComparedArm enter(Reading reading, Design.Place side, ArmWords words) {
    known.clear();
    ComparedArm arm = equal(shortNames.meant(words));
    if (arm == null) {
      arm = new ComparedArm(reading.text().substring(side.start(), side.end()), words);
      arms.add(arm);
    }
    return arm;
  }

  /** {@code vinorelbine plus capecitabine (NX)}: an allotment names an arm by a code. */
  void brief(Reading reading, ComparedArm arm, Design.Place side) {
    String code = ShortNames.behind(reading, side.end());
    if (code != null) {
      arm.words().add(new ArmWords(Set.of(), Set.of(code)));
      known.clear();
    }
  }

  /** {@code docetaxel 75 mg/m² (group A, n = 30)}: one arm has both names. */
  void apposed(Reading reading) {
    List<Draft> drafts = reading.drafts(MentionType.ARM);
    for (int i = 0; i + 1 < drafts.size(); i++) {
      Draft one = drafts.get(i);
      Draft other = drafts.get(i + 1);
      int open = reading.text().indexOf('(', one.end());
      boolean behind =
          open >= 0
              && open - one.end() <= FARTHEST
              && open < other.start()
              && reading.text().substring(one.end(), open).indexOf(')') < 0
              && closing(reading.text(), open) >= other.end()
              && !isListed(reading, drafts, i + 2)
              && !holds(reading, drafts, i + 2, closing(reading.text(), open))
              && reading.sentenceEnd(one.start()) >= other.end();
      ComparedArm arm = behind ? of(reading, one.start(), one.end()) : null;
      ArmWords alias = ArmWords.of(reading, other.start(), other.end());
      if (arm != null && !alias.isEmpty() && !alias.onlyRole() && equal(alias) == null) {
        arm.words().add(alias);
        known.clear();
      }
    }
  }

  /** {@code (115 with A, 120 with B)}: a bracket of several arms is no name of one. */
  private static boolean holds(Reading reading, List<Draft> arms, int next, int close) {
    return next < arms.size() && arms.get(next).start() < close && reading.text().length() > close;
  }

  /** {@code three doses (groups A, B and C)}: no one of a list is all that stands before it. */
  private static boolean isListed(Reading reading, List<Draft> arms, int next) {
    if (next >= arms.size()) {
      return false;
    }
    Draft draft = arms.get(next);
    String text = reading.text().substring(draft.start(), draft.end());
    return text.length() < ((ArmPhrase) draft.normal()).label().length();
  }

  static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** The arm that a phrase names; null where its words fit none, or several. */
  @Nullable ComparedArm of(Reading reading, int start, int end) {
    ArmWords words = ArmWords.of(reading, start, end);
    if (words.isEmpty() || words.onlyRole()) {
      return null;
    }
    // "EPI-TAM" is not TAM.
    boolean joined = JOINED.matcher(reading.text().substring(start, end)).find();
    return joined ? exactly(words) : known.computeIfAbsent(words, unused -> find(words));
  }

  private @Nullable ComparedArm exactly(ArmWords words) {
    ComparedArm arm = equal(words);
    return arm == null ? equal(others, words) : arm;
  }

  private @Nullable ComparedArm find(ArmWords words) {
    ComparedArm equal = equal(words);
    ComparedArm arm = equal != null ? equal : near(words);
    ArmWords whole = shortNames.meant(words);
    if (arm == null && whole != words) {
      arm = equal(whole);
      arm = arm == null ? near(whole) : arm;
    }
    arm = arm == null && words.isWithheld() ? otherThan(words.given()) : arm;
    return arm == null ? equal(others, words) : arm;
  }

  /** {@code the no-aspirin group} is the other one of two. */
  private @Nullable ComparedArm otherThan(ArmWords given) {
    ComparedArm its = given.isEmpty() || arms.size() != 2 ? null : near(given);
    return its == null ? null : arms.get(its == arms.get(0) ? 1 : 0);
  }

  private @Nullable ComparedArm equal(ArmWords words) {
    return equal(arms, words);
  }

  private static @Nullable ComparedArm equal(List<ComparedArm> arms, ArmWords words) {
    for (ComparedArm arm : arms) {
      if (arm.words().stream().anyMatch(own -> own.all().equals(words.all()))) {
        return arm;
      }
    }
    return null;
  }

  /** The only arm that has all of the words, or none but some of them and no other drug. */
  private @Nullable ComparedArm near(ArmWords words) {
    List<ComparedArm> its =
        arms.stream()
            .filter(
                arm ->
                    arm.words().stream()
                        .anyMatch(own -> words.within(own) && !isDivided(own, words)))
            .toList();
    return its.size() == 1 ? its.get(0) : its.isEmpty() ? fuller(words) : null;
  }

  /** Whether another drug of these is an arm of its own: then one of them is not all. */
  private boolean isDivided(ArmWords whole, ArmWords part) {
    return whole.drugs().stream()
        .filter(drug -> !part.drugs().contains(drug))
        .anyMatch(drug -> equal(new ArmWords(Set.of(drug), Set.of())) != null);
  }

  /** The only arm of the same drugs that has no words but some of these. */
  private @Nullable ComparedArm fuller(ArmWords words) {
    List<ComparedArm> its =
        arms.stream()
            .filter(
                arm ->
                    arm.words().stream()
                        .anyMatch(own -> own.within(words) && own.drugs().equals(words.drugs())))
            .toList();
    return its.size() == 1 ? its.get(0) : null;
  }
}
