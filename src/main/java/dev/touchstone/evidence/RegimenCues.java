package dev.touchstone.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that tell something of a dose from its surroundings, read from {@code regimen-roles.tsv} or
 * {@code regimen-status.tsv}.
 */
final class RegimenCues {

  /**
   * Where a cue stands: last is right before the dose; next is right behind it, with nothing but
   * its own words between.
   */
  private enum Side {
    BEFORE,
    AFTER,
    ANY,
    LAST,
    NEXT
  }

  private record Cue(Pattern pattern, Side side, String meaning) {}

  /** Up to this many words may stand for the dots of a cue. */
  private static final String DOTS = "(?:\\s+[^\\s.;]+){0,5}?";

  private static final Pattern ADJECTIVES =
      Pattern.compile(
          "[\\s-]*(?:(?!(?:is|are|was|were|as|in|of|by|with|and|or|to|one|two|three|four)\\b)\\p{L}+[\\s-]+){0,4}");

  private final List<Cue> cues;

  private RegimenCues(List<Cue> cues) {
    this.cues = List.copyOf(cues);
  }

  /**
   * Reads a file of cues.
   *
   * @param known whether a meaning exists
   * @throws IOException if the file cannot be read, or a line of it is not understood
   */
  static RegimenCues load(Path file, Predicate<String> known) throws IOException {
    List<Cue> cues = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      try {
        String meaning = fields[2].strip();
        if (!known.test(meaning)) {
          throw new IllegalArgumentException(meaning);
        }
        Side side = Side.valueOf(fields[1].strip().toUpperCase(Locale.ROOT));
        cues.add(new Cue(pattern(fields[0].strip()), side, meaning));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notUnderstood) {
        throw new IOException(
            file
                + ", line "
                + number
                + ": cue, side and meaning are needed, here is \""
                + line
                + "\"",
            notUnderstood);
      }
    }
    return new RegimenCues(cues);
  }

  private static Pattern pattern(String cue) {
    StringBuilder regex = new StringBuilder("(?<![\\p{L}\\d])");
    boolean first = true;
    for (String word : cue.split(" ")) {
      if (word.equals("...")) {
        regex.append(DOTS);
        continue;
      }
      boolean open = word.endsWith("*");
      regex
          .append(first ? "" : "\\s+")
          .append(Pattern.quote(open ? word.substring(0, word.length() - 1) : word))
          .append(open ? "\\p{L}*" : "");
      first = false;
    }
    return Pattern.compile(regex.append("(?![\\p{L}\\d])").toString(), Pattern.CASE_INSENSITIVE);
  }

  /**
   * The meaning of the cue nearest to a dose.
   *
   * @param before the clause up to the dose
   * @param after the words behind it, up to the next dose
   */
  Optional<String> judge(String before, String after) {
    int nearest = Integer.MAX_VALUE;
    Cue best = null;
    for (Cue cue : cues) {
      int distance = Math.min(distanceBefore(cue, before), distanceAfter(cue, after));
      if (distance < nearest) {
        nearest = distance;
        best = cue;
      }
    }
    return best == null ? Optional.empty() : Optional.of(best.meaning());
  }

  /** Whether some cue of a meaning stands before a dose. */
  boolean stands(String meaning, String before) {
    return cues.stream()
        .filter(cue -> cue.meaning().equals(meaning))
        .anyMatch(cue -> distanceBefore(cue, before) < Integer.MAX_VALUE);
  }

  private static int distanceBefore(Cue cue, String before) {
    int distance = Integer.MAX_VALUE;
    if (cue.side() == Side.AFTER || cue.side() == Side.NEXT) {
      return distance;
    }
    Matcher matcher = cue.pattern().matcher(before);
    while (matcher.find()) {
      distance = before.length() - matcher.end();
    }
    boolean last = cue.side() != Side.LAST || distance <= blanksAtEnd(before);
    return last ? distance : Integer.MAX_VALUE;
  }

  private static int blanksAtEnd(String text) {
    return text.length() - text.stripTrailing().length();
  }

  private static int distanceAfter(Cue cue, String after) {
    if (cue.side() == Side.BEFORE || cue.side() == Side.LAST) {
      return Integer.MAX_VALUE;
    }
    Matcher matcher = cue.pattern().matcher(after);
    boolean found =
        matcher.find()
            && (cue.side() != Side.NEXT
                || ADJECTIVES.matcher(after.substring(0, matcher.start())).matches());
    return found ? matcher.start() : Integer.MAX_VALUE;
  }
}
