package dev.touchstone.evidence;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to give a value to an arm, by where the sentence names that arm. A name right
 * behind its value or right before its bracket costs nothing; every value, name and clause that
 * stands between costs something. The unit is arbitrary; only the differences count.
 */
final class ArmCosts {

  /** A value without an arm. */
  static final int NONE = 9;

  /** An arm that the sentence names beyond another value. */
  static final int FAR = 5;

  /** One of two arms that the sentence does not name. */
  static final int UNNAMED = 5;

  private static final int CLAUSE = 5;
  private static final int AND_COST = 3;
  private static final int OTHER_VALUE = 6;
  private static final int OTHER_SIDE_COST = 3;

  /** Names stand behind their values in this sentence. */
  private static final int BEHIND_ITS_OWN = 3;

  /** A name that stands right at another value. */
  private static final int BOUND_ELSEWHERE = 4;

  /** What stands between a value and the arm behind it. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:\\s*%)?(?:\\s*[\\[(][^()\\[\\]]{0,60}[)\\]])?[\\s)\\]]*(?:of (?:the |all )?(?:\\d[\\d,]* )?)?(?:(?!(?:with|in|on|for|given|receiving|received|under|after|following|among|taking|of|at|from|by) )[\\p{L}-]+ )?(?:(?:patients|pts|participants|women|men|subjects|those|people|eyes|cases|children|months|weeks))?\\s*(?:who (?:were |had )?)?"
              + "(?<link>with|in|on|for|given|receiving|received|treated with|randomi[sz]ed to|allocated to|(?:continuing|continued|continuing on|continued on|switched to|staying on)|under|after|following|among|assigned to|taking|of|at|from|by|\\()?\\s*(?:the|an?)?\\s*(?:(?:patients|participants|women|men|subjects|those|group)\\s(?:in|on|with|receiving|given|taking|treated with|assigned to|that underwent|who (?:had )?received)\\s(?:the\\s)?)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern INTO_BRACKET =
      Pattern.compile(
          "\\s?(?:arm|group|patients)?s?\\s?(?:[\\[(:=]|was|were|had|,)\\s?(?:[nN]\\s?=\\s?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEW_CLAUSE =
      Pattern.compile(
          "[;]|(?<![\\p{L}])(?:while|whereas|but|although|though)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AND =
      Pattern.compile("(?<![\\p{L}])and(?![\\p{L}])", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_SIDE =
      Pattern.compile(
          "(?is).*(?<![\\p{L}])(?:compared (?:with|to)|relative to|than|versus|vs\\.?|v|over|against)\\s(?:with\\s|for\\s|in\\s|on\\s)?(?:the\\s|an?\\s|those\\s)?(?:\\p{L}+\\s(?:in|on|with|receiving)\\s(?:the\\s)?)?$");

  private final NamedRow named;
  private final String text;
  private final List<Statement> row;
  private final int from;
  private final int to;
  private final boolean listed;

  /**
   * @param before the value before, or null
   * @param next the value behind, or null
   */
  ArmCosts(NamedRow named, @Nullable Statement before, @Nullable Statement next) {
    this.named = named;
    this.text = named.text();
    this.row = named.row();
    this.from = before == null ? named.sentence().start() : behindLinked(before);
    this.to = next == null ? named.sentence().end() : next.start();
    this.listed = next != null && row.get(0).resembles(next);
  }

  /** {@code 5% with A}: what follows a value by a preposition is its own, not of the next. */
  private int behindLinked(Statement value) {
    for (ArmNames.Naming name : named.names()) {
      if (name.start() >= value.end() && name.end() <= row.get(0).start()) {
        Matcher direct = BEHIND.matcher(text.substring(value.end(), name.start()));
        return value.resembles(row.get(0)) && direct.matches() && direct.group("link") != null
            ? name.end()
            : value.end();
      }
    }
    return value.end();
  }

  /** Where what speaks of the values begins. */
  int from() {
    return from;
  }

  /** Whether a name stands between the values before and behind. */
  boolean isNear(ArmNames.Naming name) {
    return name.end() > from && name.start() < to;
  }

  /** What it costs to give a value the arm that a near name names. */
  int near(Statement value, ArmNames.Naming name) {
    if (name.start() >= value.end()) {
      return behind(value, name);
    }
    return name.end() <= value.start() ? before(value, name) : 0;
  }

  /**
   * What it costs to give a value an arm that is named beyond other values only. A name behind a
   * list of values of one sort may be of all of them.
   */
  int far(Statement value, ArmNames.Naming name) {
    int cost = row.size() == 1 ? FAR + 1 : FAR;
    if (name.start() >= value.end()) {
      return row.size() > 1 || listed ? cost + 1 : NONE + 1;
    }
    if (row.size() > 1) {
      return cost;
    }
    boolean passed = isOther(name, name.end(), value.start());
    boolean behind =
        isOther(name, value.end(), named.sentence().end()) && isLinkedToValue(name, value);
    return cost + (isOtherSide(name) ? 2 : 0) + (passed ? 1 : 0) + (behind ? BEHIND_ITS_OWN : 0);
  }

  private boolean isOther(ArmNames.Naming name, int start, int end) {
    return named.between(start, end).stream()
        .anyMatch(other -> !other.arm().id().equals(name.arm().id()));
  }

  /** Whether a name stands behind its value, as the names of this sentence then do. */
  private boolean isLinkedToValue(ArmNames.Naming name, Statement before) {
    for (Statement value : named.all()) {
      if (value.end() <= name.start() && value.start() < before.start()) {
        Matcher direct = BEHIND.matcher(text.substring(value.end(), name.start()));
        if (direct.matches() && direct.group("link") != null) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a name is what another is compared with: {@code than with B}. */
  boolean isOtherSide(ArmNames.Naming name) {
    return OTHER_SIDE.matcher(text.substring(named.sentence().start(), name.start())).matches();
  }

  private int behind(Statement value, ArmNames.Naming name) {
    String gap = text.substring(value.end(), name.start());
    boolean last = value == row.get(row.size() - 1);
    boolean next = last && listed && intoBracket(name.end(), to);
    Matcher direct = BEHIND.matcher(gap);
    if (direct.matches()) {
      return next && direct.group("link") == null ? BOUND_ELSEWHERE : 0;
    }
    int taken = next ? BOUND_ELSEWHERE : 0;
    boolean list = name.start() >= row.get(row.size() - 1).end();
    int cost = 4 + taken + between(value.end(), name.start(), list) + gap.length() / 80;
    cost += clause(value.end(), name.start());
    return OTHER_SIDE.matcher(gap).matches() ? cost + OTHER_SIDE_COST : cost;
  }

  private int before(Statement value, ArmNames.Naming name) {
    String gap = text.substring(name.end(), value.start());
    boolean first = name.end() <= row.get(0).start();
    if (INTO_BRACKET.matcher(gap).matches()) {
      // A bracket of several values is of several arms.
      return first && row.size() > 1 ? 1 : 0;
    }
    int cost = 2 + between(name.end(), value.start(), first) + gap.length() / 120;
    cost += clause(name.end(), value.start());
    return row.size() == 1 && isOtherSide(name) ? cost + OTHER_SIDE_COST : cost;
  }

  private boolean intoBracket(int end, int start) {
    return start >= end && INTO_BRACKET.matcher(text.substring(end, start)).matches();
  }

  /** What it costs that another clause, or another part of this one, begins between. */
  private int clause(int start, int end) {
    String gap = OpenText.between(text, start, end);
    if (NEW_CLAUSE.matcher(gap).find()) {
      return CLAUSE;
    }
    return row.size() == 1 && AND.matcher(gap).find() ? AND_COST : 0;
  }

  /**
   * Values and names that are passed over; in a list of names and a list of values each passes
   * some.
   */
  private int between(int start, int end, boolean list) {
    int cost = 0;
    for (Statement other : row) {
      if (other.start() >= start && other.end() <= end) {
        cost += list ? 1 : OTHER_VALUE;
      }
    }
    for (ArmNames.Naming other : named.names()) {
      if (other.start() >= start && other.end() <= end) {
        cost += 1;
      }
    }
    return cost;
  }
}
