package dev.touchstone.report;

import dev.touchstone.document.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document that could not be processed, as it stands in the quarantine folder.
 *
 * @param attempts how many runs have tried
 */
public record QuarantineEntry(Rejection rejection, int attempts) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public void write(Path file) {
    ObjectNode entry = MAPPER.createObjectNode();
    entry.put("source", rejection.source());
    entry.put("stage", rejection.stage());
    entry.put("error", rejection.error());
    entry.put("cause", rejection.cause());
    entry.put("cure", rejection.cure());
    entry.put("attempts", attempts);
    WholeFile.write(file, out -> out.write(MAPPER.writeValueAsBytes(entry)));
  }

  public static QuarantineEntry read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      JsonNode entry = MAPPER.readTree(in);
      return new QuarantineEntry(
          new Rejection(
              entry.path("source").asString(""),
              entry.path("stage").asString(""),
              entry.path("error").asString(""),
              entry.path("cause").asString(""),
              entry.path("cure").asString("")),
          entry.path("attempts").asInt(1));
    } catch (IOException e) {
      throw new UncheckedIOException("could not read " + file, e);
    }
  }
}
