package dev.touchstone.evidence;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phases of clinical development in one form: {@code Phase Ib/II} and {@code phase 1B/2} are {@code
 * 1b/2}.
 */
final class Phase {

  private static final String ONE = "(?:IV|I{1,3}|[1-4])[abAB]?";

  /** A phase as printed; groups 1 and 2 are its parts. What phase II enzymes do is no trial. */
  static final Pattern PRINTED =
      Pattern.compile(
          "\\b[Pp](?:hase|HASE)s?[\\s-]+("
              + ONE
              + ")(?:\\s*(?:/|-|–|and|to)\\s*(?:[Pp]hase\\s+)?("
              + ONE
              + "|[ab]))?(?![\\w/])(?!\\s+(?:doses?\\b|enzym|metabol|react|detox|conjugat))");

  private Phase() {}

  /** The normal form of a match of {@link #PRINTED}. */
  static String of(Matcher printed) {
    String first = normal(printed.group(1));
    String second = printed.group(2);
    if (second == null) {
      return first;
    }
    String other = second.matches("[ab]") ? first.substring(0, 1) + second : normal(second);
    return first.equals(other) ? first : first + "/" + other;
  }

  /** The numbers in a phase without their letters: {@code 1b/2} has 1 and 2. */
  static SortedSet<Character> numbers(String phase) {
    SortedSet<Character> numbers = new TreeSet<>();
    for (char c : phase.toCharArray()) {
      if (Character.isDigit(c)) {
        numbers.add(c);
      }
    }
    return numbers;
  }

  static boolean related(String one, String other) {
    SortedSet<Character> shared = numbers(one);
    shared.retainAll(numbers(other));
    return !shared.isEmpty();
  }

  private static String normal(String part) {
    String lower = part.toLowerCase(Locale.ROOT);
    String letter = lower.matches(".*[ab]") ? lower.substring(lower.length() - 1) : "";
    String number = lower.substring(0, lower.length() - letter.length());
    return switch (number) {
          case "i" -> "1";
          case "ii" -> "2";
          case "iii" -> "3";
          case "iv" -> "4";
          default -> number;
        }
        + letter;
  }
}
