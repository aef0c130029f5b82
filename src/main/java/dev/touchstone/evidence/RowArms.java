package dev.touchstone.evidence;

import dev.touchstone.evidence.ArmAssignment.Given;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose values the statements of a sentence are. */
final class RowArms {

  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "(?i)\\b(?:that|this) (?:subset|subgroup|group|cohort)\\b|\\bthese patients\\b|\\bof (?:them|whom)\\b");

  private static final Pattern RESPECTIVELY = Pattern.compile("(?i)\\brespectively\\b");

  private final Sentence sentence;
  private final String text;
  private final List<Mention> mentions;
  private final List<Statement> statements;
  private final Changes changes;
  private final SentenceGroup group;
  private final ProseArms proseArms;
  private final Carried before;
  private final Map<String, List<ArmNames.Naming>> names = new HashMap<>();

  RowArms(
      Unit unit,
      Sentence sentence,
      List<Statement> statements,
      ProseArms proseArms,
      Carried before) {
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.mentions =
        unit.mentions(sentence).stream()
            .filter(
                mention -> mention.type() == MentionType.ARM || mention.type() == MentionType.DRUG)
            .toList();
    this.statements = statements;
    this.changes = new Changes(text, statements);
    this.proseArms = proseArms;
    this.group = new SentenceGroup(unit, sentence, proseArms.groups());
    this.before = before;
  }

  boolean namesAny() {
    return !mentions.isEmpty();
  }

  /** The arms that the sentence names, in its order. */
  List<Arm> inOrderNamed(@Nullable Study study) {
    return distinct(sentence.start(), sentence.end(), study);
  }

  /**
   * The two arms that the sentence sets against each other before a statement; else those of the
   * study.
   */
  List<Arm> compared(@Nullable Study study, Statement statement) {
    List<Arm> arms = distinct(sentence.start(), statement.start(), study);
    if (arms.size() != 2) {
      arms = distinct(sentence.start(), sentence.end(), study);
    }
    if (arms.size() != 2) {
      return proseArms.pair(study);
    }
    boolean turned =
        arms.get(0).role() == Arm.Role.CONTROL && arms.get(1).role() != Arm.Role.CONTROL;
    return turned ? List.of(arms.get(1), arms.get(0)) : arms;
  }

  /**
   * Gives all values of the sentence to arms at once.
   *
   * @param rows the values in rows that tell one outcome each, in order
   * @param studyOf the study that a value is of
   */
  Map<Statement, Given> read(
      List<List<Statement>> rows, Function<Statement, @Nullable Study> studyOf) {
    List<Contrast> contrasts = new ArrayList<>();
    for (List<Statement> row : rows) {
      contrasts(row, studyOf).forEach(contrasts::add);
    }
    Map<Statement, Given> given = new HashMap<>();
    ArmAssignment assignment = new ArmAssignment();
    int first = 0;
    for (int i = 0; i < contrasts.size(); i++) {
      Contrast one = contrasts.get(i);
      Statement last = i == 0 ? null : contrasts.get(i - 1).last();
      Statement next = i + 1 < contrasts.size() ? contrasts.get(i + 1).first() : null;
      assignment.add(new ContrastWays(one.named(), background(one.study()), told(one), last, next));
      if (i + 1 == contrasts.size() || one.study() != contrasts.get(i + 1).study()) {
        List<List<Given>> cheapest = assignment.cheapest();
        for (int c = first; c <= i; c++) {
          give(contrasts.get(c), cheapest.get(c - first), given);
        }
        assignment = new ArmAssignment();
        first = i + 1;
      }
    }
    Map<Statement, Given> each = new HashMap<>();
    rows.forEach(
        row -> row.forEach(s -> each.put(s, Objects.requireNonNull(given.get(changes.whole(s))))));
    return each;
  }

  /** Values that are set against each other, of one study. */
  private record Contrast(NamedRow named, @Nullable Study study) {

    Statement first() {
      return named.row().get(0);
    }

    Statement last() {
      return named.row().get(named.row().size() - 1);
    }
  }

  private List<Contrast> contrasts(
      List<Statement> row, Function<Statement, @Nullable Study> studyOf) {
    List<Statement> values = row.stream().map(changes::whole).distinct().toList();
    List<Contrast> contrasts = new ArrayList<>();
    int at = 0;
    while (at < values.size()) {
      Study study = studyOf.apply(values.get(at));
      int end = at + 1;
      while (end < values.size() && studyOf.apply(values.get(end)) == study) {
        end++;
      }
      for (List<Statement> one : Contrasts.of(named(values.subList(at, end), study))) {
        contrasts.add(new Contrast(named(one, study), study));
      }
      at = end;
    }
    return contrasts;
  }

  private static void give(Contrast contrast, List<Given> its, Map<Statement, Given> given) {
    for (int i = 0; i < its.size(); i++) {
      given.put(contrast.named().row().get(i), its.get(i));
    }
  }

  private NamedRow named(List<Statement> values, @Nullable Study study) {
    return new NamedRow(text, sentence, values, changes.all(), names(study));
  }

  private ContrastWays.Background background(@Nullable Study study) {
    List<Arm> pair = proseArms.pair(study);
    List<Arm> named = distinct(sentence.start(), sentence.end(), study);
    Set<String> its = Studies.arms(study).stream().map(Arm::id).collect(Collectors.toSet());
    boolean sameStudy =
        study == null || before.order().stream().allMatch(arm -> its.contains(arm.id()));
    boolean respectively =
        RESPECTIVELY.matcher(text.substring(sentence.start(), sentence.end())).find();
    return new ContrastWays.Background(
        pair.isEmpty() && named.size() == 2 ? named : pair,
        proseArms.sides(study),
        sameStudy ? before.order() : List.of(),
        respectively);
  }

  /** People whom the sentence sets apart and counts. */
  private List<Bid> told(Contrast contrast) {
    if (contrast.named().row().size() > 1) {
      return List.of();
    }
    Statement value = contrast.named().row().get(0);
    List<Bid> told = new ArrayList<>();
    Arm counted = group.counted(contrast.study(), value);
    if (counted != null) {
      told.add(new Bid(counted, null, 1, value.end(), true, false, "people behind a count"));
    }
    Arm opening = group.opening(contrast.study(), value.start());
    if (opening != null) {
      told.add(
          new Bid(
              opening,
              opening.mention(),
              1,
              sentence.start(),
              true,
              false,
              "people that open the sentence"));
    }
    return told;
  }

  /** The people of a value that names nobody; null where the text does not say. */
  @Nullable Attached people(Statement single, @Nullable Study study) {
    Statement statement = changes.whole(single);
    if (before.group() != null && stillAbout(before.group(), study)) {
      return new Attached(before.group(), null, "people of the sentence before");
    }
    Arm atDose = group.atDose(study, statement);
    if (atDose != null) {
      return new Attached(atDose, null, "people at a dose");
    }
    Arm all = whole(study);
    if (all != null) {
      return new Attached(all, null, "all of the study");
    }
    Arm sole = proseArms.sole(study);
    return sole == null ? null : new Attached(sole, null, "the only arm of the study");
  }

  /** The arm named behind an outcome that was not seen. */
  @Nullable Arm ofDenied(int end, @Nullable Study study) {
    List<Arm> later = distinct(end, sentence.end(), study);
    return later.isEmpty() ? null : later.get(0);
  }

  /** The number of people that a count is told to be out of, behind it: {@code 16 (33%) of 48}. */
  @Nullable ReportedNumber peopleBehind(Statement statement) {
    return group.countedOf(statement);
  }

  /** The participants that the paragraph speaks of after this sentence. */
  @Nullable Arm groupAfter(@Nullable Study study) {
    Arm opening =
        group.opening(study, statements.isEmpty() ? sentence.end() : statements.get(0).start());
    return opening == null ? before.group() : opening;
  }

  /** All participants of a study, where they are an arm of it. */
  static @Nullable Arm whole(@Nullable Study study) {
    List<Arm> whole =
        Studies.arms(study).stream()
            .filter(arm -> arm.role() == Arm.Role.TOTAL || arm.role() == Arm.Role.SINGLE)
            .toList();
    return whole.size() == 1 ? whole.get(0) : null;
  }

  private boolean stillAbout(Arm people, @Nullable Study study) {
    boolean all = people.role() == Arm.Role.TOTAL && proseArms.pair(study).isEmpty();
    if (all || POINTS_BACK.matcher(text.substring(sentence.start(), sentence.end())).find()) {
      return true;
    }
    return people.n() != null
        && statements.stream()
            .flatMap(statement -> statement.values().stream())
            .map(value -> value.measure().of())
            .anyMatch(of -> isNumber(of, people.n()));
  }

  private static boolean isNumber(@Nullable ReportedNumber of, int n) {
    return of != null && of.value().intValue() == n;
  }

  private List<Arm> distinct(int from, int to, @Nullable Study study) {
    Set<Arm> arms = new LinkedHashSet<>();
    for (ArmNames.Naming naming : names(study)) {
      if (naming.start() >= from && naming.end() <= to) {
        arms.add(naming.arm());
      }
    }
    return List.copyOf(arms);
  }

  private List<ArmNames.Naming> names(@Nullable Study study) {
    return names.computeIfAbsent(
        study == null ? "" : study.id(),
        id -> ArmNames.in(text, sentence.start(), sentence.end(), mentions, study, proseArms));
  }
}
