package dev.touchstone.consistency.check;

import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Regimen;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Dose;
import dev.touchstone.quantity.Interval;
import dev.touchstone.quantity.ReportedNumber;
import dev.touchstone.quantity.Ucum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The doses that a report's abstract, methods and results say were given. */
final class GivenDoses {

  /** Words of a sentence that tells of more than one dose of a drug, or of somebody else's. */
  private static final Pattern SEVERAL =
      Pattern.compile(
          "(?i)\\b(?:escalat|titrat|increas|reduc|decreas|taper|lower|initial|start|load|maint|(?<=[,;] |and )then"
              + "|first dose|up to|maximum|max\\b|previous|prior\\b|stud(?:y|ies) (?:of|by)|et al|rescue|run-in"
              + "|approved|recommended|alternativ|vial|bolus|subsequent|weeks? \\d+ (?:and|to) \\d+, )");

  /** Words that let one number be a part of another: tablets, halves, totals of a day. */
  private static final Pattern PARTS =
      Pattern.compile(
          "(?i)\\b(?:tablets?|capsules?|pills?|divided|daily dose|total|times|twice|b\\.?i\\.?d|t\\.?i\\.?d|per day|/d(?:ay)?)\\b");

  private static final Set<Regimen.Role> GIVEN =
      EnumSet.of(Regimen.Role.ASSIGNED, Regimen.Role.COMPARATOR, Regimen.Role.REPORTED);

  /** Ten is left out: a zero too many is no number of tablets. */
  private static final int[] TIMES = {2, 3, 4, 5, 6, 7, 8, 9, 12};

  private static final List<String> BASES = List.of("mg", "mg/m2", "mg/kg", "[iU]");

  /**
   * A dose where it is told.
   *
   * @param amount in milligrams where it is a mass
   */
  record Place(Regimen regimen, SectionRole region, BigDecimal amount, String basis) {

    boolean isOfAbstract() {
      return region == SectionRole.ABSTRACT;
    }

    boolean isOfMethods() {
      return region == SectionRole.METHODS;
    }

    Source source() {
      return new Source(regimen.span(), regimen.section(), null);
    }
  }

  private final NoteReading reading;
  private final Map<String, List<Place>> groups = new LinkedHashMap<>();
  private final List<Place> all = new ArrayList<>();

  private GivenDoses(NoteReading reading) {
    this.reading = reading;
  }

  static GivenDoses of(NoteReading reading) {
    GivenDoses given = new GivenDoses(reading);
    for (Regimen regimen : reading.note().regimens()) {
      Place place = given.place(regimen);
      if (place != null) {
        given.all.add(place);
        given
            .groups
            .computeIfAbsent(regimen.drug() + " | " + place.basis(), any -> new ArrayList<>())
            .add(place);
      }
    }
    return given;
  }

  Collection<List<Place>> byDrug() {
    return groups.values();
  }

  private @Nullable Place place(Regimen regimen) {
    Dose dose = regimen.dose();
    ReportedNumber value = dose.value();
    String unit = dose.unit();
    SectionRole region = region(regimen);
    if (regimen.drug() == null
        || value == null
        || value.value().signum() <= 0
        || unit == null
        || region == null
        || dose.part() != null
        || !GIVEN.contains(regimen.role())
        || regimen.status() == Regimen.Status.COMPARED
        || reading.sentenceAt(regimen.span()) == null
        || Animals.areGiven(reading, regimen)) {
      return null;
    }
    for (String basis : BASES) {
      var amount = Ucum.convert(value.value(), unit, basis);
      if (amount.isPresent()) {
        return new Place(regimen, region, amount.get(), basis);
      }
    }
    return null;
  }

  /** Abstract and methods say what was given; other sections speak of other trials too. */
  private @Nullable SectionRole region(Regimen regimen) {
    List<Section> path = reading.document().path(regimen.section());
    if (path.stream().anyMatch(section -> section.role() == SectionRole.ABSTRACT)) {
      return SectionRole.ABSTRACT;
    }
    for (Section section : path) {
      SectionRole role = section.role();
      if (role == SectionRole.METHODS || role == SectionRole.RESULTS) {
        return role;
      }
      if (role == SectionRole.INTRODUCTION || role == SectionRole.DISCUSSION) {
        return null;
      }
    }
    return null;
  }

  /** Whether two numbers can be the same dose, told per intake here and per day there. */
  boolean mayBeOneDose(Place odd, List<Place> many) {
    Place other = many.get(0);
    if (odd.amount().compareTo(other.amount()) == 0
        || many.stream()
                .anyMatch(its -> reading.sameSentence(odd.regimen().span(), its.regimen().span()))
            && !isListedAlike(odd, many)) {
      return true;
    }
    if (sameFrequency(odd, other) && odd.regimen().dose().frequency() != null) {
      return false;
    }
    boolean odder = odd.amount().compareTo(other.amount()) > 0;
    return isMultiple(odder ? other : odd, odder ? odd : other)
        && (isParted(odd) || many.stream().anyMatch(this::isParted));
  }

  /** Whether the higher dose is so many times the lower one as somebody takes tablets. */
  private static boolean isMultiple(Place low, Place high) {
    Interval one = Objects.requireNonNull(low.regimen().dose().value()).roundingInterval();
    BigDecimal scale =
        low.amount()
            .divide(
                Objects.requireNonNull(low.regimen().dose().value()).value(),
                MathContext.DECIMAL64);
    for (int times : TIMES) {
      BigDecimal factor = scale.multiply(BigDecimal.valueOf(times));
      if (one.low().multiply(factor).compareTo(high.amount()) <= 0
          && one.high().multiply(factor).compareTo(high.amount()) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameFrequency(Place one, Place other) {
    return Objects.equals(one.regimen().dose().frequency(), other.regimen().dose().frequency());
  }

  private boolean isParted(Place place) {
    Dose.Frequency frequency = place.regimen().dose().frequency();
    BigDecimal perDay = frequency == null ? null : frequency.perDay();
    return (perDay != null && perDay.compareTo(BigDecimal.ONE) > 0)
        || PARTS.matcher(around(place, 60)).find();
  }

  /** Whether the words around the doses tell of several doses of the drug, or of others' doses. */
  boolean tellsSeveral(Place odd, List<Place> many) {
    return SEVERAL.matcher(around(odd, 60)).find()
        || many.stream().allMatch(its -> SEVERAL.matcher(around(its, 60)).find());
  }

  private String around(Place place, int far) {
    Span span = place.regimen().span();
    Span sentence = Objects.requireNonNull(reading.sentenceAt(span));
    int from = Math.max(sentence.start(), span.start() - far);
    int to = Math.max(span.end(), Math.min(sentence.end(), span.end() + far - 10));
    String before = reading.document().quote(new Span(from, span.start()));
    String after = reading.document().quote(new Span(span.start(), to));
    int semicolon = after.indexOf(';');
    return before.substring(before.lastIndexOf(';') + 1)
        + (semicolon < 0 ? after : after.substring(0, semicolon));
  }

  /**
   * Whether sentences of two regions list doses of the same drugs in one order, two at least, and
   * differ in this dose alone.
   */
  boolean isListedAlike(Place odd, List<Place> many) {
    List<Place> own = sentence(odd);
    for (Place other : many) {
      List<Place> its = sentence(other);
      if (other.region() == odd.region() || own.size() < 2 || own.size() != its.size()) {
        continue;
      }
      int different = 0;
      boolean alike = true;
      for (int i = 0; i < own.size() && alike; i++) {
        Place here = own.get(i);
        Place there = its.get(i);
        alike =
            Objects.equals(here.regimen().drug(), there.regimen().drug())
                && here.basis().equals(there.basis());
        boolean same = here.amount().compareTo(there.amount()) == 0;
        different += same ? 0 : 1;
        alike &= same || (here.equals(odd) && many.contains(there));
      }
      if (alike && different == 1) {
        return true;
      }
    }
    return false;
  }

  private List<Place> sentence(Place place) {
    return all.stream()
        .filter(its -> reading.sameSentence(place.regimen().span(), its.regimen().span()))
        .toList();
  }

  boolean isPowerOfTen(Place odd, List<Place> many) {
    return isPowerOfTen(odd.amount(), many.get(0).amount());
  }

  static boolean isPowerOfTen(BigDecimal a, BigDecimal b) {
    for (int power : new int[] {1, 2, 3, 6}) {
      if (a.compareTo(b.scaleByPowerOfTen(power)) == 0
          || b.compareTo(a.scaleByPowerOfTen(power)) == 0) {
        return true;
      }
    }
    return false;
  }
}
