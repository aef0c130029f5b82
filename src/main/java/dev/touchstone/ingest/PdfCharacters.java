package dev.touchstone.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.Encoding;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.SymbolEncoding;
import org.jspecify.annotations.Nullable;

/** What the codes of a PDF's fonts stand for. */
final class PdfCharacters {

  /** Where symbol fonts put their codes in Unicode's area for private use. */
  private static final int PRIVATE = 0xF000;

  private static final GlyphList NAMES = glyphNames();

  private PdfCharacters() {}

  /** Empty where the font does not say. */
  static String of(PDFont font, int code) {
    String text = font.toUnicode(code, NAMES);
    boolean symbols = isSymbols(font);
    if (text == null && font instanceof PDSimpleFont simple) {
      text = ofParts(simple, code);
      if (text == null && code > 31) {
        // The code of a simple font without names is mostly Latin 1.
        text = symbols ? greek(code) : String.valueOf((char) code);
      }
    } else if (text == null && font instanceof PDType0Font composite) {
      text = ofOutline(composite, code);
    }
    if (text == null) {
      return "";
    }
    boolean secret = text.length() == 1 && (text.charAt(0) & 0xFF00) == PRIVATE;
    return secret && symbols ? greek(text.charAt(0) & 0xFF) : text;
  }

  /** The letters of a ligature that is named by them: {@code f_f_i}. */
  private static @Nullable String ofParts(PDSimpleFont font, int code) {
    Encoding encoding = font.getEncoding();
    String name = encoding == null ? "" : encoding.getName(code);
    int variant = name.indexOf('.', 1);
    StringBuilder text = new StringBuilder();
    for (String part : (variant > 0 ? name.substring(0, variant) : name).split("_")) {
      String letter = NAMES.toUnicode(part);
      if (letter == null) {
        return null;
      }
      text.append(letter);
    }
    return text.isEmpty() ? null : text.toString();
  }

  private static boolean isSymbols(PDFont font) {
    String name = font.getName();
    return name != null && name.toLowerCase(Locale.ROOT).contains("symbol");
  }

  /** By Adobe's encoding of Greek and mathematical signs. */
  private static String greek(int code) {
    String glyph = SymbolEncoding.INSTANCE.getName(code);
    String text = NAMES.toUnicode(glyph);
    return text == null || text.isEmpty() ? String.valueOf((char) (PRIVATE + code)) : text;
  }

  /** What the embedded font itself says of the outline that the code is drawn with. */
  private static @Nullable String ofOutline(PDType0Font font, int code) {
    if (!(font.getDescendantFont() instanceof PDCIDFontType2 outlines) || !font.isEmbedded()) {
      return null;
    }
    @Nullable List<Integer> characters;
    try {
      CmapLookup lookup = outlines.getTrueTypeFont().getUnicodeCmapLookup(false);
      characters = lookup == null ? null : lookup.getCharCodes(outlines.codeToGID(code));
    } catch (IOException damaged) {
      // The font draws, and does not say what.
      return null;
    }
    return characters == null || characters.isEmpty()
        ? null
        : Character.toString(characters.get(0));
  }

  private static GlyphList glyphNames() {
    try (InputStream more =
        GlyphList.class.getResourceAsStream(
            "/org/apache/pdfbox/resources/glyphlist/additional.txt")) {
      return more == null
          ? GlyphList.getAdobeGlyphList()
          : new GlyphList(GlyphList.getAdobeGlyphList(), more);
    } catch (IOException unreadable) {
      throw new IllegalStateException("PDFBox ships its glyph list", unreadable);
    }
  }
}
