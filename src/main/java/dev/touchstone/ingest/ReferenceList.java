package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.ingest.StructureRules.Phrase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the entries of the reference list, and where the text cites them. */
final class ReferenceList {

  private static final Pattern KEY = Pattern.compile("^(?:\\[(\\d{1,3})\\]|(\\d{1,3})[.)])\\s+");
  private static final Pattern HOST =
      Pattern.compile("\\[((?:[A-Za-z0-9-]{1,63}\\.){1,6}[A-Za-z]{2,18})\\]");
  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"\\]]{3,500}");
  private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>\\]]{1,200}");
  private static final Pattern PMID =
      Pattern.compile("(?i)\\bPMID:? ?(\\d{4,9})\\b|pubmed\\.ncbi\\.nlm\\.nih\\.gov/(\\d{4,9})");

  private final StructureRules rules;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String key, Passage passage) {}

  ReferenceList(StructureRules rules) {
    this.rules = rules;
  }

  /** Marks the entries among the blocks, in place. */
  void mark(List<Block> blocks) {
    boolean inside = false;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      if (block instanceof Heading heading) {
        inside =
            rules
                .ruleFor(heading.passage().text())
                .filter(rule -> rule.role() == SectionRole.REFERENCES)
                .isPresent();
      } else if (block instanceof Paragraph paragraph) {
        if (paragraph.kind() == Kind.REFERENCE) {
          entries.add(entry(paragraph));
        } else if (inside && isOpen(paragraph.kind())) {
          blocks.set(i, asEntry(paragraph));
        }
      }
    }
  }

  private static boolean isOpen(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.LIST_ITEM;
  }

  private Paragraph asEntry(Paragraph paragraph) {
    String opening =
        paragraph.passage().text().substring(0, Math.min(60, paragraph.passage().length()));
    if (!rules.opening(Phrase.CITE_AS, Words.normalise(opening)).isEmpty()) {
      return new Paragraph("", Kind.RESIDUE, paragraph.marker(), paragraph.passage());
    }
    boolean numbered = keyOf(paragraph) != null;
    boolean listStarted = !entries.isEmpty();
    if (!numbered
        && listStarted
        && paragraph.kind() == Kind.TEXT
        && isNumeric(entries.get(0).key())) {
      return paragraph;
    }
    Entry entry = entry(paragraph);
    entries.add(entry);
    return new Paragraph("", Kind.REFERENCE, paragraph.marker(), paragraph.passage());
  }

  private Entry entry(Paragraph paragraph) {
    String key = keyOf(paragraph);
    Matcher printed = KEY.matcher(paragraph.passage().text());
    Passage passage =
        printed.find()
            ? paragraph.passage().part(printed.end(), paragraph.passage().length())
            : paragraph.passage();
    return new Entry(key == null ? Integer.toString(entries.size() + 1) : key, passage);
  }

  private static boolean isNumeric(String key) {
    return key.chars().allMatch(Character::isDigit);
  }

  private static @Nullable String keyOf(Paragraph paragraph) {
    String marker = paragraph.marker();
    if (marker != null && marker.chars().anyMatch(Character::isLetterOrDigit)) {
      return marker.replaceAll("[^A-Za-z0-9]", "");
    }
    Matcher printed = KEY.matcher(paragraph.passage().text());
    if (!printed.find()) {
      return null;
    }
    return printed.group(1) == null ? printed.group(2) : printed.group(1);
  }

  /** The references with the places that cite them; reference lists themselves cite nothing. */
  List<Reference> references(List<Block> blocks) {
    Map<String, List<Span>> cited = new HashMap<>();
    for (Block block : blocks) {
      block.match(
          heading -> collect(heading.passage(), cited),
          paragraph -> paragraph.kind() == Kind.REFERENCE || collect(paragraph.passage(), cited),
          table -> collect(table, cited));
    }
    // A source line below a table's caption comes after the cells in the table, but not in the
    // text.
    cited.values().forEach(Collections::sort);
    List<Reference> references = new ArrayList<>();
    for (Entry entry : entries) {
      String text = entry.passage().text();
      String url = first(URL, text);
      references.add(
          new Reference(
              entry.key(),
              text,
              host(text, url),
              doi(text),
              first(PMID, text),
              url,
              entry.passage().span(),
              cited.getOrDefault(entry.key(), List.of())));
    }
    return references;
  }

  private static boolean collect(Passage passage, Map<String, List<Span>> cited) {
    for (Passage.Mark mark : passage.citations()) {
      cited
          .computeIfAbsent(mark.key(), key -> new ArrayList<>())
          .add(passage.source(mark.start(), mark.end()));
    }
    return true;
  }

  private static boolean collect(Table table, Map<String, List<Span>> cited) {
    collect(table.caption(), cited);
    for (Cell cell : table.cells()) {
      collect(cell.passage(), cited);
    }
    for (TableNote note : table.notes()) {
      collect(note.passage(), cited);
    }
    return true;
  }

  private static @Nullable String host(String text, @Nullable String url) {
    String host = null;
    Matcher matcher = HOST.matcher(text);
    while (matcher.find()) {
      host = matcher.group(1);
    }
    if (host != null || url == null) {
      return host == null ? null : Words.lower(host);
    }
    int start = url.indexOf("://") + 3;
    int end = start;
    while (end < url.length() && "/:?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    return Words.lower(url.substring(start, end));
  }

  private static @Nullable String doi(String text) {
    String doi = first(DOI, text);
    if (doi == null) {
      return null;
    }
    int end = doi.length();
    while (end > 0
        && ".,;)".indexOf(doi.charAt(end - 1)) >= 0
        && !(doi.charAt(end - 1) == ')' && doi.indexOf('(') > 0)) {
      end--;
    }
    return doi.substring(0, end);
  }

  private static @Nullable String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return matcher.group();
  }
}
