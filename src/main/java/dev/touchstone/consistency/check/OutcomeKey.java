package dev.touchstone.consistency.check;

import dev.touchstone.evidence.EvidenceRecord;
import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Outcome;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must be equal before two values may be compared: what was measured, how, when, how severe.
 *
 * @param name the outcome's code, or the words of its term
 * @param family what sort of figure it is
 */
record OutcomeKey(String name, String family, String at, String grade) {

  private static final Pattern THRESHOLD = Pattern.compile("[<>≤≥]\\s?=?\\s?\\d+(?:\\.\\d+)?");

  private static final Set<String> SURVIVAL = Set.of("PFS", "OS", "EFS", "DFS", "RFS", "TTP");

  /** End points that their code names without more words. */
  private static final Set<String> ALONE =
      Set.of("PFS", "OS", "EFS", "ORR", "DCR", "CR", "PR", "SD", "PD", "TTP", "DOR", "CBR");

  private static final Pattern BASELINE = Pattern.compile("(?i)\\bbaseline\\b");

  private static final Pattern CHANGE =
      Pattern.compile("(?i)\\b(?:changes?|reductions?|decreases?|increases?)\\b");

  /** The key of a record; null where it does not say enough to be compared. */
  static @Nullable OutcomeKey of(EvidenceRecord record) {
    Outcome outcome = record.outcome();
    String name = name(outcome);
    String family = family(record.value(), outcome);
    if (name == null || family == null) {
      return null;
    }
    String at = at(outcome);
    // A survival rate without its time can be compared with nothing.
    boolean survival = SURVIVAL.contains(outcome.code());
    if (survival && family.equals("share") && at.isEmpty()) {
      return null;
    }
    return new OutcomeKey(name, sort(record.value(), outcome) + family, at, grade(outcome));
  }

  private static @Nullable String name(Outcome outcome) {
    String code = outcome.code();
    if (!code.equals("OTHER") && !code.equals("AE")) {
      String term = outcome.term();
      return term == null || ALONE.contains(code) ? code : code + " " + words(term);
    }
    String term = outcome.term();
    if (term == null || term.isBlank()) {
      return null;
    }
    String words = words(term);
    return words.isEmpty() ? null : words;
  }

  private static String words(String term) {
    return String.join(" ", new TreeSet<>(Words.content(term)));
  }

  private static @Nullable String family(Measure value, Outcome outcome) {
    switch (value.kind()) {
      case PERCENT:
      case FRACTION:
        return "share";
      case COUNT:
        return "count";
      case DURATION:
      case MEDIAN:
        return "mean".equals(outcome.statistic()) ? "mean" : "median";
      case MEAN:
        return "mean";
      case HAZARD_RATIO:
      case ODDS_RATIO:
      case RISK_RATIO:
      case P_VALUE:
        return value.kind().code();
      default:
        return null;
    }
  }

  /**
   * What sets a figure apart from others of the same quantity: a share of patients below a
   * threshold, a baseline and a change are three things.
   */
  private static String sort(Measure value, Outcome outcome) {
    if (outcome.code().equals("AE") || value.kind().isRatio()) {
      return "";
    }
    String label = outcome.label();
    Matcher threshold = THRESHOLD.matcher(label);
    if (threshold.find()) {
      return threshold.group().replaceAll("\\s", "") + " ";
    }
    if (outcome.code().equals("OTHER") || value.kind() == Measure.Kind.P_VALUE) {
      return "";
    }
    if (BASELINE.matcher(label).find() && !CHANGE.matcher(label).find()) {
      return "baseline ";
    }
    return CHANGE.matcher(label).find() ? "change " : "";
  }

  private static String at(Outcome outcome) {
    Outcome.TimePoint at = outcome.at();
    if (at == null) {
      return "";
    }
    boolean years = at.unit().equals("a");
    BigDecimal value = years ? at.value().multiply(BigDecimal.valueOf(12)) : at.value();
    return value.stripTrailingZeros().toPlainString() + " " + (years ? "mo" : at.unit());
  }

  private static String grade(Outcome outcome) {
    String grade = outcome.grade();
    return grade == null ? "any" : grade.toLowerCase(Locale.ROOT);
  }
}
