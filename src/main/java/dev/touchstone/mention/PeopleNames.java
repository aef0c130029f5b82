package dev.touchstone.mention;

import dev.touchstone.mention.CountedArms.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What names the arms of a document in its sentences, with the side that each is on. */
final class PeopleNames {

  /** A word for a side that no phrase for an arm has: {@code 166 control and 169 intervention}. */
  private static final Pattern BARE_SIDE =
      Pattern.compile(
          "(?i)(?<![\\p{L}-])(?:(controls?)|(intervention|experimental))(?=\\s?(?:[(\\[),;.]|and\\b|or\\b|versus\\b|vs\\b))");

  /** {@code no chemotherapy}: before the name of a treatment. */
  private static final Pattern WITHHELD = Pattern.compile("(?i)(?<![\\p{L}])(?:no|without)\\s$");

  private final Map<String, String> roleOfDrug = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  PeopleNames(List<Reading> readings) {
    for (Reading reading : readings) {
      for (Draft draft : reading.drafts(MentionType.ARM)) {
        ArmPhrase arm = (ArmPhrase) draft.normal();
        if (arm.role() != null) {
          told.add(arm.role());
          if (arm.drug() != null) {
            roleOfDrug.merge(arm.drug(), arm.role(), (one, other) -> one.equals(other) ? one : "");
          }
        }
      }
    }
  }

  /** Whether the document is known to compare one side with another. */
  boolean compares() {
    return told.size() > 1;
  }

  /** Whether the side of any arm is known. */
  boolean knows() {
    return !told.isEmpty();
  }

  /** The names of a sentence in the order of the text. */
  List<Name> in(Reading reading, Sentence sentence) {
    List<Draft> phrases = ArmPhrases.named(reading, sentence);
    List<Name> names = new ArrayList<>();
    String text = reading.text();
    for (Draft phrase : phrases) {
      boolean withheld =
          !"control".equals(sideOf(phrase))
              && WITHHELD.matcher(text.substring(sentence.start(), phrase.start())).find();
      String side = withheld ? "control" : sideOf(phrase);
      // What the document puts on no side is no arm where it puts others on one.
      if (side != null || !compares() || phrase.origin().equals("word for an arm")) {
        names.add(new Name(phrase.start(), phrase.end(), side));
      }
    }
    Matcher bare = BARE_SIDE.matcher(text).region(sentence.start(), sentence.end());
    while (bare.find()) {
      int start = bare.start();
      int end = bare.end();
      if (phrases.stream().noneMatch(phrase -> phrase.overlaps(start, end))) {
        names.add(new Name(start, end, bare.group(1) == null ? "intervention" : "control"));
      }
    }
    names.sort(Comparator.comparingInt(Name::start));
    return names;
  }

  private @Nullable String sideOf(Draft name) {
    if (name.normal() instanceof ArmPhrase arm) {
      return arm.role();
    }
    String role = roleOfDrug.getOrDefault(((Drug) name.normal()).name(), "");
    return role.isEmpty() ? null : role;
  }
}
