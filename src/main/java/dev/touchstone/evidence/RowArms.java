package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whose values the statements of a sentence are. */
final class RowArms {

  /** What stands between a value and the arm that it is of. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:\\s*\\([^()]{0,30}\\))?[\\s)]*(?:of (?:the )?)?(?:(?:treated |evaluable )?(?:patients|participants|women|men|subjects|those|people|months|weeks))?\\s*(?:who (?:were |had )?)?"
              + "(?:with|in|on|for|given|receiving|received|treated with|under|after|among|assigned to|taking|of|at|from)?\\s*(?:the|an?)?\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "(?i)\\b(?:that|this) (?:subset|subgroup|group|cohort)\\b|\\bthese patients\\b|\\bof (?:them|whom)\\b");

  private static final Pattern OTHER_SIDE =
      Pattern.compile(
          "(?i)\\b(?:compared (?:with|to)|relative to|than|versus|vs\\.?|over|against)\\s+(?:with\\s+|for\\s+|in\\s+)?(?:the\\s+|an?\\s+)?$");
  private static final Pattern RESPECTIVELY = Pattern.compile("(?i)\\brespectively\\b");

  private final Sentence sentence;
  private final String text;
  private final List<Mention> mentions;
  private final List<Statement> statements;
  private final Changes changes;
  private final SentenceGroup group;
  private final ProseArms proseArms;
  private final Carried before;

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
   * The arms of statements that tell one outcome of several groups of a study, each as far as the
   * text says.
   *
   * @param from where the statement before them ends
   * @param to where the next one starts
   */
  List<@Nullable Attached> ofRow(List<Statement> row, @Nullable Study study, int from, int to) {
    List<Statement> values = row.stream().map(changes::whole).distinct().toList();
    List<@Nullable Attached> its = new ArrayList<>();
    if (values.size() == 1) {
      its.add(of(values.get(0), study, from, to));
    } else {
      its.addAll(ofValues(values, study));
    }
    List<@Nullable Attached> each = new ArrayList<>();
    row.forEach(statement -> each.add(its.get(values.indexOf(changes.whole(statement)))));
    return each;
  }

  private NamedRow named(List<Statement> values, @Nullable Study study) {
    return new NamedRow(text, sentence, values, changes.all(), names(study));
  }

  private List<@Nullable Attached> ofValues(List<Statement> values, @Nullable Study study) {
    NamedRow named = named(values, study);
    List<Attached> listed = new ArmLists(named).read();
    if (!listed.isEmpty()) {
      return new ArrayList<>(listed);
    }
    List<ArmNames.@Nullable Naming> chosen = new ArmAlignment(named).cheapest();
    List<@Nullable Attached> own = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ArmNames.Naming name = chosen.get(i);
      Arm counted = name == null ? group.counted(study, values.get(i)) : null;
      own.add(
          name != null
              ? Attached.of(name, "named beside its value")
              : counted == null ? null : new Attached(counted, null, "people behind a count"));
    }
    complete(own, named, study);
    return own;
  }

  /** Fills in the arms that the sentence does not name. */
  private void complete(List<@Nullable Attached> own, NamedRow named, @Nullable Study study) {
    int n = own.size();
    long told = own.stream().filter(Objects::nonNull).count();
    if (told == n) {
      return;
    }
    List<Arm> pair = twoArms(study);
    if (told > 0) {
      boolean apart = n == 2 && !named.qualified(named.row().get(0), named.row().get(1));
      for (int i = 0; i < n && apart && pair.size() == 2; i++) {
        Attached one = own.get(1 - i);
        if (own.get(i) == null && one != null && ids(pair).contains(one.arm().id())) {
          own.set(i, new Attached(other(pair, one.arm()), null, "the other of two arms"));
        }
      }
      return;
    }
    boolean sameStudy = study == null || ids(study.arms()).containsAll(ids(before.order()));
    boolean asBefore =
        pair.size() != n
            || RESPECTIVELY.matcher(text.substring(sentence.start(), sentence.end())).find();
    List<Arm> order =
        before.order().size() == n && sameStudy && asBefore
            ? before.order()
            : pair.size() == n ? pair : List.of();
    for (int i = 0; i < order.size(); i++) {
      own.set(
          i,
          new Attached(
              order.get(i), null, order == pair ? "order of the study" : "order as told before"));
    }
  }

  /** The two arms of the study, or of a sentence that names no more. */
  private List<Arm> twoArms(@Nullable Study study) {
    List<Arm> pair = proseArms.pair(study);
    List<Arm> named = distinct(sentence.start(), sentence.end(), study);
    return pair.isEmpty() && named.size() == 2 ? named : pair;
  }

  private static Set<String> ids(List<Arm> arms) {
    return arms.stream().map(Arm::id).collect(Collectors.toSet());
  }

  private static Arm other(List<Arm> pair, Arm one) {
    return pair.get(0).id().equals(one.id()) ? pair.get(1) : pair.get(0);
  }

  /**
   * The arm or group of a single statement; null where the text does not say.
   *
   * @param from where the statement before it ends
   * @param to where the next one starts
   */
  @Nullable Attached of(Statement single, @Nullable Study study, int from, int to) {
    Statement statement = changes.whole(single);
    ArmNames.Naming after = after(statement, to, study);
    if (after != null) {
      return Attached.of(after, "named behind its value");
    }
    Arm counted = group.counted(study, statement);
    if (counted != null) {
      return new Attached(counted, null, "people behind a count");
    }
    Arm opening = group.opening(study, statement.start());
    if (opening != null) {
      return new Attached(opening, opening.mention(), "people that open the sentence");
    }
    ArmNames.Naming near = new ArmAlignment(named(List.of(statement), study)).cheapest().get(0);
    if (near == null) {
      near = subject(sentence.start(), statement.start(), study);
    }
    if (near == null) {
      near = onlyOne(study);
    }
    if (near != null) {
      return Attached.of(near, "named in its clause");
    }
    if (before.group() != null && stillAbout(before.group(), study)) {
      return new Attached(before.group(), null, "people of the sentence before");
    }
    Arm atDose = group.atDose(study, statement);
    Arm all = atDose == null ? whole(study) : atDose;
    return all == null
        ? null
        : new Attached(all, null, atDose == null ? "all of the study" : "people at a dose");
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
    return ArmNames.in(text, sentence.start(), sentence.end(), mentions, study, proseArms);
  }

  private ArmNames.@Nullable Naming after(Statement statement, int to, @Nullable Study study) {
    for (ArmNames.Naming naming : names(study)) {
      if (naming.start() >= statement.end() && naming.start() < to) {
        String gap = text.substring(statement.end(), naming.start());
        return AFTER.matcher(gap).matches() ? naming : null;
      }
    }
    return null;
  }

  /** {@code A (5%), B (7%) and C (2%) were seen in the X group}: one arm for all that is told. */
  private ArmNames.@Nullable Naming onlyOne(@Nullable Study study) {
    List<ArmNames.Naming> names = names(study);
    boolean one = NamedRow.distinct(names).size() == 1;
    return one && !OTHER_SIDE.matcher(text.substring(sentence.start(), names.get(0).start())).find()
        ? names.get(0)
        : null;
  }

  /**
   * The arm named last that is not only the other side of a comparison; else the one named last.
   */
  private ArmNames.@Nullable Naming subject(int from, int to, @Nullable Study study) {
    ArmNames.Naming subject = null;
    ArmNames.Naming last = null;
    for (ArmNames.Naming naming : names(study)) {
      boolean within = naming.start() >= from && naming.end() <= to;
      String lead = text.substring(sentence.start(), naming.start());
      if (within) {
        last = naming;
        subject = OTHER_SIDE.matcher(lead).find() ? subject : naming;
      }
    }
    return subject == null ? last : subject;
  }
}
