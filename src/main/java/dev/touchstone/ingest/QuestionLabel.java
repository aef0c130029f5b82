package dev.touchstone.ingest;

import dev.touchstone.document.SectionRole;
import dev.touchstone.ingest.StructureRules.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * The label that makes a paragraph a question or an answer: {@code Q1:}, {@code A1:}, {@code
 * Problem:}.
 *
 * @param label without its colon
 * @param end where the words begin
 */
record QuestionLabel(String label, SectionRole role, int end) {

  private static final int LONGEST = 30;

  /** The label of a heading, which may be nothing but the label: {@code A1}. */
  static @Nullable QuestionLabel ofTitle(String title, StructureRules rules) {
    QuestionLabel label = of(title, rules);
    boolean labelAlone = title.length() > 1 && title.length() < LONGEST;
    return label == null && labelAlone ? of(title + ":", rules) : label;
  }

  static @Nullable QuestionLabel of(String words, StructureRules rules) {
    int stop = 0;
    while (stop < words.length() && stop < LONGEST && ":.)".indexOf(words.charAt(stop)) < 0) {
      stop++;
    }
    if (stop >= Math.min(words.length(), LONGEST)
        || stop == 0
        || !Character.isUpperCase(words.charAt(0))) {
      return null;
    }
    int letters = stop;
    while (letters > 0
        && (Character.isDigit(words.charAt(letters - 1)) || words.charAt(letters - 1) == ' ')) {
      letters--;
    }
    boolean numbered = letters < stop;
    if (words.charAt(stop) != ':' && !(numbered && letters == 1)) {
      return null;
    }
    String name = Words.lower(words.substring(0, letters)).strip();
    SectionRole role =
        rules.isOneOf(Phrase.QUESTION, name)
            ? SectionRole.QUESTION
            : rules.isOneOf(Phrase.ANSWER, name)
                ? SectionRole.ANSWER
                : rules.isOneOf(Phrase.PROBLEM, name) ? SectionRole.TROUBLESHOOTING : null;
    if (role == null) {
      return null;
    }
    int end = stop + 1;
    while (end < words.length() && Blanks.isBlank(words.charAt(end))) {
      end++;
    }
    return new QuestionLabel(words.substring(0, stop), role, end);
  }
}
