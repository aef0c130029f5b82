package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold of every page, whatever it shows. */
final class PagesTest {

  @TempDir static Path folder;
  private static Map<Path, Document> pages;

  @BeforeAll
  static void a_run_over_three_documents_and_one_that_could_not_be_read() throws IOException {
    OutputFolder output = new OutputFolder(folder);
    for (String source : List.of("a.md", "notes/50% & <b>#1</b>?.md")) {
      new DocumentReports().write(SampleNote.review(source), output.document(source));
    }
    new DocumentReports().write(SampleNote.silent("silent.md"), output.document("silent.md"));
    new QuarantineEntry(
            new Rejection("<img src=x>.pdf", "read", "No <b>text</b>.", "", "Scan it again."), 1)
        .write(output.quarantineEntry("<img src=x>.pdf"));
    new RunReports()
        .write(
            output,
            new RunFacts(
                "in & out",
                Instant.parse("2026-01-02T03:04:05Z"),
                "2 s",
                "1.0",
                "0123456789abcdef",
                Map.of("a.md", RunFacts.State.NEW),
                List.of("<script>.zip: not a format that is read")));
    pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".html"))
          .forEach(file -> pages.put(file, parse(file)));
    }
  }

  @Test
  void there_is_a_page_of_the_run_of_each_document_and_of_each_check() {
    assertThat(pages.keySet())
        .contains(
            folder.resolve("index.html"),
            folder.resolve("documents/a.md/report.html"),
            folder.resolve("documents/silent.md/report.html"),
            folder.resolve("checks/percent-count.html"));
  }

  @Test
  void every_page_has_one_title_and_skips_no_level_of_headings() {
    pages.forEach(
        (file, page) -> {
          assertThat(page.select("h1")).as("h1 of %s", file).hasSize(1);
          assertThat(page.title()).as("title of %s", file).isNotBlank();
          int level = 0;
          for (Element heading : page.select("main h2, main h3, main h4, main h5, main h6, h1")) {
            int its = heading.tagName().charAt(1) - '0';
            assertThat(its)
                .as("%s in %s", heading, file)
                .isLessThanOrEqualTo(Math.max(1, level) + 1);
            assertThat(heading.text()).as("heading in %s", file).isNotBlank();
            level = its;
          }
        });
  }

  @Test
  void no_id_is_given_twice() {
    pages.forEach(
        (file, page) ->
            assertThat(page.select("[id]").eachAttr("id"))
                .as("ids of %s", file)
                .doesNotHaveDuplicates());
  }

  @Test
  void every_link_leads_to_something() {
    pages.forEach(
        (file, page) -> {
          for (Element link : page.select("a[href]")) {
            assertThat(leads(file, link.attr("href"))).as("%s in %s", link, file).isTrue();
          }
          for (Element use : page.select("use")) {
            assertThat(page.getElementById(use.attr("href").substring(1))).isNotNull();
          }
        });
  }

  @Test
  void every_control_has_a_name() {
    pages.forEach(
        (file, page) -> {
          for (Element control : page.select("input, select, textarea")) {
            Element label = control.closest("label");
            assertThat(label == null ? "" : label.text())
                .as("label of %s in %s", control, file)
                .isNotBlank();
          }
          for (Element control : page.select("button, a[href], summary")) {
            String name =
                control.hasAttr("aria-label") ? control.attr("aria-label") : control.text();
            assertThat(name).as("%s in %s", control, file).isNotBlank();
          }
        });
  }

  @Test
  void what_names_another_element_names_one_that_is_there() {
    pages.forEach(
        (file, page) -> {
          for (String name : List.of("aria-labelledby", "aria-describedby", "data-count")) {
            for (Element element : page.select("[" + name + "]")) {
              assertThat(page.getElementById(element.attr(name)))
                  .as("%s of %s in %s", name, element.tagName(), file)
                  .isNotNull();
            }
          }
        });
  }

  @Test
  void tables_have_headers_with_a_scope() {
    pages.forEach(
        (file, page) -> {
          for (Element header : page.select("th")) {
            assertThat(header.attr("scope"))
                .as("%s in %s", header, file)
                .isIn("col", "row", "colgroup", "rowgroup");
            assertThat(header.text()).as("header in %s", file).isNotBlank();
          }
        });
  }

  @Test
  void pictures_are_hidden_from_or_named_for_a_screen_reader() {
    pages.forEach(
        (file, page) -> {
          for (Element picture : page.select("svg")) {
            assertThat(picture.hasAttr("aria-label") || picture.attr("aria-hidden").equals("true"))
                .as("%s in %s", picture, file)
                .isTrue();
          }
        });
  }

  @Test
  void nothing_is_loaded_and_nothing_runs_but_what_the_policy_names() throws Exception {
    for (Document page : pages.values()) {
      String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
      assertThat(policy).startsWith("default-src 'none'; ");
      assertThat(page.select("script")).hasSize(1);
      assertThat(policy).contains("script-src '" + hash(only(page, "script").data()) + "'");
      assertThat(page.select("style")).hasSize(1);
      assertThat(policy).contains("style-src '" + hash(only(page, "style").data()) + "'");
      assertThat(page.select("[src], link, iframe, object, embed, base, img, [srcset]")).isEmpty();
      for (Element element : page.getAllElements()) {
        for (Attribute attribute : element.attributes()) {
          assertThat(attribute.getKey()).isNotEqualTo("style").doesNotStartWith("on");
        }
      }
      assertThat(only(page, "style").data()).doesNotContain("url(", "@import");
    }
  }

  @Test
  void words_of_a_document_are_never_markup() {
    Document page = page(folder.resolve("documents/a.md/report.html"));
    assertThat(page.select("h1").text()).isEqualTo("Zanubrutol <script>alert(1)</script> in gout");
    assertThat(page.select("main b, main script")).isEmpty();
    assertThat(page(folder.resolve("index.html")).text())
        .contains("<img src=x>.pdf", "No <b>text</b>.", "<script>.zip");
  }

  @Test
  void the_style_names_each_colour_in_both_schemes_with_enough_contrast() {
    Contrast contrast = new Contrast(Assets.CSS);
    for (String scheme : List.of("light", "dark")) {
      for (String back : List.of("bg", "surface", "sunken", "flag")) {
        for (String text : List.of("text", "muted", "link", "error", "warning", "note")) {
          assertThat(contrast.ratio(text, back, scheme))
              .as("%s on %s, %s", text, back, scheme)
              .isGreaterThanOrEqualTo(4.5);
        }
        for (String mark :
            List.of(
                "m-drug",
                "m-dose",
                "m-outcome",
                "m-measure",
                "m-participants",
                "m-arm",
                "m-condition",
                "m-study",
                "flag-line",
                "focus")) {
          assertThat(contrast.ratio(mark, back, scheme))
              .as("%s on %s, %s", mark, back, scheme)
              .isGreaterThanOrEqualTo(3);
        }
      }
      for (String back : List.of("bg", "surface", "sunken")) {
        assertThat(contrast.ratio("control", back, scheme)).isGreaterThanOrEqualTo(3);
      }
    }
  }

  private static Document page(Path file) {
    return Objects.requireNonNull(pages.get(file), file::toString);
  }

  private static Element only(Document page, String tag) {
    return Objects.requireNonNull(page.selectFirst(tag));
  }

  private static boolean leads(Path from, String href) {
    int hash = href.indexOf('#');
    String path = hash < 0 ? href : href.substring(0, hash);
    Path file = path.isEmpty() ? from : from.resolveSibling(URI.create(path).getPath()).normalize();
    if (file.endsWith("run.json")) {
      return true;
    }
    if (!Files.exists(file)) {
      return false;
    }
    return hash < 0 || page(file).getElementById(href.substring(hash + 1)) != null;
  }

  private static String hash(String data) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(data.getBytes(UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(hash);
  }

  private static Document parse(Path file) {
    try {
      return Jsoup.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
