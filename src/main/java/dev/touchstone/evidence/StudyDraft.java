package dev.touchstone.evidence;

import dev.touchstone.evidence.StudyCue.Design;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A study while its cues are being gathered. */
final class StudyDraft {

  private final Map<String, Integer> phases = new LinkedHashMap<>();
  private final Set<String> registries = new LinkedHashSet<>();
  private final Set<String> authors = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<Design> designs = EnumSet.noneOf(Design.class);
  private final Set<String> mentions = new LinkedHashSet<>();
  private final List<StudyCue> cues = new ArrayList<>();
  private int lastSeen;
  private @Nullable Integer randomised;
  private int randomisedRank;
  private @Nullable String allocation;

  void alias(String name) {
    names.add(name);
  }

  /** What a table of trials says of it. */
  void listed(@Nullable String phase, @Nullable String registry) {
    if (phase != null) {
      phases.merge(phase, 1, Integer::sum);
    }
    addIfThere(registries, registry);
  }

  boolean isCalled(String text) {
    return names.stream().anyMatch(name -> Studies.fold(name).equals(Studies.fold(text)));
  }

  Set<Design> designs() {
    return designs;
  }

  int lastSeen() {
    return lastSeen;
  }

  void mention(String id) {
    mentions.add(id);
  }

  /**
   * The number that took part; randomised says more than enrolled, the first statement more than
   * later ones.
   */
  void participants(int n, int rank) {
    if (rank > randomisedRank) {
      randomised = n;
      randomisedRank = rank;
    }
  }

  void allocation(String ratio) {
    allocation = allocation == null ? ratio : allocation;
  }

  void add(StudyCue cue, int at) {
    cues.add(cue);
    lastSeen = at;
    if (cue.phase() != null) {
      phases.merge(cue.phase(), 1, Integer::sum);
    }
    addIfThere(registries, cue.registry());
    addIfThere(authors, cue.author());
    addIfThere(names, cue.name());
    designs.addAll(cue.designs());
  }

  private static void addIfThere(Set<String> all, @Nullable String one) {
    if (one != null) {
      all.add(one);
    }
  }

  /**
   * How much speaks for a cue naming this study: 0 where something contradicts it or nothing says
   * so.
   *
   * @param inScope whether the place of the cue is about this study already
   */
  int agreement(StudyCue cue, boolean inScope) {
    for (Design its : designs) {
      for (Design own : cue.designs()) {
        if (its.excludes(own)) {
          return 0;
        }
      }
    }
    boolean pooled = designs.contains(Design.POOLED) || designs.contains(Design.RETROSPECTIVE);
    boolean cuePooled = cue.designs().contains(Design.POOLED);
    if ((pooled && cue.phase() != null) || (cuePooled && !phases.isEmpty())) {
      return 0;
    }
    if (cue.preclinical() != designs.contains(Design.PRECLINICAL)) {
      return 0;
    }
    int score = 0;
    if (cue.registry() != null && !registries.isEmpty()) {
      if (!registries.contains(cue.registry())) {
        return 0;
      }
      score += 8;
    }
    if (cue.author() != null && !authors.isEmpty()) {
      if (authors.stream().noneMatch(author -> sameAuthor(author, cue.author()))) {
        return 0;
      }
      score += 8;
    }
    if (cue.name() != null && !names.isEmpty()) {
      if (!isCalled(cue.name())) {
        return 0;
      }
      score += 8;
    } else if (!names.isEmpty() && cue.name() == null && !inScope) {
      return 0;
    }
    if (cue.phase() != null && !phases.isEmpty()) {
      if (phases.containsKey(cue.phase())) {
        score += 4;
      } else if (inScope
          && phases.keySet().stream().anyMatch(phase -> Phase.related(phase, cue.phase()))) {
        score += 3;
      } else {
        return 0;
      }
    }
    boolean sameDesign = cue.designs().stream().anyMatch(designs::contains);
    if (sameDesign) {
      score += 2;
    }
    boolean adds =
        !cue.designs().isEmpty()
            || (cue.registry() != null && registries.isEmpty())
            || (cue.author() != null && authors.isEmpty());
    // What stands under a trial's name may tell its phase for the first time.
    boolean first = phases.isEmpty() && cue.noun() && !names.isEmpty() && designs.isEmpty();
    if (score == 0 && inScope && adds && (cue.phase() == null || first)) {
      score = 1;
    }
    return score == 0 ? 0 : score + (inScope ? 2 : 0);
  }

  /**
   * Takes over what is said of another draft, unless that is another study by number, name, author
   * or phase.
   */
  boolean absorbs(StudyDraft other) {
    boolean phased =
        phases.isEmpty()
            || other.phases.isEmpty()
            || phases.keySet().stream()
                .anyMatch(
                    own -> other.phases.keySet().stream().anyMatch(its -> Phase.related(own, its)));
    boolean excluded =
        designs.stream().anyMatch(own -> other.designs.stream().anyMatch(its -> its.excludes(own)));
    if (!phased
        || excluded
        || !mayBeOne(ofOneRegistry(other.registries), other.registries)
        || !mayBeOne(names, other.names)
        || !mayBeOne(authors, other.authors)) {
      return false;
    }
    other.phases.forEach((phase, times) -> phases.merge(phase, times, Integer::sum));
    registries.addAll(other.registries);
    authors.addAll(other.authors);
    names.addAll(other.names);
    designs.addAll(other.designs);
    mentions.addAll(other.mentions);
    cues.addAll(other.cues);
    lastSeen = Math.max(lastSeen, other.lastSeen);
    return true;
  }

  /** Own numbers in the registers that the others are from: a trial has one in each. */
  private Set<String> ofOneRegistry(Set<String> others) {
    Set<String> its = new LinkedHashSet<>();
    for (String own : registries) {
      boolean same =
          others.stream()
              .anyMatch(other -> own.replaceAll("\\d+", "").equals(other.replaceAll("\\d+", "")));
      if (same) {
        its.add(own);
      }
    }
    return its;
  }

  private static boolean mayBeOne(Set<String> own, Set<String> its) {
    return own.isEmpty() || its.isEmpty() || own.stream().anyMatch(its::contains);
  }

  private static boolean sameAuthor(String one, @Nullable String other) {
    if (other == null) {
      return false;
    }
    String[] a = one.split(" ", 2);
    String[] b = other.split(" ", 2);
    return a[0].equals(b[0]) && (a.length == 1 || b.length == 1 || a[1].equals(b[1]));
  }

  Study build(String id, List<Arm> arms) {
    String phase =
        phases.entrySet().stream()
            .max(Map.Entry.<String, Integer>comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
    String design =
        designs.isEmpty()
            ? null
            : String.join(
                " ",
                designs.stream()
                    .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
    return new Study(
        id,
        label(phase),
        phase,
        registries.stream().findFirst().orElse(null),
        design,
        randomised,
        allocation,
        arms,
        List.copyOf(mentions));
  }

  /** The fullest of the first words that name it by its phase. */
  private String label(@Nullable String phase) {
    if (!names.isEmpty()) {
      return names.iterator().next();
    }
    return cues.stream()
        .filter(cue -> cue.text().length() <= 80)
        .max(
            Comparator.comparingInt(
                cue -> fullness(cue) + (Objects.equals(cue.phase(), phase) ? 4 : 0)))
        .or(() -> cues.stream().findFirst())
        .map(StudyCue::text)
        .orElse("study");
  }

  private static int fullness(StudyCue cue) {
    return (cue.phase() == null ? 0 : 2)
        + (cue.author() == null ? 0 : 2)
        + (cue.registry() == null ? 0 : 1)
        + (cue.noun() ? 1 : 0);
  }
}
