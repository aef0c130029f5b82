package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.StudyCue.Design;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the words of a unit that name or describe studies. */
final class StudyCues {

  private static final String NOUN =
      "(?:trials?|stud(?:y|ies)|analys[ie]s|comparisons?|investigations?|experiments?|reports?)";
  static final Pattern REGISTRY =
      Pattern.compile(
          "\\b(NCT\\d{8}|ISRCTN\\d{8}|20\\d{2}-\\d{6}-\\d{2}|ACTRN\\d{14}|ChiCTR[\\w-]{8,20})\\b");
  private static final Pattern AUTHOR =
      Pattern.compile(
          "\\b(\\p{Lu}[\\p{L}’'-]{1,30})\\s+et\\s+al\\b\\.?(?:,?\\s*\\(?((?:19|20)\\d{2})[a-z]?\\)?)?");
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b((?:Trial|Study)\\s+(?:[A-Z]|\\d{1,4}))\\b(?!\\s*[A-Za-z]*\\s*(?:design|protocol)\\b)");
  private static final Pattern ACRONYM =
      Pattern.compile("\\b([A-Z][A-Z0-9]{3,}(?:-[A-Z0-9]+)?)\\s+(?:trial|study)\\b");
  private static final Pattern RANDOMISED =
      Pattern.compile(
          "\\b[Rr]andomi[sz]ed\\b(?!\\s+(?:\\d|to\\b|in\\b|between|patients|participants|women|men|and)).{0,50}?\\b"
              + "(?:trial|study|comparison|setting|phase|analysis)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SINGLE_ARM =
      Pattern.compile(
          "\\b(?:single-arm|single arm|uncontrolled|one-arm|non-?randomi[sz]ed)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RETROSPECTIVE =
      Pattern.compile(
          "\\bretrospective\\b|\\bobservational\\b|\\breal-world\\b|\\bcase series\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PRECLINICAL =
      Pattern.compile(
          "\\b(?:pre-?clinical|xenografts?|in vivo|in vitro|animal (?:model|stud)\\w*|cell lines?|nude mice|mice|mouse|rats?|"
              + "(?:cynomolgus )?monkeys|animals|dogs)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern POOLED =
      Pattern.compile("\\b(?:pooled|pools|pooling|meta-analys[ie]s)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEVERAL =
      Pattern.compile(
          "\\b(?:two|three|four|five|six|seven|eight|both|all|these|[2-9])\\s+(?:[\\w-]+,?\\s+){0,5}?(?:trials|studies)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING_NOUN =
      Pattern.compile("\\G[\\w\\s,/-]{0,40}?\\b" + NOUN + "\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK =
      Pattern.compile(
          "[.;:?!]|\\b(?:and|or|versus|vs|from|that|which|who|was|were|is|are|than|but|results?|while|data|by)\\b",
          Pattern.CASE_INSENSITIVE);

  private final boolean pools;
  private final List<Pattern> aliases;

  /**
   * @param pools whether the document pools trials anywhere; only then are {@code the three trials}
   *     one study
   * @param names names of studies that a table lists, such as {@code GIST}
   */
  StudyCues(boolean pools, Collection<String> names) {
    this.pools = pools;
    this.aliases =
        names.stream()
            .map(
                name ->
                    Pattern.compile(
                        "(?<![\\w-])("
                            + Pattern.quote(name)
                            + ")\\s+(?:trial|study|population|cohort)\\b",
                        Pattern.CASE_INSENSITIVE))
            .toList();
  }

  static boolean pools(String text) {
    return POOLED.matcher(text).find();
  }

  /** The cues of a unit in the order of its text. */
  List<StudyCue> in(Unit unit) {
    String text = unit.reading().text();
    List<StudyCue> cues = new ArrayList<>();
    if (unit.sentences().isEmpty()) {
      cues.addAll(between(text, 0, text.length()));
    }
    for (Sentence sentence : unit.sentences()) {
      cues.addAll(between(text, sentence.start(), sentence.end()));
    }
    return cues;
  }

  private List<StudyCue> between(String text, int start, int end) {
    List<Atom> atoms = atoms(text, start, end);
    List<StudyCue> cues = new ArrayList<>();
    List<Atom> open = new ArrayList<>();
    for (Atom atom : atoms) {
      if (!open.isEmpty() && !joins(text, open, atom)) {
        cues.add(cue(text, open, end));
        open.clear();
      }
      open.add(atom);
    }
    if (!open.isEmpty()) {
      cues.add(cue(text, open, end));
    }
    return cues;
  }

  private record Atom(
      int start,
      int end,
      @Nullable String phase,
      @Nullable String registry,
      @Nullable String author,
      @Nullable String name,
      @Nullable Design design) {

    /** Stands in brackets behind the phrase that it belongs to. */
    boolean apposition() {
      return registry != null || author != null;
    }
  }

  private List<Atom> atoms(String text, int start, int end) {
    List<Atom> found = new ArrayList<>();
    Matcher several = SEVERAL.matcher(text).region(start, end);
    List<Span> covered = new ArrayList<>();
    while (several.find()) {
      // Several trials of one phase are not one trial of that phase.
      boolean phases = Phase.PRINTED.matcher(several.group()).results().count() > 1;
      if (!phases) {
        covered.add(new Span(several.start(), several.end()));
        if (pools) {
          found.add(
              new Atom(several.start(), several.end(), null, null, null, null, Design.POOLED));
        }
      }
    }
    Matcher phase = Phase.PRINTED.matcher(text).region(start, end);
    while (phase.find()) {
      found.add(new Atom(phase.start(), phase.end(), Phase.of(phase), null, null, null, null));
    }
    Matcher registry = REGISTRY.matcher(text).region(start, end);
    while (registry.find()) {
      found.add(
          new Atom(registry.start(), registry.end(), null, registry.group(1), null, null, null));
    }
    Matcher author = AUTHOR.matcher(text).region(start, end);
    while (author.find()) {
      String year = author.group(2);
      String who = year == null ? author.group(1) : author.group(1) + " " + year;
      found.add(new Atom(author.start(), author.end(), null, null, who, null, null));
    }
    for (Pattern names : List.of(NAMED, ACRONYM)) {
      addNames(names, text, start, end, found);
    }
    aliases.forEach(alias -> addNames(alias, text, start, end, found));
    addDesign(RANDOMISED, Design.RANDOMISED, text, start, end, found);
    addDesign(SINGLE_ARM, Design.SINGLE_ARM, text, start, end, found);
    addDesign(RETROSPECTIVE, Design.RETROSPECTIVE, text, start, end, found);
    addDesign(PRECLINICAL, Design.PRECLINICAL, text, start, end, found);
    addDesign(POOLED, Design.POOLED, text, start, end, found);
    found.removeIf(
        atom ->
            atom.design() != Design.POOLED
                && covered.stream().anyMatch(span -> span.contains(atom.start())));
    found.sort(Comparator.comparingInt(Atom::start).thenComparingInt(Atom::end));
    return found;
  }

  private static void addNames(Pattern names, String text, int start, int end, List<Atom> found) {
    Matcher name = names.matcher(text).region(start, end);
    while (name.find()) {
      Matcher each = name;
      if (found.stream().noneMatch(atom -> atom.name() != null && atom.start() == each.start())) {
        found.add(
            new Atom(
                name.start(1),
                name.end(1),
                null,
                null,
                null,
                name.group(1).replaceAll("\\s+", " "),
                null));
      }
    }
  }

  private static void addDesign(
      Pattern words, Design design, String text, int start, int end, List<Atom> found) {
    Matcher word = words.matcher(text).region(start, end);
    int from = start;
    while (from < end && word.region(from, end).find()) {
      int close = word.start() + firstWord(word.group());
      found.add(new Atom(word.start(), close, null, null, null, null, design));
      from = close;
    }
  }

  private static int firstWord(String phrase) {
    int blank = phrase.indexOf(' ');
    return blank < 0 ? phrase.length() : blank;
  }

  private static boolean joins(String text, List<Atom> open, Atom next) {
    Atom last = open.get(open.size() - 1);
    if (next.start() < last.end()) {
      return true;
    }
    String gap = text.substring(last.end(), next.start());
    boolean again =
        open.stream()
            .anyMatch(
                atom ->
                    (atom.phase() != null && next.phase() != null)
                        || (atom.registry() != null && next.registry() != null)
                        || (atom.name() != null && next.name() != null)
                        || (atom.design() == Design.PRECLINICAL)
                            != (next.design() == Design.PRECLINICAL));
    if (again) {
      return false;
    }
    if (next.apposition()) {
      return gap.length() <= 120 && !gap.matches("(?s).*[;?!].*");
    }
    return gap.length() <= 45 && !BREAK.matcher(gap).find();
  }

  private static StudyCue cue(String text, List<Atom> atoms, int sentenceEnd) {
    Set<Design> designs = EnumSet.noneOf(Design.class);
    String phase = null;
    String registry = null;
    String author = null;
    String name = null;
    for (Atom atom : atoms) {
      phase = phase == null ? atom.phase() : phase;
      registry = registry == null ? atom.registry() : registry;
      author = author == null ? atom.author() : author;
      name = name == null ? atom.name() : name;
      if (atom.design() != null) {
        designs.add(atom.design());
      }
    }
    int start = atoms.get(0).start();
    int end = atoms.stream().mapToInt(Atom::end).max().orElse(start);
    // The noun may stand before an apposition in brackets: "phase II trial (Lindqvist et al.)".
    boolean within = text.substring(start, end).matches("(?is).*\\b" + NOUN + "\\b.*");
    Matcher closing = CLOSING_NOUN.matcher(text).region(end, sentenceEnd);
    boolean follows = closing.find() && !BREAK.matcher(closing.group()).find();
    if (follows) {
      end = closing.end();
    }
    String words = text.substring(start, end);
    boolean unclosed = words.lastIndexOf('(') > words.lastIndexOf(')');
    if (unclosed && end < text.length() && text.charAt(end) == ')') {
      end++;
    }
    return new StudyCue(
        start,
        end,
        text.substring(start, end),
        phase,
        registry,
        author,
        name,
        designs,
        within || follows);
  }
}
