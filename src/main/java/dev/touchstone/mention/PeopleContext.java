package dev.touchstone.mention;

import dev.touchstone.mention.CountedArms.Count;
import dev.touchstone.mention.CountedArms.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of a document says of its numbers: the arms' names beside them, the sums that they
 * make, and where the same number stands again.
 */
final class PeopleContext {

  private static final int LEAST_NAMED = 10;
  private static final int FAR_LARGER = 3;

  /** Numbers are alike in size within this ratio. */
  static final double ALIKE = 1.3;

  private final List<PeopleCandidate> all;
  private final List<Set<String>> features = new ArrayList<>();

  private final PeopleSums sums;
  private final List<@Nullable Name> names = new ArrayList<>();
  private final boolean[] joined;

  PeopleContext(List<PeopleCandidate> all, PeopleFeatures words, PeopleNames arms) {
    this.all = all;
    joined = new boolean[all.size()];
    for (PeopleCandidate one : all) {
      features.add(words.of(one));
      names.add(null);
    }
    for (int from = 0; from < all.size(); ) {
      int to = from + 1;
      while (to < all.size() && all.get(to).sentence() == all.get(from).sentence()) {
        to++;
      }
      named(from, to, arms);
      from = to;
    }
    sums = new PeopleSums(all, features);
    repeats();
    sizes(arms);
  }

  Set<String> features(int at) {
    return features.get(at);
  }

  /** The words that name its arm; null for none. */
  @Nullable Name name(int at) {
    return names.get(at);
  }

  /** Whether a number stands in one list with the one before it. */
  boolean isJoined(int at) {
    return joined[at];
  }

  PeopleSums sums() {
    return sums;
  }

  /** Whether three or more numbers of its sentence have names. */
  boolean isSeveral(int at) {
    return features.get(at).stream()
        .anyMatch(feature -> feature.endsWith(" of several in its sentence"));
  }

  private void named(int from, int to, PeopleNames arms) {
    PeopleCandidate first = all.get(from);
    String text = first.reading().text();
    List<Name> here = arms.in(first.reading(), first.sentence());
    List<Integer> places = new ArrayList<>();
    List<Count> counts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      PeopleCandidate one = all.get(i);
      if (one.denominator() || one.draft() != null || one.size() >= LEAST_NAMED) {
        places.add(i);
        counts.add(new Count(one.start(), one.end(), one.denominator()));
      }
    }
    List<@Nullable Name> shared = CountedArms.share(text, first.sentence(), counts, here);
    CountPlace place = new CountPlace(text, first.sentence(), counts, here);
    for (int i = 0; i < counts.size(); i++) {
      Set<String> found = features.get(places.get(i));
      Count count = counts.get(i);
      double best = here.stream().mapToDouble(name -> place.of(count, name)).max().orElse(0);
      PeopleFeatures.say(found, best >= 6, "an arm's name belongs to it");
      PeopleFeatures.say(found, best >= 4 && best < 6, "an arm's name stands by");
      PeopleFeatures.say(found, best >= 2 && best < 4, "an arm's name is near");
      Name name = shared.get(i);
      names.set(places.get(i), name);
      PeopleFeatures.say(found, name != null && name.side() == null, "named, but on no side");
      PeopleFeatures.say(
          found,
          name != null && "intervention".equals(name.side()),
          "named on the intervention's side");
      PeopleFeatures.say(
          found, name != null && "control".equals(name.side()), "named on the control's side");
      if (i > 0 && CountedArms.areJoined(text, counts.get(i - 1), count)) {
        joined[places.get(i)] = true;
        found.add("joined with a number before");
        features.get(places.get(i - 1)).add("joined with a number behind");
      }
    }
    listed(from, to);
    sides(here, from, to);
    for (int i = from; i < to; i++) {
      PeopleFeatures.say(features.get(i), here.isEmpty(), "sentence without arms");
      PeopleFeatures.say(features.get(i), i == from, "first number of its sentence");
      PeopleFeatures.say(features.get(i), to - from == 1, "only number of its sentence");
    }
  }

  /** Numbers of one sentence that stand in the same place: {@code 51 received A, 49 received B}. */
  private void listed(int from, int to) {
    for (int i = from; i < to; i++) {
      for (int j = from; j < to; j++) {
        if (i != j && isLike(i, j)) {
          String size =
              all.get(i).size() > ALIKE * all.get(j).size()
                      || all.get(j).size() > ALIKE * all.get(i).size()
                  ? ""
                  : " and of its size";
          features.get(i).add((i < j ? "before" : "behind") + " one in a like place" + size);
        }
      }
    }
  }

  private boolean isLike(int one, int other) {
    boolean like = false;
    for (String feature : features.get(one)) {
      boolean place =
          feature.startsWith("then: ")
              || feature.startsWith("behind 'n")
              || feature.startsWith("found as: denominator");
      like |= place && features.get(other).contains(feature);
      if (feature.startsWith("found as: ") && !features.get(other).contains(feature)) {
        return false;
      }
    }
    return like;
  }

  /** Of the numbers of a sentence that have a name those that come first and last. */
  private void sides(List<Name> here, int from, int to) {
    List<Integer> named = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (names.get(i) != null || features.get(i).contains("behind 'n ='")) {
        named.add(i);
      }
    }
    for (int k = 0; k < named.size() && named.size() > 1; k++) {
      String place = k == 0 ? "first" : k == named.size() - 1 ? "last" : "between";
      features
          .get(named.get(k))
          .add(place + " of " + (named.size() == 2 ? "two" : "several") + " in its sentence");
    }
    Set<String> told = new HashSet<>();
    here.forEach(name -> told.add(String.valueOf(name.side())));
    for (int i = from; i < to; i++) {
      PeopleFeatures.say(
          features.get(i),
          told.contains("control") && told.contains("intervention"),
          "sentence that names both sides");
      boolean denominator = all.get(i).denominator();
      PeopleFeatures.say(
          features.get(i), denominator && names.get(i) != null, "denominator with a name");
      PeopleFeatures.say(
          features.get(i),
          denominator && names.get(i) == null && !here.isEmpty(),
          "denominator in a sentence with arms");
      PeopleFeatures.say(
          features.get(i),
          denominator && (joined[i] || i + 1 < to && joined[i + 1]),
          "denominator set against another");
      boolean bare = !denominator && all.get(i).draft() == null;
      PeopleFeatures.say(
          features.get(i),
          bare && features.get(i).contains("people behind it"),
          "a number with people behind it");
      PeopleFeatures.say(features.get(i), bare && names.get(i) != null, "a number with a name");
    }
  }

  private void repeats() {
    Map<Integer, Integer> first = new HashMap<>();
    Map<Integer, Set<String>> sides = new HashMap<>();
    Set<Integer> drafted = new HashSet<>();
    all.stream().filter(one -> one.draft() != null).forEach(one -> drafted.add(one.size()));
    for (int i = 0; i < all.size(); i++) {
      Name name = names.get(i);
      if (name != null && name.side() != null) {
        sides.computeIfAbsent(all.get(i).size(), size -> new HashSet<>()).add(name.side());
      }
    }
    for (int i = 0; i < all.size(); i++) {
      PeopleCandidate one = all.get(i);
      if (one.size() < LEAST_NAMED) {
        continue;
      }
      Integer before = first.putIfAbsent(one.size(), i);
      if (before != null) {
        features.get(i).add("same number before");
        features.get(before).add("same number behind");
      }
      PeopleFeatures.say(
          features.get(i),
          one.denominator() && drafted.contains(one.size()),
          "denominator that is told elsewhere");
      Set<String> side = sides.getOrDefault(one.size(), Set.of());
      if (side.size() == 1 && names.get(i) == null) {
        PeopleFeatures.say(
            features.get(i),
            side.contains("intervention"),
            "as many as are named on the intervention's side");
        PeopleFeatures.say(
            features.get(i),
            side.contains("control"),
            "as many as are named on the control's side");
      }
    }
  }

  private void sizes(PeopleNames arms) {
    int largest = 0;
    int first = 0;
    for (int i = 0; i < all.size(); i++) {
      PeopleCandidate one = all.get(i);
      String section = one.reading().piece().section();
      if (!section.equals(all.get(first).reading().piece().section())) {
        largest = 0;
        first = i;
      }
      Set<String> found = features.get(i);
      PeopleFeatures.say(found, largest > one.size(), "larger number before");
      PeopleFeatures.say(
          found,
          largest > FAR_LARGER * one.size() && !found.contains("adds up with others in a bracket"),
          "far larger number before");
      PeopleFeatures.say(found, i < first + 2, "one of the first two numbers");
      PeopleFeatures.say(found, !arms.compares(), "document that names one side");
      if (one.draft() != null) {
        largest = Math.max(largest, one.size());
      }
    }
  }
}
