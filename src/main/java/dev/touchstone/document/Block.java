package dev.touchstone.document;

import java.util.function.Function;

/** A piece of a document in reading order. */
public sealed interface Block permits Heading, Paragraph, Table {

  /** Id of the innermost section that it stands in. */
  String section();

  Span span();

  /** Chooses by kind; adding a kind breaks every caller that forgets it. */
  <R> R match(
      Function<Heading, R> heading, Function<Paragraph, R> paragraph, Function<Table, R> table);
}
