package dev.touchstone.bench;

import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionFinder;
import dev.touchstone.mention.MentionType;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of the drugs that trials compare are found in their articles: with the whole lexicon, and
 * with every row taken out that has one of those very names, so that stems, code names, definitions
 * and phrases of treatment are left.
 *
 * <p>Arguments: a folder of articles, and a table of two columns between tabs: a file of the
 * folder, a drug's name as it is written there. A name counts as found if a drug mention covers it
 * once; the share of all its places is printed beside it.
 */
final class DrugRecall {

  private DrugRecall() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: DrugRecall FOLDER NAMES.tsv");
      System.exit(2);
    }
    Map<String, List<String>> names = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] columns = line.split("\t", -1);
      if (columns.length == 2) {
        names.computeIfAbsent(columns[0], unused -> new ArrayList<>()).add(columns[1].strip());
      }
    }
    Path lexicons = Path.of("config", "lexicon");
    report("the whole lexicon", Path.of(arguments[0]), names, lexicons);
    Path without = Files.createTempDirectory("lexicon");
    int left = copyWithout(lexicons, without, names);
    report(left + " rows with those names taken out", Path.of(arguments[0]), names, without);
  }

  private static void report(
      String title, Path folder, Map<String, List<String>> names, Path lexicons)
      throws IOException {
    MentionFinder finder = new MentionFinder(Vocabulary.load(lexicons));
    DocumentReader reader = new DocumentReader(ReadLimits.DEFAULTS);
    int asked = 0;
    int found = 0;
    long places = 0;
    long placesFound = 0;
    List<String> missed = new ArrayList<>();
    for (Map.Entry<String, List<String>> each : names.entrySet()) {
      Path file = folder.resolve(each.getKey());
      var read = reader.read(each.getKey(), Files.readAllBytes(file));
      if (!(read instanceof Document)) {
        System.err.println(read);
        continue;
      }
      Document document = (Document) read;
      List<Mention> drugs =
          finder.find(document).mentions().stream()
              .filter(mention -> mention.type() == MentionType.DRUG)
              .toList();
      for (String name : each.getValue()) {
        List<Integer> all = placesOf(name, document.text());
        if (all.isEmpty()) {
          continue;
        }
        long covered =
            all.stream()
                .filter(
                    at ->
                        drugs.stream()
                            .anyMatch(
                                drug ->
                                    drug.span().start() <= at
                                        && drug.span().end() >= at + name.length()))
                .count();
        asked++;
        places += all.size();
        placesFound += covered;
        if (covered > 0) {
          found++;
        } else {
          missed.add(name);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d of %d names (%.1f %%), %d of %d places (%.1f %%)%n  missed: %s%n",
        title,
        found,
        asked,
        100.0 * found / asked,
        placesFound,
        places,
        100.0 * placesFound / places,
        String.join(", ", missed));
  }

  private static List<Integer> placesOf(String name, String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    String wanted = name.toLowerCase(Locale.ROOT);
    boolean exact = name.length() <= 3;
    List<Integer> places = new ArrayList<>();
    for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      boolean whole =
          (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
              && (at + name.length() == text.length()
                  || !Character.isLetterOrDigit(text.charAt(at + name.length())));
      if (whole && (!exact || text.startsWith(name, at))) {
        places.add(at);
      }
    }
    return places;
  }

  /** Copies the lexicons but for the rows that have one of the names; returns their number. */
  private static int copyWithout(Path from, Path to, Map<String, List<String>> names)
      throws IOException {
    Set<String> refused = new HashSet<>();
    names.values().forEach(list -> list.forEach(name -> refused.add(key(name))));
    int out = 0;
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        List<String> lines = Files.readAllLines(file);
        List<String> kept = lines;
        if (file.getFileName().toString().startsWith("drugs")) {
          kept = lines.stream().filter(line -> !hasOne(line, refused)).toList();
          out += lines.size() - kept.size();
        }
        Files.write(to.resolve(file.getFileName()), kept);
      }
    }
    return out;
  }

  private static boolean hasOne(String line, Set<String> refused) {
    if (line.startsWith("#")) {
      return false;
    }
    String[] cells = line.split("\t", -1);
    return refused.contains(key(cells[0]))
        || (cells.length > 3
            && Stream.of(cells[3].split("\\|", -1))
                .map(DrugRecall::key)
                .anyMatch(refused::contains));
  }

  private static String key(String name) {
    return Words.of(name).stream().map(Word::key).collect(Collectors.joining(" "));
  }
}
