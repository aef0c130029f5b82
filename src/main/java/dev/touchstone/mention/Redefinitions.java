package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.OutcomeEntry;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds abbreviations to which a document gives another meaning than the lexicons do: where it says
 * {@code pharmacodynamic (PD)}, PD is no progressive disease.
 */
final class Redefinitions {

  private static final Pattern INTRODUCED =
      Pattern.compile("((?:[\\p{L}\\d'’/-]+\\s){1,6})\\((?:the\\s)?([A-Z][A-Za-z]{0,4}[A-Z])s?\\)");

  private final Vocabulary vocabulary;

  Redefinitions(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Set<String> in(List<Reading> readings) {
    Set<String> found = new TreeSet<>();
    for (Reading reading : readings) {
      Matcher matcher = INTRODUCED.matcher(reading.text());
      while (matcher.find()) {
        String phrase = spelledOut(matcher.group(1).strip(), matcher.group(2));
        if (!phrase.isEmpty() && !isKnown(phrase, matcher.group(2))) {
          found.add(matcher.group(2));
        }
      }
    }
    return found;
  }

  /** The last words of a text that an abbreviation stands for; empty where none do. */
  private static String spelledOut(String before, String abbreviation) {
    String[] words = before.split("[\\s-]+", -1);
    int letters = abbreviation.length();
    if (words.length >= letters) {
      StringBuilder initials = new StringBuilder();
      for (int i = words.length - letters; i < words.length; i++) {
        initials.append(words[i].isEmpty() ? ' ' : Character.toUpperCase(words[i].charAt(0)));
      }
      if (initials.toString().equals(abbreviation.toUpperCase(Locale.ROOT))) {
        return String.join(" ", List.of(words).subList(words.length - letters, words.length));
      }
    }
    String last = words[words.length - 1].toLowerCase(Locale.ROOT);
    return isWithin(abbreviation.toLowerCase(Locale.ROOT), last) ? last : "";
  }

  private static boolean isWithin(String letters, String word) {
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      at = word.indexOf(letters.charAt(i), at) + 1;
      if (at == 0 || i == 0 && at != 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether some lexicon has the abbreviation for just these words, or does not have it at all. */
  private boolean isKnown(String phrase, String abbreviation) {
    OutcomeEntry outcome = vocabulary.outcomes().get(abbreviation);
    boolean same = outcome == null || anyHit(vocabulary.outcomes(), phrase, outcome);
    String condition = vocabulary.conditions().get(abbreviation);
    return same && (condition == null || anyHit(vocabulary.conditions(), phrase, condition));
  }

  private static <E> boolean anyHit(Lexicon<E> lexicon, String phrase, E meant) {
    for (Hit<E> hit : lexicon.longest(phrase, Words.of(phrase))) {
      if (sameThing(hit.entry(), meant)) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameThing(Object one, Object other) {
    return one instanceof OutcomeEntry a && other instanceof OutcomeEntry b
        ? a.code().equals(b.code())
        : one.equals(other);
  }
}
