package dev.touchstone.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A note as it was read, whatever its format. Immutable; spans are offsets into {@link #text()}.
 *
 * @param id {@code sha256:} and the hash of the file's bytes
 * @param source path relative to the input folder, {@code /} separators
 * @param pages number of pages where the format has them
 * @param text the canonical text; for plain text and Markdown the decoded file itself
 * @param sections in the order of the text, parents before children; never empty
 * @param blocks in reading order
 * @param locator places of spans in the original file
 * @param warnings what could not be read or only in part, one sentence each
 */
public record Document(
    String id,
    String source,
    String mediaType,
    Metadata metadata,
    @Nullable Integer pages,
    String text,
    List<Section> sections,
    List<Block> blocks,
    List<Reference> references,
    Locator locator,
    List<Coverage> coverage,
    List<String> warnings)
    implements ReadResult {

  public Document {
    sections = List.copyOf(sections);
    blocks = List.copyOf(blocks);
    references = List.copyOf(references);
    coverage = List.copyOf(coverage);
    warnings = List.copyOf(warnings);
  }

  public List<Table> tables() {
    return blocks.stream().filter(Table.class::isInstance).map(Table.class::cast).toList();
  }

  public Table table(String tableId) {
    return tables().stream().filter(table -> table.id().equals(tableId)).findFirst().orElseThrow();
  }

  /** Sections by id. Build it once where many look-ups follow. */
  public Map<String, Section> sectionsById() {
    return sections.stream().collect(Collectors.toMap(Section::id, Function.identity()));
  }

  /** The section of that id and those around it, innermost first. */
  public List<Section> path(String sectionId) {
    Map<String, Section> byId = sectionsById();
    List<Section> path = new ArrayList<>();
    for (Section at = byId.get(sectionId);
        at != null;
        at = at.parent() == null ? null : byId.get(at.parent())) {
      path.add(at);
    }
    return path;
  }

  public String quote(Span span) {
    return span.of(text);
  }

  public Place locate(Span span) {
    return locator.locate(span);
  }

  /** Whether the words of a span, or the first of them, were read off a picture of their page. */
  public boolean recognised(Span span) {
    Integer page = hasRecognisedPages() ? locate(span).page() : null;
    return page != null && page <= coverage.size() && coverage.get(page - 1).recognised();
  }

  private boolean hasRecognisedPages() {
    for (Coverage page : coverage) {
      if (page.recognised()) {
        return true;
      }
    }
    return false;
  }
}
