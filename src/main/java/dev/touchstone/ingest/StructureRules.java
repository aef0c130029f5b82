package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.SectionRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The words by which the readers recognise what a heading, a line or a label is. They are data:
 * {@code section-roles.tsv}, {@code phrases.tsv} and {@code languages.tsv} in {@code
 * config/structure}.
 */
public final class StructureRules {

  /** What a line of {@code phrases.tsv} is for. */
  enum Phrase {
    RESIDUE,
    CITE_AS,
    SALES,
    NOTE,
    REPORTING,
    FIGURE,
    TABLE,
    AUTHOR,
    DATE,
    COMPOUND,
    CATALOGUE,
    DETAIL,
    CONTACT,
    QUESTION,
    ANSWER,
    PROBLEM,
    TECHNICAL_GUIDE,
    APPLICATION_NOTE,
    SUPPORT_CENTER,
    JOURNAL_ARTICLE
  }

  /** A heading's role, and whether it opens a chapter wherever levels have to be guessed. */
  record RoleRule(SectionRole role, boolean chapter, String match, String words) {

    /**
     * @param padded the normalised title between blanks, as {@code words} are
     */
    boolean fits(String padded) {
      return switch (match) {
        case "is" -> padded.equals(words);
        case "starts" -> padded.startsWith(words);
        case "ends" -> padded.endsWith(words);
        default -> padded.contains(words);
      };
    }
  }

  private static final String ON_CLASS_PATH = "/config/structure/";

  private final List<RoleRule> roles;
  private final Map<Phrase, List<String>> phrases;
  private final Map<String, List<String>> languages;

  private StructureRules(
      List<RoleRule> roles,
      Map<Phrase, List<String>> phrases,
      Map<String, List<String>> languages) {
    this.roles = List.copyOf(roles);
    this.phrases = phrases;
    this.languages = languages;
  }

  /** The rules that come with the program. */
  public static StructureRules defaults() {
    return read(
        name -> {
          InputStream stream = StructureRules.class.getResourceAsStream(ON_CLASS_PATH + name);
          if (stream == null) {
            throw new IllegalStateException("not on the class path: " + ON_CLASS_PATH + name);
          }
          return stream;
        });
  }

  /**
   * The rules in a folder; for a file that is missing there, those that come with the program.
   *
   * @throws IllegalArgumentException if a line is not in the form that the file's head describes
   */
  public static StructureRules load(Path folder) {
    return read(
        name -> {
          Path file = folder.resolve(name);
          if (Files.exists(file)) {
            return Files.newInputStream(file);
          }
          InputStream stream = StructureRules.class.getResourceAsStream(ON_CLASS_PATH + name);
          if (stream == null) {
            throw new IllegalStateException("not on the class path: " + ON_CLASS_PATH + name);
          }
          return stream;
        });
  }

  /** The first rule that fits a heading. */
  Optional<RoleRule> ruleFor(String title) {
    String padded = " " + Words.normalise(Words.afterPath(title)) + " ";
    return roles.stream().filter(rule -> rule.fits(padded)).findFirst();
  }

  /** The longest phrase of a kind that normalised words begin with; empty if there is none. */
  String opening(Phrase kind, String normalised) {
    String longest = "";
    for (String phrase : phrases.getOrDefault(kind, List.of())) {
      if (phrase.length() > longest.length() && Words.startsWith(normalised, phrase)) {
        longest = phrase;
      }
    }
    return longest;
  }

  boolean isOneOf(Phrase kind, String normalised) {
    return phrases.getOrDefault(kind, List.of()).contains(normalised);
  }

  boolean contains(Phrase kind, String normalised) {
    String padded = " " + normalised + " ";
    return phrases.getOrDefault(kind, List.of()).stream()
        .anyMatch(phrase -> padded.contains(" " + phrase + " "));
  }

  List<String> all(Phrase kind) {
    return phrases.getOrDefault(kind, List.of());
  }

  /** What a title says of the kind of its document. */
  Optional<DocumentKind> kindOf(String title) {
    String normalised = Words.normalise(title);
    for (DocumentKind kind : DocumentKind.values()) {
      if (kind != DocumentKind.OTHER && contains(Phrase.valueOf(kind.name()), normalised)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Frequent words by ISO 639-1 code. */
  Map<String, List<String>> languages() {
    return languages;
  }

  @FunctionalInterface
  private interface Source {
    InputStream open(String name) throws IOException;
  }

  private static StructureRules read(Source source) {
    List<RoleRule> roles = new ArrayList<>();
    Map<Phrase, List<String>> phrases = new EnumMap<>(Phrase.class);
    Map<String, List<String>> languages = new LinkedHashMap<>();
    for (String[] row : rows(source, "section-roles.tsv", 4)) {
      SectionRole role = SectionRole.valueOf(constant(row[0]));
      roles.add(
          new RoleRule(
              role, row[1].equals("chapter"), row[2], " " + Words.normalise(row[3]) + " "));
    }
    for (String[] row : rows(source, "phrases.tsv", 2)) {
      phrases
          .computeIfAbsent(Phrase.valueOf(constant(row[0])), kind -> new ArrayList<>())
          .add(Words.normalise(row[1]));
    }
    for (String[] row : rows(source, "languages.tsv", 2)) {
      languages.put(row[0], List.of(row[1].split(" ")));
    }
    return new StructureRules(roles, phrases, languages);
  }

  private static String constant(String code) {
    return code.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<String[]> rows(Source source, String name, int columns) {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(source.open(name), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] row = Arrays.stream(line.split("\t")).map(String::strip).toArray(String[]::new);
        if (row.length != columns) {
          throw new IllegalArgumentException(
              name
                  + ", line "
                  + number
                  + ": "
                  + row.length
                  + " columns where "
                  + columns
                  + " are expected");
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
    return rows;
  }
}
