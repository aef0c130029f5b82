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

  private static final Set<String> BE =
      Set.of("was", "were", "is", "are", "averaged", "reached", "totaled", "totalled", "remained");
  private static final Set<String> HAPPEN =
      Set.of(
          "occurred",
          "observed",
          "seen",
          "reported",
          "noted",
          "found",
          "present",
          "developed",
          "recorded",
          "achieved",
          "detected",
          "obtained");
  private static final Set<String> CHANGE =
      Set.of(
          "increased",
          "decreased",
          "reduced",
          "improved",
          "declined",
          "fell",
          "rose",
          "dropped",
          "lower",
          "higher",
          "greater",
          "shorter",
          "longer",
          "better",
          "worse",
          "similar",
          "comparable",
          "lowered",
          "elevated",
          "prolonged",
          "changed",
          "less",
          "more");
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

  /** What is told as a figure: {@code a preclinical index of 4}. */
  private static final Set<String> FIGURES =
      Set.of(
          "index",
          "ratio",
          "score",
          "titer",
          "titre",
          "concentration",
          "volume",
          "bioavailability",
          "potency",
          "affinity",
          "clearance",
          "count",
          "level",
          "value");

  private static final Pattern NO_OUTCOME =
      Pattern.compile(
          "(?:patients?|women|men|children|subjects?|participants?|groups?|arms?|study|studies|trials?|analysis|results?|patient|treatment|therapy|dose|doses|regimen|data|age|(?:mean|median) age|year|years|months?|weeks?|days?|p|value|ratio|interval|hazard ratio|odds ratio|ci|confidence interval|%|percent|total|cases?|people|drug|placebo|controls?|cohort|sample size|figure|table|end ?points?|median follow-up|follow-up|randomi[sz]ation|others?|difference|significance|tests?|method|model|one|two|half|third|maximum|minimum|cycles?|level|levels|percentages?|population|weight factor|factor|body surface area)",
          Pattern.CASE_INSENSITIVE);

  void find(Reading reading) {
    for (Sentence sentence : reading.sentences()) {
      List<Token> tokens = sentence.tokens();
      if (!tokens.isEmpty() && hasFigure(tokens)) {
        new Search(reading, tokens).run();
      }
    }
  }

  private static boolean hasFigure(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> token.tag().equals("CD"));
  }

  private record Search(Reading reading, List<Token> tokens) {

    void run() {
      for (int i = 0; i < tokens.size(); i++) {
        String word = tokens.get(i).text().toLowerCase(Locale.ROOT);
        if (BE.contains(word)) {
          copula(i);
        } else if (HAPPEN.contains(word) && figureWithin(i + 1, 5)) {
          subject(i);
        } else if (CHANGES.contains(word)) {
          changeIn(i);
        } else if (FIGURES.contains(word)
            && i + 1 < tokens.size()
            && tokens.get(i + 1).text().equals("of")
            && figureAt(i + 2)) {
          add(NounPhrases.start(tokens, i, 0), i + 1, "noun phrase before its figure");
        } else if (AMOUNTS.contains(word)
            && i + 1 < tokens.size()
            && tokens.get(i + 1).text().equals("of")) {
          amountOf(i);
        }
      }
    }

    /** {@code the mean score was 59.0}; {@code levels were reduced 86%}. */
    private void copula(int verb) {
      int next = verb + 1;
      while (next < tokens.size() && tokens.get(next).tag().startsWith("RB")) {
        next++;
      }
      boolean figure = figureAt(next);
      boolean change =
          next < tokens.size()
              && (CHANGE.contains(lower(next)) || HAPPEN.contains(lower(next)))
              && figureWithin(next + 1, 14);
      if (figure || change) {
        subject(verb);
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

    private boolean figureWithin(int from, int reach) {
      for (int i = from; i < Math.min(tokens.size(), from + reach); i++) {
        if (tokens.get(i).tag().equals("CD")) {
          return true;
        }
        if (tokens.get(i).text().matches("[;:]")) {
          return false;
        }
      }
      return false;
    }

    /** The noun phrase before a verb, without what only says in whom. */
    private void subject(int verb) {
      int last = verb - 1;
      while (last >= 0
          && (tokens.get(last).tag().matches("RB|MD|VBD|VBZ|VBP|VBN")
                  && !NounPhrases.isNoun(tokens.get(last))
              || tokens.get(last).text().matches("[,)]"))) {
        if (tokens.get(last).text().equals(")")) {
          last = opening(last) - 1;
        } else {
          last--;
        }
      }
      last = withoutPlace(last);
      if (last >= 0) {
        add(NounPhrases.chainStart(tokens, last, 0), last + 1, "noun phrase before a figure");
      }
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
      if (taken
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
      return reading.text().substring(tokens.get(first).start(), tokens.get(end - 1).end());
    }
  }
}
