package dev.touchstone.quantity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;

/**
 * Converts between UCUM units: 1 {@code mo} is 30.4375 {@code d}, 1 {@code g/d} is 1000 {@code
 * mg/d}.
 *
 * <p>The everyday units of doses and times have a table of their own, see {@link EverydayUnit}; for
 * all others the whole of UCUM is read, once, when the first of them turns up.
 */
public final class Ucum {

  private Ucum() {}

  /**
   * The number of {@code to} that one {@code from} is; empty where they measure different things.
   */
  public static Optional<BigDecimal> factor(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    EverydayUnit one = EverydayUnit.of(from);
    EverydayUnit other = EverydayUnit.of(to);
    if (one != null && other != null) {
      return one.in(other);
    }
    return Whole.factor(from, to);
  }

  /** A value in another unit; empty where the two units measure different things. */
  public static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
    return factor(from, to).map(factor -> value.multiply(factor, MathContext.DECIMAL64));
  }

  public static boolean isUnit(String code) {
    return EverydayUnit.of(code) != null || Whole.isUnit(code);
  }

  /** All of UCUM, read when first needed. */
  private static final class Whole {

    /** Far more pairs than notes use; a bound all the same, as units come from the notes. */
    private static final int MOST_KNOWN = 2000;

    private static final UcumService UCUM = load();
    private static final Map<Pair, Optional<BigDecimal>> KNOWN = new ConcurrentHashMap<>();

    private record Pair(String from, String to) {}

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
      Pair pair = new Pair(from, to);
      Optional<BigDecimal> known = KNOWN.get(pair);
      if (known == null) {
        known = find(from, to);
        if (KNOWN.size() < MOST_KNOWN) {
          KNOWN.put(pair, known);
        }
      }
      return known;
    }

    private static Optional<BigDecimal> find(String from, String to) {
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
