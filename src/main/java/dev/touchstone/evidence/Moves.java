package dev.touchstone.evidence;

import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.evidence.SentenceCues.Cues;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Tells of each sentence what it does in its document: by its section where that has a role, else
 * by where it stands. In an abstract without headings all before the first sentence on the study
 * itself leads up to it, and what follows the last figure and draws conclusions is the conclusion.
 */
final class Moves {

  /** A passage this short has neither an introduction nor a conclusion. */
  private static final int SHORTEST = 3;

  private Moves() {}

  /**
   * What each sentence of each unit does.
   *
   * @param cues the cues of the sentences of each unit; none of what is no prose
   */
  static List<List<Move>> of(AnnotatedDocument document, List<List<Cues>> cues) {
    Map<String, SectionRole> roles = roles(document);
    List<Unit> units = document.units();
    List<List<Move>> moves = new ArrayList<>();
    int from = 0;
    while (from < units.size()) {
      String section = units.get(from).section();
      List<Cues> run = new ArrayList<>();
      int to = from;
      while (to < units.size() && units.get(to).section().equals(section)) {
        run.addAll(cues.get(to));
        to++;
      }
      List<Move> read = read(run, roles.getOrDefault(section, SectionRole.OTHER));
      int at = 0;
      for (; from < to; from++) {
        int size = cues.get(from).size();
        moves.add(List.copyOf(read.subList(at, at + size)));
        at += size;
      }
    }
    return moves;
  }

  private static List<Move> read(List<Cues> sentences, SectionRole role) {
    return switch (role) {
      case INTRODUCTION, MECHANISM -> same(Move.LEAD, sentences.size());
      case DISCUSSION, CONCLUSION -> same(Move.CONCLUSION, sentences.size());
      case METHODS, RESULTS -> same(Move.ACCOUNT, sentences.size());
      case ABSTRACT, FRONT_MATTER -> byPlace(sentences, true);
      default -> byPlace(sentences, false);
    };
  }

  /**
   * @param whole whether the sentences are a summary, which ends in its conclusion
   */
  private static List<Move> byPlace(List<Cues> sentences, boolean whole) {
    int first = 0;
    while (first < sentences.size() && !sentences.get(first).isOwn()) {
      first++;
    }
    if (sentences.size() < SHORTEST || first == sentences.size()) {
      return same(Move.ACCOUNT, sentences.size());
    }
    int last = last(sentences, Cues::measured);
    if (last < 0) {
      last = last(sentences, Cues::valued);
    }
    // Behind it there may be a registry's number, or whose copyright it is.
    int end = sentences.size() - 1;
    while (end > first && !sentences.get(end).finite()) {
      end--;
    }
    boolean verdict = whole && last > first && end > first + 1;
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Cues cues = sentences.get(i);
      boolean concludes =
          last >= 0 && i > last && !cues.announces() && (cues.concludes() || !cues.past())
              || verdict && i >= end;
      moves.add(i < first ? Move.LEAD : concludes ? Move.CONCLUSION : Move.ACCOUNT);
    }
    return moves;
  }

  private static int last(List<Cues> sentences, Predicate<Cues> cue) {
    int last = sentences.size() - 1;
    while (last >= 0 && !cue.test(sentences.get(last))) {
      last--;
    }
    return last;
  }

  private static List<Move> same(Move move, int times) {
    return Collections.nCopies(times, move);
  }

  /** The role of each section; one that has none has that of the section it is part of. */
  private static Map<String, SectionRole> roles(AnnotatedDocument document) {
    Map<String, SectionRole> roles = new HashMap<>();
    for (Section section : document.document().sections()) {
      SectionRole role = section.role();
      if (role == SectionRole.OTHER && section.parent() != null) {
        role = roles.getOrDefault(section.parent(), SectionRole.OTHER);
      }
      roles.put(section.id(), role);
    }
    return roles;
  }
}
