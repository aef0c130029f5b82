package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence tells of its arms where no word of it is known as an outcome: {@code 88% of the
 * patients on A returned their diaries}. The longest stretch of words that is no value, arm or
 * number of people is its label.
 */
final class UnnamedOutcome {

  private static final int LONGEST = 60;

  /** Who got what is no result. */
  private static final Pattern ALLOTS =
      Pattern.compile(
          "(?i)\\b(?:were|was|been|we)\\s(?:\\p{L}+ly\\s)?(?:randomi[sz]ed|assigned|allocated|enrolled|recruited|included)\\b");

  private static final Pattern WORDS =
      Pattern.compile("\\p{L}[\\p{L}'’-]*(?:[\\s/]\\p{L}[\\p{L}'’-]*)*");

  /** Words at the edge of a stretch that name nothing. */
  private static final Pattern EDGE =
      Pattern.compile(
          "^\\p{Lu}{5,}\\s(?=\\p{Lu})|(?i)^(?:(?:according|and|or|of|the|an?|in|with|for|to|was|were|had|on|at|by|from|than|as|compared|versus|vs|those|who|while|whereas|but|patients|women|men|participants|subjects|group|groups|arm|arms|respectively)\\b\\s?)+|(?:\\s?\\b(?:and|or|of|the|an?|in|with|for|to|was|were|on|at|by|from|than|as|compared|versus|vs|while|whereas|but|respectively))+$");

  private UnnamedOutcome() {}

  /** The outcome; null where the sentence tells no result. */
  static @Nullable Outcome of(Unit unit, Sentence sentence) {
    String text = unit.reading().text();
    if (ALLOTS.matcher(text.substring(sentence.start(), sentence.end())).find()) {
      return null;
    }
    String best = "";
    for (int[] open : open(unit, sentence)) {
      Matcher words = WORDS.matcher(text).region(open[0], open[1]);
      while (words.find()) {
        String label = EDGE.matcher(words.group()).replaceAll("");
        best = label.length() > best.length() ? label : best;
      }
    }
    int blank = best.length() <= LONGEST ? best.length() : best.lastIndexOf(' ', LONGEST);
    String label = best.substring(0, blank < 0 ? LONGEST : blank);
    return label.length() < 4
        ? null
        : new Outcome(
            "OTHER", label, null, null, null, label.toLowerCase(Locale.ROOT), null, "result");
  }

  /** The stretches of a sentence between what is known. */
  private static List<int[]> open(Unit unit, Sentence sentence) {
    List<Mention> known =
        unit.mentions(sentence).stream()
            .filter(mention -> mention.type() != MentionType.OUTCOME)
            .filter(mention -> mention.type() != MentionType.CONDITION)
            .sorted(Comparator.comparingInt(Mention::start))
            .toList();
    List<int[]> open = new ArrayList<>();
    int at = sentence.start();
    for (Mention mention : known) {
      if (mention.start() > at) {
        open.add(new int[] {at, mention.start()});
      }
      at = Math.max(at, mention.end());
    }
    if (at < sentence.end()) {
      open.add(new int[] {at, sentence.end()});
    }
    return open;
  }
}
