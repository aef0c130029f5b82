package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Heading;
import dev.touchstone.document.SectionRole;
import dev.touchstone.ingest.StructureRules.RoleRule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the levels of headings in a text that marks none. Words that open a chapter anywhere
 * ({@code Conclusion}), numbering, headings of one family ({@code Protocol 1: …}, {@code Protocol
 * 2: …}) and headings right below another tell them.
 */
final class HeadingLevels {

  private static final int CHAPTER = 2;
  private static final Set<SectionRole> WITHOUT_PARTS =
      EnumSet.of(
          SectionRole.FRONT_MATTER,
          SectionRole.ABSTRACT,
          SectionRole.INTRODUCTION,
          SectionRole.MECHANISM,
          SectionRole.CONCLUSION,
          SectionRole.REFERENCES,
          SectionRole.BOILERPLATE);

  private final StructureRules rules;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> familySize = new HashMap<>();
  private final Map<String, Integer> lastOfFamily = new HashMap<>();
  private final Map<String, Integer> familyLevel = new HashMap<>();

  private static final class Entry {
    final int block;
    final String title;
    final String family;
    final @Nullable RoleRule rule;
    final @Nullable QuestionLabel question;
    final int numbering;
    final boolean empty;
    int level;

    Entry(
        int block,
        String title,
        String family,
        @Nullable RoleRule rule,
        @Nullable QuestionLabel question,
        int numbering,
        boolean empty) {
      this.block = block;
      this.title = title;
      this.family = family;
      this.rule = rule;
      this.question = question;
      this.numbering = numbering;
      this.empty = empty;
    }

    boolean isChapterWord() {
      return rule != null && rule.chapter();
    }
  }

  private HeadingLevels(StructureRules rules) {
    this.rules = rules;
  }

  static List<Block> infer(List<Block> blocks, StructureRules rules) {
    boolean unknown =
        blocks.stream().anyMatch(block -> block instanceof Heading heading && heading.level() == 0);
    return unknown ? new HeadingLevels(rules).run(blocks) : blocks;
  }

  private List<Block> run(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading heading && heading.level() == 0) {
        // A list marker is no part of the passage, but its number tells the level.
        String numbered = heading.passage().text();
        boolean empty = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Heading;
        String family = family(numbered);
        entries.add(
            new Entry(
                i,
                numbered,
                family,
                rules.ruleFor(numbered).orElse(null),
                QuestionLabel.ofTitle(numbered, rules),
                Words.numberingDepth(numbered),
                empty));
        familySize.merge(family, 1, Integer::sum);
        lastOfFamily.put(family, entries.size() - 1);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      entry.level = level(i);
      familyLevel.putIfAbsent(entry.family, entry.level);
    }
    List<Block> out = new ArrayList<>(blocks);
    for (Entry entry : entries) {
      Heading heading = (Heading) blocks.get(entry.block);
      out.set(entry.block, new Heading("", entry.level, heading.passage()));
    }
    return out;
  }

  private int level(int index) {
    Entry entry = entries.get(index);
    if (entry.question != null) {
      return questionLevel(index);
    }
    if (entry.numbering > 1) {
      return entry.numbering + 1;
    }
    if (entry.numbering == 1) {
      return numberedLevel(index);
    }
    boolean family = familySize.getOrDefault(entry.family, 0) > 1;
    if (entry.isChapterWord() && !family) {
      return CHAPTER;
    }
    Integer known = familyLevel.get(entry.family);
    if (family && known != null) {
      return known;
    }
    if (family) {
      Entry around = familyAround(index);
      if (around != null) {
        return around.level + 1;
      }
    }
    return entry.isChapterWord() ? CHAPTER : unknownLevel(index);
  }

  /**
   * A heading between two of another family belongs to the first of them; of several, to the
   * highest.
   */
  private @Nullable Entry familyAround(int index) {
    Entry highest = null;
    for (int i = index - 1; i >= 0; i--) {
      Entry before = entries.get(i);
      if (before.question == null
          && before.numbering == 0
          && !before.family.equals(entries.get(index).family)
          && lastOfFamily.getOrDefault(before.family, i) > index
          && (highest == null || before.level < highest.level)) {
        highest = before;
      }
    }
    return highest;
  }

  private int questionLevel(int index) {
    boolean answer = entries.get(index).question != null && isAnswer(entries.get(index));
    for (int i = index - 1; i >= 0; i--) {
      Entry before = entries.get(i);
      if (before.question == null) {
        return before.level + 1;
      }
      if (answer && !isAnswer(before)) {
        return before.level + 1;
      }
      if (!answer && !isAnswer(before)) {
        return before.level;
      }
    }
    return CHAPTER;
  }

  private static boolean isAnswer(Entry entry) {
    return entry.question != null && entry.question.role() == SectionRole.ANSWER;
  }

  /**
   * {@code 1. Introduction} is a chapter; {@code 1. Patient Eligibility:} is a part of what has no
   * number.
   */
  private int numberedLevel(int index) {
    if (entries.get(index).isChapterWord()) {
      return CHAPTER;
    }
    for (int i = index - 1; i >= 0; i--) {
      Entry before = entries.get(i);
      if (before.numbering == 0 && before.question == null) {
        return before.level + 1;
      }
      if (before.numbering == 1 && before.isChapterWord()) {
        return CHAPTER;
      }
    }
    return CHAPTER;
  }

  private int unknownLevel(int index) {
    if (index == 0) {
      return CHAPTER;
    }
    Entry entry = entries.get(index);
    Entry previous = entries.get(index - 1);
    if (entry.title.endsWith(":") && !Words.isCapitalLabel(entry.title)) {
      return levelBelowPlainHeading(index);
    }
    if (previous.question != null) {
      return asksNext(index) ? Math.max(CHAPTER + 1, lastPlain(index).level) : CHAPTER;
    }
    if (previous.empty && !(isFrontMatter(index - 1))) {
      return previous.level + 1;
    }
    if (entry.empty) {
      return CHAPTER;
    }
    Entry chapter = previous;
    boolean parts = false;
    for (int i = index - 1; i >= 0 && chapter.level != CHAPTER; i--) {
      chapter = entries.get(i);
    }
    for (int i = index - 1; i >= 0 && entries.get(i) != chapter; i--) {
      parts |= familySize.getOrDefault(entries.get(i).family, 0) == 1 || chapter.empty;
    }
    boolean topics = !chapter.isChapterWord() && entry.rule != null && !parts;
    if (topics) {
      return CHAPTER;
    }
    if (chapter.rule == null) {
      return parts ? CHAPTER + 1 : CHAPTER;
    }
    if (WITHOUT_PARTS.contains(chapter.rule.role()) && !parts) {
      return CHAPTER;
    }
    boolean otherMatter = entry.rule != null && entry.rule.role() != chapter.rule.role();
    boolean cycle = familySize.getOrDefault(chapter.family, 0) > 1;
    return otherMatter || (cycle && !parts) ? CHAPTER : CHAPTER + 1;
  }

  /** {@code Materials:} is a part of the heading above that has no colon. */
  private int levelBelowPlainHeading(int index) {
    for (int i = index - 1; i >= 0; i--) {
      Entry before = entries.get(i);
      if (!before.title.endsWith(":") && before.question == null) {
        return before.level + 1;
      }
    }
    return CHAPTER;
  }

  private boolean asksNext(int index) {
    return index + 1 < entries.size() && entries.get(index + 1).question != null;
  }

  /** The last heading that is no question and no answer. */
  private Entry lastPlain(int index) {
    for (int i = index - 1; i > 0; i--) {
      if (entries.get(i).question == null) {
        return entries.get(i);
      }
    }
    return entries.get(0);
  }

  private boolean isFrontMatter(int index) {
    for (int i = 0; i <= index; i++) {
      RoleRule rule = entries.get(i).rule;
      if (rule != null && rule.role() != SectionRole.FRONT_MATTER) {
        return false;
      }
    }
    return true;
  }

  /**
   * What headings of one kind have in common: {@code Data Summary} of {@code Data Summary: Phase
   * II}.
   */
  private static String family(String title) {
    int colon = title.indexOf(':');
    String head =
        Words.normalise(
            colon > 0 && colon < title.length() - 1 ? title.substring(0, colon) : title);
    List<String> words = new ArrayList<>(Words.split(head));
    if (words.size() > 1 && isNumber(words.get(1)) && Character.isLetter(words.get(0).charAt(0))) {
      return words.get(0);
    }
    if (words.isEmpty()) {
      return head;
    }
    String last = words.get(words.size() - 1);
    if (last.length() > 3 && last.endsWith("s")) {
      words.set(words.size() - 1, last.substring(0, last.length() - 1));
    }
    return String.join(" ", words);
  }

  private static boolean isNumber(String word) {
    String bare =
        word.endsWith("a") || word.endsWith("b") ? word.substring(0, word.length() - 1) : word;
    return !bare.isEmpty()
        && (bare.chars().allMatch(Character::isDigit)
            || bare.chars().allMatch(c -> c == 'i' || c == 'v' || c == 'x')
            || (word.length() == 1 && Character.isLetter(word.charAt(0))));
  }
}
