package dev.touchstone.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself.
 *
 * @param date ISO 8601, as precise as stated: {@code 2025-12}
 * @param language ISO 639-1
 */
public record Metadata(
    @Nullable String title,
    DocumentKind kind,
    @Nullable Compound compound,
    List<String> authors,
    @Nullable String date,
    @Nullable String language) {

  /** The product that a vendor's note is about. */
  public record Compound(String name, @Nullable String catalogNumber) {}

  public static final Metadata NONE =
      new Metadata(null, DocumentKind.OTHER, null, List.of(), null, null);

  public Metadata {
    authors = List.copyOf(authors);
  }
}
