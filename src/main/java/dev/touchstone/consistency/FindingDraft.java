package dev.touchstone.consistency;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.CellAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A finding as a check writes it down, before it has its id. */
public final class FindingDraft {

  private final Severity severity;
  private final String message;
  private final SortedMap<Span, Source> where = new TreeMap<>();
  private final List<Finding.Step> steps = new ArrayList<>();
  private final List<String> identity = new ArrayList<>();
  private @Nullable String expected;
  private @Nullable String found;
  private @Nullable String settle;

  private FindingDraft(Severity severity, String message) {
    this.severity = severity;
    this.message = message;
  }

  /**
   * Begins a finding.
   *
   * @param message one sentence of at most about 15 words, with the figures as printed
   */
  public static FindingDraft of(Severity severity, String message) {
    return new FindingDraft(severity, message);
  }

  /** What would agree, where arithmetic gives it. */
  public FindingDraft expected(String words) {
    this.expected = words;
    return this;
  }

  public FindingDraft found(String words) {
    this.found = words;
    return this;
  }

  /** Places that take part; each is kept once. */
  public FindingDraft at(Source... places) {
    return at(List.of(places));
  }

  /** Places that take part; each is kept once. */
  public FindingDraft at(Collection<Source> places) {
    for (Source place : places) {
      where.merge(place.span(), place, FindingDraft::moreExact);
    }
    return this;
  }

  /** A line of the arithmetic: {@code 3 of 40 | 100 × 3 ÷ 40 | 7.5%}. */
  public FindingDraft step(String label, @Nullable String working, @Nullable String result) {
    steps.add(new Finding.Step(label, working, result));
    return this;
  }

  /** What to look up, and where. */
  public FindingDraft settle(String words) {
    this.settle = words;
    return this;
  }

  /**
   * What disagrees, in words that do not depend on offsets, file or format: study, arm, outcome,
   * printed values. The finding's id is made of it.
   */
  public FindingDraft identity(Object... parts) {
    for (Object part : parts) {
      identity.add(String.valueOf(part));
    }
    return this;
  }

  public Severity severity() {
    return severity;
  }

  public String message() {
    return message;
  }

  public List<Source> places() {
    return where.values().stream().sorted(Comparator.comparing(Source::span)).toList();
  }

  List<String> identity() {
    return identity.isEmpty() ? List.of(message) : List.copyOf(identity);
  }

  /** Moves every place, such as from a part of a cell to the cell. */
  FindingDraft move(UnaryOperator<Source> to) {
    List<Source> moved = where.values().stream().map(to).toList();
    where.clear();
    return at(moved);
  }

  Finding finish(String id, String rule) {
    return new Finding(id, rule, severity, message, expected, found, places(), steps, settle);
  }

  private static Source moreExact(Source one, Source other) {
    CellAddress cell = one.cell();
    return cell != null ? one : other;
  }
}
