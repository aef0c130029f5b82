package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a flow diagram as text or a list prints them, one after the other: {@code Assessed
 * for eligibility (n = 160)}, {@code Excluded (n = 40)}, {@code Allocated to A (n = 60)}.
 */
final class FlowDiagram {

  private static final Pattern BOX =
      Pattern.compile(
          "[\\s•*–-]*(?<label>\\p{Lu}[^()\\[\\];=]{2,90}?)\\s?(?:\\([^()=]{1,60}\\)\\s?)?[(\\[]\\s?[nN]\\s?=\\s?(?<n>\\d{1,3}(?:,\\d{3})+|\\d{1,6})\\s?[)\\]]\\s*[,;:.]?");

  private static final int LONGEST_HEADING = 40;
  private static final int FEWEST_BOXES = 4;

  /** One box; {@code total} for the one that all arms come from. */
  private record Box(@Nullable FlowStage stage, String label, int n, Source place) {

    boolean isArm() {
      return stage == FlowStage.RANDOMISED
          && label.toLowerCase(Locale.ROOT).matches(".*\\b(?:to|allocated|assigned)\\b.*");
    }
  }

  private final List<Box> boxes;
  private final List<FindingDraft> findings = new ArrayList<>();
  private int candidates;

  private FlowDiagram(List<Box> boxes) {
    this.boxes = boxes;
  }

  static TotalMismatch.Result examine(NoteReading reading) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    List<Box> run = new ArrayList<>();
    List<FlowDiagram> diagrams = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      List<Box> here = boxes(unit);
      if (here.isEmpty() && unit.reading().length() > LONGEST_HEADING) {
        diagrams.add(new FlowDiagram(List.copyOf(run)));
        run.clear();
      }
      run.addAll(here);
    }
    diagrams.add(new FlowDiagram(List.copyOf(run)));
    for (FlowDiagram diagram : diagrams) {
      if (diagram.isFlow()) {
        diagram.judge();
        candidates += diagram.candidates;
        findings.addAll(diagram.findings);
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** The boxes of a unit that holds nothing else; empty for ordinary text. */
  private static List<Box> boxes(Unit unit) {
    String text = unit.reading().text();
    if (text.indexOf('=') < 0 || unit.sentences().size() > 12) {
      return List.of();
    }
    List<Box> found = new ArrayList<>();
    Matcher m = BOX.matcher(Plain.of(text));
    int at = 0;
    while (at < text.length() && m.region(at, text.length()).lookingAt()) {
      String label = m.group("label").strip();
      found.add(
          new Box(
              FlowStage.of(label),
              label,
              Integer.parseInt(m.group("n").replace(",", "")),
              new Source(
                  unit.reading().source(m.start("n"), m.end("n")), unit.section(), unit.cell())));
      at = m.end();
    }
    return text.substring(at).isBlank() ? found : List.of();
  }

  private boolean isFlow() {
    long stages = boxes.stream().map(Box::stage).filter(its -> its != null).distinct().count();
    return boxes.size() >= FEWEST_BOXES
        && stages >= 3
        && boxes.stream().anyMatch(its -> its.stage == FlowStage.RANDOMISED);
  }

  private void judge() {
    List<Box> arms = boxes.stream().filter(Box::isArm).toList();
    List<Box> totals =
        boxes.stream().filter(its -> its.stage == FlowStage.RANDOMISED && !its.isArm()).toList();
    Box total = totals.size() == 1 ? totals.get(0) : null;
    entry(total, arms);
    if (total != null && arms.size() > 1) {
      equal("The arms", arms, List.of(total), Severity.ERROR);
    }
    List<Box> received = of(FlowStage.RECEIVED);
    List<Box> not = of(FlowStage.NOT_RECEIVED);
    for (int i = 0; i < arms.size(); i++) {
      Box arm = arms.get(i);
      if (received.size() == arms.size() && not.size() == arms.size()) {
        equal(
            "Treated and not treated",
            List.of(received.get(i), not.get(i)),
            List.of(arm),
            Severity.ERROR);
      }
      analysis(arms, i);
    }
  }

  private void entry(@Nullable Box total, List<Box> arms) {
    List<Box> screened = of(FlowStage.SCREENED);
    int head = -1;
    for (int i = 0; i < boxes.size() && head < 0; i++) {
      head = boxes.get(i).label.matches("(?i)(?:total )?excluded\\b.{0,30}") ? i : -1;
    }
    if (head < 0) {
      return;
    }
    Box excluded = boxes.get(head);
    List<Box> reasons = new ArrayList<>();
    for (int i = head + 1; i < boxes.size(); i++) {
      FlowStage stage = boxes.get(i).stage;
      if (stage != null && stage != FlowStage.EXCLUDED) {
        break;
      }
      reasons.add(boxes.get(i));
    }
    int sum = sum(reasons);
    if (reasons.size() > 1) {
      // One may be left out for two reasons.
      equal(
          "The reasons",
          reasons,
          List.of(excluded),
          sum > excluded.n ? Severity.NOTE : Severity.WARNING);
    }
    List<Box> in = total != null ? List.of(total) : arms;
    if (screened.size() == 1 && !in.isEmpty()) {
      List<Box> parts = new ArrayList<>(List.of(excluded));
      parts.addAll(in);
      equal("Excluded and randomised", parts, screened, Severity.ERROR);
    }
  }

  /** Whoever is not analysed has left in one of the ways that the diagram names. */
  private void analysis(List<Box> arms, int i) {
    List<Box> analysed = of(FlowStage.ANALYSED);
    if (analysed.size() != arms.size()) {
      return;
    }
    Box arm = arms.get(i);
    Box last = analysed.get(i);
    List<Box> ways = new ArrayList<>();
    for (FlowStage stage :
        List.of(
            FlowStage.NOT_RECEIVED,
            FlowStage.LOST,
            FlowStage.DISCONTINUED,
            FlowStage.NOT_ANALYSED)) {
      List<Box> its = of(stage);
      if (its.size() == arms.size()) {
        ways.add(its.get(i));
      } else if (!its.isEmpty()) {
        return;
      }
    }
    candidates++;
    int gap = arm.n - last.n;
    if (gap >= 0 && (gap == 0 || FlowSums.isSumOfSome(gap, ways.stream().map(Box::n).toList()))) {
      return;
    }
    boolean tooMany = gap < 0;
    String shown = Figures.plain(last.n) + " of " + Figures.plain(arm.n);
    findings.add(
        FindingDraft.of(
                tooMany ? Severity.ERROR : Severity.WARNING,
                tooMany
                    ? Figures.plain(last.n)
                        + " are analysed of "
                        + Figures.plain(arm.n)
                        + " who were allocated."
                    : shown + " are analysed; no losses of the diagram make the difference.")
            .found(Figures.plain(last.n))
            .expected("at most " + Figures.plain(arm.n))
            .at(arm.place, last.place)
            .at(ways.stream().map(Box::place).toList())
            .step("Allocated less analysed", null, Figures.plain(gap))
            .step("Losses", added(ways), Figures.plain(sum(ways)))
            .settle("Look up the flow of participants of this arm.")
            .identity("analysed", arm.n, last.n));
  }

  private void equal(String what, List<Box> parts, List<Box> whole, Severity severity) {
    candidates++;
    int sum = sum(parts);
    int all = sum(whole);
    if (sum == all) {
      return;
    }
    findings.add(
        FindingDraft.of(
                severity,
                what
                    + " of the flow diagram make "
                    + Figures.plain(sum)
                    + ", not "
                    + Figures.plain(all)
                    + ".")
            .expected(Figures.plain(all))
            .found(Figures.plain(sum))
            .at(whole.get(0).place)
            .at(parts.stream().map(Box::place).toList())
            .step(what, added(parts), Figures.plain(sum))
            .step(whole.get(0).label, null, Figures.plain(all))
            .settle("Look up the flow of participants in the source.")
            .identity("diagram", what, added(parts), all));
  }

  private List<Box> of(FlowStage stage) {
    return boxes.stream().filter(its -> its.stage == stage).toList();
  }

  private static int sum(List<Box> boxes) {
    return boxes.stream().mapToInt(Box::n).sum();
  }

  private static String added(List<Box> boxes) {
    return boxes.stream().map(its -> Figures.plain(its.n)).collect(Collectors.joining(" + "));
  }
}
