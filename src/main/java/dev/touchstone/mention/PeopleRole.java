package dev.touchstone.mention;

import dev.touchstone.vocabulary.PeopleWeight;

/** Whom a number of people counts. */
enum PeopleRole {
  TOTAL("total"),
  INTERVENTION("intervention"),
  CONTROL("control");

  /** {@link Participants#role()} of people who are neither all nor an arm. */
  static final String OTHERS = "subgroup";

  private final String code;

  PeopleRole(String code) {
    this.code = code;
  }

  /** As {@link Participants#role()} has it. */
  String code() {
    return code;
  }

  boolean isArm() {
    return this != TOTAL;
  }

  /** What a feature adds for this role. */
  double weight(PeopleWeight feature) {
    return switch (this) {
      case TOTAL -> feature.whole();
      case INTERVENTION -> feature.arm() + feature.side();
      case CONTROL -> feature.arm() - feature.side();
    };
  }
}
