package dev.touchstone.ingest;

import java.util.Map;

/**
 * Undoes what programs that turn PDF into text leave in it: {@code **bold**}, {@code ^{[5]}},
 * {@code [\[2\]](#)}, {@code ($p=0.12$)}, {@code <sup>2</sup>}. What is left are the words and the
 * places they came from.
 */
final class ConverterMarks {

  private static final int LONGEST_FORMULA = 160;
  private static final int LONGEST_LINK = 600;
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("pm", "±"),
          Map.entry("le", "≤"),
          Map.entry("leq", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("geq", "≥"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("times", "×"),
          Map.entry("cdot", "·"),
          Map.entry("sim", "~"),
          Map.entry("approx", "≈"),
          Map.entry("mu", "µ"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("kappa", "κ"),
          Map.entry("dagger", "†"),
          Map.entry("ddagger", "‡"),
          Map.entry("circ", "°"));

  private final TracedText in;
  private final boolean markup;
  private final TracedText out = new TracedText();

  private ConverterMarks(TracedText in, boolean markup) {
    this.in = in;
    this.markup = markup;
  }

  /** Marks in plain text. */
  static TracedText undo(TracedText text) {
    return new ConverterMarks(text, true).run();
  }

  /** Marks that are left where bold, links and escapes have been read already. */
  static TracedText undoFormulas(TracedText text) {
    return new ConverterMarks(text, false).run();
  }

  private TracedText run() {
    boolean any = false;
    for (int i = 0; i < in.length() && !any; i++) {
      any = "^$".indexOf(in.charAt(i)) >= 0 || (markup && "*\\[<_".indexOf(in.charAt(i)) >= 0);
    }
    if (!any) {
      return in;
    }
    copy(0, in.length(), false);
    return out;
  }

  private void copy(int start, int end, boolean raised) {
    int at = start;
    while (at < end) {
      int next = special(at, end, raised);
      if (next < 0) {
        out.copy(in, at);
        if (raised) {
          out.raise(out.length() - 1, out.length());
        }
        next = at + 1;
      }
      at = next;
    }
  }

  /** Deals with a mark at an index and says where to go on, or −1 if there is none. */
  private int special(int at, int end, boolean raised) {
    char c = in.charAt(at);
    char following = at + 1 < end ? in.charAt(at + 1) : '\0';
    switch (c) {
      case '^':
        return raisedAfterCaret(at, end);
      case '_':
        return following == '{' ? grouped(at + 1, end, raised) : -1;
      case '$':
        return formula(at, end, raised);
      case '*':
        return markup && following == '*' ? bold(at, end, raised) : -1;
      case '\\':
        return markup && "[](){}*_#+-.!$%&<>~|`^".indexOf(following) >= 0
            ? escaped(at, raised)
            : -1;
      case '[':
        return markup ? link(at, end, raised) : -1;
      case '!':
        return markup && following == '[' ? image(at, end, raised) : -1;
      case '<':
        return markup ? tag(at, end, raised) : -1;
      default:
        return -1;
    }
  }

  private int escaped(int at, boolean raised) {
    out.copy(in, at + 1);
    if (raised) {
      out.raise(out.length() - 1, out.length());
    }
    return at + 2;
  }

  /** {@code **words**} is its words; stars behind a figure mark it for a foot note and stay. */
  private int bold(int at, int end, boolean raised) {
    int open = skip(at, end);
    boolean marksFigure = at > 0 && "0123456789%)".indexOf(in.charAt(at - 1)) >= 0;
    if (marksFigure || open >= end || Blanks.isBlank(in.charAt(open))) {
      return -1;
    }
    for (int i = open; i + 1 < Math.min(end, open + LONGEST_LINK); i++) {
      if (in.charAt(i) == '*' && in.charAt(i + 1) == '*' && !Blanks.isBlank(in.charAt(i - 1))) {
        copy(open, i, raised);
        return skip(i, end);
      }
    }
    return -1;
  }

  private int skip(int at, int end) {
    int next = at;
    while (next < end && in.charAt(next) == '*') {
      next++;
    }
    return next;
  }

  /** {@code ^{[5][13]}}, {@code ^[5]}, {@code ^2}. */
  private int raisedAfterCaret(int at, int end) {
    if (at + 1 >= end) {
      return -1;
    }
    char following = in.charAt(at + 1);
    if (following == '{') {
      return grouped(at + 1, end, true);
    }
    if (following == '[') {
      return at + 1;
    }
    if (Character.isDigit(following)
        || ((following == '-' || following == '+')
            && at + 2 < end
            && Character.isDigit(in.charAt(at + 2)))) {
      int stop = at + 2;
      while (stop < end && Character.isDigit(in.charAt(stop))) {
        stop++;
      }
      copy(at + 1, stop, true);
      return stop;
    }
    return -1;
  }

  private int grouped(int open, int end, boolean raised) {
    int close = closing(open, end, '{', '}', LONGEST_FORMULA);
    if (close < 0) {
      return -1;
    }
    boolean bracketed =
        open + 1 < close && (in.charAt(open + 1) == '[' || in.charAt(open + 1) == '\\');
    copy(open + 1, close, raised && !bracketed);
    return close + 1;
  }

  private int formula(int at, int end, boolean raised) {
    int close = -1;
    boolean mathematical = false;
    for (int i = at + 1; i < Math.min(end, at + LONGEST_FORMULA) && close < 0; i++) {
      char c = in.charAt(i);
      if (c == '$') {
        close = i;
      } else if (c == '\n') {
        return -1;
      } else {
        mathematical |= "=<>\\^_±≤≥×~".indexOf(c) >= 0;
      }
    }
    boolean tight =
        close > at + 1
            && !Blanks.isBlank(in.charAt(at + 1))
            && !Blanks.isBlank(in.charAt(close - 1))
            && (close + 1 >= end || !Character.isDigit(in.charAt(close + 1)));
    if (!tight || !mathematical) {
      return -1;
    }
    int i = at + 1;
    while (i < close) {
      i = mathematics(i, close, raised);
    }
    return close + 1;
  }

  private int mathematics(int at, int end, boolean raised) {
    char c = in.charAt(at);
    if (c == '\\') {
      int stop = at + 1;
      while (stop < end && Character.isLetter(in.charAt(stop))) {
        stop++;
      }
      if (stop == at + 1) {
        // An escaped sign, or a thin space.
        if (stop < end && "%$#&{}_".indexOf(in.charAt(stop)) >= 0) {
          out.copy(in, stop);
        }
        return Math.min(end, stop + 1);
      }
      String symbol = SYMBOLS.get(in.subSequence(at + 1, stop));
      if (symbol != null) {
        out.replace(symbol.charAt(0), in, at, stop);
      }
      return stop;
    }
    if (c == '{' || c == '}') {
      return at + 1;
    }
    int next = c == '^' || c == '_' ? special(at, end, raised) : -1;
    if (next >= 0) {
      return next;
    }
    out.copy(in, at);
    return at + 1;
  }

  /** {@code [words](target)} is its words. */
  private int link(int at, int end, boolean raised) {
    int close = closing(at, end, '[', ']', LONGEST_LINK);
    if (close < 0 || close + 1 >= end || in.charAt(close + 1) != '(') {
      return -1;
    }
    int stop = closing(close + 1, end, '(', ')', LONGEST_LINK);
    if (stop < 0 || !isTarget(close + 2, stop)) {
      return -1;
    }
    copy(at + 1, close, raised);
    return stop + 1;
  }

  private int image(int at, int end, boolean raised) {
    int stop = link(at + 1, end, raised);
    return stop < 0 ? -1 : stop;
  }

  private boolean isTarget(int start, int end) {
    String target = in.subSequence(start, end);
    return target.startsWith("#")
        || target.startsWith("/")
        || target.startsWith("./")
        || target.startsWith("mailto:")
        || target.contains("://")
        || (target.indexOf('.') > 0
            && target.indexOf(' ') < 0
            && Character.isLetter(target.charAt(0)));
  }

  private int tag(int at, int end, boolean raised) {
    int close = at + 1;
    while (close < end && close - at < 12 && in.charAt(close) != '>') {
      close++;
    }
    if (close >= end || in.charAt(close) != '>') {
      return -1;
    }
    switch (in.subSequence(at + 1, close).replace(" ", "")) {
      case "sup":
        int stop = find("</sup>", close + 1, end);
        if (stop < 0) {
          return close + 1;
        }
        copy(close + 1, stop, close + 1 < stop && in.charAt(close + 1) != '[');
        return stop + "</sup>".length();
      case "br", "br/":
        out.replace(' ', in, at, close + 1);
        return close + 1;
      case "/sup", "sub", "/sub", "b", "/b", "i", "/i", "em", "/em", "strong", "/strong", "u", "/u":
        return close + 1;
      default:
        return -1;
    }
  }

  private int find(String words, int from, int end) {
    int last = Math.min(end, from + LONGEST_FORMULA) - words.length();
    for (int i = from; i <= last; i++) {
      int k = 0;
      while (k < words.length() && in.charAt(i + k) == words.charAt(k)) {
        k++;
      }
      if (k == words.length()) {
        return i;
      }
    }
    return -1;
  }

  /** The index of the bracket that closes the one at an index; escaped brackets do not count. */
  private int closing(int at, int end, char open, char close, int longest) {
    int depth = 0;
    for (int i = at; i < Math.min(end, at + longest); i++) {
      char c = in.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == open) {
        depth++;
      } else if (c == close) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }
}
