package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.evidence.Source;

/** Tells whether two findings point at the same words. */
final class Places {

  private Places() {}

  /** Whether every place of the one is a place of the other, or the other way round. */
  static boolean agree(FindingDraft one, FindingDraft other) {
    return covers(one, other) || covers(other, one);
  }

  private static boolean covers(FindingDraft one, FindingDraft other) {
    return other.places().stream()
        .allMatch(
            b ->
                one.places().stream()
                    .anyMatch(
                        a ->
                            a.span().start() < b.span().end()
                                && b.span().start() < a.span().end()));
  }

  /** Whether the places that only the one has, its cell or phrase, touch those of the other. */
  static boolean meetFirst(FindingDraft one, FindingDraft other) {
    return other.places().stream()
        .filter(place -> !isHead(place))
        .anyMatch(
            b ->
                one.places().stream()
                    .anyMatch(
                        a ->
                            !isHead(a)
                                && a.span().start() < b.span().end()
                                && b.span().start() < a.span().end()));
  }

  /** The first row names columns; many findings share it. */
  private static boolean isHead(Source place) {
    return place.cell() != null && place.cell().row() == 0;
  }

  /** Whether every place of the other is in a place of the one, or around it. */
  static boolean include(FindingDraft one, FindingDraft other) {
    return other.places().stream()
        .allMatch(
            place ->
                one.places().stream()
                    .anyMatch(
                        its ->
                            its.span().contains(place.span())
                                || place.span().contains(its.span())));
  }

  static boolean meet(FindingDraft one, FindingDraft other) {
    return one.places().stream()
        .anyMatch(
            a ->
                other.places().stream()
                    .anyMatch(
                        b ->
                            a.span().start() < b.span().end()
                                && b.span().start() < a.span().end()));
  }
}
