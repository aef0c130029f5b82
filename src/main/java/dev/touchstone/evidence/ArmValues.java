package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.Claim.Change;
import dev.touchstone.evidence.Claim.Direction;
import dev.touchstone.evidence.Claim.Significance;
import dev.touchstone.evidence.Claim.Trigger;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that the prose prints for arms: they say who had more where no word does, as in {@code
 * the score was 12.1 with A and 10.2 with B (P = 0.03)}.
 */
final class ArmValues {

  /** Two values of one outcome, in the order of the text. */
  private record Pair(EvidenceRecord first, EvidenceRecord second) {

    int order() {
      ReportedNumber one = Objects.requireNonNull(first.value().value());
      ReportedNumber other = Objects.requireNonNull(second.value().value());
      return one.value().compareTo(other.value());
    }
  }

  /** In the order of the text. */
  private final List<EvidenceRecord> records;

  ArmValues(List<EvidenceRecord> records) {
    this.records =
        records.stream()
            .filter(record -> record.source().cell() == null)
            .sorted(Comparator.comparing(record -> record.source().span()))
            .toList();
  }

  /** The claim with the direction that its clause prints, where its words leave it open. */
  Claim directed(Claim claim) {
    if (claim.direction() != Direction.UNCLEAR) {
      return claim;
    }
    List<Pair> pairs = pairs(within(claim.span()));
    Pair pair =
        pairs.stream()
            .filter(one -> sameOutcome(one.first().outcome(), claim))
            .findFirst()
            .orElse(pairs.size() == 1 ? pairs.get(0) : null);
    if (pair == null || pair.order() == 0) {
      return claim;
    }
    List<Trigger> triggers = new ArrayList<>(claim.triggers());
    triggers.add(new Trigger(Trigger.Kind.VALUES, words(pair)));
    boolean more = pair.order() > 0;
    return new Claim(
        "",
        claim.study(),
        name(pair.first()),
        name(pair.second()),
        claim.outcome(),
        more ? Direction.HIGHER : Direction.LOWER,
        more ? Change.INCREASED : Change.DECREASED,
        claim.significance(),
        claim.span(),
        claim.section(),
        claim.against(),
        triggers);
  }

  /** What values of two arms with a P-value claim by themselves; null where they do not. */
  @Nullable Claim comparison(
      ClauseTokens tokens, Unit unit, @Nullable Study study, int start, int end) {
    ClaimScope.Judgement judged = ClaimScope.of(new ClaimScope(tokens, 0, tokens.size()).pValues());
    if (!judged.says()) {
      return null;
    }
    Span span = unit.reading().source(start, end);
    List<EvidenceRecord> within = within(span);
    List<Pair> pairs = pairs(within);
    if (pairs.isEmpty() || pairs.get(0).order() == 0) {
      return ofEstimate(within, judged, unit, study, span);
    }
    Pair pair = pairs.get(0);
    boolean more = pair.order() > 0;
    boolean none = judged.significance() == Significance.NOT_SIGNIFICANT;
    List<Trigger> triggers =
        List.of(
            new Trigger(Trigger.Kind.VALUES, words(pair)),
            Objects.requireNonNull(judged.trigger()));
    return new Claim(
        "",
        study == null ? null : study.id(),
        name(pair.first()),
        name(pair.second()),
        pair.first().outcome(),
        none ? Direction.NO_DIFFERENCE : more ? Direction.HIGHER : Direction.LOWER,
        none ? Change.UNCHANGED : more ? Change.INCREASED : Change.DECREASED,
        judged.significance(),
        span,
        unit.section(),
        null,
        triggers);
  }

  /** "The relative risk was 0.8 (P = 0.3)": a printed comparison, which its P-value judges. */
  private static @Nullable Claim ofEstimate(
      List<EvidenceRecord> within,
      ClaimScope.Judgement judged,
      Unit unit,
      @Nullable Study study,
      Span span) {
    for (EvidenceRecord record : within) {
      Measure.Kind kind = record.value().kind();
      ReportedNumber value = record.value().value();
      if (value == null || !(kind.isRatio() || kind == Measure.Kind.DIFFERENCE)) {
        continue;
      }
      boolean none = judged.significance() == Significance.NOT_SIGNIFICANT;
      int order = value.value().compareTo(kind.isRatio() ? BigDecimal.ONE : BigDecimal.ZERO);
      // A hazard of death is the other way round than survival; what the ratio is of, is not said.
      boolean open = kind == Measure.Kind.HAZARD_RATIO || order == 0;
      if (!none && open) {
        return null;
      }
      boolean two = record.isComparison();
      return new Claim(
          "",
          study == null ? null : study.id(),
          two ? name(record.arms().get(0)) : null,
          two ? name(record.arms().get(1)) : null,
          record.outcome(),
          none ? Direction.NO_DIFFERENCE : order > 0 ? Direction.HIGHER : Direction.LOWER,
          none ? Change.UNCHANGED : order > 0 ? Change.INCREASED : Change.DECREASED,
          judged.significance(),
          span,
          unit.section(),
          null,
          List.of(
              new Trigger(Trigger.Kind.VALUES, value.asWritten()),
              Objects.requireNonNull(judged.trigger())));
    }
    return null;
  }

  private static boolean sameOutcome(dev.touchstone.mention.Outcome outcome, Claim claim) {
    return outcome.code().equals("OTHER")
        ? outcome.label().equalsIgnoreCase(claim.outcome().label())
        : outcome.code().equals(claim.outcome().code());
  }

  private List<EvidenceRecord> within(Span span) {
    int low = 0;
    int high = records.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (records.get(middle).source().span().start() < span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<EvidenceRecord> found = new ArrayList<>();
    for (int i = low; i < records.size(); i++) {
      Span one = records.get(i).source().span();
      if (one.start() >= span.end()) {
        break;
      }
      if (one.end() <= span.end()) {
        found.add(records.get(i));
      }
    }
    return found;
  }

  private static List<Pair> pairs(List<EvidenceRecord> within) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < within.size(); i++) {
      EvidenceRecord one = within.get(i);
      if (!isOfArm(one)) {
        continue;
      }
      for (int j = i + 1; j < within.size(); j++) {
        EvidenceRecord other = within.get(j);
        if (isOfArm(other)
            && !one.arms().get(0).id().equals(other.arms().get(0).id())
            && one.value().kind() == other.value().kind()
            && Objects.equals(one.value().unit(), other.value().unit())
            && one.outcome().code().equals(other.outcome().code())
            && Objects.equals(one.outcome().term(), other.outcome().term())
            && Objects.equals(one.outcome().at(), other.outcome().at())) {
          pairs.add(new Pair(one, other));
          break;
        }
      }
    }
    return pairs;
  }

  private static boolean isOfArm(EvidenceRecord record) {
    Measure value = record.value();
    return record.arms().size() == 1
        && record.candidates().isEmpty()
        && value.value() != null
        && switch (value.kind()) {
          case PERCENT, MEAN, MEDIAN, NUMBER, DURATION, COUNT, FRACTION -> true;
          default -> false;
        };
  }

  private static String name(EvidenceRecord record) {
    return name(record.arms().get(0));
  }

  private static String name(Arm arm) {
    return Objects.requireNonNullElse(arm.drug(), arm.label());
  }

  private static String words(Pair pair) {
    return Objects.requireNonNull(pair.first().value().value()).asWritten()
        + " against "
        + Objects.requireNonNull(pair.second().value().value()).asWritten();
  }
}
