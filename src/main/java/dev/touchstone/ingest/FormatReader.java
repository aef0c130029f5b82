package dev.touchstone.ingest;

/** Reads one format. Has no state, so that threads may share it. */
interface FormatReader {

  /**
   * @param source path relative to the input folder, for messages
   * @param bytes the whole file
   */
  Draft read(String source, byte[] bytes, ReadLimits limits) throws Unreadable;
}
