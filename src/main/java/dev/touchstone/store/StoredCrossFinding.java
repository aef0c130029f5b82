package dev.touchstone.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finding between documents as it stands in the store. */
public record StoredCrossFinding(
    String id,
    String rule,
    String severity,
    String message,
    String found,
    String settle,
    List<Spot> where) {

  /**
   * One of its places.
   *
   * @param printed the value as the document prints it
   * @param section title of the section
   * @param quote the document's text from {@code start} to {@code end}
   */
  public record Spot(
      String source,
      String printed,
      String section,
      @Nullable String table,
      @Nullable Integer page,
      @Nullable String locator,
      int start,
      int end,
      String quote) {}

  public StoredCrossFinding {
    where = List.copyOf(where);
  }

  public List<String> sources() {
    return where.stream().map(Spot::source).distinct().toList();
  }
}
