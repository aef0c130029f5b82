package dev.touchstone.mention;

import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.vocabulary.Word;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A piece while it is read: its words, numbers and sentences, and what was found in it so far. */
final class Reading {

  private final Piece piece;
  private final String text;
  private final List<Word> words;
  private final List<PrintedNumber> numbers;
  private final List<Sentence> sentences;
  private final List<Draft> drafts = new ArrayList<>();

  /** The drafts in their order, until one more is found. */
  private @Nullable List<Draft> ordered;

  private final BitSet spent = new BitSet();
  private List<SchedulePart> schedules = List.of();
  private Set<String> redefined = Set.of();

  Reading(Piece piece, List<Sentence> sentences) {
    this.piece = piece;
    this.text = piece.reading().text();
    this.words = Words.of(text);
    this.numbers = Numbers.in(text);
    this.sentences = List.copyOf(sentences);
  }

  Piece piece() {
    return piece;
  }

  String text() {
    return text;
  }

  List<Word> words() {
    return words;
  }

  List<PrintedNumber> numbers() {
    return numbers;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** Abbreviations to which the document gives a meaning of its own. */
  void redefined(Set<String> abbreviations) {
    redefined = Set.copyOf(abbreviations);
  }

  /**
   * Whether the characters are an abbreviation that means something else here than in the lexicons.
   */
  boolean isRedefined(int start, int end) {
    return end - start <= 7
        && !redefined.isEmpty()
        && redefined.contains(text.substring(start, end));
  }

  boolean isCell() {
    return piece.cell() != null;
  }

  List<SchedulePart> schedules() {
    return schedules;
  }

  void schedules(List<SchedulePart> found) {
    schedules = List.copyOf(found);
    for (SchedulePart schedule : found) {
      spend(schedule.start(), schedule.end());
    }
  }

  void add(Draft draft) {
    drafts.add(draft);
    ordered = null;
  }

  void remove(Draft draft) {
    drafts.remove(draft);
    ordered = null;
  }

  void replace(Draft draft, Draft other) {
    drafts.set(drafts.indexOf(draft), other);
    ordered = null;
  }

  /** What was found so far, in order of start, longer ones first. */
  List<Draft> drafts() {
    List<Draft> known = ordered;
    if (known == null) {
      known =
          drafts.stream()
              .sorted(
                  Comparator.comparingInt(Draft::start)
                      .thenComparing(Comparator.comparingInt(Draft::end).reversed())
                      .thenComparing(Draft::type))
              .toList();
      ordered = known;
    }
    return known;
  }

  List<Draft> drafts(MentionType type) {
    return drafts().stream().filter(draft -> draft.type() == type).toList();
  }

  Stream<Draft> covering(MentionType type, int start, int end) {
    return drafts.stream().filter(draft -> draft.type() == type && draft.overlaps(start, end));
  }

  boolean has(MentionType type, int start, int end) {
    return covering(type, start, end).findAny().isPresent();
  }

  /** Where a dose ends that stands right behind an offset; the offset itself where none does. */
  int behindDose(int offset) {
    return drafts.stream()
        .filter(draft -> draft.type() == MentionType.DOSE)
        .filter(draft -> draft.start() == offset || draft.start() == offset + 1)
        .mapToInt(Draft::end)
        .max()
        .orElse(offset);
  }

  /** Marks characters whose numbers mean something else than a measured value. */
  void spend(int start, int end) {
    spent.set(start, end);
  }

  boolean isSpent(int start, int end) {
    int next = spent.nextSetBit(start);
    return next >= 0 && next < end;
  }

  /** The sentence that an offset stands in; the whole unit where it has no sentences. */
  int sentenceStart(int offset) {
    for (Sentence sentence : sentences) {
      if (offset < sentence.end()) {
        return Math.min(sentence.start(), offset);
      }
    }
    return 0;
  }

  int sentenceEnd(int offset) {
    for (Sentence sentence : sentences) {
      if (offset < sentence.end()) {
        return sentence.end();
      }
    }
    return text.length();
  }

  /** Index of the first word that does not end before the offset. */
  int wordAt(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The key of a word, empty beyond the ends. */
  String key(int index) {
    return index >= 0 && index < words.size() ? words.get(index).key() : "";
  }
}
