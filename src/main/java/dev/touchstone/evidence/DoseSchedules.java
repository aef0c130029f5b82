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
import java.util.regex.Matcher;
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

  /** Nothing but a name leads from one dose of a list to the next. */
  private static final Pattern ALONG =
      Pattern.compile(
          "[\\s),]*(?:and|or|plus|with)?\\s*[\\p{L}-]{0,30}(?:\\s(?:at|in a dose of))?[\\s(]*");

  private static final Pattern GIVEN =
      Pattern.compile(
          "\\)?,?\\s(?:was|were|is|are)\\s(?:\\p{L}+ly\\s)?(?:given|administered|infused|injected|taken)\\b"
              + "((?:(?!\\b(?:followed|then|and|plus|with)\\b)[^;.])*)");

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
    result = result.with(ofVerbBehind(mention, inSentence));
    if (result.frequency() == null) {
      result = result.with(ofLaterDose(result, mention, inSentence));
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

  /** "A (85 mg/m²) and B (400 mg/m²) were infused on day 1, then …": up to the next dose. */
  private Schedule ofVerbBehind(Mention mention, List<Mention> inSentence) {
    int at = inSentence.indexOf(mention);
    while (at + 1 < inSentence.size()
        && ALONG.matcher(textBetween(inSentence.get(at), inSentence.get(at + 1))).matches()) {
      at++;
    }
    if (at + 1 >= inSentence.size()) {
      return Schedule.NONE;
    }
    Matcher given = GIVEN.matcher(textBetween(inSentence.get(at), inSentence.get(at + 1)));
    return given.lookingAt() ? Schedules.parse(given.group(1)) : Schedule.NONE;
  }

  private String textBetween(Mention one, Mention other) {
    return one.end() < other.start() ? text.substring(one.end(), other.start()) : "";
  }

  /**
   * In a list of doses the schedule stands behind the last one. What is given on days of its own is
   * not given daily because another one is.
   */
  private Schedule ofLaterDose(Dose dose, Mention mention, List<Mention> inSentence) {
    return inSentence.stream()
        .filter(other -> other.start() >= mention.end() && other.dose().frequency() != null)
        .filter(other -> text.substring(mention.end(), other.start()).indexOf(';') < 0)
        .findFirst()
        .map(other -> other.dose().schedule())
        .map(
            later ->
                dose.days() != null && isDaily(later)
                    ? new Schedule(null, null, null, later.cycle())
                    : later)
        .orElse(Schedule.NONE);
  }

  private static boolean isDaily(Schedule schedule) {
    return schedule.frequency() != null && schedule.frequency().perDay() != null;
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
