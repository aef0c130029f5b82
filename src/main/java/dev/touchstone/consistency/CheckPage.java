package dev.touchstone.consistency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The page of a check as shipped in {@code checks/<rule>.md}: what it compares, why, by which
 * formula, what to do with a finding, and examples. The examples are the check's test.
 *
 * @param title for a person: {@code Count and percentage}
 * @param lead the sentence below the title
 * @param parts the chapters in their order
 */
public record CheckPage(String rule, String title, String lead, List<Part> parts) {

  /** A chapter of the page. */
  public record Part(String heading, List<Block> blocks) {

    public Part {
      blocks = List.copyOf(blocks);
    }
  }

  /** What a block of a chapter is. */
  public enum Kind {
    PARAGRAPH,
    LIST,
    FORMULA,
    CASE
  }

  /**
   * A piece of a chapter. {@code `code`} and {@code **strong**} are the only marks within a line.
   *
   * @param title the name of a case; empty otherwise
   * @param lines one for a paragraph, one per item of a list, those of a formula or case as they
   *     are
   */
  public record Block(Kind kind, String title, List<String> lines) {

    public Block {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An example.
   *
   * @param evidence what a note says, one statement a line
   * @param expected the findings as {@code severity words of the message}; none for a silent case
   */
  public record Case(String name, List<String> evidence, List<String> expected) {

    public Case {
      evidence = List.copyOf(evidence);
      expected = List.copyOf(expected);
    }

    public boolean isSilent() {
      return expected.isEmpty();
    }
  }

  private static final String FENCE = "```";
  private static final String EXPECTS = "=>";

  public CheckPage {
    parts = List.copyOf(parts);
  }

  /**
   * Reads the page of a rule.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CheckPage of(String rule) {
    String path = "/checks/" + rule + ".md";
    try (InputStream in = CheckPage.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("check " + rule + " has no page " + path);
      }
      return parse(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All examples of the page. */
  public List<Case> cases() {
    return parts.stream()
        .flatMap(part -> part.blocks().stream())
        .filter(block -> block.kind() == Kind.CASE)
        .map(CheckPage::caseOf)
        .toList();
  }

  private static Case caseOf(Block block) {
    List<String> evidence = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : block.lines()) {
      if (!line.startsWith(EXPECTS)) {
        evidence.add(line);
      } else if (!line.substring(EXPECTS.length()).strip().equals("nothing")) {
        expected.add(line.substring(EXPECTS.length()).strip());
      }
    }
    return new Case(block.title(), evidence, expected);
  }

  static CheckPage parse(String rule, String markdown) {
    String title = "";
    StringBuilder lead = new StringBuilder();
    List<Part> parts = new ArrayList<>();
    String heading = "";
    List<Block> blocks = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("# ")) {
        title = line.substring(2).strip();
      } else if (line.startsWith("## ")) {
        close(parts, heading, blocks, lead);
        heading = line.substring(3).strip();
        blocks = new ArrayList<>();
      } else if (line.startsWith(FENCE)) {
        int end = i + 1;
        while (!lines.get(end).startsWith(FENCE)) {
          end++;
        }
        String info = line.substring(FENCE.length()).strip();
        boolean example = info.startsWith("case");
        blocks.add(
            new Block(
                example ? Kind.CASE : Kind.FORMULA,
                example ? info.substring("case".length()).strip() : "",
                lines.subList(i + 1, end)));
        i = end;
      } else if (!line.isBlank()) {
        addText(blocks, line.strip(), i > 0 && !lines.get(i - 1).isBlank());
      }
    }
    close(parts, heading, blocks, lead);
    return new CheckPage(rule, title, lead.toString(), parts);
  }

  private static void close(
      List<Part> parts, String heading, List<Block> blocks, StringBuilder lead) {
    if (!heading.isEmpty()) {
      parts.add(new Part(heading, blocks));
    } else {
      blocks.forEach(block -> lead.append(String.join(" ", block.lines())));
    }
  }

  /** Lines without a blank line between them are one paragraph, or go on with a list item. */
  private static void addText(List<Block> blocks, String line, boolean goesOn) {
    boolean item = line.startsWith("- ");
    Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    Kind kind =
        item || (goesOn && last != null && last.kind() == Kind.LIST) ? Kind.LIST : Kind.PARAGRAPH;
    String words = item ? line.substring(2).strip() : line;
    if (last == null || last.kind() != kind || (kind == Kind.PARAGRAPH && !goesOn)) {
      blocks.add(new Block(kind, "", List.of(words)));
      return;
    }
    List<String> lines = new ArrayList<>(last.lines());
    if (item) {
      lines.add(words);
    } else {
      lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + words);
    }
    blocks.set(blocks.size() - 1, new Block(kind, "", lines));
  }
}
