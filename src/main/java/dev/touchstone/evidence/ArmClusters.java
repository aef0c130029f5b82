package dev.touchstone.evidence;

import dev.touchstone.mention.ArmWords;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arms of one study, or of a document without one, by the names that its prose has for them.
 */
final class ArmClusters {

  private static final String THE =
      "\\s(?:with\\s|in\\s|for\\s|on\\s|to\\s|by\\s)?(?:the\\s|those\\s|that\\s|an?\\s)?(?:\\p{L}+\\s(?:in|on|with|receiving)\\s(?:the\\s)?)?";

  /** What stands before the side that something is compared with. */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?is).*(?<![\\p{L}])(?:versus|vs\\.?|v|compared (?:with|to)|than|against|over|or)"
              + THE
              + "$");

  private static final Pattern COMPARES =
      Pattern.compile(
          "(?is)\\s?(?:\\([^()]*\\)\\s?)?,?\\s?(?:as |when )?(?:versus|vs\\.?|v|compared (?:with|to)|than|against|or)(?![\\p{L}]).*");
  private static final Pattern STANDARD =
      Pattern.compile(
          "(?i).*\\b(?:standard|conventional|usual|routine|alone|no|without|only|delayed|historical)\\b.*");
  private static final Pattern ALIAS =
      Pattern.compile("\\s?\\(\\s?([\\p{L}][\\p{L}\\d+/-]{0,9})\\s?[,;)]");

  private final List<ArmCluster> clusters = new ArrayList<>();
  private final List<ArmCluster> roles = new ArrayList<>();
  private final Map<ArmCluster, ArmCluster> settled = new HashMap<>();

  ArmClusters(@Nullable Study study) {
    for (Arm arm : Studies.arms(study)) {
      clusters.add(new ArmCluster(arm.label(), ArmWords.of(arm.label(), arm.drug()), arm));
    }
  }

  /**
   * Arms that an allotment tells; those of a study that has its arms only get their short names.
   */
  void seed(Allotment allotment, Unit unit, boolean known) {
    for (Allotment.Side side : allotment.sides()) {
      ArmWords words =
          ArmWords.of(side.label(), unit, side.start(), side.start() + side.label().length());
      if (words.isEmpty()) {
        continue;
      }
      ArmCluster cluster = equal(words);
      if (cluster == null && known) {
        cluster = ofSide(side);
      }
      if (cluster == null && known) {
        continue;
      }
      if (cluster == null) {
        cluster = new ArmCluster(side.label(), words, null);
        clusters.add(cluster);
      }
      cluster.seeded(side);
      cluster.alias(side.alias());
      boolean first = side == allotment.sides().get(0);
      if (side.role() == null ? first : side.role().equals("intervention")) {
        cluster.speaksForIntervention(2);
      } else {
        cluster.speaksForControl(2);
      }
    }
  }

  private @Nullable ArmCluster ofSide(Allotment.Side side) {
    return clusters.stream()
        .filter(cluster -> cluster.known() != null)
        .filter(cluster -> ArmNames.bare(cluster.label()).equals(ArmNames.bare(side.label())))
        .findFirst()
        .orElse(null);
  }

  /** The arm that a mention names; null where its words say nothing or fit several. */
  @Nullable ArmCluster place(Mention mention, Unit unit, Sentence sentence, boolean opens) {
    String label = mention.arm().label();
    ArmWords words = ArmWords.of(label, unit, mention.start(), mention.end());
    String design = mention.arm().arm();
    ArmCluster cluster = design == null ? null : ofDesign(design);
    if (cluster == null) {
      cluster = find(label, words);
      boolean another =
          cluster != null
              && (isSetAgainst(cluster, mention, words, unit, sentence)
                  || design != null && cluster.ofAnother(design));
      cluster = another ? null : cluster;
    }
    if (cluster == null) {
      if (words.isEmpty() && mention.arm().role() == null || near(words).size() > 1) {
        return null;
      }
      cluster = new ArmCluster(label, words, null);
      if (words.onlyRole() || words.isEmpty()) {
        roles.add(cluster);
      } else {
        clusters.add(cluster);
      }
      if (ArmWords.describesPeople(label) || isCondition(mention, unit)) {
        cluster.role(Arm.Role.SUBGROUP);
      }
    }
    cluster.named(mention);
    cluster.design(design);
    String text = unit.reading().text();
    Matcher alias = ALIAS.matcher(text).region(mention.end(), text.length());
    if (alias.lookingAt() && alias.group(1).length() > 1) {
      cluster.alias(alias.group(1));
    }
    cluster.n(people(mention, unit));
    lean(cluster, mention, text, sentence, opens ? 3 : 1);
    return cluster;
  }

  /** Other words that the same sentence has for the arm name another one: "A" beside "A plus B". */
  private boolean isSetAgainst(
      ArmCluster cluster, Mention mention, ArmWords words, Unit unit, Sentence sentence) {
    if (cluster.words().all().equals(words.all())
        || words.all().size() < 2 && cluster.words().all().size() < 2) {
      return false;
    }
    return unit.mentions(sentence).stream()
        .filter(other -> other.type() == MentionType.ARM && other != mention)
        .map(other -> ArmWords.of(other.arm().label(), unit, other.start(), other.end()))
        .anyMatch(other -> other.all().equals(cluster.words().all()));
  }

  private static boolean isCondition(Mention mention, Unit unit) {
    return unit.mentions(MentionType.CONDITION).stream()
        .anyMatch(other -> other.start() < mention.end() && mention.start() < other.end());
  }

  private static void lean(
      ArmCluster cluster, Mention mention, String text, Sentence sentence, int weight) {
    if ("control".equals(mention.arm().role())) {
      cluster.speaksForControl(6);
    } else if ("intervention".equals(mention.arm().role())) {
      cluster.speaksForIntervention(6);
    } else if (STANDARD.matcher(mention.arm().label()).matches()) {
      cluster.speaksForControl(3);
    }
    if (COMPARED
        .matcher(text.substring(Math.max(sentence.start(), mention.start() - 50), mention.start()))
        .matches()) {
      cluster.speaksForControl(weight);
    }
    if (COMPARES.matcher(text.substring(mention.end(), sentence.end())).matches()) {
      cluster.speaksForIntervention(weight);
    }
  }

  /** The number of people told in brackets behind a name. */
  private static @Nullable Integer people(Mention mention, Unit unit) {
    for (Mention other : unit.mentions(MentionType.PARTICIPANTS)) {
      boolean behind = other.start() >= mention.end() && other.start() - mention.end() <= 12;
      if (behind
          && unit.reading()
              .text()
              .substring(mention.end(), other.start())
              .matches("(?i)\\s?(?:\\([^()]{1,10}\\)\\s?)?[(\\[,]\\s?(?:n\\s?=\\s?)?")) {
        return other.participants().n().value().intValue();
      }
    }
    return null;
  }

  private @Nullable ArmCluster ofDesign(String name) {
    return clusters.stream()
        .filter(cluster -> name.equals(cluster.design()))
        .findFirst()
        .orElse(null);
  }

  private @Nullable ArmCluster find(String label, ArmWords words) {
    String bare = label.replaceFirst("(?i)\\s(?:arms?|groups?|patients|cohorts?)$", "");
    for (ArmCluster cluster : clusters) {
      if (cluster.isCalled(bare)) {
        return cluster;
      }
    }
    ArmCluster equal = equal(words);
    if (equal != null) {
      return equal;
    }
    List<ArmCluster> near = near(words);
    return near.size() == 1 ? near.get(0) : null;
  }

  private @Nullable ArmCluster equal(ArmWords words) {
    for (List<ArmCluster> all : List.of(clusters, roles)) {
      for (ArmCluster cluster : all) {
        if (cluster.words().all().equals(words.all()) && !words.isEmpty()) {
          return cluster;
        }
      }
    }
    return null;
  }

  /** Arms that have all of the words, or none but these of their own without another drug. */
  private List<ArmCluster> near(ArmWords words) {
    return words.isEmpty() || words.onlyRole()
        ? List.of()
        : clusters.stream()
            .filter(
                cluster ->
                    words.within(cluster.words())
                        || cluster.words().within(words)
                            && cluster.words().drugs().equals(words.drugs())
                            && !words.drugs().isEmpty())
            .toList();
  }

  /** The arm that alone gets a drug. */
  @Nullable ArmCluster ofDrug(Mention mention) {
    String name = mention.drug().name().toLowerCase(Locale.ROOT);
    List<ArmCluster> its =
        clusters.stream().filter(cluster -> cluster.words().drugs().contains(name)).toList();
    List<ArmCluster> alone =
        its.stream().filter(cluster -> cluster.words().all().size() == 1).toList();
    return alone.size() == 1 ? alone.get(0) : its.size() == 1 ? its.get(0) : null;
  }

  /** Gives the arms their roles, and the words that only tell a role their arms. */
  void settle() {
    List<ArmCluster> treated = compared();
    boolean told =
        treated.stream().anyMatch(cluster -> !cluster.open() && cluster.role() == Arm.Role.CONTROL)
            || treated.stream().anyMatch(cluster -> cluster.open() && cluster.leaning() <= -4)
            || roles.stream().anyMatch(cluster -> cluster.leaning() < 0);
    ArmCluster least =
        treated.stream()
            .filter(ArmCluster::open)
            .min(Comparator.comparingInt(ArmCluster::leaning))
            .orElse(null);
    for (ArmCluster cluster : treated) {
      boolean cue = cluster.leaning() <= -4;
      boolean other = !told && treated.size() > 1 && cluster == least && cluster.leaning() < 4;
      cluster.role(cue || other ? Arm.Role.CONTROL : Arm.Role.INTERVENTION);
    }
    for (ArmCluster cluster : roles) {
      cluster.role(cluster.leaning() < 0 ? Arm.Role.CONTROL : Arm.Role.INTERVENTION);
      List<ArmCluster> same =
          compared().stream().filter(other -> other.role() == cluster.role()).toList();
      if (same.size() == 1) {
        settled.put(cluster, same.get(0));
        same.get(0).n(cluster.n());
      }
    }
  }

  /** The arms that are compared, not parts of the people. */
  private List<ArmCluster> compared() {
    return clusters.stream()
        .filter(
            cluster ->
                cluster.open()
                    || cluster.role() == Arm.Role.INTERVENTION
                    || cluster.role() == Arm.Role.CONTROL)
        .toList();
  }

  ArmCluster settled(ArmCluster cluster) {
    return Objects.requireNonNullElse(settled.get(cluster), cluster);
  }

  /** The arms that the document's design sets apart. */
  List<ArmCluster> designed() {
    List<ArmCluster> all = new ArrayList<>(clusters);
    roles.stream().filter(cluster -> !settled.containsKey(cluster)).forEach(all::add);
    return all.stream()
        .filter(ArmCluster::designed)
        .filter(
            cluster ->
                cluster.role() == Arm.Role.INTERVENTION || cluster.role() == Arm.Role.CONTROL)
        .toList();
  }

  /** The only arm; null where there are more or none. */
  @Nullable ArmCluster sole() {
    List<ArmCluster> all = all();
    return all.size() == 1 ? all.get(0) : null;
  }

  /** The only arm on its side of the comparison; null where there are more or none. */
  @Nullable ArmCluster only(Arm.Role role) {
    List<ArmCluster> its = all().stream().filter(cluster -> cluster.role() == role).toList();
    return its.size() == 1 ? its.get(0) : null;
  }

  /** One intervention and one control, where there is no other arm. */
  List<ArmCluster> pair() {
    ArmCluster treated = only(Arm.Role.INTERVENTION);
    ArmCluster control = only(Arm.Role.CONTROL);
    return treated != null && control != null ? List.of(treated, control) : List.of();
  }

  private List<ArmCluster> all() {
    List<ArmCluster> all = new ArrayList<>(compared());
    roles.stream().filter(cluster -> !settled.containsKey(cluster)).forEach(all::add);
    return all;
  }
}
