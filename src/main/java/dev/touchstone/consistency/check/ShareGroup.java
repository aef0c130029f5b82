package dev.touchstone.consistency.check;

import dev.touchstone.consistency.check.Share.Range;
import dev.touchstone.document.Table;
import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.mention.CellAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The count and percentage pairs of a table that should be counted from one number: those of a
 * column headed {@code (n=40)}, or of one arm where no header has a number.
 *
 * @param stated the number that the note gives for them, or null
 * @param fitting pairs that fit a number that the note gives
 * @param open pairs that fit none
 */
record ShareGroup(
    Table table, @Nullable Denominator stated, List<Share> fitting, List<Share> open) {

  /** So many pairs must point to one number before it is taken for the denominator. */
  private static final int WITNESSES = 3;

  /** Another number that the open pairs have in common. */
  record Implied(Range range, List<Share> pairs) {}

  static Collection<ShareGroup> of(NoteReading reading, Denominators denominators) {
    Map<String, ShareGroup> groups = new LinkedHashMap<>();
    for (List<EvidenceRecord> statement : reading.statements()) {
      Share share = Share.of(statement);
      if (share == null) {
        continue;
      }
      CellAddress cell = share.countRecord().source().cell();
      Table table = reading.table(cell);
      if (table == null || cell == null || share.count().value().signum() == 0) {
        continue;
      }
      Denominator header = denominators.header(table, cell);
      List<Denominator> known = denominators.of(share.countRecord());
      if (known.stream().anyMatch(n -> n.rank() == Denominator.Rank.PHRASE)) {
        continue;
      }
      String key =
          header != null
              ? table.id() + " column " + cell.col() + " " + header.n()
              : table.id()
                  + " arm "
                  + share.countRecord().arms().stream().map(NoteReading::name).toList();
      Denominator stated =
          header != null
              ? header
              : known.stream().filter(n -> n.place() != null).findFirst().orElse(null);
      ShareGroup group =
          groups.computeIfAbsent(
              key, any -> new ShareGroup(table, stated, new ArrayList<>(), new ArrayList<>()));
      boolean fits =
          known.stream()
                  // A column that states its number is judged by it, whatever the text states.
                  .filter(n -> header == null || n.rank().compareTo(Denominator.Rank.TABLE) <= 0)
                  .anyMatch(n -> share.fits(n.n()))
              || stated != null && share.cutOff(stated.n());
      (fits ? group.fitting : group.open).add(share);
    }
    return groups.values();
  }

  /** The number that most of the open pairs have in common, if there are enough of them. */
  @Nullable Implied implied() {
    Implied best = null;
    for (Share start : open) {
      Range from = start.denominators();
      if (from == null) {
        continue;
      }
      // The best number lies at the low end of one of the ranges.
      List<Share> pairs = new ArrayList<>();
      Range common = null;
      for (Share share : open) {
        Range range = share.denominators();
        if (range != null && range.contains(from.low())) {
          pairs.add(share);
          common = common == null ? range : Objects.requireNonNull(common.with(range));
        }
      }
      if (common != null && (best == null || pairs.size() > best.pairs.size())) {
        best = new Implied(common, pairs);
      }
    }
    return best != null && best.pairs.size() >= WITNESSES ? best : null;
  }

  /** Whether the open pairs outnumber those that fit, so that the number itself is in doubt. */
  boolean speaksAgainstItsNumber() {
    Implied implied = implied();
    return implied != null && implied.pairs.size() > fitting.size();
  }
}
