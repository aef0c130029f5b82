package dev.touchstone.ingest;

import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Collects the words of a Markdown node, each with the stretch of the file that it came from. */
final class MarkdownWords {

  private static final int DEEPEST = 200;

  private final String text;
  private final int offset;

  MarkdownWords(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  TracedText of(Node node) {
    Collector collector = new Collector();
    collector.children(node, 0);
    return Cleaner.clean(ConverterMarks.undoFormulas(collector.out));
  }

  private final class Collector {

    private final TracedText out = new TracedText();
    private boolean raised;
    private int at = -1;

    /** Backslashes before pipes in a cell, which commonmark does not count. */
    private int uncounted;

    void children(Node parent, int depth) {
      for (Node node = parent.getFirstChild();
          node != null && depth < DEEPEST;
          node = node.getNext()) {
        collect(node, depth);
      }
    }

    private void collect(Node node, int depth) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (!spans.isEmpty()) {
        at = spans.get(0).getInputIndex() + offset + uncounted;
      }
      if (node instanceof Text words) {
        literal(words.getLiteral(), spans, false);
      } else if (node instanceof Code code) {
        literal(code.getLiteral(), spans, true);
      } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
        int end = end(spans);
        out.add(' ', Math.max(0, at), Math.max(at, end), false);
      } else if (node instanceof HtmlInline tag) {
        tag(tag.getLiteral());
      } else {
        int start = out.length();
        children(node, depth + 1);
        if (node instanceof Link link && link.getDestination().startsWith("#")) {
          cite(start);
        }
      }
      int end = end(spans);
      at = end < 0 ? at : end;
    }

    private void cite(int start) {
      String words = out.subSequence(start, out.length()).strip();
      if (!words.isEmpty() && words.length() <= 3 && words.chars().allMatch(Character::isDigit)) {
        out.cite(words, start, out.length());
      }
    }

    private int end(List<SourceSpan> spans) {
      if (spans.isEmpty()) {
        return -1;
      }
      SourceSpan last = spans.get(spans.size() - 1);
      return last.getInputIndex() + last.getLength() + offset + uncounted;
    }

    private void tag(String literal) {
      String name = Words.lower(literal).replace(" ", "");
      if (name.equals("<sup>")) {
        raised = true;
      } else if (name.equals("</sup>")) {
        raised = false;
      } else if (name.startsWith("<br")) {
        out.add(' ', Math.max(0, at), Math.max(0, at), false);
      }
    }

    /** The words of a node stand in the file as they are, but for escapes and entities. */
    private void literal(String words, List<SourceSpan> spans, boolean code) {
      int source = Math.max(0, at);
      int stop = spans.isEmpty() ? text.length() : end(spans);
      while (code && source < stop && text.charAt(source) == '`') {
        source++;
      }
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (!code && isEscape(source, stop, c)) {
          source++;
        } else if (c == '|' && text.startsWith("\\|", source)) {
          source++;
          uncounted++;
          stop++;
        } else if (!code && source < stop && text.charAt(source) == '&' && isEntity(source, c)) {
          source = entity(words, i, source, stop);
          continue;
        } else if (code && source < stop && text.charAt(source) == ' ' && c != ' ') {
          source++;
        }
        int end = Math.min(source + 1, text.length());
        out.add(c, Math.min(source, end), end, raised);
        source = Math.min(source + 1, Math.max(stop, 0));
      }
    }

    private boolean isEscape(int source, int stop, char c) {
      return source + 1 < stop && text.charAt(source) == '\\' && text.charAt(source + 1) == c;
    }

    private boolean isEntity(int source, char c) {
      return c != '&' || text.startsWith("&amp;", source);
    }

    private int entity(String words, int i, int source, int stop) {
      int semicolon = text.indexOf(';', source);
      int end = semicolon < 0 || semicolon >= stop ? Math.min(source + 1, stop) : semicolon + 1;
      out.add(words.charAt(i), source, end, raised);
      return end;
    }
  }

  static TracedText withoutTags(TracedText raw) {
    TracedText out = new TracedText();
    boolean tag = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '<'
          && i + 1 < raw.length()
          && (Character.isLetter(raw.charAt(i + 1)) || "/!".indexOf(raw.charAt(i + 1)) >= 0)) {
        tag = true;
      }
      if (!tag) {
        out.copy(raw, i);
      } else if (c == '>') {
        tag = false;
        out.replace(' ', raw, i, i + 1);
      }
    }
    return out;
  }

  static TracedText withoutFence(TracedText raw) {
    String words = raw.toString();
    int start = words.indexOf('\n') + 1;
    int end = words.stripTrailing().lastIndexOf('\n');
    String last = end < 0 ? "" : words.substring(end).strip();
    boolean closed = last.startsWith("```") || last.startsWith("~~~");
    return new TracedText().append(raw, start, closed && end >= start ? end : raw.length());
  }
}
