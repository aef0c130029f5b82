package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that follow the participants: {@code Of 160 screened, 40 were excluded and 120
 * randomised}. A number of the sentence that may reconcile the others is taken to do so.
 */
final class FlowSentences {

  /** Such sections tell of other trials. */
  private static final Set<SectionRole> ELSEWHERE =
      EnumSet.of(
          SectionRole.INTRODUCTION,
          SectionRole.DISCUSSION,
          SectionRole.CONCLUSION,
          SectionRole.MECHANISM,
          SectionRole.REFERENCES,
          SectionRole.BOILERPLATE);

  /** Treatment may be over while the trial goes on. */
  private static final Pattern TREATMENT =
      Pattern.compile("(?i)\\b(?:treatment|therapy|cycles?|course|medication|dos(?:es?|ing))\\b");

  private static final Pattern AFTERWARDS =
      Pattern.compile(
          "(?i)\\b(?:after|post)[ -]?randomi[sz]ation\\b|\\banalys[ei]s\\b|\\bevaluation\\b|\\bper[ -]protocol\\b");

  private static final int SENTENCES = 3;

  private FlowSentences() {}

  static TotalMismatch.Result examine(NoteReading reading, List<FlowCount.OfUnit> all) {
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (FlowCount.OfUnit each : all) {
      Unit unit = each.unit();
      List<FlowCount> counts = each.counts();
      if (!isProse(unit) || counts.isEmpty() || !isOfThisTrial(reading, unit.section())) {
        continue;
      }
      for (int i = 0; i < unit.sentences().size(); i++) {
        int last = Math.min(i + SENTENCES, unit.sentences().size()) - 1;
        List<FlowCount> own = within(counts, unit.sentences().get(i), unit.sentences().get(i));
        List<FlowCount> more = within(counts, unit.sentences().get(i), unit.sentences().get(last));
        for (TotalMismatch.Result result :
            List.of(entry(own, more), completion(own), treatment(own), FlowReasons.in(unit, own))) {
          candidates += result.candidates();
          findings.addAll(result.findings());
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  static boolean isProse(Unit unit) {
    return unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM;
  }

  static boolean isOfThisTrial(NoteReading reading, String section) {
    for (Section each : reading.document().path(section)) {
      if (ELSEWHERE.contains(each.role())) {
        return false;
      }
    }
    return true;
  }

  private static List<FlowCount> within(List<FlowCount> counts, Sentence first, Sentence last) {
    return counts.stream()
        .filter(its -> its.start() >= first.start() && its.end() <= last.end())
        .toList();
  }

  /** Screened less excluded is randomised. */
  private static TotalMismatch.Result entry(List<FlowCount> own, List<FlowCount> counts) {
    List<FlowCount> screened = of(own, FlowStage.SCREENED);
    List<FlowCount> randomised = of(counts, FlowStage.RANDOMISED);
    List<FlowCount> excluded =
        of(counts, FlowStage.EXCLUDED).stream()
            .filter(its -> !AFTERWARDS.matcher(its.words()).find())
            .filter(its -> own.contains(its) || isBefore(its, randomised))
            .toList();
    if (screened.size() != 1 || randomised.isEmpty() || excluded.isEmpty()) {
      return TotalMismatch.Result.NONE;
    }
    FlowCount all = screened.get(0);
    FlowCount in =
        randomised.stream().reduce((a, b) -> a.n() >= b.n() ? a : b).orElse(randomised.get(0));
    if (in.start() < all.start() || in.n() > all.n() || excluded.get(0).start() < all.start()) {
      return TotalMismatch.Result.NONE;
    }
    List<Integer> others =
        counts.stream()
            .filter(its -> its != all && its != in && !excluded.contains(its))
            .map(FlowCount::n)
            .toList();
    List<Integer> out = excluded.stream().map(FlowCount::n).toList();
    int gap = all.n() - in.n();
    int inAll = randomised.stream().mapToInt(FlowCount::n).sum();
    if (FlowSums.reconciles(gap, out, others)
        || FlowSums.reconciles(all.n() - inAll, out, others)
        || others.stream().anyMatch(x -> x > in.n() && FlowSums.isSumOfSome(all.n() - x, out))) {
      return TotalMismatch.Result.of(1, List.of());
    }
    int sum = out.stream().mapToInt(Integer::intValue).sum();
    String added = out.stream().map(Figures::plain).collect(Collectors.joining(" + "));
    return one(
        FindingDraft.of(
                Severity.WARNING,
                "Of "
                    + Figures.plain(all.n())
                    + " screened, "
                    + added
                    + " excluded leave "
                    + Figures.plain(all.n() - sum)
                    + ", not "
                    + Figures.plain(in.n())
                    + " randomised.")
            .expected(Figures.plain(all.n() - sum) + " randomised")
            .found(Figures.plain(in.n()))
            .at(all.place(), in.place())
            .at(excluded.stream().map(FlowCount::place).toList())
            .step("Screened", null, Figures.plain(all.n()))
            .step(
                "Less those excluded",
                Figures.plain(all.n()) + " − " + added.replace(" + ", " − "),
                Figures.plain(all.n() - sum))
            .step("Stated as randomised", null, Figures.plain(in.n()))
            .settle("Look up the flow of participants; a group of those left out may be missing.")
            .identity("entry", all.n(), out, in.n()));
  }

  private static boolean isBefore(FlowCount excluded, List<FlowCount> randomised) {
    return !randomised.isEmpty() && excluded.start() < randomised.get(0).start();
  }

  /** Nobody both completes a trial and leaves it. */
  private static TotalMismatch.Result completion(List<FlowCount> own) {
    FlowCount whole = whole(own);
    List<FlowCount> completed = of(own, FlowStage.COMPLETED);
    List<FlowCount> left =
        own.stream().filter(its -> its.stage() != null && its.stage().isLoss()).toList();
    if (whole == null || completed.size() != 1 || left.isEmpty() || completed.get(0) == whole) {
      return TotalMismatch.Result.NONE;
    }
    FlowCount done = completed.get(0);
    int most = left.stream().mapToInt(FlowCount::n).max().orElse(0);
    int all = left.stream().mapToInt(FlowCount::n).sum();
    if (done.n() > whole.n() || most > whole.n()) {
      return TotalMismatch.Result.NONE;
    }
    List<Integer> others =
        own.stream()
            .filter(its -> its != whole && its != done && !left.contains(its))
            .map(FlowCount::n)
            .toList();
    int gap = whole.n() - done.n();
    List<Integer> out = left.stream().map(FlowCount::n).toList();
    if (FlowSums.reconciles(gap, out, others)) {
      return TotalMismatch.Result.of(1, List.of());
    }
    boolean tooMany = most > gap;
    String leavers = out.stream().map(Figures::plain).collect(Collectors.joining(" + "));
    return one(
        FindingDraft.of(
                tooMany && !TREATMENT.matcher(done.words()).find()
                    ? Severity.WARNING
                    : Severity.NOTE,
                "Of "
                    + Figures.plain(whole.n())
                    + ", "
                    + Figures.plain(done.n())
                    + " completed and "
                    + leavers
                    + " left, which makes "
                    + Figures.plain(done.n() + all)
                    + ".")
            .expected(Figures.plain(gap) + " who left")
            .found(leavers)
            .at(whole.place(), done.place())
            .at(left.stream().map(FlowCount::place).toList())
            .step(
                "Completed and left",
                Figures.plain(done.n()) + " + " + leavers,
                Figures.plain(done.n() + all))
            .step("All of them", null, Figures.plain(whole.n()))
            .settle("Look up the flow of participants: who completed, and who left at which time.")
            .identity("completion", whole.n(), done.n(), out));
  }

  /** Allocated is received and not received. */
  private static TotalMismatch.Result treatment(List<FlowCount> own) {
    FlowCount whole = whole(own);
    List<FlowCount> received = of(own, FlowStage.RECEIVED);
    List<FlowCount> not = of(own, FlowStage.NOT_RECEIVED);
    if (whole == null || received.size() != 1 || not.size() != 1 || received.get(0) == whole) {
      return TotalMismatch.Result.NONE;
    }
    int treated = received.get(0).n();
    int untreated = not.get(0).n();
    List<Integer> others =
        own.stream()
            .filter(its -> its != whole && its != received.get(0) && its != not.get(0))
            .map(FlowCount::n)
            .toList();
    if (treated > whole.n()
        || untreated > whole.n()
        || FlowSums.reconciles(whole.n() - treated, List.of(untreated), others)) {
      return TotalMismatch.Result.of(1, List.of());
    }
    String added = Figures.plain(treated) + " + " + Figures.plain(untreated);
    return one(
        FindingDraft.of(
                Severity.WARNING,
                Figures.plain(treated)
                    + " treated and "
                    + Figures.plain(untreated)
                    + " not treated make "
                    + Figures.plain(treated + untreated)
                    + ", not "
                    + Figures.plain(whole.n())
                    + ".")
            .expected(Figures.plain(whole.n()))
            .found(Figures.plain(treated + untreated))
            .at(whole.place(), received.get(0).place(), not.get(0).place())
            .step("Treated and not treated", added, Figures.plain(treated + untreated))
            .step("All of them", null, Figures.plain(whole.n()))
            .settle("Look up the flow of participants: allocated, and treated as allocated.")
            .identity("treatment", whole.n(), treated, untreated));
  }

  /** Whom the other counts of a sentence are part of: {@code of 160 patients}, the randomised. */
  private static @Nullable FlowCount whole(List<FlowCount> own) {
    List<FlowCount> wholes =
        own.stream()
            .filter(its -> its.named() && (its.whole() || its.stage() == FlowStage.RANDOMISED))
            .toList();
    return wholes.size() == 1 && own.indexOf(wholes.get(0)) == 0 ? wholes.get(0) : null;
  }

  private static List<FlowCount> of(List<FlowCount> counts, FlowStage stage) {
    return counts.stream().filter(its -> its.stage() == stage).toList();
  }

  private static TotalMismatch.Result one(FindingDraft finding) {
    return TotalMismatch.Result.of(1, List.of(finding));
  }
}
