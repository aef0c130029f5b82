package dev.touchstone.evidence;

import java.util.regex.Pattern;

/**
 * Names of columns that say when something was measured, or how it changed: {@code Pre}, {@code
 * Week 12}, {@code Change from baseline}. The people are the same in all of them, so they are no
 * arms.
 */
final class Moments {

  private static final String WHEN =
      "pre|post|before|after|during|baseline|initial|final|end|start|beginning|onset|screening"
          + "|admission|discharge|follow-?up|week|month|day|year|hour|hr|h|minute|min|visit|period"
          + "|session|cycle|change|difference|decrease|increase|reduction";
  private static final String WITH =
      "at|on|of|the|from|to|in|and|vs|between|since|first|second|third|last|mean|median|net"
          + "|absolute|relative|percent|percentage|time|point|treatment|therapy|study|trial"
          + "|intervention|supplementation|surgery|operation|randomi[sz]ation|level|value|m|w|d|n"
          + "|p|[a-z]";
  private static final Pattern ONLY =
      Pattern.compile(
          "(?i)(?=.*\\b(?:"
              + WHEN
              + ")s?\\b)(?:(?:"
              + WHEN
              + "|"
              + WITH
              + ")s?(?![\\p{L}])|[^\\p{L}])+");

  private Moments() {}

  /** Whether a name says nothing but when, or how much changed in the meantime. */
  static boolean isOne(String label) {
    return ONLY.matcher(label).matches();
  }
}
