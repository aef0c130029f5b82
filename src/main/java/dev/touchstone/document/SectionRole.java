package dev.touchstone.document;

import java.util.Locale;

/** What a section is for. */
public enum SectionRole {
  FRONT_MATTER,
  ABSTRACT,
  INTRODUCTION,
  MECHANISM,
  METHODS,
  RESULTS,
  DISCUSSION,
  CONCLUSION,
  QUESTION,
  ANSWER,
  TROUBLESHOOTING,
  REFERENCES,
  BOILERPLATE,
  OTHER;

  /** The name in the output contract, such as {@code front-matter}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Whether what stands here may become evidence: boilerplate and reference lists yield no drugs or
   * doses.
   */
  public boolean yieldsEvidence() {
    return this != REFERENCES && this != BOILERPLATE;
  }
}
