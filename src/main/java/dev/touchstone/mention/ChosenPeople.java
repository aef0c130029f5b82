package dev.touchstone.mention;

import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles whom the numbers of a document's running text count: all who took part, those of one arm,
 * or others. All are chosen at once ({@link PeopleChoice}).
 */
final class ChosenPeople implements PeopleChoice.Weights {

  private static final String ORIGIN = "number beside people";
  private static final String ANY = "any number";
  private static final int REASONS = 3;

  private static final String SEX = "(?:women|men|females?|males?|girls|boys)\\b";

  /** Behind the first of two numbers: {@code 21 women and 13 men}. */
  private static final Pattern BOTH_SEXES =
      Pattern.compile(
          "\\s?" + SEX + "(?:\\s?\\([^()]{0,20}\\))?\\s?(?:,|and|;|/)\\s?\\d+\\s?" + SEX,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SECOND_SEX = Pattern.compile("\\s?" + SEX, Pattern.CASE_INSENSITIVE);

  /** Before the second of them. */
  private static final Pattern FIRST_SEX =
      Pattern.compile(
          "\\d\\s?" + SEX + "(?:\\s?\\([^()]{0,20}\\))?\\s?(?:,|and|;|/)\\s?$",
          Pattern.CASE_INSENSITIVE);

  /** {@code 1/5000 people}. */
  private static final Pattern RATIO = Pattern.compile("(?<!\\d)1\\s?(?:/|in)\\s?$");

  private final Vocabulary vocabulary;
  private final PeopleFeatures features;
  private final UnitReader units;

  ChosenPeople(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    features = new PeopleFeatures(vocabulary);
    units = new UnitReader(vocabulary.units());
  }

  /** Gives the people of a whole document their roles, and adds those whom it finds by them. */
  void settle(List<Reading> readings) {
    List<PeopleCandidate> all = new ArrayList<>();
    for (Reading reading : readings) {
      if (!reading.isCell()) {
        PeopleCandidates.in(reading, units).stream()
            .filter(one -> one.draft() != null || one.denominator() || !features.isResult(one))
            .forEach(all::add);
      }
    }
    PeopleNames arms = new PeopleNames(readings);
    PeopleContext context = new PeopleContext(all, features, arms);
    List<@Nullable PeopleRole> roles = new PeopleChoice(all, context, this).choose();
    for (int i = 0; i < all.size(); i++) {
      PeopleRole role = roles.get(i);
      // Parts of the people are no arms where the document is not known to have any.
      boolean others = role != null && role.isArm() && (!arms.knows() || isNoArm(all.get(i)));
      give(all.get(i), others ? null : role, context.features(i));
    }
  }

  /** Men beside women, and one in so many people, make no arms. */
  private static boolean isNoArm(PeopleCandidate one) {
    return BOTH_SEXES.matcher(one.rest()).lookingAt()
        || SECOND_SEX.matcher(one.rest()).lookingAt() && FIRST_SEX.matcher(one.lead()).find()
        || RATIO.matcher(one.lead()).find();
  }

  /** A number that counts others than all or an arm keeps its mention where it had one. */
  private void give(PeopleCandidate one, @Nullable PeopleRole role, Set<String> found) {
    Reading reading = one.reading();
    Draft draft = one.draft();
    if (draft != null) {
      Participants people = (Participants) draft.normal();
      String code = role == null ? PeopleRole.OTHERS : role.code();
      String why = role == null ? "" : why(role, found);
      reading.replace(draft, draft.with(new Participants(people.n(), code, people.label(), why)));
    } else if (role != null) {
      if (!one.denominator()) {
        reading
            .covering(MentionType.MEASURE, one.start(), one.end())
            .filter(other -> ((Measure) other.normal()).of() == null)
            .toList()
            .forEach(reading::remove);
      }
      reading.add(
          new Draft(
              MentionType.PARTICIPANTS,
              one.start(),
              one.end(),
              one.denominator() ? Participants.DENOMINATOR : ORIGIN,
              new Participants(one.number(), role.code(), "", why(role, found))));
    }
  }

  /** The features that speak loudest for a role. */
  private String why(PeopleRole role, Set<String> found) {
    return found.stream()
        .filter(feature -> weight(feature, role) > 0)
        .sorted(
            Comparator.comparingDouble((String feature) -> -weight(feature, role))
                .thenComparing(Comparator.naturalOrder()))
        .limit(REASONS)
        .map(feature -> String.format(Locale.ROOT, "%s %+.1f", feature, weight(feature, role)))
        .collect(Collectors.joining(", "));
  }

  private double weight(String feature, PeopleRole role) {
    return role.weight(vocabulary.peopleWeight(feature));
  }

  @Override
  public double of(Collection<String> found, PeopleRole role) {
    double sum = weight(ANY, role);
    for (String feature : found) {
      sum += weight(feature, role);
    }
    return sum;
  }

  @Override
  public double ofPair(Collection<String> found) {
    double sum = 0;
    for (String feature : found) {
      sum += vocabulary.peoplePairWeight(feature);
    }
    return sum;
  }
}
