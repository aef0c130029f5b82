package dev.touchstone.evidence;

import dev.touchstone.evidence.Studies.Topics;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many took part in each study and how they were allotted, from its sentences. */
final class StudyFacts {

  private static final String PEOPLE =
      "(?:patients|participants|subjects|women|men|adults|children|individuals|people|volunteers)";
  private static final String N = "(\\d{1,3}(?:,\\d{3})+|\\d+)";
  private static final String RANDOMISED = "(?:randomi[sz]ed|randomly assigned|allocated|assigned)";
  private static final String ENROLLED = "(?:enrolled|recruited|included|accrued)";

  /** Ranked: what is said of randomisation goes before what is said of enrolment. */
  private static final List<Pattern> NUMBERS =
      List.of(
          Pattern.compile(
              "(?i)\\b(?:trial|study|analysis) (?:of|in|with|included|involving) "
                  + N
                  + "\\s+(?:[\\w-]+,?\\s+){0,4}?"
                  + PEOPLE
                  + "\\b"),
          before(ENROLLED),
          after(ENROLLED),
          before(RANDOMISED),
          after(RANDOMISED));

  private static final Pattern RATIO =
      Pattern.compile(
          "(?<![\\d.:])(\\d{1,2})\\s?:\\s?(\\d{1,2})(?:\\s?:\\s?(\\d{1,2}))?(?![\\d:])");
  private static final Pattern ALLOTS = Pattern.compile("(?i)random|ratio|assign|allocat");

  private StudyFacts() {}

  /** "123 patients were randomized". */
  private static Pattern before(String verb) {
    return Pattern.compile(
        "(?i)\\b"
            + N
            + "\\s+(?:[\\w-]+\\s+){0,3}?"
            + PEOPLE
            + "\\b[^.;]{0,80}?\\b(?:were|was)\\s+(?:\\w+\\s+)?"
            + verb
            + "\\b");
  }

  /** "randomized 123 patients". */
  private static Pattern after(String verb) {
    return Pattern.compile(
        "(?i)\\b"
            + verb
            + "\\s+(?:a total of\\s+|about\\s+)?"
            + N
            + "\\s+(?:[\\w-]+,?\\s+){0,4}?"
            + PEOPLE
            + "\\b");
  }

  static void gather(
      AnnotatedDocument document, Map<Unit, Topics> topics, List<StudyDraft> drafts) {
    for (Unit unit : document.units()) {
      if (unit.part() == Unit.Part.CELL) {
        continue;
      }
      String text = unit.reading().text();
      for (Sentence sentence : unit.sentences()) {
        Integer study = Studies.indexAt(topics, unit, sentence.end());
        if (study != null) {
          read(text.substring(sentence.start(), sentence.end()), drafts.get(study));
        }
      }
    }
  }

  private static void read(String sentence, StudyDraft study) {
    for (int rank = 0; rank < NUMBERS.size(); rank++) {
      Integer n = number(NUMBERS.get(rank).matcher(sentence));
      if (n != null) {
        study.participants(n, rank + 1);
      }
    }
    if (ALLOTS.matcher(sentence).find()) {
      Matcher ratio = RATIO.matcher(sentence);
      if (ratio.find()) {
        study.allocation(ratio.group().replaceAll("\\s", ""));
      }
    }
  }

  private static @Nullable Integer number(Matcher matcher) {
    return matcher.find() ? wholeNumber(matcher.group(1)) : null;
  }

  static @Nullable Integer wholeNumber(String digits) {
    String plain = digits.replaceAll("[,\\s]", "");
    return plain.length() > 9 ? null : Integer.valueOf(plain);
  }
}
