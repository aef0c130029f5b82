package dev.touchstone.vocabulary.imported;

import java.nio.file.Path;

/** A file that cannot be imported; the message names the file, the line and the cure. */
public final class BadVocabulary extends Exception {

  private static final long serialVersionUID = 1L;

  BadVocabulary(Path file, String trouble, String cure) {
    super(file + ": " + trouble + "; " + cure);
  }

  BadVocabulary(Path file, long line, String trouble, String cure) {
    super(file + ", line " + line + ": " + trouble + "; " + cure);
  }
}
