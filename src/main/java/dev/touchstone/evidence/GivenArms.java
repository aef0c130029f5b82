package dev.touchstone.evidence;

import dev.touchstone.mention.Measure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The arms that the values of a sentence were given, and what that says of the values. */
final class GivenArms {

  private final RowArms arms;
  private final ProseArms proseArms;
  private final Function<Statement, @Nullable Study> studyOf;
  private final Map<Statement, ArmAssignment.Given> given;

  /**
   * @param studyOf the study that a value is of
   * @param rows values that tell one outcome each, in order; none that compare arms
   */
  GivenArms(
      RowArms arms,
      ProseArms proseArms,
      Function<Statement, @Nullable Study> studyOf,
      List<List<Statement>> rows) {
    this.arms = arms;
    this.proseArms = proseArms;
    this.studyOf = studyOf;
    this.given = arms.read(rows, studyOf);
  }

  /** Whether the values of a row are of arms of which the sentence names one at least. */
  boolean areNamed(List<Statement> row) {
    return row.stream().allMatch(statement -> bid(statement) != null)
        && row.stream().anyMatch(this::isNamed);
  }

  /** Shares and means of named arms are results, whatever they are of; so are times of several. */
  boolean areResults(List<Statement> row) {
    boolean pair = row.size() > 1 && isNamed(row.get(0));
    return row.stream().allMatch(one -> mayBeResult(one, row.size()))
        && (pair || row.stream().allMatch(this::isNamed));
  }

  private static boolean mayBeResult(Statement statement, int values) {
    return statement.has(Kind.PERCENT)
        || statement.has(Kind.FRACTION)
        || statement.has(Kind.MEAN) && statement.has(Kind.SD)
        || statement.has(Kind.DURATION) && values > 1
        || statement.share() && statement.values().get(0).measure().of() != null;
  }

  private boolean isNamed(Statement statement) {
    Bid bid = bid(statement);
    return bid != null && bid.named();
  }

  private @Nullable Bid bid(Statement statement) {
    ArmAssignment.Given its = given.get(statement);
    return its == null ? null : its.bid();
  }

  /**
   * Whose a value is.
   *
   * @param single whether no other value of its row is of the same study
   */
  Whose whose(Statement statement, boolean single) {
    ArmAssignment.Given its = Objects.requireNonNull(given.get(statement));
    Bid bid = its.bid();
    if (bid != null) {
      return Whose.of(new Attached(bid.arm(), bid.mention(), bid.why()), its.others());
    }
    Study study = studyOf.apply(statement);
    Attached people = single ? arms.people(statement, study) : null;
    List<Arm> pair = arms.namesAny() ? Studies.pair(study) : proseArms.pair(study);
    if (!single || people != null || pair.size() != 2) {
      return Whose.of(people);
    }
    return proseArms.onOneDrug() ? Whose.ofDrug(pair) : Whose.open(pair);
  }
}
