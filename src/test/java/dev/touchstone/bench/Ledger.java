package dev.touchstone.bench;

import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.PageLedger;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.ingest.StructureRules;
import dev.touchstone.recognition.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Balances the text ledger of every PDF of a folder; ends with 1 where one does not add up. */
final class Ledger {

  private Ledger() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: Ledger FOLDER");
      System.exit(2);
    }
    DocumentReader reader =
        new DocumentReader(ReadLimits.DEFAULTS, StructureRules.defaults(), Recognition.OFF);
    long glyphs = 0;
    long placed = 0;
    Map<String, Integer> dropped = new TreeMap<>();
    int faulty = 0;
    List<Path> files = pdfsBelow(Path.of(args[0]));
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      if (!(reader.read(file.getFileName().toString(), bytes) instanceof Document document)) {
        System.out.println(file.getFileName() + ": not read");
        continue;
      }
      List<String> faults = PageLedger.faults(document, bytes);
      faulty += faults.isEmpty() ? 0 : 1;
      faults.forEach(fault -> System.out.println(file.getFileName() + ": " + fault));
      for (Coverage page : document.coverage()) {
        glyphs += page.glyphs();
        placed += page.placed();
        page.dropped().forEach((reason, count) -> dropped.merge(reason, count, Integer::sum));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d files, %d characters, %d placed, left out %s; %d files do not add up%n",
        files.size(),
        glyphs,
        placed,
        dropped,
        faulty);
    System.exit(faulty == 0 ? 0 : 1);
  }

  private static List<Path> pdfsBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
          .sorted()
          .toList();
    }
  }
}
