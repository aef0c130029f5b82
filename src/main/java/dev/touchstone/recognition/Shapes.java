package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts right what the shape of a character proves and the recogniser's alphabet lacks:
 * superscripts, bullets, dashes by their length, daggers, a capital I that was read as a bar.
 * Shapes are measured in heights of a capital letter. What a shape does not prove stays as it was
 * read.
 */
final class Shapes {

  /** A superscript that the recogniser has no letter for; its digits are read again, enlarged. */
  static final String UNREAD = "\uFFFD";

  private Shapes() {}

  /**
   * @param blobs of the word, from left to right
   * @param alone whether it is the first of its line and stands apart from the next
   */
  static List<Mark> of(
      Hocr.Token token, List<Blob> blobs, double baseline, double capital, boolean alone) {
    List<Hocr.Char> chars = token.chars();
    int count = chars.size();
    List<Mark> marks = new ArrayList<>();
    if (bars(token.text(), blobs, baseline, capital)) {
      for (Blob blob : blobs) {
        marks.add(new Mark("I", blob.x1(), blob.x2() + 1, baseline, capital, false));
      }
      return marks;
    }
    List<Mark> bracketed = Bracketed.of(token, blobs, baseline, capital);
    if (!bracketed.isEmpty()) {
      return bracketed;
    }
    for (int i = 0; i < count; i++) {
      Hocr.Char read = chars.get(i);
      Blob blob = blobOf(i, count, read, blobs);
      if (blob == null) {
        marks.add(new Mark(read.text(), read.x1(), read.x2(), baseline, capital, false));
      } else {
        marks.add(mark(read.text(), blob, baseline, capital, count == 1, alone && count == 1));
      }
    }
    return apart(marks);
  }

  /**
   * Letters that hang together, such as ff, get boxes that lie over one another; two of them at one
   * place would be one letter printed twice.
   */
  private static List<Mark> apart(List<Mark> marks) {
    for (int i = 1; i < marks.size(); i++) {
      Mark last = marks.get(i - 1);
      Mark next = marks.get(i);
      double middle = (last.right() + next.left()) / 2;
      if (next.left() < last.right() && middle > last.left() && middle < next.right()) {
        marks.set(i - 1, last.between(last.left(), middle));
        marks.set(i, next.between(middle, next.right()));
      }
    }
    return marks;
  }

  /** One blob per character, or counted from the end, where superscripts stand. */
  private static @Nullable Blob blobOf(int index, int count, Hocr.Char read, List<Blob> blobs) {
    if (blobs.size() == count) {
      return blobs.get(index);
    }
    int fromEnd = blobs.size() - (count - index);
    if (count - index > 3 || fromEnd < 0) {
      return null;
    }
    Blob blob = blobs.get(fromEnd);
    boolean same = blob.x1() <= read.x2() + 1 && read.x1() <= blob.x2() + 1;
    boolean one = blob.width() <= 2 * (read.x2() - read.x1()) + 4;
    return same && one && count > 1 ? blob : null;
  }

  private static Mark mark(
      String read, Blob blob, double baseline, double capital, boolean single, boolean leads) {
    double height = blob.height() / capital;
    double width = blob.width() / capital;
    double bottom = (baseline - blob.y2() - 1) / capital;
    double top = (baseline - blob.y1()) / capital;
    Mark plain = new Mark(read, blob.x1(), blob.x2() + 1, baseline, capital, false);
    if (leads && bullet(blob, read, width, height, top)) {
      return plain.reading("\u2022");
    }
    if (read.equals("|") && single && Math.abs(bottom) < 0.12 && Math.abs(top - 1) < 0.12) {
      // A bar reaches below the line.
      return plain.reading("I");
    }
    if (blob.bracket() != Blob.Bracket.NONE && "/\\|".contains(read)) {
      return plain.reading(blob.bracket() == Blob.Bracket.OPENING ? "[" : "]");
    }
    if (!single && slash(blob, read, capital, height)) {
      return plain.reading("/");
    }
    if ("-\u2013\u2014\u2212_~=".contains(read) && height < 0.25 && bottom > 0.1) {
      return plain.reading(width < 0.56 ? "-" : width < 1.1 ? "\u2013" : "\u2014");
    }
    if ("tTf+".contains(read) && dagger(blob, width, height, bottom)) {
      return plain.reading("\u2020");
    }
    boolean raised = bottom > 0.22 && bottom < 0.95 && height > 0.35 && height < 0.85 && top > 0.85;
    if (raised && raisable(read)) {
      String text = read.equals("?") ? UNREAD : read;
      return new Mark(text, blob.x1(), blob.x2() + 1, blob.y2() + 1, blob.height(), true);
    }
    return plain;
  }

  /** Signs such as the asterisk stand above the line by nature. */
  private static boolean raisable(String read) {
    return read.length() == 1
        && (Character.isLetterOrDigit(read.charAt(0)) || read.equals("?") || read.equals("+"));
  }

  /** The i of no face is one stroke that leans, and no italic leans as far as a slash. */
  private static boolean slash(Blob blob, String read, double capital, double height) {
    double lean = blob.lean() / capital;
    return "ilI1|!".contains(read)
        && height > 0.85
        && blob.fill() < 0.6
        && lean > (read.equals("i") ? 0.15 : 0.24);
  }

  /** A cross as high as a capital; a t is lower, and fills more of its box. */
  private static boolean dagger(Blob blob, double width, double height, double bottom) {
    return height > 0.94 && bottom < -0.03 && width > 0.3 && width < 0.75 && blob.fill() < 0.34;
  }

  /**
   * Two or three bars as high as a capital and nothing else: a Roman numeral, whatever was read.
   */
  private static boolean bars(String read, List<Blob> blobs, double baseline, double capital) {
    return blobs.size() > 1
        && blobs.size() < 4
        && read.chars().noneMatch(Character::isDigit)
        && blobs.stream()
            .allMatch(
                blob ->
                    blob.fill() > 0.85
                        && blob.width() < 0.3 * capital
                        && Math.abs(baseline - blob.y2() - 1) < 0.12 * capital
                        && Math.abs(blob.height() - capital) < 0.15 * capital);
  }

  private static boolean bullet(Blob blob, String read, double width, double height, double top) {
    return !Character.isDigit(read.charAt(0))
        && width < 0.75
        && height < 0.75
        && Math.abs(width - height) < 0.2
        && width > 0.2
        && top < 0.95
        && blob.fill() > 0.66;
  }
}
