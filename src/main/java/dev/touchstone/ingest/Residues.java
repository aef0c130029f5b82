package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Paragraph.Kind;
import dev.touchstone.document.Passage;
import dev.touchstone.ingest.StructureRules.Phrase;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts what converters and shops left in a paragraph from what the author wrote, and tells
 * captions of figures from running text.
 */
final class Residues {

  private static final int LONGEST = 600;
  private static final int MOST_TITLE_WORDS = 16;

  private final StructureRules rules;

  Residues(StructureRules rules) {
    this.rules = rules;
  }

  List<Block> mark(List<Block> blocks) {
    List<Block> out = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Paragraph paragraph && isOpen(paragraph.kind())) {
        part(paragraph, out);
      } else {
        out.add(block);
      }
    }
    for (int i = 0; i + 1 < out.size(); i++) {
      if (out.get(i) instanceof Paragraph paragraph
          && paragraph.kind() == Kind.TEXT
          && out.get(i + 1) instanceof Paragraph next
          && (next.kind() == Kind.RESIDUE && isDownload(next) || next.kind() == Kind.CAPTION)
          && isTitle(paragraph.passage().text())) {
        out.set(i, as(Kind.CAPTION, paragraph, paragraph.passage()));
      }
    }
    return out;
  }

  private static boolean isOpen(Kind kind) {
    return kind == Kind.TEXT || kind == Kind.LIST_ITEM || kind == Kind.CAPTION;
  }

  private void part(Paragraph paragraph, List<Block> out) {
    String text = paragraph.passage().text();
    if (text.length() > LONGEST) {
      out.add(paragraph);
      return;
    }
    String normalised = Words.normalise(text);
    if (rules.isOneOf(Phrase.RESIDUE, normalised)) {
      out.add(as(Kind.RESIDUE, paragraph, paragraph.passage()));
      return;
    }
    int opening = endOfOpening(text, rules);
    if (opening > 0) {
      int rest = text.charAt(opening) == ' ' ? opening + 1 : opening;
      out.add(as(Kind.RESIDUE, paragraph, paragraph.passage().part(0, opening)));
      part(as(paragraph.kind(), paragraph, paragraph.passage().part(rest, text.length())), out);
      return;
    }
    int closing = startOfClosing(text);
    if (closing > 0) {
      int end = text.charAt(closing - 1) == ' ' ? closing - 1 : closing;
      part(as(paragraph.kind(), paragraph, paragraph.passage().part(0, end)), out);
      out.add(as(Kind.RESIDUE, paragraph, paragraph.passage().part(closing, text.length())));
      return;
    }
    boolean caption = paragraph.kind() == Kind.TEXT && FigureCaption.is(text, rules);
    out.add(caption ? as(Kind.CAPTION, paragraph, paragraph.passage()) : paragraph);
  }

  /**
   * Where the author's words begin after a phrase of three words or more that is residue; 0 if they
   * do at once.
   */
  static int endOfOpening(String text, StructureRules rules) {
    String lower = Words.lower(text);
    int longest = 0;
    for (String phrase : rules.all(Phrase.RESIDUE)) {
      if (phrase.length() > longest
          && isSafe(phrase)
          && lower.startsWith(phrase)
          && text.length() > phrase.length()) {
        int rest = phrase.length() + (text.charAt(phrase.length()) == ' ' ? 1 : 0);
        if (rest < text.length() && Character.isUpperCase(text.charAt(rest))) {
          longest = phrase.length();
        }
      }
    }
    return longest;
  }

  private int startOfClosing(String text) {
    String lower = Words.lower(text);
    int start = 0;
    for (String phrase : rules.all(Phrase.RESIDUE)) {
      int at = text.length() - phrase.length();
      if (isSafe(phrase)
          && lower.length() == text.length()
          && lower.endsWith(phrase)
          && (start == 0 || at < start)) {
        start = at;
      }
    }
    return start;
  }

  private static boolean isSafe(String phrase) {
    return phrase.indexOf(' ', phrase.indexOf(' ') + 1) > 0;
  }

  private boolean isDownload(Paragraph residue) {
    return Words.normalise(residue.passage().text()).contains("download");
  }

  private static boolean isTitle(String text) {
    return text.length() < 160
        && Words.split(text).size() <= MOST_TITLE_WORDS
        && ".:;,?!".indexOf(text.charAt(text.length() - 1)) < 0
        && PlainHeadings.isTitleCase(text);
  }

  private static Paragraph as(Kind kind, Paragraph paragraph, Passage passage) {
    return new Paragraph("", kind, kind == Kind.LIST_ITEM ? paragraph.marker() : null, passage);
  }
}
