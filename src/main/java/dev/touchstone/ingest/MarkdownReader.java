package dev.touchstone.ingest;

import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * GitHub-flavoured Markdown. The document's text is the file itself; commonmark says which stretch
 * of it each word is.
 */
final class MarkdownReader implements FormatReader {

  private static final int LONGEST_FRONT = 20_000;

  private final Parser parser =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();

  @Override
  public Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable {
    TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
    String text = decoded.text();
    if (Blanks.isBlank(text, 0, text.length())) {
      throw new Unreadable(
          "The file holds no words.",
          "white space only",
          "Check that the file was written completely.");
    }
    int front = endOfFrontMatter(text);
    Node root = parser.parse(front == 0 ? text : text.substring(front));
    MarkdownBlocks blocks = new MarkdownBlocks(text, front, limits);
    blocks.read(root);
    List<String> warnings = new ArrayList<>(decoded.warnings());
    warnings.addAll(blocks.warnings());
    return new Draft(
        Format.MARKDOWN.mediaType(),
        text,
        hints(text.substring(0, front)),
        null,
        blocks.blocks(),
        Locator.ofLines(text),
        List.of(Coverages.whole(text, new TreeMap<>())),
        warnings);
  }

  /** A head of {@code key: value} lines between two lines of {@code ---}. */
  private static int endOfFrontMatter(String text) {
    if (!text.startsWith("---\n") && !text.startsWith("---\r\n")) {
      return 0;
    }
    int close = text.indexOf("\n---", 3);
    if (close < 0 || close > LONGEST_FRONT || text.indexOf(':') > close) {
      return 0;
    }
    int end = text.indexOf('\n', close + 1);
    return end < 0 ? text.length() : end + 1;
  }

  private static Metadata hints(String front) {
    Map<String, String> values = new HashMap<>();
    front
        .lines()
        .filter(line -> line.indexOf(':') > 0 && !Character.isWhitespace(line.charAt(0)))
        .forEach(
            line ->
                values.put(
                    Words.lower(line.substring(0, line.indexOf(':')).strip()),
                    line.substring(line.indexOf(':') + 1).strip().replaceAll("^[\"']|[\"']$", "")));
    String author = values.getOrDefault("author", "");
    return new Metadata(
        values.get("title"),
        DocumentKind.OTHER,
        null,
        author.isEmpty() ? List.of() : List.of(author),
        Dates.iso(values.getOrDefault("date", "")),
        HtmlReader.language(values.getOrDefault("lang", "")));
  }
}
