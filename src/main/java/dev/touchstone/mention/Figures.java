package dev.touchstone.mention;

import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.vocabulary.Lexicon;
import java.util.List;

/**
 * The numbers of a reading while they are given meanings, by index.
 *
 * @param used whether a number has a meaning already, a measured value or another
 * @param values what a number was read as; null where it is no value, or no value yet
 * @param people words for people who are counted
 */
record Figures(
    Reading reading, boolean[] used, Value[] values, UnitReader units, Lexicon<String> people) {

  /** Numbers that mean something else, the 2 of {@code g/cm(2)} among them, are used already. */
  static Figures of(Reading reading, UnitReader units, Lexicon<String> people) {
    List<PrintedNumber> numbers = reading.numbers();
    boolean[] used = new boolean[numbers.size()];
    for (int i = 0; i < used.length; i++) {
      PrintedNumber number = numbers.get(i);
      used[i] =
          reading.isSpent(number.start(), number.end())
              || isYear(reading, number)
              || isPartOfName(reading.text(), number);
    }
    for (int i = 0; i + 1 < used.length; i++) {
      UnitReader.Found unit = units.at(reading.text(), numbers.get(i).end());
      used[i + 1] |= unit != null && numbers.get(i + 1).end() <= unit.end();
    }
    return new Figures(reading, used, new Value[numbers.size()], units, people);
  }

  /** {@code MB-231}, {@code cysteine-34}; {@code 2:1}. */
  private static boolean isPartOfName(String text, PrintedNumber number) {
    int at = number.start();
    int end = number.end();
    boolean named =
        at > 1
            && "-\u2010\u2011".indexOf(text.charAt(at - 1)) >= 0
            && Character.isLetter(text.charAt(at - 2))
            && number.form() == Form.DIGITS;
    boolean allotted =
        at > 1 && text.charAt(at - 1) == ':' && Character.isDigit(text.charAt(at - 2))
            || end + 1 < text.length()
                && text.charAt(end) == ':'
                && Character.isDigit(text.charAt(end + 1));
    return named || allotted;
  }

  private static boolean isYear(Reading reading, PrintedNumber number) {
    if (reading.isCell()
        || number.form() != Form.DIGITS
        || !number.number().asWritten().matches("(?:19|20)\\d\\d")) {
      return false;
    }
    String text = reading.text();
    String before = text.substring(Math.max(0, number.start() - 16), number.start());
    String after = text.substring(number.end(), Math.min(text.length(), number.end() + 14));
    return !before.matches("(?s).*(?:n ?= ?|total of |enrolled |included |randomi[sz]ed )")
        && !after.matches("(?s)\\s(?:patients|women|men|subjects|participants|children).*");
  }
}
