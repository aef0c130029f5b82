package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells arms from what merely stands where arms are named. Where a document sets out what it
 * compares, nobody needs to be guessed: a phrase that only the build of a sentence made an arm
 * ({@code LVEDD: 43 mm}, {@code 12% of XY}, a drug beside another one) is one only if the document
 * calls the same an arm elsewhere, allots people to it or names it in its title.
 */
final class ProvenArms {

  /** What proves an arm by itself, as the origin of its mention begins. */
  private static final Set<String> PROOFS =
      Set.of(
          GroupNouns.ORIGIN,
          GroupNouns.LISTED,
          SharedNoun.ORIGIN,
          AllottedArms.ORIGIN,
          TitleArms.ORIGIN,
          Comparators.ORIGIN,
          GroupsBesideValues.TREATED_WITH);

  private static final Pattern CODE =
      Pattern.compile("(?:\\p{Lu}[\\p{Lu}\\d]+|\\p{Lu})(?:[+/-][\\p{Lu}\\d]+)*[\\d\\p{Lu}]");

  private final ArmRegister register;
  private final Set<Object> proven = new HashSet<>();

  private record Place(Reading reading, Draft draft) {}

  ProvenArms(ArmRegister register) {
    this.register = register;
  }

  /** Takes the name of arm from what is none, in a document whose design tells both sides. */
  void settle(List<Reading> readings) {
    boolean both =
        (register.arms().stream().anyMatch(arm -> "control".equals(arm.side()))
                || readings.stream().anyMatch(ProvenArms::callsControl))
            && register.arms().stream().anyMatch(arm -> "intervention".equals(arm.side()));
    if (!both) {
      return;
    }
    List<Place> guessed = new ArrayList<>();
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        if (reading.isCell()
            || PROOFS.contains(draft.origin())
            || ((ArmPhrase) draft.normal()).role() != null) {
          proven.add(key(reading, draft));
        } else {
          guessed.add(new Place(reading, draft));
        }
      }
    }
    for (Place place : guessed) {
      ComparedArm arm = arm(place.reading(), place.draft());
      // "Higher with XC7 (36%) than with YD": capitals behind a value or "than" are no everyday
      // word.
      if (isCode(place)) {
        continue;
      }
      boolean known = arm != null && register.arms().contains(arm);
      if (!known && !proven.contains(key(place.reading(), place.draft()))) {
        place.reading().replace(place.draft(), place.draft().as(MentionType.NAMED_ARM));
      }
    }
  }

  private static boolean isCode(Place place) {
    Draft draft = place.draft();
    return !draft.origin().equals(GroupsBesideValues.BEFORE_VALUE)
        && CODE.matcher(place.reading().text()).region(draft.start(), draft.end()).matches();
  }

  private static boolean callsControl(Reading reading) {
    return reading.drafts(MentionType.ARM).stream()
        .anyMatch(draft -> "control".equals(((ArmPhrase) draft.normal()).role()));
  }

  private Object key(Reading reading, Draft draft) {
    ComparedArm arm = arm(reading, draft);
    return arm == null ? ArmWords.of(reading, draft.start(), draft.end()) : arm;
  }

  private @Nullable ComparedArm arm(Reading reading, Draft draft) {
    return register.of(reading, draft.start(), draft.end());
  }
}
