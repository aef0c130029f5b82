package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.Passages.Passage;
import dev.touchstone.consistency.check.Passages.Region;
import dev.touchstone.document.DocumentKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    this.article = reading.document().metadata().kind() == DocumentKind.JOURNAL_ARTICLE;
  }

  /** How many pairs of passages were laid side by side. */
  int compared() {
    return compared;
  }

  List<FindingDraft> findings() {
    Map<Object, Conflict> best = new LinkedHashMap<>();
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
          for (Conflict conflict : conflicts(one, other)) {
            best.merge(
                conflict.figure().source().span(),
                conflict,
                (a, b) -> a.weight() >= b.weight() ? a : b);
          }
        }
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    Set<Object> used = new LinkedHashSet<>();
    best.values().stream()
        .sorted(Comparator.comparing(Conflict::weight).reversed())
        .forEach(
            conflict -> {
              // One slip against several places that have it right is one finding.
              PassageFigure orphan = orphan(conflict);
              if (used.add(orphan.source().span())) {
                findings.add(finding(conflict));
              }
            });
    return findings;
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
      return named && !other.label().isEmpty() || sharedFigures(one, other) >= 3;
    }
    if (one.region() == Region.SUMMARY ? other.region() != Region.BODY : article) {
      return false;
    }
    int shared = Stems.shared(one.words(), other.words());
    boolean enough = shared >= 4 || shared == 3 && sharedFigures(one, other) >= 3;
    return enough && shared >= 0.3 * Math.min(one.words().size(), other.words().size());
  }

  private static long sharedFigures(Passage one, Passage other) {
    return one.figures().stream()
        .filter(its -> its.isTelling() && isTold(its, other.figures()))
        .map(PassageFigure::key)
        .distinct()
        .count();
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
    if (shared.isEmpty()) {
      return List.of();
    }
    int words =
        other.region() == Region.ROW
            ? Stems.shared(one.words(), other.words())
            : Stems.shared(one.words(), other.words());
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
        int against = counterpart(one, other, i, shared.size(), low + 1, high);
        if (against >= 0) {
          found.add(
              new Conflict(one, other, a.get(i), b.get(against), shared, words, left && right));
        }
      }
      from = to;
    }
    return found;
  }

  /** The one figure of a gap that a figure may be a slip of; -1 where there is none or several. */
  private int counterpart(Passage one, Passage other, int at, int shared, int low, int high) {
    PassageFigure figure = one.figures().get(at);
    int found = -1;
    for (int j = low; j < high; j++) {
      PassageFigure against = other.figures().get(j);
      if (mayBeOne(figure, against)
          && (standBesideOne(one, at, other, j) || areTold(one, figure, other, against))
          && !isTold(figure, other.figures())
          && !isTold(against, one.figures())) {
        if (found >= 0) {
          return -1;
        }
        found = j;
      }
    }
    boolean explained =
        found >= 0
            && (isExplained(one, at, other.region(), shared)
                || isExplained(other, found, one.region(), shared));
    return explained ? -1 : found;
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
   * Whether another passage shares more figures with the one, this figure among them: then it is
   * that passage which tells of the same.
   */
  private boolean isExplained(Passage passage, int at, Region region, int shared) {
    PassageFigure figure = passage.figures().get(at);
    for (Passage other : passages.with(figure)) {
      if (other == passage || other.region() != region) {
        continue;
      }
      long common =
          passage.figures().stream()
              .filter(its -> its != figure && its.isTelling() && isTold(its, other.figures()))
              .count();
      if (common > shared && isTold(figure, other.figures())) {
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
        && figure.isSlipOf(against)
        && (passages.timesPrinted(figure) == 1 || passages.timesPrinted(against) == 1);
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

  private FindingDraft finding(Conflict conflict) {
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
