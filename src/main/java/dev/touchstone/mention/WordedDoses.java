package dev.touchstone.mention;

import dev.touchstone.document.Span;
import dev.touchstone.quantity.Numbers;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Doses of which the text tells no amount: {@code high-dose methotrexate}, {@code insulin four
 * times a day}, {@code after three doses of cisplatin}. Words beside an amount describe it instead.
 */
final class WordedDoses {

  private static final Pattern BESIDE =
      Pattern.compile("\\s?(?:of|at|was|is|:)?\\s?(?:\\p{L}+\\s(?:at\\s)?)?");

  /** Between the words of a dose and its amount: {@code recommended dose for children is 5 mg}. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:\\s(?:of|for|in|with|per)\\s[^.;:()]{1,60}?)?\\s(?:is|was|are|were|remained|remains)\\s(?:set at\\s|only\\s)?");

  /** What may stand between a drug and how often it is given. */
  private static final Pattern GIVEN =
      Pattern.compile(
          "(?:\\s(?:tablets?|capsules?|therapy|treatment|injections?|infusions?|drops))?(?:\\s(?:was|were)?\\s?(?:given|administered|taken))?,?\\s");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<![\\p{L}\\d.])(\\d{1,2}(?:\\.\\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
              + "(?:\\s?(?:±|\\+/-|\\(SD\\s?)\\s?\\d{1,2}(?:\\.\\d{1,2})?\\)?)?"
              + "\\s(?:(?:single|further|additional|consecutive|weekly|daily|monthly|intravenous|oral|subcutaneous|booster)\\s)?doses?\\sof\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OFTEN =
      Pattern.compile(
          "(?i)(?:once|twice|thrice|\\d|one|two|three|four|five|six|every|each|q|[bt]\\.?i\\.?d|o\\.?d).*");

  private final DoseWords words;
  private final DoseParts parts;

  WordedDoses(Vocabulary vocabulary) {
    words = new DoseWords(vocabulary);
    parts = new DoseParts(vocabulary);
  }

  void find(Reading reading, DoseAdjuncts adjuncts) {
    parts.mark(reading);
    counted(reading);
    for (Span phrase : words.in(reading)) {
      int from = reading.sentenceStart(phrase.start());
      int to = reading.sentenceEnd(phrase.start());
      if (!describesAmount(reading, phrase)
          && reading.has(MentionType.DRUG, from, to)
          && !reading.has(MentionType.DOSE, phrase.start(), phrase.end())) {
        String as = lower(reading, phrase.start(), phrase.end());
        reading.add(
            new Draft(
                MentionType.DOSE,
                phrase.start(),
                phrase.end(),
                "triggers.tsv: dose-word",
                Dose.inWords(as)));
      }
    }
    if (!reading.isCell()) {
      schedulesAlone(reading, adjuncts);
    }
  }

  /** A loading dose of 8 mg/kg is one dose: its words go to the amount beside them. */
  private static boolean describesAmount(Reading reading, Span phrase) {
    String text = reading.text();
    for (Draft draft : reading.drafts(MentionType.DOSE)) {
      boolean before =
          draft.start() >= phrase.end() && isBefore(text.substring(phrase.end(), draft.start()));
      boolean after =
          draft.end() <= phrase.start() && text.substring(draft.end(), phrase.start()).isBlank();
      Dose dose = (Dose) draft.normal();
      if ((before || after) && dose.value() != null && dose.as() == null) {
        reading.replace(draft, draft.with(dose.as(lower(reading, phrase.start(), phrase.end()))));
        return true;
      }
    }
    return false;
  }

  private static boolean isBefore(String between) {
    return BESIDE.matcher(between).matches() || TOLD.matcher(between).matches();
  }

  /** How many doses of a drug somebody had. */
  private static void counted(Reading reading) {
    Matcher matcher = COUNTED.matcher(reading.text());
    while (matcher.find()) {
      ReportedNumber number = Numbers.parse(matcher.group(1));
      boolean drug =
          reading
              .covering(MentionType.DRUG, matcher.end(), matcher.end() + 1)
              .anyMatch(draft -> ((Drug) draft.normal()).kind() != Drug.Kind.PLACEBO);
      int end = matcher.end() - " of ".length();
      if (number != null && drug && !reading.has(MentionType.DOSE, matcher.start(), end)) {
        reading.add(
            new Draft(
                MentionType.DOSE,
                matcher.start(),
                end,
                "number of doses",
                Dose.of(number, "{dose}")));
        reading.spend(matcher.start(), end);
      }
    }
  }

  /** A drug's schedule, in a sentence that tells no amount: {@code insulin four times a day}. */
  private static void schedulesAlone(Reading reading, DoseAdjuncts adjuncts) {
    for (Draft draft : reading.drafts(MentionType.DRUG)) {
      Drug.Kind kind = ((Drug) draft.normal()).kind();
      Matcher gap = GIVEN.matcher(reading.text()).region(draft.end(), reading.text().length());
      if (kind == Drug.Kind.PLACEBO || kind == Drug.Kind.METABOLITE || !gap.lookingAt()) {
        continue;
      }
      int from = reading.sentenceStart(draft.start());
      int to = reading.sentenceEnd(draft.start());
      DoseAdjuncts.@Nullable Found schedule =
          reading.has(MentionType.DOSE, from, to) ? null : adjuncts.startingAt(gap.end());
      if (schedule != null
          && schedule.schedule().frequency() != null
          && OFTEN.matcher(reading.text().substring(schedule.start(), schedule.end())).matches()) {
        Dose dose =
            Dose.inWords(lower(reading, schedule.start(), schedule.end()))
                .with(schedule.schedule());
        reading.add(
            new Draft(
                MentionType.DOSE,
                schedule.start(),
                schedule.end(),
                "schedule without amount",
                dose));
      }
    }
  }

  private static String lower(Reading reading, int start, int end) {
    return reading.text().substring(start, end).toLowerCase(Locale.ROOT);
  }
}
