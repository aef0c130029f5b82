package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Words;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What speaks for and against that a number counts all who took part, or those of one arm: how it
 * was found, the words before and behind it, what its sentence does. Each has its weights in {@code
 * people-weights.tsv}, which also explains it.
 */
final class PeopleFeatures {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  private static final Pattern THE =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:the|these|those|all|all the|remaining|other|another|both)\\s$", FLAGS);
  private static final Pattern OF =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:of|among|out of)\\s(?:the\\s|all\\s|these\\s|those\\s|all the\\s)?$",
          FLAGS);
  private static final Pattern IN =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:in|for|from|on|with|by|to|between|involving|including|included)\\s(?:the\\s|all\\s|these\\s|only\\s)?$",
          FLAGS);
  private static final Pattern TAKES_IN =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:randomi[sz]ed|randomi[sz]ing|enrol{1,2}ed|enrol{1,2}ing|recruited|recruiting|included|assigned|allocated|screened|entered|accrued|comprised|involved|involving|studied|registered|invited|approached|analy[sz]ed|evaluated|evaluating|treated|assessed|identified|selected)\\s(?:a total of\\s|about\\s|approximately\\s)?$",
          FLAGS);
  private static final Pattern TOTAL_OF =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:total(?: number)? of|in total,?|overall,|in all,|altogether,?)\\s$",
          FLAGS);
  private static final Pattern N_IS = Pattern.compile(".*(?<![\\p{L}])n\\s?=\\s?$", Pattern.DOTALL);
  private static final Pattern LARGE_N_IS =
      Pattern.compile(".*(?<![\\p{L}])N\\s?=\\s?$", Pattern.DOTALL);
  private static final Pattern OPENS_BRACKET =
      Pattern.compile(".*[(\\[]\\s?(?:[nN]\\s?=\\s?)?$", FLAGS);
  private static final Pattern OF_WHOM =
      Pattern.compile(".*(?<![\\p{L}])of (?:whom|which|these|those|them)[^,]{0,20},?\\s$", FLAGS);
  private static final Pattern LISTED =
      Pattern.compile(".*(?:,|(?<![\\p{L}])(?:and|or|versus|vs\\.?))\\s(?:the\\s)?$", FLAGS);
  private static final Pattern CLAUSE = Pattern.compile(".*[;:]\\s?$", FLAGS);
  private static final Pattern COMPARED =
      Pattern.compile(".*(?:more|less|fewer|at|greater|up to)(?: than| least| most)?\\s$", FLAGS);
  private static final Pattern PER =
      Pattern.compile(".*(?<![\\p{L}])(?:per|every|each)\\s$", FLAGS);
  private static final Pattern FOUND_IN =
      Pattern.compile(
          ".*?([\\p{L}]+)(?:\\s(?:only|also|early|again|completely))?\\s(?:in|by|from|among|for)\\s(?:only\\s|all\\s|another\\s)?$",
          FLAGS);
  private static final Pattern PLANNED =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:will|target|targeted|planned?|accrual|aim|power|sample size|required|needed|would)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern AGE =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:range|aged?|median|mean|IQR|grade|stage|cohorts?|group|groups|arm|phase|day|days|week|cycle|table|figure|level)[:,]?\\s(?:of\\s|was\\s|[\\d.]+\\s?(?:to|and|-)\\s)?$",
          FLAGS);

  private static final Pattern NEXT_WORD = Pattern.compile("[\\s,-]{0,2}([\\p{L}\\d/+'’-]+)");

  /** No people are counted across these. */
  private static final Pattern BREAKS =
      Pattern.compile(
          "(?i)of|to|with|in|for|were|was|the|had|received|underwent|months?|weeks?|years?|days?|cent(?:er|re)s|hospitals|sites|trials|studies");

  private static final int MOST_WORDS = 11;
  private static final Pattern SHARE =
      Pattern.compile("\\s?[\\[(]\\s?\\d{1,3}(?:\\.\\d+)?\\s?%.*", FLAGS);
  private static final Pattern TAKEN =
      Pattern.compile(
          "[)\\]]?(?:\\s\\([^()]{1,30}\\))?\\s(?:who\\s)?(?:(?:were|was|have been|had been|agreed to|consented)\\s)?(?:then\\s|all\\s|also\\s|successfully\\s|prospectively\\s)?(?:\\p{L}+ly\\s)?(?:randomi[sz]ed|enrol{1,2}ed|recruited|assigned|allocated|entered|accrued|included|registered|participated|took part|participating|eligible|consented|screened)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern LATER_TAKEN =
      Pattern.compile(
          "[^.;]{0,120}?\\s(?:were|was|have been|had been)\\s(?:then\\s|all\\s)?(?:\\p{L}+ly\\s)?(?:randomi[sz]ed|enrol{1,2}ed|recruited|assigned|allocated|entered|accrued|included|registered)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern ANALYSED =
      Pattern.compile(
          "[)\\]]?(?:\\s\\([^()]{1,30}\\))?\\s(?:who\\s)?(?:(?:were|was|could be|had)\\s)?(?:\\p{L}+ly\\s)?(?:evaluable|assessable|evaluated|analy[sz]ed|available|completed|complete|assessed|studied|followed|provided|returned|in the (?:final )?analys[ie]s)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern RECEIVED =
      Pattern.compile(
          "[)\\]]?(?:\\s\\([^()]{1,30}\\))?\\s(?:who\\s)?(?:were\\s|was\\s)?(?:actually\\s)?(?:received|receiving|treated|underwent|undergoing|given|taking|took|had been given|chose)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern TO =
      Pattern.compile(
          "[)\\]]?\\s(?:(?:were |was )?(?:randomly )?(?:assigned|allocated|randomi[sz]ed)\\s)?(?:to|into|formed)\\s.*",
          FLAGS);
  private static final Pattern IN_GROUP =
      Pattern.compile("[)\\]]?\\s(?:in|on|from|for|of)\\s(?:the\\s|each\\s|an?\\s)?.*", FLAGS);
  private static final Pattern DESCRIBED =
      Pattern.compile("\\s(?:with|who|aged|having|whose|without|undergoing|scheduled)\\s.*", FLAGS);
  private static final Pattern ENDS_BRACKET = Pattern.compile("\\s?[)\\]].*", FLAGS);
  private static final Pattern ENDS = Pattern.compile("\\s?[.]?\\s?", FLAGS);
  private static final Pattern COMMA = Pattern.compile("[,;].*", FLAGS);
  private static final Pattern AND = Pattern.compile("\\s(?:and|or|versus|vs\\.?)\\s.*", FLAGS);
  private static final Pattern EACH =
      Pattern.compile(
          "[^.;]{0,60}?(?<![\\p{L}])(?:each|per (?:group|arm)|in both (?:groups|arms))(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern ALLOTS =
      Pattern.compile(
          ".*(?<![\\p{L}])(?:randomi[sz]ed (?:to|into|between|in|either|\\()|randomly|assigned|allocated|divided|randomi[sz]ation)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern PLACES =
      Pattern.compile(
          "\\s(?:\\p{L}+\\s){0,2}?(?:cent(?:er|re)s|hospitals|clinics|sites|trials|studies|countries|groups|arms|institutions|items|questions|schools|families|samples|lesions|tumou?rs|biopsies|sessions|doses|events|deaths|instances|episodes|genes|patient-years|person-years|women-years)(?![\\p{L}]).*",
          FLAGS);
  private static final Pattern BY_SIZE =
      Pattern.compile(
          "(?:\\s(?:[\\p{L}-]+))?\\s(?:\\p{L}+[- ])?(?:controls?|placebo)(?![\\p{L}]).*", FLAGS);

  private static final Pattern P_VALUE = Pattern.compile("\\bp\\s?[=<>]", FLAGS);
  private static final Pattern SMALL = Pattern.compile("\\s\\p{Ll}");
  private static final Pattern LARGE = Pattern.compile("\\s\\p{Lu}");
  private static final Pattern SHARE_FIRST =
      Pattern.compile("^\\s?[(\\[]\\s?\\d[\\d.]*\\s?%\\s?[)\\]]");
  private static final Pattern LEADS_IN = Pattern.compile("(?s)[\\s(\\[,;:]*(?:[nN]\\s?=\\s?)?$");
  private static final Pattern CLOSES = Pattern.compile("^[)\\]\\s]+");
  private static final Pattern RELATIVE = Pattern.compile("^(?:who|that|each|also)\\s");

  private static final Pattern CUT =
      Pattern.compile("[;,.()\\[\\]]|(?<![\\p{L}])(?:and|or|versus|vs)(?![\\p{L}])", FLAGS);
  private static final Pattern WITHHELD =
      Pattern.compile(
          "(?<![\\p{L}])(?:no|not|without|non|off|delayed|alone|only)(?![\\p{L}])", FLAGS);

  private final CountedPeople results;
  private final Lexicon<String> control;
  private final Lexicon<String> intervention;
  private final Lexicon<String> customary;
  private final Lexicon<String> novel;
  private final Lexicon<String> people;
  private final Lexicon<String> happened;
  private final Lexicon<String> foundIn;
  private final Lexicon<String> events;

  PeopleFeatures(Vocabulary vocabulary) {
    results = new CountedPeople(vocabulary);
    control = vocabulary.cues("control");
    intervention = vocabulary.cues("intervention");
    customary = vocabulary.cues("customary");
    novel = vocabulary.cues("novel");
    people = vocabulary.cues("people");
    happened = vocabulary.cues("event-verb");
    foundIn = vocabulary.cues("found-in");
    events = vocabulary.cues("event");
  }

  /**
   * Whether a number that nothing else says to count people tells in how many something happened.
   */
  boolean isResult(PeopleCandidate one) {
    String rest = one.rest();
    int noun = noun(rest);
    return results.isResult(one.reading(), one.lead(), one.end() + noun)
        || SHARE.matcher(rest).matches()
        || SHARE.matcher(rest.substring(noun)).matches();
  }

  /** What is true of a number, whatever the others of its document are. */
  Set<String> of(PeopleCandidate one) {
    Set<String> found = new TreeSet<>();
    String text = one.reading().text();
    Draft draft = one.draft();
    found.add(
        "found as: "
            + (one.denominator() ? "denominator" : draft == null ? "a number" : draft.origin()));
    sides(found, one);
    before(found, one);
    behind(found, one);
    String sentence = one.lead() + text.substring(one.start(), one.end()) + one.rest();
    say(found, ALLOTS.matcher(sentence).matches(), "sentence that allots");
    say(found, ALLOTS.matcher(one.lead()).matches(), "behind words that allot");
    say(found, PLANNED.matcher(sentence).matches(), "sentence on what is planned");
    say(found, sentence.contains("%"), "sentence with a share");
    say(found, P_VALUE.matcher(sentence).find(), "sentence with a P value");
    say(found, one.reading().piece().part() == Unit.Part.HEADING, "in a heading");
    say(found, one.size() < 10, "below ten");
    say(found, one.size() >= 10 && one.size() < 20, "ten to nineteen");
    say(found, one.size() >= 200, "two hundred or more");
    say(found, one.size() >= 1000, "a thousand or more");
    say(found, Character.isLetter(text.charAt(one.start())), "in words");
    return found;
  }

  /** Words for a side in what names the people, before a bracket or behind them. */
  private void sides(Set<String> found, PeopleCandidate one) {
    String lead = LEADS_IN.matcher(one.lead()).replaceFirst("");
    String ahead = last(lead);
    String behind = CUT.split(one.rest(), 2)[0];
    behind = behind.substring(0, Math.min(behind.length(), 70));
    say(found, has(control, ahead), "words for a control before it");
    say(found, has(control, behind), "words for a control behind it");
    say(found, has(intervention, ahead), "words for an intervention before it");
    say(found, has(intervention, behind), "words for an intervention behind it");
    say(found, has(customary, ahead), "words for what is customary before it");
    say(found, has(customary, behind), "words for what is customary behind it");
    say(found, WITHHELD.matcher(ahead).find(), "words for what is withheld before it");
    say(found, WITHHELD.matcher(behind).find(), "words for what is withheld behind it");
    say(found, has(novel, ahead) || has(novel, behind), "words for what is new beside it");
  }

  private static String last(String lead) {
    String near = lead.length() > 60 ? lead.substring(lead.length() - 60) : lead;
    String[] parts = CUT.split(near, -1);
    return parts[parts.length - 1];
  }

  private void before(Set<String> found, PeopleCandidate one) {
    String lead = one.lead();
    String near = lead.length() > 90 ? lead.substring(lead.length() - 90) : lead;
    say(found, lead.isBlank(), "opens its sentence");
    say(found, THE.matcher(near).matches(), "known already");
    say(found, OF.matcher(near).matches(), "behind 'of'");
    say(found, IN.matcher(near).matches(), "behind 'in'");
    say(found, TAKES_IN.matcher(near).matches(), "behind a verb of enrolment");
    say(found, TOTAL_OF.matcher(near).matches(), "behind 'a total of'");
    say(found, N_IS.matcher(near).matches(), "behind 'n ='");
    say(found, LARGE_N_IS.matcher(near).matches(), "behind 'N ='");
    say(found, OPENS_BRACKET.matcher(near).matches(), "opens a bracket");
    say(found, lead.lastIndexOf('(') > lead.lastIndexOf(')'), "in a bracket");
    say(found, OF_WHOM.matcher(near).matches(), "behind 'of whom'");
    say(found, LISTED.matcher(near).matches(), "behind 'and'");
    say(found, CLAUSE.matcher(near).matches(), "opens a clause");
    say(found, COMPARED.matcher(near).matches(), "behind 'more than'");
    say(found, PER.matcher(near).matches(), "behind 'per'");
    say(found, AGE.matcher(near).matches(), "behind what is no person");
    say(found, PLANNED.matcher(near).matches(), "behind words of planning");
    Matcher in = FOUND_IN.matcher(near);
    say(found, in.matches() && foundIn.get(in.group(1)) != null, "behind what was found in them");
  }

  private void behind(Set<String> found, PeopleCandidate one) {
    String rest = one.rest();
    int noun = noun(rest);
    say(found, noun > 0 && noun <= 16, "people behind it");
    say(found, noun > 16 && noun <= 50, "people shortly behind it");
    say(found, noun > 50, "people far behind it");
    String tail = noun > 0 ? rest.substring(noun) : rest;
    say(found, noun == 0 && SMALL.matcher(rest).lookingAt(), "a word behind it");
    say(found, noun == 0 && LARGE.matcher(rest).lookingAt(), "a name behind it");
    say(found, SHARE.matcher(rest).matches() || SHARE.matcher(tail).matches(), "a share behind it");
    String after = SHARE_FIRST.matcher(tail).replaceFirst("");
    say(found, TAKEN.matcher(after).matches(), "then: enrolled");
    say(found, LATER_TAKEN.matcher(after).matches(), "later: enrolled");
    say(found, ANALYSED.matcher(after).matches(), "then: analysed");
    say(found, RECEIVED.matcher(after).matches(), "then: treated");
    say(found, TO.matcher(after).matches(), "then: to");
    say(found, IN_GROUP.matcher(after).matches(), "then: in");
    say(found, DESCRIBED.matcher(after).matches(), "then: with");
    say(found, ENDS_BRACKET.matcher(after).matches(), "then: bracket closes");
    say(found, ENDS.matcher(after).matches(), "then: sentence ends");
    say(found, COMMA.matcher(after).matches(), "then: comma");
    say(found, AND.matcher(after).matches(), "then: and");
    say(found, EACH.matcher(rest).matches(), "each");
    say(found, PLACES.matcher(rest).matches(), "of things");
    say(found, BY_SIZE.matcher(rest).matches(), "of controls");
    say(found, begins(happened, after), "then: something happened");
    say(found, has(events, rest.substring(0, Math.min(rest.length(), 40))), "events behind it");
  }

  /** Where the word for people ends behind a number; 0 for none. */
  private int noun(String rest) {
    Matcher words = NEXT_WORD.matcher(rest);
    int at = 0;
    for (int i = 0; i < MOST_WORDS; i++) {
      words.region(at, rest.length());
      if (!words.lookingAt() || BREAKS.matcher(words.group(1)).matches()) {
        return 0;
      }
      if (people.get(words.group(1)) != null) {
        return words.end();
      }
      at = words.end();
    }
    return 0;
  }

  private static boolean begins(Lexicon<String> lexicon, String words) {
    String text = RELATIVE.matcher(CLOSES.matcher(words).replaceFirst("")).replaceFirst("");
    return lexicon.longestAt(text, Words.of(text.substring(0, Math.min(text.length(), 60))), 0)
        != null;
  }

  private static boolean has(Lexicon<String> lexicon, String words) {
    return !lexicon.longest(words, Words.of(words)).isEmpty();
  }

  /** Adds a feature where it holds. */
  static void say(Set<String> found, boolean holds, String feature) {
    if (holds) {
      found.add(feature);
    }
  }
}
