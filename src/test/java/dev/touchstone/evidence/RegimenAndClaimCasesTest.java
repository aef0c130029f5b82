package dev.touchstone.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.mention.Dose;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of {@code extraction/regimens.md} and {@code extraction/claims.md}. */
class RegimenAndClaimCasesTest {

  private static CaseExtraction extraction;

  @BeforeAll
  static void load_the_lexicons_once() throws IOException {
    extraction = new CaseExtraction();
  }

  static Stream<CasePage.Case> regimens() throws IOException {
    return CasePage.read("regimens.md");
  }

  static Stream<CasePage.Case> claims() throws IOException {
    return CasePage.read("claims.md");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("regimens")
  void tells_the_regimens_of_a_note(CasePage.Case example) {
    List<String> told =
        extraction.of(example).regimens().stream()
            .map(regimen -> line(regimen) + (tellsMore(example) ? " | " + more(regimen) : ""))
            .toList();
    assertThat(told).as(example.note()).containsExactlyInAnyOrderElementsOf(example.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void tells_the_claims_of_a_note(CasePage.Case example) {
    List<String> told =
        extraction.of(example).claims().stream().map(RegimenAndClaimCasesTest::line).toList();
    assertThat(told).as(example.note()).containsExactlyElementsOf(example.expected());
  }

  /** Some cases tell in a sixth column what part a dose is, who had it, and for whom it holds. */
  private static boolean tellsMore(CasePage.Case example) {
    return example.expected().stream().anyMatch(line -> line.split(" \\| ").length > 5);
  }

  private static String more(Regimen regimen) {
    List<String> more = new ArrayList<>();
    if (regimen.dose().part() != null) {
      more.add(regimen.dose().part().code());
    }
    if (regimen.status() != null) {
      more.add(regimen.status().code());
    }
    DoseBand band = regimen.condition();
    if (band != null) {
      more.add(
          band.quantity()
              + " "
              + (band.low() == null ? "" : band.low().toPlainString())
              + ".."
              + (band.high() == null ? "" : band.high().toPlainString())
              + (band.unit() == null ? "" : " " + band.unit()));
    }
    return more.isEmpty() ? "-" : String.join(", ", more);
  }

  private static String line(Regimen regimen) {
    Dose dose = regimen.dose();
    String amount =
        dose.value() != null
            ? dose.value().value().toPlainString() + " " + dose.unit()
            : dose.low() != null
                ? dose.low().value().toPlainString()
                    + "-"
                    + Objects.requireNonNull(dose.high()).value().toPlainString()
                    + " "
                    + dose.unit()
                : Objects.requireNonNull(dose.as());
    Dose.Frequency frequency = dose.frequency();
    List<String> rest = new ArrayList<>();
    if (dose.route() != null) {
      rest.add(dose.route());
    }
    if (dose.days() != null) {
      rest.add("days " + dose.days());
    }
    Dose.Cycle cycle = dose.cycle();
    if (cycle != null && cycle.length() != null) {
      rest.add("cycle " + cycle.length().toPlainString() + " " + cycle.unit());
    }
    if (cycle != null && cycle.max() != null) {
      rest.add("max " + cycle.max());
    }
    return String.join(
        " | ",
        Objects.requireNonNullElse(regimen.drug(), "-"),
        amount,
        frequency == null
            ? "-"
            : frequency.times().toPlainString()
                + " per "
                + frequency.per().toPlainString()
                + " "
                + frequency.unit(),
        rest.isEmpty() ? "-" : String.join(", ", rest),
        regimen.role().code());
  }

  private static String line(Claim claim) {
    return String.join(
        " | ",
        claim.outcome().code().equals("OTHER") ? claim.outcome().label() : claim.outcome().code(),
        claim.direction().code(),
        claim.significance().code(),
        Objects.requireNonNullElse(claim.outcome().population(), "-"));
  }
}
