package dev.touchstone.ingest;

import java.io.IOException;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.jspecify.annotations.Nullable;

/**
 * Gives the fourteen standard fonts their published widths where a PDF names them without widths
 * and with an encoding of its own. PDFBox would measure some other font instead.
 */
final class StandardWidths {

  /** What PDFBox takes for codes without a glyph. */
  private static final float NO_GLYPH = 250;

  private StandardWidths() {}

  /**
   * @param resources of a page or form; its fonts are completed in place
   */
  static void complete(@Nullable PDResources resources) {
    COSDictionary fonts =
        resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
    if (fonts == null) {
      return;
    }
    for (COSName name : fonts.keySet()) {
      COSBase font = fonts.getDictionaryObject(name);
      if (font instanceof COSDictionary dictionary && lacksWidths(dictionary)) {
        try {
          complete(dictionary);
        } catch (IOException damaged) {
          // PDFBox reads the page without such a font.
          continue;
        }
      }
    }
  }

  private static boolean lacksWidths(COSDictionary font) {
    COSName type = font.getCOSName(COSName.SUBTYPE);
    boolean simple =
        COSName.TYPE1.equals(type)
            || COSName.TRUE_TYPE.equals(type)
            || COSName.MM_TYPE1.equals(type);
    return simple
        && font.getDictionaryObject(COSName.WIDTHS) == null
        && font.getDictionaryObject(COSName.ENCODING) instanceof COSDictionary
        && Standard14Fonts.containsName(String.valueOf(font.getNameAsString(COSName.BASE_FONT)))
        && !embedded(font.getCOSDictionary(COSName.FONT_DESC));
  }

  private static boolean embedded(@Nullable COSDictionary descriptor) {
    return descriptor != null
        && (descriptor.containsKey(COSName.FONT_FILE)
            || descriptor.containsKey(COSName.FONT_FILE2)
            || descriptor.containsKey(COSName.FONT_FILE3));
  }

  private static void complete(COSDictionary font) throws IOException {
    FontMetrics metrics = Standard14Fonts.getAFM(font.getNameAsString(COSName.BASE_FONT));
    if (metrics == null || !(PDFontFactory.createFont(font) instanceof PDSimpleFont simple)) {
      return;
    }
    Encoding encoding = simple.getEncoding();
    COSArray widths = new COSArray();
    for (int code = 0; code < 256; code++) {
      String glyph = encoding == null ? ".notdef" : encoding.getName(code);
      float width = ".notdef".equals(glyph) ? NO_GLYPH : metrics.getCharacterWidth(standard(glyph));
      widths.add(new COSFloat(width));
    }
    font.setInt(COSName.FIRST_CHAR, 0);
    font.setInt(COSName.LAST_CHAR, 255);
    font.setItem(COSName.WIDTHS, widths);
  }

  /** The name that the metrics know a glyph by. */
  private static String standard(String glyph) {
    return switch (glyph) {
      case "nbspace" -> "space";
      case "sfthyphen" -> "hyphen";
      default -> glyph;
    };
  }
}
