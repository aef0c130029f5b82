package dev.touchstone.mention;

/**
 * What speaks for a side of the comparison, and how much: above nothing for the treatment that is
 * tried, below for what it is compared with. One cue counts as often as it is found, up to its
 * most; the sum over a document decides.
 */
enum SideCue {
  /** {@code placebo}, {@code usual care}, {@code the control group}. */
  CONTROL_WORD("a word for a control", -6, 1),
  /** {@code the experimental arm}. */
  TRIED_WORD("a word for what is tried", 6, 1),
  /** What the other arms get as well: {@code A} against {@code A plus B}. */
  BACKGROUND("what the others get as well", -6, 1),
  /** {@code no radiotherapy}, {@code without aspirin}. */
  WITHHELD("withheld", -4, 1),
  /** {@code with or without A}, {@code the addition of A}. */
  ADDED("what is added", 3, 1),
  /** What the title names where it names one arm only. */
  TITLE("the title names it alone", 3, 1),
  /** {@code chemotherapy alone}, {@code standard dose}, {@code delayed}. */
  CUSTOMARY("customary, or less", -2, 1),
  /** {@code intensified}, {@code novel}, {@code dose-dense}. */
  NOVEL("new, or more", 2, 1),
  /** {@code A versus B} in the title: A. */
  TITLE_FIRST("first in the title", 2, 1),
  TITLE_LAST("behind others in the title", -2, 1),
  /** {@code assigned to A or B}, {@code we compared A with B}: A. */
  NAMED_FIRST("first where people are allotted", 1, 2),
  NAMED_LAST("last where people are allotted", -1, 2),
  /** {@code A was better than B}, {@code A compared with B}: A. */
  MEASURED("measured against another", 0.5, 4),
  YARDSTICK("another is measured against it", -0.5, 4),
  /** Set against an arm whose side is known. */
  AGAINST_CONTROL("set against a control", 2, 2),
  AGAINST_LESSER("set against what the design makes a control", 1, 2),
  AGAINST_TRIED("set against what is tried", -1, 3),
  /** {@code the efficacy of A}, {@code the effect of A on}. */
  AIM("its effect is asked for", 1, 1),
  /** {@code 12% of A and 9% of B}: A. */
  LISTED_FIRST("before another", 0.25, 3),
  LISTED_LAST("behind another", -0.25, 3);

  private final String words;
  private final double weight;
  private final int most;

  SideCue(String words, double weight, int most) {
    this.words = words;
    this.weight = weight;
    this.most = most;
  }

  /** Whether only the order of names tells it, which counts little where anything else does. */
  boolean isOrder() {
    return Math.abs(weight) < 1
        || this == NAMED_FIRST
        || this == NAMED_LAST
        || this == TITLE_FIRST
        || this == TITLE_LAST;
  }

  /** What a cue found so many times adds. */
  double worth(int times) {
    return weight * Math.min(times, most);
  }

  /** For an explanation: {@code first in the title +2}. */
  String told(int times) {
    double worth = worth(times);
    String amount = worth == Math.rint(worth) ? "" + (int) worth : "" + worth;
    return words + " " + (worth > 0 ? "+" : "") + amount.replace("-", "−");
  }
}
