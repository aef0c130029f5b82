package dev.touchstone.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * One line per member of the whole and per record in it, so that two results can be compared line
 * by line.
 */
final class LinePerRecord extends MinimalPrettyPrinter {

  private static final int MEMBERS = 1;
  private static final int RECORDS = 2;

  @Override
  public void beforeObjectEntries(JsonGenerator json) {
    breakAt(MEMBERS, json);
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) {
    json.writeRaw(',');
    breakAt(MEMBERS, json);
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) {
    breakAt(MEMBERS, json);
    json.writeRaw('}');
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) {
    breakAt(RECORDS, json);
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) {
    json.writeRaw(',');
    breakAt(RECORDS, json);
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) {
    if (values > 0) {
      breakAt(RECORDS, json);
    }
    json.writeRaw(']');
  }

  private static void breakAt(int depth, JsonGenerator json) {
    if (json.streamWriteContext().getNestingDepth() == depth) {
      json.writeRaw('\n');
    }
  }
}
