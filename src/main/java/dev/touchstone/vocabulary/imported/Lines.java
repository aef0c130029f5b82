package dev.touchstone.vocabulary.imported;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Goes through the lines of a file of columns, one at a time. */
final class Lines {

  /** What is done with the columns of a line; lines count from 1. */
  interface Reader {
    void line(long number, List<String> columns) throws BadVocabulary;
  }

  private Lines() {}

  static void read(Path file, char between, Reader reader) throws IOException, BadVocabulary {
    long number = 0;
    // A decoder that reports what is no UTF-8 instead of replacing it.
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String bare = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (!bare.isBlank()) {
          reader.line(number, columns(bare, between));
        }
      }
    } catch (CharacterCodingException notUtf8) {
      throw new BadVocabulary(
          file, number + 1, "not UTF-8 from here on", "save or fetch the file in that encoding");
    }
  }

  private static List<String> columns(String line, char between) {
    List<String> columns = new ArrayList<>();
    int from = 0;
    for (int at = line.indexOf(between); at >= 0; at = line.indexOf(between, from)) {
      columns.add(line.substring(from, at).strip());
      from = at + 1;
    }
    columns.add(line.substring(from).strip());
    return columns;
  }
}
