package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.Passages.Passage;
import dev.touchstone.consistency.check.Passages.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two passages that tell of the same, figure by figure, except for one figure.
 *
 * <p>The abstract's {@code 98.8% (95% CI 96.4 to 99.6) against 96.3%} and the body's {@code 98.8%
 * (95% CI, 56.4% to 99.6%) … and 96.3%} share their words and three figures in the same order; what
 * stands between the same two of them must be the same too. It is told from two different figures
 * by this: one of the two is printed nowhere else in the note, and they differ as a slip of the pen
 * differs.
 */
final class ParallelPassages {

  /** So many passages may print a value that still tells which of them speak of the same. */
  private static final int COMMON = 24;

  /** A longer list is no sentence. */
  private static final int LONGEST = 200;

  /** A sentence of more figures tells of more than one row. */
  private static final int LISTED = 6;

  /** So many figures on each side belong to the same comparison. */
  private static final int REACH = 5;

  private static final Pattern VERSUS =
      Pattern.compile("(?i)\\s?%?\\s?(?:vs\\.?|versus|v\\.|compared (?:with|to)|and|against)\\s?");

  /** Sentences that share so many words may repeat each other. */
  private static final int SAME_WORDS = 4;

  /** So many words around two figures make them one. */
  private static final int WORDS_AROUND = 3;

  /** A figure of one passage in the place of another of the other passage. */
  private record Conflict(
      Passage one,
      Passage other,
      PassageFigure figure,
      PassageFigure against,
      List<PassageFigure> shared,
      int words,
      boolean between) {

    int weight() {
      return shared.size() * 4 + words + (between ? 4 : 0);
    }
  }

  private final Passages passages;
  private final NoteReading reading;
  private final boolean article;
  private int compared;

  ParallelPassages(NoteReading reading) {
    this.reading = reading;
    this.passages = new Passages(reading);
    this.article = reading.isArticle();
  }

  /** How many pairs of passages were laid side by side. */
  int compared() {
    return compared;
  }

  List<FindingDraft> findings() {
    Map<Object, List<Conflict>> all = new LinkedHashMap<>();
    for (Passage one : passages.all()) {
      if (one.region() == Region.ROW || one.figures().size() > LONGEST) {
        continue;
      }
      Set<Passage> others = new LinkedHashSet<>();
      for (PassageFigure figure : one.figures()) {
        if (figure.isTelling() && passages.timesPrinted(figure) <= COMMON) {
          others.addAll(passages.with(figure));
        }
      }
      for (Passage other : others) {
        if (mayRepeat(one, other)) {
          compared++;
          for (Conflict conflict : inEitherOrder(one, other)) {
            all.computeIfAbsent(orphan(conflict).source().span(), any -> new ArrayList<>())
                .add(conflict);
          }
        }
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    all.values().stream()
        .map(ParallelPassages::heaviestFirst)
        .sorted(Comparator.comparing((List<Conflict> same) -> -same.get(0).weight()))
        .forEach(same -> findings.add(finding(same)));
    return findings;
  }

  /** One slip against several places that have it right is one finding, told from the best. */
  private static List<Conflict> heaviestFirst(List<Conflict> conflicts) {
    return conflicts.stream().sorted(Comparator.comparing(Conflict::weight).reversed()).toList();
  }

  /** The columns of a table may stand in another order than the sentence names the groups. */
  private List<Conflict> inEitherOrder(Passage one, Passage other) {
    List<Conflict> found = conflicts(one, other);
    return found.isEmpty() && other.isOfTwoGroups()
        ? conflicts(one, other.withCellsReversed())
        : found;
  }

  private PassageFigure orphan(Conflict conflict) {
    return passages.timesPrinted(conflict.against()) == 1
            && passages.timesPrinted(conflict.figure()) > 1
        ? conflict.against()
        : conflict.figure();
  }

  private boolean mayRepeat(Passage one, Passage other) {
    if (other.figures().size() > LONGEST || one == other) {
      return false;
    }
    if (other.region() == Region.ROW) {
      int shared = Stems.shared(other.label(), one.words());
      boolean named = shared > 0 && 2 * shared >= other.label().size();
      return named && !other.label().isEmpty() || mayBeToldOf(one, other);
    }
    if (one.region() == Region.SUMMARY ? other.region() != Region.BODY : article) {
      return false;
    }
    int shared = Stems.shared(one.words(), other.words());
    boolean enough = shared >= 4 || shared == 3 && sharedFigures(one, other).size() >= 3;
    return enough && shared >= 0.3 * Math.min(one.words().size(), other.words().size());
  }

  /**
   * Whether three figures of a sentence are a row's, or a result with its P-value or a limit of its
   * interval is.
   */
  private static boolean mayBeToldOf(Passage one, Passage row) {
    List<PassageFigure> shared = sharedFigures(one, row);
    return shared.size() >= 3
        || shared.size() == 2
            && shared.stream().anyMatch(its -> its.sort().equals("p") || !its.role().isEmpty())
            && shared.stream().mapToInt(PassageFigure::digits).sum() >= 4;
  }

  private static List<PassageFigure> sharedFigures(Passage one, Passage other) {
    return one.figures().stream()
        .filter(its -> its.isTelling() && isTold(its, other.figures()))
        .collect(
            Collectors.toMap(
                PassageFigure::key, its -> its, (first, again) -> first, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private List<Conflict> conflicts(Passage one, Passage other) {
    List<PassageFigure> a = one.figures();
    List<PassageFigure> b = other.figures();
    int[] match = alignment(a, b);
    List<PassageFigure> shared = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      if (match[i] >= 0 && a.get(i).isTelling()) {
        shared.add(a.get(i));
      }
    }
    int words = Stems.shared(one.words(), other.words());
    if (shared.isEmpty() || isSlight(shared) && !mayBeWordForWord(one, other, words)) {
      return List.of();
    }
    List<Conflict> found = new ArrayList<>();
    int from = 0;
    while (from < a.size()) {
      if (match[from] >= 0) {
        from++;
        continue;
      }
      int to = from;
      while (to < a.size() && match[to] < 0) {
        to++;
      }
      int low = from == 0 ? -1 : match[from - 1];
      int high = to == a.size() ? b.size() : match[to];
      boolean left = from > 0;
      boolean right = to < a.size();
      for (int i = from; i < to; i++) {
        int against = counterpart(one, other, i, match, shared, low + 1, high);
        if (against >= 0
            && !isOfOtherAnalysis(a, b, i, against, match, isChained(one, i, against, match))) {
          found.add(
              new Conflict(one, other, a.get(i), b.get(against), shared, words, left && right));
        }
      }
      from = to;
    }
    return found;
  }

  /** The one figure of a gap that a figure may be a slip of; -1 where there is none or several. */
  private int counterpart(
      Passage one,
      Passage other,
      int at,
      int[] match,
      List<PassageFigure> shared,
      int low,
      int high) {
    PassageFigure figure = one.figures().get(at);
    int found = -1;
    for (int j = low; j < high; j++) {
      PassageFigure against = other.figures().get(j);
      if (mayBeOne(figure, against)
          && (isOrphan(figure, against)
              || !figure.isNear(against) && isHeld(one, other, at, j, match, shared))
          && areOfOne(one, at, other, j, shared)
          && !isTold(figure, other.figures())
          && !isTold(against, one.figures())) {
        if (found >= 0) {
          return -1;
        }
        found = j;
      }
    }
    if (found < 0 || !isFirm(one, other, at, found, match, shared)) {
      return -1;
    }
    // A figure that is printed elsewhere too may be told of there.
    boolean orphan = isOrphan(figure, other.figures().get(found));
    int least = orphan ? shared.size() + 1 : shared.size();
    boolean explained =
        isExplained(one, at, other.region(), least)
            || isExplained(other, found, one.region(), least);
    return explained ? -1 : found;
  }

  /** One figure of two digits is shared too easily to tell anything by itself. */
  private static boolean isSlight(List<PassageFigure> shared) {
    return shared.size() == 1 && shared.get(0).digits() < 3;
  }

  /**
   * Whether two sentences say the same in the same words: {@code 9.1 for response and 7.9 for …}.
   */
  private static boolean mayBeWordForWord(Passage one, Passage other, int words) {
    return one.region() != Region.ROW && other.region() != Region.ROW && words >= SAME_WORDS;
  }

  /**
   * Whether a figure beside both, or the words around them, make them one; both, if that is all.
   */
  private static boolean areOfOne(
      Passage one, int at, Passage other, int there, List<PassageFigure> shared) {
    boolean beside = standBesideOne(one, at, other, there);
    boolean told = areTold(one, one.figures().get(at), other, other.figures().get(there));
    return isSlight(shared) ? beside && told : beside || told;
  }

  /**
   * Whether enough is the same to tell that a row is meant: figures on both sides, the row's whole
   * name, or five digits in the same parts of the statement.
   */
  private static boolean isFirm(
      Passage one, Passage other, int at, int there, int[] match, List<PassageFigure> shared) {
    if (other.region() != Region.ROW || isBetween(at, there, match, other.figures().size())) {
      return true;
    }
    if (isChained(one, at, there, match)) {
      return true;
    }
    boolean named = isNamed(other, one.words());
    if (named && one.figures().size() > LISTED) {
      // A long sentence tells of several rows; the words beside the figure say which it is of.
      return isNamed(other, Stems.of(one.figures().get(at).around()));
    }
    if (named) {
      return true;
    }
    int digits = 0;
    for (int i = Math.max(0, at - REACH); i < Math.min(match.length, at + REACH + 1); i++) {
      PassageFigure figure = one.figures().get(i);
      boolean same =
          match[i] >= 0
              && shared.contains(figure)
              && figure.role().equals(other.figures().get(match[i]).role());
      digits += same ? figure.digits() : 0;
    }
    return digits >= 5;
  }

  private static boolean isNamed(Passage row, Set<String> words) {
    return !row.label().isEmpty() && Stems.shared(row.label(), words) == row.label().size();
  }

  /**
   * Whether two figures or more right before or behind are the same on both sides, four digits in
   * all, such as an estimate and a limit beside the other limit.
   */
  private static boolean isChained(Passage one, int at, int there, int[] match) {
    int count = 0;
    int digits = 0;
    for (int step : new int[] {-1, 1}) {
      int i = at + step;
      while (i >= 0 && i < match.length && match[i] == there + (i - at)) {
        count++;
        digits += one.figures().get(i).digits();
        i += step;
      }
    }
    return count >= 2 && digits >= 4;
  }

  private static boolean isBetween(int at, int there, int[] match, int size) {
    return at > 0
        && at + 1 < match.length
        && there > 0
        && there + 1 < size
        && match[at - 1] >= 0
        && match[at + 1] >= 0;
  }

  /** Whether two sentences use the same words around the two figures. */
  private static boolean areTold(
      Passage one, PassageFigure figure, Passage other, PassageFigure against) {
    return one.region() != Region.ROW
        && other.region() != Region.ROW
        && Stems.shared(Stems.of(figure.around()), Stems.of(against.around())) >= WORDS_AROUND;
  }

  /** Whether a telling figure beside the one is printed beside the other as well. */
  private static boolean standBesideOne(Passage one, int at, Passage other, int there) {
    for (int i : one.beside(at)) {
      PassageFigure neighbour = one.figures().get(i);
      if (neighbour.isTelling()) {
        for (int j : other.beside(there)) {
          if (neighbour.agrees(other.figures().get(j))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /**
   * Whether another passage shares so many figures with the one, this figure among them: then it is
   * that passage which tells of the same.
   */
  private boolean isExplained(Passage passage, int at, Region region, int least) {
    PassageFigure figure = passage.figures().get(at);
    for (Passage other : passages.with(figure)) {
      if (other == passage || other.region() != region) {
        continue;
      }
      long common =
          passage.figures().stream()
              .filter(its -> its != figure && its.isTelling() && isTold(its, other.figures()))
              .count();
      if (common >= least && isTold(figure, other.figures())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTold(PassageFigure figure, List<PassageFigure> there) {
    return there.stream().anyMatch(figure::agrees);
  }

  private boolean mayBeOne(PassageFigure figure, PassageFigure against) {
    return figure.isLike(against)
        && figure.number().decimals() == against.number().decimals()
        && figure.isTelling()
        && figure.isSlipOf(against);
  }

  /** Whether one of the two is printed nowhere else in the note. */
  private boolean isOrphan(PassageFigure figure, PassageFigure against) {
    return passages.timesPrinted(figure) == 1 || passages.timesPrinted(against) == 1;
  }

  /**
   * Whether the figures right before and behind both are the same, three in all, or two around a
   * limit of an interval; or the one right before is the first of a pair that both print in the
   * same way: {@code 93.2% vs 66.7%}.
   */
  private static boolean isHeld(
      Passage one, Passage other, int at, int there, int[] match, List<PassageFigure> shared) {
    boolean left = at > 0 && there > 0 && match[at - 1] == there - 1;
    boolean right =
        at + 1 < match.length && there + 1 < other.figures().size() && match[at + 1] == there + 1;
    boolean limit = !one.figures().get(at).role().isEmpty();
    if (left && right && shared.size() >= (limit ? 2 : 3)) {
      return true;
    }
    return left
        && other.region() != Region.ROW
        && one.figures().get(at - 1).digits() >= 3
        && VERSUS.matcher(one.between(at - 1)).matches()
        && VERSUS.matcher(other.between(there - 1)).matches();
  }

  /**
   * Whether figures at the same distance differ a little as well: two analyses of one end point
   * print alike figures throughout. Beside an estimate and a limit that are the same, a P-value
   * that differs a little is one that was rounded otherwise.
   */
  private static boolean isOfOtherAnalysis(
      List<PassageFigure> a,
      List<PassageFigure> b,
      int at,
      int there,
      int[] match,
      boolean chained) {
    for (int step = -REACH; step <= REACH; step++) {
      int i = at + step;
      int j = there + step;
      if (step != 0
          && i >= 0
          && j >= 0
          && i < a.size()
          && j < b.size()
          && match[i] < 0
          && a.get(i).isTelling()
          && !(chained && a.get(i).sort().equals("p"))
          && a.get(i).isLike(b.get(j))
          && a.get(i).isNear(b.get(j))) {
        return true;
      }
    }
    return false;
  }

  /** The longest common subsequence: for each figure of the one the index in the other, or -1. */
  private static int[] alignment(List<PassageFigure> a, List<PassageFigure> b) {
    int[][] best = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        best[i][j] =
            a.get(i).agrees(b.get(j))
                ? best[i + 1][j + 1] + 1
                : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    int[] match = new int[a.size()];
    Arrays.fill(match, -1);
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).agrees(b.get(j))) {
        match[i++] = j++;
      } else if (best[i + 1][j] >= best[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return match;
  }

  private FindingDraft finding(List<Conflict> same) {
    Conflict conflict = same.get(0);
    PassageFigure one = conflict.figure();
    PassageFigure other = conflict.against();
    String first = one.number().asWritten();
    String second = other.number().asWritten();
    String sort = one.sort().equals("%") || other.sort().equals("%") ? "%" : "";
    Severity severity =
        conflict.shared().size() > 1 && conflict.between() ? Severity.ERROR : Severity.WARNING;
    String here = reading.place(one.source());
    String there = reading.place(other.source());
    FindingDraft finding =
        FindingDraft.of(
                severity,
                capital(here)
                    + " the value is "
                    + first
                    + sort
                    + ", "
                    + (there.equals(here) ? "further on" : there)
                    + " "
                    + second
                    + sort
                    + "; the figures around it are the same.")
            .found(first + sort + " and " + second + sort)
            .at(one.source(), other.source())
            .settle("Look up the value in the source, and correct the place that has it wrong.")
            .identity("parallel", one.key(), other.key());
    finding.step(capital(here), quote(conflict.one(), one), first + sort);
    finding.step(capital(there), quote(conflict.other(), other), second + sort);
    for (Conflict again : same.subList(1, same.size())) {
      if (again.figure().key().equals(one.key()) && again.against().key().equals(other.key())) {
        finding.at(again.figure().source(), again.against().source());
      }
    }
    finding.step(
        "Figures that both places print",
        conflict.shared().stream()
            .map(figure -> figure.number().asWritten())
            .distinct()
            .collect(Collectors.joining(", ")),
        null);
    return finding;
  }

  private static String quote(Passage passage, PassageFigure figure) {
    return passage.region() == Region.ROW
        ? passage.text()
        : "… " + figure.around().replaceAll("\\s+", " ").strip() + " …";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
