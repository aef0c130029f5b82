package dev.touchstone.vocabulary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Drug names in a file that is mapped into memory: half a million of them cost no time at the start
 * and one look at the table for each word of a text.
 *
 * <p>The file is a hash table of key sequences, such as {@code ado | trastuzumab | emtansine}, and
 * of the beginnings of these; behind it stand the names. {@link NameIndexWriter} describes the
 * bytes. Safe for use by several threads.
 */
final class NameIndex implements NameSource<DrugEntry> {

  static final long MAGIC = 0x5453_4e41_4d45_5331L;
  static final int HEADER = 16;
  static final int SLOT = 12;

  /** A slot's offset where a key sequence only begins others. */
  static final int BEGINNING = 1;

  private final ByteBuffer bytes;
  private final int slots;

  private NameIndex(ByteBuffer bytes, int slots) {
    this.bytes = bytes;
    this.slots = slots;
  }

  /**
   * Opens an index.
   *
   * @throws IOException if the file is missing or no index; the message names file and cure
   */
  static NameIndex open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      if (bytes.capacity() < HEADER || bytes.getLong(0) != MAGIC) {
        throw damaged(file);
      }
      int slots = bytes.getInt(8);
      if (slots < 1 || HEADER + (long) slots * SLOT > bytes.capacity()) {
        throw damaged(file);
      }
      return new NameIndex(bytes, slots);
    }
  }

  private static IOException damaged(Path file) {
    return new IOException(
        file + ": not an index of names, or a damaged one; import the vocabulary again");
  }

  @Override
  public @Nullable Found<DrugEntry> at(String text, List<Word> words, int from) {
    long hash = NameHash.START;
    Found<DrugEntry> best = null;
    for (int i = from; i < words.size(); i++) {
      Word word = words.get(i);
      if (i > from && !Lexicon.joined(text, words.get(i - 1).end(), word.start())) {
        break;
      }
      hash = NameHash.add(hash, word.key());
      int offset = offsetOf(hash);
      if (offset == 0) {
        break;
      }
      Found<DrugEntry> here = offset == BEGINNING ? null : fitting(text, words, from, i, offset);
      best = here == null ? best : here;
    }
    return best;
  }

  private int offsetOf(long hash) {
    int slot = NameHash.slot(hash, slots);
    while (true) {
      int at = HEADER + slot * SLOT;
      int offset = bytes.getInt(at + 8);
      if (offset == 0 || bytes.getLong(at) == hash) {
        return offset;
      }
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
  }

  /** The first name at the offset whose keys and capitals are those of the text. */
  private @Nullable Found<DrugEntry> fitting(
      String text, List<Word> words, int from, int to, int offset) {
    int next = offset;
    while (next > BEGINNING) {
      Record name = new Record(next);
      String keys = name.string();
      String surface = name.string();
      boolean exact = name.string().equals("=");
      int start = words.get(from).start();
      int end = words.get(to).end();
      if (NameHash.isSame(keys, words, from, to)
          && (!exact || Lexicon.fitsExactly(surface, text, start, end))) {
        return new Found<>(new Hit<>(start, end, name.entry(), surface), to + 1);
      }
      next = name.follower;
    }
    return null;
  }

  /** A name of the data behind the table, read from its beginning. */
  private final class Record {

    private final int follower;
    private int at;

    Record(int offset) {
      follower = bytes.getInt(offset);
      at = offset + 4;
    }

    String string() {
      int length = Short.toUnsignedInt(bytes.getShort(at));
      byte[] content = new byte[length];
      bytes.get(at + 2, content);
      at += 2 + length;
      return new String(content, StandardCharsets.UTF_8);
    }

    DrugEntry entry() {
      String name = string();
      String kind = string();
      String group = string();
      SortedMap<String, String> ids = new TreeMap<>();
      for (String id : string().split("\\|", -1)) {
        int equals = id.indexOf('=');
        if (equals > 0) {
          ids.put(id.substring(0, equals), id.substring(equals + 1));
        }
      }
      return new DrugEntry(name, kind, group, ids);
    }
  }
}
