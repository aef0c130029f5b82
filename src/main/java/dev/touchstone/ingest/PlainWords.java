package dev.touchstone.ingest;

import dev.touchstone.document.Span;
import java.util.List;

/** Stretches of a plain text as a person reads them, joined by blanks. */
final class PlainWords {

  private PlainWords() {}

  /** Words whose place does not matter. */
  static String read(String words) {
    return read(words, List.of(new Span(0, words.length()))).toString();
  }

  static TracedText read(String text, List<Span> spans) {
    return Cleaner.clean(ConverterMarks.undo(raw(text, spans)), true);
  }

  /** The same in running text, where a hyphen at a line's end may part a word. */
  static TracedText read(String text, List<Span> spans, SoftHyphens hyphens) {
    TracedText raw = raw(text, spans);
    return Cleaner.clean(ConverterMarks.undo(spans.size() > 1 ? hyphens.remove(raw) : raw), true);
  }

  private static TracedText raw(String text, List<Span> spans) {
    TracedText raw = new TracedText();
    for (int i = 0; i < spans.size(); i++) {
      if (i > 0) {
        int end = spans.get(i - 1).end();
        raw.add('\n', end, Math.max(end, spans.get(i).start()), false);
      }
      raw.append(TracedText.of(text, spans.get(i)));
    }
    return raw;
  }
}
