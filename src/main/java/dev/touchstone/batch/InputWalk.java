package dev.touchstone.batch;

import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.store.RunTable.LeftOut;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything below the input folder, to any depth. Links are not followed: what they lead to inside
 * the folder is found anyway, and what is outside is none of ours. Only ordinary files are opened.
 */
final class InputWalk extends SimpleFileVisitor<Path> {

  /**
   * A file that is taken for a document.
   *
   * @param source path relative to the input folder, {@code /} separators
   */
  record Found(String source, Path file, long size) {}

  private final Path input;
  private final Path output;
  private final List<Found> documents = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<String> closedFolders = new ArrayList<>();

  private InputWalk(Path input, Path output) {
    this.input = input;
    this.output = output;
  }

  /**
   * @param output left out where it lies below the input
   */
  static InputWalk through(Path input, Path output) throws IOException {
    Path real = input.toRealPath();
    InputWalk walk = new InputWalk(real, output.toRealPath());
    Files.walkFileTree(real, walk);
    walk.documents.sort(Comparator.comparing(Found::source));
    walk.leftOut.sort(Comparator.comparing(LeftOut::source));
    return walk;
  }

  List<Found> documents() {
    return documents;
  }

  List<LeftOut> leftOut() {
    return leftOut;
  }

  /** Whether a document may be there although it was not seen. */
  boolean mayHide(String source) {
    return closedFolders.stream().anyMatch(folder -> source.startsWith(folder + "/"));
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (folder.equals(output)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String source = ResultFolders.relative(input, file);
    if (attributes.isSymbolicLink()) {
      leftOut.add(new LeftOut(source, "link", whereItLeads(file)));
    } else if (!attributes.isRegularFile()) {
      leftOut.add(new LeftOut(source, "special", "a pipe, socket or device, not a file"));
    } else if (!DocumentReader.supports(source)) {
      leftOut.add(new LeftOut(source, "unsupported", "no supported format has this ending"));
    } else {
      documents.add(new Found(source, file, attributes.size()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    String source = ResultFolders.relative(input, file);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      closedFolders.add(source);
      leftOut.add(new LeftOut(source, "folder", "the folder cannot be opened: " + e.getMessage()));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      closedFolders.add(ResultFolders.relative(input, folder));
    }
    return FileVisitResult.CONTINUE;
  }

  private String whereItLeads(Path link) {
    try {
      Path target = link.toRealPath();
      return target.startsWith(input)
          ? "a link within the input folder; what it leads to is read where it is"
          : "a link out of the input folder; not followed";
    } catch (IOException e) {
      return "a link that leads nowhere, or in a circle";
    }
  }
}
