package dev.touchstone.ingest;

import dev.touchstone.document.Block;
import dev.touchstone.document.Coverage;
import dev.touchstone.document.Locator;
import dev.touchstone.document.Metadata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a format reader found, before sections get their ids and roles.
 *
 * @param text the canonical text
 * @param hints what the format itself says of title, authors, date and language
 * @param blocks in reading order; {@code section} of a block and ids of tables are empty here, and
 *     levels of headings are as the format has them
 */
record Draft(
    String mediaType,
    String text,
    Metadata hints,
    @Nullable Integer pages,
    List<Block> blocks,
    Locator locator,
    List<Coverage> coverage,
    List<String> warnings) {

  Draft {
    blocks = List.copyOf(blocks);
    coverage = List.copyOf(coverage);
    warnings = List.copyOf(warnings);
  }
}
