package dev.touchstone.quantity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/**
 * Converts between UCUM units: 1 {@code mo} is 30.4375 {@code d}, 1 {@code g/d} is 1000 {@code
 * mg/d}.
 *
 * <p>The everyday units of mass and time have a table of their own; for all others the whole of
 * UCUM is read, once, when the first of them turns up.
 */
public final class Ucum {

  private static final Map<String, BigDecimal> GRAMS =
      Map.of(
          "kg", new BigDecimal("1000"),
          "g", BigDecimal.ONE,
          "mg", new BigDecimal("0.001"),
          "ug", new BigDecimal("0.000001"),
          "ng", new BigDecimal("0.000000001"));
  private static final Map<String, BigDecimal> DAYS =
      Map.of(
          "a", new BigDecimal("365.25"),
          "mo", new BigDecimal("30.4375"),
          "wk", new BigDecimal("7"),
          "d", BigDecimal.ONE);
  private static final MathContext PRECISION = MathContext.DECIMAL64;

  private Ucum() {}

  /**
   * The number of {@code to} that one {@code from} is; empty where they measure different things.
   */
  public static Optional<BigDecimal> factor(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    int fromSlash = slash(from);
    int toSlash = slash(to);
    // Doses mostly differ in the unit of mass alone: g/m2 and mg/m2.
    if (from.substring(fromSlash).equals(to.substring(toSlash))) {
      Optional<BigDecimal> quick = quick(from.substring(0, fromSlash), to.substring(0, toSlash));
      if (quick.isPresent()) {
        return quick;
      }
    }
    return Whole.factor(from, to);
  }

  /** A value in another unit; empty where the two units measure different things. */
  public static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    return factor(from, to).map(factor -> value.multiply(factor, PRECISION));
  }

  public static boolean isUnit(String code) {
    return GRAMS.containsKey(code) || DAYS.containsKey(code) || Whole.isUnit(code);
  }

  private static int slash(String code) {
    int slash = code.indexOf('/');
    return slash < 0 ? code.length() : slash;
  }

  private static Optional<BigDecimal> quick(String from, String to) {
    for (Map<String, BigDecimal> table : List.of(GRAMS, DAYS)) {
      BigDecimal one = table.get(from);
      BigDecimal other = table.get(to);
      if (one != null && other != null) {
        return Optional.of(one.divide(other, PRECISION));
      }
    }
    return Optional.empty();
  }

  /** All of UCUM, read when first needed. */
  private static final class Whole {

    private static final UcumService UCUM = load();

    private static UcumService load() {
      try (InputStream essence =
          UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
        return new UcumEssenceService(essence);
      } catch (IOException unreadable) {
        throw new UncheckedIOException("ucum-essence.xml cannot be read", unreadable);
      } catch (UcumException broken) {
        throw new IllegalStateException("ucum-essence.xml is broken", broken);
      }
    }

    static boolean isUnit(String code) {
      return UCUM.validate(code) == null;
    }

    static Optional<BigDecimal> factor(String from, String to) {
      try {
        if (!isUnit(from) || !isUnit(to) || !UCUM.isComparable(from, to)) {
          return Optional.empty();
        }
        return Optional.of(new BigDecimal(UCUM.convert(new Decimal(1), from, to).asDecimal()));
      } catch (UcumException incomparable) {
        return Optional.empty();
      }
    }
  }
}
