package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a study that a sentence names for itself: {@code Among 38 patients treated at the
 * MTD, …}.
 */
final class SentenceGroup {

  private static final int LONGEST_LABEL = 80;
  private static final Pattern INTRO =
      Pattern.compile(
          "(?i)(?:^|[,;:.]\\s|^\\p{Lu}+[:]?\\s)\\W*(?:(?:overall|here|thus|however|also|and),?\\s)?(?:of|among|in|for)\\s+(?:the |all |a )?(?:(?:subset|subgroup|cohort|group|total) of )?(?:these |those )?$");
  private static final Pattern IN_ARM =
      Pattern.compile(
          "(?i)\\s(?:[\\p{L}-]+\\s){0,2}(?:who\\s(?:were\\s|had\\s)?)?(?:(?:randomi[sz]ed|randomly assigned|assigned|allocated) to|in|on|receiving|received|given|treated with|treated in)\\s(?:receive\\s)?(?:the\\s)?");
  private static final Pattern OF_PEOPLE =
      Pattern.compile(
          "\\s*of\\s+(?:the\\s+)?(\\d{1,3}(?:,\\d{3})+|\\d+)\\b(?!\\s*[(%/.])(?:\\s+(?:(?:evaluable|treated)\\s+)?(?:patients|participants|women|men|subjects|animals|mice))?"
              + "(?:\\s+(?:with|who had|whose|in)\\s+([^,;.()]{3,80}?)(?=\\s+(?:had|have|has|achieved|experienced|developed|showed|responded|reported|did|were|was|as|and)\\b|\\s*[,;.(]))?");
  private static final Pattern AT_DOSE =
      Pattern.compile("(?is)(?:.*[,;] )?\\W*(?:at|with|on) (?:the )?(?:dose of )?");
  private static final Pattern AT_MTD =
      Pattern.compile(
          "(?i)\\bat (?:the|this|that) (?:MTD|RP2D|maximum tolerated dose|recommended (?:phase (?:2|II) )?dose)\\b");

  private final Unit unit;
  private final Sentence sentence;
  private final String text;
  private final GroupArms groups;

  SentenceGroup(Unit unit, Sentence sentence, GroupArms groups) {
    this.unit = unit;
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.groups = groups;
  }

  /** The participants that open the sentence, before the given position; null where none do. */
  @Nullable Arm opening(@Nullable Study study, int before) {
    for (Mention mention : unit.mentions(sentence)) {
      if (mention.end() > before) {
        return null;
      }
      String lead = text.substring(sentence.start(), mention.start());
      if (mention.type() != MentionType.PARTICIPANTS
          || mention.origin().equals(Participants.DENOMINATOR)
          || !INTRO.matcher(lead).find()
          || lead.matches("(?s).*\\d\\s?(?:%|percent)\\s.*")
          || isInArm(mention)) {
        continue;
      }
      Participants people = mention.participants();
      int comma = text.indexOf(',', mention.end());
      String words =
          comma > 0 && comma <= before ? text.substring(mention.start(), comma) : mention.text();
      boolean whole = people.role().equals("total") || people.role().equals("evaluable");
      return groups.of(
          study,
          shortened(words),
          whole ? Arm.Role.TOTAL : Arm.Role.SUBGROUP,
          people.n().value().intValue(),
          null,
          mention.id());
    }
    return null;
  }

  /** {@code Of 511 patients randomised to A}: they are the arm that is named. */
  private boolean isInArm(Mention people) {
    for (Mention mention : unit.mentions(sentence)) {
      if ((mention.type() == MentionType.ARM || mention.type() == MentionType.DRUG)
          && mention.start() >= people.end()) {
        return IN_ARM.matcher(text.substring(people.end(), mention.start())).matches();
      }
    }
    return false;
  }

  /** The patients behind a count: {@code 16 (33%) of 48 patients with triple-negative disease}. */
  @Nullable Arm counted(@Nullable Study study, Statement statement) {
    Matcher of = OF_PEOPLE.matcher(text).region(statement.end(), sentence.end());
    if (!of.lookingAt() || of.group(2) == null) {
      return null;
    }
    Integer n = StudyFacts.wholeNumber(of.group(1));
    return groups.of(study, shortened(of.group(2).strip()), Arm.Role.SUBGROUP, n, null, null);
  }

  /** The number of people behind a count, or null. */
  @Nullable ReportedNumber countedOf(Statement statement) {
    Matcher of = OF_PEOPLE.matcher(text).region(statement.end(), sentence.end());
    return of.lookingAt() ? CellReader.number(of.group(1)) : null;
  }

  /** The patients at a dose: {@code At 7.5 mg/kg two of six}, {@code … at the MTD}. */
  @Nullable Arm atDose(@Nullable Study study, Statement statement) {
    for (Mention mention : unit.mentions(sentence)) {
      if (mention.end() > statement.start()) {
        break;
      }
      String lead = text.substring(sentence.start(), mention.start());
      if (mention.type() == MentionType.DOSE && AT_DOSE.matcher(lead).matches()) {
        ReportedNumber of = statement.values().get(0).measure().of();
        return groups.of(
            study,
            mention.text(),
            Arm.Role.SUBGROUP,
            of == null ? null : of.value().intValue(),
            null,
            mention.id());
      }
    }
    Mention tolerated = groups.tolerated(study);
    boolean atIt = AT_MTD.matcher(text.substring(sentence.start(), sentence.end())).find();
    return tolerated == null || !atIt
        ? null
        : groups.of(
            study, tolerated.text() + " (MTD)", Arm.Role.SUBGROUP, null, null, tolerated.id());
  }

  private static String shortened(String words) {
    if (words.length() <= LONGEST_LABEL) {
      return words;
    }
    int blank = words.lastIndexOf(' ', LONGEST_LABEL);
    return words.substring(0, blank < 0 ? LONGEST_LABEL : blank);
  }
}
