package dev.touchstone.evidence;

import dev.touchstone.document.Span;
import dev.touchstone.evidence.Claim.Against;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words by which claims name outcomes that no mention covers. */
final class ClaimedOutcomes {

  private final ClaimedNames names;
  private final MentionIds ids;

  ClaimedOutcomes(ClaimedNames names, MentionIds ids) {
    this.names = names;
    this.ids = ids;
  }

  /** Mentions of what the claims of a sentence compare, where they stand in it. */
  List<Mention> in(Unit unit, Sentence sentence, List<Claim> claims, boolean measured) {
    List<Mention> known = new ArrayList<>(unit.mentions(sentence));
    List<Mention> found = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim.outcome().code().equals("OTHER") && compares(claim, measured)) {
        Mention mention = named(unit, sentence, claim);
        if (mention != null && known.stream().noneMatch(other -> excludes(other, mention))) {
          known.add(mention);
          found.add(mention);
        }
      }
    }
    return found;
  }

  private static boolean compares(Claim claim, boolean measured) {
    return measured
        || claim.subject() != null
        || claim.comparator() != null
        || claim.against() == Against.BASELINE
        || claim.saysSignificance();
  }

  private @Nullable Mention named(Unit unit, Sentence sentence, Claim claim) {
    String text = unit.reading().text();
    String label = claim.outcome().label();
    int at = text.indexOf(label, sentence.start());
    while (at >= 0 && at + label.length() <= sentence.end()) {
      Span span = unit.reading().source(at, at + label.length());
      if (claim.span().start() <= span.start() && span.end() <= claim.span().end()) {
        ClaimedNames.Name name = names.of(text, at, at + label.length());
        return name == null ? null : mention(unit, claim, name);
      }
      at = text.indexOf(label, at + 1);
    }
    return null;
  }

  private Mention mention(Unit unit, Claim claim, ClaimedNames.Name name) {
    return ids.mention(
        MentionType.OUTCOME,
        unit,
        name.start(),
        name.end(),
        "what a claim compares",
        claim.outcome());
  }

  private static boolean excludes(Mention other, Mention mention) {
    boolean meets = other.start() < mention.end() && mention.start() < other.end();
    return meets
        && switch (other.type()) {
          case OUTCOME, NAMED_OUTCOME, ARM, PARTICIPANTS, DOSE, MEASURE -> true;
          case DRUG -> other.start() <= mention.start() && mention.end() <= other.end();
          default -> false;
        };
  }
}
