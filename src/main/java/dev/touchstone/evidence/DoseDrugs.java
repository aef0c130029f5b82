package dev.touchstone.evidence;

import dev.touchstone.document.Heading;
import dev.touchstone.document.Section;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which drug a dose is of: the one beside it, else the one told before, else the one that the
 * section or document is about.
 */
final class DoseDrugs {

  /** "350 mg/m² of X", "a single 50-mg oral dose of X", "two drops of 0.5% X". */
  private static final Pattern OF =
      Pattern.compile(
          "\\s*(?:(?:per|a|/)\\s*day\\s+)?(?:(?:\\p{L}+[\\s-]+){0,2}(?:doses?|bolus|tablets?|capsules?|injections?|infusions?)\\s+)?"
              + "of\\s+(?:the\\s+|\\d[\\d.:]*\\s?%?\\s+|(?:oral|intravenous|i\\.?v\\.?|subcutaneous|topical|generic|micronized)\\s+"
              + "|(?:[\\p{L}]+[\\s-](?:release|coated)|dispersible|depot)\\s+){0,2}",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OF_ANOTHER =
      Pattern.compile(
          "\\s+of\\s+(?!(?:the|this|these|that|its?|them|both|either|each|all|study|drugs?|agents?|medications?|treatments?"
              + "|therapy|chemotherapy|medicines?|active|oral|intravenous|about|up|more|less|over|approximately)\\b)\\p{Ll}",
          Pattern.CASE_INSENSITIVE);

  /** Few words without a new thought lead from a dose to its drug. */
  private static final Pattern TOWARDS =
      Pattern.compile(
          "[\\s)\\]]*(?:(?!(?:than|with|versus|vs|to|and|or|but|while|was|were|is|are|had|caused|by)\\b)[\\p{L}\\d%.:-]+[\\s)\\]]+){0,4}",
          Pattern.CASE_INSENSITIVE);

  /** What may stand between the doses of a list. */
  private static final Pattern LIST =
      Pattern.compile(
          "\\s*(?:,|;|and|or|then|to|and then|, and|, or|, then)\\s*(?:to\\s+)?",
          Pattern.CASE_INSENSITIVE);

  /** What binds a name to the dose behind it. */
  private static final Pattern BOUND_BEFORE =
      Pattern.compile("[\\s(:,]*(?:at|was given at|dose of|,)?[\\s(:]*", Pattern.CASE_INSENSITIVE);

  private static final Set<Drug.Kind> GIVEN = Set.of(Drug.Kind.DRUG, Drug.Kind.COMBINATION);

  private final AnnotatedDocument document;
  private final StudyContext studies;
  private final Map<String, Mention> headingDrugs = new HashMap<>();
  private final @Nullable Mention main;

  /** Where each drug is named first; every dose asks for it. */
  private final Map<String, Mention> firstByName = new HashMap<>();

  DoseDrugs(AnnotatedDocument document, StudyContext studies) {
    this.document = document;
    this.studies = studies;
    for (Unit unit : document.units()) {
      if (unit.part() == Unit.Part.HEADING && unit.block() instanceof Heading heading) {
        drugs(unit).stream()
            .findFirst()
            .ifPresent(drug -> headingDrugs.putIfAbsent(heading.section(), drug));
      }
    }
    for (Mention mention : document.mentions()) {
      if (mention.type() == MentionType.DRUG) {
        firstByName.putIfAbsent(mention.drug().name(), mention);
      }
    }
    this.main = mainDrug();
  }

  /**
   * The drug of a dose.
   *
   * @param told drug of the dose before in the same section, or null
   */
  @Nullable Mention drugOf(Unit unit, Mention dose, @Nullable Mention told) {
    Mention worded = dose.dose().isWorded() ? SharedDoses.drugOf(unit, dose) : null;
    if (worded == null && isOfAnother(unit, dose)) {
      return null;
    }
    Mention beside = worded != null ? worded : beside(unit, dose);
    if (beside != null) {
      return beside;
    }
    Mention behind = behind(unit, dose);
    if (behind != null) {
      return behind;
    }
    List<Mention> earlier =
        drugs(unit).stream().filter(drug -> drug.end() <= dose.start()).toList();
    if (!earlier.isEmpty()) {
      return earlier.get(earlier.size() - 1);
    }
    if (told != null) {
      return told;
    }
    return ofContext(unit, dose.start());
  }

  /** The drug that a place is about when nothing nearby names one. */
  @Nullable Mention ofContext(Unit unit, int position) {
    for (Section section : document.document().path(unit.section())) {
      Mention heading = headingDrugs.get(section.id());
      if (heading != null && section.level() > 1) {
        return heading;
      }
    }
    Study study = studies.studyAt(unit, position);
    String arm = study == null ? null : investigated(study);
    return arm == null ? main : firstByName.getOrDefault(arm, main);
  }

  /** The drug in the same sentence that the dose leans on, or null. */
  private @Nullable Mention beside(Unit unit, Mention dose) {
    String text = unit.reading().text();
    Sentence sentence = sentenceOf(unit, dose);
    List<Mention> here =
        drugs(unit).stream()
            .filter(
                drug ->
                    sentence == null
                        || (drug.start() >= sentence.start() && drug.end() <= sentence.end()))
            .toList();
    // 500 mg metoprolol tablets three times a day.
    Mention own = within(here, dose);
    if (own != null) {
      return own;
    }
    Mention last = dose;
    for (Mention next : unit.mentions(MentionType.DOSE)) {
      if (next.start() >= last.end()
          && LIST.matcher(text.substring(last.end(), next.start())).matches()) {
        last = next;
        Mention inside = within(here, next);
        if (inside != null) {
          // 10, 20 and 40 mg of topotecan weekly.
          return inside;
        }
      }
    }
    Mention after = firstAfter(here, last.end());
    Mention before = lastBefore(here, dose.start());
    boolean bound =
        before != null
            && BOUND_BEFORE.matcher(text.substring(before.end(), dose.start())).matches();
    boolean listed = !last.equals(dose);
    if (after != null
        && !(bound && listed)
        && OF.matcher(text.substring(last.end(), after.start())).matches()) {
      return after;
    }
    if (!bound && after != null && text.substring(last.end(), after.start()).isBlank()) {
      return after;
    }
    return bound ? before : orClass(unit, last, before);
  }

  /** "Small doses of alcohol" are doses of something that is no drug. */
  private static boolean isOfAnother(Unit unit, Mention dose) {
    String text = unit.reading().text();
    return dose.dose().isWorded()
        && OF_ANOTHER.matcher(text).region(dose.end(), text.length()).lookingAt();
  }

  /** The first drug behind a dose in its sentence, where little stands between. */
  private static @Nullable Mention behind(Unit unit, Mention dose) {
    Sentence sentence = sentenceOf(unit, dose);
    String text = unit.reading().text();
    Mention after = firstAfter(drugs(unit), dose.end());
    return after != null
            && sentence != null
            && after.end() <= sentence.end()
            && TOWARDS.matcher(text.substring(dose.end(), after.start())).matches()
        ? after
        : null;
  }

  /** An amount may be told of a class, {@code 200 mg TCA}, where the class stands behind it. */
  private static @Nullable Mention orClass(Unit unit, Mention dose, @Nullable Mention before) {
    String text = unit.reading().text();
    return unit.mentions(MentionType.DRUG).stream()
        .filter(drug -> drug.drug().kind() == Drug.Kind.CLASS && drug.start() >= dose.end())
        .filter(
            drug -> {
              String between = text.substring(dose.end(), drug.start());
              return between.isBlank() || OF.matcher(between).matches();
            })
        .findFirst()
        .orElse(before);
  }

  private static @Nullable Mention within(List<Mention> drugs, Mention dose) {
    return drugs.stream()
        .filter(drug -> drug.start() >= dose.start() && drug.end() <= dose.end())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Mention firstAfter(List<Mention> drugs, int position) {
    return drugs.stream().filter(drug -> drug.start() >= position).findFirst().orElse(null);
  }

  private static @Nullable Mention lastBefore(List<Mention> drugs, int position) {
    return drugs.stream()
        .filter(drug -> drug.end() <= position)
        .reduce((first, second) -> second)
        .orElse(null);
  }

  static @Nullable Sentence sentenceOf(Unit unit, Mention mention) {
    return unit.sentences().stream()
        .filter(sentence -> sentence.start() <= mention.start() && mention.start() < sentence.end())
        .findFirst()
        .orElse(null);
  }

  static List<Mention> drugs(Unit unit) {
    return unit.mentions(MentionType.DRUG).stream()
        .filter(mention -> GIVEN.contains(mention.drug().kind()))
        .toList();
  }

  private static @Nullable String investigated(Study study) {
    return study.arms().stream()
        .filter(
            arm ->
                arm.drug() != null
                    && (arm.role() == Arm.Role.INTERVENTION || arm.role() == Arm.Role.SINGLE))
        .map(Arm::drug)
        .findFirst()
        .orElse(null);
  }

  /** What the document is about: the drug named in its title, else the one named most often. */
  private @Nullable Mention mainDrug() {
    Map<String, List<Mention>> byName =
        document.mentions().stream()
            .filter(
                mention ->
                    mention.type() == MentionType.DRUG && GIVEN.contains(mention.drug().kind()))
            .collect(
                Collectors.groupingBy(
                    mention -> mention.drug().name(), LinkedHashMap::new, Collectors.toList()));
    String title =
        document.document().sections().isEmpty()
            ? null
            : document.document().sections().get(0).id();
    Mention titled = title == null ? null : headingDrugs.get(title);
    if (titled != null) {
      return titled;
    }
    return byName.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(mentions -> mentions.get(0))
        .orElse(null);
  }
}
