package dev.touchstone.mention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that tell one arm from another: drugs by their preferred names, everything else as
 * written, without {@code group}, {@code patients} and the like.
 *
 * @param drugs preferred names in lower case
 * @param others the other words
 */
public record ArmWords(Set<String> drugs, Set<String> others) {

  private static final String COMBINED = "combined";

  private static final Set<String> FILLERS =
      Set.of(
          "arm",
          "arms",
          "group",
          "groups",
          "cohort",
          "cohorts",
          "patients",
          "patient",
          "women",
          "men",
          "children",
          "subjects",
          "participants",
          "eyes",
          "the",
          "an",
          "of",
          "in",
          "with",
          "treated",
          "treatment",
          "treatments",
          "therapy",
          "receiving",
          "received",
          "who",
          "those",
          "assigned",
          "to",
          "and",
          "plus",
          "or",
          "alone",
          "only",
          "on",
          "by",
          "given",
          "taking",
          "regimen",
          "monotherapy",
          "based",
          "s",
          "study",
          "trial",
          "standard",
          "ones",
          "one",
          "mg",
          "every",
          "day",
          "daily",
          "randomized",
          "randomised",
          "randomly",
          "undergo",
          "underwent",
          "compare",
          "schedule",
          COMBINED);

  /** Words of the side that a treatment is compared with, and of the other. */
  private static final Set<String> ROLES =
      Set.of(
          "control",
          "controls",
          "comparator",
          "comparison",
          "intervention",
          "experimental",
          "active",
          "test",
          "investigational");

  private static final Set<String> WITHHOLDING = Set.of("no", "non", "not", "without");

  /** Who somebody is, not what he gets. */
  private static final Pattern PEOPLE =
      Pattern.compile(
          "(?i).*(?:\\b(?:positive|negative|older|younger|elderly|(?:non-?)?responders?|aged?|males?|females?|(?:high|low|intermediate)[- ]risk|risk|stage|grade|(?:pre|post)-?menopausal|healthy|obese|smokers?|black|white|expansion|escalation|subtype|survivors?|carriers?|luminal|basal|mutated|mutant|wild-type|normal|quartile|tertile|age|entire|overall|pooled|safety|per-protocol|evaluable)\\b|[+-]ve\\b|[\\p{L}\\d][+−]$).*");

  /** Behind the name of a treatment: what it does, or how a study is built. */
  private static final Pattern OF_IT =
      Pattern.compile("(?i)[- ](?:induced|associated|related|controlled)\\b|, controlled\\b");

  /** Before it: what people had earlier. */
  private static final Pattern EARLIER =
      Pattern.compile(
          "(?i)(?:resistant|refractory|intolerant) to (?:the )?$|(?:pre-?treated|previously treated|progress(?:ing|ed|ion)) (?:with|on|after) $");

  public ArmWords {
    drugs = Set.copyOf(drugs);
    others = Set.copyOf(others);
  }

  /** The words of a label that stands in a unit, with the drugs that are mentioned in it. */
  public static ArmWords of(String label, Unit unit, int start, int end) {
    StringBuilder rest = new StringBuilder(label);
    Set<String> drugs = new LinkedHashSet<>();
    for (Mention mention : unit.mentions()) {
      if (mention.type() == MentionType.DRUG
          && mention.start() >= start
          && mention.end() <= Math.min(end, start + label.length())) {
        drugs.addAll(names(mention.drug()));
        for (int i = mention.start() - start; i < mention.end() - start; i++) {
          rest.setCharAt(i, ' ');
        }
      }
    }
    return new ArmWords(drugs, words(rest.toString()));
  }

  /** The words of a label; the drug is that of the arm where the label names one. */
  public static ArmWords of(String label, @Nullable String drug) {
    Set<String> drugs = drug == null ? Set.of() : Set.of(drug.toLowerCase(Locale.ROOT));
    Set<String> words =
        words(label).stream().filter(word -> !drugs.contains(word)).collect(Collectors.toSet());
    return new ArmWords(drugs, words);
  }

  /** The words of a stretch of a piece that is still being read. */
  static ArmWords of(Reading reading, int start, int end) {
    StringBuilder rest = new StringBuilder(reading.text().substring(start, end));
    Set<String> drugs = new LinkedHashSet<>();
    reading
        .covering(MentionType.DRUG, start, end)
        .filter(draft -> draft.start() >= start && draft.end() <= end)
        .forEach(
            draft -> {
              drugs.addAll(names((Drug) draft.normal()));
              for (int i = draft.start() - start; i < draft.end() - start; i++) {
                rest.setCharAt(i, ' ');
              }
            });
    return new ArmWords(drugs, words(rest.toString()));
  }

  /** {@code FEC} is what it consists of. */
  private static List<String> names(Drug drug) {
    List<String> names = drug.parts().isEmpty() ? List.of(drug.name()) : drug.parts();
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static Set<String> words(String text) {
    List<String> all = List.of(fold(text).split(" "));
    Set<String> telling =
        all.stream()
            .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    // "The combined group": no other word tells it from the rest.
    return telling.isEmpty() && all.contains(COMBINED) ? Set.of(COMBINED) : telling;
  }

  /** Drugs and other words together. */
  public Set<String> all() {
    Set<String> all = new LinkedHashSet<>(drugs);
    all.addAll(others);
    return all;
  }

  /** Whether the words only tell the side: {@code the control group}. */
  public boolean onlyRole() {
    return drugs.isEmpty() && ROLES.containsAll(others);
  }

  /**
   * Whether a stretch of a text only tells of something else: {@code melatonin-induced sleep},
   * {@code a placebo-controlled trial}, {@code pain refractory to aspirin}.
   */
  public static boolean tellsOfElse(String text, int start, int end) {
    Matcher behind = OF_IT.matcher(text).region(end, text.length());
    return behind.lookingAt()
        || OF_IT.matcher(text.substring(start, end)).find()
        || EARLIER.matcher(text.substring(Math.max(0, start - 30), start)).find();
  }

  /** Whether nothing tells the arm apart. */
  public boolean isEmpty() {
    return drugs.isEmpty() && others.isEmpty();
  }

  /** Whether a label says who somebody is, not what he gets. */
  public static boolean describesPeople(String label) {
    return PEOPLE.matcher(label).matches();
  }

  /** Whether the other has all of these words, and both are given or both withheld. */
  public boolean within(ArmWords other) {
    return !isEmpty() && isWithheld() == other.isWithheld() && other.all().containsAll(all());
  }

  /** What {@code no radiotherapy} goes without. */
  ArmWords given() {
    Set<String> rest = new LinkedHashSet<>(others);
    rest.removeAll(WITHHOLDING);
    return new ArmWords(drugs, rest);
  }

  /** {@code no radiotherapy} is not radiotherapy. */
  boolean isWithheld() {
    return others.stream().anyMatch(WITHHOLDING::contains);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
