package dev.touchstone.mention;

import dev.touchstone.document.Document;
import dev.touchstone.document.Rejection;
import dev.touchstone.ingest.DocumentReader;
import dev.touchstone.ingest.ReadLimits;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Prints the mentions of files, sentence by sentence, for a person to look at. Arguments: files,
 * and types of mentions where not all are wanted.
 */
final class PrintMentions {

  private PrintMentions() {}

  public static void main(String[] arguments) throws IOException {
    Set<String> types =
        Set.copyOf(List.of(arguments).stream().filter(each -> each.matches("[A-Z]+")).toList());
    MentionFinder finder = new MentionFinder(Vocabulary.load(Path.of("config/lexicon")));
    DocumentReader reader = new DocumentReader(ReadLimits.DEFAULTS);
    for (String argument : arguments) {
      if (types.contains(argument)) {
        continue;
      }
      var read = reader.read(argument, Files.readAllBytes(Path.of(argument)));
      if (read instanceof Rejection rejection) {
        System.out.println(rejection);
      } else {
        System.out.println("==== " + argument);
        finder.find((Document) read).units().forEach(unit -> print(unit, types));
      }
    }
  }

  private static String brief(Mention mention) {
    return mention
        .normal()
        .toString()
        .replaceAll("[a-zA-Z]+=(?:null|\\{})(?:, )?", "")
        .replaceAll("ReportedNumber\\[asWritten=([^,]*), value=[^\\]]*\\]", "$1")
        .replaceAll(", \\]", "]")
        .replace("comparator=EQUAL", "");
  }

  private static void print(Unit unit, Set<String> types) {
    String place = unit.cell() == null ? unit.part().name() : unit.cell().toString();
    for (Sentence sentence : unit.sentences()) {
      List<Mention> mentions =
          unit.mentions(sentence).stream()
              .filter(mention -> types.isEmpty() || types.contains(mention.type().name()))
              .toList();
      System.out.println(
          place + " | " + unit.reading().text().substring(sentence.start(), sentence.end()));
      for (Mention mention : mentions) {
        System.out.println(
            "    "
                + (mention.negated() ? "NOT " : "")
                + "["
                + mention.text()
                + "] "
                + brief(mention)
                + "   <"
                + mention.origin()
                + ">");
      }
    }
  }
}
