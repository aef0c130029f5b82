package dev.touchstone.batch;

import dev.touchstone.consistency.check.CheckCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads {@code config/suppressions.yml}. What cannot be is refused with its line and the cure: a
 * suppression that is silently not applied, or applied to more than was meant, is worse than none.
 */
final class SuppressionsFile {

  private static final List<String> KEYS =
      List.of("rule", "document", "finding", "reason", "author", "expires");

  private static final Pattern KEY = Pattern.compile("suppressions\\[(\\d+)]\\.(.+)");
  private static final Pattern FINDING = Pattern.compile("f-[0-9a-f]{12}(?:-\\d+)?");

  private record Value(String words, int line) {}

  private final Path file;
  private final TreeMap<Integer, Map<String, Value>> entries = new TreeMap<>();

  private SuppressionsFile(Path file) {
    this.file = file;
  }

  /** A file that is not there suppresses nothing. */
  static Suppressions read(Path file) throws WrongUsage {
    if (!Files.exists(file)) {
      return Suppressions.NONE;
    }
    SuppressionsFile reading = new SuppressionsFile(file);
    reading.load();
    List<Suppressions.Entry> entries = new ArrayList<>();
    for (Map<String, Value> entry : reading.entries.values()) {
      entries.add(reading.entry(entry));
    }
    return new Suppressions(entries);
  }

  private void load() throws WrongUsage {
    try {
      for (PropertySource<?> source :
          new YamlPropertySourceLoader().load(file.toString(), new FileSystemResource(file))) {
        if (source instanceof EnumerablePropertySource<?> keyed) {
          for (String key : keyed.getPropertyNames()) {
            add(key, new Value(String.valueOf(source.getProperty(key)).strip(), line(source, key)));
          }
        }
      }
    } catch (IOException | YAMLException | IllegalStateException e) {
      String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
      throw new WrongUsage("The file " + file + " is not valid YAML: " + why);
    }
  }

  private void add(String key, Value value) throws WrongUsage {
    Matcher matcher = KEY.matcher(key);
    if (!matcher.matches()) {
      if (key.equals("suppressions") && value.words().isEmpty()) {
        return;
      }
      throw wrong(
          value.line(),
          "\"" + key + "\" cannot stand here.",
          "The file holds a list below \"suppressions:\"; its head shows an entry.");
    }
    String member = matcher.group(2);
    if (!KEYS.contains(member)) {
      throw wrong(value.line(), "Unknown key " + member + ".", Nearest.cure(member, KEYS, "keys"));
    }
    entries
        .computeIfAbsent(Integer.valueOf(matcher.group(1)), any -> new TreeMap<>())
        .put(member, value);
  }

  private Suppressions.Entry entry(Map<String, Value> given) throws WrongUsage {
    int line = given.values().stream().mapToInt(Value::line).min().orElse(0);
    for (String needed : List.of("reason", "author", "expires")) {
      Value value = given.get(needed);
      if (value == null || value.words().isEmpty()) {
        throw wrong(
            line,
            "The entry has no " + needed + ".",
            "Give it " + (needed.equals("reason") ? "a " : "an ") + needed + ".");
      }
    }
    if (!given.containsKey("rule")
        && !given.containsKey("document")
        && !given.containsKey("finding")) {
      throw wrong(
          line,
          "The entry would suppress every finding of every document.",
          "Give it a rule, a document or a finding.");
    }
    return new Suppressions.Entry(
        line,
        rule(given.get("rule")),
        glob(given.get("document")),
        finding(given.get("finding")),
        words(given, "reason"),
        words(given, "author"),
        day(given.get("expires")));
  }

  private static String words(Map<String, Value> given, String key) {
    Value value = given.get(key);
    return value == null ? "" : value.words();
  }

  private @Nullable String rule(@Nullable Value value) throws WrongUsage {
    if (value != null && !CheckCatalogue.rules().contains(value.words())) {
      throw wrong(
          value.line(),
          "There is no check " + value.words() + ".",
          Nearest.cure(value.words(), CheckCatalogue.rules(), "checks"));
    }
    return value == null ? null : value.words();
  }

  private @Nullable String glob(@Nullable Value value) throws WrongUsage {
    if (value == null) {
      return null;
    }
    try {
      Suppressions.Entry.matcher(value.words());
      return value.words();
    } catch (PatternSyntaxException e) {
      throw wrong(
          value.line(),
          "\"" + value.words() + "\" is no pattern for paths: " + e.getDescription() + ".",
          "Write for example \"vendor/**\" or \"**.pdf\".");
    }
  }

  private @Nullable String finding(@Nullable Value value) throws WrongUsage {
    if (value != null && !FINDING.matcher(value.words()).matches()) {
      throw wrong(
          value.line(),
          "\"" + value.words() + "\" is no id of a finding.",
          "Copy it from the foot of the finding's card: f- and twelve digits or letters.");
    }
    return value == null ? null : value.words();
  }

  private LocalDate day(@Nullable Value value) throws WrongUsage {
    String words = value == null ? "" : value.words();
    try {
      return LocalDate.parse(words);
    } catch (DateTimeParseException e) {
      throw wrong(
          value == null ? 0 : value.line(),
          "\"" + words + "\" is no date.",
          "Write the last day it holds as 2027-01-31.");
    }
  }

  private WrongUsage wrong(int line, String what, String cure) {
    return new WrongUsage(file + ", line " + line + ": " + what + " " + cure);
  }

  private static int line(PropertySource<?> source, String key) {
    var origin = OriginLookup.getOrigin(source, key);
    while (origin instanceof PropertySourceOrigin wrapped && wrapped.getOrigin() != null) {
      origin = wrapped.getOrigin();
    }
    return origin instanceof TextResourceOrigin text && text.getLocation() != null
        ? text.getLocation().getLine() + 1
        : 0;
  }
}
