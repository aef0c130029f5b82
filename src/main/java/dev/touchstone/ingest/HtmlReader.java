package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Metadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * HTML by jsoup, which repairs broken mark-up as browsers do. Nothing is fetched and no script is
 * run; places are XPaths in the repaired tree.
 */
final class HtmlReader implements FormatReader {

  private static final int HEAD = 2048;

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    List<String> warnings = new ArrayList<>();
    Document page = parse(bytes, warnings);
    Canvas canvas = new Canvas(limits);
    HtmlBlocks blocks = new HtmlBlocks(canvas, limits);
    blocks.read(page.body());
    if (canvas.isEmpty()) {
      throw new Unreadable(
          "The page holds no words.",
          "nothing is left without scripts, styles and navigation",
          "Save the page from a browser as it is shown, or as plain text.");
    }
    String text = canvas.text();
    return new Draft(
        Format.HTML.mediaType(),
        text,
        hints(page),
        null,
        canvas.blocks(),
        canvas.locator(),
        List.of(Coverages.whole(text, blocks.dropped())),
        warnings);
  }

  private static Document parse(byte[] bytes, List<String> warnings) throws Unreadable {
    try {
      String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
      if (Words.lower(head).contains("charset") && !head.contains("\0")) {
        return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
      }
    } catch (IOException e) {
      throw Unreadable.damaged("HTML page", e);
    }
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    warnings.addAll(decoded.warnings());
    return Jsoup.parse(decoded.text());
  }

  private static Metadata hints(Document page) {
    String title = page.title().isBlank() ? null : page.title().strip();
    String author = meta(page, "author");
    String date = meta(page, "date");
    if (date == null) {
      date = meta(page, "dcterms.date");
    }
    Element html = page.selectFirst("html[lang]");
    String language = html == null ? null : language(html.attr("lang"));
    return new Metadata(
        title,
        DocumentKind.OTHER,
        null,
        author == null ? List.of() : List.of(author),
        date == null ? null : Dates.iso(date),
        language);
  }

  static @Nullable String language(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
      end++;
    }
    return end == 2 ? Words.lower(tag.substring(0, 2)) : null;
  }

  private static @Nullable String meta(Document page, String name) {
    Element meta = page.selectFirst("meta[name=" + name + "]");
    return meta == null || meta.attr("content").isBlank() ? null : meta.attr("content").strip();
  }
}
