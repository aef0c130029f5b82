package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A page as lines of words and rules; what is recognised as furniture is taken out of it. */
final class Sheet {

  /** A drawing takes up more of its place than this; an arrow or a stroke in a table does not. */
  private static final double DRAWN = 0.12;

  private final int number;
  private final double width;
  private final double height;
  private final int turn;
  private final int glyphs;
  private final List<Line> lines;
  private final List<Line> turnedLines = new ArrayList<>();
  private Ruling ruling;
  private final List<Shade> shades;
  private final List<Box> pictures;
  private final List<Box> drawings;
  private final SortedMap<String, Integer> dropped = new TreeMap<>();

  Sheet(PageContent page) {
    this.number = page.number();
    this.turn = mainTurn(page.glyphs());
    boolean lies = turn % 180 != 0;
    this.width = lies ? page.height() : page.width();
    this.height = lies ? page.width() : page.height();
    List<Glyph> upright = new ArrayList<>(page.glyphs().size());
    SortedMap<Integer, List<Glyph>> others = new TreeMap<>();
    int printed = 0;
    for (Glyph glyph : page.glyphs()) {
      boolean blank = glyph.blank();
      printed += blank ? 0 : 1;
      if (glyph.turn() == turn) {
        upright.add(glyph);
      } else {
        others.computeIfAbsent(glyph.turn(), way -> new ArrayList<>()).add(glyph);
      }
    }
    this.glyphs = printed;
    List<Word> words = WordFinder.words(upright, dropped);
    this.lines = LineFinder.lines(number, words, dropped);
    for (List<Glyph> way : others.values()) {
      turnedLines.addAll(LineFinder.lines(number, WordFinder.words(way, dropped), dropped));
    }
    List<Box> marks = page.pictures().stream().map(this::turned).toList();
    this.pictures = DrawnBullets.addTo(lines, marks);
    this.drawings = page.drawings().stream().map(this::turned).toList();
    this.ruling = Ruling.of(page.rules().stream().map(this::turned).toList());
    this.shades =
        page.shades().stream().map(shade -> new Shade(turned(shade.box()), shade.rgb())).toList();
  }

  private static int mainTurn(List<Glyph> glyphs) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Glyph glyph : glyphs) {
      counts.merge(glyph.turn(), 1, Integer::sum);
    }
    int upright = counts.getOrDefault(0, 0);
    int best = 0;
    for (int turn : List.of(90, 180, 270)) {
      if (counts.getOrDefault(turn, 0) > Math.max(upright, counts.getOrDefault(best, 0))) {
        best = turn;
      }
    }
    return best;
  }

  private Rule turned(Rule rule) {
    Box box = turned(new Box(rule.x1(), rule.y1(), rule.x2() - rule.x1(), rule.y2() - rule.y1()));
    return new Rule(
        box.x(), box.y(), box.x() + box.width(), box.y() + box.height(), rule.thickness());
  }

  private Box turned(Box box) {
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    return switch (turn) {
      case 90 -> new Box(box.y(), height - right, box.height(), box.width());
      case 180 -> new Box(width - right, height - bottom, box.width(), box.height());
      case 270 -> new Box(width - bottom, box.x(), box.height(), box.width());
      default -> box;
    };
  }

  /** The place of a word on the page as it is looked at. */
  Box onPage(Word word) {
    return onPage(word.box(), word.turn());
  }

  /** The place of a line in any direction, in the coordinates of this sheet. */
  Box place(Line line) {
    return turned(onPage(line.box(), line.first().turn()));
  }

  private Box onPage(Box box, int way) {
    double pageWidth = turn % 180 == 0 ? width : height;
    double pageHeight = turn % 180 == 0 ? height : width;
    double right = box.x() + box.width();
    double bottom = box.y() + box.height();
    return switch (way) {
      case 0 -> box;
      case 90 -> new Box(pageWidth - bottom, box.x(), box.height(), box.width());
      case 180 -> new Box(pageWidth - right, pageHeight - bottom, box.width(), box.height());
      case 270 -> new Box(box.y(), pageHeight - right, box.height(), box.width());
      default -> aslant(box, Math.toRadians(way));
    };
  }

  /** The upright box around a box that leans. */
  private static Box aslant(Box box, double angle) {
    Box all = null;
    for (double x : new double[] {box.x(), box.x() + box.width()}) {
      for (double y : new double[] {box.y(), box.y() + box.height()}) {
        double across = x * Math.cos(angle) - y * Math.sin(angle);
        double down = x * Math.sin(angle) + y * Math.cos(angle);
        Box dot = new Box(across, down, 0, 0);
        all = all == null ? dot : all.cover(dot);
      }
    }
    return all == null ? box : all;
  }

  /** Direction of most of the writing. */
  int turn() {
    return turn;
  }

  int number() {
    return number;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Printed characters, blanks not counted. */
  int glyphs() {
    return glyphs;
  }

  /** From top to bottom. */
  List<Line> lines() {
    return lines;
  }

  /** Lines in other directions than that of the page, each in coordinates of its direction. */
  List<Line> turnedLines() {
    return turnedLines;
  }

  Ruling ruling() {
    return ruling;
  }

  List<Shade> shades() {
    return shades;
  }

  List<Box> pictures() {
    return pictures;
  }

  /** Whether the curves or slanted lines of a drawing take up a good part of a place. */
  boolean isDrawing(Box place) {
    Box drawn = null;
    for (Box drawing : drawings) {
      double left = Math.max(place.x(), drawing.x());
      double top = Math.max(place.y(), drawing.y());
      double width = Math.min(place.x() + place.width(), drawing.x() + drawing.width()) - left;
      double height = Math.min(place.y() + place.height(), drawing.y() + drawing.height()) - top;
      if (width > 0 && height > 0) {
        Box part = new Box(left, top, width, height);
        drawn = drawn == null ? part : drawn.cover(part);
      }
    }
    return drawn != null && drawn.width() * drawn.height() > DRAWN * place.width() * place.height();
  }

  SortedMap<String, Integer> dropped() {
    return dropped;
  }

  /** Takes a line out of the page, for a reason that the ledger names. */
  void drop(Line line, String reason) {
    if (lines.remove(line) || turnedLines.remove(line)) {
      dropped.merge(reason, line.glyphs(), Integer::sum);
    }
  }

  /** Rules that part a running head from the text belong to the head. */
  void ignoreRulesBeside(Line head) {
    double reach = 2 * head.size();
    boolean top = head.baseline() < height / 2;
    double next = top ? height : 0;
    for (Line line : lines) {
      next = top ? Math.min(next, line.top()) : Math.max(next, line.bottom());
    }
    double from = top ? 0 : Math.max(next, head.top() - reach);
    double to = top ? Math.min(next, head.bottom() + reach) : height;
    ruling = ruling.withoutAcross(from, to);
  }

  void note(String reason, int count) {
    if (count > 0) {
      dropped.merge(reason, count, Integer::sum);
    }
  }
}
