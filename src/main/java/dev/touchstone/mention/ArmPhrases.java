package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes mentions of arms, with the drug and the role that their words tell. */
final class ArmPhrases {

  /** Who gets nothing is compared with. */
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)^no (?:\\p{L}+ ){0,2}(?:treatment|therapy|intervention|prophylaxis|supplement|medication|drug)");

  private static final Pattern GROUP_NOUN =
      Pattern.compile(
          "(?i)\\s(?:arms?|groups?|cohorts?|patients|eyes|participants|women|subjects)\\b");

  private final Lexicon<String> control;
  private final Lexicon<String> intervention;
  private final Lexicon<String> noName;

  ArmPhrases(Vocabulary vocabulary) {
    control = vocabulary.cues("control");
    intervention = vocabulary.cues("intervention");
    noName = vocabulary.cues("arm-no-name");
  }

  /** Whether a word before {@code arm} or {@code group} is no part of its name. */
  boolean isNoName(String word) {
    return noName.get(word.replaceFirst("\\.$", "")) != null;
  }

  Lexicon<String> control() {
    return control;
  }

  List<Lexicon<String>> cues() {
    return List.of(control, intervention);
  }

  /** The phrases of a sentence that name an arm, drugs alone among them, in order of start. */
  static List<Draft> named(Reading reading, Sentence sentence) {
    List<Draft> named = new ArrayList<>();
    for (Draft draft : reading.drafts()) {
      boolean within = draft.start() >= sentence.start() && draft.end() <= sentence.end();
      boolean drug =
          within
              && draft.type() == MentionType.DRUG
              && ((Drug) draft.normal()).isGiven()
              && !reading.has(MentionType.ARM, draft.start(), draft.end());
      if (within && (draft.type() == MentionType.ARM || drug)) {
        named.add(draft);
      }
    }
    return named;
  }

  /** Adds an arm that the words name. */
  void add(Reading reading, int start, int end, String origin) {
    add(reading, start, end, reading.text().substring(start, end), origin, null);
  }

  /** Adds an arm whose label is not in so many words: {@code B} of {@code groups A and B}. */
  void add(Reading reading, int start, int end, String label, String origin) {
    add(reading, start, end, label, origin, null);
  }

  /**
   * Adds an arm.
   *
   * @param meant what the words stand for, where the document has said so; its drug and role are
   *     those of the new mention
   */
  void add(Reading reading, int start, int end, String origin, @Nullable ArmPhrase meant) {
    add(reading, start, end, reading.text().substring(start, end), origin, meant);
  }

  private void add(
      Reading reading, int start, int end, String label, String origin, @Nullable ArmPhrase meant) {
    List<String> drugs = new ArrayList<>();
    boolean placebo = false;
    for (Draft draft : reading.covering(MentionType.DRUG, start, end).toList()) {
      Drug drug = (Drug) draft.normal();
      placebo |= drug.kind() == Drug.Kind.PLACEBO;
      drugs.add(drug.name());
    }
    String role =
        placebo && drugs.size() == 1 || contains(control, label)
            ? "control"
            : NOTHING.matcher(label).find()
                ? "control"
                : isIntervention(label) ? "intervention" : null;
    String drug = drugs.size() == 1 ? drugs.get(0) : null;
    ArmPhrase arm =
        meant == null
            ? new ArmPhrase(label, drug, role)
            : new ArmPhrase(
                label,
                meant.drug() == null ? drug : meant.drug(),
                meant.role() == null ? role : meant.role());
    reading.add(new Draft(MentionType.ARM, start, end, origin, arm));
  }

  /** {@code treatment group}, {@code intervention}; "adjuvant treatment" tells no side. */
  private boolean isIntervention(String label) {
    Matcher noun = GROUP_NOUN.matcher(label);
    return noun.find() ? contains(intervention, label) : intervention.get(label) != null;
  }

  private static boolean contains(Lexicon<String> lexicon, String label) {
    return !lexicon.longest(label, Words.of(label)).isEmpty();
  }
}
