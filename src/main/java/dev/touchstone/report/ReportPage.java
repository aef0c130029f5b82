package dev.touchstone.report;

import dev.touchstone.consistency.CheckRun;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the page of one document shows. */
record ReportPage(
    String title,
    String heading,
    @Nullable String language,
    String up,
    String source,
    List<Fact> facts,
    Severities severities,
    List<Card> cards,
    int cardsLeft,
    List<TextItem> text,
    List<Kind> kinds,
    String textSize,
    List<EvidenceRow> evidence,
    int evidenceLeft,
    List<RegimenRow> regimens,
    int regimensLeft,
    List<ClaimRow> claims,
    int claimsLeft,
    List<StudyRow> studies,
    List<ReferenceRow> references,
    List<CheckRow> checks,
    CoverageView coverage,
    List<String> warnings) {

  /** A label and its value. */
  record Fact(String label, String value) {}

  /** Findings by severity. */
  record Severities(int errors, int warnings, int notes) {

    int all() {
      return errors + warnings + notes;
    }

    String words() {
      return all() == 0
          ? "no findings"
          : String.join(
              ", ",
              Stream.of(
                      errors == 0 ? "" : Wording.count(errors, "error"),
                      warnings == 0 ? "" : Wording.count(warnings, "warning"),
                      notes == 0 ? "" : Wording.count(notes, "note"))
                  .filter(words -> !words.isEmpty())
                  .toList());
    }
  }

  /** A kind of mention with how often it occurs. */
  record Kind(String code, String name, int count) {}

  /** A place to look up: a link and its words. */
  record PlaceLink(String href, String words) {}

  record EvidenceRow(
      String id,
      String study,
      String outcome,
      String code,
      String arm,
      String n,
      String value,
      String sort,
      String printed,
      PlaceLink place,
      List<Flag> flags) {}

  record RegimenRow(
      String study,
      String drug,
      String role,
      String dose,
      String sort,
      String schedule,
      String route,
      String printed,
      PlaceLink place,
      List<Flag> flags) {}

  record ClaimRow(
      String study,
      String outcome,
      String who,
      String direction,
      String significance,
      String printed,
      PlaceLink place) {}

  record StudyRow(
      String label,
      String phase,
      String design,
      String randomised,
      String allocation,
      List<String> arms,
      String registry) {}

  record ReferenceRow(
      @Nullable String anchor, String key, String text, String host, int cited, List<Flag> flags) {}

  record CheckRow(CheckRun run, String title, @Nullable String href) {

    String state() {
      return switch (run.state()) {
        case RAN -> "Ran";
        case NOT_APPLICABLE -> "Not applicable";
        case COULD_NOT_RUN -> "Could not run";
      };
    }
  }

  record CoverageView(String summary, List<CoverageRow> rows) {}

  /** A page's share; {@code width} is that of a bar to scale. */
  record CoverageRow(String page, String glyphs, String placed, String share, String left) {}

  /** {@code 21 checks: 18 ran, 2 not applicable, 1 could not run}. */
  String checkSummary() {
    int ran = states(CheckRun.State.RAN);
    int notApplicable = states(CheckRun.State.NOT_APPLICABLE);
    int couldNot = states(CheckRun.State.COULD_NOT_RUN);
    return Wording.count(checks.size(), "check")
        + ": "
        + ran
        + " ran, "
        + notApplicable
        + " not applicable, "
        + couldNot
        + " could not run";
  }

  private int states(CheckRun.State state) {
    return (int) checks.stream().filter(row -> row.run().state() == state).count();
  }
}
