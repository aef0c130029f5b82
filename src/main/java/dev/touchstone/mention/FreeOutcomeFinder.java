package dev.touchstone.mention;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds outcomes that no lexicon lists, by the place of their words in the sentence: what {@code
 * was} a figure, what {@code occurred in} so many, what a {@code rate of} is told, what was {@code
 * reduced}.
 */
final class FreeOutcomeFinder {

  private static final Set<String> CHANGES =
      Set.of(
          "reduction",
          "decrease",
          "increase",
          "improvement",
          "rise",
          "decline",
          "change",
          "drop",
          "fall",
          "gain",
          "difference",
          "reductions",
          "decreases",
          "increases",
          "improvements",
          "changes",
          "differences");

  /** Verbs whose subject is somebody and whose object is what happened to him. */
  private static final Pattern WITNESS =
      Pattern.compile(
          "(?:had|have|has|experienced|developed|achieved|showed|suffered|reported|attained|required|needed|demonstrated|exhibited|presented|obtained|reached|sustained|maintained)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PEOPLE =
      Pattern.compile(
          "patients?|women|men|children|subjects|participants|infants|adults|individuals|people|persons|volunteers|eyes|pts|those|girls|boys|males|females|mothers|mice|rats|animals|dogs");
  private static final Pattern SOMEBODY =
      Pattern.compile(
          "(?is)(?:.*\\b)?(?:patients?|women|men|children|subjects?|participants?|infants?|adults|individuals|people|persons|volunteers|eyes|cases|pts|those|who|they|groups?|arms?|cohorts?|girls|boys|males|females|mothers|parents|controls?|responders|recipients|survivors|majority|one|two|three|four|five|six|seven|eight|nine|ten|none|\\d+|%|percent|half|third|quarter|all|some|most)\\b(?:\\s?[)\\]])?");

  private static final Set<String> AMOUNTS =
      Set.of(
          "rate",
          "rates",
          "incidence",
          "proportion",
          "percentage",
          "frequency",
          "prevalence",
          "risk",
          "number",
          "level",
          "levels",
          "concentration",
          "concentrations",
          "score",
          "scores",
          "amount",
          "duration",
          "time");

  /** Heads of phrases that tell how a figure was made, not of what it is. */
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "mean|median|total|average|dose|doses|age|ages|period|range|maximum|minimum|cut-?off|follow-up|sample|group|cohort|course|value|values|weeks?|months?|years?|days?|interval|least|excess|power|basis|use|top|all|out|%|level|number|fraction|factor|ratio of",
          Pattern.CASE_INSENSITIVE);

  /** What somebody does that is no result. */
  private static final Pattern NO_RESULT =
      Pattern.compile(
          "given|treated|dosed|randomi[sz]ed|assigned|allocated|enrolled|recruited|included|entered|observed|seen|found|compared|associated|reported|rated|said|noted|analy[sz]ed|evaluated|assessed|used|based|consuming|followed|considered|defined|shown|showed|demonstrated|resulted|tolerated|reduced|increased|decreased|improved|identified|screened|stratified|excluded|performed|studied|monitored|measured|calculated|was|were|is|are|did|do|be|comparable|similar|superior|inferior|available|eligible|evaluable|aged|scheduled|planned|judged|described|obtained|invited|asked|took|went|began|started",
          Pattern.CASE_INSENSITIVE);

  /** Verbs whose object is what changed. */
  private static final Pattern CAUSES =
      Pattern.compile(
          "(?:reduc|increas|improv|decreas|lower|rais|prolong|enhanc|accelerat|slow|delay|shorten|induc|caus|produc|show|demonstrat|requir|yield|achiev|provid|gave|resulted|led|associated|elevat|diminish|suppress|attenuat|preserv|revealed|indicated|had|doubl)\\p{L}*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HANDLED =
      Pattern.compile(
          "kept|stored|incubated|cultured|administered|given|performed|repeated|scheduled|planned|infused|injected|diluted|dissolved|centrifuged|washed|dosed|taken|added|set");
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:(?:the|main|primary|secondary|co-primary|composite|principal) )*(?:end[ -]?points?|outcomes?|objectives?|aims?)(?: measures?)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ROSE =
      Pattern.compile("increased|decreased|declined|fell|rose|dropped|improved");
  private static final Pattern TREATMENT =
      Pattern.compile(
          "(?is)(?:.*\\b)?(?:treatments?|therap(?:y|ies)|administration|addition|regimens?|combination|intervention|supplementation|drugs?|agents?|program(?:me)?)|(?:treatment|therapy|administration|addition|use|supplementation|intervention|combination)\\s(?:with|of)\\b.*");

  private static final Pattern NO_OUTCOME =
      Pattern.compile(
          "(?:patients?|women|men|children|subjects?|participants?|groups?|arms?|study|studies|trials?|analysis|results?|patient|treatment|therapy|dose|doses|regimen|data|age|(?:mean|median) age|year|years|months?|weeks?|days?|p|value|ratio|interval|hazard ratio|odds ratio|ci|confidence interval|%|percent|total|cases?|people|drug|placebo|controls?|cohort|sample size|figure|table|median follow-up|follow-up|randomi[sz]ation|others?|difference|significance|tests?|method|(?:.*\\s)?(?:models?|methods?)|one|two|half|third|maximum|minimum|cycles?|level|levels|percentages?|population|weight factor|factor|body surface area)",
          Pattern.CASE_INSENSITIVE);

  /** Nothing that is measured begins with a figure or with who was treated, or is a unit. */
  private static final Pattern NOT_IN_IT =
      Pattern.compile(
          "(?i)^[\\d.,<>=±%-]|\\d\\s?%|^(?:eyes|patients|women|men|children|subjects|participants|those)\\b.*\\b(?:receiving|treated|given|assigned|with|in|on)\\b|^(?:mm|mm ?hg|mg/m|j/cm|kg|ml|microm|bpm|min|minutes?|mg|significant|significance)$|\\bvs\\b|^(?:significant )?(?:difference|decrease|increase)s?$");

  void find(Reading reading) {
    for (Sentence sentence : reading.sentences()) {
      List<Token> tokens = sentence.tokens();
      if (!tokens.isEmpty() && hasFigure(tokens)) {
        new Search(reading, tokens, new Clause(tokens)).run();
      }
    }
  }

  private static boolean hasFigure(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.tag().equals("CD"));
  }

  private record Search(Reading reading, List<Token> tokens, Clause clause) {

    void run() {
      for (int i = 0; i < tokens.size(); i++) {
        String word = lower(i);
        if (CHANGES.contains(word)) {
          changeIn(i);
        } else if (NounPhrases.isNoun(tokens.get(i))
            && i + 2 < tokens.size()
            && lower(i + 1).equals("of")
            && figureAt(i + 2)
            && figureIn(i + 2, Math.min(tokens.size(), i + 7))
            && !NO_FIGURE.matcher(word).matches()
            && !SOMEBODY.matcher(word).matches()) {
          add(NounPhrases.chainStart(tokens, i, 0), i + 1, "noun phrase before its figure");
        } else if (word.matches("cases|episodes|instances") && figureIn(Math.max(0, i - 1), i)) {
          casesOf(i);
        } else if (AMOUNTS.contains(word)
            && i + 1 < tokens.size()
            && tokens.get(i + 1).text().equals("of")) {
          amountOf(i);
        }
      }
      for (int i = 1; i < tokens.size(); i++) {
        boolean past = tokens.get(i).tag().equals("VBD");
        boolean present = lower(i).matches("is|are") && figureAt(i + 1);
        if (past || present) {
          verb(i);
        } else if (tokens.get(i).text().matches("[(\\[]") && figureAt(i + 1)) {
          beforeBracket(i);
        }
      }
    }

    /**
     * What a clause with a figure reports: its subject ({@code the mean score was 59.0}); where
     * that is somebody, what he did or had ({@code 58% of the patients completed the course}).
     */
    private void verb(int verb) {
      int reach = clauseEnd(verb + 1);
      int last = subjectEnd(verb);
      if (last < 0 || isRelative(last)) {
        return;
      }
      int first = clause.subjectStart(verb, last);
      boolean somebody = isSomebody(clause.start(verb), last);
      boolean treatment = endsInDrug(last) || TREATMENT.matcher(text(first, last + 1)).matches();
      boolean before = figureIn(Math.max(0, clause.start(verb)), last + 1);
      boolean behind = figureIn(verb + 1, reach);
      if (!before && !behind) {
        return;
      }
      int object = behind ? object(verb, reach) : -1;
      if (object >= 0) {
        add(object, NounPhrases.chainEnd(tokens, object, reach), "what changed");
      } else if (behind
          && endsInDrug(last)
          && ROSE.matcher(lower(verb)).matches()
          && lower(verb + 1).matches("in|by|from|to|more|less")) {
        add(first, verb + 1, "level of a substance");
      } else if (somebody) {
        predicate(verb, reach);
      } else if (behind && !state(verb) && !treatment && !isHandled(verb)) {
        add(first, last + 1, "subject of a clause with a figure");
      }
    }

    private boolean isSomebody(int first, int last) {
      return SOMEBODY.matcher(lower(last)).matches()
          || opensWithPeople(first, last)
          || tokens.get(last).text().equals("%")
              && !figureIn(last + 1, Math.min(tokens.size(), last + 3));
    }

    /** {@code 58% of the 36 patients assigned to A}. */
    private boolean opensWithPeople(int first, int last) {
      for (int i = first; i <= Math.min(last, first + 7); i++) {
        if (PEOPLE.matcher(lower(i)).matches()) {
          return true;
        }
        if (!tokens.get(i).tag().matches("CD|DT|IN|JJ|JJR|RB|RBR|,|PDT")
            && !tokens.get(i).text().matches("%|percent|[()]|RESULTS")) {
          return false;
        }
      }
      return false;
    }

    /** {@code was successful in 25 of 96}: the state is what was counted. */
    private boolean state(int verb) {
      boolean be = lower(verb).matches("was|were");
      if (be
          && verb + 3 < tokens.size()
          && tokens.get(verb + 1).tag().equals("JJ")
          && lower(verb + 2).equals("in")
          && (figureAt(verb + 3) || lower(verb + 3).equals("all"))
          && countsPeople(verb + 3)
          && !NO_RESULT.matcher(lower(verb + 1)).matches()
          && !lower(verb + 1).matches("present|common|frequent|high|low|absent|likely|evident")) {
        add(verb + 1, verb + 2, "state that people were in");
        return true;
      }
      return false;
    }

    /** {@code were kept at 37 °C}: what was done with it is no result. */
    private boolean isHandled(int verb) {
      for (int i = verb + 1; i < Math.min(tokens.size(), verb + 3); i++) {
        if (HANDLED.matcher(lower(i)).matches()) {
          return true;
        }
      }
      return false;
    }

    private boolean countsPeople(int from) {
      for (int i = from; i < Math.min(tokens.size(), from + 6); i++) {
        if (PEOPLE.matcher(lower(i)).matches()) {
          return true;
        }
      }
      return false;
    }

    /** {@code reduced the median time to discharge from …}: first token of what a verb changes. */
    private int object(int verb, int reach) {
      int at = verb;
      while (at + 1 < reach
          && (tokens.get(at).tag().startsWith("RB")
              || lower(at).matches("was|were|has|have|is|are|been"))) {
        at++;
      }
      boolean passive = at > verb && !lower(at).matches("associated|accompanied");
      if (passive || !CAUSES.matcher(lower(at)).matches()) {
        return -1;
      }
      at++;
      while (at < reach
          && (tokens.get(at).tag().matches("DT|PRP\\$|RB|RBR|JJR|IN|TO")
              || lower(at).matches("significant|significantly|greater|more|fewer|higher"))) {
        if (lower(at).matches("by|from|at|than|after|for|as|during|within")) {
          return -1;
        }
        at++;
      }
      boolean noun = at < reach && NounPhrases.end(tokens, at, reach) > at;
      if (!noun
          || tokens.get(at).tag().equals("CD")
          || CHANGES.contains(lower(NounPhrases.end(tokens, at, reach) - 1))) {
        return -1;
      }
      return at;
    }

    /** {@code 4 cases (20%) of hypotony}. */
    private void casesOf(int noun) {
      int at = noun + 1;
      if (at < tokens.size() && tokens.get(at).text().equals("(")) {
        while (at < tokens.size() && !tokens.get(at).text().equals(")")) {
          at++;
        }
        at++;
      }
      if (at + 1 < tokens.size() && lower(at).equals("of")) {
        add(at + 1, NounPhrases.chainEnd(tokens, at + 1, tokens.size()), "cases of something");
      }
    }

    private boolean isRelative(int last) {
      return lower(last).matches("who|which|that|there|it|we|this|these|they|he|she");
    }

    private boolean endsInDrug(int last) {
      return reading.has(MentionType.DRUG, tokens.get(last).start(), tokens.get(last).end());
    }

    private int clauseEnd(int from) {
      for (int i = from; i < tokens.size(); i++) {
        boolean next =
            tokens.get(i).text().matches("[;:]") && i > from
                || lower(i).matches("whereas|while|although|but")
                || i > from + 3 && clause.isFinite(i) && lower(i - 1).matches("and|that|which");
        if (next) {
          return i;
        }
      }
      return tokens.size();
    }

    /** A number that is no year, dose, time point or the like. */
    private boolean figureIn(int from, int to) {
      for (int i = from; i < to; i++) {
        Token token = tokens.get(i);
        if (token.tag().equals("CD") && !reading.isSpent(token.start(), token.end())
            || token.text().equals("%")) {
          return true;
        }
      }
      return false;
    }

    /** Last token of what stands before a verb, brackets, adverbs and places left out. */
    private int subjectEnd(int verb) {
      int last = verb - 1;
      while (last >= 0
          && (tokens.get(last).tag().matches("RB|MD|VBD|VBZ|VBP|VBN|RBR")
                  && !NounPhrases.isNoun(tokens.get(last))
              || tokens.get(last).text().matches("[,)\\]]"))) {
        last = tokens.get(last).text().matches("[)\\]]") ? opening(last) - 1 : last - 1;
      }
      return withoutPlace(last);
    }

    /**
     * {@code completed prophylaxis}, {@code had a score below average}, {@code died of infection}.
     */
    private void predicate(int verb, int reach) {
      int first = verb;
      while (first < reach
          && (tokens.get(first).tag().startsWith("RB")
              || lower(first).matches("was|were|is|are|had|has|have|been|be|did|not")
                  && first + 1 < reach
                  && tokens.get(first + 1).tag().matches("VBN|VBD|VB|RB|JJ"))) {
        first++;
      }
      if (first >= reach) {
        return;
      }
      int object = first + 1;
      boolean witness = WITNESS.matcher(lower(first)).matches();
      while (object < reach
          && tokens.get(object).tag().matches("DT|PRP\\$|IN|TO|RB")
          && object < first + 4) {
        object++;
      }
      int end = NounPhrases.chainEnd(tokens, object, reach);
      if (end > object && CHANGES.contains(lower(end - 1))) {
        return;
      }
      if (witness || lower(first).matches("was|were|is|are")) {
        add(object, end, "what somebody had");
      } else if ((tokens.get(first).tag().startsWith("V") || tokens.get(first).tag().equals("JJ"))
          && !NO_RESULT.matcher(lower(first)).matches()) {
        add(first, end > object && object <= first + 3 ? end : first + 1, "what somebody did");
      }
    }

    /** {@code heart rate (80 vs 81)}: what stands before a bracket with a figure. */
    private void beforeBracket(int bracket) {
      int last = bracket - 1;
      if (last < 1 || SOMEBODY.matcher(lower(last)).matches()) {
        return;
      }
      int first = NounPhrases.chainStart(tokens, last, 0);
      int before = first - 1;
      while (before >= 0 && tokens.get(before).tag().matches("DT|PRP\\$")) {
        before--;
      }
      boolean place =
          before >= 0
              && lower(before)
                  .matches(
                      "with|than|versus|vs\\.?|v|to|receiving|received|on|by|at|after|either|=");
      if (first <= last && !place) {
        add(first, last + 1, "noun phrase before a bracket");
      }
    }

    private boolean figureAt(int at) {
      int next = at;
      while (next < tokens.size() && next < at + 4 && isApproximate(next)) {
        next++;
      }
      return next < tokens.size() && tokens.get(next).tag().equals("CD") && !isPerson(next + 1);
    }

    private boolean isApproximate(int at) {
      String word = lower(at);
      return tokens.get(at).tag().startsWith("RB")
          || word.matches(
              "approximately|about|around|only|<|>|=|~|[±(]|roughly|nearly|than|or|more|less|at|least|established");
    }

    private boolean isPerson(int at) {
      return at < tokens.size()
          && lower(at).matches("patients?|women|men|children|subjects|participants|years?");
    }

    private int opening(int close) {
      for (int i = close; i >= 0 && close - i < 14; i--) {
        if (tokens.get(i).text().equals("(")) {
          return i;
        }
      }
      return close;
    }

    /** Goes back over {@code in the placebo group}, {@code of patients}, {@code at 3 minutes}. */
    private int withoutPlace(int end) {
      int last = end;
      for (int steps = 0; steps < 3 && last > 1; steps++) {
        int start = NounPhrases.start(tokens, last, 0);
        if (start > last) {
          return last;
        }
        int before = start - 1;
        if (before >= 0 && tokens.get(before).tag().equals("DT")) {
          before--;
        }
        String words = text(start, last + 1);
        boolean place =
            before > 0
                && lower(before).matches("in|with|for|among|at|on|after|during|within|of|by")
                && (words.matches(
                        "(?is).*\\b(?:groups?|arms?|patients?|women|men|children|subjects|participants|months?|weeks?|days?|minutes?|hours?|years?|therapy|treatment|cohort|study|trial|baseline)")
                    || reading.has(
                        MentionType.DRUG, tokens.get(start).start(), tokens.get(last).end()))
                && (!lower(before).equals("of")
                    || words.matches(
                        "(?is).*\\b(?:patients?|women|men|children|subjects|participants)"));
        if (!place) {
          return last;
        }
        last = before - 1;
      }
      return last;
    }

    /** {@code a 56.9 percent reduction in the Irritability score}. */
    private void changeIn(int noun) {
      if (noun + 2 >= tokens.size() || !lower(noun + 1).matches("in|of|from")) {
        return;
      }
      int first = noun + 2;
      while (first < tokens.size() && tokens.get(first).tag().matches("DT|PRP\\$")) {
        first++;
      }
      int end = NounPhrases.chainEnd(tokens, first, tokens.size());
      if (end > first) {
        add(first, end, "what changed");
      }
    }

    /** {@code the rate of blood transfusion}. */
    private void amountOf(int noun) {
      int first = NounPhrases.start(tokens, noun, 0);
      int end = NounPhrases.chainEnd(tokens, noun, tokens.size());
      if (first <= noun && end > noun + 2) {
        add(first, end, "amount of something");
      }
    }

    private void add(int first, int end, String origin) {
      if (first >= end || end - first > 14) {
        return;
      }
      int start = tokens.get(first).start();
      int stop = tokens.get(end - 1).end();
      String label = reading.text().substring(start, stop);
      String head = tokens.get(end - 1).text();
      boolean taken =
          reading.has(MentionType.OUTCOME, start, stop)
              || reading.has(MentionType.DOSE, start, stop)
              || reading.has(MentionType.STUDY, start, stop)
              || reading.has(MentionType.PARTICIPANTS, start, stop);
      boolean drugAlone =
          reading
              .covering(MentionType.DRUG, start, stop)
              .anyMatch(draft -> draft.start() <= start && draft.end() >= stop);
      boolean dosing =
          label.matches(
              "(?is).*\\b(?:dose|doses|dosage)\\b(?!\\s(?:intensity|reduction|modification)).*");
      boolean unit =
          first > 0
              && tokens.get(first - 1).tag().equals("CD")
              && end - first <= 2
              && !NounPhrases.isNoun(tokens.get(first - 1));
      boolean announced =
          ANNOUNCED.matcher(label).matches()
              && !(end < tokens.size() && lower(end).matches("occurred|happened"));
      if (taken
          || announced
          || unit
          || NOT_IN_IT.matcher(label).find()
          || SOMEBODY.matcher(head).matches()
          || drugAlone
          || dosing
          || NO_OUTCOME.matcher(label).matches()
          || NO_OUTCOME.matcher(head).matches() && end - first == 1) {
        return;
      }
      Outcome outcome =
          new Outcome(
              "OTHER",
              label.replaceAll("\\s+", " "),
              statistic(label),
              null,
              null,
              label.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT),
              null,
              "result");
      reading.add(new Draft(MentionType.OUTCOME, start, stop, origin, outcome));
    }

    private static @Nullable String statistic(String label) {
      String words = label.toLowerCase(Locale.ROOT);
      if (words.contains("median")) {
        return "median";
      }
      if (words.matches("(?s).*\\b(?:mean|average)\\b.*")) {
        return "mean";
      }
      return words.matches(
              "(?s).*\\b(?:rates?|incidence|proportion|percentage|frequency|prevalence)\\b.*")
          ? "rate"
          : null;
    }

    private String lower(int at) {
      return tokens.get(at).text().toLowerCase(Locale.ROOT);
    }

    private String text(int first, int end) {
      return first >= end
          ? ""
          : reading.text().substring(tokens.get(first).start(), tokens.get(end - 1).end());
    }
  }
}
