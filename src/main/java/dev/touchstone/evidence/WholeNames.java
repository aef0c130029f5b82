package dev.touchstone.evidence;

import dev.touchstone.document.Document;
import dev.touchstone.document.Span;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a change that was itself measured into the name of its outcome: {@code change in body
 * weight}, {@code survival benefit}. Claims are read before, since the same word may be what
 * compares.
 */
final class WholeNames {

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?:overall|adjusted|mean|median|average|percent|percentage|relative|absolute)\\s)*([\\p{L}]+)\\s(?:from (?:the )?baseline\\s)?(?:in|of)\\s(?:the\\s|their\\s)?$",
          Pattern.CASE_INSENSITIVE);

  /** Before a change they make it a figure of its own: {@code the mean decrease in pressure}. */
  private static final Pattern STATISTIC =
      Pattern.compile("\\b(?:mean|median|average|percent|percentage)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern AFTER = Pattern.compile("\\s([\\p{L}]+)(?![\\p{L}-])");
  private static final int LONGEST = 70;

  private final Lexicon<String> measuredChanges;
  private final Lexicon<String> changes;
  private final Lexicon<String> heads;

  WholeNames(Vocabulary vocabulary) {
    measuredChanges = vocabulary.cues("measured-change");
    changes = vocabulary.cues("change-noun");
    heads = vocabulary.cues("change-head");
  }

  /** The mention, or one that reaches over the change that it names. */
  Mention of(Document document, Unit unit, Mention mention) {
    if (mention.type() != MentionType.OUTCOME || mention.cell() != null) {
      return mention;
    }
    String text = unit.reading().text();
    int start = mention.start();
    int end = mention.end();
    Matcher before = BEFORE.matcher(text.substring(Math.max(0, start - LONGEST), start));
    if (before.find() && isMeasured(before)) {
      start = Math.max(0, start - LONGEST) + before.start();
    }
    Matcher after = AFTER.matcher(text).region(end, text.length());
    if (after.lookingAt() && heads.get(after.group(1)) != null) {
      end = after.end();
    }
    boolean same = start == mention.start() && end == mention.end();
    return same || meetsOther(unit.mentions(), mention, start, end)
        ? mention
        : with(document, unit, mention, start, end);
  }

  private boolean isMeasured(Matcher before) {
    String change = before.group(1);
    return measuredChanges.get(change) != null
        || changes.get(change) != null && STATISTIC.matcher(before.group()).find();
  }

  private static boolean meetsOther(List<Mention> mentions, Mention mention, int start, int end) {
    return mentions.stream()
        .anyMatch(
            other ->
                !other.id().equals(mention.id())
                    && other.type() == MentionType.OUTCOME
                    && other.start() < end
                    && start < other.end());
  }

  private static Mention with(Document document, Unit unit, Mention one, int start, int end) {
    Span span = unit.reading().source(start, end);
    return new Mention(
        one.id(),
        one.type(),
        span,
        start,
        end,
        document.quote(span),
        one.section(),
        one.cell(),
        one.negated(),
        one.origin(),
        one.normal());
  }
}
