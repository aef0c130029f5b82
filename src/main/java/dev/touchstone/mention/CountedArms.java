package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shares out the arms that a sentence names among the numbers of people in it: every number may
 * have one name, every name one number, and of all ways to do so the one counts whose places speak
 * for it most ({@link CountPlace}).
 */
final class CountedArms {

  /**
   * A number of people.
   *
   * @param isDenominator whether something is counted out of them
   */
  record Count(int start, int end, boolean isDenominator) {}

  /**
   * What names an arm.
   *
   * @param side null where the document does not tell it
   */
  record Name(int start, int end, @Nullable String side) {}

  private static final int MOST = 8;
  private static final int CHOICES = 3;
  private static final double LISTED = 4;
  private static final double IN_ORDER = 0.5;
  private static final int NEAR = 90;
  private static final int FAR = 160;
  private static final int APART = 60;

  private static final Pattern COUNT_LINK =
      Pattern.compile(
          "(?is)(?:\\s(?:patients|women|men|subjects|participants|eyes))?,?\\s(?:and|versus|vs\\.?|or)\\s(?:n\\s?=\\s?)?|,\\s");

  /** Between two denominators: {@code 8/75) and 7.7% (5/65}. */
  private static final Pattern SHARE_LINK =
      Pattern.compile(
          "(?is)[^.;]{0,24}?(?:\\.\\d+[^.;]{0,16})?(?<![\\p{L}])(?:and|versus|vs\\.?|or|compared (?:with|to)|than)(?![\\p{L}])[^;]{0,40}|[\\s\\p{L})%\\]]{0,14},\\s[^;]{0,30}");

  private static final Pattern NAME_LINK =
      Pattern.compile(
          "(?is)(?:\\s\\([^()]{1,20}\\))?[^.;]{0,24}?(?:(?<![\\p{L}])(?:and|versus|vs\\.?|or|than|compared (?:with|to))(?![\\p{L}])|,)[^.;]{0,24}");
  private static final Pattern RESPECTIVE =
      Pattern.compile("(?i)(?<![\\p{L}])respective(?:ly)?(?![\\p{L}])");

  private final String text;
  private final Sentence sentence;
  private final List<Count> counts;
  private final List<Name> names;
  private final double[][] worth;
  private final int[] best;
  private double most = -1;

  private CountedArms(String text, Sentence sentence, List<Count> counts, List<Name> names) {
    this.text = text;
    this.sentence = sentence;
    this.counts = counts.subList(0, Math.min(MOST, counts.size()));
    this.names = names;
    worth = new double[this.counts.size()][names.size()];
    best = new int[this.counts.size()];
    Arrays.fill(best, -1);
  }

  /** For each count, in order, the arm that it is of; null for none. */
  static List<@Nullable Name> share(
      String text, Sentence sentence, List<Count> counts, List<Name> names) {
    CountedArms shared = new CountedArms(text, sentence, counts, names);
    shared.weigh();
    shared.choose(0, 0, new int[shared.counts.size()]);
    List<@Nullable Name> arms = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      arms.add(i < shared.best.length && shared.best[i] >= 0 ? names.get(shared.best[i]) : null);
    }
    return arms;
  }

  /** Whether two numbers stand in one list, or are set against each other. */
  static boolean areJoined(String text, Count one, Count other) {
    String between = text.substring(one.end(), other.start());
    return one.isDenominator() && other.isDenominator()
        ? SHARE_LINK.matcher(between).matches()
        : COUNT_LINK.matcher(between).matches();
  }

  private void weigh() {
    CountPlace place = new CountPlace(text, sentence, counts, names);
    for (int i = 0; i < counts.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        worth[i][j] = place.of(counts.get(i), names.get(j));
      }
    }
    boolean respective = RESPECTIVE.matcher(text).region(sentence.start(), sentence.end()).find();
    for (int i = 0; i + 1 < counts.size(); i++) {
      if (areJoined(text, counts.get(i), counts.get(i + 1))) {
        listed(i, respective);
      }
    }
  }

  /** {@code 37 and 36 patients were assigned to A and B}: lists go in order. */
  private void listed(int i, boolean respective) {
    Count one = counts.get(i);
    Count other = counts.get(i + 1);
    for (int j = 0; j + 1 < names.size(); j++) {
      Name first = names.get(j);
      Name second = names.get(j + 1);
      boolean joined =
          second.start() > first.end()
              && second.start() - first.end() <= APART
              && NAME_LINK.matcher(text.substring(first.end(), second.start())).matches();
      int behind = first.start() - other.end();
      int ahead = one.start() - second.end();
      boolean near =
          behind >= 0 && behind <= (respective ? FAR : NEAR) && isFree(other.end(), first.start())
              || ahead >= 0
                  && ahead <= (respective ? FAR : NEAR)
                  && isFree(second.end(), one.start());
      if (joined && near) {
        worth[i][j] += LISTED;
        worth[i + 1][j + 1] += LISTED;
      }
    }
  }

  private boolean isFree(int start, int end) {
    return counts.stream().noneMatch(count -> count.start() >= start && count.end() <= end);
  }

  private void choose(int at, double sum, int[] chosen) {
    if (at == counts.size()) {
      if (sum > most) {
        most = sum;
        System.arraycopy(chosen, 0, best, 0, best.length);
      }
      return;
    }
    for (int name : candidates(at)) {
      boolean taken = false;
      int last = -1;
      for (int i = 0; i < at; i++) {
        taken |= chosen[i] == name;
        last = Math.max(last, chosen[i]);
      }
      if (!taken) {
        chosen[at] = name;
        choose(at + 1, sum + worth[at][name] + (last >= 0 && last < name ? IN_ORDER : 0), chosen);
      }
    }
    chosen[at] = -1;
    choose(at + 1, sum, chosen);
  }

  private List<Integer> candidates(int count) {
    List<Integer> found = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      if (worth[count][j] > 0) {
        found.add(j);
      }
    }
    found.sort(Comparator.comparingDouble(name -> -worth[count][name]));
    return found.subList(0, Math.min(CHOICES, found.size()));
  }
}
