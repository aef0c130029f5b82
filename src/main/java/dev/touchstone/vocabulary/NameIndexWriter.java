package dev.touchstone.vocabulary;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes drug names to a file that can be mapped into memory. The same names in the same order give
 * the same bytes.
 *
 * <p>The bytes, numbers with the highest first: eight of a mark, four of the number of slots, four
 * unused; the slots, each eight of a hash and four of an offset (0: empty, 1: only the beginning of
 * names, else where a name stands in the file); the names, each four of the offset of the next name
 * with the same keys and seven strings: keys, spelling, {@code =} where capitals matter, preferred
 * name, kind, group, codes. A string is two bytes of its length and UTF-8.
 */
public final class NameIndexWriter {

  private static final int LONGEST = 60_000;
  private static final double FILLED = 0.6;

  private final Map<Long, Integer> offsets = new HashMap<>();
  private final Map<Long, Integer> lastOf = new HashMap<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private final Map<Integer, Integer> followers = new HashMap<>();
  private int names;

  /** Adds a spelling. Where two entries share one, the one added first is found. */
  public void add(String surface, DrugEntry entry) {
    boolean exact = Lexicon.isAbbreviation(surface);
    put(Words.keys(surface), surface, entry, exact);
    if (exact) {
      put(Words.keys(surface + "s"), surface, entry, true);
    }
    names++;
  }

  /** Number of spellings. */
  public int names() {
    return names;
  }

  private void put(List<String> keys, String surface, DrugEntry entry, boolean exact) {
    long hash = NameHash.START;
    for (int i = 0; i < keys.size(); i++) {
      hash = NameHash.add(hash, keys.get(i));
      if (i + 1 < keys.size()) {
        offsets.putIfAbsent(hash, NameIndex.BEGINNING);
      }
    }
    if (keys.isEmpty()) {
      return;
    }
    // Offsets count from the beginning of the data; the table's length is not known yet.
    int offset = data.size();
    Integer before = lastOf.put(hash, offset);
    if (before == null) {
      offsets.put(hash, offset + NameIndex.BEGINNING + 1);
    } else {
      followers.put(before, offset);
    }
    write(keys, surface, entry, exact);
  }

  private void write(List<String> keys, String surface, DrugEntry entry, boolean exact) {
    try {
      DataOutputStream out = new DataOutputStream(data);
      out.writeInt(0);
      string(out, String.join(" ", keys));
      string(out, surface);
      string(out, exact ? "=" : "");
      string(out, entry.name());
      string(out, entry.kind());
      string(out, entry.group());
      StringBuilder ids = new StringBuilder();
      entry.ids().forEach((key, value) -> ids.append(key).append('=').append(value).append('|'));
      string(out, ids.toString());
    } catch (IOException never) {
      throw new IllegalStateException("memory can always be written to", never);
    }
  }

  private static void string(DataOutputStream out, String value) throws IOException {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LONGEST);
    out.writeShort(length);
    out.write(bytes, 0, length);
  }

  /** Writes the file; a reader never sees half of it. */
  public void writeTo(Path file) throws IOException {
    int slots = Math.max(16, (int) (offsets.size() / FILLED)) | 1;
    long start = NameIndex.HEADER + (long) slots * NameIndex.SLOT;
    if (start + data.size() > Integer.MAX_VALUE) {
      throw new IOException("more names than an index of 2 GB holds; leave some out");
    }
    byte[] content = data.toByteArray();
    ByteBuffer table = ByteBuffer.allocate((int) start);
    table.putLong(0, NameIndex.MAGIC).putInt(8, slots);
    ByteBuffer all = ByteBuffer.wrap(content);
    followers.forEach((name, next) -> all.putInt(name, (int) start + next));
    // In the order of the hashes, so that collisions end in the same slots each time.
    offsets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> fill(table, slots, each.getKey(), each.getValue(), (int) start));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (OutputStream out = Files.newOutputStream(fresh)) {
      out.write(table.array());
      out.write(content);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void fill(ByteBuffer table, int slots, long hash, int offset, int start) {
    int slot = NameHash.slot(hash, slots);
    while (table.getInt(NameIndex.HEADER + slot * NameIndex.SLOT + 8) != 0) {
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
    int at = NameIndex.HEADER + slot * NameIndex.SLOT;
    int where = offset == NameIndex.BEGINNING ? offset : start + offset - NameIndex.BEGINNING - 1;
    table.putLong(at, hash).putInt(at + 8, where);
  }
}
