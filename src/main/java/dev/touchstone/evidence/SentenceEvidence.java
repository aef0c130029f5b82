package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of one sentence: which outcome each reports, and of whom. */
final class SentenceEvidence {

  private final Unit unit;
  private final Sentence sentence;
  private final String text;
  private final StudyContext studies;
  private final Outcomes known;
  private final ProseArms proseArms;
  private final Carried before;
  private final List<Mention> names;
  private final List<Mention> outcomes;
  private final List<Statement> statements;
  private final RowArms arms;
  private final OutcomeDetails details;
  private final SentenceRecords records;
  private Carried carries;

  /** The arms of the last row of values that no outcome is named for. */
  private List<Arm> unnamed = List.of();

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
    this.names =
        unit.mentions(sentence).stream()
            .filter(
                mention ->
                    mention.type() == MentionType.OUTCOME
                        || mention.type() == MentionType.NAMED_OUTCOME)
            .filter(
                mention ->
                    !mention.outcome().code().equals("OTHER")
                        || !isWithin(mention, MentionType.CONDITION)
                            && !isWithin(mention, MentionType.ARM))
            .toList();
    this.outcomes =
        names.stream().filter(mention -> mention.type() == MentionType.OUTCOME).toList();
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
        new ValueRows(unit, sentence, statements, outcomes, names)
            .rows().stream()
                .filter(stretch -> !NoResults.isTime(text, sentence, stretch.row()))
                .toList();
    GivenArms given =
        new GivenArms(
            arms,
            proseArms,
            this::studyOf,
            rows.stream()
                .map(ValueRows.Stretch::row)
                .filter(row -> !row.get(0).compares())
                .toList());
    List<OutcomeOffers.@Nullable Offer> told =
        new OutcomeAssignment(new OutcomeOffers(known, text, sentence, names), outcomes).of(rows);
    Row last = null;
    for (int i = 0; i < rows.size(); i++) {
      Row row = read(rows.get(i).row(), given, told.get(i), last);
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

  private @Nullable Row read(
      List<Statement> row,
      GivenArms given,
      OutcomeOffers.@Nullable Offer offer,
      @Nullable Row last) {
    Statement first = row.get(0);
    Measure value = first.values().get(0).measure();
    boolean comparesLast =
        first.compares() && last != null && !outcomeBetween(last.end(), first.start());
    Mention outcome =
        comparesLast && last != null ? last.outcome() : offer == null ? null : offer.outcome();
    boolean carried = outcome == null && goesOn(row);
    if (carried) {
      outcome = before.outcome();
    }
    String why = carried ? "told in the sentence before" : offer == null ? null : offer.why();
    if (outcome == null && !NoResults.isLimit(value)) {
      if (given.areResults(row)) {
        addUnnamed(row, statement -> given.whose(statement, false));
      } else if (first.compares() && !unnamed.isEmpty()) {
        addUnnamed(row, statement -> Whose.both(unnamed));
      }
    }
    if (outcome == null || NoResults.isAnnounced(outcome, value) || NoResults.isLimit(value)) {
      return null;
    }
    boolean bareCount =
        value.kind() == Kind.COUNT && first.values().size() == 1 && value.of() == null;
    boolean bareNumber = value.kind() == Kind.NUMBER;
    boolean bound = carried || row.size() > 1 && given.areNamed(row);
    if ((bareCount || bareNumber) && !bound && !new OutcomeGaps(text).binds(first, outcome)) {
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
      row.forEach(statement -> whose.add(given.whose(statement, eachAlone)));
    }
    for (int i = 0; i < row.size(); i++) {
      add(row.get(i), row, outcome, why, whose.get(i), each.get(i));
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

  private void addUnnamed(List<Statement> row, Function<Statement, Whose> whose) {
    Outcome outcome = UnnamedOutcome.of(unit, sentence);
    List<Arm> told = new ArrayList<>();
    for (Statement statement : row) {
      if (outcome != null) {
        Whose its = whose.apply(statement);
        told.addAll(its.arms());
        for (Mention value : statement.values()) {
          records.add(
              statement.start(),
              statement.end(),
              value.measure(),
              value.id(),
              null,
              null,
              outcome,
              its,
              studyOf(statement));
        }
      }
    }
    unnamed = told.stream().distinct().toList();
  }

  private @Nullable Study studyOf(Statement statement) {
    return studies.studyAt(unit, statement.end());
  }

  private boolean goesOn(List<Statement> row) {
    Mention told = before.outcome();
    Statement first = row.get(0);
    return told != null
        && outcomes.isEmpty()
        && known.fits(told.outcome(), first.values().get(0).measure())
        && GoingOn.about(
            told, row, text.substring(sentence.start(), first.start()), arms.namesAny());
  }

  private void add(
      Statement statement,
      List<Statement> row,
      Mention outcomeMention,
      @Nullable String why,
      Whose its,
      @Nullable Study study) {
    boolean exact = statement.has(Kind.COUNT) || statement.has(Kind.PERCENT);
    ReportedNumber people = arms.peopleBehind(statement);
    for (Mention value : statement.values()) {
      Measure measure = SharedUnits.of(value.measure(), statement, row);
      // "about half of the patients (50.8%)" is one value, told twice.
      if (measure.kind() != Kind.FRACTION || !exact) {
        records.add(
            statement.start(),
            statement.end(),
            measure.kind() == Kind.COUNT && measure.of() == null ? measure.outOf(people) : measure,
            value.id(),
            outcomeMention,
            why,
            details.of(outcomeMention, statement, measure),
            its,
            study);
      }
    }
    Measure bounds = new LaterBounds(text, sentence, statements).of(statement);
    if (bounds != null) {
      Outcome outcome = details.of(outcomeMention, statement, bounds);
      records.add(
          statement.start(),
          statement.end(),
          bounds,
          null,
          outcomeMention,
          why,
          outcome,
          its,
          study);
    }
  }
}
