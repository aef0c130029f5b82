package dev.touchstone.evidence;

import dev.touchstone.mention.Token;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words around a comparison, read from {@code claim-words.tsv}, which says what each does. */
final class ClaimWords {

  /** What a group of words does; the file explains each. */
  enum Group {
    NEGATION,
    SIGNIFICANT,
    INSIGNIFICANT,
    OTHER_SENSE,
    HEDGE,
    TREND,
    POSSIBILITY,
    QUESTION,
    NON_INFERIOR,
    BASELINE,
    HISTORICAL,
    REPORTED_TO,
    SHOWS,
    GIVEN_AMOUNT,
    POINTER,
    JUDGED,
    PEOPLE,
    TIME,
    SPECIMEN,
    MARKER,
    TAKES_TO,
    TOPIC,
    DEGREE,
    ELSEWHERE,
    STUDIES,
    EXCEPTION,
    WITHIN,
    SUBORDINATE,
    BE,
    AUXILIARY,
    LINK,
    NO_NOUN,
    RANKING,
    LISTS,
    CONTRAST,
    OPENER
  }

  private final Map<Group, Set<String>> words = new EnumMap<>(Group.class);

  private ClaimWords() {
    for (Group group : Group.values()) {
      words.put(group, new HashSet<>());
    }
  }

  /**
   * Reads the words of a lexicon folder.
   *
   * @throws IOException if {@code claim-words.tsv} cannot be read, or a line of it is not
   *     understood
   */
  static ClaimWords load(Path lexiconFolder) throws IOException {
    Path file = lexiconFolder.resolve("claim-words.tsv");
    ClaimWords read = new ClaimWords();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        read.add(line, file + ", line " + (i + 1));
      }
    }
    return read;
  }

  private void add(String line, String place) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != 2) {
      throw new IOException(
          place + ": two columns are needed, a group and its words, here are " + fields.length);
    }
    Group group;
    try {
      group = Group.valueOf(fields[0].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new IOException(place + ": unknown group \"" + fields[0] + "\"", unknown);
    }
    Set<String> set = words.computeIfAbsent(group, one -> new HashSet<>());
    for (String word : fields[1].split("\\|")) {
      set.add(word.strip().toLowerCase(Locale.ROOT));
    }
  }

  /** Whether a word, in lower case, is of the group. */
  boolean is(Group group, String word) {
    return words.getOrDefault(group, Set.of()).contains(word);
  }

  /** Whether a token is of the group as written or by its base form. */
  boolean is(Group group, Token token) {
    return is(group, token.text().toLowerCase(Locale.ROOT))
        || is(group, token.lemma().toLowerCase(Locale.ROOT));
  }
}
