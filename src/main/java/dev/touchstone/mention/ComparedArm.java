package dev.touchstone.mention;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One arm of a document, with all the words for it and what speaks for its side. */
final class ComparedArm {

  /** A margin this much greater is no accident of order. */
  private static final double CLEARLY = 0.75;

  /** However often it is named first, what the others get as well is the control. */
  private static final double MOST_BY_ORDER = 2.5;

  private final String label;
  private final Set<ArmWords> words = new HashSet<>();
  private final Map<SideCue, Integer> cues = new EnumMap<>(SideCue.class);
  private @Nullable String side;
  private double margin;
  private boolean disputed;

  ComparedArm(String label, ArmWords first) {
    this.label = label;
    words.add(first);
  }

  String label() {
    return label;
  }

  Set<ArmWords> words() {
    return words;
  }

  void speaks(SideCue cue) {
    cues.merge(cue, 1, Integer::sum);
  }

  boolean has(SideCue cue) {
    return cues.containsKey(cue);
  }

  /** Above nothing for the side that is tried. */
  double weight() {
    double order = sum(true);
    return substance() + Math.max(-MOST_BY_ORDER, Math.min(MOST_BY_ORDER, order));
  }

  /** The same without what only the order of names tells. */
  double substance() {
    return sum(false);
  }

  private double sum(boolean order) {
    return cues.entrySet().stream()
        .filter(cue -> cue.getKey().isOrder() == order)
        .mapToDouble(cue -> cue.getKey().worth(cue.getValue()))
        .sum();
  }

  /**
   * One comparison puts it on a side. Of two that differ the one with the greater margin counts;
   * two that are as good leave it open.
   */
  void put(String told, double by) {
    if (told.equals(side)) {
      margin = Math.max(margin, by);
    } else if (side == null || by >= margin + CLEARLY) {
      side = told;
      margin = by;
      disputed = false;
    } else if (margin < by + CLEARLY) {
      disputed = true;
      margin = Math.max(margin, by);
    }
  }

  /** Its side; null where nothing tells it, or two comparisons disagree. */
  @Nullable String side() {
    return disputed ? null : side;
  }

  boolean disputed() {
    return disputed;
  }

  /** What its side rests on. */
  String why() {
    return cues.entrySet().stream()
        .map(cue -> cue.getKey().told(cue.getValue()))
        .collect(Collectors.joining(", "));
  }
}
