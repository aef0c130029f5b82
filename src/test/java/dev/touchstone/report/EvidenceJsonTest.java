package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.consistency.NoteReview;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EvidenceJsonTest {

  private static final JsonMapper MAPPER = new JsonMapper();

  private final NoteReview review = SampleNote.review();
  private final String json = new String(EvidenceJson.bytes(review), UTF_8);
  private final JsonNode root = MAPPER.readTree(json);

  @Test
  void keeps_to_the_schema() throws Exception {
    assertThat(violations(json)).isEmpty();
    assertThat(violations(new String(EvidenceJson.bytes(SampleNote.silent("a.md")), UTF_8)))
        .isEmpty();
  }

  @Test
  void the_schema_is_not_content_with_anything() throws Exception {
    assertThat(violations(json.replace("\"severity\":\"error\"", "\"severity\":\"awful\"")))
        .isNotEmpty();
  }

  @Test
  void members_stand_in_the_order_of_the_contract() {
    assertThat(root.propertyNames())
        .containsExactly(
            "schema",
            "document",
            "sections",
            "tables",
            "references",
            "studies",
            "mentions",
            "regimens",
            "evidence",
            "claims",
            "findings",
            "checks",
            "coverage",
            "warnings");
  }

  @Test
  void the_same_review_gives_the_same_bytes() {
    assertThat(EvidenceJson.bytes(SampleNote.review())).isEqualTo(EvidenceJson.bytes(review));
  }

  @Test
  void every_span_leads_to_its_words() {
    String text = root.at("/document/text").asString();
    int seen = 0;
    for (JsonNode node : root.findParents("start")) {
      String words = text.substring(node.get("start").asInt(), node.get("end").asInt());
      JsonNode claimed = node.has("quote") ? node.get("quote") : node.get("text");
      if (claimed != null) {
        assertThat(words).isEqualTo(claimed.asString());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(20);
  }

  @Test
  void keeps_trailing_zeros() {
    assertThat(json).contains("\"kind\":\"duration\",\"value\":2.50,").contains("\"decimals\":2");
  }

  @Test
  void a_value_in_a_table_says_in_which_cell() {
    JsonNode source = root.at("/evidence/1/source");
    assertThat(source.get("table").asString()).isEqualTo("t1");
    assertThat(source.get("row").asInt()).isEqualTo(1);
    assertThat(source.get("col").asInt()).isEqualTo(1);
    assertThat(source.get("locator").asString()).isEqualTo("line 10, column 11");
  }

  @Test
  void names_the_mentions_that_a_value_rests_on() {
    assertThat(root.at("/evidence/1/value/mention").asString()).isEqualTo("m7");
    assertThat(root.at("/evidence/1/outcome/mention").asString()).isEqualTo("m4");
    assertThat(root.at("/evidence/1/arms/0/mention").asString()).isEqualTo("m6");
  }

  @Test
  void what_a_form_does_not_state_is_left_out() {
    JsonNode dose = root.at("/regimens/0/dose");
    assertThat(dose.propertyNames())
        .containsExactly("value", "unit", "frequency", "route", "daily");
  }

  @Test
  void a_finding_is_open_until_somebody_decides() {
    assertThat(root.at("/findings/0/review/status").asString()).isEqualTo("open");
    assertThat(root.at("/findings/0/review/by").isNull()).isTrue();
  }

  @Test
  void one_record_stands_on_one_line() {
    assertThat(json.lines().filter(line -> line.startsWith("{\"id\":\"m"))).hasSize(7);
    assertThat(json).doesNotContain("\r").endsWith("}\n");
  }

  private static Iterable<?> violations(String json) throws Exception {
    try (InputStream in = EvidenceJson.class.getResourceAsStream("/schema/evidence.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
      return schema.validate(json, InputFormat.JSON);
    }
  }
}
