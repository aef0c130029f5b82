package dev.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the evidence records of one note in two formats, for every note of an output folder that
 * is there in both. Two records are the same when value, outcome and arms are; what is printed is
 * the share 2·same / (records of one + records of the other), and with a note's name the records
 * that only one side has.
 */
final class SameRecords {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SameRecords() {}

  public static void main(String[] args) throws IOException {
    if (args.length < 3) {
      System.err.println("usage: SameRecords OUTPUT EXTENSION EXTENSION [NOTE]");
      System.exit(2);
    }
    Path documents = Path.of(args[0], "documents");
    Tally all = new Tally();
    for (String stem : stems(documents, args[1])) {
      Path other = documents.resolve(stem + args[2]);
      if (!Files.isDirectory(other)) {
        continue;
      }
      List<JsonNode> left = records(documents.resolve(stem + args[1]));
      List<JsonNode> right = records(other);
      Tally note = new Tally();
      Map<String, Integer> difference = note.compare(left, right);
      all.add(note);
      System.out.println(stem + " " + note);
      if (args.length > 3 && stem.equals(args[3])) {
        difference.forEach(
            (record, count) -> {
              if (count != 0) {
                System.out.printf(Locale.ROOT, "  %+d %s%n", -count, record);
              }
            });
      }
    }
    System.out.println("all " + all);
  }

  private static List<String> stems(Path documents, String extension) throws IOException {
    try (Stream<Path> folders = Files.list(documents)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.endsWith(extension))
          .map(name -> name.substring(0, name.length() - extension.length()))
          .sorted()
          .toList();
    }
  }

  private static List<JsonNode> records(Path document) {
    List<JsonNode> records = new ArrayList<>();
    JSON.readTree(document.resolve("evidence.json").toFile())
        .path("evidence")
        .forEach(records::add);
    return records;
  }

  /** What a record says, however its document is written. */
  private static String essence(JsonNode node) {
    JsonNode value = node.path("value");
    JsonNode outcome = node.path("outcome");
    List<String> arms = new ArrayList<>();
    node.path("arms").forEach(arm -> arms.add(text(arm, "label")));
    arms.sort(null);
    String code = text(outcome, "code");
    String name = text(outcome, "term").isEmpty() ? text(outcome, "label") : text(outcome, "term");
    return String.join(
        " ",
        text(value, "kind"),
        text(value, "value"),
        text(value, "low"),
        text(value, "high"),
        text(value, "unit"),
        "|",
        code.equals("OTHER") ? name.toLowerCase(Locale.ROOT) : code,
        "|",
        String.join(", ", arms).toLowerCase(Locale.ROOT));
  }

  private static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    return value.isMissingNode() || value.isNull() ? "" : value.asString();
  }

  /** How many records there are on either side, and how many are the same. */
  private static final class Tally {

    private int left;
    private int right;
    private int same;

    /** Which records are there more often on the left (positive) or on the right (negative). */
    Map<String, Integer> compare(List<JsonNode> ofLeft, List<JsonNode> ofRight) {
      Map<String, Integer> counts = new HashMap<>();
      ofLeft.forEach(node -> counts.merge(essence(node), 1, Integer::sum));
      left += ofLeft.size();
      right += ofRight.size();
      for (JsonNode node : ofRight) {
        int before = counts.merge(essence(node), -1, Integer::sum);
        same += before >= 0 ? 1 : 0;
      }
      return new TreeMap<>(counts);
    }

    void add(Tally other) {
      left += other.left;
      right += other.right;
      same += other.same;
    }

    @Override
    public String toString() {
      double share = left + right == 0 ? 1 : 2.0 * same / (left + right);
      return String.format(Locale.ROOT, "%d and %d records, %.3f the same", left, right, share);
    }
  }
}
