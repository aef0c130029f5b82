package dev.touchstone.evidence;

import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Comparator;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Participants;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the values of one sentence: which outcome each reports, and of whom. */
final class SentenceEvidence {

  /**
   * What a sentence leaves for the next one of its paragraph.
   *
   * @param outcome told last
   * @param order arms in the order in which their values were told
   * @param group the participants that the paragraph has come to speak of
   */
  record Carried(@Nullable Mention outcome, List<Arm> order, @Nullable Arm group) {

    static final Carried NOTHING = new Carried(null, List.of(), null);

    Carried {
      order = List.copyOf(order);
    }
  }

  private static final Pattern PAIRED =
      Pattern.compile(
          "\\b(?:vs\\.?|versus|and|compared (?:with|to)|against|than|or|while|whereas)\\b|,",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AFTER =
      Pattern.compile(
          "[\\s)]*(?:of (?:the )?)?(?:(?:treated |evaluable )?(?:patients|participants|women|men|subjects|those|people|months|weeks))?\\s*(?:who (?:were |had )?)?"
              + "(?:with|in|on|for|given|receiving|received|treated with|under|after|among|assigned to|taking|of|at|from)?\\s*(?:the|an?)?\\s*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NOT_A_RESULT =
      Pattern.compile(
          "(?:\\b(?:for|within|after|every|at|over|up to|until|during|first|last|least|lasting|following|by|between|each|per|below|above|aged)|[<>≥≤])\\s*(?:the |about |approximately |an? |least |to |first |last |a median of )*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUP_INTRO =
      Pattern.compile(
          "(?i)(?:\\b(?:of|among|in|for)\\s+(?:the |all |a )?(?:(?:subset|subgroup|cohort|group|total) of )?(?:these |those )?)$");
  private static final Pattern NO_OUTCOME_SEEN =
      Pattern.compile(
          "(?i)\\W*(?:was|were|had been|have been)?\\s*(?:observed|seen|reported|recorded|noted|achieved|documented)\\b.*",
          Pattern.DOTALL);
  private static final Set<String> RESPONSES = Set.of("CR", "PR", "ORR", "PCR");

  private final Unit unit;
  private final Sentence sentence;
  private final String text;
  private final Studies studies;
  private final GroupArms groups;
  private final Carried before;
  private final List<Mention> outcomes;
  private final List<Mention> named;
  private final List<Statement> statements;
  private final List<EvidenceRecord> records = new ArrayList<>();
  private Carried carries;

  SentenceEvidence(
      Unit unit, Sentence sentence, Studies studies, GroupArms groups, Carried before) {
    this.unit = unit;
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.studies = studies;
    this.groups = groups;
    this.before = before;
    List<Mention> mentions = unit.mentions(sentence);
    this.outcomes =
        mentions.stream().filter(mention -> mention.type() == MentionType.OUTCOME).toList();
    this.named =
        mentions.stream()
            .filter(
                mention -> mention.type() == MentionType.ARM || mention.type() == MentionType.DRUG)
            .toList();
    this.statements = Statements.of(unit, sentence);
    this.carries = before;
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
  private record Row(Mention outcome, List<List<Arm>> arms, @Nullable Study study) {}

  /**
   * Whether two statements tell one outcome of two groups: "4.3 months with A and 4.5 months with
   * B".
   */
  private boolean pairs(Statement one, Statement other) {
    if (one.compares() || !one.resembles(other)) {
      return false;
    }
    String gap = text.substring(one.end(), other.start());
    boolean outcomeBetween =
        outcomes.stream()
            .anyMatch(outcome -> outcome.start() >= one.end() && outcome.end() <= other.start());
    return !outcomeBetween
        && gap.length() <= 120
        && PAIRED.matcher(gap).find()
        && !gap.matches("(?s).*[;:].*");
  }

  private @Nullable Row read(List<Statement> row, int from, int to, @Nullable Row last) {
    Statement first = row.get(0);
    Measure value = first.values().get(0).measure();
    if (value.kind() == Kind.DURATION
        && NOT_A_RESULT.matcher(text.substring(sentence.start(), first.start())).find()) {
      return null;
    }
    Mention outcome = Outcomes.of(text, outcomes, row, from, to);
    if (first.compares() && last != null) {
      outcome = last.outcome();
    }
    boolean carried = false;
    if (outcome == null
        && outcomes.isEmpty()
        && before.outcome() != null
        && Outcomes.fits(before.outcome().outcome(), value)) {
      // Without an outcome of its own a sentence goes on about the last one only if it tells of
      // groups.
      carried = row.size() > 1 || !named.isEmpty() || first.values().size() > 1 && first.share();
      outcome = carried ? before.outcome() : null;
    }
    if (outcome == null
        || "endpoint".equals(outcome.outcome().use())
            && !first.share()
            && !first.compares()
            && value.kind() != Kind.DURATION) {
      return null;
    }
    boolean bareCount =
        first.share()
            && first.values().size() == 1
            && value.kind() == Kind.COUNT
            && value.of() == null;
    if (bareCount && !carried && !Outcomes.bound(text, first, outcome)) {
      return null;
    }
    List<Statement> told = withoutParaphrase(row);
    List<Study> each = new ArrayList<>();
    told.forEach(statement -> each.add(studies.studyAt(unit, statement.end())));
    Study study = each.get(0);
    boolean oneStudy = each.stream().allMatch(one -> Objects.equals(one, study));
    List<List<Arm>> arms = new ArrayList<>();
    List<String> candidates = List.of();
    if (first.compares()) {
      List<Arm> pair =
          last != null && last.arms().size() == 2
              ? last.arms().stream().flatMap(List::stream).toList()
              : comparedBefore(study, first);
      told.forEach(statement -> arms.add(pair.size() == 2 ? ordered(pair) : Studies.pair(study)));
    } else if (oneStudy && told.size() > 1) {
      arms.addAll(ofRow(told, study));
    } else {
      for (int i = 0; i < told.size(); i++) {
        Arm arm =
            ofOne(
                told.get(i),
                each.get(i),
                i + 1 < told.size() ? told.get(i + 1).start() : to,
                i == 0 ? sentence.start() : told.get(i - 1).end());
        if (arm == null && Studies.pair(each.get(i)).size() == 2) {
          List<Arm> pair = Studies.pair(each.get(i));
          candidates = pair.stream().map(Arm::id).toList();
          arm = pair.get(0);
        }
        arms.add(arm == null ? List.of() : List.of(arm));
      }
    }
    for (int i = 0; i < told.size(); i++) {
      add(told.get(i), outcome, arms.get(i), each.get(i), candidates);
    }
    Row read = new Row(outcome, arms, study);
    List<Arm> order =
        arms.stream().filter(one -> one.size() == 1).map(one -> one.get(0)).distinct().toList();
    carries = new Carried(outcome, order.size() > 1 ? order : carries.order(), carries.group());
    return read;
  }

  /** "132 hours, or five and a half days" tells one value twice. */
  private List<Statement> withoutParaphrase(List<Statement> row) {
    List<Statement> told = new ArrayList<>();
    for (Statement statement : row) {
      Statement previous = told.isEmpty() ? null : told.get(told.size() - 1);
      boolean paraphrase =
          previous != null
              && text.substring(previous.end(), statement.start())
                  .matches("(?i)\\s*,?\\s*or\\s+(?:about |roughly )?");
      if (!paraphrase) {
        told.add(statement);
      }
    }
    return told;
  }

  private List<Arm> comparedBefore(@Nullable Study study, Statement statement) {
    Set<Arm> arms = new LinkedHashSet<>();
    for (Mention mention : named) {
      if (mention.end() <= statement.start()) {
        Arm arm = ArmNames.of(mention, study);
        if (arm != null) {
          arms.add(arm);
        }
      }
    }
    return arms.size() == 2 ? List.copyOf(arms) : List.of();
  }

  private static List<Arm> ordered(List<Arm> pair) {
    return pair.get(0).role() == Arm.Role.CONTROL && pair.get(1).role() != Arm.Role.CONTROL
        ? List.of(pair.get(1), pair.get(0))
        : pair;
  }

  /** The arms of statements that tell one outcome of several groups. */
  private List<List<Arm>> ofRow(List<Statement> row, @Nullable Study study) {
    int n = row.size();
    List<@Nullable Arm> own = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int to = i + 1 < n ? row.get(i + 1).start() : sentence.end();
      Arm arm = namedAfter(row.get(i), to, study);
      if (arm == null && i > 0) {
        arm = namedBetween(row.get(i - 1).end(), row.get(i).start(), study);
      }
      own.add(arm);
    }
    List<Arm> earlier = distinct(sentence.start(), row.get(0).start(), study);
    List<Arm> later = distinct(row.get(n - 1).end(), sentence.end(), study);
    boolean allOwn =
        own.stream().allMatch(Objects::nonNull) && own.stream().distinct().count() == n;
    List<Arm> arms;
    if (allOwn) {
      arms = own.stream().filter(Objects::nonNull).toList();
    } else if (earlier.size() == n && own.stream().allMatch(Objects::isNull)) {
      arms = earlier;
    } else if (later.size() == n) {
      arms = later;
    } else {
      arms = completed(own, earlier, n, study);
    }
    List<List<Arm>> result = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      result.add(
          arms.size() == n
              ? List.of(arms.get(i))
              : own.get(i) == null ? List.of() : List.of(Objects.requireNonNull(own.get(i))));
    }
    return result;
  }

  /** Two values of which one is named: the other is the other arm's. */
  private List<Arm> completed(
      List<@Nullable Arm> own, List<Arm> earlier, int n, @Nullable Study study) {
    List<Arm> pair = Studies.pair(study);
    if (n == 2 && pair.size() == 2) {
      Arm first = own.get(0);
      Arm second = own.get(1);
      if (first == null && second == null && earlier.size() == 1) {
        first = earlier.get(0);
      }
      if (first != null && pair.contains(first)) {
        return List.of(first, other(pair, first));
      }
      if (second != null && pair.contains(second)) {
        return List.of(other(pair, second), second);
      }
    }
    return before.order().size() == n ? before.order() : pair.size() == n ? pair : List.of();
  }

  private static Arm other(List<Arm> pair, Arm one) {
    return pair.get(0).equals(one) ? pair.get(1) : pair.get(0);
  }

  private List<Arm> distinct(int from, int to, @Nullable Study study) {
    Set<Arm> arms = new LinkedHashSet<>();
    for (Mention mention : named) {
      Arm arm = mention.start() >= from && mention.end() <= to ? ArmNames.of(mention, study) : null;
      if (arm != null) {
        arms.add(arm);
      }
    }
    return List.copyOf(arms);
  }

  private @Nullable Arm namedAfter(Statement statement, int to, @Nullable Study study) {
    for (Mention mention : named) {
      if (mention.start() >= statement.end() && mention.start() < to) {
        String gap = text.substring(statement.end(), mention.start());
        return AFTER.matcher(gap).matches() ? ArmNames.of(mention, study) : null;
      }
    }
    return null;
  }

  private @Nullable Arm namedBetween(int from, int to, @Nullable Study study) {
    Arm found = null;
    for (Mention mention : named) {
      if (mention.start() >= from && mention.end() <= to) {
        Arm arm = ArmNames.of(mention, study);
        found = arm == null ? found : arm;
      }
    }
    return found;
  }

  /** The arm or group of a single statement; null where the text does not say. */
  private @Nullable Arm ofOne(Statement statement, @Nullable Study study, int to, int from) {
    Arm after = namedAfter(statement, to, study);
    if (after != null) {
      return after;
    }
    Arm group = group(statement, study);
    if (group != null) {
      return group;
    }
    Arm near = namedBetween(from, statement.start(), study);
    if (near == null) {
      near = namedBetween(sentence.start(), statement.start(), study);
    }
    if (near != null) {
      return near;
    }
    Arm carried = before.group();
    ReportedNumber of = statement.values().get(0).measure().of();
    boolean sameGroup =
        carried != null
            && of != null
            && carried.n() != null
            && of.value().intValue() == carried.n();
    boolean pointsBack =
        sentenceText()
            .matches(
                "(?is).*\\b(?:that|this) (?:subset|subgroup|group|cohort)\\b.*|.*\\bthese patients\\b.*");
    if (sameGroup
        || (pointsBack && carried != null)
        || (carried != null && sentenceHasDenominator(carried))) {
      return carried;
    }
    List<Arm> all = Studies.arms(study);
    List<Arm> whole =
        all.stream()
            .filter(arm -> arm.role() == Arm.Role.TOTAL || arm.role() == Arm.Role.SINGLE)
            .toList();
    return whole.size() == 1 ? whole.get(0) : null;
  }

  private boolean sentenceHasDenominator(Arm group) {
    return group.n() != null
        && statements.stream()
            .flatMap(statement -> statement.values().stream())
            .map(value -> value.measure().of())
            .anyMatch(of -> of != null && of.value().intValue() == group.n());
  }

  private String sentenceText() {
    return text.substring(sentence.start(), sentence.end());
  }

  /**
   * "Among 38 patients treated at the MTD, 12 (41.6%) had": participants that open the sentence.
   */
  private @Nullable Arm group(Statement statement, @Nullable Study study) {
    for (Mention mention : unit.mentions(sentence)) {
      if (mention.end() > statement.start()) {
        break;
      }
      String lead = text.substring(sentence.start(), mention.start());
      if (mention.type() == MentionType.PARTICIPANTS && GROUP_INTRO.matcher(lead).find()) {
        Participants people = mention.participants();
        int comma = text.indexOf(',', mention.end());
        String words =
            comma > 0 && comma <= statement.start()
                ? text.substring(mention.start(), comma)
                : mention.text();
        boolean whole = people.role().equals("total") || people.role().equals("evaluable");
        Arm arm =
            groups.of(
                study,
                shortened(words),
                whole ? Arm.Role.TOTAL : Arm.Role.SUBGROUP,
                people.n().value().intValue(),
                null,
                mention.id());
        carries = new Carried(carries.outcome(), carries.order(), arm);
        return arm;
      }
      if (mention.type() == MentionType.DOSE
          && lead.matches("(?is)(?:.*[,;] )?\\W*(?:at|with|on) (?:the )?(?:dose of )?")) {
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
    return null;
  }

  private static String shortened(String words) {
    return words.length() <= 80 ? words : words.substring(0, words.lastIndexOf(' ', 80));
  }

  private void add(
      Statement statement,
      Mention outcomeMention,
      List<Arm> arms,
      @Nullable Study study,
      List<String> candidates) {
    boolean exact = statement.has(Kind.COUNT) || statement.has(Kind.PERCENT);
    int start = statement.start();
    for (Mention value : statement.values()) {
      Measure measure = value.measure();
      if (measure.kind() == Kind.FRACTION && exact) {
        continue;
      }
      add(
          start,
          statement.end(),
          measure,
          value.id(),
          outcomeMention,
          outcome(outcomeMention, statement, measure),
          arms,
          study,
          candidates);
    }
  }

  private Outcome outcome(Mention mention, Statement statement, Measure value) {
    Outcome its = mention.outcome();
    String term = its.term();
    String grade = its.grade();
    String label = its.label();
    if (its.code().equals("AE") && term == null) {
      // "and four had a grade 3 event": the event told before.
      Mention told = null;
      for (Mention other : outcomes) {
        if (other.end() <= mention.start()
            && other.outcome().term() != null
            && mention.text().matches("(?i).*\\bevents?\\b.*")) {
          told = other;
        }
      }
      if (told != null) {
        term = told.outcome().term();
        label = told.outcome().label();
      }
    }
    String statistic = its.statistic();
    if (statistic == null && value.kind() == Kind.PERCENT && DoseOutcomes.isShare(its)) {
      statistic = "rate";
    }
    String population = its.population();
    if (population == null) {
      population = Populations.of(text, sentence.start(), sentence.start(), statement.end());
    }
    return new Outcome(its.code(), label, statistic, its.at(), grade, term, population, "result");
  }

  private void add(
      int start,
      int end,
      Measure measure,
      @Nullable String valueMention,
      Mention outcomeMention,
      Outcome outcome,
      List<Arm> arms,
      @Nullable Study study,
      List<String> candidates) {
    List<String> mentions = new ArrayList<>();
    Stream.concat(Stream.of(valueMention, outcomeMention.id()), arms.stream().map(Arm::mention))
        .filter(Objects::nonNull)
        .distinct()
        .forEach(mentions::add);
    records.add(
        new EvidenceRecord(
            "",
            study == null ? null : study.id(),
            arms,
            outcome,
            measure,
            new Source(unit.reading().source(start, end), unit.section(), null),
            "s" + unit.reading().source(start, end).start(),
            valueMention,
            outcomeMention.id(),
            mentions,
            candidates));
  }

  /** "The MTD was 0.2 mg/kg": outcomes whose values are doses. */
  private void readDoses() {
    for (Mention outcome : outcomes) {
      if (!DoseOutcomes.isValue(outcome.outcome())) {
        continue;
      }
      for (Mention dose : unit.mentions(sentence)) {
        if (dose.type() != MentionType.DOSE || dose.start() < outcome.end()) {
          continue;
        }
        String gap = text.substring(outcome.end(), dose.start());
        if (!gap.matches("(?is)[^,;.]{0,60}?(?:\\b(?:was|is|of|at|be)\\b|:)[^,;.]{0,40}")
            || outcomes.stream()
                .anyMatch(other -> other.start() >= outcome.end() && other.end() <= dose.start())) {
          break;
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
        List<Arm> whole =
            Studies.arms(study).stream()
                .filter(arm -> arm.role() == Arm.Role.TOTAL || arm.role() == Arm.Role.SINGLE)
                .toList();
        add(
            dose.start(),
            dose.end(),
            measure,
            dose.id(),
            outcome,
            outcome.outcome(),
            whole.size() == 1 ? whole : List.of(),
            study,
            List.of());
        break;
      }
    }
  }

  /** "No partial responses were observed in the control arm" is a count of 0. */
  private void readDenied() {
    for (Mention outcome : outcomes) {
      if (!outcome.negated() || !RESPONSES.contains(outcome.outcome().code())) {
        continue;
      }
      int no =
          text.substring(sentence.start(), outcome.start())
              .toLowerCase(Locale.ROOT)
              .lastIndexOf("no ");
      if (no < 0
          || outcome.start() - sentence.start() - no > 25
          || !NO_OUTCOME_SEEN.matcher(text.substring(outcome.end(), sentence.end())).matches()) {
        continue;
      }
      int start = sentence.start() + no;
      Study study = studies.studyAt(unit, outcome.end());
      Arm arm = null;
      for (Mention mention : named) {
        if (arm == null && mention.start() >= outcome.end()) {
          arm = ArmNames.of(mention, study);
        }
      }
      Measure none =
          new Measure(
              Kind.COUNT,
              new ReportedNumber(text.substring(start, start + 2), java.math.BigDecimal.ZERO),
              null,
              null,
              null,
              Comparator.EQUAL,
              null,
              null,
              null);
      add(
          start,
          outcome.end(),
          none,
          null,
          outcome,
          outcome.outcome(),
          arm == null ? List.of() : List.of(arm),
          study,
          List.of());
    }
  }
}
