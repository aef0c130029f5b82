package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Block;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Citations and the reference list: every mark leads to one entry that a reader can find. */
final class Citations implements ConsistencyCheck {

  private static final String LOOK_UP =
      "Look up what the entry is meant to be, and name it in full.";

  @Override
  public String rule() {
    return "citation";
  }

  @Override
  public String summary() {
    return "A citation or its reference leads nowhere certain; name the source in full.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    Document document = note.document();
    List<Reference> references = document.references();
    if (references.isEmpty()) {
      return Examination.notApplicable("The note has no reference list.");
    }
    List<FindingDraft> findings = new ArrayList<>();
    unresolved(document, findings);
    neverCited(document, findings);
    contradictedHosts(document, findings);
    Set<Reference> repeated = repeated(document, findings);
    hostsOnly(document, repeated, findings);
    return Examination.of(references.size(), findings);
  }

  private static void unresolved(Document document, List<FindingDraft> findings) {
    Set<String> known =
        document.references().stream().map(Reference::key).collect(Collectors.toSet());
    if (!known.stream().allMatch(key -> key.matches("\\d+"))) {
      return;
    }
    Map<String, List<Source>> open = new TreeMap<>();
    for (Block block : document.blocks()) {
      for (Passage passage : passages(block)) {
        for (Passage.Mark mark : passage.citations()) {
          if (mark.key().matches("\\d+") && !known.contains(mark.key())) {
            open.computeIfAbsent(mark.key(), key -> new ArrayList<>())
                .add(new Source(passage.source(mark.start(), mark.end()), block.section(), null));
          }
        }
      }
    }
    // A list read in part would leave many marks open; then the list is at fault, not the note.
    if (open.size() > known.size()) {
      return;
    }
    String last = document.references().get(document.references().size() - 1).key();
    open.forEach(
        (key, places) ->
            findings.add(
                FindingDraft.of(
                        Severity.WARNING,
                        "[" + key + "] is cited, but no reference " + key + " is listed.")
                    .found("[" + key + "]")
                    .at(places)
                    .step("Entries of the list", null, "1 to " + last)
                    .settle("Look up which source the statement rests on; correct the number.")
                    .identity("unresolved", key)));
  }

  private static List<Passage> passages(Block block) {
    return block.match(
        heading -> List.of(heading.passage()),
        paragraph -> List.of(paragraph.passage()),
        Citations::passages);
  }

  private static List<Passage> passages(Table table) {
    List<Passage> all = new ArrayList<>();
    all.add(table.caption());
    table.cells().stream().map(Cell::passage).forEach(all::add);
    table.notes().forEach(its -> all.add(its.passage()));
    return all;
  }

  private static void neverCited(Document document, List<FindingDraft> findings) {
    List<Reference> open =
        document.references().stream().filter(its -> its.citedAt().isEmpty()).toList();
    // Where most are open, the citations were not recognised, and nothing can be said.
    if (open.isEmpty() || open.size() * 2 > document.references().size()) {
      return;
    }
    String keys = keys(open);
    findings.add(
        FindingDraft.of(
                Severity.NOTE,
                open.size() == 1
                    ? "Reference " + keys + " is never cited."
                    : "References " + keys + " are never cited.")
            .found(keys)
            .at(open.stream().map(its -> at(document, its)).toList())
            .step("Citations in the text and tables", null, "none of " + keys)
            .settle("Cite the entry where it is used, or take it out.")
            .identity("never cited")
            .identity(open.stream().map(Reference::text).toArray()));
  }

  private static void contradictedHosts(Document document, List<FindingDraft> findings) {
    for (Reference reference : document.references()) {
      String host = reference.host();
      if (host == null) {
        continue;
      }
      String named = KnownSites.siteNamedBy(titleOf(reference));
      if (named == null || KnownSites.belongs(named, host)) {
        continue;
      }
      findings.add(
          FindingDraft.of(
                  Severity.WARNING,
                  "Reference "
                      + reference.key()
                      + " is named "
                      + named
                      + ", but its host is "
                      + host
                      + ".")
              .found(named)
              .expected("a name that fits " + host)
              .at(at(document, reference))
              .at(reference.citedAt().stream().limit(1).map(its -> cited(document, its)).toList())
              .step("Name", null, named)
              .step("Host", null, host)
              .settle(LOOK_UP)
              .identity("host", named, host));
    }
  }

  private static Set<Reference> repeated(Document document, List<FindingDraft> findings) {
    Map<String, List<Reference>> byText = new LinkedHashMap<>();
    Map<String, List<Reference>> byArticle = new LinkedHashMap<>();
    for (Reference reference : document.references()) {
      byText.computeIfAbsent(fold(reference.text()), key -> new ArrayList<>()).add(reference);
      byArticle.computeIfAbsent(articleOf(reference), key -> new ArrayList<>()).add(reference);
    }
    Set<Reference> repeated = new LinkedHashSet<>();
    for (List<Reference> same : byText.values()) {
      if (same.size() > 1) {
        repeated.addAll(same);
        findings.add(
            twice(
                document, same, "References " + keys(same) + " have the same text.", "same text"));
      }
    }
    for (List<Reference> same : byArticle.values()) {
      if (same.size() > 1 && !repeated.containsAll(same)) {
        findings.add(
            twice(
                document,
                same,
                "References " + keys(same) + " are one article, listed " + times(same) + ".",
                "same article"));
      }
    }
    return repeated;
  }

  private static String times(List<Reference> same) {
    return same.size() == 2 ? "twice" : same.size() + " times";
  }

  private static FindingDraft twice(
      Document document, List<Reference> same, String message, String what) {
    FindingDraft finding =
        FindingDraft.of(Severity.NOTE, message)
            .expected("one reference")
            .found(same.size() + " with the " + what)
            .settle("Look up whether one or several sources are meant; list each once, in full.")
            .identity(what, same.get(0).text());
    for (Reference reference : same) {
      finding
          .at(at(document, reference))
          .step("Reference " + reference.key(), reference.text(), null);
    }
    return finding;
  }

  /** What an entry names, without the site that shows it: one article at PMC and at PubMed. */
  private static String articleOf(Reference reference) {
    if (reference.doi() != null) {
      return "doi " + fold(reference.doi());
    }
    String title = titleOf(reference);
    String bare = title.replaceFirst("\\s*(?:[|]|\\s[-–—])\\s*(?:PMC|PubMed)$", "");
    boolean sites = !bare.equals(title);
    // Short titles (“Wikipedia”) name no article.
    return (sites && bare.length() > 30) ? "title " + fold(bare) : "entry " + reference.key();
  }

  private static void hostsOnly(
      Document document, Set<Reference> repeated, List<FindingDraft> findings) {
    List<Reference> bare =
        document.references().stream()
            .filter(its -> !repeated.contains(its) && isHostOnly(its))
            .toList();
    if (bare.isEmpty()) {
      return;
    }
    findings.add(
        FindingDraft.of(
                Severity.NOTE,
                bare.size() == 1
                    ? "Reference " + keys(bare) + " names only a host."
                    : "References " + keys(bare) + " name only a host.")
            .found(bare.stream().map(Reference::host).collect(Collectors.joining(", ")))
            .expected("author, title, year")
            .at(bare.stream().map(its -> at(document, its)).toList())
            .step("Entries without a title", null, String.valueOf(bare.size()))
            .settle(LOOK_UP)
            .identity("host only")
            .identity(bare.stream().map(Reference::text).toArray()));
  }

  private static boolean isHostOnly(Reference reference) {
    String host = reference.host();
    return host != null
        && (titleOf(reference).isEmpty() || fold(titleOf(reference)).equals(fold(host)));
  }

  private static String titleOf(Reference reference) {
    String host = reference.host();
    String text = reference.text().strip();
    return host == null ? text : text.replace("[" + host + "]", "").strip();
  }

  private static String keys(List<Reference> references) {
    List<String> keys = references.stream().map(Reference::key).toList();
    int last = keys.size() - 1;
    return last == 0
        ? keys.get(0)
        : String.join(", ", keys.subList(0, last)) + " and " + keys.get(last);
  }

  private static Source at(Document document, Reference reference) {
    return new Source(reference.span(), sectionAt(document, reference.span().start()), null);
  }

  private static Source cited(Document document, Span span) {
    return new Source(span, sectionAt(document, span.start()), null);
  }

  private static String sectionAt(Document document, int offset) {
    String found = document.sections().get(0).id();
    for (var section : document.sections()) {
      if (section.span().contains(offset)) {
        found = section.id();
      }
    }
    return found;
  }

  private static String fold(String words) {
    return Words.fold(words);
  }
}
