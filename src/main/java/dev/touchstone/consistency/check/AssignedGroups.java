package dev.touchstone.consistency.check;

import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence that says how many were randomised and how many each group got: {@code Of 160
 * patients, 80 were allocated to A and 80 to B}.
 *
 * @param others all whole numbers of the sentence
 * @param total how many were randomised; null where the sentence gives the groups alone
 * @param sizes of the groups, in their order
 */
record AssignedGroups(
    @Nullable Integer total,
    List<Integer> sizes,
    @Nullable Source totalPlace,
    List<Source> places,
    List<Integer> others) {

  private static final String COUNT = "\\d{1,3}(?:,\\d{3})+|\\d+";
  private static final Pattern ASSIGNED =
      Pattern.compile("(?i)\\b(?:randomi[sz]ed|randomly|assigned|allocated|divided)\\b");
  private static final Pattern NOT_ASSIGNED =
      Pattern.compile(
          "(?i)\\b(?:blocks? of|cross-?over|completed|withdr\\w+|analy[sz]ed|discontinued|dropped|excluded)\\b");
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/-])(?<n>"
              + COUNT
              + ")\\s(?:(?!were|was|and|to|in|with|weeks|days|months|years|mg|of)[\\p{L}-]+\\s){0,4}?"
              + "(?:patients|subjects|participants|women|men|children|adults|individuals|volunteers|people|persons|infants)\\b");
  private static final Pattern BRACKETED =
      Pattern.compile(
          "(?:[(\\[]|[;,]\\s)[^()\\[\\]\\d;]{0,40}?\\b[nN]\\s?=\\s?(?<n>"
              + COUNT
              + ")\\s?(?:[)\\]]|[;,]\\s)");
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/=<>:-])(?<!\\b(?:week|day|month|year)s?\\s)(?<n>"
              + COUNT
              + ")\\s(?:(?:patients|subjects|participants|women|children|were|was|are|randomly|assigned|allocated|randomi[sz]ed|individuals)\\s){0,5}"
              + "(?:to|in|patients in)\\s(?:the |receive )?(?!\\d)[\\p{L}(]");

  private static final Pattern WHOLE =
      Pattern.compile("(?=\\d)(?<![\\d.,/-])(?:" + COUNT + ")(?![\\d.]*\\d)");

  /** A whole number that no unit follows. */
  private static final Pattern LATER =
      Pattern.compile(
          "(?=\\d)(?<![\\d.,/=<>-])(?:"
              + COUNT
              + ")(?![\\d.]*\\d)(?!\\s?(?:%|mg|µg|g\\b|ml|weeks?|months?|years?|days?|hours?|-))");

  /** All such sentences of a note, abstract and body alike. */
  static List<AssignedGroups> in(NoteReading reading) {
    List<AssignedGroups> found = new ArrayList<>();
    for (Unit unit : reading.prose()) {
      String text = reading.plain(unit);
      if (!mayAssign(text)) {
        continue;
      }
      for (Sentence sentence : unit.sentences()) {
        AssignedGroups groups = read(unit, sentence, text);
        if (groups != null) {
          found.add(groups);
        }
      }
    }
    return found;
  }

  private static boolean mayAssign(String text) {
    return text.contains("andom")
        || text.contains("ssigned")
        || text.contains("llocated")
        || text.contains("ivided");
  }

  private static @Nullable AssignedGroups read(Unit unit, Sentence sentence, String text) {
    String words = text.substring(sentence.start(), sentence.end());
    Matcher assigned = ASSIGNED.matcher(words);
    if (!assigned.find() || NOT_ASSIGNED.matcher(words).find()) {
      return null;
    }
    Matcher first = TOTAL.matcher(words);
    Integer total = null;
    Source totalPlace = null;
    int after = 0;
    if (first.find() && first.start() < assigned.end() + 60) {
      total = count(first.group("n"));
      totalPlace =
          place(unit, sentence.start() + first.start("n"), sentence.start() + first.end("n"));
      after = first.end("n");
    }
    List<Integer> sizes = new ArrayList<>();
    List<Source> places = new ArrayList<>();
    Matcher part = BRACKETED.matcher(words);
    gather(unit, sentence, part, after, sizes, places);
    if (sizes.size() < 2) {
      sizes.clear();
      places.clear();
      gather(unit, sentence, COUNTED.matcher(words), after, sizes, places);
    }
    if (total != null && sizes.size() > 1) {
      // “Of 441 screened, 356 were randomised to …”: the last number before the groups is meant.
      int most = sizes.stream().mapToInt(Integer::intValue).max().orElse(0);
      Matcher later = LATER.matcher(words).region(after, words.length());
      while (later.find()
          && place(unit, sentence.start() + later.start(), sentence.start() + later.end())
                  .span()
                  .end()
              <= places.get(0).span().start()) {
        int n = count(later.group());
        if (n > most && (n < 1900 || n > 2100) && n < total) {
          total = n;
          totalPlace =
              place(unit, sentence.start() + later.start(), sentence.start() + later.end());
        }
      }
    }
    cutAtTotal(total, sizes, places);
    return sizes.size() < 2 || sizes.size() > 4
        ? null
        : new AssignedGroups(
            total, List.copyOf(sizes), totalPlace, List.copyOf(places), numbers(words));
  }

  /**
   * Where the first groups make the total, what follows tells of the same groups again: {@code 475
   * to A (n = 236) or B (n = 239), and 473 were treated, with A (n = 234) or B (n = 239)}.
   */
  private static void cutAtTotal(
      @Nullable Integer total, List<Integer> sizes, List<Source> places) {
    int sum = 0;
    for (int i = 0; total != null && i < sizes.size(); i++) {
      sum += sizes.get(i);
      if (sum == total && i > 0) {
        sizes.subList(i + 1, sizes.size()).clear();
        places.subList(i + 1, places.size()).clear();
      }
    }
  }

  private static void gather(
      Unit unit,
      Sentence sentence,
      Matcher part,
      int from,
      List<Integer> sizes,
      List<Source> places) {
    int at = from;
    while (part.find(at)) {
      sizes.add(count(part.group("n")));
      places.add(place(unit, sentence.start() + part.start("n"), sentence.start() + part.end("n")));
      at = part.end("n");
    }
  }

  /** All whole numbers of a sentence. */
  static List<Integer> numbers(String words) {
    List<Integer> others = new ArrayList<>();
    Matcher m = WHOLE.matcher(words);
    while (m.find()) {
      others.add(count(m.group()));
    }
    return List.copyOf(others);
  }

  /**
   * Whether the sentence prints the sum of the groups, or of some in a row: then the total that was
   * read is another number, such as that of those who were screened.
   */
  boolean isTold() {
    if (others.contains(sum())) {
      return true;
    }
    for (int from = 0; from < sizes.size(); from++) {
      int sum = 0;
      for (int to = from; to < sizes.size(); to++) {
        sum += sizes.get(to);
        if (to > from && others.contains(sum)) {
          return true;
        }
      }
    }
    return false;
  }

  int sum() {
    return sizes.stream().mapToInt(Integer::intValue).sum();
  }

  private static int count(String printed) {
    String digits = printed.replace(",", "");
    return digits.length() > 7 ? 0 : Integer.parseInt(digits);
  }

  private static Source place(Unit unit, int start, int end) {
    return new Source(unit.reading().source(start, end), unit.section(), null);
  }
}
