package dev.touchstone.bench;

import dev.touchstone.document.Document;
import dev.touchstone.document.ReadResult;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads the PDF files of a folder and does nothing else with them: with our reader, which also
 * finds sections and tables, or with PDFBox's text stripper. Prints the CPU seconds of the process.
 */
final class ReadOnly {

  private ReadOnly() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2 || !(args[0].equals("reader") || args[0].equals("stripper"))) {
      System.err.println("usage: ReadOnly reader|stripper FOLDER");
      System.exit(2);
    }
    boolean whole = args[0].equals("reader");
    DocumentReader reader = new DocumentReader(ReadLimits.DEFAULTS);
    List<Path> files = pdfsBelow(Path.of(args[1]));
    long characters = 0;
    for (Path file : files) {
      characters += whole ? read(reader, file) : strip(file);
    }
    System.out.printf(
        Locale.ROOT,
        "%d files, %d characters, %.2f CPU seconds%n",
        files.size(),
        characters,
        cpuSeconds());
  }

  private static List<Path> pdfsBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf"))
          .sorted()
          .toList();
    }
  }

  private static int read(DocumentReader reader, Path file) throws IOException {
    ReadResult result = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
    return result instanceof Document document ? document.text().length() : 0;
  }

  private static int strip(Path file) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(pdf).length();
    }
  }

  private static double cpuSeconds() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return machine.getProcessCpuTime() / 1e9;
  }
}
