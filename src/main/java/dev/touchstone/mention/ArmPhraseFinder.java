package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds phrases that name an arm: {@code the doxorubicin arm}, {@code arm B}, {@code placebo},
 * {@code controls}.
 */
final class ArmPhraseFinder {

  private static final Pattern NOUN =
      Pattern.compile(
          "(?<![\\p{L}])(?:arms?|groups?|cohorts?)(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile("\\s(?:[A-F]|I{1,3}|IV|[1-6])(?![\\p{L}\\d.,]*[\\p{L}\\d%])");
  private static final Pattern BEHIND =
      Pattern.compile(
          "\\s?(?:[(\\[][^()\\[\\]]{0,60}[)\\]]\\s?)?(?:of (?:the |all )?(?:patients|women|men|children|subjects|participants|those|eyes)\\s)?"
              + "(?:in|with|for|on|under|receiving|given|treated with|assigned to|randomi[sz]ed to|allocated to|who (?:had )?received|taking|among)\\s(?:the\\s|those\\s(?:in|on|with|receiving|given)\\s(?:the\\s)?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_GROUP =
      Pattern.compile(
          "(?is).*\\b(?:trials?|stud(?:y|ies)|analys[ie]s|patients?|women|men|children|subjects|participants|months?|weeks?|days?|years?|hours?|minutes?|population|baseline|follow-up|cases?|groups?|arms?|cells?|humans?|europe|america|asia|japan|china|countries|whom|which|total|median|mean|events?|doses?|cycles?|confidence|interval|criteria|conjugates?|drugs?|agents?|compounds?|antibod(?:y|ies)|combinations?|treatments?|therap(?:y|ies)|regimens?|inhibitors?|products?|prodrugs?|schedules?|monotherapy|time|order|terms|addition|contrast|grade|disease)\\b.*");
  private static final Set<String> NO_NAME =
      Set.of(
          "the",
          "a",
          "an",
          "both",
          "each",
          "two",
          "three",
          "four",
          "all",
          "either",
          "other",
          "between",
          "among",
          "these",
          "those",
          "same",
          "any",
          "this",
          "that",
          "in",
          "of",
          "by",
          "treatment",
          "study",
          "respective",
          "different",
          "age",
          "per",
          "one",
          "patient",
          "and",
          "or",
          "which",
          "within",
          "across",
          "to",
          "for",
          "with",
          "from",
          "than",
          "heterogeneous",
          "first",
          "baseline",
          "risk",
          "pooled",
          "whole",
          "present",
          "current",
          "total",
          "entire",
          "overall",
          "blood",
          "stratified",
          "second",
          "third",
          "remaining",
          "parallel",
          "cooperative",
          "oncology",
          "alkyl",
          "research",
          "significant",
          "expansion",
          "large",
          "small",
          "another",
          "single",
          "collaborative",
          "methyl",
          "functional");
  private static final Pattern ABBREVIATED = Pattern.compile("\\s?\\(([A-Z][A-Za-z]{1,4})\\)");

  private final Lexicon<String> control;
  private final Lexicon<String> intervention;

  ArmPhraseFinder(Vocabulary vocabulary) {
    control = vocabulary.cues("control");
    intervention = vocabulary.cues("intervention");
  }

  /**
   * Adds the arms of a whole document, since it may shorten their names: {@code investigator's
   * choice (IC)}.
   */
  void find(List<Reading> readings) {
    Map<String, ArmPhrase> shortNames = new HashMap<>();
    for (Reading reading : readings) {
      withNoun(reading);
      comparators(reading, shortNames);
      behindValues(reading);
    }
    for (Reading reading : readings) {
      if (!shortNames.isEmpty()) {
        shortNames(reading, shortNames);
      }
    }
  }

  private void withNoun(Reading reading) {
    String text = reading.text();
    Matcher noun = NOUN.matcher(text);
    while (noun.find()) {
      Matcher named = NAMED.matcher(text).region(noun.end(), text.length());
      int end = named.lookingAt() ? named.end() : noun.end();
      boolean letter = end > noun.end();
      int start = nameStart(reading, noun.start());
      if (start < noun.start() || letter) {
        add(reading, start, end, "word for an arm");
      }
    }
  }

  /** Where the name before {@code arm} begins; the noun itself where no name stands there. */
  private int nameStart(Reading reading, int noun) {
    Hit<String> cue = cueEndingAt(reading, noun);
    int start = cue == null ? noun : cue.start();
    List<Token> tokens = tokensAround(reading, noun);
    int at = indexBefore(tokens, start);
    for (int words = 0; words < 7 && at >= 0; words++, at--) {
      Token token = tokens.get(at);
      String lower = token.text().toLowerCase(Locale.ROOT);
      Draft drug = drugAt(reading, token);
      if (drug != null) {
        start = drug.start();
        at = indexBefore(tokens, start) + 1;
        continue;
      }
      boolean joins =
          start < noun
              && (lower.matches("\\+|/|-|plus|combined|with") || token.tag().equals("HYPH"))
              && at > 0
              && (NounPhrases.isInner(tokens.get(at - 1))
                  || drugAt(reading, tokens.get(at - 1)) != null);
      if (joins) {
        continue;
      }
      if (!NounPhrases.isInner(token) || token.tag().matches("CD|RB") || NO_NAME.contains(lower)) {
        break;
      }
      start = token.start();
    }
    return start;
  }

  private static List<Token> tokensAround(Reading reading, int offset) {
    for (Sentence sentence : reading.sentences()) {
      if (offset < sentence.end()) {
        return sentence.tokens().isEmpty() ? untagged(reading.text(), sentence) : sentence.tokens();
      }
    }
    return List.of();
  }

  /** The words of a cell that was not worth tagging, all taken for nouns. */
  private static List<Token> untagged(String text, Sentence sentence) {
    List<Token> tokens = new ArrayList<>();
    for (Word word : Words.of(text)) {
      if (word.start() >= sentence.start() && word.end() <= sentence.end()) {
        String form = text.substring(word.start(), word.end());
        String tag = Character.isLetterOrDigit(form.charAt(0)) ? "NN" : "SYM";
        tokens.add(new Token(word.start(), word.end(), form, form, tag));
      }
    }
    return tokens;
  }

  private static int indexBefore(List<Token> tokens, int offset) {
    int index = -1;
    while (index + 1 < tokens.size() && tokens.get(index + 1).end() <= offset) {
      index++;
    }
    return index;
  }

  /** {@code 15.3% with ZES and 10.4% with PES}: groups that stand behind values, two at least. */
  private void behindValues(Reading reading) {
    if (reading.isCell()) {
      return;
    }
    for (Sentence sentence : reading.sentences()) {
      List<int[]> groups = new ArrayList<>();
      int known = 0;
      for (Draft measure : reading.drafts(MentionType.MEASURE)) {
        if (measure.start() < sentence.start() || measure.end() > sentence.end()) {
          continue;
        }
        Matcher behind = BEHIND.matcher(reading.text()).region(measure.end(), sentence.end());
        if (!behind.lookingAt()) {
          continue;
        }
        int first = indexBefore(sentence.tokens(), behind.end()) + 1;
        int last =
            NounPhrases.end(
                sentence.tokens(), first, Math.min(sentence.tokens().size(), first + 6));
        if (last <= first) {
          continue;
        }
        int start = sentence.tokens().get(first).start();
        int end = sentence.tokens().get(last - 1).end();
        if (reading.has(MentionType.DRUG, start, end) || reading.has(MentionType.ARM, start, end)) {
          known++;
        } else if (isGroup(reading, start, end)) {
          groups.add(new int[] {start, end});
        }
      }
      if (groups.size() + known > 1) {
        groups.stream()
            .filter(group -> !reading.has(MentionType.ARM, group[0], group[1]))
            .forEach(group -> add(reading, group[0], group[1], "group behind a value"));
      }
    }
  }

  private static boolean isGroup(Reading reading, int start, int end) {
    return !reading.has(MentionType.OUTCOME, start, end)
        && !reading.has(MentionType.CONDITION, start, end)
        && !reading.has(MentionType.PARTICIPANTS, start, end)
        && !reading.has(MentionType.MEASURE, start, end)
        && !reading.isSpent(start, end)
        && !NO_GROUP.matcher(reading.text().substring(start, end)).matches();
  }

  private static @Nullable Draft drugAt(Reading reading, Token token) {
    return reading.covering(MentionType.DRUG, token.start(), token.end()).findFirst().orElse(null);
  }

  private @Nullable Hit<String> cueEndingAt(Reading reading, int offset) {
    int word = reading.wordAt(offset) - 1;
    for (int i = Math.max(0, word - 3); i <= word; i++) {
      for (Lexicon<String> lexicon : List.of(control, intervention)) {
        Hit<String> hit = lexicon.longestAt(reading.text(), reading.words(), i);
        if (hit != null && hit.end() <= offset && offset - hit.end() <= 1) {
          return hit;
        }
      }
    }
    return null;
  }

  /**
   * Comparators that stand for their arm without the word: {@code placebo}, {@code investigator's
   * choice}.
   */
  private void comparators(Reading reading, Map<String, ArmPhrase> shortNames) {
    String text = reading.text();
    for (Hit<String> hit : control.longest(text, reading.words())) {
      String words = hit.surface().toLowerCase(Locale.ROOT);
      boolean whole = words.length() > 8 || words.matches("placebo|controls?|sham");
      boolean adjective = hit.end() < text.length() && text.charAt(hit.end()) == '-';
      if (!whole
          || adjective
          || reading.has(MentionType.OUTCOME, hit.start(), hit.end())
          || words.matches("comparator|comparison|untreated|observation")
          || words.matches("control")
              && !reading.isCell()
              && !text.startsWith("s", hit.end() - 1)) {
        continue;
      }
      if (words.matches(
              "standard of care|standard care|supportive care|best supportive care|standard treatment|standard therapy|no treatment")
          && !comparedHere(reading, hit)) {
        continue;
      }
      if (!reading.has(MentionType.ARM, hit.start(), hit.end())) {
        add(reading, hit.start(), hit.end(), "triggers.tsv: control");
      }
      Matcher brief = ABBREVIATED.matcher(text).region(hit.end(), text.length());
      if (brief.lookingAt()) {
        shortNames.putIfAbsent(
            brief.group(1), new ArmPhrase(text.substring(hit.start(), hit.end()), null, "control"));
      }
    }
  }

  private static boolean comparedHere(Reading reading, Hit<String> hit) {
    String before = reading.text().substring(Math.max(0, hit.start() - 24), hit.start());
    return reading.isCell()
        || before.matches(
            "(?is).*(?:versus|vs\\.?|or|to|with|than|against|received|receive)\\s(?:the\\s)?$");
  }

  private static void shortNames(Reading reading, Map<String, ArmPhrase> shortNames) {
    for (Map.Entry<String, ArmPhrase> each : new TreeMap<>(shortNames).entrySet()) {
      Matcher matcher =
          Pattern.compile("(?<![\\p{L}\\d])" + each.getKey() + "(?![\\p{L}\\d])")
              .matcher(reading.text());
      while (matcher.find()) {
        if (!reading.has(MentionType.ARM, matcher.start(), matcher.end())) {
          reading.add(
              new Draft(
                  MentionType.ARM,
                  matcher.start(),
                  matcher.end(),
                  "introduced in the document",
                  each.getValue()));
        }
      }
    }
  }

  private void add(Reading reading, int start, int end, String origin) {
    String label = reading.text().substring(start, end);
    List<String> drugs = new ArrayList<>();
    boolean placebo = false;
    for (Draft draft : reading.covering(MentionType.DRUG, start, end).toList()) {
      Drug drug = (Drug) draft.normal();
      placebo |= drug.kind() == Drug.Kind.PLACEBO;
      drugs.add(drug.name());
    }
    String role =
        placebo && drugs.size() == 1 || contains(control, label)
            ? "control"
            : contains(intervention, label) ? "intervention" : null;
    ArmPhrase arm = new ArmPhrase(label, drugs.size() == 1 ? drugs.get(0) : null, role);
    reading.add(new Draft(MentionType.ARM, start, end, origin, arm));
  }

  private static boolean contains(Lexicon<String> lexicon, String label) {
    return !lexicon.longest(label, Words.of(label)).isEmpty();
  }
}
