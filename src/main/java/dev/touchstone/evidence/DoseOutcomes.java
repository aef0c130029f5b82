package dev.touchstone.evidence;

import dev.touchstone.mention.Outcome;
import java.util.Set;
import java.util.regex.Pattern;

/** What sort of value an outcome can have. */
final class DoseOutcomes {

  private static final Set<String> DOSES =
      Set.of("MTD", "RP2D", "MIN-EFFECTIVE-DOSE", "HNSTD", "NOAEL", "MED", "RD", "MAD");
  private static final Pattern DOSE_WORDS =
      Pattern.compile(
          "(?i).*\\b(?:maximum tolerated|minimum(?: effective)?|lowest(?: effective)?|recommended phase|no[- ]observed|highest non-severely toxic|effective) dose.*");
  private static final Set<String> SHARES =
      Set.of("PFS", "OS", "EFS", "DFS", "RFS", "ORR", "DCR", "CR", "PR", "SD", "PD", "CBR");

  private static final Set<String> TIMES_TO_EVENT =
      Set.of("PFS", "OS", "EFS", "DFS", "DDFS", "LRFS", "CSS", "TTP", "TTF", "TTR", "DOR");

  private DoseOutcomes() {}

  /** Whether its value is a dose: the maximum tolerated one, the smallest that works. */
  static boolean isValue(Outcome outcome) {
    return DOSES.contains(outcome.code()) || DOSE_WORDS.matcher(outcome.label()).matches();
  }

  /** Whether a time of it is read off a survival curve. */
  static boolean isTimeToEvent(Outcome outcome) {
    return TIMES_TO_EVENT.contains(outcome.code());
  }

  /** Whether a percentage of it is a rate. */
  static boolean isShare(Outcome outcome) {
    return SHARES.contains(outcome.code());
  }
}
