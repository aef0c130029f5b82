package dev.touchstone.consistency.check;

import dev.touchstone.document.Metadata;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Study;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names that mean the same study or arm in every document. */
final class StudyNames {

  /**
   * A trial's name in capitals: {@code CRYSTAL}, {@code NIBIT-M1}; phases and registries are none.
   */
  private static final Pattern ACRONYM =
      Pattern.compile(
          "(?<![\\p{L}\\d-])(?!NCT\\b|ISRCTN\\b|FDA\\b|EMA\\b|[IVX]+\\b)"
              + "[A-Z][A-Z\\d]{3,}(?:-[A-Z\\d]+)*(?![\\p{L}\\d])");

  private static final Pattern AUTHOR = Pattern.compile("(\\p{Lu}[\\p{L}’'-]+) et al\\.");

  private StudyNames() {}

  /** A registry number, or else a name with the drugs; null for a study that only has a phase. */
  static @Nullable String of(NoteEvidence note, Study study) {
    String registry = study.registry();
    if (registry != null) {
      return registry.toUpperCase(Locale.ROOT);
    }
    String name = name(study.label());
    String drugs = drugs(note, study);
    return name == null || drugs.isEmpty() ? null : name + " (" + drugs + ")";
  }

  private static @Nullable String name(String label) {
    Matcher acronym = ACRONYM.matcher(label);
    if (acronym.find()) {
      return acronym.group();
    }
    Matcher author = AUTHOR.matcher(label);
    return author.find() ? author.group() : null;
  }

  private static String drugs(NoteEvidence note, Study study) {
    TreeSet<String> drugs = new TreeSet<>();
    for (Arm arm : study.arms()) {
      if (arm.drug() != null && !arm.drug().equalsIgnoreCase("placebo")) {
        drugs.add(arm.drug().toLowerCase(Locale.ROOT));
      }
    }
    Metadata.Compound compound = note.document().metadata().compound();
    if (drugs.isEmpty() && compound != null) {
      drugs.add(compound.name().toLowerCase(Locale.ROOT));
    }
    return String.join(", ", drugs);
  }

  /** The arms of a value; null where they are not known well enough to be found elsewhere. */
  static @Nullable String arms(Study study, EvidenceRecord record) {
    if (record.arms().isEmpty()) {
      return study.arms().size() > 1 ? null : "";
    }
    return record.arms().stream().map(StudyNames::arm).collect(Collectors.joining(" against "));
  }

  private static String arm(Arm arm) {
    if (arm.role() == Arm.Role.SINGLE || arm.role() == Arm.Role.TOTAL) {
      return "";
    }
    TreeSet<String> words = new TreeSet<>(Words.content(NoteReading.name(arm)));
    String drug = arm.drug();
    if (drug != null && arm.role() != Arm.Role.SUBGROUP) {
      // Of the words beside the drug's name only a dose tells two arms apart.
      words.removeIf(word -> word.codePoints().noneMatch(Character::isDigit));
      words.add(drug.toLowerCase(Locale.ROOT));
    }
    return String.join(" ", words);
  }
}
