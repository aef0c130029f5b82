package dev.touchstone.report;

import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Citation;
import dev.touchstone.document.Coverage;
import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Heading;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.ArmPhrase;
import dev.touchstone.mention.CellAddress;
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
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A small reviewed note, built by hand: one paragraph, one table, two references and three
 * findings. Its title, a cell and a finding's quote hold markup that must come out as text.
 */
final class SampleNote {

  static final String TEXT =
      """
      # Zanubrutol <script>alert(1)</script> in gout

      ## Results

      In the Phase 2 trial, zanubrutol **50 mg twice daily** (120 mg/day) was given to 40 patients; 3 patients (9.5%) flared [1].
      Median time to flare was 2.50 months, significantly longer than with placebo.

      Table 1. Flares & more
      | Outcome | Zanubrutol (n=40) | Placebo (n=20) |
      | Flare | 9.5% | 30% |
      | Weight change | -0.5 | =1+1 |
      † By week 12.

      ## References

      [1] Doe J. Gout and <b>gold</b>. example.org
      [2] Roe R. Never cited. example.net
      """;

  static final String PARAGRAPH = "In the Phase 2 trial";

  private SampleNote() {}

  static NoteReview review() {
    return review("notes/gout & <co>.md");
  }

  static NoteReview review(String source) {
    NoteEvidence evidence = evidence(document(source));
    return new NoteReview(evidence, findings(), ledger());
  }

  /** The same note without anything found in it. */
  static NoteReview silent(String source) {
    NoteEvidence all = evidence(document(source));
    NoteEvidence nothing =
        new NoteEvidence(
            new AnnotatedDocument(all.document(), List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new NoteReview(nothing, List.of(), List.of());
  }

  static Document document(String source) {
    List<Section> sections =
        List.of(
            new Section(
                "s1",
                null,
                1,
                "Zanubrutol <script>alert(1)</script> in gout",
                SectionRole.FRONT_MATTER,
                new Span(0, TEXT.length())),
            new Section(
                "s2", "s1", 2, "Results", SectionRole.RESULTS, from("## Results", "week 12.")),
            new Section(
                "s3",
                "s1",
                2,
                "References",
                SectionRole.REFERENCES,
                from("## References", "example.net")));
    return new Document(
        "sha256:" + "0123456789abcdef".repeat(4),
        source,
        "text/markdown",
        new Metadata(
            "Zanubrutol <script>alert(1)</script> in gout",
            DocumentKind.TECHNICAL_GUIDE,
            new Metadata.Compound("Zanubrutol", "Z-1"),
            List.of("Jane Doe"),
            "2025-12",
            "en"),
        null,
        TEXT,
        sections,
        List.of(
            new Heading("s1", 1, passage("Zanubrutol <script>alert(1)</script> in gout")),
            new Heading("s2", 2, passage("Results")),
            paragraph(),
            table(),
            new Heading("s3", 2, passage("References")),
            new Paragraph(
                "s3",
                Paragraph.Kind.REFERENCE,
                "[1]",
                passage("Doe J. Gout and <b>gold</b>. example.org")),
            new Paragraph(
                "s3", Paragraph.Kind.REFERENCE, "[2]", passage("Roe R. Never cited. example.net"))),
        List.of(
            reference("1", "Doe J. Gout and <b>gold</b>. example.org", "example.org", "[1]."),
            reference("2", "Roe R. Never cited. example.net", "example.net", null)),
        Locator.ofLines(TEXT),
        List.of(new Coverage(null, 500, 480, new TreeMap<>(java.util.Map.of("running-head", 20)))),
        List.of("One figure was not read."));
  }

  private static Paragraph paragraph() {
    // The emphasis marks are taken out and the line break becomes a blank.
    String end = "longer than with placebo.";
    Span whole = from(PARAGRAPH, end);
    Passage.Builder builder = new Passage.Builder(TEXT);
    for (int i = whole.start(); i < whole.end(); i++) {
      if (TEXT.startsWith("**", i)) {
        i++;
      } else if (TEXT.startsWith("[1]", i)) {
        int start = builder.length();
        builder.append(new Span(i, i + 3)).citation("1", start);
        i += 2;
      } else if (TEXT.charAt(i) == '\n') {
        builder.append(" ", new Span(i, i + 1));
      } else {
        builder.append(new Span(i, i + 1));
      }
    }
    return new Paragraph("s2", Paragraph.Kind.TEXT, null, builder.build());
  }

  private static Table table() {
    List<Cell> cells = new ArrayList<>();
    String[][] rows = {
      {"Outcome", "Zanubrutol (n=40)", "Placebo (n=20)"},
      {"Flare |", "9.5% |", "30%"},
      {"Weight change", "-0.5", "=1+1"}
    };
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        String words = rows[r][c];
        Span found = last(words);
        String text = words.replace(" |", "");
        Span span = new Span(found.start(), found.start() + text.length());
        cells.add(new Cell(r, c, 1, 1, r == 0 || c == 0, Passage.of(TEXT, span)));
      }
    }
    return new Table(
        "s2",
        "t1",
        "Table 1",
        passage("Flares & more"),
        1,
        1,
        cells,
        List.of(new TableNote("†", passage("By week 12."))),
        from("Table 1", "week 12."));
  }

  private static NoteEvidence evidence(Document document) {
    Outcome flare = new Outcome("AE", "flared", "rate", null, null, "flare", null, "result");
    Outcome time = new Outcome("TTF", "time to flare", "median", null, null, null, null, "result");
    Measure percent = measure(Measure.Kind.PERCENT, "9.5", "%");
    Measure months = measure(Measure.Kind.DURATION, "2.50", "mo");
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
    List<Mention> mentions =
        List.of(
            mention("m1", MentionType.DRUG, "zanubrutol", null, drug()),
            mention("m2", MentionType.DOSE, "50 mg twice daily", null, dose),
            mention("m3", MentionType.MEASURE, "9.5%)", null, percent),
            mention("m4", MentionType.OUTCOME, "flared", null, flare),
            mention("m5", MentionType.MEASURE, "2.50 months", null, months),
            mention(
                "m6",
                MentionType.ARM,
                "Zanubrutol (n=40)",
                new CellAddress("t1", 0, 1),
                new ArmPhrase("Zanubrutol", "zanubrutol", "intervention")),
            mention("m7", MentionType.MEASURE, "9.5% |", new CellAddress("t1", 1, 1), percent));
    List<Unit> units = new ArrayList<>();
    Paragraph prose = (Paragraph) document.blocks().get(2);
    units.add(
        new Unit(
            prose, Unit.Part.TEXT, "s2", prose.passage(), null, List.of(), mentions.subList(0, 5)));
    Table table = document.tables().get(0);
    units.add(
        new Unit(
            table,
            Unit.Part.CELL,
            "s2",
            table.cells().get(1).passage(),
            new CellAddress("t1", 0, 1),
            List.of(),
            mentions.subList(5, 7)));
    Arm treated = new Arm("a1", "Zanubrutol", Arm.Role.INTERVENTION, 40, "zanubrutol", "m6");
    Arm control = new Arm("a2", "Placebo", Arm.Role.CONTROL, 20, null, null);
    return new NoteEvidence(
        new AnnotatedDocument(document, units),
        List.of(
            new Study(
                "st1",
                "Phase 2",
                "2",
                null,
                null,
                60,
                "2:1",
                List.of(treated, control),
                List.of())),
        List.of(
            new Regimen(
                "r1",
                "zanubrutol",
                dose,
                Regimen.Role.ASSIGNED,
                "st1",
                "a1",
                "s2",
                span("50 mg twice daily"),
                List.of("m1", "m2"))),
        List.of(
            new EvidenceRecord(
                "e1",
                "st1",
                List.of(treated),
                time,
                months,
                source("2.50 months"),
                "g1",
                "m5",
                null,
                List.of("m5"),
                List.of()),
            new EvidenceRecord(
                "e2",
                "st1",
                List.of(treated),
                flare,
                percent,
                new Source(spanOf("9.5% |", 4), "s2", new CellAddress("t1", 1, 1)),
                "g2",
                "m7",
                "m4",
                List.of("m4", "m7"),
                List.of())),
        List.of(
            new Claim(
                "c1",
                "st1",
                "zanubrutol",
                "placebo",
                time,
                Claim.Direction.BETTER,
                Claim.Change.INCREASED,
                Claim.Significance.SIGNIFICANT,
                from("Median time to flare", "longer than with placebo"),
                "s2")));
  }

  private static List<Finding> findings() {
    return List.of(
        new Finding(
            "percent-count-00000001",
            "percent-count",
            Severity.ERROR,
            "3 of 40 patients is 7.5%, not 9.5%.",
            "7.5% (3 of 40)",
            "9.5%",
            List.of(
                source("3 patients (9.5%)"),
                new Source(spanOf("Zanubrutol (n=40)", 17), "s2", new CellAddress("t1", 0, 1)),
                new Source(spanOf("9.5% |", 4), "s2", new CellAddress("t1", 1, 1))),
            List.of(
                new Finding.Step("Percentage of the arm", "3 ÷ 40 = 0.075", "7.5%"),
                new Finding.Step("Printed in A and C", null, "9.5%")),
            "Look up how many patients of the arm flared."),
        new Finding(
            "dose-arithmetic-00000002",
            "dose-arithmetic",
            Severity.WARNING,
            "50 mg twice daily is 100 mg per day, not 120 mg.",
            "100 mg/day",
            "120 mg/day",
            List.of(source("50 mg twice daily** (120 mg/day)")),
            List.of(),
            null),
        new Finding(
            "citation-00000003",
            "citation",
            Severity.NOTE,
            "Reference 2 is never cited.",
            null,
            null,
            List.of(new Source(span("Roe R. Never cited. example.net"), "s3", null)),
            List.of(),
            null));
  }

  private static List<CheckRun> ledger() {
    return List.of(
        new CheckRun("percent-count", CheckRun.State.RAN, 2, 1, null),
        new CheckRun("dose-arithmetic", CheckRun.State.RAN, 1, 1, null),
        new CheckRun("citation", CheckRun.State.RAN, 3, 1, null),
        new CheckRun(
            "p-interval",
            CheckRun.State.NOT_APPLICABLE,
            0,
            0,
            "No p-value stands beside an interval."),
        new CheckRun(
            "response-sum",
            CheckRun.State.COULD_NOT_RUN,
            1,
            0,
            "Table 1 states no patient numbers."));
  }

  static Measure measure(Measure.Kind kind, String value, @Nullable String unit) {
    return new Measure(
        kind,
        ReportedNumber.of(value),
        null,
        null,
        null,
        Measure.Comparator.EQUAL,
        unit,
        null,
        null);
  }

  private static Drug drug() {
    return new Drug("zanubrutol", new TreeMap<>(), null, Drug.Kind.DRUG);
  }

  private static Mention mention(
      String id, MentionType type, String words, @Nullable CellAddress cell, Normal normal) {
    int length = words.length() - (words.endsWith(" |") ? 2 : words.endsWith("%)") ? 1 : 0);
    Span span = spanOf(words, length);
    return new Mention(
        id, type, span, 0, length, span.of(TEXT), "s2", cell, false, "sample", normal);
  }

  private static Reference reference(
      String key, String text, String host, @Nullable String citedAs) {
    List<Span> citedAt = citedAs == null ? List.of() : List.of(spanOf(citedAs, 3));
    return new Reference(key, text, host, null, null, null, span(text), citedAt);
  }

  static Citation citation() {
    return new Citation("1", spanOf("[1].", 3));
  }

  static Source source(String words) {
    return new Source(span(words), "s2", null);
  }

  static Passage passage(String words) {
    return Passage.of(TEXT, span(words));
  }

  /** Where the words stand first. */
  static Span span(String words) {
    return spanOf(words, words.length());
  }

  private static Span last(String words) {
    int at = TEXT.lastIndexOf(words);
    return new Span(at, at + words.length());
  }

  private static Span spanOf(String words, int length) {
    int at = TEXT.indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException("not in the sample: " + words);
    }
    return new Span(at, at + length);
  }

  private static Span from(String first, String last) {
    int start = TEXT.indexOf(first);
    return new Span(start, TEXT.indexOf(last, start) + last.length());
  }
}
