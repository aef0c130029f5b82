package dev.touchstone.evidence;

import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Schedule;
import dev.touchstone.mention.Schedules;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives a dose the schedule that its sentence tells elsewhere, {@code A at 350 mg/m² or B at 75
 * mg/m², given every 3 weeks}, or that the sentence before told for it.
 */
final class DoseSchedules {

  /** "A weekly schedule of", "Q3W doses rose": what stands before belongs to the dose behind it. */
  private static final Pattern LEADS_IN =
      Pattern.compile(
          "\\b(?:schedule|dosing|doses?|regimen)\\b(?:\\s+(?:of|it|was|is)){0,3}\\s*$",
          Pattern.CASE_INSENSITIVE);

  private final Unit unit;
  private final String text;
  private final List<Mention> doses;
  private final Map<Mention, Dose> resolved;

  /**
   * @param doses those of the unit, in order
   * @param resolved the doses that have their schedule already
   */
  DoseSchedules(Unit unit, List<Mention> doses, Map<Mention, Dose> resolved) {
    this.unit = unit;
    this.text = unit.reading().text();
    this.doses = doses;
    this.resolved = resolved;
  }

  Dose of(Mention mention) {
    Dose dose = mention.dose();
    Sentence sentence = DoseDrugs.sentenceOf(unit, mention);
    if (sentence == null) {
      return dose;
    }
    List<Mention> inSentence = doses.stream().filter(other -> within(other, sentence)).toList();
    String before = clauseBefore(mention, sentence, inSentence);
    Schedule leading = Schedules.parse(before);
    Dose result = LEADS_IN.matcher(before).find() ? dose.with(leading) : dose;
    if (result.frequency() == null) {
      result = result.with(ofLaterDose(mention, inSentence));
    }
    result = result.with(behindLastDose(mention, sentence, inSentence));
    if (result.frequency() == null) {
      result = result.with(leading);
    }
    if (result.frequency() == null) {
      result = result.with(ofSameAmount(mention));
    }
    if (result.frequency() == null && result.cycle() == null && result.days() == null) {
      result = result.with(ofSentenceBefore(sentence));
    }
    return result;
  }

  private String clauseBefore(Mention mention, Sentence sentence, List<Mention> inSentence) {
    int from = Math.max(sentence.start(), text.lastIndexOf(';', mention.start()) + 1);
    int index = inSentence.indexOf(mention);
    if (index > 0) {
      from = Math.max(from, inSentence.get(index - 1).end());
    }
    return text.substring(Math.min(from, mention.start()), mention.start());
  }

  /** In a list of doses the schedule stands behind the last one. */
  private Schedule ofLaterDose(Mention mention, List<Mention> inSentence) {
    return inSentence.stream()
        .filter(other -> other.start() >= mention.end() && other.dose().frequency() != null)
        .filter(other -> text.substring(mention.end(), other.start()).indexOf(';') < 0)
        .findFirst()
        .map(other -> other.dose().schedule())
        .orElse(Schedule.NONE);
  }

  private Schedule behindLastDose(Mention mention, Sentence sentence, List<Mention> inSentence) {
    int semicolon = text.indexOf(';', mention.end());
    int to = semicolon >= 0 ? Math.min(semicolon, sentence.end()) : sentence.end();
    int from = inSentence.get(inSentence.size() - 1).end();
    return from < to ? Schedules.parse(text.substring(from, to)) : Schedule.NONE;
  }

  private Schedule ofSameAmount(Mention mention) {
    return resolved.entrySet().stream()
        .filter(other -> other.getKey() != mention && other.getValue().frequency() != null)
        .filter(other -> sharesAmount(mention.dose(), other.getValue()))
        .findFirst()
        .map(other -> new Schedule(other.getValue().frequency(), null, null, null))
        .orElse(Schedule.NONE);
  }

  private static boolean sharesAmount(Dose one, Dose other) {
    var value = one.value();
    return value != null
        && Objects.equals(one.unit(), other.unit())
        && Stream.of(other.value(), other.low(), other.high())
            .filter(Objects::nonNull)
            .anyMatch(number -> number.value().compareTo(value.value()) == 0);
  }

  /** A sentence that tells a schedule and no dose speaks of the doses behind it. */
  private Schedule ofSentenceBefore(Sentence sentence) {
    Schedule nearest = Schedule.NONE;
    for (Sentence earlier : unit.sentences()) {
      if (earlier.start() >= sentence.start()) {
        break;
      }
      if (doses.stream().noneMatch(dose -> within(dose, earlier))) {
        Schedule schedule = Schedules.parse(text.substring(earlier.start(), earlier.end()));
        boolean tells =
            schedule.cycle() != null
                || schedule.days() != null
                || (schedule.frequency() != null && schedule.route() != null);
        nearest = tells ? schedule : nearest;
      }
    }
    return nearest;
  }

  private static boolean within(Mention mention, Sentence sentence) {
    return mention.start() >= sentence.start() && mention.end() <= sentence.end();
  }
}
