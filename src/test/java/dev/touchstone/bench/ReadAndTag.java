package dev.touchstone.bench;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The least that any program of this kind has to do: the text of each file, cut into tokens and
 * sentences, tagged and lemmatised. Prints the CPU seconds this took, the start of the Java machine
 * included.
 */
final class ReadAndTag {

  private ReadAndTag() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: ReadAndTag FOLDER");
      System.exit(2);
    }
    Properties settings = new Properties();
    settings.setProperty("annotators", "tokenize,ssplit,pos,lemma");
    StanfordCoreNLP tagger = new StanfordCoreNLP(settings);
    long tokens = 0;
    List<Path> files = filesBelow(Path.of(args[0]));
    for (Path file : files) {
      CoreDocument document = new CoreDocument(textOf(file));
      tagger.annotate(document);
      tokens += document.tokens() == null ? 0 : document.tokens().size();
    }
    System.out.printf(
        Locale.ROOT, "%d files, %d tokens, %.2f CPU seconds%n", files.size(), tokens, cpuSeconds());
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String textOf(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
        return new PDFTextStripper().getText(pdf);
      }
    }
    if (name.endsWith(".docx")) {
      try (InputStream in = Files.newInputStream(file);
          XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(in))) {
        return words.getText();
      }
    }
    // Bytes that are no UTF-8 must not end the measurement.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    if (name.endsWith(".html") || name.endsWith(".htm")) {
      return Jsoup.parse(text).wholeText();
    }
    if (name.endsWith(".xml") || name.endsWith(".nxml")) {
      return Jsoup.parse(text, "", Parser.xmlParser()).wholeText();
    }
    return text;
  }

  private static double cpuSeconds() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return machine.getProcessCpuTime() / 1e9;
  }
}
