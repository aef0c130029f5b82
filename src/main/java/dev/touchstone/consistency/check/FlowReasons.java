package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Those who left, against the reasons in brackets behind them: {@code 24 patients discontinued
 * because of withdrawal (n = 11), violation (n = 9), …}.
 */
final class FlowReasons {

  private static final Set<FlowStage> HAVE_REASONS =
      EnumSet.of(
          FlowStage.EXCLUDED,
          FlowStage.DISCONTINUED,
          FlowStage.NOT_RECEIVED,
          FlowStage.NOT_ANALYSED);

  /** Words of a list that is not whole. */
  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)\\b(?:includ\\w+|such as|main(?:ly)?|most(?:ly)?|primar\\w+|common(?:ly|est)?|predominant\\w*|major(?:ity)?"
              + "|frequent\\w*|e\\.g\\.?|for example|at least|principal\\w*|usually|largely|notably|particularly|especially|of whom|of which|of these)\\b");

  private static final Pattern NEW_COUNT =
      Pattern.compile("(?i)[.;]\\s|\\b(?:and|while|but)\\s\\d");

  private FlowReasons() {}

  static TotalMismatch.Result in(Unit unit, List<FlowCount> own) {
    for (int i = 0; i + 2 < own.size(); i++) {
      FlowCount head = own.get(i);
      if (head.bracketed() || head.stage() == null || !HAVE_REASONS.contains(head.stage())) {
        continue;
      }
      List<FlowCount> reasons = new ArrayList<>();
      for (int j = i + 1; j < own.size() && own.get(j).bracketed(); j++) {
        reasons.add(own.get(j));
      }
      if (reasons.size() >= 2) {
        return judge(unit, own, head, reasons);
      }
    }
    return TotalMismatch.Result.NONE;
  }

  private static TotalMismatch.Result judge(
      Unit unit, List<FlowCount> own, FlowCount head, List<FlowCount> reasons) {
    int end = reasons.get(reasons.size() - 1).end();
    String words = unit.reading().text().substring(head.end(), end);
    List<Integer> sizes = reasons.stream().map(FlowCount::n).toList();
    int sum = sizes.stream().mapToInt(Integer::intValue).sum();
    boolean printed =
        own.stream().anyMatch(its -> its != head && !reasons.contains(its) && its.n() == sum);
    if (sum == head.n()
        || printed
        || OPEN.matcher(words).find()
        || NEW_COUNT.matcher(words).find()
        || sizes.stream().anyMatch(n -> n > head.n())
        || FlowSums.isSumOfSome(head.n(), sizes)) {
      return TotalMismatch.Result.of(1, List.of());
    }
    String added = sizes.stream().map(Figures::plain).collect(Collectors.joining(" + "));
    return TotalMismatch.Result.of(
        1,
        List.of(
            FindingDraft.of(
                    // Somebody may have left for two reasons.
                    sum > head.n() ? Severity.NOTE : Severity.WARNING,
                    "The reasons of those "
                        + (head.stage() == null ? "" : head.stage().words())
                        + " add up to "
                        + Figures.plain(sum)
                        + ", not "
                        + Figures.plain(head.n())
                        + ".")
                .expected(Figures.plain(head.n()))
                .found(Figures.plain(sum))
                .at(head.place())
                .at(reasons.stream().map(FlowCount::place).toList())
                .step("Sum of the reasons", added, Figures.plain(sum))
                .step("Stated", null, Figures.plain(head.n()))
                .settle("Look up the reasons in the source; one may be missing.")
                .identity("reasons", head.n(), sizes)));
  }
}
