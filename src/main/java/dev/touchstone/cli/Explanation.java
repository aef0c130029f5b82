package dev.touchstone.cli;

import dev.touchstone.consistency.CheckRun;
import dev.touchstone.consistency.Finding;
import dev.touchstone.consistency.NoteReview;
import dev.touchstone.document.Cell;
import dev.touchstone.document.Document;
import dev.touchstone.document.Place;
import dev.touchstone.document.Section;
import dev.touchstone.document.Span;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.Claim;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Mention;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One document as text for a terminal: what was found, where it stands, what it rests on. */
final class Explanation {

  private static final int LONGEST_QUOTE = 160;
  private static final int WIDEST_CELL = 40;

  private final NoteReview review;
  private final Document document;
  private final PrintWriter out;
  private final Map<String, Mention> mentions;

  Explanation(NoteReview review, PrintWriter out) {
    this.review = review;
    this.document = review.evidence().document();
    this.out = out;
    this.mentions =
        review.evidence().annotated().mentions().stream()
            .collect(Collectors.toMap(Mention::id, Function.identity(), (first, again) -> first));
  }

  void title() {
    String title = document.metadata().title();
    line(0, title == null ? document.source() : title);
    line(0, Words.joined(", ", document.metadata().kind().code(), document.mediaType()));
    document.warnings().forEach(warning -> line(0, "warning: " + warning));
  }

  void sections() {
    heading("Sections", document.sections().size());
    for (Section section : document.sections()) {
      line(
          section.level(),
          section.id() + "  " + section.title() + " [" + section.role().code() + "]");
    }
  }

  void tables() {
    heading("Tables", document.tables().size());
    for (Table table : document.tables()) {
      line(
          1,
          Words.joined(
              "  ",
              table.id(),
              table.label(),
              table.caption().text(),
              "("
                  + table.rows()
                  + " × "
                  + table.cols()
                  + ", header rows: "
                  + table.headerRows()
                  + ", in "
                  + table.section()
                  + ")"));
      grid(table);
      for (TableNote note : table.notes()) {
        line(2, "note " + Words.joined(" ", note.marker(), note.passage().text()));
      }
    }
  }

  private void grid(Table table) {
    @Nullable Cell[][] grid = table.grid();
    int[] widths = new int[table.cols()];
    for (@Nullable Cell[] row : grid) {
      for (int col = 0; col < row.length; col++) {
        widths[col] = Math.max(widths[col], shown(row[col]).length());
      }
    }
    for (@Nullable Cell[] row : grid) {
      StringBuilder text = new StringBuilder();
      for (int col = 0; col < row.length; col++) {
        String cell = shown(row[col]);
        text.append(col == 0 ? "" : " | ").append(cell);
        text.append(" ".repeat(widths[col] - cell.length()));
      }
      line(2, text.toString().stripTrailing());
    }
  }

  private static String shown(@Nullable Cell cell) {
    return cell == null ? "" : cut(Printable.text(cell.text()), WIDEST_CELL);
  }

  void mentions() {
    mentions("Mentions", review.evidence().mentions());
    mentions("Outcomes and arms that are merely named", review.evidence().namedOnly());
  }

  private void mentions(String title, List<Mention> all) {
    heading(title, all.size());
    for (Mention mention : all) {
      line(
          1,
          mention.id()
              + "  "
              + mention.type().code()
              + "  \""
              + mention.text()
              + "\" = "
              + Words.of(mention.normal())
              + (mention.negated() ? ", negated" : "")
              + "  ["
              + mention.origin()
              + "; "
              + where(new Source(mention.span(), mention.section(), mention.cell()))
              + "]");
    }
  }

  void studies() {
    List<Study> all = review.evidence().studies();
    heading("Studies", all.size());
    for (Study study : all) {
      line(
          1,
          study.id()
              + "  "
              + Words.joined(
                  ", ",
                  study.label(),
                  study.phase() == null ? null : "phase " + study.phase(),
                  study.registry(),
                  study.design(),
                  study.randomised() == null ? null : study.randomised() + " randomised",
                  study.allocation()));
      study.arms().forEach(arm -> line(2, arm.id() + "  " + named(arm)));
      because(study.mentions());
    }
  }

  void regimens() {
    List<Regimen> all = review.evidence().regimens();
    heading("Regimens", all.size());
    for (Regimen regimen : all) {
      line(
          1,
          regimen.id()
              + "  "
              + Words.joined(
                  ", ",
                  regimen.drug() == null ? "drug left open" : regimen.drug(),
                  Words.of(regimen.dose()),
                  regimen.role().code(),
                  regimen.study(),
                  regimen.arm()));
      quoted(new Source(regimen.span(), regimen.section(), null));
      because(regimen.mentions());
    }
  }

  void evidence() {
    List<EvidenceRecord> all = review.evidence().records();
    heading("Evidence", all.size());
    for (EvidenceRecord record : all) {
      String arms =
          record.arms().stream().map(Explanation::named).collect(Collectors.joining(" against "));
      line(
          1,
          record.id()
              + "  "
              + Words.joined(
                  " | ",
                  record.study(),
                  arms,
                  Words.of(record.outcome()),
                  Words.of(record.value())));
      quoted(record.source());
      because(record.mentions());
      if (record.told() != null) {
        line(3, "its outcome: " + record.told());
      }
      if (record.attachment() != null) {
        line(3, "its arm: " + record.attachment());
      }
      if (!record.candidates().isEmpty()) {
        line(3, "the arm is left open: " + String.join(" or ", record.candidates()));
      }
    }
  }

  void claims() {
    List<Claim> all = review.evidence().claims();
    heading("Claims", all.size());
    for (Claim claim : all) {
      Claim.Change change = claim.change();
      line(
          1,
          claim.id()
              + "  "
              + Words.joined(
                  " | ",
                  claim.study(),
                  Words.joined(" against ", claim.subject(), claim.comparator()),
                  Words.of(claim.outcome()),
                  Words.joined(
                      ", ",
                      claim.direction().code(),
                      change == null ? null : change.code(),
                      claim.significance().code())));
      quoted(new Source(claim.span(), claim.section(), null));
      for (Claim.Trigger trigger : claim.triggers()) {
        line(3, trigger.kind().code() + ": " + trigger.words());
      }
    }
  }

  void findings() {
    heading("Findings", review.findings().size());
    for (Finding finding : review.findings()) {
      line(1, finding.severity().code() + "  " + finding.rule() + "  " + finding.message());
      finding.where().forEach(this::quoted);
      for (Finding.Step step : finding.steps()) {
        line(3, Words.joined(" | ", step.label(), step.working(), step.result()));
      }
      if (finding.settle() != null) {
        line(3, "to settle: " + finding.settle());
      }
      line(3, "id " + finding.id());
    }
  }

  void checks() {
    heading("Checks", review.ledger().size());
    for (CheckRun run : review.ledger()) {
      line(
          1,
          Words.joined(
              "  ",
              run.rule(),
              run.state().code(),
              run.candidates() + " looked at",
              run.findings() + " found",
              run.why()));
    }
  }

  private static String named(Arm arm) {
    return Words.joined(
        ", ", arm.label(), arm.role().code(), arm.n() == null ? null : "n = " + arm.n());
  }

  /** The mentions that something rests on, with the rule that made each. */
  private void because(List<String> ids) {
    for (String id : ids) {
      Mention mention = mentions.get(id);
      if (mention != null) {
        line(
            3,
            "from "
                + id
                + " \""
                + mention.text()
                + "\" ("
                + mention.type().code()
                + ", "
                + mention.origin()
                + ")");
      }
    }
  }

  private void quoted(Source source) {
    line(2, "\"" + cut(document.quote(source.span()), LONGEST_QUOTE) + "\"  " + where(source));
  }

  private String where(Source source) {
    Place place = document.locate(start(source.span()));
    CellAddress cell = source.cell();
    return Words.joined(
        ", ",
        source.section(),
        cell == null ? null : cell.table() + " row " + cell.row() + " column " + cell.col(),
        place.page() == null ? null : "page " + place.page(),
        place.locator());
  }

  private static Span start(Span span) {
    return new Span(span.start(), Math.min(span.end(), span.start() + 1));
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private void heading(String title, int count) {
    out.println();
    line(0, title + " (" + count + ")");
  }

  private void line(int indent, String text) {
    out.println("  ".repeat(indent) + Printable.text(text));
  }
}
