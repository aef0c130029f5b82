package dev.touchstone.vocabulary;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rows of a tab-separated file; {@code #} starts a comment line. */
record LexiconFile(Path path, List<Row> rows) {

  /** A row with its cells, blanks around them removed; cells at the end may be missing. */
  record Row(Path file, int line, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }

    String required(int column, String name) throws IOException {
      if (cell(column).isEmpty()) {
        throw wrong("has no " + name + " in column " + (column + 1));
      }
      return cell(column);
    }

    /** The parts of a cell that are separated by {@code |}. */
    List<String> list(int column) {
      return Arrays.stream(cell(column).split("\\|", -1))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    }

    <T> T parse(int column, String what, Function<String, T> parser) throws IOException {
      try {
        return parser.apply(cell(column));
      } catch (IllegalArgumentException notOne) {
        throw wrong(
            "column " + (column + 1) + ", \"" + cell(column) + "\", is not " + what, notOne);
      }
    }

    private IOException wrong(String what) {
      return new IOException(file + ", line " + line + ": the row " + what + "; correct the line");
    }

    private IOException wrong(String what, Exception cause) {
      return new IOException(file + ", line " + line + ": " + what + "; correct the line", cause);
    }
  }

  /** The files of a folder whose name begins like this and ends in {@code .tsv}, by name. */
  static List<LexiconFile> of(Path folder, String name) throws IOException {
    List<Path> paths;
    try (Stream<Path> files = Files.list(folder)) {
      paths =
          files
              .filter(path -> path.getFileName().toString().matches(name + "(-.*)?\\.tsv"))
              .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
              .toList();
    }
    if (paths.isEmpty()) {
      throw new IOException(
          folder + " holds no " + name + ".tsv; restore it from the distribution");
    }
    List<LexiconFile> read = new ArrayList<>();
    for (Path path : paths) {
      read.add(read(path));
    }
    return read;
  }

  private static LexiconFile read(Path path) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notUtf8) {
      throw new IOException(path + ": not UTF-8; save it in that encoding", notUtf8);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
        rows.add(new Row(path, i + 1, cells));
      }
    }
    return new LexiconFile(path, List.copyOf(rows));
  }
}
