package dev.touchstone.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of cases: each a small note in a fenced block, and the lines expected of it after {@code
 * =>}.
 */
final class CasePage {

  /** One case, named by the heading above it. */
  record Case(String title, String note, List<String> expected) {

    @Override
    public String toString() {
      return title;
    }
  }

  private CasePage() {}

  static Stream<Case> read(String name) throws IOException {
    Path page = Path.of("src/test/resources/extraction", name);
    List<Case> cases = new ArrayList<>();
    String title = name;
    List<String> note = null;
    List<String> expected = new ArrayList<>();
    for (String line : Files.readAllLines(page, StandardCharsets.UTF_8)) {
      if (note == null && line.startsWith("## ")) {
        title = line.substring(3);
      } else if (note == null && line.startsWith("```case")) {
        note = new ArrayList<>();
        expected = new ArrayList<>();
      } else if (note != null && line.startsWith("```")) {
        cases.add(new Case(title, String.join("\n", note), List.copyOf(expected)));
        note = null;
      } else if (note != null && line.startsWith("=> ")) {
        expected.add(line.substring(3).strip());
      } else if (note != null) {
        note.add(line);
      }
    }
    if (cases.isEmpty()) {
      throw new IllegalStateException(page + " has no cases");
    }
    return cases.stream();
  }
}
