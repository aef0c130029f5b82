package dev.touchstone.evidence;

import dev.touchstone.mention.AnnotatedDocument;

/** Ids for mentions that are made after all others. */
final class MentionIds {

  private int last;

  MentionIds(AnnotatedDocument document) {
    last = document.mentions().size();
  }

  String next() {
    last++;
    return "m" + last;
  }
}
