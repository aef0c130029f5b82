package dev.touchstone.report;

import dev.touchstone.consistency.Severity;
import dev.touchstone.store.Standing;
import dev.touchstone.store.Standings;
import dev.touchstone.store.StoredCrossFinding;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code findings.junit.xml}: a suite per document, a case per check, in the form that build
 * servers read. A finding at or above a severity fails its case; one below it, or one that is
 * suppressed or dismissed, is said in the case's output. A check that did not run is a skipped
 * case, a document that could not be read an error.
 */
final class JunitXml {

  private final XMLStreamWriter xml;
  private final RunState state;
  private final CheckLinks checks;

  /** A case with its findings. */
  private static final class Case {
    private final List<String> failures = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private @Nullable String skipped;
    private @Nullable String error;

    private boolean isSkipped() {
      return skipped != null && failures.isEmpty() && remarks.isEmpty();
    }
  }

  JunitXml(OutputStream out, RunState state, CheckLinks checks) {
    this.state = state;
    this.checks = checks;
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      line(0);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "touchstone");
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  void document(DocumentSummary document) {
    Standings standings = state.standings().apply(document.source());
    Map<String, Case> cases = new LinkedHashMap<>();
    for (DocumentSummary.LedgerLine check : document.checks()) {
      Case of = new Case();
      if (!check.state().equals("ran")) {
        of.skipped =
            check.state().replace('-', ' ') + (check.why() == null ? "" : ": " + check.why());
      }
      cases.put(check.rule(), of);
    }
    for (DocumentSummary.FoundLine finding : document.findings()) {
      Case of = cases.computeIfAbsent(finding.rule(), any -> new Case());
      String where = finding.places().isEmpty() ? "" : " (" + finding.places() + ")";
      enter(
          of,
          finding.severity(),
          finding.message() + where + " [" + finding.id() + "]",
          standings.of(finding.id()));
    }
    suite(document.source(), cases);
  }

  private void enter(Case of, Severity severity, String words, Standing standing) {
    String line = severity.code() + ": " + words;
    if (standing.counts() && severity.compareTo(state.failures()) <= 0) {
      of.failures.add(line);
    } else {
      of.remarks.add(
          standing.counts()
              ? line
              : (standing.isSuppressed() ? "suppressed " : "dismissed ") + line);
    }
  }

  private void suite(String name, Map<String, Case> cases) {
    try {
      line(1);
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", printable(name));
      xml.writeAttribute("tests", String.valueOf(cases.size()));
      xml.writeAttribute("failures", count(cases, it -> !it.failures.isEmpty()));
      xml.writeAttribute("errors", count(cases, it -> it.error != null));
      xml.writeAttribute("skipped", count(cases, Case::isSkipped));
      for (Map.Entry<String, Case> each : cases.entrySet()) {
        testCase(name, each.getKey(), each.getValue());
      }
      line(1);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static String count(Map<String, Case> cases, java.util.function.Predicate<Case> which) {
    return String.valueOf(cases.values().stream().filter(which).count());
  }

  private void testCase(String suite, String rule, Case of) throws XMLStreamException {
    line(2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", printable(suite));
    xml.writeAttribute("name", rule);
    if (!of.failures.isEmpty()) {
      element("failure", of.failures.get(0), checks.title(rule), String.join("\n", of.failures));
    } else if (of.error != null) {
      element("error", of.error, "not read", of.error);
    } else if (of.skipped != null && of.isSkipped()) {
      element("skipped", of.skipped, null, "");
    }
    if (!of.remarks.isEmpty()) {
      line(3);
      xml.writeStartElement("system-out");
      xml.writeCharacters(printable(String.join("\n", of.remarks)));
      xml.writeEndElement();
    }
    line(2);
    xml.writeEndElement();
  }

  private void element(String name, String message, @Nullable String type, String content)
      throws XMLStreamException {
    line(3);
    xml.writeStartElement(name);
    xml.writeAttribute("message", printable(message));
    if (type != null) {
      xml.writeAttribute("type", printable(type));
    }
    xml.writeCharacters(printable(content));
    xml.writeEndElement();
  }

  /** Writes what stands between documents, and those that could not be read. */
  void finish(List<QuarantineEntry> quarantine) {
    Case across = new Case();
    if (state.shared() == 0) {
      across.skipped = "not applicable: no value of one study is stated in more than one document";
    }
    Standings between = state.standings().apply("");
    for (StoredCrossFinding finding : state.across()) {
      enter(
          across,
          Severity.valueOf(finding.severity().toUpperCase(Locale.ROOT)),
          finding.message() + " [" + finding.id() + "]",
          between.of(finding.id()));
    }
    suite("between documents", Map.of(checks.across(), across));
    for (QuarantineEntry entry : quarantine) {
      Case read = new Case();
      read.error = entry.rejection().error() + " " + entry.rejection().cure();
      suite(entry.rejection().source(), Map.of("read", read));
    }
    try {
      line(0);
      xml.writeEndElement();
      line(0);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  /** XML 1.0 has no place for most control characters, nor for half a surrogate pair. */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c < 0xD800)
                        || (c > 0xDFFF && c < 0xFFFE)
                        || c > 0xFFFF
                    ? c
                    : 0xFFFD)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static IllegalStateException failed(XMLStreamException e) {
    return new IllegalStateException("could not write findings.junit.xml", e);
  }
}
