package dev.touchstone.batch;

import dev.touchstone.report.OutputFolder;
import dev.touchstone.report.QuarantineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The files of the output folder. What stands under {@code documents/} and {@code quarantine/} is
 * whole at any moment: it is written aside and put in place by renaming.
 */
final class ResultFolders {

  static final String EVIDENCE = "evidence.json";

  private static final int LONGEST_PATH = 4_000;

  private final Path output;
  private final Path documents;
  private final Path quarantine;
  private final Path aside;
  private final AtomicLong next = new AtomicLong();

  ResultFolders(Path output) {
    this.output = output.toAbsolutePath().normalize();
    this.documents = this.output.resolve("documents");
    this.quarantine = this.output.resolve("quarantine");
    this.aside = this.output.resolve("store").resolve("unfinished");
  }

  Path output() {
    return output;
  }

  /** Takes away what a run left behind that was killed. */
  void clearUnfinished() {
    deleteTree(aside);
  }

  /** The folder of a document's results below {@code documents/}. */
  String folderFor(String source) {
    return relative(documents, new OutputFolder(output).document(source));
  }

  /** Whether the system can hold paths as long as those of the document's results. */
  boolean hasRoomFor(String folder) {
    String longest = documents.resolve(folder).resolve("tables/t1000.csv.part").toString();
    return longest.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH;
  }

  boolean hasResults(String folder) {
    return Files.isRegularFile(documents.resolve(folder).resolve(EVIDENCE));
  }

  /** An empty folder, to be filled and given to {@link #put}. */
  Path unfinished() {
    try {
      return Files.createDirectories(aside.resolve(Long.toString(next.incrementAndGet())));
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a folder in " + aside, e);
    }
  }

  /** Puts finished results in the place of the former ones. */
  void put(Path finished, String folder) {
    Path place = documents.resolve(folder);
    try {
      Files.createDirectories(parent(place));
      Path former = null;
      if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        former = aside.resolve("former-" + next.incrementAndGet());
        Files.move(place, former);
      }
      Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
      if (former != null) {
        deleteTree(former);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not put results at " + place, e);
    }
  }

  void removeResults(String folder) {
    Path place = documents.resolve(folder);
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      deleteTree(place);
      removeEmptyParents(place, documents);
    }
  }

  void putQuarantine(QuarantineEntry entry) {
    entry.write(quarantineFile(entry.rejection().source()));
  }

  boolean hasQuarantine(String source) {
    return Files.isRegularFile(quarantineFile(source));
  }

  void removeQuarantine(String source) {
    Path file = quarantineFile(source);
    try {
      if (Files.deleteIfExists(file)) {
        removeEmptyParents(file, quarantine);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + file, e);
    }
  }

  /** A file of the output folder, whole at any moment. */
  void writeWhole(Path file, byte[] content) {
    try {
      Files.createDirectories(aside);
      Path written = aside.resolve("file-" + next.incrementAndGet());
      Files.write(written, content);
      Files.createDirectories(parent(file));
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("could not write " + file, e);
    }
  }

  /** Takes away results that belong to no document of the store; answers how many. */
  int removeStrays(Set<String> folders, Set<String> quarantined) {
    List<Path> strays = new ArrayList<>();
    collect(
        documents,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!Files.isRegularFile(folder.resolve(EVIDENCE))) {
              return FileVisitResult.CONTINUE;
            }
            if (!folders.contains(relative(documents, folder))) {
              strays.add(folder);
            }
            return FileVisitResult.SKIP_SUBTREE;
          }
        });
    Set<Path> kept = new HashSet<>();
    quarantined.forEach(source -> kept.add(quarantineFile(source)));
    collect(
        quarantine,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".json") && !kept.contains(file)) {
              strays.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    for (Path stray : strays) {
      deleteTree(stray);
      removeEmptyParents(stray, stray.startsWith(documents) ? documents : quarantine);
    }
    return strays.size();
  }

  private static void collect(Path root, SimpleFileVisitor<Path> visitor) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(root, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException("could not walk through " + root, e);
    }
  }

  private Path quarantineFile(String source) {
    return new OutputFolder(output).quarantineEntry(source);
  }

  static String relative(Path root, Path path) {
    Path relative = root.relativize(path);
    List<String> parts = new ArrayList<>();
    relative.forEach(part -> parts.add(part.toString()));
    return String.join("/", parts);
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(path + " has no folder around it");
    }
    return parent;
  }

  private static void removeEmptyParents(Path path, Path root) {
    for (@Nullable Path at = path.getParent();
        at != null && !at.equals(root) && at.startsWith(root);
        at = at.getParent()) {
      try {
        Files.delete(at);
      } catch (IOException notEmpty) {
        return;
      }
    }
  }

  static void deleteTree(Path root) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
              }
              throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("could not remove " + root, e);
    }
  }
}
