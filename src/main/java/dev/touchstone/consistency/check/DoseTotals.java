package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Doses of the running text against the totals that stand beside them. */
final class DoseTotals {

  private DoseTotals() {}

  static TotalMismatch.Result examine(NoteReading reading) {
    Map<String, String> drugs = new HashMap<>();
    for (Regimen regimen : reading.note().regimens()) {
      String drug = regimen.drug();
      if (drug != null) {
        regimen.mentions().forEach(id -> drugs.put(id, drug));
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (Unit unit : reading.note().annotated().units()) {
      List<Mention> doses = unit.mentions(MentionType.DOSE);
      for (Mention mention : doses) {
        Dose dose = mention.dose();
        if (dose.value() != null && DoseProduct.perDay(dose) != null && dose.daily() != null) {
          candidates++;
          findings.addAll(daily(mention));
        }
      }
      for (Sentence sentence : doses.size() > 1 ? unit.sentences() : List.<Sentence>of()) {
        List<Mention> here =
            unit.mentions(sentence).stream().filter(its -> its.type() == MentionType.DOSE).toList();
        if (here.size() > 1) {
          TotalMismatch.Result result = SentenceTotals.examine(unit, sentence, here, drugs);
          candidates += result.candidates();
          findings.addAll(result.findings());
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static List<FindingDraft> daily(Mention mention) {
    Dose dose = mention.dose();
    Dose.Amount daily = dose.daily();
    ReportedNumber value = dose.value();
    BigDecimal times = DoseProduct.perDay(dose);
    String unit = dose.unit();
    if (daily == null || value == null || times == null || unit == null) {
      return List.of();
    }
    Optional<BigDecimal> factor = Ucum.factor(unit, daily.unit());
    if (factor.isEmpty()) {
      return List.of();
    }
    ReportedNumber stated = new ReportedNumber(daily.value().toPlainString(), daily.value());
    return DoseProduct.compare(
        mention,
        mention,
        value,
        times.multiply(factor.get()),
        times.toPlainString(),
        stated,
        unit,
        daily.unit(),
        DoseProduct.Period.DAY);
  }
}
