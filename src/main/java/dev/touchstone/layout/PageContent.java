package dev.touchstone.layout;

import dev.touchstone.document.Box;
import java.util.List;

/**
 * What is printed on one page, in the order of printing.
 *
 * @param number from 1
 * @param pictures places of images and drawings
 * @param drawings places of lines that lean or bend, such as the curves of a chart
 */
public record PageContent(
    int number,
    double width,
    double height,
    List<Glyph> glyphs,
    List<Rule> rules,
    List<Shade> shades,
    List<Box> pictures,
    List<Box> drawings) {

  public PageContent {
    glyphs = List.copyOf(glyphs);
    rules = List.copyOf(rules);
    shades = List.copyOf(shades);
    pictures = List.copyOf(pictures);
    drawings = List.copyOf(drawings);
  }
}
