package dev.touchstone.batch;

import dev.touchstone.consistency.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.scheduling.support.CronExpression;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the settings file. A key that nobody knows, or a value that cannot be, is refused with its
 * line and what could stand there; {@code ${NAME}} takes a value from the environment.
 */
public final class SettingsFile {

  private static final String PREFIX = "touchstone";

  /** Every key there is, which is what the records of {@link Settings} have. */
  private static final List<String> KEYS = keys(PREFIX, Settings.class);

  private final @Nullable Path file;
  private final MutablePropertySources sources = new MutablePropertySources();

  private SettingsFile(@Nullable Path file) {
    this.file = file;
  }

  /** The defaults, for a program without a settings file. */
  public static Settings defaults() throws WrongUsage {
    return new SettingsFile(null).bind();
  }

  public static Settings read(Path file) throws WrongUsage {
    SettingsFile settings = new SettingsFile(file);
    settings.load(file);
    settings.refuseUnknownKeys();
    return settings.bind();
  }

  private void load(Path path) throws WrongUsage {
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw new WrongUsage(
          "The settings file "
              + path
              + (Files.isDirectory(path) ? " is a folder." : " cannot be read.")
              + " Give an existing file with --config.");
    }
    try {
      new YamlPropertySourceLoader()
          .load(path.toString(), new FileSystemResource(path))
          .forEach(source -> sources.addLast(withoutEmptySections(source)));
    } catch (IOException | YAMLException | IllegalStateException e) {
      String why = String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " ");
      throw new WrongUsage("The settings file " + path + " is not valid YAML: " + why);
    }
  }

  private void refuseUnknownKeys() throws WrongUsage {
    for (PropertySource<?> source : sources) {
      if (!(source instanceof EnumerablePropertySource<?> keyed)) {
        continue;
      }
      for (String key : keyed.getPropertyNames()) {
        String plain = key.replaceAll("\\[\\d+\\]", "").toLowerCase(java.util.Locale.ROOT);
        if (!KEYS.contains(plain)) {
          throw new WrongUsage(
              "Unknown setting "
                  + key
                  + where(source, key)
                  + ". "
                  + Nearest.cure(plain, KEYS, "settings"));
        }
      }
    }
  }

  /** {@code store:} with all its lines commented out is read as an empty text; it says nothing. */
  private static PropertySource<?> withoutEmptySections(PropertySource<?> source) {
    Map<String, Object> kept = new LinkedHashMap<>();
    if (source.getSource() instanceof Map<?, ?> all) {
      all.forEach(
          (key, value) -> {
            String section = key + ".";
            boolean empty =
                String.valueOf(value).isEmpty()
                    && KEYS.stream().anyMatch(known -> known.startsWith(section));
            if (!empty && value != null) {
              kept.put(key.toString(), value);
            }
          });
    }
    return new OriginTrackedMapPropertySource(source.getName(), kept);
  }

  private Settings bind() throws WrongUsage {
    List<PropertySource<?>> own = sources.stream().toList();
    sources.addLast(
        new SystemEnvironmentPropertySource("environment", Map.copyOf(System.getenv())));
    Binder binder =
        new Binder(
            ConfigurationPropertySources.from(own),
            new PropertySourcesPlaceholdersResolver(sources));
    try {
      Settings settings = binder.bindOrCreate(PREFIX, Bindable.of(Settings.class));
      check(settings);
      return settings;
    } catch (BindException e) {
      ConfigurationProperty property = e.getProperty();
      Throwable root = e;
      while (root.getCause() != null && root.getCause() != root) {
        root = root.getCause();
      }
      Object value = property == null ? "" : property.getValue();
      throw new WrongUsage(
          "The setting "
              + e.getName()
              + lineOf(property == null ? null : property.getOrigin())
              + " cannot be \""
              + value
              + "\": "
              + String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " "));
    }
  }

  private void check(Settings settings) throws WrongUsage {
    require(settings.threads() >= 0, "threads", "must be 0 (one per core) or more");
    require(isPositive(settings.timeLimit()), "time-limit", "must be longer than nothing");
    require(
        settings.failOn().equals("none")
            || Arrays.stream(Severity.values()).anyMatch(s -> s.code().equals(settings.failOn())),
        "fail-on",
        "must be none, error, warning or note");
    Settings.Limits limits = settings.limits();
    require(limits.fileBytes().toBytes() > 0, "limits.file-bytes", "must be at least 1 byte");
    require(
        limits.fileBytes().toBytes() <= Integer.MAX_VALUE - 16,
        "limits.file-bytes",
        "must be below 2GB");
    require(
        limits.expandedBytes().toBytes() > 0, "limits.expanded-bytes", "must be at least 1 byte");
    require(limits.expansionRatio() > 0, "limits.expansion-ratio", "must be at least 1");
    require(limits.archiveEntries() > 0, "limits.archive-entries", "must be at least 1");
    require(limits.nesting() > 0, "limits.nesting", "must be at least 1");
    require(limits.pages() > 0, "limits.pages", "must be at least 1");
    require(limits.tableCells() > 0, "limits.table-cells", "must be at least 1");
    require(limits.blocks() > 0, "limits.blocks", "must be at least 1");
    Settings.Recognition recognition = settings.recognition();
    require(
        !recognition.enabled() || !recognition.program().isBlank(),
        "recognition.program",
        "must be the name or path of a program");
    require(
        recognition.languages().matches("[A-Za-z0-9_/]+(\\+[A-Za-z0-9_/]+)*"),
        "recognition.languages",
        "must be languages of Tesseract joined by +, such as eng or eng+deu");
    require(
        isPositive(recognition.pageTimeLimit()),
        "recognition.page-time-limit",
        "must be longer than nothing");
    String url = settings.store().url();
    require(
        url.isEmpty() || url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:"),
        "store.url",
        "must be empty or begin with jdbc:postgresql: or jdbc:h2:");
    String cron = settings.watch().cron();
    require(
        cron.equals("-") || CronExpression.isValidExpression(cron),
        "watch.cron",
        "is no cron expression of six fields (second minute hour day month weekday), such as"
            + " \"0 0 2 * * *\" for two at night, nor \"-\" for none");
    require(isPositive(settings.watch().settle()), "watch.settle", "must be longer than nothing");
    require(isPositive(settings.watch().poll()), "watch.poll", "must be longer than nothing");
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isZero() && !duration.isNegative();
  }

  private void require(boolean holds, String key, String otherwise) throws WrongUsage {
    if (!holds) {
      String full = PREFIX + "." + key;
      String line = "";
      for (PropertySource<?> source : sources) {
        if (source.containsProperty(full)) {
          line = where(source, full);
        }
      }
      throw new WrongUsage("The setting " + full + line + " " + otherwise + ".");
    }
  }

  private String where(PropertySource<?> source, String key) {
    return lineOf(OriginLookup.getOrigin(source, key));
  }

  private String lineOf(@Nullable Origin given) {
    Origin origin = given;
    while (origin instanceof PropertySourceOrigin wrapped && wrapped.getOrigin() != null) {
      origin = wrapped.getOrigin();
    }
    if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
      return " (" + file + ", line " + (text.getLocation().getLine() + 1) + ")";
    }
    return file == null ? "" : " (" + file + ")";
  }

  private static List<String> keys(String prefix, Class<?> type) {
    List<String> keys = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      String name =
          prefix
              + "."
              + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      if (component.getType().isRecord()) {
        keys.addAll(keys(name, component.getType()));
      } else {
        keys.add(name);
      }
    }
    return keys;
  }
}
