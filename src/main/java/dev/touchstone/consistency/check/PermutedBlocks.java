package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Group sizes against the size of the blocks that the randomisation was made of: at any time no
 * more than one block of each stratum is open, and only that can be uneven.
 *
 * @param size of the largest block
 * @param strata how many lists were used; one where the note speaks of no strata and no centres
 */
record PermutedBlocks(int size, int strata, Source place) {

  private static final String COUNT =
      "(?:\\d{1,3}|two|three|four|five|six|eight|nine|ten|twelve|sixteen|twenty)";

  private static final Pattern BLOCK =
      Pattern.compile(
          "(?i)\\b(?:(?:permuted|random(?:ly permuted)?|randomi[sz]ed|fixed|balanced|varying|variable)[- ])*block(?:s|[- ]sizes?|[- ]lengths?)\\s?(?:\\(|of|was|were|with|:|=|size|sizes|a|\\s)*(?<n>"
              + COUNT
              + ")(?:,? (?:or|and|to|,)\\s?(?:"
              + COUNT
              + ",? (?:or|and) )?(?<m>"
              + COUNT
              + "))?\\b(?!\\s?(?:weeks|days|months|cent|sites|%))"
              + "|\\b(?<k>"
              + COUNT
              + ")[- ](?:patient |subject |person )?blocks?\\b");

  private static final Pattern RANDOMISES = Pattern.compile("(?i)random|alloc|assign");

  private static final Pattern STRATIFIED = Pattern.compile("(?i)\\bstrat(?:if|um|a\\b)");
  private static final Pattern MANY_LISTS =
      Pattern.compile(
          "(?i)\\bmulti-?\\s?(?:cent|site|national)|\\b(?:cent(?:er|re)s|sites|hospitals|clinics|institutions|practices|countries)\\b");
  private static final Pattern STRATA =
      Pattern.compile("(?i)\\b(?<n>" + COUNT + ") (?:randomi[sz]ation )?strata\\b");
  private static final Pattern BY_CENTRE =
      Pattern.compile(
          "(?i)\\bstratified (?:only )?(?:by|for|according to|per) (?:the |each |study |trial |participating )*(?:cent(?:er|re)s?|sites?|hospitals?|clinics?|institutions?)\\b(?!,| and)");
  private static final Pattern CENTRES =
      Pattern.compile(
          "(?i)\\b(?<n>"
              + COUNT
              + ") (?!of\\b)(?:[a-z-]+ ){0,2}?(?:cent(?:er|re)s|sites|hospitals|clinics|institutions)\\b");

  /** Other ways of randomising, for which blocks say nothing of the sizes. */
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)\\b(?:minimi[sz]ation|clusters?|cross-?over|adaptive|quasi-random\\w*|unequal blocks)\\b");

  /** The blocks of a note; null where it states none, or how many lists there were stays open. */
  static @Nullable PermutedBlocks in(NoteReading reading) {
    List<PermutedBlocks> blocks = new ArrayList<>();
    for (Unit unit : reading.note().annotated().units()) {
      if (FlowSentences.isProse(unit)
          && unit.reading().text().contains("lock")
          && FlowSentences.isOfThisTrial(reading, unit.section())) {
        blocks.addAll(stated(unit, reading.plain(unit)));
      }
    }
    if (blocks.isEmpty()) {
      return null;
    }
    boolean stratified = false;
    boolean many = false;
    int strata = 0;
    int centres = 0;
    boolean byCentre = false;
    for (Unit unit : reading.note().annotated().units()) {
      if (!FlowSentences.isProse(unit) || !FlowSentences.isOfThisTrial(reading, unit.section())) {
        continue;
      }
      String text = reading.plain(unit);
      if (text.contains("andom") && OTHERWISE.matcher(text).find()) {
        return null;
      }
      boolean lists = text.contains("trat");
      stratified |= lists && STRATIFIED.matcher(text).find();
      byCentre |= lists && BY_CENTRE.matcher(text).find();
      strata = Math.max(strata, lists ? most(STRATA.matcher(text), "n") : 0);
      Matcher lots = MANY_LISTS.matcher(text);
      if (lots.find()) {
        many = true;
        centres = Math.max(centres, most(CENTRES.matcher(text), "n"));
      }
    }
    PermutedBlocks largest =
        blocks.stream().reduce((a, b) -> a.size >= b.size ? a : b).orElse(blocks.get(0));
    int lists = strata > 0 ? strata : byCentre ? centres : stratified || many ? 0 : 1;
    return lists == 0 ? null : new PermutedBlocks(largest.size, lists, largest.place);
  }

  private static List<PermutedBlocks> stated(Unit unit, String text) {
    List<PermutedBlocks> found = new ArrayList<>();
    for (Sentence sentence : unit.sentences()) {
      String words = text.substring(sentence.start(), sentence.end());
      if (!words.contains("lock") || !RANDOMISES.matcher(words).find()) {
        continue;
      }
      Matcher m = BLOCK.matcher(words);
      while (m.find()) {
        int size = 0;
        for (String group : new String[] {"n", "m", "k"}) {
          size = Math.max(size, m.group(group) == null ? 0 : number(m.group(group)));
        }
        int start = sentence.start() + m.start();
        found.add(
            new PermutedBlocks(
                size,
                0,
                new Source(
                    unit.reading().source(start, sentence.start() + m.end()),
                    unit.section(),
                    null)));
      }
    }
    return found;
  }

  private static int most(Matcher m, String group) {
    int most = 0;
    while (m.find()) {
      most = Math.max(most, number(m.group(group)));
    }
    return most;
  }

  private static int number(String words) {
    ReportedNumber number = Numbers.parse(words);
    return number == null ? 0 : number.value().intValue();
  }

  /**
   * The most that a group may be off its share: of each open block all of its places, or none, may
   * be taken first, which is b · p · (1 − p).
   */
  double most(double share) {
    return strata * (double) size * share * (1 - share);
  }

  /** What is wrong with group sizes; null where the blocks allow them. */
  @Nullable FindingDraft judge(AssignedGroups groups, List<Integer> ratio) {
    int shares = ratio.stream().mapToInt(Integer::intValue).sum();
    if (shares == 0 || size % shares != 0 || ratio.size() != groups.sizes().size()) {
      return null;
    }
    for (int i = 0; i < ratio.size(); i++) {
      double share = (double) ratio.get(i) / shares;
      double expected = groups.sum() * share;
      double off = Math.abs(groups.sizes().get(i) - expected);
      if (off > most(share) + 1e-9) {
        return finding(groups, ratio, groups.sizes().get(i), expected, most(share));
      }
    }
    return null;
  }

  private FindingDraft finding(
      AssignedGroups groups, List<Integer> ratio, int n, double expected, double most) {
    String printed =
        groups.sizes().stream().map(Figures::plain).collect(Collectors.joining(" and "));
    String named = ratio.stream().map(String::valueOf).collect(Collectors.joining(":"));
    String lists = strata == 1 ? "one list" : strata + " lists";
    return FindingDraft.of(
            Severity.WARNING,
            printed + " patients cannot come from blocks of " + size + " at " + named + ".")
        .expected("at most " + Moments.shown(most) + " off " + Moments.shown(expected))
        .found(Figures.plain(n))
        .at(place)
        .at(groups.places())
        .step("Share of " + groups.sum() + " at " + named, null, Moments.shown(expected))
        .step(
            "Most that a group can be off",
            lists + " × " + size + " × p × (1 − p)",
            Moments.shown(most))
        .step("Off by", null, Moments.shown(Math.abs(n - expected)))
        .settle("Look up how the randomisation list was made, and the number of strata.")
        .identity("blocks", size, strata, named, printed);
  }
}
