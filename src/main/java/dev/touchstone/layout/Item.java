package dev.touchstone.layout;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a page in reading order: a line of text or a table. */
sealed interface Item permits Item.Text, Item.Tabular {

  /** The column of text that it stands in. */
  Column column();

  <R> R match(Function<Text, R> text, Function<Tabular, R> tabular);

  /**
   * A column of text on a page, or the part of one between two things that stand across.
   *
   * @param number in reading order on its page
   */
  record Column(int page, int number, double left, double right) {
    /** Columns of turned text have numbers from here. */
    static final int TURNED = 1000;

    double width() {
      return right - left;
    }

    boolean turned() {
      return number >= TURNED;
    }
  }

  /** A line, and the frame around it if there is one. */
  record Text(Line line, Column column, @Nullable Frame frame) implements Item {
    @Override
    public <R> R match(Function<Text, R> text, Function<Tabular, R> tabular) {
      return text.apply(this);
    }
  }

  /** The cells of a table. */
  record Tabular(Grid grid, Column column) implements Item {
    @Override
    public <R> R match(Function<Text, R> text, Function<Tabular, R> tabular) {
      return tabular.apply(this);
    }
  }
}
