package dev.touchstone.consistency.check;

import dev.touchstone.consistency.ConsistencyCheck;
import dev.touchstone.consistency.Examination;
import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Block;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Table;
import dev.touchstone.document.TableNote;
import dev.touchstone.evidence.NoteEvidence;
import dev.touchstone.evidence.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An abbreviation that is spelled out in two ways. */
final class DefinitionConflict implements ConsistencyCheck {

  /** {@code (MCT)}. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\(([A-Z][A-Za-z]{0,2}[A-Z][A-Za-z\\d]{0,3})\\)");

  /** So many words before a bracket may be what it abbreviates. */
  private static final int MOST_WORDS = 8;

  /** {@code MCT: median cycle time}. */
  private static final Pattern WITH_COLON =
      Pattern.compile(
          "(?:^|[.;,] ?|\\n)([A-Z][A-Za-z]{0,2}[A-Z][A-Za-z\\d]{0,3})\\s?[:=]\\s?((?:[\\p{L}'’-]+[ ]?){1,8})");

  /** An abbreviation spelled out somewhere. */
  private record Definition(String abbreviation, String meaning, Source place) {}

  @Override
  public String rule() {
    return "definition-conflict";
  }

  @Override
  public String summary() {
    return "One abbreviation stands for two things; rename one of them.";
  }

  @Override
  public Examination examine(NoteEvidence note) {
    NoteReading reading = NoteReading.of(note);
    Map<String, List<Definition>> definitions = new LinkedHashMap<>();
    for (Block block : note.document().blocks()) {
      if (!reading.role(block.section()).yieldsEvidence()) {
        continue;
      }
      for (Passage passage : passages(block)) {
        for (Definition definition : in(block.section(), passage.withoutCitations())) {
          definitions
              .computeIfAbsent(definition.abbreviation, any -> new ArrayList<>())
              .add(definition);
        }
      }
    }
    // An article spells out what it means each time; a note's abbreviation goes by one meaning.
    Severity severity = reading.isArticle() ? Severity.NOTE : Severity.WARNING;
    List<FindingDraft> findings = new ArrayList<>();
    definitions.forEach(
        (abbreviation, all) -> {
          for (Definition other : all) {
            if (differ(all.get(0).meaning, other.meaning)) {
              findings.add(finding(severity, abbreviation, all.get(0), other));
              break;
            }
          }
        });
    for (FindingDraft other : SwappedNames.in(reading, severity)) {
      if (findings.stream().noneMatch(its -> Places.meet(its, other))) {
        findings.add(other);
      }
    }
    return Examination.of(definitions.size(), findings, "The note spells out no abbreviation.");
  }

  private static List<Passage> passages(Block block) {
    return block.match(
        heading -> List.of(heading.passage()),
        paragraph -> List.of(paragraph.passage()),
        DefinitionConflict::passages);
  }

  private static List<Passage> passages(Table table) {
    List<Passage> all = new ArrayList<>();
    all.add(table.caption());
    table.notes().stream().map(TableNote::passage).forEach(all::add);
    return all;
  }

  private static List<Definition> in(String section, Passage passage) {
    List<Definition> found = new ArrayList<>();
    String text = passage.text();
    Matcher brackets = IN_BRACKETS.matcher(text);
    while (text.indexOf('(') >= 0 && brackets.find()) {
      String meaning = spelledOut(wordsBefore(text, brackets.start()), brackets.group(1));
      if (!meaning.isEmpty()) {
        int start = brackets.start() - 1 - meaning.length();
        found.add(
            new Definition(
                brackets.group(1),
                meaning,
                new Source(passage.source(Math.max(0, start), brackets.end()), section, null)));
      }
    }
    Matcher colon = WITH_COLON.matcher(text);
    boolean mayHave = text.indexOf(':') >= 0 || text.indexOf('=') >= 0;
    while (mayHave && colon.find()) {
      String meaning = beginning(colon.group(2).strip(), colon.group(1));
      if (!meaning.isEmpty()) {
        int end = colon.start(2) + meaning.length();
        found.add(
            new Definition(
                colon.group(1),
                meaning,
                new Source(passage.source(colon.start(1), end), section, null)));
      }
    }
    return found;
  }

  /** The words that stand, one blank apart, right before an offset. */
  private static String wordsBefore(String text, int offset) {
    int at = offset;
    for (int words = 0; words < MOST_WORDS && at > 0 && text.charAt(at - 1) == ' '; words++) {
      int end = at - 1;
      int start = end;
      while (start > 0 && isOfWord(text.charAt(start - 1))) {
        start--;
      }
      if (start == end) {
        break;
      }
      at = start;
    }
    return text.substring(at, offset).strip();
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’' || c == '-';
  }

  /**
   * The shortest run of last words before the bracket that the abbreviation may be drawn from;
   * empty where there is none.
   */
  private static String spelledOut(String words, String abbreviation) {
    if (words.isEmpty()) {
      return "";
    }
    String[] all = words.split(" ");
    for (int from = all.length - 1; from >= 0; from--) {
      String tail = String.join(" ", List.of(all).subList(from, all.length));
      if (all.length - from <= most(abbreviation)
          && isOfParts(tail)
          && mayStandFor(abbreviation, tail)) {
        return tail;
      }
    }
    return "";
  }

  private static String beginning(String words, String abbreviation) {
    String[] all = words.split(" ");
    for (int to = 1; to <= Math.min(all.length, most(abbreviation)); to++) {
      String head = String.join(" ", List.of(all).subList(0, to));
      if (isOfParts(head) && mayStandFor(abbreviation, head)) {
        return head;
      }
    }
    return "";
  }

  private static boolean isOfParts(String words) {
    return words.indexOf(' ') >= 0 || words.indexOf('-') >= 0;
  }

  /** An abbreviation of few letters stands for few words. */
  private static int most(String abbreviation) {
    return Math.min(abbreviation.length() + 5, abbreviation.length() * 2);
  }

  /**
   * Whether the letters occur in the words in order, the first at the start of the first word, and
   * the last letter in the last word (Schwartz and Hearst).
   */
  static boolean mayStandFor(String abbreviation, String words) {
    String letters =
        (abbreviation.endsWith("s")
                ? abbreviation.substring(0, abbreviation.length() - 1)
                : abbreviation)
            .toLowerCase(Locale.ROOT);
    String text = words.toLowerCase(Locale.ROOT);
    if (text.charAt(0) != letters.charAt(0) || text.equals(letters)) {
      return false;
    }
    int last = text.lastIndexOf(' ') + 1;
    int at = text.length() - 1;
    for (int i = letters.length() - 1; i >= 0; i--) {
      while (at >= 0 && (text.charAt(at) != letters.charAt(i) || i == 0 && !startsWord(text, at))) {
        at--;
      }
      if (at < 0 || i == letters.length() - 1 && at < last) {
        return false;
      }
      at--;
    }
    return true;
  }

  private static boolean startsWord(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }

  /** Different things share no word; a plural or another ending is the same thing. */
  private static boolean differ(String one, String other) {
    Set<String> a = stems(one);
    a.retainAll(stems(other));
    return a.isEmpty();
  }

  private static Set<String> stems(String words) {
    Set<String> stems = new TreeSet<>();
    for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
      if (word.length() > 2) {
        stems.add(word.substring(0, Math.min(5, word.length())));
      }
    }
    return stems;
  }

  private static FindingDraft finding(
      Severity severity, String abbreviation, Definition one, Definition other) {
    return FindingDraft.of(
            severity,
            abbreviation + " means both “" + one.meaning + "” and “" + other.meaning + "”.")
        .found(one.meaning + "; " + other.meaning)
        .expected("one meaning")
        .at(one.place, other.place)
        .step("First meaning", null, one.meaning)
        .step("Second meaning", null, other.meaning)
        .settle("Decide which meaning holds where, and spell the other out.")
        .identity(abbreviation, one.meaning, other.meaning);
  }
}
