package dev.touchstone.document;

import java.util.function.Function;

/** The heading of a section. */
public record Heading(String section, int level, Passage passage) implements Block {

  @Override
  public Span span() {
    return passage.span();
  }

  @Override
  public <R> R match(
      Function<Heading, R> heading, Function<Paragraph, R> paragraph, Function<Table, R> table) {
    return heading.apply(this);
  }
}
