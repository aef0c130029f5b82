package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many were randomised, in an article's abstract and in its text. */
final class OwnSize {

  private static final String COUNT = "(?<n>\\d{1,3}(?:,\\d{3})+|\\d{2,6})";
  private static final String PEOPLE =
      "(?:patients|subjects|participants|women|men|children|adults|individuals|volunteers|people|infants)";

  /** {@code 120 patients were randomized}, {@code we randomised 120 consecutive patients}. */
  private static final Pattern RANDOMISED =
      Pattern.compile(
          "(?i)(?=\\d)(?<![\\d.,/=-])"
              + COUNT
              + "\\s(?:(?!of\\b|and\\b|were\\b)[a-z-]+\\s){0,3}"
              + PEOPLE
              + "\\s(?:with [a-z -]{1,40} )?(?:were|was) (?:then |subsequently )?(?:randomly (?:assigned|allocated|divided)|randomi[sz]ed)\\b");

  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?i)\\b(?:we|investigators) (?:randomly assigned|randomi[sz]ed)\\s"
              + COUNT
              + "\\s(?:(?!of\\b)[a-z-]+\\s){0,3}"
              + PEOPLE
              + "\\b");

  /** Other studies, and parts of the study's people. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)\\b(?:et al|previous|earlier|another|other (?:study|trial)|stage|part [A-C12]|cohort|centres?|centers?|of whom|of these|of which|planned|re-?randomi[sz]ed)\\b|\\[\\d");

  private record Statement(int n, boolean summary, Source place) {}

  private OwnSize() {}

  static List<FindingDraft> examine(NoteReading reading) {
    List<Statement> statements = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      Boolean summary = unit.cell() == null ? isSummary(reading, unit.section()) : null;
      if (summary == null || !unit.reading().text().contains("andom")) {
        continue;
      }
      String text = reading.plain(unit);
      for (Sentence sentence : unit.sentences()) {
        if (!Plain.has(text, "andom", sentence.start(), sentence.end())) {
          continue;
        }
        String words = text.substring(sentence.start(), sentence.end());
        Matcher m = RANDOMISED.matcher(words);
        if (!m.find()) {
          m = ACTIVE.matcher(words);
          if (!m.find()) {
            continue;
          }
        }
        if (!OTHER.matcher(words).find()) {
          int from = sentence.start();
          statements.add(
              new Statement(
                  Integer.parseInt(m.group("n").replace(",", "")),
                  summary,
                  new Source(
                      unit.reading().source(from + m.start("n"), from + m.end("n")),
                      unit.section(),
                      null)));
        }
      }
    }
    return judge(statements);
  }

  /** Whether a section sums the study up, or tells it; null where it tells of others. */
  private static @Nullable Boolean isSummary(NoteReading reading, String section) {
    for (Section each : reading.document().path(section)) {
      switch (each.role()) {
        case ABSTRACT:
          return Boolean.TRUE;
        case INTRODUCTION, DISCUSSION, REFERENCES, BOILERPLATE:
          return null;
        default:
          break;
      }
    }
    SectionRole role = reading.role(section);
    return role == SectionRole.FRONT_MATTER ? null : Boolean.FALSE;
  }

  private static List<FindingDraft> judge(List<Statement> statements) {
    Map<Integer, List<Statement>> summary = new LinkedHashMap<>();
    Map<Integer, List<Statement>> body = new LinkedHashMap<>();
    for (Statement statement : statements) {
      (statement.summary ? summary : body)
          .computeIfAbsent(statement.n, any -> new ArrayList<>())
          .add(statement);
    }
    if (summary.size() != 1 || body.size() != 1 || summary.keySet().equals(body.keySet())) {
      return List.of();
    }
    int first = summary.keySet().iterator().next();
    int second = body.keySet().iterator().next();
    List<Source> places = new ArrayList<>();
    summary.values().forEach(all -> all.forEach(its -> places.add(its.place)));
    body.values().forEach(all -> all.forEach(its -> places.add(its.place)));
    return List.of(
        FindingDraft.of(
                Severity.WARNING,
                "The abstract has "
                    + Figures.plain(first)
                    + " patients randomised, the text "
                    + Figures.plain(second)
                    + ".")
            .found(first + " and " + second)
            .expected("one number")
            .at(places)
            .step("In the abstract", null, Figures.plain(first))
            .step("In the text", null, Figures.plain(second))
            .settle("Look up the flow of patients in the main report or the registry.")
            .identity("own size", first, second));
  }
}
