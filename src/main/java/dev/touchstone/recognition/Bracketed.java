package dev.touchstone.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in brackets whose brackets the shapes prove and the recogniser took for strokes, as it
 * does with small grey citation marks. The brackets are put in and the digits between them are left
 * to be read again, enlarged.
 */
final class Bracketed {

  private static final int LONGEST = 4;

  /** What a bracket may be taken for. */
  private static final String STROKES = "[](){}/\\|IlJ!";

  private Bracketed() {}

  /**
   * The whole word, or nothing where it was read with all its brackets.
   *
   * @param blobs of the word, from left to right
   */
  static List<Mark> of(Hocr.Token token, List<Blob> blobs, double baseline, double capital) {
    if (token.chars().size() == blobs.size()) {
      return List.of();
    }
    int open = -1;
    for (int i = 0; i < blobs.size(); i++) {
      switch (blobs.get(i).bracket()) {
        case OPENING -> open = i;
        case CLOSING -> {
          if (open >= 0 && i - open >= 2 && i - open <= LONGEST + 1) {
            List<Hocr.Char> between = within(token, blobs.get(open).x1(), blobs.get(i).x2());
            if (misread(between, i - open + 1)) {
              return around(token, blobs, open, i, between, baseline, capital);
            }
          }
          open = -1;
        }
        case NONE -> {
          // A character between brackets, or outside of them.
        }
      }
    }
    return List.of();
  }

  /** Digits and strokes, but not a number between brackets as it should be, or not all of it. */
  private static boolean misread(List<Hocr.Char> chars, int shapes) {
    StringBuilder read = new StringBuilder();
    chars.forEach(each -> read.append(each.text()));
    return read.chars().anyMatch(Character::isDigit)
        && read.chars().allMatch(c -> Character.isDigit(c) || c == ',' || STROKES.indexOf(c) >= 0)
        && (chars.size() < shapes || !read.toString().matches("\\[[0-9,]+]"));
  }

  /** A stroke that was read across a bracket and the one of the next number belongs to both. */
  private static List<Hocr.Char> within(Hocr.Token token, int left, int right) {
    return token.chars().stream()
        .filter(
            each ->
                middle(each) >= left - 1 && middle(each) <= right + 1
                    || STROKES.contains(each.text())
                        && Math.min(each.x2() - 1, right) - Math.max(each.x1(), left) >= 2)
        .toList();
  }

  private static double middle(Hocr.Char read) {
    return (read.x1() + read.x2() - 1) / 2.0;
  }

  private static List<Mark> around(
      Hocr.Token token,
      List<Blob> blobs,
      int open,
      int close,
      List<Hocr.Char> between,
      double baseline,
      double capital) {
    List<Mark> marks = new ArrayList<>();
    int first = token.chars().indexOf(between.get(0));
    int end = first + between.size();
    List<Hocr.Char> before = token.chars().subList(0, first);
    List<Hocr.Char> after = token.chars().subList(end, token.chars().size());
    marks.addAll(part(before, blobs.subList(0, open), baseline, capital));
    for (int i = open; i <= close; i++) {
      Blob blob = blobs.get(i);
      String text =
          i == open ? "[" : i == close ? "]" : blob.height() < 0.4 * capital ? "," : Shapes.UNREAD;
      marks.add(new Mark(text, blob.x1(), blob.x2() + 1, baseline, capital, false));
    }
    marks.addAll(part(after, blobs.subList(close + 1, blobs.size()), baseline, capital));
    return marks;
  }

  private static List<Mark> part(
      List<Hocr.Char> chars, List<Blob> blobs, double baseline, double capital) {
    if (chars.isEmpty()) {
      return List.of();
    }
    Hocr.Char first = chars.get(0);
    Hocr.Char last = chars.get(chars.size() - 1);
    return Shapes.of(
        new Hocr.Token(chars, first.x1(), first.y1(), last.x2(), last.y2()),
        blobs,
        baseline,
        capital,
        false);
  }
}
