package dev.touchstone.report;

import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of a document from its review. */
final class ReportPages {

  /** Beyond these a page is no longer read; the CSV files have the rest. */
  private static final int MOST_CARDS = 250;

  private static final int MOST_ROWS = 1_500;

  private final NoteReview review;
  private final NoteEvidence evidence;
  private final Document document;
  private final CheckLinks checks;
  private final List<Flag> flags = new ArrayList<>();
  private final PageText text;
  private final TextItems.Laid laid;
  private final Map<String, String> studyLabels;

  private ReportPages(NoteReview review, CheckLinks checks) {
    this.review = review;
    this.evidence = review.evidence();
    this.document = evidence.document();
    this.checks = checks;
    for (int i = 0; i < Math.min(MOST_CARDS, review.findings().size()); i++) {
      Finding finding = review.findings().get(i);
      for (int p = 0; p < Math.min(Cards.MOST_PLACES, finding.where().size()); p++) {
        flags.add(new Flag(i + 1, p, finding.id(), finding.where().get(p)));
      }
    }
    this.text = new PageText(document, evidence.mentions(), flags);
    this.laid = TextItems.layOut(document, text);
    this.studyLabels =
        evidence.studies().stream().collect(Collectors.toMap(Study::id, Study::label, (a, b) -> a));
  }

  /**
   * @param checks names of the checks and the way to their pages
   */
  static ReportPage page(NoteReview review, CheckLinks checks) {
    return new ReportPages(review, checks).page();
  }

  private ReportPage page() {
    String source = document.source();
    String file = Wording.printable(source.substring(source.lastIndexOf('/') + 1));
    String title = document.metadata().title();
    ReportPage.Severities severities = severities();
    List<Card> cards = cards();
    return new ReportPage(
        severities.words() + ": " + file,
        title == null || title.isBlank() ? file : Wording.printable(title),
        language(),
        OutputFolder.up(source),
        Wording.printable(source),
        facts(),
        severities,
        cards,
        review.findings().size() - cards.size(),
        laid.items(),
        kinds(),
        document.pages() == null
            ? Wording.count(document.text().length(), "character")
            : Wording.count(document.pages(), "page"),
        evidence.records().stream().limit(MOST_ROWS).map(this::evidence).toList(),
        Math.max(0, evidence.records().size() - MOST_ROWS),
        evidence.regimens().stream().limit(MOST_ROWS).map(this::regimen).toList(),
        Math.max(0, evidence.regimens().size() - MOST_ROWS),
        evidence.claims().stream().limit(MOST_ROWS).map(this::claim).toList(),
        Math.max(0, evidence.claims().size() - MOST_ROWS),
        evidence.studies().stream().map(this::study).toList(),
        references(),
        review.ledger().stream()
            .map(
                run ->
                    new ReportPage.CheckRow(run, checks.title(run.rule()), checks.href(run.rule())))
            .toList(),
        coverage(),
        document.warnings().stream().map(Wording::printable).toList());
  }

  private @Nullable String language() {
    String language = document.metadata().language();
    return language != null && language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        ? language
        : null;
  }

  private List<ReportPage.Fact> facts() {
    Metadata metadata = document.metadata();
    List<ReportPage.Fact> facts = new ArrayList<>();
    fact(facts, "File", document.source());
    String pages = document.pages() == null ? "" : ", " + Wording.count(document.pages(), "page");
    fact(facts, "Kind", Wording.kind(metadata.kind()) + pages);
    Metadata.Compound compound = metadata.compound();
    if (compound != null) {
      String number = compound.catalogNumber();
      fact(facts, "Compound", compound.name() + (number == null ? "" : ", " + number));
    }
    if (!metadata.authors().isEmpty()) {
      List<String> authors = metadata.authors();
      String others = authors.size() > 4 ? " and " + (authors.size() - 4) + " more" : "";
      String names = authors.stream().limit(4).collect(Collectors.joining(", "));
      fact(facts, authors.size() == 1 ? "Author" : "Authors", names + others);
    }
    fact(facts, "Dated", metadata.date());
    return facts;
  }

  private static void fact(List<ReportPage.Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new ReportPage.Fact(label, Wording.printable(value)));
    }
  }

  private ReportPage.Severities severities() {
    Map<Severity, Long> counts =
        review.findings().stream()
            .collect(
                Collectors.groupingBy(
                    Finding::severity, () -> new EnumMap<>(Severity.class), Collectors.counting()));
    return new ReportPage.Severities(
        counts.getOrDefault(Severity.ERROR, 0L).intValue(),
        counts.getOrDefault(Severity.WARNING, 0L).intValue(),
        counts.getOrDefault(Severity.NOTE, 0L).intValue());
  }

  private List<Card> cards() {
    Cards cards = new Cards(document, text, checks, laid.anchors());
    Map<Integer, List<Flag>> byFinding =
        flags.stream().collect(Collectors.groupingBy(Flag::finding));
    List<Card> made = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_CARDS, review.findings().size()); i++) {
      made.add(
          cards.card(i + 1, review.findings().get(i), byFinding.getOrDefault(i + 1, List.of())));
    }
    return made;
  }

  private List<ReportPage.Kind> kinds() {
    Map<MentionType, Integer> counts = new EnumMap<>(MentionType.class);
    for (Mention mention : evidence.mentions()) {
      counts.merge(mention.type(), 1, Integer::sum);
    }
    List<ReportPage.Kind> kinds = new ArrayList<>();
    for (MentionType type : MentionType.values()) {
      if (!type.isResult()) {
        continue;
      }
      String code = type.code();
      String name = Character.toUpperCase(code.charAt(0)) + code.substring(1);
      kinds.add(new ReportPage.Kind(code, name, counts.getOrDefault(type, 0)));
    }
    return kinds;
  }

  private ReportPage.EvidenceRow evidence(EvidenceRecord record) {
    Measure value = record.value();
    return new ReportPage.EvidenceRow(
        record.id(),
        study(record.study()),
        Wording.printable(Wording.words(record.outcome())),
        record.outcome().code(),
        Wording.printable(Wording.arms(record.arms())),
        record.arms().stream()
            .map(arm -> arm.n() == null ? "" : String.valueOf(arm.n()))
            .filter(n -> !n.isEmpty())
            .collect(Collectors.joining(" + ")),
        Wording.words(value),
        sortKey(value.value() == null ? value.low() : value.value()),
        Wording.quote(document.quote(record.source().span())),
        place(record.source().span()),
        flagsAt(record.source().span()));
  }

  private ReportPage.RegimenRow regimen(Regimen regimen) {
    Dose dose = regimen.dose();
    String drug = regimen.drug();
    return new ReportPage.RegimenRow(
        study(regimen.study()),
        drug == null ? "" : Wording.printable(drug),
        regimen.role() == Regimen.Role.MTD ? "MTD" : regimen.role().code(),
        Wording.amount(dose),
        sortKey(dose.value() == null ? dose.low() : dose.value()),
        Wording.schedule(dose),
        dose.route() == null ? "" : dose.route(),
        Wording.quote(document.quote(regimen.span())),
        place(regimen.span()),
        flagsAt(regimen.span()));
  }

  private ReportPage.ClaimRow claim(Claim claim) {
    String subject = claim.subject() == null ? "" : claim.subject();
    String who = claim.comparator() == null ? subject : subject + " against " + claim.comparator();
    Claim.Change change = claim.change();
    String direction = claim.direction().code().replace('-', ' ');
    return new ReportPage.ClaimRow(
        study(claim.study()),
        Wording.printable(Wording.words(claim.outcome())),
        Wording.printable(who),
        change == null ? direction : direction + ", " + change.code(),
        claim.significance().code().replace('-', ' '),
        Wording.quote(document.quote(claim.span())),
        place(claim.span()));
  }

  private ReportPage.StudyRow study(Study study) {
    return new ReportPage.StudyRow(
        Wording.printable(study.label()),
        orEmpty(study.phase()),
        orEmpty(study.design()),
        study.randomised() == null ? "" : Wording.number(study.randomised()),
        orEmpty(study.allocation()),
        study.arms().stream().map(ReportPages::arm).toList(),
        orEmpty(study.registry()));
  }

  private static String arm(Arm arm) {
    String n =
        arm.n() == null || arm.label().contains(String.valueOf(arm.n()))
            ? ""
            : " (n=" + arm.n() + ")";
    return Wording.printable(arm.label()) + n + ", " + arm.role().code();
  }

  private List<ReportPage.ReferenceRow> references() {
    List<ReportPage.ReferenceRow> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    int number = 0;
    for (Reference reference : document.references()) {
      // Of two entries under one key the first is linked to.
      String anchor = keys.add(reference.key()) ? "ref-" + ++number : null;
      rows.add(
          new ReportPage.ReferenceRow(
              anchor,
              Wording.printable(reference.key()),
              Wording.quote(reference.text()),
              Wording.printable(orEmpty(reference.host())),
              reference.citedAt().size(),
              flagsAt(reference.span())));
    }
    return rows;
  }

  private ReportPage.CoverageView coverage() {
    List<ReportPage.CoverageRow> rows = new ArrayList<>();
    long glyphs = 0;
    long placed = 0;
    for (Coverage part : document.coverage()) {
      glyphs += part.glyphs();
      placed += part.placed();
      int unaccounted =
          part.glyphs()
              - part.placed()
              - part.dropped().values().stream().mapToInt(Integer::intValue).sum();
      String leftOut = LeftOut.of(part.dropped());
      if (unaccounted > 0) {
        leftOut +=
            (leftOut.isEmpty() ? "" : ", ")
                + Wording.count(unaccounted, "character")
                + " (reason unknown)";
      }
      rows.add(
          new ReportPage.CoverageRow(
              (part.page() == null ? "Whole document" : "Page " + part.page())
                  + (part.recognised() ? ", recognised" : ""),
              Wording.number(part.glyphs()),
              Wording.number(part.placed()),
              Wording.percent(part.placed(), part.glyphs()),
              leftOut));
    }
    String summary =
        rows.isEmpty()
            ? "not measured for this format"
            : Wording.number(placed)
                + " of "
                + Wording.count(glyphs, "character")
                + " placed ("
                + Wording.percent(placed, glyphs)
                + ")";
    return new ReportPage.CoverageView(summary, rows);
  }

  private String study(@Nullable String id) {
    return id == null ? "" : Wording.printable(studyLabels.getOrDefault(id, ""));
  }

  private ReportPage.PlaceLink place(Span span) {
    String href = text.href(span);
    boolean shown = laid.anchors().contains(href.substring(1));
    return new ReportPage.PlaceLink(shown ? href : "#text", text.shortWords(span));
  }

  private List<Flag> flagsAt(Span span) {
    Set<Integer> seen = new HashSet<>();
    List<Flag> found = new ArrayList<>();
    for (Flag flag : flags) {
      if (flag.source().span().overlaps(span) && seen.add(flag.finding())) {
        found.add(flag);
      }
    }
    return found;
  }

  private static String sortKey(@Nullable ReportedNumber number) {
    return number == null ? "" : Wording.plain(number);
  }

  private static String orEmpty(@Nullable String words) {
    return words == null ? "" : Wording.printable(words);
  }
}
