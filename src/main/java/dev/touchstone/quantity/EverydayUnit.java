package dev.touchstone.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit of a dose or a time in its parts: {@code mg/kg/d} is an amount of mass for a body's
 * weight in a time. The factors are those of UCUM.
 *
 * @param amount of mass, volume, substance, time, arbitrary units, activity or pieces
 * @param body {@code kg}, {@code m2} or empty
 * @param time a code of {@link #MINUTES} or empty
 */
record EverydayUnit(String amount, String body, String time) {

  private static final Map<String, BigDecimal> GRAMS =
      Map.of(
          "kg", new BigDecimal("1000"),
          "g", BigDecimal.ONE,
          "mg", new BigDecimal("0.001"),
          "ug", new BigDecimal("0.000001"),
          "ng", new BigDecimal("0.000000001"));
  private static final Map<String, BigDecimal> LITRES =
      Map.of(
          "L", BigDecimal.ONE,
          "dL", new BigDecimal("0.1"),
          "mL", new BigDecimal("0.001"),
          "uL", new BigDecimal("0.000001"));
  private static final Map<String, BigDecimal> MOLES =
      Map.of(
          "mol", BigDecimal.ONE,
          "mmol", new BigDecimal("0.001"),
          "meq", new BigDecimal("0.001"),
          "umol", new BigDecimal("0.000001"));
  private static final Map<String, BigDecimal> MINUTES =
      Map.of(
          "a", new BigDecimal("525960"),
          "mo", new BigDecimal("43830"),
          "wk", new BigDecimal("10080"),
          "d", new BigDecimal("1440"),
          "h", new BigDecimal("60"),
          "min", BigDecimal.ONE);
  private static final Map<String, BigDecimal> ARBITRARY = Map.of("[iU]", BigDecimal.ONE);

  /** Of an enzyme. */
  private static final Map<String, BigDecimal> ACTIVITY = Map.of("U", BigDecimal.ONE);

  /** Tablets and puffs, which UCUM writes in braces and counts. */
  private static final Map<String, BigDecimal> PIECES = Map.of("{}", BigDecimal.ONE);

  private static final List<Map<String, BigDecimal>> AMOUNTS =
      List.of(GRAMS, LITRES, MOLES, MINUTES, ARBITRARY, ACTIVITY, PIECES);

  /** The parts of a UCUM code; null where it has others. */
  static @Nullable EverydayUnit of(String code) {
    String[] parts = code.split("/", -1);
    String body = "";
    String time = "";
    for (int i = 1; i < parts.length; i++) {
      if (body.isEmpty() && (parts[i].equals("kg") || parts[i].equals("m2"))) {
        body = parts[i];
      } else if (time.isEmpty() && MINUTES.containsKey(parts[i])) {
        time = parts[i];
      } else {
        return null;
      }
    }
    boolean piece = parts[0].startsWith("{") && parts[0].endsWith("}");
    String amount = piece ? "{}" : parts[0];
    boolean known = AMOUNTS.stream().anyMatch(table -> table.containsKey(amount));
    return known ? new EverydayUnit(amount, body, time) : null;
  }

  /** The number of another unit that one of this is; empty where they measure different things. */
  Optional<BigDecimal> in(EverydayUnit other) {
    if (!body.equals(other.body) || time.isEmpty() != other.time.isEmpty()) {
      return Optional.empty();
    }
    for (Map<String, BigDecimal> table : AMOUNTS) {
      BigDecimal one = table.get(amount);
      BigDecimal its = table.get(other.amount);
      if (one != null && its != null) {
        return Optional.of(
            one.multiply(minutes(other.time))
                .divide(its.multiply(minutes(time)), MathContext.DECIMAL64));
      }
    }
    return Optional.empty();
  }

  private static BigDecimal minutes(String time) {
    return time.isEmpty() ? BigDecimal.ONE : Objects.requireNonNull(MINUTES.get(time));
  }
}
