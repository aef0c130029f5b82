package dev.touchstone.evidence;

import dev.touchstone.mention.Condition;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Unit;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which diseases and states a document is about: those of the people who took part and those that a
 * treatment is to cure, ease or prevent. Each counts once, where it is named first; a wider name of
 * one that was named before is none of its own.
 */
final class StudiedConditions {

  private static final Pattern PEOPLE_BEFORE =
      Pattern.compile(
          "\\b(?:patients?|women|men|children|subjects?|adults?|participants?|people|individuals|infants|survivors|those|history|diagnos\\p{L}+|in|for|of|against)(?:\\s(?:with|of|from|having|had|who|an?|the|either)|\\s[\\p{L}-]+,?){0,6}\\s$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PEOPLE_BEHIND =
      Pattern.compile(
          "\\s(?:patients?|women|men|survivors|children|cases|trials?|subjects)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** The words of a society or a group of trialists go on with a capital. */
  private static final Pattern NAME_BEHIND =
      Pattern.compile(
          "\\s(?:[A-Z][\\p{L}-]+\\s){0,4}(?:Groups?|Society|Association|Institute|Project|Trials?|Foundation|Center|Centre|Programme?|Research|Study|Consortium|Registry|Questionnaire|Index|Inventory)\\b.*",
          Pattern.DOTALL);

  /**
   * The name of a scale goes on with what it measures; who was adjusted for is nobody's disease.
   */
  private static final Pattern NAME_BEFORE =
      Pattern.compile(
          "(?:\\b(?:Criteria|Scale|Scales|Index|Inventory|Questionnaire|Score|Assessment)\\s(?:in|for|of)|\\b[Aa]djust(?:ed|ing|ment)\\sfor|\\b[Cc]ontrolling\\sfor)\\s(?:the\\s|[\\p{L}-]+,?\\s){0,3}$");

  /** What may stand between "prevention of" and what is prevented. */
  private static final Pattern GAP =
      Pattern.compile(
          "\\s(?:(?:the|of|in|and|severity|incidence|number|frequency|development|onset|[\\p{L}]+-induced|[\\p{L}]+-related|induced|chronic|acute|delayed|persistent|severe|major|post[\\p{L}]+|chemotherapy|radiation|patients'?)[\\s-])*",
          Pattern.CASE_INSENSITIVE);

  private static final int LEAD = 90;

  private final Lexicon<String> indication;

  StudiedConditions(Vocabulary vocabulary) {
    indication = vocabulary.cues("indication");
  }

  /** What of a document's conditions is kept, and what of its outcomes is one. */
  final class Reading {

    private final Set<String> told = new HashSet<>();
    private final List<Set<String>> names = new ArrayList<>();
    private final MentionIds ids;

    Reading(MentionIds ids) {
      this.ids = ids;
    }

    /** Whether a condition is one that the document is about and has not named before. */
    boolean keeps(Unit unit, Mention mention) {
      String text = unit.reading().text();
      String before = text.substring(Math.max(0, mention.start() - LEAD), mention.start());
      String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + LEAD));
      boolean about =
          unit.cell() != null
              || unit.part() == Unit.Part.HEADING
              || PEOPLE_BEFORE.matcher(before).find()
              || PEOPLE_BEHIND.matcher(behind).matches()
              || isTreated(text, mention.start());
      return about
          && !NAME_BEHIND.matcher(behind).matches()
          && !NAME_BEFORE.matcher(before).find()
          && isNew(mention.text(), ((Condition) mention.normal()).name());
    }

    /** The condition that an adverse event is where a sentence says that it is treated. */
    @Nullable Mention treated(Unit unit, Mention event) {
      Outcome outcome = event.outcome();
      String text = unit.reading().text();
      if (outcome.term() == null
          || !outcome.code().equals("AE")
          || !isTreated(text, event.start())
          || !isNew(event.text(), outcome.term())) {
        return null;
      }
      return ids.mention(
          MentionType.CONDITION,
          unit,
          event.start(),
          event.end(),
          "what is treated or prevented",
          new Condition(outcome.term()));
    }

    private boolean isNew(String text, String name) {
      Set<String> words = new HashSet<>();
      Words.of(text).forEach(word -> words.add(word.key()));
      if (!told.add(name.toLowerCase(Locale.ROOT))
          || names.stream().anyMatch(earlier -> earlier.containsAll(words))) {
        return false;
      }
      names.add(words);
      return true;
    }
  }

  /** "Prevention of X", "treating severe X". */
  private boolean isTreated(String text, int at) {
    int from = Math.max(0, at - LEAD);
    String before = text.substring(from, at);
    for (Hit<String> hit : indication.longest(before, Words.of(before))) {
      if (GAP.matcher(before.substring(hit.end())).matches()) {
        return true;
      }
    }
    return false;
  }
}
