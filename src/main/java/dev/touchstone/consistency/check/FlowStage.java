package dev.touchstone.consistency.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where participants stand in a trial, or leave it, from the most exact words to the least. */
enum FlowStage {
  NOT_ANALYSED(
      "left out of the analysis",
      "\\b(?:excluded from (?:the |all |this )?(?:[\\w-]+ ){0,3}analys[ei]s|(?:not|never) (?:be )?(?:analy[sz]ed|evaluable|included in (?:the |any )?(?:[\\w-]+ ){0,3}analys[ei]s))"),
  NOT_RECEIVED(
      "not treated",
      "\\b(?:(?:did|do|had|have) not (?:receive|start|take|begin)|never (?:received|started)|received no\\b|(?:were|was) (?:not|never) treated|not receiving|not treated)"),
  DISCONTINUED(
      "discontinued",
      "\\b(?:discontinued|withdrew|with?drawn|dropped out|drop-?outs?|left the (?:study|trial)|(?:did|had|have) not complete|not completed|failed to complete|discontinuation|withdrawals?)\\b"),
  LOST("lost to follow-up", "\\blost to follow"),
  EXCLUDED(
      "excluded",
      "\\b(?:excluded|ineligible|not eligible|declined|refused|did not (?:meet|consent|agree|fulfil)|not meeting|met (?:any |one |some |an )?(?:or more )?(?:of )?(?:the |our )?exclusion criteri\\w+|failed (?:to meet|screening)|screen(?:ing)?[ -]failures?|unwilling|not (?:randomi[sz]ed|enrolled))\\b"),
  RANDOMISED(
      "randomised",
      "\\b(?:randomi[sz]ed|randomly (?:assigned|allocated|divided)|underwent randomi[sz]ation|for randomi[sz]ation|allocated to|assigned to)\\b"),
  SCREENED(
      "screened",
      "\\b(?:screened|(?:assessed|evaluated|examined|considered|approached) for (?:study )?(?:eligibility|inclusion|participation))\\b"),
  COMPLETED("completed", "\\b(?:completed|finished)\\b"),
  RECEIVED("received treatment", "\\b(?:received|(?:were|was) treated|started)\\b"),
  ANALYSED(
      "analysed",
      "\\b(?:analy[sz]ed|(?:included|entered) in(?:to)? (?:the |this )?(?:[\\w-]+ ){0,4}analys[ei]s)\\b");

  private final String words;
  private final Pattern pattern;

  FlowStage(String words, String pattern) {
    this.words = words;
    this.pattern = Pattern.compile("(?i)" + pattern);
  }

  /** As a message says it: {@code lost to follow-up}. */
  String words() {
    return words;
  }

  /** Whether who is there has left, in whatever way. */
  boolean isLoss() {
    return this == LOST || this == DISCONTINUED;
  }

  /**
   * The stage that words name first; null where they name none. Who has passed an earlier stage and
   * was randomised counts as randomised: {@code completed the run-in and were randomised}.
   */
  static @Nullable FlowStage of(String words) {
    FlowStage first = null;
    int at = Integer.MAX_VALUE;
    for (FlowStage stage : values()) {
      Matcher m = stage.pattern.matcher(words);
      if (m.find() && m.start() < at) {
        first = stage;
        at = m.start();
      }
    }
    boolean earlier = first == SCREENED || first == RECEIVED || first == COMPLETED;
    return earlier && RANDOMISED.pattern.matcher(words).find() ? RANDOMISED : first;
  }
}
