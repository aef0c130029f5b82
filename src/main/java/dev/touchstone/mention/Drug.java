package dev.touchstone.mention;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A drug by its preferred name.
 *
 * @param ids codes by vocabulary
 * @param form salt, conjugate or formulation as named: {@code hydrochloride}
 * @param parts names of the drugs that a combination consists of, as far as the lexicon tells them
 */
public record Drug(
    String name,
    SortedMap<String, String> ids,
    @Nullable String form,
    Kind kind,
    List<String> parts)
    implements Normal {

  /** What is named. */
  public enum Kind {
    DRUG,
    CLASS,
    COMBINATION,
    PLACEBO,
    METABOLITE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is what people may get, not what becomes of it in the body. */
  public boolean isGiven() {
    return kind != Kind.METABOLITE;
  }

  public Drug {
    ids = Collections.unmodifiableSortedMap(new TreeMap<>(ids));
    parts = List.copyOf(parts);
  }

  public Drug(String name, SortedMap<String, String> ids, @Nullable String form, Kind kind) {
    this(name, ids, form, kind, List.of());
  }
}
