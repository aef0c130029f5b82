package dev.touchstone.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One word for all that decides what a document's bytes come to: the program, the settings that
 * matter and the word lists. Results that carry another one are made anew.
 */
final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String of(Path home, Settings settings) {
    try {
      Fingerprint fingerprint = new Fingerprint();
      fingerprint.program();
      fingerprint.add("limits", settings.limits().toString());
      fingerprint.add("time-limit", settings.timeLimit().toString());
      fingerprint.add("recognition", settings.recognition().toString());
      fingerprint.add("recogniser", WholePipeline.recognition(settings).version());
      fingerprint.files(home.resolve("config/lexicon"), true);
      fingerprint.files(home.resolve("config/structure"), true);
      return HexFormat.of().formatHex(fingerprint.digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own files cannot be read", e);
    }
  }

  private void program() throws IOException {
    Path code = codeLocation();
    if (code == null) {
      add("program", "unknown");
    } else if (Files.isDirectory(code)) {
      files(code, false);
    } else {
      jar(code);
    }
  }

  private static @Nullable Path codeLocation() {
    try {
      var source = Fingerprint.class.getProtectionDomain().getCodeSource();
      if (source == null) {
        return null;
      }
      String location = source.getLocation().toURI().toString();
      // Within Boot's jar: jar:nested:/path/touchstone.jar/!BOOT-INF/classes/!/
      int nested = location.indexOf("/!");
      String path = location.replaceFirst("^jar:", "").replaceFirst("^nested:", "file:");
      return nested < 0
          ? Path.of(source.getLocation().toURI())
          : Path.of(java.net.URI.create(path.substring(0, path.indexOf("/!"))));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** A jar's directory has the checksum of each entry, so that nothing need be read or unpacked. */
  private void jar(Path file) throws IOException {
    TreeMap<String, Long> entries = new TreeMap<>();
    try (JarFile jar = new JarFile(file.toFile(), false)) {
      for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        entries.put(entry.getName(), entry.getCrc());
      }
      Manifest manifest = jar.getManifest();
      if (manifest != null) {
        String libraries = manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        add("libraries", libraries == null ? "" : libraries);
      }
    }
    entries.forEach((name, crc) -> add(name, Long.toHexString(crc)));
  }

  /** Files of a folder by name, with their content or, where that would take long, their size. */
  private void files(Path folder, boolean all) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      // An imported vocabulary may be large; the hash of what was imported stands beside it.
      if (file.toString().endsWith(".index")) {
        continue;
      }
      boolean model = !all && Files.size(file) > 1_000_000;
      byte[] content =
          model
              ? Long.toString(Files.size(file)).getBytes(StandardCharsets.US_ASCII)
              : Files.readAllBytes(file);
      add(folder.relativize(file).toString().replace('\\', '/'), content);
    }
  }

  private void add(String name, String value) {
    add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private void add(String name, byte[] value) {
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(Integer.toString(value.length).getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) 0);
    digest.update(value);
  }
}
