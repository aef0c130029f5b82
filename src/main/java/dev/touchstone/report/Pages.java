package dev.touchstone.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;

/**
 * Writes pages with the templates under {@code src/main/jte}, which are compiled into the program.
 */
final class Pages {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  private Pages() {}

  static void write(String template, Object page, Path file) {
    WholeFile.write(file, out -> write(template, page, out));
  }

  static void write(String template, Object page, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 15);
    ENGINE.render(template, page, new WriterOutput(writer));
    writer.flush();
  }

  /** A piece of a page. */
  static String text(String template, Object shown) {
    StringOutput out = new StringOutput();
    ENGINE.render(template, shown, out);
    return out.toString();
  }
}
