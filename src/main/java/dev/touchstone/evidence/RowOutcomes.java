package dev.touchstone.evidence;

import dev.touchstone.document.Cell;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of a table, or its columns, report. */
final class RowOutcomes {

  /**
   * @param mention id of the outcome mention, or null where only the label tells
   */
  record Found(Outcome outcome, @Nullable String mention) {}

  private static final Pattern ADVERSE =
      Pattern.compile("(?i)\\b(?:adverse|toxicit|side effect|safety|tolerab|deaths?\\b|fatal)");
  private static final Pattern EVENT_CORNER =
      Pattern.compile(
          "(?i).*\\b(?:adverse|event|toxicit|reaction|side effect|symptom|cause|preferred term|disorder).*");

  /** A row that sums up the others. */
  private static final Pattern EVERY =
      Pattern.compile(
          "(?:all|any|total|overall|at least one)(?: causes?| events?| adverse events?| AEs?| deaths?| patients)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern OPEN_CORNER =
      Pattern.compile("(?i)|parameters?|variables?|terms?|category");
  private static final Pattern POPULATION = Pattern.compile("\\(([^()]{2,40})\\)\\s*$");
  private static final Pattern NO_POPULATION =
      Pattern.compile(
          "(?i)[A-Z0-9%/-]{1,8}s?|.*\\b(?:endpoint|end point|review|range|CI|SD|IQR|months?|weeks?|days?|years?|n|%|mg|rate|confirmed|primary|secondary|grade|CTCAE|RECIST)\\b.*|.*[%=].*|.*(?:mg|µg|mm|m²).*");

  private static final Map<String, String> RESPONSES =
      Map.of("complete", "CR", "partial", "PR", "stable", "SD", "progressive", "PD");
  private static final Pattern RESPONSE =
      Pattern.compile("(?i)\\brespon(?:se|ses|ders?)\\b|\\bORR\\b");
  private static final Pattern BLEEDING = Pattern.compile("(?i)\\b(?:bleeding|ha?emorrhage)s?\\b");
  private static final Pattern SEVERITY =
      Pattern.compile(
          "(?:major|minor|fatal|serious|(?:major or )?clinically relevant non-?major|major or clinically relevant non-?major)");

  /** When a quantity was measured. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "baseline|(?:mean |adjusted )?change(?: from baseline)?|end of (?:study|treatment)|(?:week|month|day) \\d{1,3}");

  private final TableView view;
  private final boolean adverse;

  RowOutcomes(TableView view) {
    this.view = view;
    String corner = view.corner();
    boolean caption = ADVERSE.matcher(view.table().caption().text()).find();
    this.adverse =
        EVENT_CORNER.matcher(corner).matches() && !corner.matches("(?i).*\\bevent-free.*")
            || (caption && OPEN_CORNER.matcher(corner).matches());
  }

  /** Whether the rows are adverse events. */
  boolean adverse() {
    return adverse;
  }

  boolean isKnown(int row) {
    return mention(view.beside(row)) != null;
  }

  @Nullable Found ofRow(int row) {
    List<Cell> beside = view.beside(row);
    if (beside.isEmpty()) {
      return null;
    }
    String label =
        beside.stream().map(cell -> view.head(cell).text()).collect(Collectors.joining(" "));
    Mention mention = mention(beside);
    if (mention == null) {
      Found part = partOf(row, label);
      if (part != null) {
        return part;
      }
      if (isStatistic(label)) {
        return withLabel(above(row), label);
      }
    }
    return found(mention, label, adverse);
  }

  /** A row that only makes sense below another: {@code Partial} below {@code Response}. */
  private @Nullable Found partOf(int row, String label) {
    String word =
        label
            .toLowerCase(Locale.ROOT)
            .replaceAll("[,;:]?\\s*(?:n\\s*\\(%\\)|\\(?%\\)?)$", "")
            .strip();
    Cell group = view.group(row);
    String under = group == null ? "" : view.head(group).text();
    String code = RESPONSES.get(word);
    if (code != null) {
      Found above = above(row);
      boolean response =
          RESPONSE.matcher(under).find()
              || (above != null && RESPONSE.matcher(above.outcome().label()).find());
      return response
          ? new Found(new Outcome(code, label, null, null, null, null, null, "result"), null)
          : null;
    }
    if (SEVERITY.matcher(word).matches() && BLEEDING.matcher(view.corner() + ' ' + under).find()) {
      return new Found(
          new Outcome("AE", label, null, null, null, word + " bleeding", null, "result"), null);
    }
    if (group != null && MOMENT.matcher(word).matches()) {
      String measured = under.replaceAll("\\s*[(\\[][^()\\[\\]]{0,30}[)\\]]\\s*$", "").strip();
      return new Found(
          new Outcome(
              "OTHER",
              under + ": " + label,
              null,
              HeadReader.time(label),
              null,
              measured.toLowerCase(Locale.ROOT) + ' ' + word,
              null,
              "result"),
          null);
    }
    return null;
  }

  @Nullable Found ofColumn(int col) {
    List<Cell> over = view.over(col);
    Mention mention = mention(over);
    if (over.isEmpty()) {
      return null;
    }
    if (mention == null) {
      // A ratio, an interval or a p-value belongs to the column before it.
      boolean belongs = view.head(over.get(over.size() - 1)).compares();
      return belongs && col > view.firstCol() ? ofColumn(col - 1) : null;
    }
    String label =
        over.stream().map(cell -> view.head(cell).text()).collect(Collectors.joining(" "));
    return found(mention, label, false);
  }

  private Found found(@Nullable Mention mention, String label, boolean event) {
    if (mention == null) {
      String term =
          HeadReader.withoutGrade(label)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[,;:]?\\s*n\\s*\\(%\\)$", "")
              .strip();
      boolean every = event && EVERY.matcher(term).matches();
      return new Found(
          new Outcome(
              event ? "AE" : "OTHER",
              label,
              statistic(label),
              event ? null : HeadReader.time(label),
              HeadReader.grade(label),
              every ? null : term,
              population(label),
              "result"),
          null);
    }
    Outcome its = mention.outcome();
    return new Found(
        new Outcome(
            its.code(),
            label,
            its.statistic() == null ? statistic(label) : its.statistic(),
            its.at(),
            its.grade() == null ? HeadReader.grade(label) : its.grade(),
            its.term(),
            its.population() == null ? population(label) : its.population(),
            "result"),
        mention.id());
  }

  /** The outcome that a row of figures belongs to: its group's, else that of the rows above. */
  private @Nullable Found above(int row) {
    Cell group = view.group(row);
    for (int r = row - 1; r >= view.firstRow(); r--) {
      if (group != null && r == group.row()) {
        Mention mention = mention(List.of(group));
        return mention == null ? null : found(mention, view.head(group).text(), false);
      }
      Mention mention = mention(view.beside(r));
      if (mention != null && !view.isGroup(r)) {
        return found(mention, view.head(view.beside(r).get(0)).text(), false);
      }
    }
    return null;
  }

  private static @Nullable Found withLabel(@Nullable Found of, String label) {
    if (of == null) {
      return null;
    }
    Outcome its = of.outcome();
    String statistic = statistic(label);
    Outcome.TimePoint at = HeadReader.time(label);
    return new Found(
        new Outcome(
            its.code(),
            its.label() + ": " + label,
            statistic == null ? its.statistic() : statistic,
            at == null ? its.at() : at,
            its.grade(),
            its.term(),
            its.population(),
            its.use()),
        of.mention());
  }

  /** A row that continues the one above: its interval, its p-value, its median. */
  private static boolean isStatistic(String label) {
    Head head = HeadReader.read(label, false);
    return head.compares()
        || head.kind() != null && head.label().isEmpty()
        || label.matches(
            "(?i)\\W*(?:median|mean|range|rate|\\d{2} ?% ?CI|confidence interval|events?|hazard ratio|HR|p|at \\d+ (?:months|weeks|years))\\b[^a-z]*(?:\\(?(?:months|weeks|days|years|range|95 ?% ?CI|SD|IQR)\\)?[^a-z]*)*");
  }

  static @Nullable String statistic(String label) {
    Matcher word =
        Pattern.compile("(?i)\\b(median|mean|rate|incidence|proportion|probability)\\b")
            .matcher(label);
    return word.find() ? word.group(1).toLowerCase(Locale.ROOT) : null;
  }

  private static @Nullable String population(String label) {
    Matcher bracket = POPULATION.matcher(label);
    return bracket.find() && !NO_POPULATION.matcher(bracket.group(1)).matches()
        ? bracket.group(1)
        : null;
  }

  /** The outcome mention that says most. */
  private @Nullable Mention mention(List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> view.mentions(cell, MentionType.OUTCOME).stream())
        .max(
            Comparator.<Mention>comparingInt(mention -> mention.end() - mention.start())
                .thenComparing(Comparator.comparingInt(Mention::start).reversed()))
        .orElse(null);
  }
}
