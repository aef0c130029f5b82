package dev.touchstone.vocabulary.imported;

import dev.touchstone.vocabulary.DrugEntry;
import dev.touchstone.vocabulary.ImportedVocabulary;
import dev.touchstone.vocabulary.NameIndexWriter;
import dev.touchstone.vocabulary.Stem;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports a vocabulary: its names go to an index beside the lexicons, and a small file says where
 * they are from. Names that would be found where no drug is meant are left out: too short, too
 * long, ordinary words, and what our own lexicons know as an outcome, a condition or a unit.
 */
public final class VocabularyImport {

  private static final int LONGEST = 150;

  private final Path lexicons;
  private final Vocabulary known;
  private final Set<String> ordinary = new HashSet<>();

  /**
   * @param lexicons folder with {@code drugs.tsv}
   */
  public VocabularyImport(Path lexicons) throws IOException {
    this.lexicons = lexicons;
    this.known = Vocabulary.load(lexicons);
    for (Stem stem : known.stems()) {
      if (stem.position() == Stem.Position.EXCEPT) {
        ordinary.add(stem.text());
      }
    }
  }

  /** What was imported, and how many names were not. */
  public record Result(ImportedVocabulary vocabulary, int leftOut) {}

  /**
   * Imports a file. A vocabulary of the same name is replaced.
   *
   * @param format null to tell it by the file's first line
   * @param licence null for what the publisher states
   */
  public Result run(
      Path file, @Nullable VocabularyFormat format, String name, @Nullable String licence)
      throws IOException, BadVocabulary {
    if (!name.matches("[\\p{Alnum}][\\p{Alnum}._-]{0,60}")) {
      throw new BadVocabulary(
          file,
          "\"" + name + "\" cannot be a vocabulary's name",
          "give one of letters, digits and hyphens with --as");
    }
    if (!Files.isRegularFile(file)) {
      throw new BadVocabulary(file, "no such file", "give the path of the unpacked file");
    }
    VocabularyFormat form = format == null ? VocabularyFormat.ofContent(file) : format;
    Collector collector = new Collector();
    form.names().read(file, collector::add);
    if (collector.drugs == 0) {
      throw new BadVocabulary(
          file, "holds no drug", "look whether it is the file of names, and the whole of it");
    }
    ImportedVocabulary vocabulary =
        new ImportedVocabulary(
            name,
            form.code(),
            String.valueOf(file.getFileName()),
            LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC)
                .toString(),
            licence == null ? form.licence() : licence,
            sha256(file),
            collector.drugs,
            collector.index.names());
    Files.createDirectories(lexicons.resolve(ImportedVocabulary.FOLDER));
    collector.index.writeTo(vocabulary.index(lexicons));
    vocabulary.record(lexicons);
    return new Result(vocabulary, collector.leftOut);
  }

  private final class Collector {

    private final NameIndexWriter index = new NameIndexWriter();
    private int drugs;
    private int leftOut;

    void add(DrugEntry entry, List<String> names) {
      boolean any = false;
      for (String name : new LinkedHashSet<>(names)) {
        if (isFit(name)) {
          index.add(name, entry);
          any = true;
        } else {
          leftOut++;
        }
      }
      drugs += any ? 1 : 0;
    }
  }

  private boolean isFit(String name) {
    long letters = name.chars().filter(Character::isLetter).count();
    return name.length() >= 3
        && letters >= 2
        && name.length() <= LONGEST
        && !(name.length() == 3 && name.equals(name.toUpperCase(Locale.ROOT)))
        && !ordinary.contains(name.toLowerCase(Locale.ROOT))
        && known.outcomes().get(name) == null
        && known.conditions().get(name) == null
        && known.units().get(name) == null;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java platform has SHA-256", never);
    }
  }
}
