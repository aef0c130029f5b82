package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of one sentence: which outcome each reports, and of whom. */
final class SentenceEvidence {

  private static final Pattern NOT_A_RESULT =
      Pattern.compile(
          "(?:\\b(?:for|within|after|every|at|over|up to|until|during|first|last|least|lasting|following|by|between|each|per|below|above|aged|e\\.g\\.|such as)|[<>≥≤])[\\s,(]*(?:the |about |approximately |an? |least |to |first |last |a median of )*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PRONOUN =
      Pattern.compile(
          "(?i)\\b(?:it|this|these|they|rates?|figures?|values?|proportions?|percentages?|incidences?|frequenc(?:y|ies)|difference|corresponding)\\b");
  private static final Pattern BRACKETED_BOUNDS =
      Pattern.compile("\\s*\\(\\s*(\\d+(?:\\.\\d+)?)\\s*(?:-|–|to|,)\\s*(\\d+(?:\\.\\d+)?)\\s*\\)");

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
  private final OutcomeDetails details;
  private final SentenceRecords records;
  private Carried carries;
  private Map<Statement, ArmAssignment.Given> given = Map.of();

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
            .filter(
                mention ->
                    !mention.outcome().code().equals("OTHER")
                        || !isWithin(mention, MentionType.CONDITION)
                            && !isWithin(mention, MentionType.ARM))
            .toList();
    this.details = new OutcomeDetails(unit, sentence, outcomes);
    this.records = new SentenceRecords(unit);
    this.statements = Statements.of(unit, sentence);
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

  /** Whether an outcome that no lexicon knows is only another reading of something else. */
  private boolean isWithin(Mention outcome, MentionType type) {
    return unit.mentions(type).stream()
        .anyMatch(other -> other.start() <= outcome.start() && outcome.end() <= other.end());
  }

  Carried carries() {
    return carries;
  }

  List<EvidenceRecord> read() {
    OtherResults others =
        new OtherResults(unit, sentence, studies, proseArms.groups(), outcomes, arms, records);
    others.readDoses();
    others.readDenied();
    List<ValueRows.Stretch> rows =
        new ValueRows(unit, sentence, statements, outcomes)
            .rows().stream().filter(stretch -> !isTime(stretch.row())).toList();
    given =
        arms.read(
            rows.stream()
                .map(ValueRows.Stretch::row)
                .filter(row -> !row.get(0).compares())
                .toList(),
            this::studyOf);
    Row last = null;
    for (ValueRows.Stretch stretch : rows) {
      Row row = read(stretch.row(), stretch.from(), stretch.to(), last);
      last = row == null ? last : row;
    }
    return records.all();
  }

  /** What was read from a row of statements. */
  private record Row(Mention outcome, int end, List<Whose> arms) {

    /** The arms that its values are of; none where one is of several or of nobody. */
    List<Arm> each() {
      boolean known = arms.stream().allMatch(one -> one.arms().size() == 1);
      return known ? arms.stream().map(one -> one.arms().get(0)).distinct().toList() : List.of();
    }
  }

  private boolean outcomeBetween(int from, int to) {
    return outcomes.stream().anyMatch(outcome -> outcome.start() >= from && outcome.end() <= to);
  }

  private @Nullable Row read(List<Statement> row, int from, int to, @Nullable Row last) {
    Statement first = row.get(0);
    Measure value = first.values().get(0).measure();
    boolean comparesLast =
        first.compares() && last != null && !outcomeBetween(last.end(), first.start());
    Mention outcome =
        comparesLast && last != null ? last.outcome() : known.of(text, outcomes, row, from, to);
    boolean carried = false;
    if (outcome == null && goesOn(row)) {
      carried = true;
      outcome = before.outcome();
    }
    if (outcome == null && !isLimit(value) && isToldOfArms(row)) {
      addUnnamed(row);
    }
    if (outcome == null || isAnnounced(outcome, value) || isLimit(value)) {
      return null;
    }
    boolean bareCount =
        value.kind() == Kind.COUNT && first.values().size() == 1 && value.of() == null;
    boolean bareNumber = value.kind() == Kind.NUMBER;
    boolean bound = carried || row.size() > 1 && isOfArms(row);
    if ((bareCount || bareNumber) && !bound && !Outcomes.bound(text, first, outcome)) {
      return null;
    }
    List<Whose> whose = new ArrayList<>();
    List<Study> each = new ArrayList<>();
    row.forEach(statement -> each.add(studyOf(statement)));
    if (first.compares()) {
      List<Arm> told = comparesLast && last != null ? last.each() : List.of();
      List<Arm> both = told.size() == 2 ? told : arms.compared(each.get(0), first);
      row.forEach(statement -> whose.add(Whose.both(both)));
    } else {
      boolean eachAlone = each.stream().distinct().count() == row.size();
      row.forEach(statement -> whose.add(whose(statement, eachAlone)));
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

  /** Whether each value of a row is of an arm that the sentence names. */
  private boolean isOfNamed(List<Statement> row) {
    return row.stream()
        .map(given::get)
        .allMatch(its -> its != null && its.bid() != null && its.bid().named());
  }

  /** Whether the values of a row are of arms of which the sentence names one at least. */
  private boolean isOfArms(List<Statement> row) {
    List<ArmAssignment.@Nullable Given> its = row.stream().map(given::get).toList();
    return its.stream().allMatch(one -> one != null && one.bid() != null)
        && its.stream().anyMatch(one -> one != null && one.bid() != null && one.bid().named());
  }

  /** Shares and means of named arms are results, whatever they are of. */
  private boolean isToldOfArms(List<Statement> row) {
    boolean result =
        row.stream()
            .allMatch(
                statement ->
                    statement.has(Kind.PERCENT)
                        || statement.has(Kind.FRACTION)
                        || statement.has(Kind.MEAN) && statement.has(Kind.SD)
                        || statement.share() && statement.values().get(0).measure().of() != null);
    return result && isOfNamed(row);
  }

  private void addUnnamed(List<Statement> row) {
    Outcome outcome = UnnamedOutcome.of(unit, sentence);
    for (Statement statement : row) {
      if (outcome != null) {
        for (Mention value : statement.values()) {
          records.add(
              statement.start(),
              statement.end(),
              value.measure(),
              value.id(),
              null,
              outcome,
              whose(statement, false),
              studyOf(statement));
        }
      }
    }
  }

  private @Nullable Study studyOf(Statement statement) {
    return studies.studyAt(unit, statement.end());
  }

  /** {@code Within 24 months}: when, not what came of it. */
  private boolean isTime(List<Statement> row) {
    Statement first = row.get(0);
    String lead = text.substring(sentence.start(), first.start());
    return first.kind() == Kind.DURATION && NOT_A_RESULT.matcher(lead).find();
  }

  private Whose whose(Statement statement, boolean single) {
    ArmAssignment.Given its = Objects.requireNonNull(given.get(statement));
    Bid bid = its.bid();
    if (bid != null) {
      return Whose.of(new Attached(bid.arm(), bid.mention(), bid.why()), its.others());
    }
    Study study = studyOf(statement);
    Attached people = single ? arms.people(statement, study) : null;
    List<Arm> pair = arms.namesAny() ? Studies.pair(study) : proseArms.pair(study);
    if (!single || people != null || pair.size() != 2) {
      return Whose.of(people);
    }
    return proseArms.onOneDrug() ? Whose.ofDrug(pair) : Whose.open(pair);
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
        records.add(
            statement.start(),
            statement.end(),
            measure.kind() == Kind.COUNT && measure.of() == null ? measure.outOf(people) : measure,
            value.id(),
            outcomeMention,
            details.of(outcomeMention, statement, measure),
            its,
            study);
      }
    }
    Measure bounds = bounds(statement);
    if (bounds != null) {
      Outcome outcome = details.of(outcomeMention, statement, bounds);
      records.add(
          statement.start(), statement.end(), bounds, null, outcomeMention, outcome, its, study);
    }
  }

  /** An interval has the unit of its estimate. */
  private static Measure withUnit(Measure measure, Statement statement) {
    String unit = statement.values().get(0).measure().unit();
    boolean bounds = measure.kind() == Kind.CI && measure.unit() == null && unit != null;
    return bounds ? measure.withUnit(unit) : measure;
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
}
