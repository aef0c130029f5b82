package dev.touchstone.evidence;

import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the values of one sentence: which outcome each reports, and of whom. */
final class SentenceEvidence {

  private static final Pattern PAIRED =
      Pattern.compile(
          "\\b(?:vs\\.?|versus|and|compared (?:with|to)|against|than|or|while|whereas)\\b|,|^\\s?/\\s?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_A_RESULT =
      Pattern.compile(
          "(?:\\b(?:for|within|after|every|at|over|up to|until|during|first|last|least|lasting|following|by|between|each|per|below|above|aged|e\\.g\\.|such as)|[<>≥≤])[\\s,(]*(?:the |about |approximately |an? |least |to |first |last |a median of )*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PARAPHRASE =
      Pattern.compile("(?i)\\s*,?\\s*or\\s+(?:about |roughly )?");
  private static final Pattern OBSERVED =
      Pattern.compile(
          "(?i)\\W*(?:was|were|had been|have been)?\\s*(?:observed|seen|reported|recorded|noted|achieved|documented)\\b.*",
          Pattern.DOTALL);
  private static final Pattern TO_DOSE =
      Pattern.compile("(?is)[^,;.]{0,60}?(?:\\b(?:was|is|of|at|be)\\b|:)[^,;.]{0,40}");
  private static final Pattern BY_TREATMENT =
      Pattern.compile(
          "(?i)\\b(?:(?:treatment|drug)[- ]related|toxic|(?:attributed|attributable|related|due) to (?:the )?(?:treatment|study drug|study treatment|adverse events?|toxicity))\\b");

  /** "Treatment was discontinued because of adverse events": what was done, not the events. */
  private static final Pattern DONE_FOR =
      Pattern.compile(
          "(?i).*\\b(?:(?<stop>discontinu|withdr[ae]w|stopped)|(?<less>reduc)|(?<pause>interrupt|delay))\\w*\\b[^,;]{0,40}\\b(?:because of|due to|owing to|for|following|caused by)\\s+(?:an?\\s+|any\\s+)?",
          Pattern.DOTALL);

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)\\b(?:it|this|these|they|rates?|figures?|values?|proportions?|percentages?|incidences?|frequenc(?:y|ies)|difference|corresponding)\\b");
  private static final Pattern BRACKETED_BOUNDS =
      Pattern.compile("\\s*\\(\\s*(\\d+(?:\\.\\d+)?)\\s*(?:-|–|to|,)\\s*(\\d+(?:\\.\\d+)?)\\s*\\)");
  private static final Pattern EVENT_GRADE =
      Pattern.compile("(?i)[^,;:.]{0,40}\\bgrade[^,;:.]{0,60}\\bevents?\\b");

  /** "Keratitis or another disorder of any grade". */
  private static final Pattern OF_GRADE =
      Pattern.compile("(?i)[^,;:.\\d]{0,60}\\bof (?:any grade|grade \\S+)");

  /** A median follow-up or age is that of the people, not of the outcome. */
  private static final Pattern AVERAGE =
      Pattern.compile("\\b(median|mean|average)\\b(?!\\s(?:follow|age|duration of follow))");

  private static final Set<String> RESPONSES = Set.of("CR", "PR", "ORR", "PCR");

  private final Unit unit;
  private final Sentence sentence;
  private final String text;
  private final StudyContext studies;
  private final Outcomes known;
  private final ProseArms proseArms;
  private final Carried before;
  private final List<Mention> outcomes;
  private final List<Statement> statements;
  private final RowArms arms;
  private final List<EvidenceRecord> records = new ArrayList<>();
  private Carried carries;

  SentenceEvidence(
      Unit unit,
      Sentence sentence,
      StudyContext studies,
      Outcomes known,
      ProseArms proseArms,
      Carried before) {
    this.unit = unit;
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.studies = studies;
    this.known = known;
    this.proseArms = proseArms;
    this.before = before;
    this.outcomes =
        unit.mentions(sentence).stream()
            .filter(mention -> mention.type() == MentionType.OUTCOME)
            .filter(mention -> !mention.outcome().code().equals("OTHER") || !isCondition(mention))
            .toList();
    this.statements = withoutParaphrases(Statements.of(unit, sentence));
    this.arms = new RowArms(unit, sentence, statements, proseArms, before);
    this.carries =
        new Carried(
            outcomes.isEmpty() ? before.outcome() : outcomes.get(outcomes.size() - 1),
            before.order(),
            arms.groupAfter(studies.studyAt(unit, sentence.end())));
    List<Arm> named = arms.inOrderNamed(studies.studyAt(unit, sentence.end()));
    if (named.size() > 1) {
      carries = new Carried(carries.outcome(), named, carries.group());
    }
  }

  private boolean isCondition(Mention outcome) {
    return unit.mentions(MentionType.CONDITION).stream()
        .anyMatch(
            condition -> condition.start() < outcome.end() && outcome.start() < condition.end());
  }

  /**
   * "The largest gain in liposarcoma (15.6 vs. 8.4 months)": the disease right before a bracket.
   */
  private @Nullable String diseaseBefore(Statement statement) {
    int bracket = text.lastIndexOf('(', statement.start());
    for (Mention mention : unit.mentions(sentence)) {
      boolean before =
          bracket > 0
              && mention.end() <= bracket
              && text.substring(mention.end(), bracket).isBlank();
      if (mention.type() == MentionType.CONDITION
          && before
          && text.indexOf(')', bracket) >= statement.end()) {
        return mention.text();
      }
    }
    return null;
  }

  Carried carries() {
    return carries;
  }

  List<EvidenceRecord> read() {
    readDoses();
    readDenied();
    int at = 0;
    Row last = null;
    while (at < statements.size()) {
      int end = at + 1;
      while (end < statements.size() && pairs(statements.get(end - 1), statements.get(end))) {
        end++;
      }
      Row row =
          read(
              statements.subList(at, end),
              at == 0 ? sentence.start() : statements.get(at - 1).end(),
              end < statements.size() ? statements.get(end).start() : sentence.end(),
              last);
      last = row == null ? last : row;
      at = end;
    }
    return records;
  }

  /** What was read from a row of statements. */
  private record Row(Mention outcome, int end, List<Whose> arms) {}

  /** "132 hours, or five and a half days" tells one value twice. */
  private List<Statement> withoutParaphrases(List<Statement> all) {
    List<Statement> told = new ArrayList<>();
    for (Statement statement : all) {
      Statement previous = told.isEmpty() ? null : told.get(told.size() - 1);
      if (previous == null
          || !PARAPHRASE.matcher(text.substring(previous.end(), statement.start())).matches()) {
        told.add(statement);
      }
    }
    return told;
  }

  /**
   * Whether two statements tell one outcome of two groups: "4.3 months with A and 4.5 months with
   * B".
   */
  private boolean pairs(Statement one, Statement other) {
    if (one.compares() || !one.resembles(other)) {
      return false;
    }
    String gap = text.substring(one.end(), other.start());
    return !outcomeBetween(one.end(), other.start())
        && !Outcomes.differ(text, outcomes, one, other)
        && gap.length() <= 120
        && PAIRED.matcher(gap).find()
        && gap.indexOf(';') < 0
        && gap.indexOf(':') < 0;
  }

  private boolean outcomeBetween(int from, int to) {
    return outcomes.stream().anyMatch(outcome -> outcome.start() >= from && outcome.end() <= to);
  }

  private @Nullable Row read(List<Statement> row, int from, int to, @Nullable Row last) {
    Statement first = row.get(0);
    Measure value = first.values().get(0).measure();
    String lead = text.substring(sentence.start(), first.start());
    if (value.kind() == Kind.DURATION && NOT_A_RESULT.matcher(lead).find()) {
      return null;
    }
    boolean comparesLast =
        first.compares() && last != null && !outcomeBetween(last.end(), first.start());
    Mention outcome =
        comparesLast && last != null ? last.outcome() : known.of(text, outcomes, row, from, to);
    boolean carried = false;
    if (outcome == null && goesOn(row)) {
      carried = true;
      outcome = before.outcome();
    }
    if (outcome == null || isAnnounced(outcome, value) || isLimit(value)) {
      return null;
    }
    boolean bareCount =
        value.kind() == Kind.COUNT && first.values().size() == 1 && value.of() == null;
    boolean bareNumber = value.kind() == Kind.NUMBER;
    if ((bareCount || bareNumber) && !carried && !Outcomes.bound(text, first, outcome)) {
      return null;
    }
    List<Whose> whose = new ArrayList<>();
    List<Study> each = new ArrayList<>();
    row.forEach(statement -> each.add(studies.studyAt(unit, statement.end())));
    if (first.compares()) {
      boolean pair =
          comparesLast
              && last != null
              && last.arms().size() == 2
              && last.arms().stream().allMatch(one -> one.arms().size() == 1);
      List<Arm> both =
          pair && last != null
              ? List.of(last.arms().get(0).arms().get(0), last.arms().get(1).arms().get(0))
              : arms.compared(each.get(0), first);
      row.forEach(statement -> whose.add(Whose.both(both)));
    } else if (row.size() > 1 && each.stream().distinct().count() == 1) {
      arms.ofRow(row, each.get(0)).forEach(one -> whose.add(Whose.of(one)));
    } else {
      for (int i = 0; i < row.size(); i++) {
        Study study = each.get(i);
        Attached arm =
            arms.of(
                row.get(i),
                study,
                i == 0 ? from : row.get(i - 1).end(),
                i + 1 < row.size() ? row.get(i + 1).start() : to);
        List<Arm> pair = Studies.pair(study);
        // A note on a drug speaks of that drug where it names nobody.
        whose.add(arm == null && pair.size() == 2 ? Whose.open(pair) : Whose.of(arm));
      }
    }
    for (int i = 0; i < row.size(); i++) {
      add(row.get(i), outcome, whose.get(i), each.get(i));
    }
    List<Arm> order =
        whose.stream()
            .filter(one -> one.arms().size() == 1)
            .map(one -> one.arms().get(0))
            .distinct()
            .toList();
    carries = new Carried(outcome, order.size() > 1 ? order : carries.order(), carries.group());
    int end = row.get(row.size() - 1).end();
    return new Row(outcome, end, whose);
  }

  /**
   * Whether a sentence without an outcome of its own goes on about the last one: it tells of
   * groups, or takes up its last word ("the predicted index was").
   */
  private boolean goesOn(List<Statement> row) {
    Mention told = before.outcome();
    Statement first = row.get(0);
    if (told == null
        || !outcomes.isEmpty()
        || !known.fits(told.outcome(), first.values().get(0).measure())) {
      return false;
    }
    String lead = text.substring(sentence.start(), first.start());
    String label = told.outcome().label();
    String lastWord = label.substring(label.lastIndexOf(' ') + 1);
    boolean takesUp =
        lastWord.length() > 3
            && lead.toLowerCase(Locale.ROOT)
                .contains(" " + lastWord.toLowerCase(Locale.ROOT) + " ");
    boolean groupsTold = row.size() > 1 || arms.namesAny() || first.values().size() > 1;
    return takesUp || (groupsTold && (lead.length() <= 30 || PRONOUN.matcher(lead).find()));
  }

  /** An endpoint that is announced, with the time at which it will be looked at. */
  private static boolean isAnnounced(Mention outcome, Measure value) {
    return "endpoint".equals(outcome.outcome().use())
        && (value.kind() == Kind.NUMBER || value.kind() == Kind.COUNT);
  }

  /** "Clearance above 50 mL/min" is a condition of entry. */
  private static boolean isLimit(Measure value) {
    boolean open = value.comparator() != Comparator.EQUAL && value.comparator() != Comparator.ABOUT;
    return open && (value.kind() == Kind.NUMBER || value.kind() == Kind.DURATION);
  }

  private void add(Statement statement, Mention outcomeMention, Whose its, @Nullable Study study) {
    boolean exact = statement.has(Kind.COUNT) || statement.has(Kind.PERCENT);
    ReportedNumber people = arms.peopleBehind(statement);
    for (Mention value : statement.values()) {
      Measure measure = withUnit(value.measure(), statement);
      // "about half of the patients (50.8%)" is one value, told twice.
      if (measure.kind() != Kind.FRACTION || !exact) {
        add(
            statement.start(),
            statement.end(),
            measure.kind() == Kind.COUNT && measure.of() == null ? of(measure, people) : measure,
            value.id(),
            outcomeMention,
            outcome(outcomeMention, statement, measure),
            its,
            study);
      }
    }
    Measure bounds = bounds(statement);
    if (bounds != null) {
      Outcome outcome = outcome(outcomeMention, statement, bounds);
      add(statement.start(), statement.end(), bounds, null, outcomeMention, outcome, its, study);
    }
  }

  /** An interval has the unit of its estimate. */
  private static Measure withUnit(Measure measure, Statement statement) {
    String unit = statement.values().get(0).measure().unit();
    boolean bounds = measure.kind() == Kind.CI && measure.unit() == null && unit != null;
    return bounds
        ? new Measure(
            measure.kind(),
            measure.value(),
            measure.low(),
            measure.high(),
            measure.level(),
            measure.comparator(),
            unit,
            measure.of(),
            measure.missing())
        : measure;
  }

  private static Measure of(Measure count, @Nullable ReportedNumber people) {
    return new Measure(
        count.kind(),
        count.value(),
        count.low(),
        count.high(),
        count.level(),
        count.comparator(),
        count.unit(),
        people,
        count.missing());
  }

  /**
   * "7.0 months (95% CI 5.4 to 7.2) vs 4.9 months (4.0 to 5.5)": the second interval is of the same
   * kind.
   */
  private @Nullable Measure bounds(Statement statement) {
    Matcher bracket = BRACKETED_BOUNDS.matcher(text).region(statement.end(), sentence.end());
    if (statement.compares() || statement.has(Kind.CI) || !bracket.lookingAt()) {
      return null;
    }
    for (Statement other : statements) {
      for (Mention value : other.values()) {
        Measure interval = value.measure();
        if (interval.kind() == Kind.CI && value.end() <= statement.start() && !other.compares()) {
          return new Measure(
              Kind.CI,
              null,
              ReportedNumber.of(bracket.group(1)),
              ReportedNumber.of(bracket.group(2)),
              interval.level(),
              Comparator.EQUAL,
              statement.values().get(0).measure().unit(),
              null,
              null);
        }
      }
    }
    return null;
  }

  private Outcome outcome(Mention mention, Statement statement, Measure value) {
    Outcome its = eventMeant(mention);
    String statistic = its.statistic();
    if (statistic == null && value.kind() == Kind.PERCENT && DoseOutcomes.isShare(its)) {
      statistic = "rate";
    }
    if (statistic == null && ofMany(value)) {
      statistic = statisticBefore(mention, statement);
    }
    String population = its.population();
    if (population == null) {
      population = Populations.of(text, sentence.start(), sentence.start(), statement.end());
    }
    if (population == null) {
      population = diseaseBefore(statement);
    }
    String grade = its.grade();
    if (grade == null && its.code().equals("AE")) {
      boolean before = mention.end() <= statement.start();
      Matcher told =
          (before ? EVENT_GRADE : OF_GRADE)
              .matcher(text)
              .region(
                  Math.max(before ? statement.end() : mention.end(), sentence.start()),
                  sentence.end());
      grade = told.lookingAt() ? HeadReader.grade(told.group()) : null;
    }
    return new Outcome(
        its.code(), its.label(), statistic, its.at(), grade, its.term(), population, "result");
  }

  private static boolean ofMany(Measure value) {
    return value.kind() == Kind.DURATION
        || value.kind() == Kind.NUMBER
        || value.kind() == Kind.PERCENT
        || value.kind() == Kind.DIFFERENCE;
  }

  /** {@code The mean percent change in density was 2.1%}: what the words before a value call it. */
  private @Nullable String statisticBefore(Mention mention, Statement statement) {
    int from = Math.max(sentence.start(), Math.min(mention.start(), statement.start()) - 40);
    String lead = text.substring(from, statement.start()).toLowerCase(Locale.ROOT);
    Matcher told = AVERAGE.matcher(lead);
    String statistic = null;
    while (told.find()) {
      statistic = told.group(1).equals("median") ? "median" : "mean";
    }
    return statistic;
  }

  /** The outcome with what the sentence adds: "a grade 3 event" is one of the event told before. */
  private Outcome eventMeant(Mention mention) {
    Outcome its = mention.outcome();
    if (mention.start() < sentence.start()) {
      return its;
    }
    if (its.code().equals("DEATH")
        && BY_TREATMENT.matcher(text.substring(sentence.start(), sentence.end())).find()) {
      // A death that treatment caused is an adverse event of grade 5.
      return new Outcome(
          "AE",
          "fatal events: " + its.label(),
          its.statistic(),
          its.at(),
          "5",
          null,
          its.population(),
          its.use());
    }
    if (its.code().equals("AE") && its.term() == null) {
      Matcher done = DONE_FOR.matcher(text.substring(sentence.start(), mention.start()));
      if (done.matches()) {
        String code =
            done.group("stop") != null
                ? "DISCONTINUATION"
                : done.group("less") != null ? "DOSE-REDUCTION" : "DOSE-INTERRUPTION";
        String label =
            text.substring(
                sentence.start()
                    + done.start(
                        1 + (done.group("stop") != null ? 0 : done.group("less") != null ? 1 : 2)),
                mention.end());
        return new Outcome(
            code, label, its.statistic(), its.at(), its.grade(), null, its.population(), its.use());
      }
    }
    if (!its.code().equals("AE")
        || its.term() != null
        || !mention.text().matches("(?i).*\\bevents?\\b.*")) {
      return its;
    }
    Outcome told = null;
    for (Mention other : outcomes) {
      if (other.end() <= mention.start() && other.outcome().term() != null) {
        told = other.outcome();
      }
    }
    return told == null
        ? its
        : new Outcome(
            its.code(),
            told.label(),
            its.statistic(),
            its.at(),
            its.grade(),
            told.term(),
            its.population(),
            its.use());
  }

  private void add(
      int start,
      int end,
      Measure measure,
      @Nullable String valueMention,
      Mention outcomeMention,
      Outcome outcome,
      Whose its,
      @Nullable Study study) {
    List<String> mentions =
        Stream.concat(
                Stream.of(valueMention, outcomeMention.id()), its.here().stream().map(Arm::mention))
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .distinct()
            .toList();
    Source source = new Source(unit.reading().source(start, end), unit.section(), null);
    records.add(
        new EvidenceRecord(
            "",
            study == null ? null : study.id(),
            its.here(),
            outcome,
            measure,
            source,
            "s" + source.span().start(),
            valueMention,
            outcomeMention.id(),
            mentions,
            its.candidates(),
            its.why()));
  }

  /** "The MTD was 0.2 mg/kg": outcomes whose values are doses. */
  private void readDoses() {
    for (Mention outcome : outcomes) {
      if (!DoseOutcomes.isValue(outcome.outcome())) {
        continue;
      }
      Mention dose =
          unit.mentions(sentence).stream()
              .filter(mention -> mention.type() == MentionType.DOSE)
              .filter(mention -> mention.start() >= outcome.end() && mention.dose().unit() != null)
              .findFirst()
              .orElse(null);
      if (dose == null
          || outcomeBetween(outcome.end(), dose.start())
          || !TO_DOSE.matcher(text.substring(outcome.end(), dose.start())).matches()) {
        continue;
      }
      Dose its = dose.dose();
      Measure measure =
          new Measure(
              Kind.DOSE,
              its.value(),
              its.low(),
              its.high(),
              null,
              Comparator.EQUAL,
              its.unit(),
              null,
              null);
      Study study = studies.studyAt(unit, dose.end());
      proseArms.groups().tolerates(study, dose);
      Arm whole = RowArms.whole(study);
      add(
          dose.start(),
          dose.end(),
          measure,
          dose.id(),
          outcome,
          outcome.outcome(),
          Whose.of(whole == null ? null : new Attached(whole, null, "all of the study")),
          study);
    }
  }

  /** "No partial responses were observed in the control arm" is a count of 0. */
  private void readDenied() {
    for (Mention outcome : outcomes) {
      if (!outcome.negated() || !RESPONSES.contains(outcome.outcome().code())) {
        continue;
      }
      String lead = text.substring(sentence.start(), outcome.start()).toLowerCase(Locale.ROOT);
      int no = lead.lastIndexOf("no ");
      boolean near = no >= 0 && lead.length() - no <= 25;
      if (!near || !OBSERVED.matcher(text.substring(outcome.end(), sentence.end())).matches()) {
        continue;
      }
      int start = sentence.start() + no;
      Study study = studies.studyAt(unit, outcome.end());
      Arm arm = arms.ofDenied(outcome.end(), study);
      Measure zero =
          new Measure(
              Kind.COUNT,
              new ReportedNumber("no", BigDecimal.ZERO),
              null,
              null,
              null,
              Comparator.EQUAL,
              null,
              null,
              null);
      String mention =
          unit.mentions(sentence).stream()
              .filter(value -> value.type() == MentionType.MEASURE && value.start() == start)
              .map(Mention::id)
              .findFirst()
              .orElse(null);
      add(
          start,
          outcome.end(),
          zero,
          mention,
          outcome,
          outcome.outcome(),
          Whose.of(arm == null ? null : new Attached(arm, null, "named behind its value")),
          study);
    }
  }
}
