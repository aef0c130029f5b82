package dev.touchstone.mention;

import dev.touchstone.document.Block;
import dev.touchstone.document.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a document that becomes a {@link Unit}.
 *
 * @param context the words that say how to read it: for a cell its column headers and row label
 * @param header whether it is a cell that names rows or columns
 * @param namesOnly whether only names of drugs are looked for: title data, authors
 */
record Piece(
    Block block,
    Unit.Part part,
    String section,
    Passage reading,
    @Nullable CellAddress cell,
    CellContext context,
    boolean header,
    boolean namesOnly) {}
