package dev.touchstone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much of the evidence is the same whether an article was read as JATS or as PDF. A record is
 * its arms' labels, its outcome and its value; of two results of one article those records are
 * counted that both have.
 */
public final class SameEvidence {

  private SameEvidence() {}

  /**
   * @param arguments the output folder of a run over articles, {@code X.nxml} beside {@code X.pdf}
   */
  public static void main(String[] arguments) throws IOException {
    Path documents = Path.of(arguments[0], "documents");
    int same = 0;
    int all = 0;
    List<Path> found;
    try (Stream<Path> files = Files.list(documents)) {
      found = files.filter(path -> path.toString().endsWith(".nxml")).sorted().toList();
    }
    for (Path jats : found) {
      String name = jats.getFileName().toString().replaceFirst("\\.nxml$", "");
      Path pdf = documents.resolve(name + ".pdf");
      if (!Files.exists(pdf)) {
        continue;
      }
      TreeMap<String, Integer> one = records(jats);
      TreeMap<String, Integer> other = records(pdf);
      int shared = 0;
      for (var each : one.entrySet()) {
        shared += Math.min(each.getValue(), other.getOrDefault(each.getKey(), 0));
      }
      int most = Math.max(total(one), total(other));
      same += shared;
      all += most;
      System.out.printf(
          Locale.ROOT, "%-24s %5d %5d %5d same%n", name, total(one), total(other), shared);
    }
    System.out.printf(
        Locale.ROOT, "%d of %d records the same: %.1f %%%n", same, all, 100.0 * same / all);
  }

  private static int total(TreeMap<String, Integer> records) {
    return records.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static TreeMap<String, Integer> records(Path folder) throws IOException {
    JsonNode root =
        JsonMapper.builder().build().readTree(Files.readString(folder.resolve("evidence.json")));
    TreeMap<String, Integer> records = new TreeMap<>();
    for (JsonNode record : root.path("evidence")) {
      List<String> arms = new ArrayList<>();
      record.path("arms").forEach(arm -> arms.add(plain(arm.path("label").asString(""))));
      JsonNode value = record.path("value");
      JsonNode outcome = record.path("outcome");
      String key =
          arms
              + " "
              + outcome.path("code").asString("")
              + " "
              + plain(outcome.path("term").asString(""))
              + " "
              + value.path("kind").asString("")
              + " "
              + value.path("value")
              + " "
              + value.path("low")
              + " "
              + value.path("high");
      records.merge(key, 1, Integer::sum);
    }
    return records;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
