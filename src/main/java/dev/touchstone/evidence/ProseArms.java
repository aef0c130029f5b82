package dev.touchstone.evidence;

import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.ArmWords;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The arms that prose names where no table and no allotment lists them: all ways of naming one are
 * gathered ({@code usual care}, {@code the control group}, {@code controls}), and the whole
 * document tells which side of the comparison it is on.
 */
final class ProseArms {

  private final GroupArms groups;
  private final Map<String, ArmCluster> ofMention = new HashMap<>();
  private final Map<String, ArmClusters> ofStudy = new LinkedHashMap<>();

  /** Whether the first sentence, which sets out what is compared, has been read. */
  private boolean begun;

  private final boolean onOneDrug;

  private ProseArms(GroupArms groups, boolean onOneDrug) {
    this.groups = groups;
    this.onOneDrug = onOneDrug;
  }

  static ProseArms of(AnnotatedDocument document, Studies studies, GroupArms groups) {
    boolean onOneDrug = document.document().metadata().compound() != null;
    ProseArms arms = new ProseArms(groups, onOneDrug);
    for (Unit unit : document.units()) {
      if (unit.part() != Unit.Part.CELL) {
        arms.seed(unit, studies);
      }
    }
    for (Unit unit : document.units()) {
      if (unit.part() != Unit.Part.CELL) {
        arms.read(unit, studies);
      }
    }
    arms.ofStudy.values().forEach(ArmClusters::settle);
    return arms;
  }

  private void seed(Unit unit, Studies studies) {
    for (Allotment allotment : Allotment.in(unit)) {
      Study study = studies.studyAt(unit, allotment.end());
      clusters(study).seed(allotment, unit, !Studies.pair(study).isEmpty());
    }
  }

  private void read(Unit unit, Studies studies) {
    for (Sentence sentence : unit.sentences()) {
      boolean opens = !begun;
      begun |= !unit.mentions(sentence).isEmpty();
      for (Mention mention : unit.mentions(sentence)) {
        if (mention.type() == MentionType.ARM) {
          Study study = studies.studyAt(unit, mention.end());
          ArmCluster cluster = clusters(study).place(mention, unit, sentence, opens);
          if (cluster != null) {
            ofMention.put(mention.id(), cluster);
          }
        }
      }
    }
  }

  private ArmClusters clusters(@Nullable Study study) {
    return ofStudy.computeIfAbsent(key(study), id -> new ArmClusters(study));
  }

  private static String key(@Nullable Study study) {
    return study == null ? "" : Objects.requireNonNull(study).id();
  }

  /** The groups that sentences set apart. */
  GroupArms groups() {
    return groups;
  }

  /** Whether the document is a note on one drug, of which it speaks where it names nobody. */
  boolean onOneDrug() {
    return onOneDrug;
  }

  /** The only arm of a study that has no table of arms and allots nobody to another; else null. */
  @Nullable Arm sole(@Nullable Study study) {
    ArmClusters clusters = ofStudy.get(key(study));
    if (study == null || clusters == null || !study.arms().isEmpty()) {
      return null;
    }
    boolean allotted = study.design() != null && study.design().contains("random");
    ArmCluster sole = allotted ? null : clusters.sole();
    return sole == null || sole.role() != Arm.Role.INTERVENTION ? null : arm(sole, study);
  }

  /** The arm that a mention of an arm or a drug names; null where the document leaves it open. */
  @Nullable Arm of(Mention mention, @Nullable Study study) {
    ArmClusters clusters = ofStudy.get(key(study));
    ArmCluster cluster = ofMention.get(mention.id());
    if (clusters == null) {
      return null;
    }
    if (cluster == null && mention.type() == MentionType.DRUG) {
      cluster = clusters.ofDrug(mention);
    } else if (cluster != null) {
      cluster = clusters.settled(cluster);
    }
    return cluster == null ? null : arm(cluster, study);
  }

  /** The two arms that are compared, intervention first; none where there are more or fewer. */
  List<Arm> pair(@Nullable Study study) {
    List<Arm> known = Studies.pair(study);
    ArmClusters clusters = ofStudy.get(key(study));
    if (!known.isEmpty() || clusters == null) {
      return known;
    }
    List<Arm> pair = new ArrayList<>();
    clusters.pair().forEach(cluster -> pair.add(arm(cluster, study)));
    return pair;
  }

  /** The only treated arm and the only control, each where there is just one. */
  List<Arm> sides(@Nullable Study study) {
    List<Arm> sides = new ArrayList<>();
    ArmClusters clusters = ofStudy.get(key(study));
    for (Arm.Role role : List.of(Arm.Role.INTERVENTION, Arm.Role.CONTROL)) {
      Arm known = Studies.armOfRole(study, role);
      ArmCluster only = known == null && clusters != null ? clusters.only(role) : null;
      if (known != null) {
        sides.add(known);
      } else if (only != null) {
        sides.add(arm(only, study));
      }
    }
    return sides;
  }

  /** The arms that the design of a study sets apart, whether or not a value is theirs. */
  List<Arm> designed(Study study) {
    ArmClusters clusters = ofStudy.get(key(study));
    return clusters == null || !Studies.pair(study).isEmpty()
        ? List.of()
        : clusters.designed().stream().map(cluster -> arm(cluster, study)).toList();
  }

  /**
   * The study with each of its arms as the document names it first; a drug alone names an arm only
   * where nothing else does.
   */
  Study namedFirst(Study study, AnnotatedDocument document, Studies studies) {
    Map<String, String> first = new HashMap<>();
    Map<String, String> anyhow = new HashMap<>();
    for (MentionType type : List.of(MentionType.ARM, MentionType.DRUG)) {
      for (Unit unit : document.units()) {
        if (unit.part() != Unit.Part.CELL) {
          for (Mention mention : unit.mentions(type)) {
            boolean aside =
                ArmWords.tellsOfElse(unit.reading().text(), mention.start(), mention.end());
            name(mention, unit, study, studies, aside ? anyhow : first);
          }
        }
      }
    }
    anyhow.forEach(first::putIfAbsent);
    List<Arm> arms = new ArrayList<>();
    for (Arm arm : study.arms()) {
      String mention = first.get(arm.id());
      arms.add(
          mention == null
              ? arm
              : new Arm(arm.id(), arm.label(), arm.role(), arm.n(), arm.drug(), mention));
    }
    return study.with(arms);
  }

  private void name(
      Mention mention, Unit unit, Study study, Studies studies, Map<String, String> first) {
    Study about = studies.studyAt(unit, mention.end());
    boolean its = about == null ? studies.all().size() == 1 : about.id().equals(study.id());
    Arm arm = its ? ArmNames.of(mention, study) : null;
    arm = its && arm == null ? of(mention, study) : arm;
    if (arm != null) {
      first.putIfAbsent(arm.id(), mention.id());
    }
  }

  private Arm arm(ArmCluster cluster, @Nullable Study study) {
    return cluster.known() != null
        ? cluster.known()
        : groups.of(
            study, cluster.label(), cluster.role(), cluster.n(), cluster.drug(), cluster.mention());
  }
}
