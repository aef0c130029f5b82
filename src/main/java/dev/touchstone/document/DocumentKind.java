package dev.touchstone.document;

import java.util.Locale;

/** The genre of a document. */
public enum DocumentKind {
  TECHNICAL_GUIDE,
  APPLICATION_NOTE,
  SUPPORT_CENTER,
  JOURNAL_ARTICLE,
  OTHER;

  /** The name in the output contract, such as {@code technical-guide}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
