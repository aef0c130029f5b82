package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of two values the words of their clause give to whom: {@code fewer events with A (5% vs
 * 9%)} is 5% with A, wherever A is named.
 *
 * @param arm id of the arm that is spoken of
 * @param value which of the two values it has by these words
 */
record Lean(String arm, int value) {

  private static final Pattern MORE_OR_LESS =
      Pattern.compile(
          "(?i)\\b(?:(?<more>higher|greater|larger|longer|increased|more(?!\\s(?:than|effective|active|favou?rable|tolerable|severe)))|(?<less>lower|fewer|smaller|shorter|rarer|reduced|decreased|less(?!\\s(?:than|effective|active|favou?rable|tolerable|severe))))\\b");
  private static final Pattern DENIED =
      Pattern.compile("(?is).*\\b(?:no|not|nor|neither)\\b.{0,30}");

  /**
   * What the words around two values say; null where they leave it open, or an arm is named between
   * the values.
   *
   * @param from where what speaks of them begins
   * @param to where it ends
   */
  static @Nullable Lean of(NamedRow named, ArmCosts costs, int from, int to) {
    boolean told =
        named.row().size() == 2
            && named.between(named.row().get(0).end(), named.row().get(1).start()).isEmpty();
    if (!told) {
      return null;
    }
    int order = order(named.row());
    Lean ahead = order == 0 ? null : within(named, costs, from, named.start(), order);
    return order == 0 || ahead != null ? ahead : within(named, costs, named.end(), to, order);
  }

  private static @Nullable Lean within(
      NamedRow named, ArmCosts costs, int from, int to, int order) {
    Matcher cue = MORE_OR_LESS.matcher(named.text()).region(Math.min(from, to), to);
    int start = -1;
    int end = -1;
    boolean more = false;
    while (cue.find()) {
      start = cue.start();
      end = cue.end();
      more = cue.group("more") != null;
    }
    if (start < 0 || DENIED.matcher(named.text().substring(from, start)).matches()) {
      return null;
    }
    ArmNames.Naming subject = null;
    for (ArmNames.Naming name : named.names()) {
      boolean before = name.end() <= start;
      boolean behind = name.start() >= end && name.end() <= to && subject == null;
      if ((before || behind) && !costs.isOtherSide(name)) {
        subject = name;
      }
    }
    return subject == null ? null : new Lean(subject.arm().id(), more == order > 0 ? 0 : 1);
  }

  /** Whether the first value is the larger one. */
  private static int order(List<Statement> row) {
    BigDecimal one = size(row.get(0));
    BigDecimal other = size(row.get(1));
    return one == null || other == null ? 0 : one.compareTo(other);
  }

  private static @Nullable BigDecimal size(Statement statement) {
    BigDecimal size = null;
    for (Mention mention : statement.values()) {
      Measure value = mention.measure();
      if (value.value() != null && (size == null || value.kind() == Kind.PERCENT)) {
        size = value.value().value().abs();
      }
    }
    return size;
  }
}
