package dev.touchstone.document;

/** What came of one file. A file that cannot be read is a line in the report, never an absence. */
public sealed interface ReadResult permits Document, Rejection {}
