package dev.touchstone.store;

import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Normal;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Notes built by hand that have something for every table of the store. */
final class StoredNotes {

  /** With a NUL and half of a character pair, which not every database can hold. */
  static final String TEXT =
      "Vorexetin 50 mg twice daily: median PFS was 5.60 months (NCT01234567).\0\uD83D";

  private StoredNotes() {}

  static void enter(DataSource store, String... sources) {
    long run = new RunTable(store).begin("input", "1.0", "f".repeat(64));
    DocumentTable documents = new DocumentTable(store);
    documents.add(
        List.of(sources).stream()
            .map(source -> new DocumentTable.NewDocument(source, source, "0".repeat(64), 70))
            .toList());
    for (StoredDocument document : documents.bySource().values()) {
      new ResultTables(store)
          .processed(document, review(document.source()), "f".repeat(64), run, StageTimes.NONE);
    }
  }

  static NoteReview review(String source) {
    Span all = new Span(0, TEXT.length());
    Passage passage = Passage.of(TEXT, all);
    Paragraph paragraph = new Paragraph("s1", Paragraph.Kind.TEXT, null, passage);
    Cell cell = new Cell(0, 0, 1, 1, true, passage("median PFS"));
    Table table =
        new Table(
            "s1", "t1", "Table 1", Passage.EMPTY, 1, 0, List.of(cell), List.of(), cell.span());
    Document document =
        new Document(
            "sha256:" + "0".repeat(64),
            source,
            "text/plain",
            new Metadata("Vorexetin", DocumentKind.OTHER, null, List.of(), "2026", "en"),
            null,
            TEXT,
            List.of(new Section("s1", null, 1, "Vorexetin", SectionRole.RESULTS, all)),
            List.of(paragraph, table),
            List.of(),
            Locator.ofLines(TEXT),
            List.of(),
            List.of());
    return new NoteReview(
        evidence(document, paragraph),
        List.of(finding()),
        List.of(new CheckRun("percent-count", CheckRun.State.RAN, 2, 1, null)));
  }

  private static NoteEvidence evidence(Document document, Paragraph paragraph) {
    Dose dose =
        new Dose(
            ReportedNumber.of("50"),
            null,
            null,
            "mg",
            new Dose.Frequency(BigDecimal.valueOf(2), BigDecimal.ONE, "d"),
            "oral",
            null,
            null,
            new Dose.Amount(BigDecimal.valueOf(100), "mg"),
            null);
    Outcome outcome = new Outcome("PFS", "median PFS", "median", null, null, null, null, "result");
    Measure months =
        new Measure(
            Measure.Kind.DURATION,
            ReportedNumber.of("5.60"),
            null,
            null,
            null,
            Measure.Comparator.EQUAL,
            "mo",
            null,
            null);
    Drug drug = new Drug("vorexetin", new TreeMap<>(), null, Drug.Kind.DRUG);
    List<Mention> mentions =
        List.of(
            mention("m1", MentionType.DRUG, "Vorexetin", drug),
            mention("m2", MentionType.DOSE, "50 mg twice daily", dose),
            mention("m3", MentionType.OUTCOME, "median PFS", outcome),
            mention("m4", MentionType.MEASURE, "5.60 months", months));
    Arm arm = new Arm("a1", "Vorexetin", Arm.Role.SINGLE, 40, "vorexetin", "m1");
    Unit unit =
        new Unit(paragraph, Unit.Part.TEXT, "s1", paragraph.passage(), null, List.of(), mentions);
    return new NoteEvidence(
        new AnnotatedDocument(document, List.of(unit)),
        List.of(
            new Study(
                "st1", "trial", "2", "NCT01234567", null, 40, null, List.of(arm), List.of("m1"))),
        List.of(
            new Regimen(
                "r1",
                "vorexetin",
                dose,
                Regimen.Role.STARTING,
                "st1",
                "a1",
                "s1",
                span("50 mg twice daily"),
                List.of("m1", "m2"))),
        List.of(
            new EvidenceRecord(
                "e1",
                "st1",
                List.of(arm),
                outcome,
                months,
                source("5.60 months"),
                "g1",
                "m4",
                "m3",
                List.of("m3", "m4"),
                List.of())),
        List.of(
            new Claim(
                "c1",
                "st1",
                "vorexetin",
                null,
                outcome,
                Claim.Direction.BETTER,
                Claim.Change.INCREASED,
                Claim.Significance.UNSTATED,
                span("median PFS was 5.60 months"),
                "s1")));
  }

  private static Finding finding() {
    return new Finding(
        "percent-count-1",
        "percent-count",
        Severity.ERROR,
        "3 of 40 patients is 7.5%, not 9.5%.",
        "7.5%",
        "9.5%",
        List.of(source("5.60 months"), source("median PFS")),
        List.of(),
        "Look it up.");
  }

  private static Mention mention(String id, MentionType type, String words, Normal normal) {
    Span span = span(words);
    return new Mention(
        id, type, span, span.start(), span.end(), words, "s1", null, false, "sample", normal);
  }

  private static Source source(String words) {
    return new Source(span(words), "s1", null);
  }

  private static Passage passage(String words) {
    return Passage.of(TEXT, span(words));
  }

  private static Span span(String words) {
    int start = TEXT.indexOf(words);
    return new Span(start, start + words.length());
  }
}
