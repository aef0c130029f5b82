package dev.touchstone.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How the findings of one document stand, and which it no longer has.
 *
 * @param findings by id; one that is not named is open and was there before
 * @param gone what the last run before this one found and this one did not
 */
public record Standings(Map<String, Standing> findings, List<Gone> gone) {

  public static final Standings NONE = new Standings(Map.of(), List.of());

  /** A finding that is no longer there. */
  public record Gone(String source, String id, String rule, String severity, String message) {}

  public Standings {
    findings = new TreeMap<>(findings);
    gone = List.copyOf(gone);
  }

  public Standing of(String finding) {
    return Objects.requireNonNullElse(findings.get(finding), Standing.OPEN);
  }

  public boolean isEmpty() {
    return findings.isEmpty() && gone.isEmpty();
  }
}
