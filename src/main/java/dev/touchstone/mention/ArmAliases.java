package dev.touchstone.mention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Short names that a document gives its arms: {@code investigator's choice (IC)} makes {@code IC}
 * an arm wherever it stands, {@code the ZES group} makes {@code ZES} one.
 */
final class ArmAliases {

  private static final Pattern IN_BRACKETS =
      Pattern.compile(
          "\\s?[(\\[]\\s?((?=[\\p{L}\\d+/-]*\\p{Lu})\\p{L}[\\p{L}\\d+/-]{1,9})\\s?(?:,|;|[)\\]])");
  private static final Pattern NOUN =
      Pattern.compile("\\s(?:arms?|groups?|cohorts?)$", Pattern.CASE_INSENSITIVE);

  /** A name made of capitals or digits, which no common word is. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?=[^\\p{Lu}]*\\p{Lu}[^\\p{Lu}]*[\\p{Lu}\\d])[\\p{L}\\d]+(?:[+/-][\\p{L}\\d]+)*");

  private static final int LONGEST = 12;

  private final ArmPhrases phrases;

  ArmAliases(ArmPhrases phrases) {
    this.phrases = phrases;
  }

  /**
   * @param design in whose allotments any code in brackets is a short name, whatever its letters
   */
  void find(List<Reading> readings, Design design) {
    Map<String, ArmPhrase> aliases = new TreeMap<>();
    for (Design.Statement statement : design.statements()) {
      if (!statement.title()) {
        statement.sides().forEach(side -> allotted(statement.reading(), side, aliases));
      }
    }
    for (Reading reading : readings) {
      for (Draft arm : reading.drafts(MentionType.ARM)) {
        collect(reading, arm, aliases);
      }
    }
    if (!aliases.isEmpty()) {
      readings.forEach(reading -> mark(reading, aliases));
    }
  }

  private static void allotted(Reading reading, Design.Place side, Map<String, ArmPhrase> aliases) {
    Matcher brief = bracketBehind(reading, side.end());
    if (brief.lookingAt() && CODE.matcher(brief.group(1)).matches()) {
      reading
          .covering(MentionType.ARM, side.start(), side.end())
          .findFirst()
          .ifPresent(arm -> aliases.put(brief.group(1), (ArmPhrase) arm.normal()));
    }
  }

  private static Matcher bracketBehind(Reading reading, int end) {
    String text = reading.text();
    return IN_BRACKETS.matcher(text).region(reading.behindDose(end), text.length());
  }

  private static void collect(Reading reading, Draft arm, Map<String, ArmPhrase> aliases) {
    ArmPhrase phrase = (ArmPhrase) arm.normal();
    String bare = NOUN.matcher(phrase.label()).replaceFirst("");
    if (bare.length() <= LONGEST && CODE.matcher(bare).matches()) {
      aliases.putIfAbsent(bare, phrase);
    }
    Matcher brief = bracketBehind(reading, arm.end());
    if (brief.lookingAt() && shortens(brief.group(1), bare)) {
      aliases.put(brief.group(1), phrase);
    }
  }

  /** Whether the letters of the short name stand in the long one in their order. */
  private static boolean shortens(String brief, String name) {
    String letters = brief.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    String words = name.toLowerCase(Locale.ROOT);
    if (letters.endsWith("s")) {
      letters = letters.substring(0, letters.length() - 1);
    }
    int at = -1;
    for (int i = 0; i < letters.length(); i++) {
      at = words.indexOf(letters.charAt(i), at + 1);
      if (at < 0) {
        return false;
      }
    }
    return letters.length() > 1;
  }

  private void mark(Reading reading, Map<String, ArmPhrase> aliases) {
    if (reading.isCell() && !reading.piece().header()) {
      return;
    }
    Matcher word =
        Pattern.compile("(?<![\\p{L}\\d])\\p{L}[\\p{L}\\d]*(?:[+/-][\\p{L}\\d]+)*")
            .matcher(reading.text());
    while (word.find()) {
      ArmPhrase phrase = aliases.get(word.group());
      boolean outcome = phrase != null && isOutcome(reading, word.start(), word.end());
      if (phrase != null && !outcome && covering(reading, word.start(), word.end()) == null) {
        phrases.add(reading, word.start(), word.end(), "introduced in the document", phrase);
      }
    }
  }

  private static @Nullable Draft covering(Reading reading, int start, int end) {
    return reading.covering(MentionType.ARM, start, end).findFirst().orElse(null);
  }

  /** Whether the short name names an outcome as well; one that was only guessed gives way. */
  private static boolean isOutcome(Reading reading, int start, int end) {
    List<Draft> outcomes = reading.covering(MentionType.OUTCOME, start, end).toList();
    for (Draft draft : outcomes) {
      boolean guessed = ((Outcome) draft.normal()).code().equals("OTHER");
      if (guessed && draft.start() == start && draft.end() == end) {
        reading.remove(draft);
      } else {
        return true;
      }
    }
    return false;
  }
}
