package dev.touchstone.evidence;

import dev.touchstone.mention.CellAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An arm while what is said of it is being gathered. */
final class ArmDraft {

  final int study;
  final String label;
  private @Nullable Integer n;
  private @Nullable String drug;
  private Arm.@Nullable Role role;
  private @Nullable String mention;
  private final List<CellAddress> cells = new ArrayList<>();
  private final List<String> tables = new ArrayList<>();

  ArmDraft(int study, String label) {
    this.study = study;
    this.label = label;
  }

  void n(@Nullable Integer stated) {
    n = n == null ? stated : n;
  }

  void drug(@Nullable String name) {
    drug = drug == null ? name : drug;
  }

  void role(Arm.@Nullable Role stated) {
    role = role == null ? stated : role;
  }

  void mention(@Nullable String id) {
    mention = mention == null ? id : mention;
  }

  void cell(CellAddress address) {
    cells.add(address);
  }

  @Nullable String drug() {
    return drug;
  }

  Arm.@Nullable Role role() {
    return role;
  }

  @Nullable Integer n() {
    return n;
  }

  void table(String id) {
    tables.add(id);
  }

  /** Ids of tables without columns of arms that are about it. */
  List<String> tables() {
    return tables;
  }

  List<CellAddress> cells() {
    return cells;
  }

  Arm build(String id) {
    return new Arm(id, label, role == null ? Arm.Role.SUBGROUP : role, n, drug, mention);
  }
}
