package dev.touchstone.ingest;

/**
 * How much one file may ask for. A file beyond a limit is rejected; nothing is cut off silently.
 *
 * @param fileBytes size of the file itself
 * @param expandedBytes size of all that is unpacked from it
 * @param expansionRatio unpacked size of one part against its packed size
 * @param archiveEntries number of parts in a packed file
 * @param nesting depth of elements, sections or lists inside one another
 * @param pages number of pages
 * @param tableCells number of cells of all tables together
 * @param blocks number of headings, paragraphs and tables
 * @param paragraphCharacters length of a heading, a paragraph or a cell: each is read as a whole
 */
public record ReadLimits(
    long fileBytes,
    long expandedBytes,
    int expansionRatio,
    int archiveEntries,
    int nesting,
    int pages,
    int tableCells,
    int blocks,
    int paragraphCharacters) {

  public static final ReadLimits DEFAULTS =
      new ReadLimits(64L << 20, 256L << 20, 200, 2_000, 500, 2_000, 500_000, 500_000, 4_000_000);

  public ReadLimits {
    if (fileBytes < 1
        || expandedBytes < 1
        || expansionRatio < 1
        || archiveEntries < 1
        || nesting < 1
        || pages < 1
        || tableCells < 1
        || blocks < 1
        || paragraphCharacters < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }
}
