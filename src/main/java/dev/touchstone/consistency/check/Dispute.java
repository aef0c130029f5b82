package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Source;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fact with two values.
 *
 * @param fact in words; null where only the figures around it tell that it is one
 * @param one says the one value, {@code other} the other
 * @param shown witnesses whose words the finding gives, the two among them
 * @param places where else the two values are told
 * @param shared figures that both places print, in words; empty where the fact has a name
 * @param settle what to look up
 * @param identity what the finding's id is made of
 */
record Dispute(
    Severity severity,
    @Nullable String fact,
    Witness one,
    Witness other,
    List<Witness> shown,
    List<Source> places,
    String shared,
    String settle,
    List<Object> identity) {

  FindingDraft finding(NoteReading reading) {
    FindingDraft finding =
        FindingDraft.of(severity, message(reading))
            .found(one.printed() + " and " + other.printed())
            .settle(settle)
            .identity(identity.toArray());
    for (Witness witness : shown) {
      finding
          .at(witness.place())
          .step(capital(reading.place(witness.place())), witness.told(), witness.printed());
    }
    finding.at(places);
    return shared.isEmpty()
        ? finding
        : finding.step("Figures that both places print", shared, null);
  }

  private String message(NoteReading reading) {
    String here = reading.place(one.place());
    String there = reading.place(other.place());
    there = there.equals(here) ? "further on" : there;
    return fact == null
        ? capital(here)
            + " the value is "
            + one.printed()
            + ", "
            + there
            + " "
            + other.printed()
            + "; the figures around it are the same."
        : fact
            + " is "
            + one.printed()
            + " "
            + here
            + " and "
            + other.printed()
            + " "
            + there
            + ".";
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
