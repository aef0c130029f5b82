package dev.touchstone.ingest;

import dev.touchstone.document.Box;
import dev.touchstone.layout.Face;
import dev.touchstone.layout.Glyph;
import dev.touchstone.layout.PageContent;
import dev.touchstone.layout.Rule;
import dev.touchstone.layout.Shade;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDSpecialColorSpace;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the glyphs, rules and shaded rectangles of a page in one pass over its content stream.
 * Nothing is rendered and no image is decoded.
 */
final class PdfPageScanner extends PDFGraphicsStreamEngine {

  /** Filled rectangles thinner than this are rules. */
  private static final double THIN = 3.0;

  private static final double SMALLEST_DRAWING = 20;

  /** Drawings nested or repeated beyond this are made to exhaust the reader. */
  private static final int MOST_FORMS = 20_000;

  /** A page of recognised text has hardly any other. */
  private static final int MOSTLY = 5;

  private final PdfGuard guard;
  private final Map<PDFont, Face> faces;
  private final PageFrame frame;
  private final List<Glyph> glyphs = new ArrayList<>();
  private final List<Ink> inks = new ArrayList<>();
  private final ClipBoxes clips = new ClipBoxes();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Shade> shades = new ArrayList<>();
  private final List<Box> pictures = new ArrayList<>();
  private final List<Box> drawings = new ArrayList<>();
  private final PathPieces path = new PathPieces();
  private final Map<COSStream, Boolean> open = new IdentityHashMap<>();
  private final MarkedContent marks;
  private int forms;

  private PdfPageScanner(PDPage page, PdfGuard guard, Map<PDFont, Face> faces, StructureTree tree) {
    super(page);
    this.guard = guard;
    this.faces = faces;
    this.frame = new PageFrame(page);
    this.marks = new MarkedContent(tree);
    marks.enter(page.getCOSObject());
  }

  /**
   * @param faces what is known of the document's fonts so far; added to
   */
  static PageContent scan(
      PDPage page, int number, PdfGuard guard, Map<PDFont, Face> faces, StructureTree tree)
      throws IOException {
    PdfPageScanner scanner = new PdfPageScanner(page, guard, faces, tree);
    guard.checkPage(page, number);
    StandardWidths.complete(page.getResources());
    scanner.processPage(page);
    return new PageContent(
        number,
        scanner.frame.width(),
        scanner.frame.height(),
        scanner.seen(),
        scanner.rules,
        scanner.shades,
        scanner.pictures,
        scanner.drawings.stream().filter(PdfPageScanner::large).toList());
  }

  @Override
  protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement)
      throws IOException {
    double fontUnit = font instanceof PDType3Font ? typeThreeUnit(font) : 1;
    double across = Math.hypot(at.getScaleX(), at.getShearY());
    double size = Math.hypot(at.getScaleY(), at.getShearX()) * fontUnit;
    int turn = frame.turnOf(at.getScaleX(), at.getShearY());
    double width = displacement.getX() * across;
    Point2D origin = frame.upright(at.getTranslateX(), at.getTranslateY(), turn);
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    Point2D start = frame.place(at.getTranslateX(), at.getTranslateY());
    inks.add(
        new Ink(
            start,
            mode.isFill() || mode.isStroke(),
            !frame.holds(at.getTranslateX(), at.getTranslateY()) || clips.hides(start, width, size),
            mode.isFill() && white(getGraphicsState().getNonStrokingColor())));
    glyphs.add(
        new Glyph(
            PdfCharacters.of(font, code),
            origin.getX(),
            origin.getY(),
            Math.abs(width),
            size,
            faceOf(font),
            turn,
            true,
            marks.tag()));
  }

  /** How a glyph is painted: where, whether at all, beyond an edge, in the colour of the paper. */
  private record Ink(Point2D at, boolean painted, boolean outside, boolean white) {}

  /**
   * The glyphs with what can be seen of them. The words that text recognition laid invisibly over
   * the picture of a page count as seen.
   */
  private List<Glyph> seen() {
    int painted = 0;
    int unpainted = 0;
    for (Ink ink : inks) {
      painted += ink.painted() ? 1 : 0;
      unpainted += ink.painted() ? 0 : 1;
    }
    boolean recognised = unpainted > MOSTLY * painted && pictures.stream().anyMatch(this::isPage);
    List<Glyph> seen = new ArrayList<>(glyphs.size());
    for (int i = 0; i < glyphs.size(); i++) {
      Ink ink = inks.get(i);
      boolean visible =
          !ink.outside()
              && (ink.painted() || recognised)
              && (!ink.white() || recognised || onDark(ink.at()));
      seen.add(visible ? glyphs.get(i) : glyphs.get(i).hidden());
    }
    return seen;
  }

  private boolean isPage(Box picture) {
    return picture.width() * picture.height() > 0.6 * frame.width() * frame.height();
  }

  /** Whether anything but paper lies below. */
  private boolean onDark(Point2D at) {
    return shades.stream().anyMatch(shade -> shade.rgb() != 0xFFFFFF && holds(shade.box(), at))
        || pictures.stream().anyMatch(picture -> holds(picture, at));
  }

  private static boolean holds(Box box, Point2D at) {
    return at.getX() >= box.x() - 1
        && at.getX() <= box.x() + box.width() + 1
        && at.getY() >= box.y() - 1
        && at.getY() <= box.y() + box.height() + 1;
  }

  private static double typeThreeUnit(PDFont font) {
    double unit = Math.abs(font.getFontMatrix().getScaleY()) * 1000;
    return unit > 0 ? unit : 1;
  }

  private Face faceOf(PDFont font) {
    return faces.computeIfAbsent(font, PdfPageScanner::describe);
  }

  private static Face describe(PDFont font) {
    String full = font.getName() == null ? "" : font.getName();
    String name = full.length() > 7 && full.charAt(6) == '+' ? full.substring(7) : full;
    String lower = name.toLowerCase(Locale.ROOT);
    boolean bold =
        lower.contains("bold")
            || lower.contains("black")
            || lower.contains("heavy")
            || lower.contains("demi");
    boolean italic = lower.contains("italic") || lower.contains("oblique");
    PDFontDescriptor descriptor = font.getFontDescriptor();
    if (descriptor != null) {
      bold |= descriptor.isForceBold() || descriptor.getFontWeight() >= 600;
      italic |= descriptor.isItalic() || descriptor.getItalicAngle() < -2;
    }
    return new Face(name, bold, italic);
  }

  @Override
  public void beginMarkedContentSequence(
      @Nullable COSName name, @Nullable COSDictionary properties) {
    marks.begin(name, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    marks.end();
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    COSStream stream = form.getCOSObject();
    if (open.containsKey(stream) || ++forms > MOST_FORMS) {
      return;
    }
    guard.check(stream);
    open.put(stream, Boolean.TRUE);
    StandardWidths.complete(form.getResources());
    clips.save();
    clipTo(form);
    marks.enter(stream);
    super.showForm(form);
    marks.leave();
    clips.restore();
    open.remove(stream);
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.rectangle(frame.place(p0), frame.place(p1), frame.place(p2));
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(frame.place(x, y));
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(frame.place(x, y));
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(frame.place(x3, y3));
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.current();
  }

  @Override
  public void closePath() {
    path.close();
  }

  @Override
  public void endPath() {
    path.clear();
  }

  @Override
  public void clip(int windingRule) {
    clips.narrow(path.extent());
  }

  /** A form paints nothing outside its box. */
  private void clipTo(PDFormXObject form) {
    PDRectangle box = form.getBBox();
    if (box != null) {
      Matrix to =
          Matrix.concatenate(getGraphicsState().getCurrentTransformationMatrix(), form.getMatrix());
      Point2D low = corner(to, box.getLowerLeftX(), box.getLowerLeftY());
      Point2D high = corner(to, box.getUpperRightX(), box.getUpperRightY());
      Point2D left = corner(to, box.getLowerLeftX(), box.getUpperRightY());
      Point2D right = corner(to, box.getUpperRightX(), box.getLowerLeftY());
      Box all = PathPieces.box(low, high);
      clips.narrow(all.cover(PathPieces.box(left, right)));
    }
  }

  private Point2D corner(Matrix to, float x, float y) {
    return frame.place(to.transformPoint(x, y));
  }

  @Override
  public void saveGraphicsState() {
    super.saveGraphicsState();
    clips.save();
  }

  @Override
  public void restoreGraphicsState() {
    super.restoreGraphicsState();
    clips.restore();
  }

  @Override
  public void strokePath() {
    stroke();
    path.clear();
  }

  @Override
  public void fillPath(int windingRule) {
    fill();
    path.clear();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    fill();
    stroke();
    path.clear();
  }

  @Override
  public void shadingFill(COSName shadingName) {
    path.clear();
  }

  @Override
  public void drawImage(PDImage image) {
    Matrix at = getGraphicsState().getCurrentTransformationMatrix();
    Point2D first = frame.place(at.getTranslateX(), at.getTranslateY());
    Point2D last =
        frame.place(
            at.getTranslateX() + at.getScaleX() + at.getShearX(),
            at.getTranslateY() + at.getScaleY() + at.getShearY());
    pictures.add(PathPieces.box(first, last));
  }

  private void stroke() {
    if (white(getGraphicsState().getStrokingColor())) {
      return;
    }
    double width = transformWidth(getGraphicsState().getLineWidth());
    for (Rule line : path.straightLines(width)) {
      rules.add(line);
    }
    if (path.curved()) {
      pictures.add(path.bounds());
    }
    path.drawings().forEach(this::addDrawing);
  }

  private void fill() {
    PDColor colour = getGraphicsState().getNonStrokingColor();
    boolean white = white(colour);
    for (Box box : path.rectangles()) {
      if (Math.min(box.width(), box.height()) < THIN) {
        if (!white && Math.max(box.width(), box.height()) >= THIN) {
          rules.add(PathPieces.rule(box));
        }
      } else {
        shades.add(new Shade(box, rgb(colour)));
      }
    }
    if (path.curved()) {
      pictures.add(path.bounds());
    }
    path.drawings().forEach(this::addDrawing);
  }

  /** The curve of a chart may be drawn piece by piece, each beginning where the last one ends. */
  private void addDrawing(Box piece) {
    int last = drawings.size() - 1;
    if (last >= 0 && touch(drawings.get(last), piece)) {
      drawings.set(last, drawings.get(last).cover(piece));
    } else {
      drawings.add(piece);
    }
  }

  private static boolean touch(Box one, Box other) {
    return one.x() < other.x() + other.width() + THIN
        && other.x() < one.x() + one.width() + THIN
        && one.y() < other.y() + other.height() + THIN
        && other.y() < one.y() + one.height() + THIN;
  }

  /** Smaller ones are bullets, marks and ornaments. */
  private static boolean large(Box drawing) {
    return Math.max(drawing.width(), drawing.height()) > SMALLEST_DRAWING;
  }

  private static boolean white(PDColor colour) {
    return rgb(colour) == 0xFFFFFF;
  }

  /** Close enough to tell shades apart; profiles are not applied. */
  private static int rgb(PDColor colour) {
    float[] parts = colour.getComponents();
    if (colour.getColorSpace() instanceof PDSpecialColorSpace && !colour.isPattern()) {
      return inks(colour);
    }
    if (colour.isPattern() || parts.length == 0 || parts.length == 2 || parts.length > 4) {
      return 0x808080;
    }
    if (parts.length == 4) {
      float light = 1 - parts[3];
      return rgb((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light);
    }
    return parts.length == 1
        ? rgb(parts[0], parts[0], parts[0])
        : rgb(parts[0], parts[1], parts[2]);
  }

  /** Of a named ink, where one is much and not light. */
  private static int inks(PDColor colour) {
    try {
      return colour.toRGB();
    } catch (IOException | RuntimeException damaged) {
      return 0x808080;
    }
  }

  private static int rgb(float red, float green, float blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(float value) {
    return Math.max(0, Math.min(255, Math.round(value * 255)));
  }
}
