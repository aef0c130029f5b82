package dev.touchstone.evidence;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Of whom a dose is: {@code 50 to below 75 kg}, {@code creatinine clearance 30-59 mL/min}.
 *
 * @param text the words of the note
 * @param quantity {@code weight}, {@code creatinine-clearance}, {@code age}, {@code body-surface},
 *     … or {@code other}
 * @param low where the band begins, null where it is open below
 * @param high where the band ends, null where it is open above
 * @param unit UCUM, null where none is printed
 */
public record DoseBand(
    String text,
    String quantity,
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    @Nullable String unit) {}
