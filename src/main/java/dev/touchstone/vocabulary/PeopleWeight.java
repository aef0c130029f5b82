package dev.touchstone.vocabulary;

/**
 * What a feature of a number speaks for, from {@code people-weights.tsv}.
 *
 * @param whole for its counting all who took part
 * @param arm for its counting the people of one arm
 * @param side for that arm being the intervention; below 0 for the control
 */
public record PeopleWeight(double whole, double arm, double side) {

  static final PeopleWeight NONE = new PeopleWeight(0, 0, 0);
}
