package dev.touchstone.evidence;

import dev.touchstone.mention.ArmPhrase;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which arm of a study a mention names. */
final class ArmNames {

  private static final Pattern TRAILER =
      Pattern.compile(" (?:arms?|groups?|cohorts?|patients|schedule|regimen|therapy|treatment)$");

  /** {@code the no-radiotherapy group} had none. */
  private static final Pattern WITHHELD = Pattern.compile("(?i)\\b(?:no|non)-$");

  private static final Pattern PLUS_BEHIND = Pattern.compile("(?i)\\s?(?:plus\\b|\\+\\s?\\p{L})");
  private static final Pattern PLUS_BEFORE =
      Pattern.compile("(?i)(?:\\bplus\\s|\\p{L}\\s?\\+\\s?)$");
  private static final Pattern COMBINED =
      Pattern.compile("(?i)\\b(?:plus|and|with|combin\\w*|combo)\\b|[+/]");

  /**
   * A place of a sentence that names an arm.
   *
   * @param mention id of the mention, or null where a word of the arm's label names it
   */
  record Naming(int start, int end, Arm arm, @Nullable String mention) {}

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}-]{4,}");
  private static final Set<String> OF_NO_ARM =
      Set.of(
          "patients",
          "arm",
          "group",
          "groups",
          "cohort",
          "overall",
          "treatment",
          "therapy",
          "total",
          "population",
          "metastatic",
          "disease",
          "advanced",
          "level",
          "treated",
          "evaluable",
          "choice",
          "study");

  private ArmNames() {}

  /**
   * The arms of a study that a stretch of text names, in order: by a mention, or by a word that
   * stands in the label of one arm only ("the metronomic schedule").
   */
  static List<Naming> in(
      String text,
      int from,
      int to,
      List<Mention> mentions,
      @Nullable Study study,
      @Nullable ProseArms proseArms) {
    List<Naming> namings = new ArrayList<>();
    for (Mention mention : mentions) {
      Arm arm = of(mention, study);
      if (arm == null && proseArms != null && !isWithinArm(mention, mentions)) {
        arm = proseArms.of(mention, study);
      }
      if (arm != null && WITHHELD.matcher(text.substring(from, mention.start())).find()) {
        arm = other(arm, proseArms == null ? Studies.pair(study) : proseArms.pair(study));
      }
      if (arm != null
          && mention.start() >= from
          && mention.end() <= to
          && !isPartOfMore(text, mention, arm)) {
        namings.add(new Naming(mention.start(), mention.end(), arm, mention.id()));
      }
    }
    Map<String, List<Arm>> words = words(study);
    Matcher word = WORD.matcher(text).region(from, to);
    while (!words.isEmpty() && word.find()) {
      List<Arm> its = words.getOrDefault(word.group().toLowerCase(Locale.ROOT), List.of());
      int start = word.start();
      boolean mentioned =
          mentions.stream().anyMatch(mention -> mention.start() <= start && start < mention.end());
      if (its.size() == 1 && !mentioned) {
        namings.add(new Naming(start, word.end(), its.get(0), null));
      }
    }
    namings.sort(
        Comparator.comparingInt(Naming::start)
            .thenComparing(Comparator.comparingInt(Naming::end).reversed()));
    return outermost(namings, mentions);
  }

  /** A drug within the name of an arm is no name of its own. */
  private static List<Naming> outermost(List<Naming> namings, List<Mention> mentions) {
    Set<String> arms =
        mentions.stream()
            .filter(mention -> mention.type() == MentionType.ARM)
            .map(Mention::id)
            .collect(Collectors.toSet());
    List<Naming> kept = new ArrayList<>();
    for (Naming naming : namings) {
      boolean within =
          namings.stream()
              .anyMatch(
                  other ->
                      other != naming
                          && arms.contains(other.mention())
                          && !arms.contains(naming.mention())
                          && other.start() <= naming.start()
                          && naming.end() <= other.end());
      if (!within) {
        kept.add(naming);
      }
    }
    return kept;
  }

  /** {@code A plus B} is not the arm that has A alone. */
  private static boolean isPartOfMore(String text, Mention mention, Arm arm) {
    boolean part =
        PLUS_BEHIND.matcher(text).region(mention.end(), text.length()).lookingAt()
            || PLUS_BEFORE
                .matcher(text.substring(Math.max(0, mention.start() - 8), mention.start()))
                .find();
    return part && !COMBINED.matcher(arm.label() + ' ' + mention.text()).find();
  }

  /** The other of two arms; null where there are more. */
  private static @Nullable Arm other(Arm arm, List<Arm> pair) {
    return pair.stream().filter(one -> !one.id().equals(arm.id())).count() == 1
        ? pair.stream().filter(one -> !one.id().equals(arm.id())).findFirst().orElse(null)
        : null;
  }

  private static boolean isWithinArm(Mention drug, List<Mention> mentions) {
    return drug.type() == MentionType.DRUG
        && mentions.stream()
            .anyMatch(
                arm ->
                    arm.type() == MentionType.ARM
                        && arm.start() <= drug.start()
                        && drug.end() <= arm.end());
  }

  private static Map<String, List<Arm>> words(@Nullable Study study) {
    Map<String, List<Arm>> words = new HashMap<>();
    for (Arm arm : Studies.arms(study)) {
      if (arm.role() == Arm.Role.INTERVENTION || arm.role() == Arm.Role.CONTROL) {
        for (String word : new TreeSet<>(List.of(bare(arm.label()).split(" ")))) {
          if (word.length() > 4 && !OF_NO_ARM.contains(word)) {
            words.computeIfAbsent(word, w -> new ArrayList<>()).add(arm);
          }
        }
      }
    }
    return words;
  }

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
