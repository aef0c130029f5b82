package dev.touchstone.recognition;

import dev.touchstone.layout.Face;
import dev.touchstone.layout.Glyph;
import dev.touchstone.layout.PageContent;
import dev.touchstone.layout.Rule;
import dev.touchstone.layout.Shade;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads pictures of the pages of one document, in their order: what it learns of the type on one
 * page it knows on the next.
 */
public final class Recogniser {

  /** Height of a capital letter as a share of the size; alike in most faces for running text. */
  private static final double CAPITAL = 0.716;

  /** Height of a small letter, x, against a capital. */
  private static final double SMALL = 0.725;

  private static final double BOLD = 1.27;

  /** Of a word among bold ones, and of one among others. */
  private static final double LIKELY_BOLD = 1.1;

  private static final double SURELY_BOLD = 1.4;
  private static final Face REGULAR = new Face("recognised", false, false);
  private static final Face HEAVY = new Face("recognised", true, false);

  private final Tesseract tesseract;
  private final TypeSizes sizes = new TypeSizes();
  private final Strokes strokes = new Strokes();

  public Recogniser(Recognition settings) {
    this.tesseract = new Tesseract(settings);
  }

  /** A word with what was measured of it. */
  private record Measured(List<Mark> marks, double size, double stroke) {}

  /**
   * Reads one page.
   *
   * @param number from 1
   */
  public PageContent read(int number, Picture scanned) throws RecognitionFailed {
    double skew = Skew.of(scanned);
    Picture picture = skew == 0 ? scanned : scanned.turned(skew);
    List<DrawnRules.Stroke> strokesOnPage = DrawnRules.of(picture);
    Picture clean = picture.copy();
    DrawnRules.erase(clean, strokesOnPage);
    List<Shade> shades = DrawnShades.of(clean, picture.scale());
    List<Hocr.Row> rows = Hocr.rows(tesseract.page(clean));
    List<List<Measured>> lines = measured(clean, rows);
    lines = withRaisedDigits(clean, lines);
    return new PageContent(
        number,
        picture.width() * picture.scale(),
        picture.height() * picture.scale(),
        glyphs(lines, picture.scale()),
        rules(strokesOnPage, picture.scale()),
        shades,
        List.of(),
        List.of());
  }

  private List<List<Measured>> measured(Picture picture, List<Hocr.Row> rows) {
    int threshold = picture.paper() * 65 / 100;
    List<List<List<Blob>>> blobs = new ArrayList<>();
    List<Double> capitals = new ArrayList<>();
    for (Hocr.Row row : rows) {
      List<List<Blob>> ofRow = new ArrayList<>();
      for (Hocr.Token token : row.tokens()) {
        ofRow.add(
            Blob.in(picture, threshold, token.x1() - 1, token.y1() - 1, token.x2(), token.y2()));
      }
      blobs.add(ofRow);
      double capital = capital(row, ofRow);
      capitals.add(capital);
      sizes.add(capital / CAPITAL * picture.scale(), characters(row));
    }
    sizes.learn();
    return marked(picture, rows, blobs, capitals);
  }

  private List<List<Measured>> marked(
      Picture picture, List<Hocr.Row> rows, List<List<List<Blob>>> blobs, List<Double> capitals) {
    List<List<Measured>> lines = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Hocr.Row row = rows.get(i);
      double size = sizes.nearest(capitals.get(i) / CAPITAL * picture.scale());
      double capital = capitals.get(i);
      List<Measured> line = new ArrayList<>();
      for (int j = 0; j < row.tokens().size(); j++) {
        Hocr.Token token = row.tokens().get(j);
        double baseline = row.baseline((token.x1() + token.x2()) / 2.0);
        boolean alone = j == 0 && row.tokens().size() > 1;
        List<Mark> marks = Shapes.of(token, blobs.get(i).get(j), baseline, capital, alone);
        marks = RomanNumerals.read(marks, before(rows, i, j, capital));
        double stroke = hasLetters(token) ? Strokes.of(picture, token) * picture.scale() / size : 0;
        if (stroke > 0) {
          strokes.add(stroke, marks.size());
        }
        line.add(new Measured(marks, size, stroke));
      }
      lines.add(line);
    }
    strokes.learn();
    return lines;
  }

  /** The word before one: in its line, or at the end of the line above in the same column. */
  private static String before(List<Hocr.Row> rows, int line, int index, double capital) {
    Hocr.Token token = rows.get(line).tokens().get(index);
    if (index > 0) {
      Hocr.Token last = rows.get(line).tokens().get(index - 1);
      if (token.x1() - last.x2() < 1.5 * capital) {
        return last.text();
      }
    }
    String above = "";
    for (Hocr.Token other : line == 0 ? List.<Hocr.Token>of() : rows.get(line - 1).tokens()) {
      if (other.x2() > token.x1() && other.x1() < token.x1() + 12 * capital) {
        above = other.text();
      }
    }
    return above;
  }

  /** Height of a capital letter in a line, in pixels. */
  private static double capital(Hocr.Row row, List<List<Blob>> blobs) {
    int tall = 0;
    int small = 0;
    List<Double> heights = new ArrayList<>();
    for (int i = 0; i < blobs.size(); i++) {
      Hocr.Token token = row.tokens().get(i);
      for (Hocr.Char read : token.chars()) {
        char c = read.text().charAt(0);
        if (Character.isUpperCase(c) || Character.isDigit(c) || "bdfhkl".indexOf(c) >= 0) {
          tall++;
        } else if ("acegmnopqrsuvwxyz".indexOf(c) >= 0) {
          small++;
        }
      }
      for (Blob blob : blobs.get(i)) {
        double baseline = row.baseline((blob.x1() + blob.x2()) / 2.0);
        if (blob.y2() + 1 - baseline > -2.5 && blob.height() > 5) {
          heights.add(baseline - blob.y1());
        }
      }
    }
    heights.removeIf(height -> height < 5);
    if (heights.isEmpty()) {
      return 20;
    }
    heights.sort(Comparator.naturalOrder());
    int all = heights.size();
    if (tall > 0) {
      double share = tall / (double) (tall + small);
      int at = (int) Math.floor(all * (1 - share / 2));
      return heights.get(Math.min(all - 1, at));
    }
    return heights.get(all / 2) / SMALL;
  }

  private static int characters(Hocr.Row row) {
    return row.tokens().stream().mapToInt(token -> token.chars().size()).sum();
  }

  private List<List<Measured>> withRaisedDigits(Picture picture, List<List<Measured>> lines)
      throws RecognitionFailed {
    List<Mark> unread = new ArrayList<>();
    for (List<Measured> line : lines) {
      for (Measured word : line) {
        word.marks().stream().filter(Recogniser::isUnread).forEach(unread::add);
      }
    }
    if (unread.isEmpty()) {
      return lines;
    }
    List<String> digits = new RaisedDigits(tesseract).read(picture, unread);
    int next = 0;
    List<List<Measured>> read = new ArrayList<>();
    for (List<Measured> line : lines) {
      List<Measured> words = new ArrayList<>();
      for (Measured word : line) {
        List<Mark> marks = new ArrayList<>();
        for (Mark mark : word.marks()) {
          if (isUnread(mark)) {
            String digit = next < digits.size() ? digits.get(next) : "";
            next++;
            marks.add(mark.reading(digit.isEmpty() ? "?" : digit));
          } else {
            marks.add(mark);
          }
        }
        words.add(new Measured(marks, word.size(), word.stroke()));
      }
      read.add(words);
    }
    return read;
  }

  private static boolean isUnread(Mark mark) {
    return mark.text().equals(Shapes.UNREAD);
  }

  private List<Glyph> glyphs(List<List<Measured>> lines, double scale) {
    List<Glyph> glyphs = new ArrayList<>();
    for (List<Measured> line : lines) {
      double bold = boldShare(line);
      for (Measured word : line) {
        boolean unknown = word.stroke() == 0;
        boolean heavy =
            unknown
                ? bold > 0.6
                : heavy(word, bold > 0.6 ? LIKELY_BOLD : bold < 0.2 ? SURELY_BOLD : BOLD);
        add(glyphs, word, heavy ? HEAVY : REGULAR, scale);
      }
    }
    return glyphs;
  }

  private boolean heavy(Measured word, double than) {
    return word.stroke() > than * strokes.regular();
  }

  /** A dash has no stroke of the kind that tells bold from regular. */
  private static boolean hasLetters(Hocr.Token token) {
    return token.text().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private double boldShare(List<Measured> line) {
    int bold = 0;
    int all = 0;
    for (Measured word : line) {
      all += word.stroke() > 0 ? word.marks().size() : 0;
      bold += heavy(word, BOLD) ? word.marks().size() : 0;
    }
    return bold / (double) Math.max(1, all);
  }

  private static void add(List<Glyph> glyphs, Measured word, Face face, double scale) {
    List<Mark> marks = word.marks();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      boolean last = i + 1 == marks.size() || marks.get(i + 1).raised() != mark.raised();
      double right = last ? mark.right() : Math.max(mark.right(), marks.get(i + 1).left());
      double size = mark.raised() ? mark.capital() * scale / CAPITAL : word.size();
      glyphs.add(
          new Glyph(
              mark.text(),
              mark.left() * scale,
              mark.baseline() * scale,
              (right - mark.left()) * scale,
              Math.min(size, word.size()),
              face,
              0,
              true));
    }
    Mark end = marks.get(marks.size() - 1);
    glyphs.add(
        new Glyph(" ", end.right() * scale, end.baseline() * scale, 0, word.size(), face, 0, true));
  }

  private static List<Rule> rules(List<DrawnRules.Stroke> strokes, double scale) {
    List<Rule> rules = new ArrayList<>();
    for (DrawnRules.Stroke stroke : strokes) {
      boolean across = stroke.width() >= stroke.height();
      double middleY = (stroke.y1() + stroke.y2() + 1) / 2.0 * scale;
      double middleX = (stroke.x1() + stroke.x2() + 1) / 2.0 * scale;
      double thickness = (across ? stroke.height() : stroke.width()) * scale;
      rules.add(
          across
              ? new Rule(
                  stroke.x1() * scale, middleY, (stroke.x2() + 1) * scale, middleY, thickness)
              : new Rule(
                  middleX, stroke.y1() * scale, middleX, (stroke.y2() + 1) * scale, thickness));
    }
    return rules;
  }
}
