package dev.touchstone.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the reference list.
 *
 * @param key as cited, such as {@code 12}
 * @param text the entry without its key
 * @param host the site in square brackets or in its address, such as {@code
 *     pubmed.ncbi.nlm.nih.gov}
 * @param citedAt where the text cites it, in order
 */
public record Reference(
    String key,
    String text,
    @Nullable String host,
    @Nullable String doi,
    @Nullable String pmid,
    @Nullable String url,
    Span span,
    List<Span> citedAt) {

  public Reference {
    citedAt = List.copyOf(citedAt);
  }
}
