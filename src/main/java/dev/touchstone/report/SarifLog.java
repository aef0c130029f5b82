package dev.touchstone.report;

import static dev.touchstone.report.EvidenceReader.string;

import dev.touchstone.consistency.CheckPage;
import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.check.CheckCatalogue;
import dev.touchstone.store.Standing;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StoredCrossFinding;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code findings.sarif}: the findings in the Static Analysis Results Interchange Format 2.1.0
 * (OASIS), written one at a time.
 *
 * <p>A result's location is the first place of the finding, the others are related locations. A
 * region has line and column only where the document is its own text; elsewhere the page, table and
 * cell stand in a logical location. The finding's id is the partial fingerprint {@code
 * findingId/v1}.
 */
final class SarifLog implements EvidenceReader.Rows {

  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final Pattern LINE = Pattern.compile("line (\\d+), column (\\d+)");

  /** Documents whose text is the file itself, so that offsets and lines point into it. */
  private static final List<String> OWN_TEXT =
      List.of("text/plain", "text/markdown", "text/x-markdown", "text/x-web-markdown");

  private final JsonGenerator json;
  private final RunState state;
  private final List<String> rules = CheckCatalogue.rules();
  private Standings standings = Standings.NONE;
  private boolean ownText;

  /** A place in the words of SARIF. */
  private record Location(
      String source,
      String quote,
      String place,
      @Nullable Integer line,
      @Nullable Integer column,
      @Nullable Integer offset,
      int length) {}

  SarifLog(OutputStream out, RunFacts facts, RunState state, CheckLinks checks) {
    this.state = state;
    json =
        new JsonMapper()
            .writer()
            .with(new SarifLines())
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(out);
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", VERSION);
    json.writeName("runs");
    json.writeStartArray();
    json.writeStartObject();
    json.writeName("tool");
    json.writeStartObject();
    json.writeName("driver");
    json.writeStartObject();
    json.writeStringProperty("name", "Touchstone");
    json.writeStringProperty("version", facts.version());
    json.writeName("rules");
    json.writeStartArray();
    CheckCatalogue.ALL.forEach(check -> rule(check, checks));
    rule(CheckCatalogue.ACROSS.page(), CheckCatalogue.ACROSS.summary(), checks);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeName("originalUriBaseIds");
    json.writeStartObject();
    json.writeName("INPUT");
    json.writeStartObject();
    message("description", "The input folder.");
    json.writeEndObject();
    json.writeEndObject();
    json.writeName("results");
    json.writeStartArray();
  }

  private void rule(ConsistencyCheck check, CheckLinks checks) {
    rule(check.page(), check.summary(), checks);
  }

  private void rule(CheckPage page, String summary, CheckLinks checks) {
    json.writeStartObject();
    json.writeStringProperty("id", page.rule());
    json.writeStringProperty("name", pascal(page.rule()));
    message("shortDescription", page.title());
    message("fullDescription", plain(page.lead()));
    json.writeName("help");
    json.writeStartObject();
    json.writeStringProperty("text", summary + "\n\n" + plain(help(page)));
    json.writeStringProperty("markdown", summary + "\n\n" + help(page));
    json.writeEndObject();
    String href = checks.href(page.rule());
    if (href != null) {
      json.writeName("properties");
      json.writeStartObject();
      json.writeStringProperty("page", href);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static String pascal(String rule) {
    return List.of(rule.split("-")).stream()
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  /** What the page says, without its examples. */
  private static String help(CheckPage page) {
    StringBuilder help = new StringBuilder(page.lead());
    for (CheckPage.Part part : page.parts()) {
      String blocks =
          part.blocks().stream()
              .filter(block -> block.kind() != CheckPage.Kind.CASE)
              .map(SarifLog::block)
              .collect(Collectors.joining("\n\n"));
      if (!blocks.isEmpty()) {
        help.append("\n\n## ").append(part.heading()).append("\n\n").append(blocks);
      }
    }
    return help.toString();
  }

  private static String block(CheckPage.Block block) {
    return switch (block.kind()) {
      case LIST ->
          block.lines().stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
      case FORMULA -> "```\n" + String.join("\n", block.lines()) + "\n```";
      default -> String.join(" ", block.lines());
    };
  }

  private static String plain(String markdown) {
    return markdown.replace("`", "").replace("**", "");
  }

  @Override
  public void document(String source, String mediaType) {
    standings = state.standings().apply(source);
    ownText = OWN_TEXT.contains(mediaType);
    standings.gone().forEach(this::absent);
  }

  @Override
  public void finding(String source, JsonNode finding, EvidenceReader.Names names) {
    Standing standing = standings.of(string(finding, "id"));
    begin(
        string(finding, "id"),
        string(finding, "rule"),
        string(finding, "severity"),
        string(finding, "message"),
        standing);
    int n = 0;
    for (JsonNode place : finding.path("where")) {
      location(n++, location(source, place, names));
    }
    end(n);
    json.writeEndObject();
  }

  private Location location(String source, JsonNode place, EvidenceReader.Names names) {
    Matcher line = LINE.matcher(string(place, "locator"));
    boolean lines = ownText && line.matches();
    int start = place.path("start").asInt();
    return new Location(
        source,
        string(place, "quote"),
        EvidenceReader.place(place, names, string(place, "row"), string(place, "col")),
        lines ? Integer.valueOf(line.group(1)) : null,
        lines ? Integer.valueOf(line.group(2)) : null,
        lines ? start : null,
        place.path("end").asInt() - start);
  }

  private void across(StoredCrossFinding finding, Standing standing) {
    begin(finding.id(), finding.rule(), finding.severity(), finding.message(), standing);
    int n = 0;
    for (StoredCrossFinding.Spot spot : finding.where()) {
      String page = spot.page() == null ? "" : "page " + spot.page() + ", ";
      String inside = spot.table() == null ? spot.section() : spot.table();
      location(n++, new Location(spot.source(), spot.quote(), page + inside, null, null, null, 0));
    }
    end(n);
    json.writeEndObject();
  }

  private void begin(String id, String rule, String level, String words, Standing standing) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", rule);
    int index = rules.indexOf(rule);
    if (index >= 0) {
      json.writeNumberProperty("ruleIndex", index);
    }
    json.writeStringProperty("level", level);
    message("message", words);
    json.writeName("partialFingerprints");
    json.writeStartObject();
    json.writeStringProperty("findingId/v1", id);
    json.writeEndObject();
    if (state.isCompared()) {
      json.writeStringProperty("baselineState", standing.fresh() ? "new" : "unchanged");
    }
    json.writeName("suppressions");
    json.writeStartArray();
    Standing.Suppression suppression = standing.suppression();
    if (suppression != null) {
      suppression(
          suppression.reason(),
          "config/suppressions.yml",
          suppression.author(),
          suppression.expires().toString());
    }
    Standing.Review review = standing.review();
    if (review != null && standing.isDismissed()) {
      suppression(review.comment(), "review", review.by(), "");
    }
    json.writeEndArray();
  }

  private void suppression(String why, String by, String author, String expires) {
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("status", "accepted");
    json.writeStringProperty("justification", why);
    json.writeName("properties");
    json.writeStartObject();
    json.writeStringProperty("from", by);
    json.writeStringProperty("author", author);
    if (!expires.isEmpty()) {
      json.writeStringProperty("expires", expires);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The first place is the location; those after it are related. */
  private void location(int n, Location location) {
    if (n < 2) {
      if (n == 1) {
        json.writeEndArray();
      }
      json.writeName(n == 0 ? "locations" : "relatedLocations");
      json.writeStartArray();
    }
    json.writeStartObject();
    json.writeNumberProperty("id", n);
    json.writeName("physicalLocation");
    json.writeStartObject();
    artifact(location.source());
    if (location.line() != null && location.column() != null && location.offset() != null) {
      json.writeName("region");
      json.writeStartObject();
      json.writeNumberProperty("startLine", location.line());
      json.writeNumberProperty("startColumn", location.column());
      json.writeNumberProperty("charOffset", location.offset());
      json.writeNumberProperty("charLength", location.length());
      message("snippet", location.quote());
      json.writeEndObject();
    }
    json.writeEndObject();
    if (!location.place().isEmpty()) {
      json.writeName("logicalLocations");
      json.writeStartArray();
      json.writeStartObject();
      json.writeStringProperty("fullyQualifiedName", location.place());
      json.writeStringProperty("kind", "place");
      json.writeEndObject();
      json.writeEndArray();
    }
    message("message", location.quote());
    json.writeEndObject();
  }

  private void end(int locations) {
    if (locations > 0) {
      json.writeEndArray();
    }
  }

  private void artifact(String source) {
    json.writeName("artifactLocation");
    json.writeStartObject();
    json.writeStringProperty("uri", RunPages.encoded(source));
    json.writeStringProperty("uriBaseId", "INPUT");
    json.writeEndObject();
  }

  /** What the last run found and this one did not. */
  private void absent(Standings.Gone gone) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", gone.rule());
    json.writeStringProperty("level", gone.severity());
    message("message", gone.message());
    json.writeName("partialFingerprints");
    json.writeStartObject();
    json.writeStringProperty("findingId/v1", gone.id());
    json.writeEndObject();
    json.writeStringProperty("baselineState", "absent");
    json.writeName("locations");
    json.writeStartArray();
    if (!gone.source().isEmpty()) {
      json.writeStartObject();
      json.writeName("physicalLocation");
      json.writeStartObject();
      artifact(gone.source());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void message(String name, String text) {
    json.writeName(name);
    json.writeStartObject();
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  void finish() {
    Standings between = state.standings().apply("");
    state.across().forEach(finding -> across(finding, between.of(finding.id())));
    between.gone().forEach(this::absent);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }
}
