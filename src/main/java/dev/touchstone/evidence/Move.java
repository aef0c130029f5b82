package dev.touchstone.evidence;

/** What a sentence does in its document. */
enum Move {
  /** Leads up to the study: title, background, purpose. */
  LEAD,
  /** Tells what was done and what came of it. */
  ACCOUNT,
  /** Says what follows from it. */
  CONCLUSION
}
