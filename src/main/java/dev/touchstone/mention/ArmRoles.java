package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which side of the comparison each phrase is on that names an arm. The title and the sentences
 * that allot people say what is compared; the whole document is asked for what speaks for either
 * side ({@link SideCue}), and the sums decide each comparison: the arm of the least sum is what the
 * others are compared with, and so is every arm that the best one leaves far behind. Two
 * comparisons that put an arm on different sides leave it open, as in a document on several
 * studies.
 */
final class ArmRoles {

  private static final int FARTHEST = 60;
  private static final String CONTROL = "control";
  private static final String INTERVENTION = "intervention";
  private static final Pattern WITH_OR_WITHOUT =
      Pattern.compile("(?i)\\swith (?:or|and) without\\s");

  private static final Pattern IN_BRACKET =
      Pattern.compile(
          "(?i)[(,;]\\s?(?:the\\s)?(?:controls?|comparator|reference)(?:\\s(?:arm|group))?\\s?(?:[,;]|$)");

  /** An arm this far behind the best one is no treatment that is tried. */
  private static final double FAR_BEHIND = 3;

  /** What the title sets against each other is what the document compares. */
  private static final double TITLES = 2;

  /** A difference of order that is as good as one of substance by one. */
  private static final double ORDER = 4;

  private final ArmRegister register = new ArmRegister();
  private final SideEvidence evidence;

  private record Comparison(List<ComparedArm> arms, boolean title) {}

  private final List<Comparison> comparisons = new ArrayList<>();

  private ArmRoles(Lexicon<String> customary, Lexicon<String> novel) {
    evidence = new SideEvidence(register, customary, novel);
  }

  /**
   * Gives the arms of a document the side that its design puts them on.
   *
   * @param customary words of what is compared with
   * @param novel words of what is tried
   */
  static void settle(
      List<Reading> readings, Design design, Lexicon<String> customary, Lexicon<String> novel) {
    ArmRoles roles = new ArmRoles(customary, novel);
    readings.forEach(roles.register::abbreviations);
    design.statements().forEach(roles::read);
    readings.forEach(roles.register::apposed);
    for (Reading reading : readings) {
      reading.drafts(MentionType.ARM).forEach(draft -> roles.register.meet(reading, draft));
    }
    roles.gather(readings);
    roles.comparisons.stream().filter(its -> its.arms().size() > 1).forEach(ArmRoles::decide);
    roles.comparisons.stream().filter(its -> its.arms().size() == 1).forEach(roles::alone);
    roles.others();
    new ProvenArms(roles.register).settle(readings);
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        roles.give(reading, draft);
      }
    }
    RestOfArms.settle(readings);
  }

  private void read(Design.Statement statement) {
    Map<Design.Place, ArmWords> places = new LinkedHashMap<>();
    for (Design.Place side : statement.sides()) {
      ArmWords words = ArmWords.of(statement.reading(), side.start(), side.end());
      if (!words.isEmpty() || CONTROL.equals(told(statement.reading(), side))) {
        places.put(side, words);
      }
    }
    Map<ComparedArm, Design.Place> sides = register.enter(statement.reading(), places);
    sides.forEach((arm, side) -> evidence.told(arm, told(statement.reading(), side)));
    sides.forEach((arm, side) -> register.brief(statement.reading(), arm, side));
    List<ComparedArm> order = List.copyOf(sides.keySet());
    if (order.size() > 1) {
      evidence.compared(order, statement.title());
      comparisons.add(new Comparison(order, statement.title()));
    } else if (order.size() == 1 && !withOrWithout(statement, order.get(0))) {
      if (statement.title()) {
        order.get(0).speaks(SideCue.TITLE);
      }
      comparisons.add(new Comparison(order, false));
    }
  }

  /** {@code radiotherapy with or without temozolomide} sets radiotherapy against both. */
  private boolean withOrWithout(Design.Statement statement, ComparedArm whole) {
    Design.Place side = statement.sides().get(0);
    String words = statement.reading().text().substring(side.start(), side.end());
    Matcher split = WITH_OR_WITHOUT.matcher(words);
    if (!split.find()) {
      return false;
    }
    Design.Place background = new Design.Place(side.start(), side.start() + split.start());
    ArmWords first = ArmWords.of(statement.reading(), background.start(), background.end());
    whole.speaks(SideCue.ADDED);
    List<ComparedArm> order = new ArrayList<>(List.of(whole));
    if (!first.isEmpty()) {
      ComparedArm alone = register.enter(statement.reading(), background, first);
      alone.speaks(SideCue.BACKGROUND);
      order.add(alone);
    }
    comparisons.add(new Comparison(order, statement.title()));
    return true;
  }

  private void gather(List<Reading> readings) {
    register.arms().forEach(evidence::words);
    register.others().forEach(evidence::words);
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        ComparedArm arm = register.of(reading, draft.start(), draft.end());
        if (arm != null) {
          evidence.told(arm, ((ArmPhrase) draft.normal()).role());
        }
      }
      if (!reading.isCell()) {
        evidence.prose(reading);
      }
    }
    evidence.pairs().forEach(pair -> evidence.shared(List.of(pair.first(), pair.second())));
  }

  /** What is named without another is tried, unless it is known from a comparison. */
  private void alone(Comparison named) {
    ComparedArm arm = named.arms().get(0);
    if (arm.side() == null && !arm.disputed()) {
      // Where no other arm is tried the order of names tells nothing.
      boolean tried =
          register.arms().stream().anyMatch(other -> other != arm && other.substance() > 0);
      double weight = tried ? arm.weight() : arm.substance();
      arm.put(weight < 0 ? CONTROL : INTERVENTION, Math.abs(arm.weight()));
    }
  }

  private static void decide(Comparison comparison) {
    List<ComparedArm> arms = comparison.arms();
    ComparedArm least = arms.get(0);
    ComparedArm best = least;
    for (ComparedArm arm : arms) {
      // Of two with the same weight the one named last is the control.
      least = arm.weight() <= least.weight() ? arm : least;
      best = arm.weight() > best.weight() ? arm : best;
    }
    double title = comparison.title() ? TITLES : 0;
    for (ComparedArm arm : arms) {
      boolean farBehind = arm.substance() < 0 && arm.substance() <= best.substance() - FAR_BEHIND;
      boolean control = arm == least || farBehind;
      ComparedArm other = control ? best : least;
      double margin =
          Math.abs(arm.substance() - other.substance())
              + Math.min(1, Math.abs(arm.weight() - other.weight()) / ORDER);
      arm.put(control ? CONTROL : INTERVENTION, margin + title);
    }
  }

  /**
   * The arms that no statement of the design names: those set against an arm whose side is known
   * are on the other side, those set against each other make a comparison.
   */
  private void others() {
    Map<ComparedArm, List<ComparedArm>> together = new LinkedHashMap<>();
    for (SideEvidence.Pair pair : evidence.pairs()) {
      boolean first = register.others().contains(pair.first());
      boolean second = register.others().contains(pair.second());
      if (first && second) {
        join(together, pair.first(), pair.second());
      } else if (first) {
        SideEvidence.oppose(pair.first(), pair.second());
      } else if (second) {
        SideEvidence.oppose(pair.second(), pair.first());
      }
    }
    together.values().stream().distinct().forEach(this::decideOthers);
    for (ComparedArm arm : register.others()) {
      boolean opposed =
          arm.has(SideCue.AGAINST_CONTROL)
              || arm.has(SideCue.AGAINST_LESSER)
              || arm.has(SideCue.AGAINST_TRIED);
      if (arm.side() == null && opposed && arm.weight() != 0) {
        arm.put(arm.weight() < 0 ? CONTROL : INTERVENTION, Math.abs(arm.weight()));
      }
    }
  }

  /** Where one of them is set against a control that is none of them, all are tried. */
  private void decideOthers(List<ComparedArm> arms) {
    evidence.shared(arms);
    boolean outside = arms.stream().anyMatch(arm -> arm.has(SideCue.AGAINST_CONTROL));
    if (!outside || arms.stream().anyMatch(arm -> arm.substance() < 0)) {
      decide(new Comparison(List.copyOf(arms), false));
    } else {
      arms.forEach(arm -> arm.put(INTERVENTION, 1));
    }
  }

  private static void join(
      Map<ComparedArm, List<ComparedArm>> together, ComparedArm one, ComparedArm other) {
    List<ComparedArm> arms = together.computeIfAbsent(one, arm -> new ArrayList<>(List.of(arm)));
    List<ComparedArm> more = together.getOrDefault(other, List.of(other));
    if (arms != more) {
      arms.addAll(more);
      more.forEach(arm -> together.put(arm, arms));
    }
  }

  /** The side that the words say themselves, or those in brackets behind them; null for none. */
  private static @Nullable String told(Reading reading, Design.Place place) {
    List<Draft> arms = reading.drafts(MentionType.ARM);
    String own = roleOf(arms, place.start(), place.end());
    int open = reading.text().indexOf('(', place.end());
    if (own != null || open < 0 || open - place.end() > FARTHEST) {
      return own;
    }
    int next =
        arms.stream()
            .mapToInt(Draft::start)
            .filter(start -> start >= place.end())
            .findFirst()
            .orElse(0);
    int close = ArmRegister.closing(reading.text(), open);
    if (next > open && IN_BRACKET.matcher(reading.text().substring(open, close)).find()) {
      return CONTROL;
    }
    return next > open && next < close ? roleOf(arms, open, close) : null;
  }

  private static @Nullable String roleOf(List<Draft> arms, int start, int end) {
    return arms.stream()
        .filter(draft -> draft.overlaps(start, end))
        .map(draft -> ((ArmPhrase) draft.normal()).role())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void give(Reading reading, Draft draft) {
    ArmPhrase phrase = (ArmPhrase) draft.normal();
    ComparedArm arm = register.of(reading, draft.start(), draft.end());
    if (arm == null || arm.disputed()) {
      return;
    }
    boolean other = register.others().contains(arm);
    if (other && phrase.role() != null) {
      return;
    }
    String side = arm.side() == null ? phrase.role() : arm.side();
    String design = other ? null : arm.label();
    reading.replace(
        draft, draft.with(new ArmPhrase(phrase.label(), phrase.drug(), side, design, arm.why())));
  }
}
