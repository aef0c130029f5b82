package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Arm;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import dev.touchstone.evidence.Study;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/** Arm sizes that the stated randomisation ratio would hardly ever give. */
final class AllocationMismatch implements ConsistencyCheck {

  /** One trial in a thousand looks like this by chance. */
  private static final double VERY_RARE = 0.001;

  private static final Pattern MIXED =
      Pattern.compile("(?i)\\b(?:molar|weight|mass|volume|molecular) ratio\\b");

  /** One trial in a hundred. */
  private static final double RARE = 0.01;

  @Override
  public String rule() {
    return "allocation-mismatch";
  }

  @Override
  public String summary() {
    return "Arm sizes do not fit the randomisation ratio; look up both.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Denominators denominators = reading.denominators();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Study study : note.studies()) {
      List<Arm> arms = randomisedArms(study);
      List<Integer> ratio = ratio(study.allocation());
      if (ratio.size() < 2 || ratio.size() != arms.size()) {
        continue;
      }
      candidates++;
      FindingDraft finding = judge(reading, denominators, study, arms, ratio);
      if (finding != null) {
        findings.add(finding);
      }
    }
    TotalMismatch.Result stated = StatedAllocation.examine(reading);
    if (findings.isEmpty()) {
      findings.addAll(stated.findings());
    }
    candidates += stated.candidates();
    return Examination.of(
        candidates, findings, "No study states both a randomisation ratio and its arm sizes.");
  }

  static List<Arm> randomisedArms(Study study) {
    List<Arm> arms =
        study.arms().stream()
            .filter(arm -> arm.role() == Arm.Role.INTERVENTION || arm.role() == Arm.Role.CONTROL)
            .toList();
    return arms.stream().allMatch(arm -> arm.n() != null) ? arms : List.of();
  }

  private static List<Integer> ratio(@Nullable String allocation) {
    if (allocation == null || !allocation.matches("\\d{1,2}(?::\\d{1,2})+")) {
      return List.of();
    }
    return Arrays.stream(allocation.split(":")).map(Integer::valueOf).toList();
  }

  private static @Nullable FindingDraft judge(
      NoteReading reading,
      Denominators denominators,
      Study study,
      List<Arm> arms,
      List<Integer> ratio) {
    List<Integer> sizes = arms.stream().map(arm -> Objects.requireNonNull(arm.n())).toList();
    // The note may name the arms in another order than the ratio.
    List<Integer> parts = new ArrayList<>(ratio);
    double best = chance(sizes, parts);
    Collections.reverse(parts);
    best = Math.max(best, chance(sizes, parts));
    if (best >= RARE) {
      return null;
    }
    int total = sizes.stream().mapToInt(Integer::intValue).sum();
    int shares = ratio.stream().mapToInt(Integer::intValue).sum();
    String printed = sizes.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    String expected =
        ratio.stream()
            .map(part -> String.valueOf(Math.round((double) total * part / shares)))
            .collect(Collectors.joining(" and "));
    FindingDraft finding =
        FindingDraft.of(
                best < VERY_RARE ? Severity.WARNING : Severity.NOTE,
                printed + " patients do not look like a " + study.allocation() + " randomisation.")
            .expected("about " + expected)
            .found(printed)
            .step(
                total + " patients at " + study.allocation(),
                ratio.stream()
                    .map(part -> total + " × " + part + " ÷ " + shares)
                    .collect(Collectors.joining(", ")),
                expected)
            .step(
                "Chance of sizes as far off",
                ratio.size() == 2 ? "exact binomial, two-sided" : "chi-square",
                BigDecimal.valueOf(best).round(new MathContext(2, RoundingMode.HALF_UP)).toString())
            .settle("Look up ratio and arm sizes in the trial's registration or main report.")
            .identity(reading.studyName(study.id()), ratio, printed);
    for (int size : sizes) {
      Source place = denominators.placeOf(size, null);
      if (place != null) {
        finding.at(place);
      }
    }
    List<Source> places = allocationPlaces(reading, study);
    finding.at(places);
    boolean ofPeople = places.stream().allMatch(place -> isOfPeople(reading, place));
    return finding.places().isEmpty() || !ofPeople ? null : finding;
  }

  /** Substances are mixed in ratios, too. */
  private static boolean isOfPeople(NoteReading reading, Source ratio) {
    Span sentence = reading.sentenceAt(ratio.span());
    return sentence == null || !MIXED.matcher(reading.document().quote(sentence)).find();
  }

  /** Where the ratio is printed. */
  private static List<Source> allocationPlaces(NoteReading reading, Study study) {
    List<Source> places = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      String allocation = Objects.requireNonNull(study.allocation());
      int at = unit.reading().text().indexOf(allocation);
      if (at >= 0 && unit.cell() == null) {
        places.add(
            new Source(unit.reading().source(at, at + allocation.length()), unit.section(), null));
      }
    }
    if (places.isEmpty()) {
      study.mentions().stream()
          .map(reading::mention)
          .filter(Objects::nonNull)
          .limit(1)
          .map((Mention mention) -> NoteReading.at(mention))
          .forEach(places::add);
    }
    return places.subList(0, Math.min(1, places.size()));
  }

  /** How often randomisation at the ratio gives sizes at least as far off. */
  static double chance(List<Integer> sizes, List<Integer> ratio) {
    int total = sizes.stream().mapToInt(Integer::intValue).sum();
    int shares = ratio.stream().mapToInt(Integer::intValue).sum();
    if (total == 0 || shares == 0) {
      return 1;
    }
    if (sizes.size() > 2) {
      double statistic = 0;
      for (int i = 0; i < sizes.size(); i++) {
        double expected = (double) total * ratio.get(i) / shares;
        statistic += Math.pow(sizes.get(i) - expected, 2) / expected;
      }
      return ChiSquaredDistribution.of(sizes.size() - 1).survivalProbability(statistic);
    }
    BinomialDistribution binomial = BinomialDistribution.of(total, (double) ratio.get(0) / shares);
    double seen = binomial.probability(sizes.get(0));
    double sum = 0;
    for (int i = 0; i <= total; i++) {
      double probability = binomial.probability(i);
      // Equal but for the last digits of the arithmetic.
      if (probability <= seen * (1 + 1e-9)) {
        sum += probability;
      }
    }
    return Math.min(1, sum);
  }
}
