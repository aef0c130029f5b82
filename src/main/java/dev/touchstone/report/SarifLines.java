package dev.touchstone.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** One line per rule and per result, so that two logs can be compared line by line. */
final class SarifLines extends MinimalPrettyPrinter {

  /** Log, runs, run, results; and for rules two more: tool, driver. */
  private static final int RESULTS = 4;

  private static final int RULES = 6;

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    breakLine(json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    breakLine(json);
  }

  private static void breakLine(JsonGenerator json) {
    int depth = json.streamWriteContext().getNestingDepth();
    boolean rules = depth == RULES && "rules".equals(parent(json));
    if (depth == RESULTS || rules) {
      json.writeRaw('\n');
    }
  }

  private static String parent(JsonGenerator json) {
    var around = json.streamWriteContext().getParent();
    return around == null ? "" : String.valueOf(around.currentName());
  }
}
