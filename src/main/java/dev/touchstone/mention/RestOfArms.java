package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sides of the arms that no title and no allotment names. Where one side is known and one other arm
 * is spoken of, that is the other side; two others are set against each other, since what is known
 * then is what both get; of arms with letters or numbers alone the first is tried and the last is
 * the control.
 */
final class RestOfArms {

  private static final Pattern NOUN =
      Pattern.compile("(?i).*\\b(?:arm|group|regimen|schedule)s?(?:\\s[A-Z\\d]+)?$");
  private static final Pattern LETTERED =
      Pattern.compile("(?i)^(?:arm|group)\\s([A-F]|[1-6]|I{1,3}|IV)$");

  /** An arm as it stands in a reading. */
  private record Named(Reading reading, Draft draft) {}

  private RestOfArms() {}

  static void settle(List<Reading> readings) {
    boolean control = false;
    boolean intervention = false;
    Map<ArmWords, List<Named>> open = new LinkedHashMap<>();
    Map<String, List<Named>> lettered = new TreeMap<>();
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        ArmPhrase arm = (ArmPhrase) draft.normal();
        control |= "control".equals(arm.role());
        intervention |= "intervention".equals(arm.role());
        Matcher letter = LETTERED.matcher(arm.label());
        if (arm.role() == null && letter.matches()) {
          lettered
              .computeIfAbsent(letter.group(1), key -> new ArrayList<>())
              .add(new Named(reading, draft));
        } else if (arm.role() == null && !reading.isCell()) {
          ArmWords words = ArmWords.of(reading, draft.start(), draft.end());
          boolean people = ArmWords.describesPeople(arm.label());
          if (!words.isEmpty() && !words.onlyRole() && !people) {
            open.computeIfAbsent(words, key -> new ArrayList<>()).add(new Named(reading, draft));
          }
        }
      }
    }
    open.values().removeIf(RestOfArms::isNoArm);
    List<List<Named>> others = List.copyOf(open.values());
    if (control != intervention && others.size() == 1) {
      give(others.get(0), control ? "intervention" : "control");
    }
    if (!(control && intervention) && others.size() == 2 && lettered.isEmpty()) {
      give(others.get(0), "intervention");
      give(others.get(1), "control");
    }
    if (!control && !intervention && lettered.size() > 1) {
      List<List<Named>> order = List.copyOf(lettered.values());
      for (int i = 0; i < order.size(); i++) {
        give(order.get(i), i == order.size() - 1 ? "control" : "intervention");
      }
    }
  }

  /** Without a word for an arm anywhere, and without an allotment, a phrase may be anything. */
  private static boolean isNoArm(List<Named> places) {
    return places.stream()
        .noneMatch(
            named ->
                NOUN.matcher(((ArmPhrase) named.draft().normal()).label()).matches()
                    || named.draft().origin().equals(AllottedArms.ORIGIN));
  }

  private static void give(List<Named> arms, @Nullable String role) {
    for (Named named : arms) {
      ArmPhrase arm = (ArmPhrase) named.draft().normal();
      named
          .reading()
          .replace(
              named.draft(),
              named
                  .draft()
                  .with(new ArmPhrase(arm.label(), arm.drug(), role, arm.arm(), arm.why())));
    }
  }
}
