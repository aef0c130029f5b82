package dev.touchstone.vocabulary;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A drug of the lexicon.
 *
 * @param name preferred name in lower case
 * @param kind {@code drug}, {@code class}, {@code combination}, {@code placebo}, {@code metabolite}
 * @param group its class: {@code anthracycline}; empty where the lexicon names none
 * @param ids codes by vocabulary
 */
public record DrugEntry(String name, String kind, String group, SortedMap<String, String> ids) {

  public DrugEntry {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
  }
}
