package dev.touchstone.evidence;

import dev.touchstone.mention.ArmWords;
import dev.touchstone.mention.Mention;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One arm while the names that a document has for it are gathered. */
final class ArmCluster {

  private String label;
  private final ArmWords words;
  private final @Nullable Arm known;
  private final Set<String> aliases = new HashSet<>();
  private @Nullable String drug;
  private @Nullable String mention;
  private @Nullable Integer n;
  private Arm.@Nullable Role role;
  private @Nullable String design;
  private boolean designed;
  private int control;
  private int intervention;

  ArmCluster(String label, ArmWords words, @Nullable Arm known) {
    this.label = label;
    this.words = words;
    this.known = known;
    if (known != null) {
      role = known.role();
    }
  }

  void named(Mention by) {
    boolean own = by.arm().role() != null && by.arm().why().isEmpty();
    designed |= own || by.arm().arm() != null;
    if (mention == null && known == null) {
      label = by.arm().label();
    }
    mention = mention == null ? by.id() : mention;
    drug = drug == null ? by.arm().drug() : drug;
  }

  void seeded(Allotment.Side side) {
    drug = drug == null ? side.drug() : drug;
    n(side.n());
  }

  void n(@Nullable Integer told) {
    n = n == null ? told : n;
  }

  void alias(@Nullable String name) {
    if (name != null) {
      aliases.add(name);
    }
  }

  /** Whether the document's design tells its side. */
  boolean designed() {
    return designed;
  }

  /** What the document's design calls it. */
  @Nullable String design() {
    return design;
  }

  void design(@Nullable String name) {
    design = design == null ? name : design;
  }

  boolean ofAnother(String name) {
    return design != null && !design.equals(name);
  }

  boolean isCalled(String name) {
    return aliases.contains(name);
  }

  /** One more place speaks for the side that is compared with. */
  void speaksForControl(int weight) {
    control += weight;
  }

  void speaksForIntervention(int weight) {
    intervention += weight;
  }

  int leaning() {
    return intervention - control;
  }

  void role(Arm.Role settled) {
    role = role == null ? settled : role;
  }

  Arm.Role role() {
    return role == null ? Arm.Role.SUBGROUP : role;
  }

  boolean open() {
    return role == null;
  }

  String label() {
    return label;
  }

  ArmWords words() {
    return words;
  }

  @Nullable Arm known() {
    return known;
  }

  @Nullable String drug() {
    return drug;
  }

  @Nullable String mention() {
    return mention;
  }

  @Nullable Integer n() {
    return n;
  }

  @Override
  public String toString() {
    return label + " " + new TreeSet<>(words.all());
  }
}
