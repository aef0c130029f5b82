package dev.touchstone.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * A packed document in memory. Only the parts asked for are unpacked, each within bounds; none is
 * written.
 */
final class Archive implements AutoCloseable {

  /** Small parts may well be packed very tightly. */
  private static final int FREE_OF_RATIO = 4 << 20;

  private final ZipFile zip;
  private final ReadLimits limits;
  private long unpacked;

  private Archive(ZipFile zip, ReadLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  static Archive open(byte[] bytes, String what, ReadLimits limits) throws Unreadable {
    try {
      ZipFile zip =
          ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
      Archive archive = new Archive(zip, limits);
      if (archive.names().size() > limits.archiveEntries()) {
        int found = archive.names().size();
        archive.close();
        throw Unreadable.tooLarge(
            "The number of parts", found, limits.archiveEntries(), "limits.archive-entries");
      }
      return archive;
    } catch (IOException | IllegalArgumentException e) {
      throw Unreadable.damaged(what, e);
    }
  }

  /** Names of all parts, in their order as strings. */
  SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    Enumeration<ZipArchiveEntry> entries = zip.getEntries();
    while (entries.hasMoreElements()) {
      names.add(entries.nextElement().getName());
    }
    return names;
  }

  /** The bytes of a part, or null if there is none of that name. */
  byte @Nullable [] part(String name) throws Unreadable {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    if (!zip.canReadEntryData(entry)) {
      throw new Unreadable(
          "The part " + name + " is encrypted or packed in an unknown way.",
          "ZIP method " + entry.getMethod(),
          "Open the document in the program that made it, and save it without a password.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        unpacked += read;
        check(entry, out.size());
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw Unreadable.damaged("part " + name, e);
    }
  }

  private void check(ZipArchiveEntry entry, int size) throws Unreadable {
    if (unpacked > limits.expandedBytes()) {
      throw Unreadable.tooLarge(
          "The unpacked size", unpacked, limits.expandedBytes(), "limits.expanded-bytes");
    }
    long packed = Math.max(1, entry.getCompressedSize());
    if (size > FREE_OF_RATIO && size / packed > limits.expansionRatio()) {
      throw Unreadable.tooLarge(
          "The unpacked size of " + entry.getName() + " against its packed size",
          size / packed,
          limits.expansionRatio(),
          "limits.expansion-ratio");
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new IllegalStateException("a channel in memory cannot fail to close", e);
    }
  }
}
