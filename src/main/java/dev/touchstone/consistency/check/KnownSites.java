package dev.touchstone.consistency.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sites that references are named after, with the hosts that they have, from {@code sites.tsv}. */
final class KnownSites {

  /** The part behind the last {@code -} or {@code |} of a title, as browsers print it. */
  private static final Pattern LAST_PART = Pattern.compile("(?:^|\\s[-–—|]\\s)([^|–—]+)$");

  private static final Map<String, List<String>> HOSTS = load();

  private KnownSites() {}

  private static Map<String, List<String>> load() {
    Map<String, List<String>> hosts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    try (InputStream in = KnownSites.class.getResourceAsStream("sites.tsv")) {
      if (in == null) {
        throw new IllegalStateException("sites.tsv is missing beside " + KnownSites.class);
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] fields = line.split("\t");
          hosts.put(fields[0].strip(), List.of(fields[1].strip().split("\\s+")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hosts;
  }

  /** The site that a title is, or ends with; null where it names none. */
  static @Nullable String siteNamedBy(String title) {
    Matcher last = LAST_PART.matcher(title.strip());
    String name = last.find() ? last.group(1).strip() : title.strip();
    return HOSTS.containsKey(name) ? name : null;
  }

  static boolean belongs(String site, String host) {
    String asked = host.toLowerCase(Locale.ROOT);
    return HOSTS.getOrDefault(site, List.of()).stream()
        .anyMatch(its -> asked.equals(its) || asked.endsWith("." + its));
  }
}
