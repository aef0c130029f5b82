package dev.touchstone.vocabulary;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A vocabulary that a user imported: its index beside a small file that says where it is from.
 *
 * @param name as the user calls it; also the name of its files
 * @param format {@code rxnorm}, {@code ncit}, {@code drugbank} or {@code tsv}
 * @param source name of the file that was imported
 * @param date day of that file's last change, ISO 8601
 * @param licence under which the user may use it
 * @param sha256 of the imported file
 * @param drugs number of drugs
 * @param names number of their spellings
 */
public record ImportedVocabulary(
    String name,
    String format,
    String source,
    String date,
    String licence,
    String sha256,
    int drugs,
    int names) {

  /** Below the folder of the lexicons. */
  public static final String FOLDER = "imported";

  private static final String ENDING = ".properties";

  /** The imported vocabularies of a lexicon folder by name. */
  public static List<ImportedVocabulary> in(Path lexicons) throws IOException {
    Path folder = lexicons.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    List<ImportedVocabulary> found = new ArrayList<>();
    for (Path file : files) {
      found.add(read(file));
    }
    return found;
  }

  private static ImportedVocabulary read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    String name = file.getFileName().toString();
    try {
      return new ImportedVocabulary(
          name.substring(0, name.length() - ENDING.length()),
          properties.getProperty("format", ""),
          properties.getProperty("source", ""),
          properties.getProperty("date", ""),
          properties.getProperty("licence", ""),
          properties.getProperty("sha256", ""),
          Integer.parseInt(properties.getProperty("drugs", "0")),
          Integer.parseInt(properties.getProperty("names", "0")));
    } catch (NumberFormatException notOne) {
      throw new IOException(
          file + ": not as import writes it; import the vocabulary again", notOne);
    }
  }

  /** The file of its names. */
  public Path index(Path lexicons) {
    return lexicons.resolve(FOLDER).resolve(name + ".index");
  }

  /** Writes where it is from, one line each, in the order of the alphabet. */
  public void record(Path lexicons) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    lines.put("format", format);
    lines.put("source", source);
    lines.put("date", date);
    lines.put("licence", licence);
    lines.put("sha256", sha256);
    lines.put("drugs", Integer.toString(drugs));
    lines.put("names", Integer.toString(names));
    StringBuilder text = new StringBuilder("# Written by \"touchstone lexicon import\".\n");
    lines.forEach(
        (key, value) ->
            text.append(key).append('=').append(value.replace("\\", "\\\\")).append('\n'));
    Files.writeString(lexicons.resolve(FOLDER).resolve(name + ENDING), text.toString());
  }
}
