package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a sentence in rows: values that tell one outcome of several groups or of
 * several times.
 */
final class ValueRows {

  private static final int FURTHEST = 120;

  private static final Pattern PAIRED =
      Pattern.compile(
          "\\b(?:vs\\.?|v|versus|and|compared (?:with|to)|against|than|or|while|whereas)\\b|,|^\\s?/\\s?$",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final Sentence sentence;
  private final List<Statement> statements;
  private final List<Mention> outcomes;
  private final List<Mention> names;
  private final RespectiveOutcomes respective;

  /**
   * A row.
   *
   * @param from where the statement before it ends
   * @param to where the statement behind it starts
   * @param own the outcome that a list gives it by its place, or null
   */
  record Stretch(List<Statement> row, int from, int to, @Nullable Mention own) {

    int start() {
      return row.get(0).start();
    }

    int end() {
      return row.get(row.size() - 1).end();
    }
  }

  /**
   * @param outcomes of the sentence that are known to be some
   * @param named the same, with those that are merely named so far
   */
  ValueRows(
      Unit unit,
      Sentence sentence,
      List<Statement> statements,
      List<Mention> outcomes,
      List<Mention> named) {
    this.text = unit.reading().text();
    this.sentence = sentence;
    this.statements = statements;
    this.outcomes = outcomes;
    this.names =
        unit.mentions(sentence).stream()
            .filter(
                mention -> mention.type() == MentionType.ARM || mention.type() == MentionType.DRUG)
            .toList();
    long arms = names.stream().filter(name -> name.type() == MentionType.ARM).count();
    this.respective = new RespectiveOutcomes(text, sentence, named, arms > 1);
  }

  /** The rows in order; what compares groups is a row of its own. */
  List<Stretch> rows() {
    List<List<Statement>> rows = new ArrayList<>();
    List<Statement> open = List.of();
    for (Statement statement : statements) {
      if (statement.compares()) {
        rows.add(List.of(statement));
      } else if (!open.isEmpty() && pairs(open.get(open.size() - 1), statement)) {
        open.add(statement);
      } else {
        open = new ArrayList<>(List.of(statement));
        rows.add(open);
      }
    }
    return rows.stream()
        .flatMap(row -> parts(row).stream())
        .sorted(Comparator.comparing(Stretch::start))
        .toList();
  }

  /** A row, or the parts of it that are of one outcome each. */
  private List<Stretch> parts(List<Statement> row) {
    Stretch whole = stretch(row, null);
    List<Mention> its = respective.of(row, whole.from());
    if (its.isEmpty()) {
      return List.of(whole);
    }
    int each = row.size() / its.size();
    List<Stretch> parts = new ArrayList<>();
    for (int i = 0; i < its.size(); i++) {
      parts.add(stretch(row.subList(i * each, (i + 1) * each), its.get(i)));
    }
    return parts;
  }

  private Stretch stretch(List<Statement> row, @Nullable Mention own) {
    int from = sentence.start();
    int to = sentence.end();
    for (Statement other : statements) {
      if (other.end() <= row.get(0).start()) {
        from = Math.max(from, other.end());
      } else if (other.start() >= row.get(row.size() - 1).end()) {
        to = Math.min(to, other.start());
      }
    }
    return new Stretch(row, from, to, own);
  }

  /**
   * Whether two statements tell one outcome of two groups or times: "4.3 months with A and 4.5
   * months with B", "from 12 to 9".
   */
  private boolean pairs(Statement one, Statement other) {
    int from = one.end();
    int to = other.start();
    if (!one.resembles(other) || outcomeBetween(from, to)) {
      return false;
    }
    if (Changes.isChange(text, one, other)) {
      return true;
    }
    String gap = OpenText.between(text, from, to);
    boolean whole = text.substring(from, to).length() == gap.length();
    return !new OutcomeGaps(text).differ(outcomes, one, other)
        && (!comparisonBetween(from, to) || nameBetween(from, to))
        && to - from <= (whole ? FURTHEST : 2 * FURTHEST)
        && gap.length() <= FURTHEST
        && PAIRED.matcher(gap).find()
        && gap.indexOf(';') < 0
        && gap.indexOf(':') < 0;
  }

  private boolean outcomeBetween(int from, int to) {
    return outcomes.stream().anyMatch(outcome -> outcome.start() >= from && outcome.end() <= to);
  }

  private boolean comparisonBetween(int from, int to) {
    return statements.stream()
        .anyMatch(other -> other.compares() && other.start() >= from && other.end() <= to);
  }

  private boolean nameBetween(int from, int to) {
    return names.stream().anyMatch(name -> name.start() >= from && name.end() <= to);
  }
}
