package dev.touchstone.vocabulary;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A drug of the lexicon.
 *
 * @param name preferred name
 * @param kind {@code drug}, {@code class}, {@code combination}, {@code placebo}, {@code metabolite}
 * @param group its class: {@code anthracycline}; empty where the lexicon names none
 * @param ids codes by vocabulary
 * @param parts preferred names of the drugs that a combination consists of
 */
public record DrugEntry(
    String name, String kind, String group, SortedMap<String, String> ids, List<String> parts) {

  public DrugEntry {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    parts = List.copyOf(parts);
  }

  public DrugEntry(String name, String kind, String group, SortedMap<String, String> ids) {
    this(name, kind, group, ids, List.of());
  }
}
