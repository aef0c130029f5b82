package dev.touchstone.layout;

import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Reading;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A block of the text in reading order, each of its words with its place. */
public sealed interface LaidBlock {

  <R> R match(Function<Title, R> title, Function<Prose, R> prose, Function<Table, R> table);

  /**
   * A heading.
   *
   * @param level 1 for the most prominent
   */
  record Title(int level, List<Piece> words) implements LaidBlock {
    public Title {
      words = List.copyOf(words);
    }

    @Override
    public <R> R match(
        Function<Title, R> title, Function<Prose, R> prose, Function<Table, R> table) {
      return title.apply(this);
    }
  }

  /**
   * A paragraph, list item, caption or note.
   *
   * @param marker of a list item; not among the words
   * @param lead how many of the words open the paragraph in bold, as a heading that runs into its
   *     text does; 0 if none do
   */
  record Prose(Paragraph.Kind kind, @Nullable Piece marker, int lead, List<Piece> words)
      implements LaidBlock {
    public Prose {
      words = List.copyOf(words);
    }

    @Override
    public <R> R match(
        Function<Title, R> title, Function<Prose, R> prose, Function<Table, R> table) {
      return prose.apply(this);
    }
  }

  /**
   * A table; what belongs to it from several pages is joined.
   *
   * @param headerRows how many rows name columns; -1 where the page does not show it
   * @param reading what showed its cells, and how well they agree with what is printed
   */
  record Table(int rows, int cols, int headerRows, List<Field> cells, Reading reading)
      implements LaidBlock {
    public Table {
      cells = List.copyOf(cells);
    }

    @Override
    public <R> R match(
        Function<Title, R> title, Function<Prose, R> prose, Function<Table, R> table) {
      return table.apply(this);
    }
  }

  /** A cell of a table. */
  record Field(int row, int col, int rowSpan, int colSpan, boolean header, List<Piece> words) {
    public Field {
      words = List.copyOf(words);
    }
  }
}
