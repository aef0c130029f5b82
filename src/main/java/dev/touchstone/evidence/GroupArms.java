package dev.touchstone.evidence;

import dev.touchstone.mention.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups of participants that only the prose names: {@code 38 patients treated at the MTD}. */
final class GroupArms {

  private record Group(@Nullable String study, Arm arm) {}

  private final List<Group> groups = new ArrayList<>();
  private final Map<String, Mention> tolerated = new HashMap<>();
  private int next;

  /**
   * @param taken how many arms the studies have already
   */
  GroupArms(int taken) {
    this.next = taken + 1;
  }

  /** The group of that label and size in a study; the same words name the same group. */
  Arm of(
      @Nullable Study study,
      String label,
      Arm.Role role,
      @Nullable Integer n,
      @Nullable String drug,
      @Nullable String mention) {
    String studyId = study == null ? null : study.id();
    for (Group group : groups) {
      if (Objects.equals(group.study(), studyId)
          && Studies.fold(group.arm().label()).equals(Studies.fold(label))
          && Objects.equals(group.arm().n(), n)) {
        return group.arm();
      }
    }
    Arm arm = new Arm("a" + next++, label, role, n, drug, mention);
    groups.add(new Group(studyId, arm));
    return arm;
  }

  /** Notes the dose that a study found tolerable; the first statement counts. */
  void tolerates(@Nullable Study study, Mention dose) {
    if (study != null) {
      tolerated.putIfAbsent(study.id(), dose);
    }
  }

  /** The dose that "at the MTD" means in a study, or null. */
  @Nullable Mention tolerated(@Nullable Study study) {
    return study == null ? null : tolerated.get(study.id());
  }

  /**
   * A study with the groups that the prose added to it.
   *
   * @param used ids of the arms that records are of
   */
  Study complete(Study study, Set<String> used) {
    List<Arm> arms = new ArrayList<>(study.arms());
    groups.stream()
        .filter(group -> study.id().equals(group.study()))
        .map(Group::arm)
        .filter(arm -> used.contains(arm.id()))
        .forEach(arms::add);
    return study.with(arms);
  }
}
