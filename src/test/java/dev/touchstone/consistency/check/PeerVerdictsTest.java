package dev.touchstone.consistency.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our verdicts beside those of the programs that statisticians use: statcheck on P-values, scrutiny
 * on granularity. The cases are read from {@code touchstone.verdicts}, a folder outside the
 * project; without it there is nothing to compare.
 */
class PeerVerdictsTest {

  private static final Path CASES =
      Path.of(System.getProperty("touchstone.verdicts", "../shared/bench/consistency"));

  @Test
  void p_values_are_judged_as_statcheck_judges_them() throws IOException {
    List<String> differences = new ArrayList<>();
    List<JsonNode> cases = cases("statcheck-cases.jsonl");
    for (JsonNode each : cases) {
      List<TestStatistic> found = TestStatistic.in(each.get("text").asString());
      if (found.size() != 1) {
        differences.add(each.get("text") + ": " + found.size() + " statistics read");
        continue;
      }
      TestStatistic statistic = found.get(0);
      boolean error = !PStatistic.isConsistent(statistic);
      if (each.get("oneTailedText").asBoolean() && PStatistic.isConsistentOneSided(statistic)) {
        error = false;
      }
      boolean decision = error && PStatistic.changesTheDecision(statistic);
      if (error != each.get("error").asBoolean()
          || decision != each.get("decisionError").asBoolean()) {
        differences.add(each.get("text") + ": error " + error + ", decision " + decision);
      }
    }
    assertThat(differences).as("of " + cases.size()).isEmpty();
  }

  @Test
  void granularity_is_judged_as_scrutiny_judges_it() throws IOException {
    List<String> differences = new ArrayList<>();
    List<JsonNode> cases = cases("grim-cases.jsonl");
    for (JsonNode each : cases) {
      BigDecimal value = new BigDecimal(each.get("value").asString());
      int n = each.get("n").asInt();
      int items = each.get("items").asInt();
      JsonNode sd = each.get("sd");
      boolean consistent =
          switch (each.get("test").asString()) {
            case "grim" ->
                each.get("percent").asBoolean()
                    ? Granularity.isShareOf(value, n * items)
                    : Granularity.isMeanOf(value, n, items);
            case "grimmer" ->
                Granularity.isDeviationOf(value, new BigDecimal(sd.asString()), n, items);
            default -> Granularity.isBinaryDeviation(value, new BigDecimal(sd.asString()), n);
          };
      if (consistent != each.get("consistent").asBoolean()) {
        differences.add(each + ": " + consistent);
      }
    }
    assertThat(differences).as("of " + cases.size()).isEmpty();
  }

  private static List<JsonNode> cases(String file) throws IOException {
    Path path = CASES.resolve(file);
    assumeTrue(Files.exists(path), "no " + path);
    List<JsonNode> cases = new ArrayList<>();
    for (String line : Files.readAllLines(path)) {
      if (!line.isBlank()) {
        cases.add(JsonMapper.shared().readTree(line));
      }
    }
    return cases;
  }
}
