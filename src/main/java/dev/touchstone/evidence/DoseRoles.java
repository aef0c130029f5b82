package dev.touchstone.evidence;

import dev.touchstone.document.Table;
import dev.touchstone.mention.Dose;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a dose is, and whether it was given, planned, recommended or merely compared, by the words
 * around it: those of its own clause first, then those of its sentence, then those of its row.
 */
final class DoseRoles {

  /** The meaning of cues beside an amount that is nobody's dose. */
  static final String NONE = "none";

  /** A bracket that is closed again says nothing of what stands behind it. */
  private static final Pattern CLOSED_BRACKET = Pattern.compile("\\([^()]*\\)");

  /** The dose behind these words comes after the one before them. */
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "\\b(?:then|thereafter|afterwards?|subsequently|followed by|after which|and later|next)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LISTED =
      Pattern.compile(
          "\\s*(?:,|/|and|or|to|, and|, or|then|, then|and then|, and then)\\s*(?:to\\s+)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * A total that the sentence works out of the dose before: "for 21 days, a cumulative dose of".
   */
  private static final Pattern WORKED_OUT =
      Pattern.compile(
          "[,;(]\\s*(?:(?:that is|i\\.e\\.|giving|resulting in|which gives|for|with|making)\\s*,?\\s*)?(?:an?|the|their)?\\s*"
              + "(?:cumulative|total)\\b[^,;()]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Set<Regimen.Role> STEPS =
      EnumSet.of(Regimen.Role.STARTING, Regimen.Role.ESCALATED, Regimen.Role.REDUCED);

  private final RegimenCues roles;
  private final RegimenCues statuses;

  private DoseRoles(RegimenCues roles, RegimenCues statuses) {
    this.roles = roles;
    this.statuses = statuses;
  }

  static DoseRoles load(Path lexicon) throws IOException {
    return new DoseRoles(
        RegimenCues.load(
            lexicon.resolve("regimen-roles.tsv"),
            meaning -> meaning.equals(NONE) || isOneOf(Regimen.Role.values(), meaning)),
        RegimenCues.load(
            lexicon.resolve("regimen-status.tsv"),
            meaning -> isOneOf(Regimen.Status.values(), meaning)));
  }

  private static boolean isOneOf(Enum<?>[] values, String meaning) {
    return Arrays.stream(values)
        .anyMatch(value -> value.name().toLowerCase(Locale.ROOT).equals(meaning));
  }

  /** The doses of one unit, asked for one after the other. */
  OfUnit of(Unit unit, List<Mention> doses) {
    return new OfUnit(unit, doses);
  }

  final class OfUnit {

    private final Unit unit;
    private final String text;
    private final List<Mention> doses;
    private final Map<Mention, Regimen.Role> told = new HashMap<>();

    private OfUnit(Unit unit, List<Mention> doses) {
      this.unit = unit;
      this.text = unit.reading().text();
      this.doses = doses;
    }

    /** A role, {@link #NONE} for an amount that is nobody's dose, or empty. */
    Optional<String> role(int index) {
      Optional<String> meaning = judged(index);
      meaning
          .filter(found -> !found.equals(NONE))
          .ifPresent(found -> told.put(doses.get(index), named(found)));
      return meaning;
    }

    Regimen.@Nullable Status status(int index) {
      Mention dose = doses.get(index);
      Sentence sentence = DoseDrugs.sentenceOf(unit, dose);
      int from = sentence == null ? 0 : sentence.start();
      int to = sentence == null ? text.length() : sentence.end();
      return statuses
          .judge(
              text.substring(Math.min(from, dose.start()), dose.start()),
              text.substring(dose.end(), Math.max(dose.end(), to)))
          .map(meaning -> Regimen.Status.valueOf(meaning.toUpperCase(Locale.ROOT)))
          .orElse(null);
    }

    private Optional<String> judged(int index) {
      Mention dose = doses.get(index);
      if (isWorkedOut(index)) {
        return Optional.of(NONE);
      }
      Optional<String> step = step(index);
      if (step.isPresent()) {
        return step;
      }
      String sentenceBefore = before(dose);
      String before = sentenceBefore.substring(sentenceBefore.lastIndexOf(';') + 1);
      String after = after(index);
      Optional<String> meaning = roles.judge(before, after).filter(its -> holds(its, index, after));
      if (meaning.isEmpty() && before.length() < sentenceBefore.length()) {
        meaning = roles.judge(sentenceBefore, "");
      }
      if (meaning.isEmpty() && unit.cell() != null && unit.block() instanceof Table table) {
        meaning = roles.judge(TableRegimens.rowLabel(table, unit.cell().row()), "");
      }
      return meaning.map(found -> beginsEscalation(index, found, before) ? "starting" : found);
    }

    /** "X was reduced to 5 mg and Y 3 mg was added" tells of a reduction of X alone. */
    private boolean holds(String meaning, int index, String after) {
      Mention dose = doses.get(index);
      Mention earlier = index > 0 ? doses.get(index - 1) : null;
      if (earlier == null
          || !isSameSentence(earlier, dose)
          || !(meaning.equals("reduced") || meaning.equals("escalated"))) {
        return true;
      }
      boolean another =
          DoseDrugs.drugs(unit).stream()
              .anyMatch(drug -> drug.start() >= earlier.end() && drug.end() <= dose.start());
      String between = text.substring(earlier.end(), dose.start());
      return !another || roles.judge(between, after).filter(meaning::equals).isPresent();
    }

    private String before(Mention dose) {
      Sentence sentence = DoseDrugs.sentenceOf(unit, dose);
      int from = sentence == null ? 0 : sentence.start();
      String words = text.substring(Math.min(from, dose.start()), dose.start());
      return CLOSED_BRACKET.matcher(words).replaceAll(" ");
    }

    private String after(int index) {
      Mention dose = doses.get(index);
      Sentence sentence = DoseDrugs.sentenceOf(unit, dose);
      int to = sentence == null ? text.length() : sentence.end();
      if (index + 1 < doses.size()) {
        to = Math.max(dose.end(), Math.min(to, doses.get(index + 1).start()));
      }
      int semicolon = text.indexOf(';', dose.end());
      to = semicolon < 0 ? to : Math.max(dose.end(), Math.min(to, semicolon));
      return text.substring(dose.end(), Math.max(dose.end(), to));
    }

    /** Behind a first dose and "then" comes the next step, up or down. */
    private Optional<String> step(int index) {
      Mention dose = doses.get(index);
      Mention earlier = index > 0 ? doses.get(index - 1) : null;
      Regimen.Role role = earlier == null ? null : told.get(earlier);
      if (earlier == null
          || role == null
          || !STEPS.contains(role)
          || !isSameSentence(earlier, dose)
          || earlier.dose().part() == Dose.Part.LOADING) {
        return Optional.empty();
      }
      String between = text.substring(earlier.end(), dose.start());
      Integer order = order(dose.dose(), earlier.dose());
      boolean other = roles.judge(SEQUENCE.matcher(between).replaceAll(" "), "").isPresent();
      if (order == null
          || other
          || between.indexOf(';') >= 0
          || !SEQUENCE.matcher(between).find()) {
        return Optional.empty();
      }
      return Optional.of(order > 0 ? "escalated" : order < 0 ? "reduced" : "assigned");
    }

    /** "Starting low, with weekly escalation (5 mg, 10 mg, then 20 mg)": the first one starts. */
    private boolean beginsEscalation(int index, String meaning, String before) {
      if (!meaning.equals("escalated") || index + 1 >= doses.size()) {
        return false;
      }
      Mention dose = doses.get(index);
      Mention next = doses.get(index + 1);
      Integer order = order(next.dose(), dose.dose());
      boolean first =
          index == 0
              || doses.get(index - 1).dose().isWorded()
              || !isSameSentence(doses.get(index - 1), dose);
      return first
          && order != null
          && order > 0
          && isSameSentence(dose, next)
          && LISTED.matcher(text.substring(dose.end(), next.start())).matches()
          && roles.stands("starting", before);
    }

    private boolean isWorkedOut(int index) {
      Mention dose = doses.get(index);
      Mention earlier = index > 0 ? doses.get(index - 1) : null;
      return earlier != null
          && dose.dose().part() == Dose.Part.CUMULATIVE
          && isSameSentence(earlier, dose)
          && WORKED_OUT.matcher(text.substring(earlier.end(), dose.start())).find();
    }

    private boolean isSameSentence(Mention one, Mention other) {
      return one.end() <= other.start()
          && Objects.equals(DoseDrugs.sentenceOf(unit, one), DoseDrugs.sentenceOf(unit, other));
    }
  }

  static Regimen.Role named(String meaning) {
    return Regimen.Role.valueOf(meaning.toUpperCase(Locale.ROOT));
  }

  /** How two amounts in one unit compare; null where they have none or another. */
  private static @Nullable Integer order(Dose one, Dose other) {
    var a = one.value() == null ? one.high() : one.value();
    var b = other.value() == null ? other.high() : other.value();
    if (a == null || b == null || !Objects.equals(one.unit(), other.unit())) {
      return null;
    }
    return perDay(one, a.value()).compareTo(perDay(other, b.value()));
  }

  private static BigDecimal perDay(Dose dose, BigDecimal amount) {
    Dose.Frequency frequency = dose.frequency();
    BigDecimal times = frequency == null ? null : frequency.perDay();
    return times == null ? amount : amount.multiply(times);
  }
}
