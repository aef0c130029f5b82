package dev.touchstone.evidence;

import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words that compare, read from {@code claims.tsv}. */
final class ClaimCues {

  /** How many words an ellipsis in a cue may stand for. */
  private static final int LONGEST_GAP = 3;

  /**
   * What a cue says; {@code outcome} is the code that the cue itself names, or null.
   *
   * @param repeats whether it says again what was said before: {@code the same results}
   * @param after whether it stands after its outcome whatever follows: {@code survival favoured A}
   */
  record Cue(
      List<String> words,
      @Nullable Direction direction,
      @Nullable Change change,
      @Nullable String outcome,
      boolean repeats,
      boolean after) {

    boolean deniesItself() {
      return words.get(0).equals("not") || words.get(0).equals("no") || words.contains("not");
    }
  }

  /** "Significant" where no word compares: it judges what was told before. */
  static final Cue JUDGEMENT = new Cue(List.of("significant"), null, null, null, false, false);

  /** A cue in a list of tokens: from the token {@code first} up to before {@code end}. */
  record Match(Cue cue, int first, int end) {

    /** Whether it is a noun of change: {@code the reduction}. */
    boolean isChange(ClauseTokens tokens) {
      return tokens.isNoun(end - 1) && cue.outcome() == null;
    }
  }

  private final Map<String, List<Cue>> byFirstWord = new HashMap<>();
  private final List<Cue> byFirstStem = new ArrayList<>();

  private ClaimCues(List<Cue> cues) {
    for (Cue cue : cues) {
      String first = cue.words().get(0);
      if (first.endsWith("*")) {
        byFirstStem.add(cue);
      } else {
        byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(cue);
      }
    }
    Comparator<Cue> longest = Comparator.comparingInt((Cue cue) -> cue.words().size()).reversed();
    byFirstWord.values().forEach(list -> list.sort(longest));
    byFirstStem.sort(longest);
  }

  /**
   * Reads the cues of a lexicon folder.
   *
   * @throws IOException if {@code claims.tsv} cannot be read, or a line of it is not understood
   */
  static ClaimCues load(Path lexiconFolder) throws IOException {
    Path file = lexiconFolder.resolve("claims.tsv");
    List<Cue> cues = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length < 4) {
        throw new IOException(
            file + ", line " + number + ": four columns are needed, here are " + fields.length);
      }
      try {
        cues.add(
            new Cue(
                Arrays.asList(fields[0].strip().toLowerCase(Locale.ROOT).split(" ")),
                fields[1].matches("-|as-before") ? null : Direction.valueOf(constant(fields[1])),
                fields[2].equals("-") ? null : Change.valueOf(constant(fields[2])),
                fields[3].strip().equals("-") ? null : fields[3].strip(),
                fields[1].equals("as-before"),
                fields.length > 4 && fields[4].strip().equals("after")));
      } catch (IllegalArgumentException unknown) {
        throw new IOException(
            file
                + ", line "
                + number
                + ": unknown direction or change \""
                + fields[1]
                + "\", \""
                + fields[2]
                + "\"",
            unknown);
      }
    }
    return new ClaimCues(cues);
  }

  private static String constant(String code) {
    return code.strip().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** All cues in the tokens from left to right; of overlapping ones the first and longest. */
  List<Match> find(ClauseTokens tokens) {
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<Match> match = longestAt(tokens, at);
      match.ifPresent(matches::add);
      at = match.map(Match::end).orElse(at + 1);
    }
    return matches;
  }

  private Optional<Match> longestAt(ClauseTokens tokens, int at) {
    String word = tokens.word(at);
    List<Cue> candidates = new ArrayList<>(byFirstWord.getOrDefault(word, List.of()));
    byFirstStem.stream().filter(cue -> fits(cue.words().get(0), word)).forEach(candidates::add);
    Match best = null;
    for (Cue cue : candidates) {
      int end = endOf(cue, tokens, at);
      if (end > at && (best == null || end > best.end())) {
        best = new Match(cue, at, end);
      }
    }
    return Optional.ofNullable(best);
  }

  /** The token after the cue if it stands at the given token, else -1. */
  private static int endOf(Cue cue, ClauseTokens tokens, int start) {
    int at = start;
    boolean gap = false;
    for (String pattern : cue.words()) {
      if (pattern.equals("...")) {
        gap = true;
        continue;
      }
      int last = Math.min(tokens.size() - 1, gap ? at + LONGEST_GAP : at);
      int found = -1;
      for (int i = at; i <= last && found < 0; i++) {
        if (fits(pattern, tokens.word(i))) {
          found = i;
        }
      }
      if (found < 0) {
        return -1;
      }
      at = found + 1;
      gap = false;
    }
    return at;
  }

  private static boolean fits(String pattern, String word) {
    return pattern.endsWith("*")
        ? word.startsWith(pattern.substring(0, pattern.length() - 1))
        : word.equals(pattern);
  }
}
