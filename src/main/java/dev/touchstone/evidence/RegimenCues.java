package dev.touchstone.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words that tell what a dose is in its context, read from {@code regimen-roles.tsv}. */
final class RegimenCues {

  private enum Side {
    BEFORE,
    AFTER,
    ANY
  }

  private record Cue(Pattern pattern, Side side, Regimen.@Nullable Role role) {}

  /** What the words say: a role, or that the amount is nobody's dose. */
  record Verdict(Regimen.@Nullable Role role) {

    boolean isNoRegimen() {
      return role == null;
    }
  }

  private final List<Cue> cues;

  private RegimenCues(List<Cue> cues) {
    this.cues = List.copyOf(cues);
  }

  /**
   * Reads the cues of a lexicon folder.
   *
   * @throws IOException if {@code regimen-roles.tsv} cannot be read, or a line of it is not
   *     understood
   */
  static RegimenCues load(Path lexiconFolder) throws IOException {
    Path file = lexiconFolder.resolve("regimen-roles.tsv");
    List<Cue> cues = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      try {
        cues.add(
            new Cue(
                pattern(fields[0].strip()),
                Side.valueOf(fields[1].strip().toUpperCase(Locale.ROOT)),
                fields[2].strip().equals("none")
                    ? null
                    : Regimen.Role.valueOf(fields[2].strip().toUpperCase(Locale.ROOT))));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notUnderstood) {
        throw new IOException(
            file + ", line " + number + ": cue, side and role are needed, here is \"" + line + "\"",
            notUnderstood);
      }
    }
    return new RegimenCues(cues);
  }

  private static Pattern pattern(String cue) {
    StringBuilder regex = new StringBuilder("(?<![\\p{L}\\d])");
    String[] words = cue.split(" ");
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      boolean open = word.endsWith("*");
      regex
          .append(i == 0 ? "" : "\\s+")
          .append(Pattern.quote(open ? word.substring(0, word.length() - 1) : word));
      regex.append(open ? "\\p{L}*" : "");
    }
    return Pattern.compile(regex.append("(?![\\p{L}\\d])").toString(), Pattern.CASE_INSENSITIVE);
  }

  /**
   * The verdict of the cue nearest to a dose.
   *
   * @param before the clause up to the dose
   * @param after the words behind it, up to the next dose
   */
  Optional<Verdict> judge(String before, String after) {
    int nearest = Integer.MAX_VALUE;
    Cue best = null;
    for (Cue cue : cues) {
      int distance = Integer.MAX_VALUE;
      if (cue.side() != Side.AFTER) {
        Matcher matcher = cue.pattern().matcher(before);
        while (matcher.find()) {
          distance = before.length() - matcher.end();
        }
      }
      if (cue.side() != Side.BEFORE) {
        Matcher matcher = cue.pattern().matcher(after);
        if (matcher.find()) {
          distance = Math.min(distance, matcher.start());
        }
      }
      if (distance < nearest) {
        nearest = distance;
        best = cue;
      }
    }
    return best == null ? Optional.empty() : Optional.of(new Verdict(best.role()));
  }
}
