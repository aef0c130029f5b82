package dev.touchstone.evidence;

import dev.touchstone.mention.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Parallel values of a sentence and the arms that the sentence names.
 *
 * @param row the values; what belongs to one group and time is one of them
 * @param all the values of the sentence, those of the row included
 * @param names in order
 */
record NamedRow(
    String text,
    Sentence sentence,
    List<Statement> row,
    List<Statement> all,
    List<ArmNames.Naming> names) {

  private static final Pattern VERSUS =
      Pattern.compile(
          "(?is).*(?<![\\p{L}])(?:versus|vs\\.?|v\\.?|compared|against|than|respectively)(?![\\p{L}]).*");
  private static final Pattern WHEN_OR_WHERE =
      Pattern.compile(
          "(?is)[\\s,)\\]]*(?:at|after|before|by|during|pre-?\\p{L}*|post-?\\p{L}*|on day)(?![\\p{L}]).*");

  int start() {
    return row.get(0).start();
  }

  int end() {
    return row.get(row.size() - 1).end();
  }

  /** Where the next value of the sentence starts, or the sentence ends. */
  int nextStatement(int from) {
    return all.stream()
        .filter(other -> other.start() >= from && !other.compares())
        .mapToInt(Statement::start)
        .min()
        .orElse(sentence.end());
  }

  List<ArmNames.Naming> between(int from, int to) {
    return names.stream().filter(name -> name.start() >= from && name.end() <= to).toList();
  }

  /** The first naming of each arm. */
  static List<ArmNames.Naming> distinct(List<ArmNames.Naming> some) {
    Map<String, ArmNames.Naming> first = new LinkedHashMap<>();
    some.forEach(name -> first.putIfAbsent(name.arm().id(), name));
    return List.copyOf(first.values());
  }

  /** Whether two values that follow each other are set against each other in so many words. */
  boolean setAgainst(Statement one, Statement other) {
    return VERSUS.matcher(OpenText.between(text, one.end(), other.start())).matches();
  }

  /** {@code 73% at 1 year and 62% at 2 years}: a time or a place parts the values, no arm. */
  boolean qualified(Statement one, Statement other) {
    String gap = OpenText.between(text, one.end(), other.start());
    return !setAgainst(one, other)
        && between(one.end(), other.start()).isEmpty()
        && WHEN_OR_WHERE.matcher(gap).matches();
  }
}
