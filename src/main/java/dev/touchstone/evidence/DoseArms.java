package dev.touchstone.evidence;

import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which arm is given a drug at a dose: the one in whose name the drug stands, else the one that has
 * the drug.
 */
final class DoseArms {

  private final Map<String, Mention> names = new HashMap<>();
  private final Map<String, Study> studies = new HashMap<>();

  /**
   * @param complete the studies with all their arms and where each is named
   */
  DoseArms(AnnotatedDocument document, List<Study> complete) {
    document.mentions().forEach(mention -> names.put(mention.id(), mention));
    complete.forEach(study -> studies.put(study.id(), study));
  }

  @Nullable Arm of(@Nullable Study study, @Nullable Mention drug) {
    if (study == null || drug == null) {
      return null;
    }
    for (Arm arm : Objects.requireNonNullElse(studies.get(study.id()), study).arms()) {
      Mention named = arm.mention() == null ? null : names.get(arm.mention());
      if (named != null
          && named.span().start() <= drug.span().start()
          && drug.span().end() <= named.span().end()) {
        return arm;
      }
    }
    return Studies.armOfDrug(study, drug.drug().name());
  }
}
