package dev.touchstone.batch;

import dev.touchstone.store.RunTable;
import dev.touchstone.store.RunTable.LeftOut;
import dev.touchstone.store.RunTable.Stage;
import dev.touchstone.store.StandingTable;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code run.json}: counts per state, times per stage, versions, and what was left out. */
final class RunJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

  private RunJson() {}

  /**
   * @param names folders of the documents that could not keep their names, by source
   */
  static byte[] of(
      RunTable.Run run, RunResult result, Map<String, Long> parts, TreeMap<String, String> names) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("schema", "touchstone-run/1");
    all.put("run", run.id());
    all.put("state", run.state());
    all.put("started", run.started().toString());
    all.put("ended", run.ended() == null ? null : run.ended().toString());
    all.put("input", run.inputFolder());
    all.put("program", program(run));
    all.put("documents", documents(result));
    all.put("findings", findings(result.findings(), result.setAside(), result.changes()));
    all.put("suppressionRemarks", result.remarks());
    all.put("millis", millis(run, result, parts));
    all.put("names", names);
    all.put("links", leftOut(result, List.of("link")));
    all.put("leftOut", leftOut(result, List.of("unsupported", "special", "folder")));
    all.put(
        "quarantine", result.quarantined().stream().map(RunResult.Quarantined::source).toList());
    return bytes(all);
  }

  /**
   * The file with other counts of findings, after people decided about some.
   *
   * @param written the file as the run left it
   */
  static byte[] withFindings(
      byte[] written,
      Map<String, Integer> open,
      Map<String, Integer> setAside,
      StandingTable.Changes changes) {
    ObjectNode all = (ObjectNode) JSON.readTree(written);
    all.set("findings", JSON.valueToTree(findings(open, setAside, changes)));
    return bytes(all);
  }

  private static byte[] bytes(Object all) {
    return (PRETTY.writeValueAsString(all) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> program(RunTable.Run run) {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("version", run.programVersion());
    program.put("java", Runtime.version().toString());
    program.put("fingerprint", run.fingerprint());
    return program;
  }

  private static Map<String, Object> documents(RunResult result) {
    Map<String, Object> documents = new LinkedHashMap<>();
    documents.put("found", result.found().found());
    documents.put("new", result.found().fresh());
    documents.put("changed", result.found().changed());
    documents.put("unchanged", result.found().unchanged());
    documents.put("removed", result.found().removed());
    documents.put("processedNow", result.processed());
    documents.put("processed", result.found().found() - result.quarantined().size());
    documents.put("quarantined", result.quarantined().size());
    return documents;
  }

  private static Map<String, Object> findings(
      Map<String, Integer> open, Map<String, Integer> setAside, StandingTable.Changes changes) {
    Map<String, Object> findings = new LinkedHashMap<>();
    for (String severity : List.of("error", "warning", "note")) {
      findings.put(severity, open.getOrDefault(severity, 0));
    }
    for (String how : List.of("suppressed", "dismissed", "confirmed")) {
      findings.put(how, setAside.getOrDefault(how, 0));
    }
    findings.put("sinceLastRun", changes(changes));
    return findings;
  }

  /** All findings, suppressed and dismissed ones as well. */
  private static Map<String, @Nullable Object> changes(StandingTable.Changes changes) {
    Map<String, @Nullable Object> since = new LinkedHashMap<>();
    since.put("run", changes.since());
    since.put("new", changes.fresh());
    since.put("gone", changes.gone());
    since.put("unchanged", changes.unchanged());
    return since;
  }

  private static Map<String, Object> millis(
      RunTable.Run run, RunResult result, Map<String, Long> parts) {
    Map<String, Object> millis = new LinkedHashMap<>();
    millis.put("discover", run.millis().getOrDefault(Stage.DISCOVER, 0L));
    millis.put("extract", run.millis().getOrDefault(Stage.EXTRACT, 0L));
    Map<String, Object> inside = new LinkedHashMap<>();
    for (String part : List.of("read", "mention", "evidence", "check", "write")) {
      inside.put(part, parts.getOrDefault(part, 0L));
    }
    millis.put("extractParts", inside);
    millis.put("compare", run.millis().getOrDefault(Stage.COMPARE, 0L));
    millis.put("report", run.millis().getOrDefault(Stage.REPORT, 0L));
    millis.put("total", Math.round(result.seconds() * 1000));
    return millis;
  }

  private static List<Map<String, String>> leftOut(RunResult result, List<String> kinds) {
    return result.leftOut().stream()
        .filter(left -> kinds.contains(left.kind()))
        .map(RunJson::entry)
        .toList();
  }

  private static Map<String, String> entry(LeftOut left) {
    Map<String, String> entry = new LinkedHashMap<>();
    entry.put("source", left.source());
    entry.put("reason", left.reason());
    return entry;
  }
}
