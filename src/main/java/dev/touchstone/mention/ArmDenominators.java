package dev.touchstone.mention;

import dev.touchstone.mention.CountedArms.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers out of which something is counted: 208 in {@code 109 of 208 patients with A}. */
final class ArmDenominators {

  private static final Pattern COUNTED_FROM =
      Pattern.compile(
          "(?i)(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|[%\\])]|patients|women)\\s?(?:(?:out )?of(?: the)?\\s|/\\s?|(?<=[%\\])]\\s)in\\s)(\\d{1,3}(?:,\\d{3})+|\\d+)(?![\\d.]*\\s?%|\\.\\d|[\\d/-])");
  private static final Pattern GRADE =
      Pattern.compile("(?i).*\\b(?:grade|stage|level|T|CDK|BRCA)\\s?\\d$");
  private static final int GRADE_LEAD = 8;

  private ArmDenominators() {}

  /** Those of a sentence that nothing else counts as people. */
  static List<Count> in(Reading reading, Sentence sentence) {
    String text = reading.text();
    List<Count> found = new ArrayList<>();
    Matcher of = COUNTED_FROM.matcher(text).region(sentence.start(), sentence.end());
    while (of.find()) {
      int start = of.start(1);
      int end = of.end(1);
      boolean told = reading.has(MentionType.PARTICIPANTS, start, end);
      boolean graded =
          GRADE
              .matcher(text.substring(Math.max(0, of.start() - GRADE_LEAD), of.start() + 1))
              .matches();
      boolean scale = of.group(1).matches("10{1,4}") && of.group().contains("/");
      if (!told && !graded && !scale && end - start > 1) {
        found.add(new Count(start, end, true));
      }
    }
    return found;
  }
}
