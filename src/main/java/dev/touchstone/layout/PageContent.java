package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.List;

/**
 * What is printed on one page, in the order of printing.
 *
 * @param number from 1
 * @param pictures places of images and drawings
 */
public record PageContent(
    int number,
    double width,
    double height,
    List<Glyph> glyphs,
    List<Rule> rules,
    List<Shade> shades,
    List<Box> pictures) {

  public PageContent {
    glyphs = List.copyOf(glyphs);
    rules = List.copyOf(rules);
    shades = List.copyOf(shades);
    pictures = List.copyOf(pictures);
  }
}
