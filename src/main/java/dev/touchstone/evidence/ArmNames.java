package dev.touchstone.evidence;

import dev.touchstone.mention.ArmPhrase;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which arm of a study a mention names. */
final class ArmNames {

  private static final Pattern TRAILER =
      Pattern.compile(" (?:arms?|groups?|cohorts?|patients|schedule|regimen|therapy|treatment)$");

  private ArmNames() {}

  static @Nullable Arm of(Mention mention, @Nullable Study study) {
    if (mention.type() == MentionType.DRUG) {
      return ofDrug(mention, study);
    }
    if (mention.type() != MentionType.ARM) {
      return null;
    }
    ArmPhrase phrase = mention.arm();
    Arm labelled = labelled(study, phrase.label());
    if (labelled != null) {
      return labelled;
    }
    if (phrase.drug() != null) {
      Arm ofDrug = Studies.armOfDrug(study, phrase.drug());
      if (ofDrug != null) {
        return ofDrug;
      }
    }
    for (Arm.Role role : List.of(Arm.Role.CONTROL, Arm.Role.INTERVENTION, Arm.Role.TOTAL)) {
      if (role.code().equals(phrase.role())) {
        return Studies.armOfRole(study, role);
      }
    }
    return null;
  }

  private static @Nullable Arm ofDrug(Mention mention, @Nullable Study study) {
    Arm labelled = labelled(study, mention.text());
    return labelled != null ? labelled : Studies.armOfDrug(study, mention.drug().name());
  }

  /**
   * The arm with that label, words such as "arm" aside; else the only one whose label shares its
   * first word.
   */
  private static @Nullable Arm labelled(@Nullable Study study, String phrase) {
    String wanted = bare(phrase);
    for (Arm arm : Studies.arms(study)) {
      if (bare(arm.label()).equals(wanted)) {
        return arm;
      }
    }
    if (wanted.isEmpty()) {
      return null;
    }
    String firstWord = wanted.split(" ")[0];
    List<Arm> sharing =
        Studies.arms(study).stream()
            .filter(
                arm ->
                    firstWord.length() > 3
                        && List.of(bare(arm.label()).split(" ")).contains(firstWord))
            .toList();
    return sharing.size() == 1 ? sharing.get(0) : null;
  }

  static String bare(String label) {
    String folded = Studies.fold(label);
    String bare = TRAILER.matcher(folded).replaceFirst("");
    return bare.startsWith("the ") ? bare.substring(4) : bare;
  }
}
