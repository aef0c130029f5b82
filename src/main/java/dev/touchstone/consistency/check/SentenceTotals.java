package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.check.DoseProduct.Period;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Totals that stand as doses of their own in a sentence, against the doses they are made of. */
final class SentenceTotals {

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

  /** A total that is parted into the doses behind it: "200 mg/day, divided into 50 mg". */
  private static final Pattern DIVIDED =
      Pattern.compile(
          "(?i)^[\\s,(]*(?:which )?(?:can be |may be |should be |to be |was |were |is )?(?:given |taken |administered )?"
              + "(?:divided|split|parted|given|taken)? ?(?:in|into|as)(?: (?<number>\\d|two|three|four|five|six)(?: equally| equal)?"
              + "(?: divided)? (?:single )?doses(?: of)?)?\\s*$");

  private static final Pattern FOR_DAYS =
      Pattern.compile(
          "(?i)\\bfor (?:a total of )?(\\d{1,2}|two|three|four|five|six|seven) (?:consecutive )?days\\b(?! (?:of|every|in|out))");

  private static final List<String> NUMBERS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven");

  private SentenceTotals() {}

  /** Totals that stand as doses of their own in the same sentence. */
  static TotalMismatch.Result examine(
      Unit unit, Sentence sentence, List<Mention> doses, Map<String, String> drugs) {
    String text = unit.reading().text();
    List<FindingDraft> findings = new ArrayList<>();
    int candidates = 0;
    for (int i = 1; i < doses.size(); i++) {
      Mention total = doses.get(i);
      TotalMismatch.Result parted = parted(text, doses.get(i - 1), total);
      candidates += parted.candidates();
      findings.addAll(parted.findings());
      Mention dose = doseOf(unit, sentence, doses, i, drugs);
      if (dose == null || parted.candidates() > 0) {
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
      BigDecimal times =
          period == Period.COURSE ? course(dose.dose(), before) : times(dose, period, whole);
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
          DoseProduct.compare(
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
    if (linked && frequency == null && total.dose().part() == Dose.Part.CUMULATIVE) {
      return Period.COURSE;
    }
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

  /** Doses that a total of the day is given in. */
  private static TotalMismatch.Result parted(String text, Mention total, Mention dose) {
    ReportedNumber stated = total.dose().value();
    ReportedNumber value = dose.dose().value();
    String unitOfTotal = total.dose().unit();
    String unitOfDose = dose.dose().unit();
    if (total.end() > dose.start()
        || stated == null
        || value == null
        || unitOfTotal == null
        || unitOfDose == null) {
      return TotalMismatch.Result.NONE;
    }
    Matcher divided = DIVIDED.matcher(text.substring(total.end(), dose.start()));
    if (!divided.matches() || !isOncePerDay(total.dose())) {
      return TotalMismatch.Result.NONE;
    }
    BigDecimal times =
        divided.group("number") != null
            ? BigDecimal.valueOf(number(divided.group("number")))
            : DoseProduct.perDay(dose.dose());
    Optional<BigDecimal> factor = Ucum.factor(unitOfDose, unitOfTotal);
    if (times == null || times.compareTo(BigDecimal.ONE) <= 0 || factor.isEmpty()) {
      return TotalMismatch.Result.NONE;
    }
    return TotalMismatch.Result.of(
        1,
        DoseProduct.compare(
            dose,
            total,
            value,
            times.multiply(factor.get()),
            times.toPlainString(),
            stated,
            unitOfDose,
            unitOfTotal,
            Period.DAY));
  }

  private static boolean isOncePerDay(Dose dose) {
    BigDecimal perDay = DoseProduct.perDay(dose);
    return perDay != null && perDay.compareTo(BigDecimal.ONE) == 0;
  }

  /** How many doses a whole treatment has: so many days, or so many cycles of one dose each. */
  private static @Nullable BigDecimal course(Dose dose, String between) {
    BigDecimal perDay = DoseProduct.perDay(dose);
    Matcher days = FOR_DAYS.matcher(between);
    if (perDay != null && dose.cycle() == null && days.find()) {
      return perDay.multiply(BigDecimal.valueOf(number(days.group(1))));
    }
    Dose.Cycle cycle = dose.cycle();
    Dose.Frequency frequency = dose.frequency();
    Integer most = cycle == null ? null : cycle.max();
    if (cycle == null || most == null || frequency == null) {
      return null;
    }
    boolean oneEach =
        dose.days() == null
            && perDay == null
            && frequency.times().compareTo(BigDecimal.ONE) == 0
            && (cycle.length() == null
                || Ucum.convert(frequency.per(), frequency.unit(), String.valueOf(cycle.unit()))
                    .filter(length -> length.compareTo(cycle.length()) == 0)
                    .isPresent());
    return oneEach ? BigDecimal.valueOf(most) : null;
  }

  /** How many doses make the total; null where the sentence does not say. */
  private static @Nullable BigDecimal times(Mention dose, Period period, String sentence) {
    BigDecimal perDay = DoseProduct.perDay(dose.dose());
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
}
