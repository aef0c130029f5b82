package dev.touchstone.mention;

import dev.touchstone.vocabulary.Stem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the parts of a name tell of it: {@code -tinib}, {@code cef-}, {@code vedotin}. */
final class StemNames {

  private final Map<Stem.Position, List<Stem>> stems = new EnumMap<>(Stem.Position.class);
  private final Set<String> exceptions = new HashSet<>();

  StemNames(List<Stem> all) {
    for (Stem stem : all) {
      stems.computeIfAbsent(stem.position(), unused -> new ArrayList<>()).add(stem);
      if (stem.position() == Stem.Position.EXCEPT) {
        exceptions.add(stem.text());
      }
    }
    // The longest stem tells most: -ertinib is more than -tinib.
    stems
        .values()
        .forEach(
            list ->
                list.sort(Comparator.comparingInt((Stem stem) -> stem.text().length()).reversed()));
  }

  /** The stem of a name in lower case, or null where it has none or is known to be no drug. */
  @Nullable Stem of(String name) {
    if (isNone(name)) {
      return null;
    }
    Stem suffix = ending(name, Stem.Position.SUFFIX);
    if (suffix != null) {
      return suffix;
    }
    for (Stem stem : at(Stem.Position.PREFIX)) {
      if (name.startsWith(stem.text()) && name.length() >= stem.shortest()) {
        return stem;
      }
    }
    return null;
  }

  /** Whether a word ends like the name of a chemical substance. */
  boolean isChemical(String name) {
    return !isNone(name) && ending(name, Stem.Position.CHEMICAL) != null;
  }

  /** Whether a name may go on with a second word: {@code polatuzumab}. */
  boolean isFirstWord(String name) {
    return ending(name, Stem.Position.FIRST) != null;
  }

  /** Whether a word can be the second one of a name such as {@code polatuzumab vedotin}. */
  boolean isSecondWord(String word) {
    return ending(word, Stem.Position.CONJUGATE) != null;
  }

  /** Whether a word is listed as one that only looks like a drug. */
  boolean isNoDrug(String word) {
    return exceptions.contains(word);
  }

  private boolean isNone(String name) {
    return exceptions.contains(name)
        || (name.endsWith("s") && exceptions.contains(name.substring(0, name.length() - 1)))
        || !name.chars().allMatch(Character::isLetter);
  }

  private @Nullable Stem ending(String name, Stem.Position position) {
    for (Stem stem : at(position)) {
      if (name.endsWith(stem.text()) && name.length() >= stem.shortest()) {
        return stem;
      }
    }
    return null;
  }

  private List<Stem> at(Stem.Position position) {
    return stems.getOrDefault(position, List.of());
  }
}
