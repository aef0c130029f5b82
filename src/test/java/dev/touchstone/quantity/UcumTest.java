package dev.touchstone.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UcumTest {

  @ParameterizedTest
  @CsvSource({
    "2,     g,      mg,      2000",
    "2.72,  g/m2,   mg/m2,   2720",
    "500,   ug,     mg,      0.5",
    "1,     mo,     d,       30.4375",
    "1,     a,      mo,      12",
    "3,     wk,     d,       21",
    "36,    h,      d,       1.5",
    "1,     mg/kg/d, ug/kg/d, 1000",
    "2,     mg/d,   mg/wk,   14",
    "250,   mL,     L,       0.25",
    "2,     {tbl}/d, {tbl}/wk, 14",
    "1,     ug/kg/h, mg/kg/h, 0.001",
    "2,     ug/kg/min, ug/kg/h, 120",
    "3,     meq/kg, mmol/kg, 3"
  })
  void converts(BigDecimal value, String from, String to, BigDecimal expected) {
    assertThat(Ucum.convert(value, from, to))
        .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(expected));
  }

  @Test
  void does_not_turn_weight_into_area() {
    assertThat(Ucum.factor("mg/kg", "mg/m2")).isEmpty();
    assertThat(Ucum.factor("mg", "mo")).isEmpty();
    assertThat(Ucum.factor("mg/d", "mg")).isEmpty();
    assertThat(Ucum.factor("mL", "mg")).isEmpty();
    assertThat(Ucum.factor("{tbl}", "mg")).isEmpty();
    assertThat(Ucum.factor("[iU]", "mg")).isEmpty();
    assertThat(Ucum.factor("mg/kg", "ug/kg/h")).isEmpty();
  }

  @Test
  void agrees_with_ucum_where_it_has_a_table_of_its_own() {
    assertThat(Ucum.factor("mo", "h"))
        .hasValueSatisfying(hours -> assertThat(hours).isEqualByComparingTo("730.5"));
    assertThat(Ucum.isUnit("mm[Hg]")).isTrue();
    assertThat(Ucum.isUnit("furlongs")).isFalse();
  }
}
