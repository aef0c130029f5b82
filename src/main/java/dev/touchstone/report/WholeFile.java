package dev.touchstone.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Writes a file so that it is there whole or not at all, even if the process is killed. */
final class WholeFile {

  /** What goes into the file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What goes into several files at once. */
  interface Contents {
    void writeTo(List<OutputStream> out) throws IOException;
  }

  private WholeFile() {}

  /** Writes files side by side; each is there whole or not at all. */
  static void writeAll(List<Path> files, Contents contents) {
    writeNext(files, new ArrayList<>(), contents);
  }

  private static void writeNext(List<Path> files, List<OutputStream> open, Contents contents) {
    write(
        files.get(open.size()),
        out -> {
          open.add(out);
          if (open.size() == files.size()) {
            contents.writeTo(open);
          } else {
            writeNext(files, open, contents);
          }
        });
  }

  static void write(Path file, Content content) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
        content.writeTo(out);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }
}
