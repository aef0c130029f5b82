package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Doses of the running text against the totals that stand beside them. */
final class DoseTotals {

  private static final String SETTLE =
      "Look up dose, schedule and total in the cited protocol; one of the three is a slip.";

  /** “21 of 28 days”. */
  private static final Pattern DAYS_OF =
      Pattern.compile("(?i)\\b(\\d{1,2}) (?:of|out of|in) (?:every |each )?(\\d{1,2})[ -]days?\\b");

  private static final Pattern DAYS_A_WEEK =
      Pattern.compile(
          "(?i)\\b([1-7]|one|two|three|four|five|six|seven) days?(?: a| per| each|/) ?week\\b");

  private static final Pattern SURFACE =
      Pattern.compile(
          "(?i)\\b(?:body[ -]surface(?: area)?|BSA|surface area)\\b[^.;]{0,20}?(\\d\\.\\d{1,2})\\s*m(?:²|2|\\^2)?");

  /** Words right before an amount that make it the total of the dose before. */
  private static final Pattern LINK =
      Pattern.compile(
          "(?:\\bthat is,?|\\bi\\.?e\\.?,?|\\bwhich is|\\bamount(?:s|ing)? to|\\bequals?(?: to)?|=|\\bgiving|\\bcorrespond(?:s|ing) to|\\bmakes?"
              + "|\\b(?:cumulative|total)(?: daily| weekly)?(?: doses?)?(?: of)?)"
              + "(?: an?| the)?(?: (?:cumulative|total))?(?: (?:daily|weekly))?(?: doses?)?(?: of)?\\s*\\(?$");

  private static final List<String> NUMBERS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven");

  private DoseTotals() {}

  /** A total, and what the text calls it. */
  private enum Period {
    DAY("per day"),
    WEEK("per week"),
    CYCLE("per cycle");

    private final String words;

    Period(String words) {
      this.words = words;
    }
  }

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
        if (dose.value() != null && perDay(dose) != null && dose.daily() != null) {
          candidates++;
          findings.addAll(daily(mention));
        }
      }
      for (Sentence sentence : unit.sentences()) {
        List<Mention> here =
            unit.mentions(sentence).stream().filter(its -> its.type() == MentionType.DOSE).toList();
        if (here.size() > 1) {
          TotalMismatch.Result result = sentence(unit, sentence, here, drugs);
          candidates += result.candidates();
          findings.addAll(result.findings());
        }
      }
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  private static @Nullable BigDecimal perDay(Dose dose) {
    Dose.Frequency frequency = dose.frequency();
    return frequency == null ? null : frequency.perDay();
  }

  private static List<FindingDraft> daily(Mention mention) {
    Dose dose = mention.dose();
    Dose.Amount daily = dose.daily();
    ReportedNumber value = dose.value();
    BigDecimal times = perDay(dose);
    String unit = dose.unit();
    if (daily == null || value == null || times == null || unit == null) {
      return List.of();
    }
    Optional<BigDecimal> factor = Ucum.factor(unit, daily.unit());
    if (factor.isEmpty()) {
      return List.of();
    }
    ReportedNumber stated = new ReportedNumber(daily.value().toPlainString(), daily.value());
    return compare(
        mention,
        mention,
        value,
        times.multiply(factor.get()),
        times.toPlainString(),
        stated,
        unit,
        daily.unit(),
        Period.DAY);
  }

  /** Totals that stand as doses of their own in the same sentence. */
  private static TotalMismatch.Result sentence(
      Unit unit, Sentence sentence, List<Mention> doses, Map<String, String> drugs) {
    String text = unit.reading().text();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (int i = 1; i < doses.size(); i++) {
      Mention total = doses.get(i);
      Mention dose = doseOf(unit, sentence, doses, i, drugs);
      if (dose == null) {
        continue;
      }
      ReportedNumber stated = total.dose().value();
      ReportedNumber value = dose.dose().value();
      String unitOfTotal = total.dose().unit();
      String unitOfDose = dose.dose().unit();
      if (stated == null || value == null || unitOfTotal == null || unitOfDose == null) {
        continue;
      }
      String before = text.substring(Math.max(sentence.start(), dose.end()), total.start());
      String after =
          text.substring(total.end(), Math.min(sentence.end(), total.end() + 24))
              .toLowerCase(Locale.ROOT);
      Period period = period(total, before.toLowerCase(Locale.ROOT), after);
      if (period == null) {
        continue;
      }
      String whole = text.substring(sentence.start(), sentence.end());
      BigDecimal times = times(dose, period, whole);
      BigDecimal surface = surface(unitOfDose, unitOfTotal, whole);
      String base = surface == null ? unitOfDose : unitOfDose.replace("/m2", "");
      Optional<BigDecimal> factor = Ucum.factor(base, unitOfTotal);
      boolean multiplied =
          surface != null || (times != null && times.compareTo(BigDecimal.ONE) > 0);
      if (times == null || factor.isEmpty() || !multiplied) {
        continue;
      }
      candidates++;
      BigDecimal multiplier = surface == null ? times : times.multiply(surface);
      String working =
          times.toPlainString() + (surface == null ? "" : " × " + surface.toPlainString() + " m²");
      findings.addAll(
          compare(
              dose,
              total,
              value,
              multiplier.multiply(factor.get()),
              working,
              stated,
              unitOfDose,
              unitOfTotal,
              period));
    }
    return TotalMismatch.Result.of(candidates, findings);
  }

  /**
   * The dose that a total is made of: the one right before it, where the sentence speaks of one
   * drug or both are of the same; null where another drug's dose stands between.
   */
  private static @Nullable Mention doseOf(
      Unit unit, Sentence sentence, List<Mention> doses, int total, Map<String, String> drugs) {
    List<String> named =
        unit.mentions(sentence).stream()
            .filter(its -> its.type() == MentionType.DRUG && its.drug().kind() == Drug.Kind.DRUG)
            .map(its -> its.drug().name())
            .distinct()
            .toList();
    Mention before = doses.get(total - 1);
    if (named.size() < 2) {
      return before;
    }
    String drug =
        unit.mentions(sentence).stream()
            .filter(its -> its.type() == MentionType.DRUG)
            .filter(
                its ->
                    its.start() >= doses.get(total).end()
                        && its.start() <= doses.get(total).end() + 5)
            .map(its -> its.drug().name())
            .findFirst()
            .orElse(drugs.get(doses.get(total).id()));
    for (int i = total - 1; i >= 0 && drug != null; i--) {
      if (drug.equals(drugs.get(doses.get(i).id()))) {
        return doses.get(i);
      }
    }
    return null;
  }

  /** What a dose is a total of, by the words around it; null where it is a dose like any other. */
  private static @Nullable Period period(Mention total, String before, String after) {
    boolean linked = LINK.matcher(before).find();
    if (after.matches("\\s*(?:per|a|each|every|/) ?(?:[\\w-]+ )?cycle\\b.*") && linked) {
      return Period.CYCLE;
    }
    Dose.Frequency frequency = total.dose().frequency();
    if (!linked
        || frequency == null
        || frequency.times().compareTo(BigDecimal.ONE) != 0
        || frequency.per().compareTo(BigDecimal.ONE) != 0) {
      return null;
    }
    if (frequency.unit().equals("wk")) {
      return Period.WEEK;
    }
    return frequency.unit().equals("d") ? Period.DAY : null;
  }

  /** How many doses make the total; null where the sentence does not say. */
  private static @Nullable BigDecimal times(Mention dose, Period period, String sentence) {
    BigDecimal perDay = perDay(dose.dose());
    if (perDay == null) {
      return null;
    }
    if (period == Period.DAY) {
      return perDay;
    }
    if (period == Period.WEEK) {
      Matcher days = DAYS_A_WEEK.matcher(sentence);
      if (days.find()) {
        return perDay.multiply(BigDecimal.valueOf(number(days.group(1))));
      }
      return dose.dose().days() == null ? perDay.multiply(BigDecimal.valueOf(7)) : null;
    }
    Matcher of = DAYS_OF.matcher(sentence);
    if (of.find()) {
      return perDay.multiply(new BigDecimal(of.group(1)));
    }
    Integer days = count(dose.dose().days());
    return days == null ? null : perDay.multiply(BigDecimal.valueOf(days));
  }

  private static int number(String words) {
    int index = NUMBERS.indexOf(words.toLowerCase(Locale.ROOT));
    return index >= 0 ? index : Integer.parseInt(words);
  }

  /** The number of days of {@code 1-14} or {@code 1,8,15}. */
  static @Nullable Integer count(@Nullable String days) {
    if (days == null || !days.matches("\\d{1,2}(?:[-,]\\d{1,2})*")) {
      return null;
    }
    int sum = 0;
    for (String part : days.split(",")) {
      String[] ends = part.split("-");
      sum += ends.length == 1 ? 1 : Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1;
    }
    return sum;
  }

  private static @Nullable BigDecimal surface(String dose, String total, String sentence) {
    if (!dose.endsWith("/m2") || total.endsWith("/m2")) {
      return null;
    }
    Matcher surface = SURFACE.matcher(sentence);
    return surface.find() ? new BigDecimal(surface.group(1)) : null;
  }

  private static List<FindingDraft> compare(
      Mention dose,
      Mention total,
      ReportedNumber value,
      BigDecimal multiplier,
      String working,
      ReportedNumber stated,
      String unit,
      String unitOfTotal,
      Period period) {
    Interval one = value.roundingInterval();
    Interval product =
        new Interval(one.low().multiply(multiplier), one.high().multiply(multiplier));
    BigDecimal exact = value.value().multiply(multiplier, MathContext.DECIMAL64);
    // A dose of whole tablets is exact, however it is printed; only decimals are rounded.
    Interval range = value.decimals() == 0 ? new Interval(exact, exact) : product;
    if (range.meets(stated.roundingInterval())) {
      return List.of();
    }
    String right = Figures.plain(exact);
    String printed = stated.asWritten();
    String name = pretty(unitOfTotal);
    FindingDraft finding =
        FindingDraft.of(
                Severity.ERROR,
                value.asWritten()
                    + " "
                    + pretty(unit)
                    + " × "
                    + working
                    + " is "
                    + right
                    + " "
                    + name
                    + " "
                    + period.words
                    + ", not "
                    + printed
                    + " "
                    + name
                    + ".")
            .expected(right + " " + name)
            .found(printed + " " + name)
            .step(
                "Total " + period.words,
                value.asWritten() + " " + pretty(unit) + " × " + working,
                right + " " + name)
            .step("Stated", null, printed + " " + name)
            .settle(SETTLE)
            .at(place(dose), place(total))
            .identity(value.value().toPlainString(), unit, working, stated.value().toPlainString());
    return List.of(finding);
  }

  private static Source place(Mention mention) {
    return NoteReading.at(mention);
  }

  static String pretty(String unit) {
    return unit.replace("m2", "m²").replace("ug", "µg");
  }
}
