package dev.touchstone.mention;

import dev.touchstone.quantity.PrintedNumber;
import dev.touchstone.quantity.PrintedNumber.Form;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds how many people took part: {@code 123 patients}, {@code (n=83)}, {@code Of 138 patients}.
 */
final class ParticipantsFinder {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE;
  private static final String PEOPLE =
      "(?:patients?|subjects?|participants?|women|men|children|adults|individuals|persons|people|volunteers|infants|neonates|girls|boys|cases|eyes|females|males|pts|adolescents|mothers|outpatients|inpatients|parturients|survivors|smokers|respondents|nurses|students|caregivers|carers|carriers|volunteers|veterans|residents|workers|controls)(?![\\p{L}-])";
  private static final Pattern N_IS = Pattern.compile("(?<![\\p{L}])([nN])\\s?=\\s?$");
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\s(?:(?!and\\b|or\\b|of\\b|to\\b|with\\b|in\\b|for\\b|were\\b|was\\b|the\\b|months?\\b|weeks?\\b|years?\\b|days?\\b|cent(?:er|re)s\\b|hospitals\\b|clinics\\b|sites\\b|trials\\b|studies\\b)[\\p{L}][\\p{L}/-]*,?\\s){0,4}?"
              + PEOPLE,
          FLAGS);

  /** {@code 268 pre- and postmenopausal, node-positive breast cancer patients}. */
  private static final Pattern COUNTED_LONG =
      Pattern.compile(
          "\\s(?:(?!of\\b|to\\b|with\\b|in\\b|were\\b|was\\b|the\\b|months?\\b|weeks?\\b|years?\\b|days?\\b|cent(?:er|re)s\\b|hospitals\\b|clinics\\b|sites\\b|trials\\b|studies\\b)[\\p{L}\\d][\\p{L}\\d/+-]*,?\\s){0,10}?"
              + PEOPLE,
          FLAGS);

  private static final Pattern ENROLLED =
      Pattern.compile(
          "(?<![\\p{L}])(?:randomi[sz]ed|enrol{1,2}ed|enrol{1,2}ing|recruited|included|entered|accrued|registered|allocated|assigned|screened|eligible|evaluable|evaluated|assess(?:ed|able)|analy[sz]ed|treated|comprised|comprising|covering|consisted|involving|receive[ds]?|underwent|studied|participated|completed|available|were)(?![\\p{L}])",
          FLAGS);

  /** {@code 49 pre- and postmenopausal Latinas were randomly assigned}: people by what is done. */
  private static final Pattern TAKEN_IN =
      Pattern.compile(
          "(?:\\s\\(\\d{1,3}(?:\\.\\d+)?\\s?%\\))?(?:\\s(?!(?:of|which|whom|months?|weeks?|years?|days?|doses?|cycles?|sites|cent(?:er|re)s|hospitals|clinics|trials|studies|countries|events|mg)\\b)[\\p{L}\\d/+%-]+,?){0,12}?\\s(?:were|was|have been|had been|agreed to|consented and were|consented to)\\s(?:then\\s|all\\s|prospectively\\s|recruited and\\s|enrolled and\\s)?(?:\\p{L}+ly\\s)?(?:randomi[sz]|enrol|recruited|assigned|allocated|entered|accrued|included)",
          FLAGS);

  /** In these people something happened; they are a result. */
  private static final Pattern HAPPENED =
      Pattern.compile(
          "(?:occurred|observed|seen|reported|achieved|documented|detected|noted|found|recorded|developed|diagnosed|removed|present|experienced|obtained)\\s(?:in|by|from|among)\\s(?:only\\s)?$|(?<![\\p{L}])per\\s$|[\\p{L})]-$|(?:more|less|fewer|at) (?:than|least)\\s$",
          FLAGS);

  private static final Pattern SPLIT =
      Pattern.compile(
          "(?<![\\p{L}])(?:or|either|versus|vs|ratio|versus|(?:one|two|three|four) (?:(?:study|treatment|parallel|equal) )?(?:arms|groups)|and(?= [^.;]{0,40}(?:groups|arms)))(?![\\p{L}])|\\d:\\d|\\([^()]{0,30}[nN] ?=",
          FLAGS);
  private static final Pattern CUT =
      Pattern.compile(
          "(?<![\\p{L}])(?:to|or|and|vs\\.?|versus|either|with|received|receive|of|the|in)\\s|[;:,)\\]]\\s?",
          FLAGS);

  /** A short name in brackets behind the name: {@code usual care (UC) (n = 42)}. */
  private static final Pattern BRIEF =
      Pattern.compile("(?<=[\\p{L}\\d])\\s?\\((\\p{L}[^()]{0,22})\\)$");

  /** {@code BRCA1/2}: the number is part of a name. */
  private static final Pattern IN_NAME = Pattern.compile("\\p{L}\\d*/$");

  /** A sentence with none of these that begins with people is a heading of them. */
  private static final Pattern STATES =
      Pattern.compile(
          "(?<!who )(?<!that )(?<![\\p{L}])(?:was|were|had|has|have|is|are|did|can|could|may|will)(?![\\p{L}])",
          FLAGS);

  private static final Pattern DESCRIBED =
      Pattern.compile(
          "\\s(?:with|who|aged|scheduled|at|between|after|from|in|\\p{L}{2,}ing)\\s", FLAGS);

  private static final Pattern LISTED =
      Pattern.compile(
          "\\s(?:in(?! (?:the )?(?:first|second|\\d))|to|on|with|received?|receiving|were (?:assigned|allocated|randomi[sz]ed)|assigned|allocated|randomi[sz]ed|treated|given|underwent)(?![\\p{L}])",
          FLAGS);
  private static final Pattern NEXT_LISTED =
      Pattern.compile(
          "[^.;]{2,90}?(?:,|\\band|;|\\bor|\\bversus|\\bvs\\.?)\\s(?:and\\s)?(?:the\\s)?\\d[\\d,]*\\s(?:in|to|on|with|receiv|given|were|assigned|allocated|randomi[sz]ed|treated|underwent).*",
          FLAGS | Pattern.DOTALL);
  private static final Pattern WHOLE_BEHIND =
      Pattern.compile(
          "\\s(?:were\\s(?:eligible|evaluable|available|enrolled|analy[sz]ed|included)|completed the (?:study|trial))",
          FLAGS);
  private static final Pattern OF_WHOM =
      Pattern.compile(
          "(?<![\\p{L}])(?:of (?:whom|which|these|those|them)(?: patients| women)?),?\\s$", FLAGS);
  private static final Pattern THEN_TREATED =
      Pattern.compile(
          "\\s(?:received|(?:were|was) (?:\\p{L}+ly )?(?:treated|evaluable|eligible|analy[sz]ed|included|randomi[sz]ed|assess|assigned|allocated)|completed|entered|underwent|could be|formed)",
          FLAGS);
  private static final Pattern ENROLLING =
      Pattern.compile(
          "(?:randomi[sz](?:ed|ing)|enrol{1,2}(?:ed|ing)|recruit(?:ed|ing)|includ(?:ed|ing)|assigned|allocated|screened|treated|comprised|involved|studied|entered|accrued)\\s(?:a total of\\s|about\\s|approximately\\s)?$",
          FLAGS);
  private static final Pattern GROUND =
      Pattern.compile(
          "(?:(?<![\\p{L}])(?:of|among|in|total of|subset of|subgroup of|for|from|on|the|all|these|cohort of|with)\\s(?:the\\s|all\\s|these\\s|a total of\\s)?)$",
          FLAGS);
  private static final Pattern OUTCOME_VERB =
      Pattern.compile(
          "(?:\\s(?:\\p{L}+ly|each|also|who|in each group))?\\s(?:had|experienced|achieved|developed|showed|responded|died|discontinued|withdrew|suffered|became|declined|refused|dropped out|were (?:excluded|lost|ineligible|withdrawn|diagnosed|hospitali[sz]ed)|relapsed|progressed|required|needed|achieving|experiencing|with (?:a )?(?:complete|partial|grade))(?![\\p{L}])",
          FLAGS);
  private static final Pattern EVALUABLE =
      Pattern.compile(
          "(?<![\\p{L}])(?:evaluable|assessable|measurable|evaluated|(?<!we )assessed(?! for eligib)|analy[sz]ed|evaluation)(?![\\p{L}])",
          FLAGS);
  private static final Pattern CONTROL =
      Pattern.compile(
          "(?<![\\p{L}])(?:placebo|controls?|no treatment|usual care|standard|observation|comparator|sham|untreated)(?![\\p{L}])",
          FLAGS);
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?<![\\p{L}])(?:all|overall|total|entire|whole|intention[- ]to[- ]treat|ITT|randomi[sz]ed)(?![\\p{L}])",
          FLAGS);
  private static final Pattern SHARE =
      Pattern.compile("\\s?[\\[(]\\s?\\d{1,3}(?:\\.\\d+)?\\s?%", FLAGS);

  private static final int FEWEST_IN_HEADING = 10;

  private final UnitReader units;
  private final CountedPeople results;

  ParticipantsFinder(Vocabulary vocabulary) {
    units = new UnitReader(vocabulary.units());
    results = new CountedPeople(vocabulary);
  }

  void find(Reading reading) {
    List<PrintedNumber> numbers = reading.numbers();
    for (int i = 0; i < numbers.size(); i++) {
      PrintedNumber number = numbers.get(i);
      if (number.form() != Form.FRACTION
          && number.number().decimals() == 0
          && number.number().value().signum() > 0
          && !PeopleCandidates.isYear(reading.text(), number)
          && !reading.isSpent(number.start(), number.end())) {
        one(reading, number, i > 0 ? numbers.get(i - 1) : null);
      }
    }
  }

  private void one(Reading reading, PrintedNumber number, @Nullable PrintedNumber before) {
    String text = reading.text();
    int sentence = reading.sentenceStart(number.start());
    String lead = text.substring(Math.max(sentence, number.start() - 90), number.start());
    Matcher n = N_IS.matcher(lead);
    if (n.find()) {
      // 65% (n=35) tells a count, a name before (n=83) a group.
      boolean count =
          lead.matches("(?s).*%\\s?[(\\[]\\s?[nN]\\s?=\\s?$")
              || CountedPeople.hasShare(text, number.end())
              || text.substring(number.end(), Math.min(text.length(), number.end() + 10))
                  .matches("(?s)\\s(?:events?|deaths?|cases)\\b.*")
              || lead.substring(0, n.start()).matches("(?is).*\\b(?:events?|deaths?)\\s?[(\\[]$");
      if (!count) {
        String name =
            named(lead.substring(0, n.start()).replaceAll("[\\s(\\[,;]+$", ""), reading.isCell());
        add(
            reading,
            number,
            reading.isCell() ? roleInCell(reading, name) : PeopleRole.OTHERS,
            name,
            "n =");
      }
      return;
    }
    if (reading.isCell() && !reading.piece().header()) {
      return;
    }
    boolean first =
        lead.isBlank()
            || lead.matches(
                "(?is).*(?:total of|overall,|in total,|in all,|enrolled|recruited|included)\\s$");
    Matcher counted =
        (first ? COUNTED_LONG : COUNTED)
            .matcher(text)
            .region(
                number.end(),
                reading.isCell() ? text.length() : reading.sentenceEnd(number.start()));
    if (units.at(text, number.end()) != null) {
      return;
    }
    if (HAPPENED.matcher(lead).find()
        || IN_NAME.matcher(lead).find()
        || number.start() < text.length() && isCode(text, number)) {
      return;
    }
    if (!reading.isCell() && takenIn(reading, number, sentence, lead)) {
      return;
    }
    if (!counted.lookingAt()) {
      bare(reading, number, sentence, lead);
      return;
    }
    int end = counted.end();
    boolean partOf =
        before != null
            && text.substring(before.end(), number.start())
                .matches(
                    "(?s)\\s?(?:%?\\s?[)\\]]\\s?)?(?:(?:out )?of(?: the)?|in(?: every)?|/)\\s?");
    boolean share =
        SHARE.matcher(text).region(end, text.length()).lookingAt()
            || SHARE.matcher(text).region(number.end(), text.length()).lookingAt();
    if (partOf || share) {
      return;
    }
    String clause = text.substring(sentence, reading.sentenceEnd(number.start()));
    boolean ground = GROUND.matcher(lead).find();
    boolean enrolled = ENROLLED.matcher(clause).find();
    boolean begun = ENROLLING.matcher(lead).find();
    boolean result = !begun && OUTCOME_VERB.matcher(text).region(end, text.length()).lookingAt();
    if (result && !ground
        || !begun && results.isResult(reading, lead, end)
        || !(ground
            || enrolled
            || begun
            || isHeading(
                lead, number, clause, text.substring(end, reading.sentenceEnd(number.start())))
            || reading.piece().part() != Unit.Part.TEXT)) {
      return;
    }
    String label = text.substring(number.end(), end).strip();
    add(reading, number, PeopleRole.OTHERS, label, "number of people");
  }

  /** {@code 41 women with asthma starting oral therapy.} */
  private static boolean isHeading(String lead, PrintedNumber number, String clause, String rest) {
    return lead.isBlank()
        && number.number().value().intValue() >= FEWEST_IN_HEADING
        && DESCRIBED.matcher(rest).lookingAt()
        && !STATES.matcher(clause).find();
  }

  private static boolean splits(Reading reading, int end) {
    String rest = reading.text().substring(end, reading.sentenceEnd(end - 1));
    return SPLIT.matcher(rest).find();
  }

  /** A leading zero makes it the number of a trial. */
  private static boolean isCode(String text, PrintedNumber number) {
    return text.charAt(number.start()) == '0';
  }

  /** Whoever is enrolled or randomised is people, by whatever noun. */
  private static boolean takenIn(Reading reading, PrintedNumber number, int sentence, String lead) {
    String text = reading.text();
    boolean opens =
        lead.isBlank()
            || lead.matches(
                "(?is).*(?:total of|overall,|in total,|in all,|of whom|of which|of these,?|\\b(?:approached|screened|enrolled|included|invited|registered),(?: and)?|\\d{4},|trial,|study,|approximately)\\s$");
    Matcher taken =
        TAKEN_IN.matcher(text).region(number.end(), reading.sentenceEnd(number.start()));
    if (!opens || !taken.lookingAt()) {
      return false;
    }
    int end = taken.end();
    String rest = text.substring(end, Math.min(text.length(), end + 70));
    boolean one =
        rest.matches("(?is)\\p{L}*\\s(?:to|into)\\s.*") && !splits(reading, end) && !lead.isBlank();
    boolean whole = !reading.has(MentionType.PARTICIPANTS, sentence, number.start());
    boolean ofWhom = lead.matches("(?is).*(?:of whom|of which)\\s$");
    if (one || ofWhom && !splits(reading, end) || !whole && lead.isBlank()) {
      return false;
    }
    String label =
        text.substring(number.end(), end)
            .replaceFirst("(?is)\\s(?:were|was|have been|had been|agreed|consented)\\s.*$", "")
            .strip();
    add(reading, number, PeopleRole.OTHERS, label, "number of people");
    return true;
  }

  /**
   * {@code 45 patients in the escalation, 32 in two weekly schedules}; {@code of whom 147 received
   * a dose}.
   */
  private static void bare(Reading reading, PrintedNumber number, int sentence, String lead) {
    String text = reading.text();
    boolean listed =
        lead.matches(
                "(?s).*(?:,|;|\\band|,\\sand|\\bor|\\bto|\\bversus|\\bvs\\.?|(?:,|\\band|\\bor)\\sthe)\\s$")
            && LISTED.matcher(text).region(number.end(), text.length()).lookingAt()
            && reading.has(MentionType.PARTICIPANTS, sentence, number.start());
    boolean opensList =
        lead.matches("(?s).*(?:^|\\(\\s?|groups?[,:;]\\s(?:the\\s)?|allocated\\s|assigned\\s)$")
            && LISTED.matcher(text).region(number.end(), text.length()).lookingAt()
            && NEXT_LISTED
                .matcher(text)
                .region(number.end(), reading.sentenceEnd(number.start()))
                .lookingAt();
    boolean counted =
        lead.matches("(?s)(?:.*(?:,|;|\\band|\\bof which|\\bthus)\\s)$")
            && WHOLE_BEHIND.matcher(text).region(number.end(), text.length()).lookingAt()
            && reading.has(MentionType.PARTICIPANTS, sentence, number.start());
    boolean ofWhom =
        OF_WHOM.matcher(lead).find()
            && THEN_TREATED.matcher(text).region(number.end(), text.length()).lookingAt();
    if (listed || ofWhom || opensList || counted) {
      String tail =
          text.substring(
              number.end(), Math.min(reading.sentenceEnd(number.start()), number.end() + 60));
      String clause = tail.split("[;,.]|\\band\\b", 2)[0];
      add(reading, number, PeopleRole.OTHERS, clause.strip(), "number in a list of people");
    }
  }

  /** The name, with its short form where that stands in brackets. */
  private static String named(String lead, boolean cell) {
    Matcher brief = BRIEF.matcher(lead);
    return !cell && brief.find()
        ? nearest(lead.substring(0, brief.start()), false) + " " + brief.group(1)
        : nearest(lead, cell);
  }

  /**
   * The name that a figure in brackets stands behind: what follows the last {@code to}, {@code or},
   * comma.
   */
  private static String nearest(String lead, boolean cell) {
    if (cell) {
      return lead;
    }
    String name = lead;
    Matcher cut = CUT.matcher(lead);
    while (cut.find()) {
      name = lead.substring(cut.end());
    }
    return name.strip();
  }

  private static String roleInCell(Reading reading, String name) {
    if (CONTROL.matcher(name).find()) {
      return "control";
    }
    if (EVALUABLE.matcher(name).find()) {
      return "evaluable";
    }
    boolean drug = !reading.drafts(MentionType.DRUG).isEmpty();
    return drug ? "intervention" : TOTAL.matcher(name).find() ? "total" : PeopleRole.OTHERS;
  }

  private static void add(
      Reading reading, PrintedNumber number, String role, String label, String origin) {
    int start = number.start();
    int end = number.end();
    Participants people = new Participants(number.number(), role, label);
    reading.add(new Draft(MentionType.PARTICIPANTS, start, end, origin, people));
    reading.spend(start, end);
  }
}
