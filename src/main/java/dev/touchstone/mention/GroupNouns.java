package dev.touchstone.mention;

import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arms that a word for one tells: {@code the doxorubicin arm}, {@code arm B}, {@code group 2}. */
final class GroupNouns {

  static final String ORIGIN = "word for an arm";
  static final String LISTED = "list of arms";

  private static final Pattern NOUN =
      Pattern.compile(
          "(?<![\\p{L}])(?:arms?|groups?|cohorts?)(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile("[\\s-](?<name>[A-F]|I{1,3}|IV|[1-6])(?![\\p{L}\\d.,]*[\\p{L}\\d%])");

  /** {@code groups A, B and C}: one more name behind the noun. */
  private static final Pattern ANOTHER =
      Pattern.compile(
          "(?:\\s?,\\s?(?:(?:and|or)\\s)?|\\s(?:and|or|versus|vs\\.?|&)\\s|\\s?/\\s?)(?<name>[A-F]|I{1,3}|IV|[1-6])(?![\\p{L}\\d.-]*[\\p{L}\\d%])");

  private static final Pattern STUDY_GROUP =
      Pattern.compile("(?<![\\p{L}-])study (?:group|arm)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTROLS =
      Pattern.compile(
          "(?<![\\p{L}-])(?:control|comparison|placebo) (?:group|arm|eyes|patients|subjects)|(?<![\\p{L}-])controls(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKET_BEFORE = Pattern.compile("\\s?\\([^()]{1,60}\\)\\s$");

  private final ArmPhrases phrases;

  GroupNouns(ArmPhrases phrases) {
    this.phrases = phrases;
  }

  void find(Reading reading) {
    String text = reading.text();
    Matcher noun = NOUN.matcher(text);
    while (noun.find()) {
      Matcher named = NAMED.matcher(text).region(noun.end(), text.length());
      int end = named.lookingAt() ? named.end() : noun.end();
      boolean letter = end > noun.end();
      // "the treatment arms" are all of them.
      boolean all =
          noun.group().endsWith("s")
              && text.substring(Math.max(0, noun.start() - 10), noun.start())
                  .toLowerCase(Locale.ROOT)
                  .matches("(?s).*\\b(?:treatment|study|test)\\s");
      if (all && !letter) {
        continue;
      }
      int start = nameStart(reading, noun.start());
      while (start < noun.start() && text.charAt(start) == '-') {
        start++;
      }
      start = start < noun.start() ? withJoined(text, start) : start;
      if (letter && start == noun.start()) {
        addNamed(reading, noun, named);
      } else if (start < noun.start() || letter) {
        phrases.add(reading, start, end, ORIGIN);
      } else if (isStudyGroup(text, noun)) {
        start = text.lastIndexOf(' ', noun.start() - 2) + 1;
        ArmPhrase treated = new ArmPhrase("", null, "intervention");
        phrases.add(reading, start, end, ORIGIN, treated);
      } else if (noun.group().endsWith("s")) {
        start = beforeBracket(reading, noun.start());
      }
      if (noun.group().endsWith("s") && start < noun.start()) {
        new SharedNoun(reading, phrases).namesBefore(start);
      }
    }
  }

  /** {@code the study group} is an arm where others are called controls. */
  private boolean isStudyGroup(String text, Matcher noun) {
    return STUDY_GROUP.matcher(text.substring(0, noun.end())).find()
        && CONTROLS.matcher(text).find();
  }

  /** The name of {@code BRT (6.04 mm Hg) groups}, added; the noun itself where there is none. */
  private int beforeBracket(Reading reading, int noun) {
    Matcher bracket = BRACKET_BEFORE.matcher(reading.text().substring(0, noun));
    if (!bracket.find()) {
      return noun;
    }
    int start = new SharedNoun(reading, phrases).nameBefore(bracket.start());
    return start < 0 ? noun : start;
  }

  /** The arm that a letter or number behind the noun names, and those of a list of them. */
  private void addNamed(Reading reading, Matcher noun, Matcher first) {
    String text = reading.text();
    String one = noun.group().replaceFirst("(?i)s$", "");
    String name = first.group("name");
    phrases.add(reading, noun.start(), first.end(), one + " " + name, ORIGIN);
    Matcher next = ANOTHER.matcher(text).region(first.end(), text.length());
    boolean plural = one.length() < noun.group().length();
    if (!plural && (isDigit(name) || !next.lookingAt() || next.group().startsWith(","))) {
      return;
    }
    while (next.lookingAt() && isDigit(next.group("name")) == isDigit(name)) {
      String label = one + " " + next.group("name");
      phrases.add(reading, next.start("name"), next.end("name"), label, LISTED);
      next.region(next.end("name"), text.length());
    }
  }

  private static boolean isDigit(String name) {
    return Character.isDigit(name.charAt(0));
  }

  /** {@code 1-site}, {@code every-3-weeks}: what is joined to a name by hyphens is part of it. */
  private static int withJoined(String text, int start) {
    int at = start;
    while (at > 1 && text.charAt(at - 1) == '-' && isInWord(text.charAt(at - 2))) {
      at--;
      while (at > 0 && isInWord(text.charAt(at - 1))) {
        at--;
      }
    }
    return at;
  }

  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
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
              && !isSetAgainst(tokens.get(at - 1))
              && (NounPhrases.isInner(tokens.get(at - 1))
                  || drugAt(reading, tokens.get(at - 1)) != null);
      if (joins) {
        continue;
      }
      boolean compound = at > 0 && isJoined(tokens, at - 1) || isPrefix(tokens, at, noun);
      if (!compound
          && (!NounPhrases.isInner(token)
              || token.tag().matches("CD|RB")
              || isSetAgainst(token)
              || phrases.isNoName(lower))) {
        break;
      }
      start = token.start();
    }
    return start;
  }

  /** The first word of {@code no-radiotherapy}, {@code every-3-weeks}. */
  private static boolean isPrefix(List<Token> tokens, int at, int noun) {
    return at + 2 < tokens.size()
        && tokens.get(at + 2).start() < noun
        && isJoined(tokens, at + 1)
        && tokens.get(at).end() == tokens.get(at + 1).start();
  }

  /** Whether a token is a hyphen to which the next one is joined. */
  private static boolean isJoined(List<Token> tokens, int hyphen) {
    return tokens.get(hyphen).text().equals("-")
        && tokens.get(hyphen).end() == tokens.get(hyphen + 1).start();
  }

  /** {@code the A group compared with the B group} names two. */
  private static boolean isSetAgainst(Token token) {
    return token
        .text()
        .toLowerCase(Locale.ROOT)
        .matches("compared|versus|vs\\.?|v\\.?|groups?|arms?|cohorts?");
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

  static int indexBefore(List<Token> tokens, int offset) {
    int index = -1;
    while (index + 1 < tokens.size() && tokens.get(index + 1).end() <= offset) {
      index++;
    }
    return index;
  }

  private static @Nullable Draft drugAt(Reading reading, Token token) {
    return reading.covering(MentionType.DRUG, token.start(), token.end()).findFirst().orElse(null);
  }

  private @Nullable Hit<String> cueEndingAt(Reading reading, int offset) {
    int word = reading.wordAt(offset) - 1;
    for (int i = Math.max(0, word - 3); i <= word; i++) {
      for (Lexicon<String> lexicon : phrases.cues()) {
        Hit<String> hit = lexicon.longestAt(reading.text(), reading.words(), i);
        if (hit != null && hit.end() <= offset && offset - hit.end() <= 1) {
          return hit;
        }
      }
    }
    return null;
  }
}
