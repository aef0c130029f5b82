package dev.touchstone.evidence;

import dev.touchstone.mention.Drug;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Doses in words and the drugs that share them: {@code high-dose busulfan and melphalan}, {@code
 * after overdose with lamotrigine (LTG) and valproic acid}. An amount is shared by nobody.
 */
final class SharedDoses {

  private static final String MANNER =
      "(?:(?:the|an?|both|either|oral|orally|intravenous|i\\.?v\\.?|intramuscular|subcutaneous|intrathecal|inhaled"
          + "|topical|systemic|weekly|daily|single|pulse|pulsed|continuous|adjuvant|concomitant|concurrent|combined"
          + "|combination|liposomal|pegylated|recombinant)[\\s-]+){0,3}";

  /** What may stand between a dose in words and its drug: "overdose with", "high-dose oral". */
  private static final Pattern TOWARDS =
      Pattern.compile(
          "['’\"”)]*(?:\\s?\\([^()]{1,40}\\))?[\\s-]*(?:(?:ingestions?|levels?|treatments?|therapy|infusions?|injections?|administration)\\s+)?"
              + "(?:(?:of|with|from|by|on|involving|due to)\\s+)?"
              + MANNER,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AND =
      Pattern.compile(
          "(?:\\s?\\([^()]{1,40}\\))?\\s*(?:,|/|\\+|and|or|plus|, and|, or)\\s*" + MANNER,
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPENED = Pattern.compile("\\s?[(\\[]");

  private static final Pattern CLOSE = Pattern.compile("[\\s'‘\"“-]*");

  private SharedDoses() {}

  /**
   * The drug of a dose in words: the one that the words lead to, or the one directly before. A
   * class of drugs may be overdosed too.
   */
  static @Nullable Mention drugOf(Unit unit, Mention dose) {
    String text = unit.reading().text();
    List<Mention> here = named(unit, dose);
    for (Mention drug : here) {
      if (drug.start() >= dose.end()
          && TOWARDS.matcher(text.substring(dose.end(), drug.start())).matches()) {
        return drug;
      }
    }
    return here.stream()
        .filter(
            drug ->
                drug.end() <= dose.start()
                    && CLOSE.matcher(text.substring(drug.end(), dose.start())).matches())
        .reduce((first, second) -> second)
        .orElse(null);
  }

  /** The other drugs that the words of a dose hold for. */
  static List<Mention> others(Unit unit, Mention dose, Mention drug) {
    if (!dose.dose().isWorded() || !standsIn(unit, drug)) {
      return List.of();
    }
    String text = unit.reading().text();
    List<Mention> here = named(unit, dose);
    List<Mention> others = new ArrayList<>();
    if (drug.start() >= dose.end()) {
      Mention last = drug;
      for (Mention next : here) {
        if (next.start() >= last.end()
            && AND.matcher(text.substring(last.end(), next.start())).matches()
            && noDoseWithin(unit, last, next)) {
          last = next;
          others.add(next);
        }
      }
    } else if (drug.end() <= dose.start()
        && CLOSE.matcher(text.substring(drug.end(), dose.start())).matches()) {
      Mention first = drug;
      for (int i = here.size() - 1; i >= 0; i--) {
        Mention before = here.get(i);
        if (before.end() <= first.start()
            && AND.matcher(text.substring(before.end(), first.start())).matches()
            && noDoseWithin(unit, before, first)) {
          first = before;
          others.add(before);
        }
      }
    }
    return others.stream()
        .filter(other -> !other.drug().name().equals(drug.drug().name()))
        .toList();
  }

  /** The mentions that a regimen rests on: drug, dose, and the drug's other name beside it. */
  static List<String> mentions(Unit unit, Mention dose, Mention drug) {
    if (!standsIn(unit, drug)) {
      return List.of(drug.id(), dose.id());
    }
    String text = unit.reading().text();
    // A drug carried over from another paragraph has its places there.
    boolean here = unit.mentions().contains(drug);
    Stream<String> again =
        unit.mentions(MentionType.DRUG).stream()
            .filter(other -> here)
            .filter(other -> other.drug().name().equals(drug.drug().name()))
            .filter(other -> areOneName(text, other, drug) || areOneName(text, drug, other))
            .map(Mention::id);
    return Stream.concat(Stream.of(drug.id(), dose.id()), again).toList();
  }

  /** The drug of a dose may have been told in a heading or paragraph before. */
  private static boolean standsIn(Unit unit, Mention drug) {
    return unit.mentions().stream().anyMatch(mention -> mention.id().equals(drug.id()));
  }

  /** Whether the second is the first's other name: {@code lamotrigine (LTG)}. */
  private static boolean areOneName(String text, Mention first, Mention second) {
    return first.end() <= second.start()
        && OPENED.matcher(text.substring(first.end(), second.start())).matches();
  }

  private static boolean noDoseWithin(Unit unit, Mention from, Mention to) {
    return unit.mentions(MentionType.DOSE).stream()
        .noneMatch(dose -> dose.start() >= from.end() && dose.end() <= to.start());
  }

  private static List<Mention> named(Unit unit, Mention dose) {
    Sentence sentence = DoseDrugs.sentenceOf(unit, dose);
    return unit.mentions(MentionType.DRUG).stream()
        .filter(
            drug ->
                drug.drug().kind() != Drug.Kind.PLACEBO
                    && drug.drug().kind() != Drug.Kind.METABOLITE)
        .filter(
            drug ->
                sentence == null
                    || (drug.start() >= sentence.start() && drug.end() <= sentence.end()))
        .toList();
  }
}
