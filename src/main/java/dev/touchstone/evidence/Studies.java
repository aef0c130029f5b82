package dev.touchstone.evidence;

import dev.touchstone.mention.CellAddress;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The studies of a document, which of them each place is about, and their arms. */
final class Studies implements StudyContext {

  /** A cue with the study that it names, by index. */
  record Placed(StudyCue cue, int study) {}

  /**
   * What a unit says of studies.
   *
   * @param inherited the study of its table, section or neighbours, by index
   */
  record Topics(@Nullable Integer inherited, List<Placed> cues) {

    static final Topics NONE = new Topics(null, List.of());

    Topics {
      cues = List.copyOf(cues);
    }
  }

  /** Between a value and a study named after it in the same clause none of these stands. */
  private static final Pattern CLAUSE_BREAK =
      Pattern.compile("[,;:.]|\\b(?:and|but|while|whereas|which|versus|vs)\\b");

  private final List<Study> all;
  private final Map<Unit, Topics> topics;
  private final Map<CellAddress, Arm> ofCell;
  private final Map<String, Arm> ofTable;

  Studies(
      List<Study> all,
      IdentityHashMap<Unit, Topics> topics,
      Map<CellAddress, Arm> ofCell,
      Map<String, Arm> ofTable) {
    this.all = List.copyOf(all);
    this.topics = topics;
    this.ofCell = Map.copyOf(ofCell);
    this.ofTable = Map.copyOf(ofTable);
  }

  /** In the order in which the text first names them. */
  List<Study> all() {
    return all;
  }

  @Override
  public @Nullable Study studyAt(Unit unit, int position) {
    Integer index = indexAt(unit, position);
    return index == null ? null : all.get(index);
  }

  /** The study of that id. */
  @Nullable Study byId(@Nullable String id) {
    return all.stream().filter(study -> study.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * The study that a cell itself names, {@code GIST} where a table lists a trial of GIST; else
   * null.
   */
  @Nullable Study namedBy(Unit cell) {
    List<Placed> cues = topics.getOrDefault(cell, Topics.NONE).cues();
    return cues.isEmpty() ? null : all.get(cues.get(0).study());
  }

  /** How many arms there are, those of tables without a study included. */
  int armCount() {
    return (int)
        Stream.concat(
                all.stream().flatMap(study -> study.arms().stream()), ofCell.values().stream())
            .map(Arm::id)
            .distinct()
            .count();
  }

  /** The arm that a header cell names: a column or row of a table. */
  @Nullable Arm armAt(CellAddress header) {
    return ofCell.get(header);
  }

  /** The people that a table without columns of arms is about. */
  @Nullable Arm armOf(String table) {
    return ofTable.get(table);
  }

  private @Nullable Integer indexAt(Unit unit, int offset) {
    return indexAt(topics, unit, offset);
  }

  static @Nullable Integer indexAt(Map<Unit, Topics> topics, Unit unit, int offset) {
    Topics its = topics.getOrDefault(unit, Topics.NONE);
    Sentence sentence =
        unit.sentences().stream()
            .filter(one -> one.start() <= offset && offset <= one.end())
            .findFirst()
            .orElse(null);
    int from = sentence == null ? 0 : sentence.start();
    int to = sentence == null ? unit.reading().length() : sentence.end();
    List<Placed> here = its.cues().stream().filter(cue -> within(cue, from, to)).toList();
    Placed after =
        here.stream().filter(placed -> placed.cue().start() >= offset).findFirst().orElse(null);
    if (after != null) {
      String gap = unit.reading().text().substring(offset, after.cue().start());
      if (!CLAUSE_BREAK.matcher(withoutDecimals(gap)).find()) {
        return after.study();
      }
    }
    Placed before = null;
    for (Placed placed : here) {
      if (placed.cue().start() < offset) {
        before = placed;
      }
    }
    if (before != null) {
      return before.study();
    }
    return topicBefore(its, from, unit);
  }

  /** What the sentences before an offset are about: the last of them that names a study decides. */
  private static @Nullable Integer topicBefore(Topics its, int offset, Unit unit) {
    Integer topic = its.inherited();
    for (Sentence sentence : unit.sentences()) {
      if (sentence.end() > offset) {
        break;
      }
      Integer own =
          topic(
              its.cues().stream()
                  .filter(cue -> within(cue, sentence.start(), sentence.end()))
                  .toList(),
              topic);
      topic = own == null ? topic : own;
    }
    return topic;
  }

  /**
   * What a sentence with these cues is about. Animals mentioned in passing do not change the
   * subject of a paragraph on a trial.
   */
  static @Nullable Integer topic(List<Placed> cues, @Nullable Integer before) {
    for (boolean noun : new boolean[] {true, false}) {
      for (Placed placed : cues) {
        if (!placed.cue().preclinical() && (placed.cue().noun() || !noun)) {
          return placed.study();
        }
      }
    }
    return before == null && !cues.isEmpty() ? Integer.valueOf(cues.get(0).study()) : null;
  }

  private static boolean within(Placed placed, int from, int to) {
    return from <= placed.cue().start() && placed.cue().start() < to;
  }

  private static String withoutDecimals(String text) {
    return text.replaceAll("\\d[.,]\\d", "0");
  }

  /** The arms of a study; none for a place whose study is open. */
  static List<Arm> arms(@Nullable Study study) {
    return study == null ? List.of() : study.arms();
  }

  /** The arm that alone gets a drug. */
  static @Nullable Arm armOfDrug(@Nullable Study study, String drug) {
    List<Arm> its =
        arms(study).stream()
            .filter(arm -> drug.equalsIgnoreCase(Objects.requireNonNullElse(arm.drug(), "")))
            .toList();
    return its.size() == 1 ? its.get(0) : null;
  }

  static @Nullable Arm armOfRole(@Nullable Study study, Arm.Role role) {
    List<Arm> its = arms(study).stream().filter(arm -> arm.role() == role).toList();
    return its.size() == 1 ? its.get(0) : null;
  }

  /**
   * The two arms of a study that compares one treatment with another, intervention first; else
   * none.
   */
  static List<Arm> pair(@Nullable Study study) {
    List<Arm> treated =
        arms(study).stream().filter(arm -> arm.role() == Arm.Role.INTERVENTION).toList();
    List<Arm> controls =
        arms(study).stream().filter(arm -> arm.role() == Arm.Role.CONTROL).toList();
    return treated.size() == 1 && controls.size() == 1
        ? List.of(treated.get(0), controls.get(0))
        : List.of();
  }

  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
