package dev.touchstone.vocabulary;

/**
 * A part of names that marks a drug nobody listed, after the stems of international nonproprietary
 * names.
 *
 * @param text in lower case, without hyphen
 * @param position where in the name it stands
 * @param shortest number of letters that a name with it has at least
 * @param group the class of drugs that share it
 */
public record Stem(String text, Position position, int shortest, String group) {

  /** Where in a name a stem stands. */
  public enum Position {
    SUFFIX,
    PREFIX,
    /** Ending of the first word of a name of two words: {@code polatuzumab}. */
    FIRST,
    /** Ending of the second word of a conjugate's name: {@code vedotin}. */
    CONJUGATE,
    /** Letters before the number of a code name: {@code BAY}. */
    CODE,
    /** Letters before a number that names no drug: {@code MCF} of a cell line. */
    NOCODE,
    /** Ending of chemical names, believed in a phrase of treatment only. */
    CHEMICAL,
    /** A whole word that looks like a drug and is none: {@code somatostatin}. */
    EXCEPT
  }
}
