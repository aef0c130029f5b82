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
  private final SentenceGroup group;
  private final GroupArms groups;
  private final Carried before;

  RowArms(
      Unit unit, Sentence sentence, List<Statement> statements, GroupArms groups, Carried before) {
    this.sentence = sentence;
    this.text = unit.reading().text();
    this.mentions =
        unit.mentions(sentence).stream()
            .filter(
                mention -> mention.type() == MentionType.ARM || mention.type() == MentionType.DRUG)
            .toList();
    this.statements = statements;
    this.groups = groups;
    this.group = new SentenceGroup(unit, sentence, groups);
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
      return Studies.pair(study);
    }
    boolean turned =
        arms.get(0).role() == Arm.Role.CONTROL && arms.get(1).role() != Arm.Role.CONTROL;
    return turned ? List.of(arms.get(1), arms.get(0)) : arms;
  }

  /**
   * The arms of statements that tell one outcome of several groups of a study, each as far as the
   * text says.
   */
  List<List<Arm>> ofRow(List<Statement> row, @Nullable Study study) {
    int n = row.size();
    List<@Nullable Arm> own = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int to = i + 1 < n ? row.get(i + 1).start() : sentence.end();
      Arm arm = after(row.get(i), to, study);
      if (arm == null) {
        arm = group.counted(study, row.get(i));
      }
      if (arm == null && i > 0) {
        Arm between = last(row.get(i - 1).end(), row.get(i).start(), study);
        // What stands behind one value is not said of the next as well.
        arm = Objects.equals(between, own.get(i - 1)) ? null : between;
      }
      own.add(arm);
    }
    List<Arm> arms = inOrder(row, own, study);
    List<List<Arm>> result = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Arm alone = own.get(i);
      if (arms.size() == n) {
        result.add(List.of(arms.get(i)));
      } else {
        result.add(alone == null ? List.of() : List.of(alone));
      }
    }
    return result;
  }

  private List<Arm> inOrder(List<Statement> row, List<@Nullable Arm> own, @Nullable Study study) {
    int n = row.size();
    List<Arm> told = own.stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    if (told.size() == n && Set.copyOf(told).size() == n) {
      return told;
    }
    List<Arm> earlier = distinct(sentence.start(), row.get(0).start(), study);
    List<Arm> later = distinct(row.get(n - 1).end(), sentence.end(), study);
    if (earlier.size() == n && told.isEmpty()) {
      return earlier;
    }
    if (later.size() == n) {
      return later;
    }
    List<Arm> pair = Studies.pair(study);
    if (n == 2 && pair.size() == 2) {
      Arm first = own.get(0);
      Arm second = own.get(1);
      if (told.isEmpty() && earlier.size() == 1) {
        first = earlier.get(0);
      }
      // Of two values one is named: the other is the other arm's.
      if (first != null && pair.contains(first)) {
        return List.of(first, other(pair, first));
      }
      if (second != null && pair.contains(second)) {
        return List.of(other(pair, second), second);
      }
    }
    boolean sameStudy = study != null && ids(study.arms()).containsAll(ids(before.order()));
    boolean asBefore =
        pair.size() != n
            || RESPECTIVELY.matcher(text.substring(sentence.start(), sentence.end())).find();
    if (before.order().size() == n && sameStudy && asBefore) {
      return before.order();
    }
    return pair.size() == n ? pair : List.of();
  }

  private static Set<String> ids(List<Arm> arms) {
    return arms.stream().map(Arm::id).collect(Collectors.toSet());
  }

  private static Arm other(List<Arm> pair, Arm one) {
    return pair.get(0).equals(one) ? pair.get(1) : pair.get(0);
  }

  /**
   * The arm or group of a single statement; null where the text does not say.
   *
   * @param from where the statement before it ends
   * @param to where the next one starts
   */
  @Nullable Arm of(Statement statement, @Nullable Study study, int from, int to) {
    Arm after = after(statement, to, study);
    if (after != null) {
      return after;
    }
    Arm counted = group.counted(study, statement);
    if (counted != null) {
      return counted;
    }
    Arm opening = group.opening(study, statement.start());
    if (opening != null) {
      return opening;
    }
    Arm near = subject(from, statement.start(), study);
    if (near == null) {
      near = subject(sentence.start(), statement.start(), study);
    }
    if (near != null) {
      return near;
    }
    if (before.group() != null && stillAbout(before.group(), study)) {
      return before.group();
    }
    Arm atDose = group.atDose(study, statement);
    return atDose == null ? whole(study) : atDose;
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
    boolean all = people.role() == Arm.Role.TOTAL && Studies.pair(study).isEmpty();
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
    return ArmNames.in(text, sentence.start(), sentence.end(), mentions, study, groups);
  }

  private @Nullable Arm after(Statement statement, int to, @Nullable Study study) {
    for (ArmNames.Naming naming : names(study)) {
      if (naming.start() >= statement.end() && naming.start() < to) {
        String gap = text.substring(statement.end(), naming.start());
        return AFTER.matcher(gap).matches() ? naming.arm() : null;
      }
    }
    return null;
  }

  /**
   * The arm named last that is not only the other side of a comparison; else the one named last.
   */
  private @Nullable Arm subject(int from, int to, @Nullable Study study) {
    Arm subject = null;
    for (ArmNames.Naming naming : names(study)) {
      boolean within = naming.start() >= from && naming.end() <= to;
      String lead = text.substring(sentence.start(), naming.start());
      if (within && !OTHER_SIDE.matcher(lead).find()) {
        subject = naming.arm();
      }
    }
    return subject == null ? last(from, to, study) : subject;
  }

  private @Nullable Arm last(int from, int to, @Nullable Study study) {
    List<Arm> arms = distinct(from, to, study);
    return arms.isEmpty() ? null : arms.get(arms.size() - 1);
  }
}
