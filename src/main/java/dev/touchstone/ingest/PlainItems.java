package dev.touchstone.ingest;

import dev.touchstone.document.Span;
import dev.touchstone.ingest.PlainItem.Kind;
import dev.touchstone.ingest.StructureRules.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes plain text apart into tables, list items, paragraphs and headings. */
final class PlainItems {

  /** Words that no paragraph ends with: what follows is its rest. */
  private static final Set<String> LEADING_ON =
      Set.of(
          "the", "a", "an", "of", "and", "or", "to", "in", "with", "by", "for", "from", "that",
          "which", "at", "on", "as", "is", "are", "was", "were", "than", "both", "between",
          "versus", "vs");

  private static final int LONG_LINE = 160;

  private final Lines lines;
  private final StructureRules rules;
  private final ReadLimits limits;
  private final List<PlainItem> items = new ArrayList<>();
  private final SoftHyphens hyphens;
  private int cells;

  PlainItems(Lines lines, StructureRules rules, ReadLimits limits) {
    this.lines = lines;
    this.rules = rules;
    this.limits = limits;
    this.hyphens = new SoftHyphens(lines.text());
  }

  List<PlainItem> read() throws Unreadable {
    int at = 0;
    while (at < lines.count()) {
      if (lines.isBlank(at)) {
        at++;
        continue;
      }
      if (Words.isCapitalLabel(lines.words(at))) {
        label(at);
        at++;
        continue;
      }
      int marks = headingMarks(lines.words(at));
      if (marks > 0) {
        markedHeading(at, marks);
        at++;
        continue;
      }
      TabbedTable.Found table = table(at);
      if (table != null) {
        cells += table.grid().cellCount();
        if (cells > limits.tableCells()) {
          throw Unreadable.tooLarge(
              "The number of table cells", cells, limits.tableCells(), "limits.table-cells");
        }
        items.add(PlainItem.table(table.grid()));
        at = table.nextLine();
      } else {
        at = readParagraph(at);
      }
      if (items.size() > limits.blocks()) {
        throw Unreadable.tooLarge(
            "The number of paragraphs", items.size(), limits.blocks(), "limits.blocks");
      }
    }
    List<PlainItem> joined = joinOverBreaks();
    PlainHeadings.mark(joined, rules);
    return joined;
  }

  private TabbedTable.@Nullable Found table(int line) {
    TabbedTable.Found tabbed = TabbedTable.at(lines, line);
    return tabbed == null ? PipeTable.at(lines, line) : tabbed;
  }

  /** How many {@code #} and a blank a line begins with; 0 for none or more than six. */
  private static int headingMarks(String line) {
    int marks = 0;
    while (marks < line.length() && line.charAt(marks) == '#') {
      marks++;
    }
    boolean heading = marks <= 6 && marks < line.length() - 1 && Blanks.isBlank(line.charAt(marks));
    return heading ? marks : 0;
  }

  private void markedHeading(int line, int marks) {
    Span span = lines.span(line);
    TracedText words =
        PlainWords.read(lines.text(), List.of(new Span(span.start() + marks, span.end())));
    PlainItem item =
        PlainItem.of(marks == 1 && items.isEmpty() ? Kind.TITLE : Kind.HEADING, null, words, 1);
    item.level = marks;
    items.add(item);
  }

  /** A line of capitals with a colon is a heading, but {@code TITLE:} only announces one. */
  private void label(int line) {
    TracedText words = PlainWords.read(lines.text(), List.of(lines.span(line)));
    if (!items.isEmpty() || !Words.normalise(words.toString()).equals("title")) {
      items.add(PlainItem.of(Kind.HEADING, null, words, 1));
    }
  }

  private int readParagraph(int first) {
    int end = first + 1;
    while (end < lines.count()
        && !lines.isBlank(end)
        && !beginsAnother(end)
        && !endsHere(end - 1, first)) {
      end++;
    }
    add(first, end);
    return end;
  }

  /** Whether a line cannot be the rest of the paragraph above it. */
  private boolean beginsAnother(int line) {
    String words = lines.words(line);
    return ListMarker.of(words) != null
        || Words.isCapitalLabel(words)
        || headingMarks(words) > 0
        || PipeTable.at(lines, line) != null
        || isLabelled(words)
        || isResidue(words)
        || (lines.isRow(line) && TabbedTable.at(lines, line) != null);
  }

  /**
   * A long line that ends a sentence is a paragraph of its own, and so is a heading that we know.
   */
  private boolean endsHere(int line, int first) {
    String words = lines.words(line);
    if (words.length() > LONG_LINE && endsSentence(words)) {
      return true;
    }
    return line == first
        && (isResidue(words)
            || (words.length() < 50
                && rules.ruleFor(words).filter(rule -> rule.match().equals("is")).isPresent()));
  }

  private boolean isLabelled(String words) {
    int colon = words.indexOf(':');
    if (colon <= 0 || colon > 40) {
      return false;
    }
    String label = Words.normalise(PlainWords.read(words.substring(0, colon)));
    for (Phrase kind :
        List.of(
            Phrase.CONTACT,
            Phrase.CATALOGUE,
            Phrase.COMPOUND,
            Phrase.AUTHOR,
            Phrase.DATE,
            Phrase.DETAIL,
            Phrase.FIGURE)) {
      if (rules.isOneOf(kind, label)) {
        return true;
      }
    }
    return false;
  }

  private boolean isResidue(String words) {
    return words.length() < 200
        && rules.isOneOf(Phrase.RESIDUE, Words.normalise(PlainWords.read(words)));
  }

  private void add(int first, int end) {
    String line = lines.words(first);
    ListMarker marker = ListMarker.of(line);
    List<Span> spans = PlainItem.spans(lines, first, end);
    if (marker != null) {
      Span head = spans.get(0);
      spans.set(0, new Span(head.start() + marker.length(), head.end()));
    }
    TracedText words = PlainWords.read(lines.text(), spans, hyphens);
    if (words.isBlank()) {
      return;
    }
    String normalised = words.length() < 400 ? Words.normalise(words.toString()) : "";
    String residue = rules.opening(Phrase.RESIDUE, normalised);
    Kind kind = Kind.TEXT;
    if (!residue.isEmpty() && normalised.equals(residue)) {
      kind = Kind.RESIDUE;
    } else if (marker != null) {
      kind = Kind.LIST_ITEM;
    } else if (FigureCaption.is(words.toString(), rules)) {
      kind = Kind.CAPTION;
    }
    if (kind == Kind.TEXT || kind == Kind.CAPTION) {
      int rest = Residues.endOfOpening(words.toString(), rules);
      if (rest > 0) {
        items.add(PlainItem.of(Kind.RESIDUE, null, new TracedText().append(words, 0, rest), 1));
        words = Cleaner.clean(new TracedText().append(words, rest, words.length()));
        kind = FigureCaption.is(words.toString(), rules) ? Kind.CAPTION : Kind.TEXT;
      }
    }
    PlainItem item = PlainItem.of(kind, marker, words, end - first);
    if (kind == Kind.LIST_ITEM && marker != null && marker.isNumber() && end == first + 1) {
      item.numbered = PlainWords.read(lines.text(), List.of(lines.span(first)));
    }
    items.add(item);
  }

  /**
   * Puts paragraphs together that a page break has cut, even where a figure stands between the
   * parts.
   */
  private List<PlainItem> joinOverBreaks() {
    List<PlainItem> joined = new ArrayList<>();
    PlainItem open = null;
    for (PlainItem item : items) {
      if (open != null
          && item.kind == Kind.TEXT
          && isRest(open, item, joined.get(joined.size() - 1) != open)) {
        open.append(item);
        continue;
      }
      joined.add(item);
      if (item.kind == Kind.TEXT || item.kind == Kind.LIST_ITEM) {
        open = item;
      } else if (item.kind == Kind.HEADING) {
        open = null;
      }
    }
    return joined;
  }

  private boolean isRest(PlainItem open, PlainItem rest, boolean interrupted) {
    String before = open.words.toString();
    String after = rest.words.toString();
    if (isLabelled(before) || isLabelled(after)) {
      return false;
    }
    boolean unfinished = !endsSentence(before) && !before.endsWith(":");
    char first = after.charAt(0);
    if (Character.isLowerCase(first)) {
      return unfinished && (before.length() >= 60 || !looksLikeHeading(before));
    }
    if (interrupted) {
      return false;
    }
    // Citations that a break has torn from their sentence.
    if (first == '['
        && !Citations.in(rest.words).isEmpty()
        && Citations.in(rest.words).get(0).start() == 0) {
      return before.length() >= 60;
    }
    String last = before.substring(before.lastIndexOf(' ') + 1);
    boolean leadsOn =
        before.endsWith(",") || before.endsWith("-") || LEADING_ON.contains(Words.lower(last));
    return unfinished && before.length() >= 60 && leadsOn;
  }

  private boolean looksLikeHeading(String words) {
    return rules.ruleFor(words).isPresent()
        || Character.isUpperCase(words.charAt(0)) && PlainHeadings.isTitleCase(words);
  }

  static boolean endsSentence(String words) {
    int end = words.length();
    while (end > 0
        && (words.charAt(end - 1) == ' '
            || words.charAt(end - 1) == '"'
            || words.charAt(end - 1) == '”'
            || words.charAt(end - 1) == '’')) {
      end--;
    }
    // Citations stand behind the full stop.
    while (end > 1 && words.charAt(end - 1) == ']') {
      int open = words.lastIndexOf('[', end - 1);
      if (open < 0 || open == 0 || end - open > 40) {
        break;
      }
      end = open;
      while (end > 0 && words.charAt(end - 1) == ' ') {
        end--;
      }
    }
    if (end == 0) {
      return false;
    }
    char last = words.charAt(end - 1);
    if (last == ')' && end > 1) {
      return ".?!".indexOf(words.charAt(end - 2)) >= 0;
    }
    return ".?!…".indexOf(last) >= 0;
  }
}
