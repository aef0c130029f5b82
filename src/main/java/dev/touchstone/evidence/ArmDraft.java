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
  private final List<Header> headers = new ArrayList<>();

  /**
   * A header cell that names the arm, or a table that is about it as a whole.
   *
   * @param n the number of participants told there; one table counts the randomised, another the
   *     treated
   */
  record Header(String table, @Nullable CellAddress cell, @Nullable Integer n) {}

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

  void header(String table, @Nullable CellAddress cell, @Nullable Integer told) {
    headers.add(new Header(table, cell, told));
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

  List<Header> headers() {
    return headers;
  }

  Arm build(String id) {
    return new Arm(id, label, role == null ? Arm.Role.SUBGROUP : role, n, drug, mention);
  }
}
