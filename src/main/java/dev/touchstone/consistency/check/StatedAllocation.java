package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one ratio of randomisation that a note states, against every sentence that sizes the groups.
 */
final class StatedAllocation {

  private static final double VERY_RARE = 0.001;

  private static final double RARE = 0.01;

  private static final Pattern COLON = Pattern.compile(":(?<=\\d\\s?:)\\s?\\d");

  private static final Pattern RATIO =
      Pattern.compile(
          "(?i)\\b(?:re-?)?(?:random|assign|allocat|divid)(?:(?!\\b(?:molar|weight|mass|volume)\\b)[^.]){0,120}?(?<![\\d:.])(?<r>\\d{1,2}\\s?:\\s?\\d{1,2}(?:\\s?:\\s?\\d{1,2})?)(?![\\d:])"
              + "|(?<![\\d:.])(?<s>\\d{1,2}\\s?:\\s?\\d{1,2}(?:\\s?:\\s?\\d{1,2})?)(?![\\d:])[^.]{0,30}(?:random|allocat|ratio)");

  private StatedAllocation() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    List<Source> places = new ArrayList<>();
    List<String> ratios = new ArrayList<>();
    for (Unit unit : reading.prose()) {
      String text = reading.plain(unit);
      if (COLON.matcher(text).find()) {
        Matcher m = RATIO.matcher(text);
        while (m.find()) {
          String group = m.group("r") != null ? "r" : "s";
          ratios.add(m.group(group).replace(" ", ""));
          places.add(
              new Source(
                  unit.reading().source(m.start(group), m.end(group)), unit.section(), null));
        }
      }
    }
    PermutedBlocks blocks = PermutedBlocks.in(reading);
    if (ratios.isEmpty() && blocks == null) {
      return TotalMismatch.Result.NONE;
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    List<AssignedGroups> groups = reading.assignedGroups();
    for (int i = 0; i < ratios.size(); i++) {
      String ratio = ratios.get(i);
      List<Integer> parts = Arrays.stream(ratio.split(":")).map(Integer::valueOf).toList();
      List<AssignedGroups> sized =
          groups.stream().filter(its -> its.sizes().size() == parts.size()).toList();
      if (sized.isEmpty() || parts.contains(0)) {
        continue;
      }
      candidates++;
      if (sized.stream().allMatch(its -> chance(its.sizes(), parts) < RARE) && findings.isEmpty()) {
        FindingDraft finding = finding(ratio, parts, places.get(i), sized.get(0));
        sized.stream()
            .filter(its -> its.sizes().equals(sized.get(0).sizes()))
            .forEach(its -> finding.at(its.places()));
        findings.add(finding);
      }
    }
    if (blocks != null && findings.isEmpty()) {
      candidates++;
      FindingDraft finding = uneven(blocks, groups, ratios);
      if (finding != null) {
        findings.add(finding);
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /** Groups that the blocks do not allow, in every sentence that sizes them all. */
  private static @Nullable FindingDraft uneven(
      PermutedBlocks blocks, List<AssignedGroups> groups, List<String> ratios) {
    FindingDraft first = null;
    for (AssignedGroups sized : groups) {
      List<Integer> equal = Collections.nCopies(sized.sizes().size(), 1);
      List<List<Integer>> tried = new ArrayList<>();
      for (String ratio : ratios) {
        List<Integer> parts =
            new ArrayList<>(Arrays.stream(ratio.split(":")).map(Integer::valueOf).toList());
        tried.add(List.copyOf(parts));
        Collections.reverse(parts);
        tried.add(parts);
      }
      if (tried.isEmpty()) {
        tried.add(equal);
      }
      List<FindingDraft> off = new ArrayList<>();
      for (List<Integer> ratio : tried) {
        FindingDraft finding = blocks.judge(sized, ratio);
        if (finding == null) {
          return null;
        }
        off.add(finding);
      }
      first = first == null ? off.get(0) : first;
    }
    return first;
  }

  private static double chance(List<Integer> sizes, List<Integer> parts) {
    List<Integer> reversed = new ArrayList<>(parts);
    Collections.reverse(reversed);
    return Math.max(
        AllocationMismatch.chance(sizes, parts), AllocationMismatch.chance(sizes, reversed));
  }

  private static FindingDraft finding(
      String ratio, List<Integer> parts, Source place, AssignedGroups groups) {
    String printed =
        groups.sizes().stream().map(String::valueOf).collect(Collectors.joining(" and "));
    int shares = parts.stream().mapToInt(Integer::intValue).sum();
    String expected =
        parts.stream()
            .map(part -> String.valueOf(Math.round((double) groups.sum() * part / shares)))
            .collect(Collectors.joining(" and "));
    return FindingDraft.of(
            chance(groups.sizes(), parts) < VERY_RARE ? Severity.WARNING : Severity.NOTE,
            printed + " patients do not look like a " + ratio + " randomisation.")
        .expected("about " + expected)
        .found(printed)
        .at(place)
        .at(groups.places())
        .step(groups.sum() + " patients at " + ratio, null, expected)
        .step(
            "Chance of sizes as far off",
            parts.size() == 2 ? "exact binomial, two-sided" : "chi-square",
            BigDecimal.valueOf(chance(groups.sizes(), parts)).round(new MathContext(2)).toString())
        .settle("Look up ratio and arm sizes in the trial's registration or main report.")
        .identity("stated", ratio, printed);
  }
}
