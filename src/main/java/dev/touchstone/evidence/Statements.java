package dev.touchstone.evidence;

import dev.touchstone.mention.Measure;
import dev.touchstone.mention.Measure.Kind;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Groups the values of a sentence into statements. */
final class Statements {

  /** What may stand between a value and the bracket that repeats or bounds it. */
  private static final Pattern INTO_BRACKET =
      Pattern.compile("(?:\\)\\s?\\S{0,8}\\s?|[^()\\[\\],;:]{0,40})[(\\[][^()\\[\\]]{0,30}");

  /** "A 57% response rate was seen in the combined arm (95% CI": a bound stands farther behind. */
  private static final Pattern INTO_FAR_BRACKET = Pattern.compile("[^()\\[\\],;:]{0,90}[(\\[]\\s?");

  private static final Pattern LISTS =
      Pattern.compile(
          "\\b(?:v(?:s\\.?|\\.)?|versus|and|compared|against|than|or)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UNDER =
      Pattern.compile(
          "(?i)\\bto (?:less|more|greater|fewer|below|above|under|over)(?: than)?\\s*$");
  private static final Pattern OR_MORE =
      Pattern.compile("(?i)\\s*or (?:more|less|greater|higher|lower|fewer|better|worse)\\b");
  private static final Pattern PARAPHRASE =
      Pattern.compile("(?i)\\s*,?\\s*or\\s+(?:about |roughly )?");
  private static final Pattern SAME_BRACKET = Pattern.compile("[^()]{0,40}");
  private static final Pattern APPOSITION =
      Pattern.compile("\\s*(?:,|or|;|=|,\\s*or)?\\s*(?:about |approximately )?");

  private final String text;
  private final List<Statement> found = new ArrayList<>();
  private List<Mention> open = new ArrayList<>();

  private Statements(String text) {
    this.text = text;
  }

  /** The statements of a sentence in order. */
  static List<Statement> of(Unit unit, Sentence sentence) {
    Statements statements = new Statements(unit.reading().text());
    List<Mention> values = new ArrayList<>();
    int covered = -1;
    for (Mention mention : unit.mentions(sentence)) {
      if (mention.type() == MentionType.MEASURE
          && mention.start() >= covered
          && !isDenial(mention.measure())
          && !isThreshold(unit.reading().text(), mention)
          && !isPartOfOther(unit, mention)) {
        values.add(mention);
        covered = mention.end();
      }
    }
    values.forEach(statements::add);
    statements.close();
    return statements.withoutParaphrases();
  }

  /** "132 hours, or five and a half days" tells one value twice. */
  private List<Statement> withoutParaphrases() {
    List<Statement> told = new ArrayList<>();
    for (Statement statement : found) {
      Statement previous = told.isEmpty() ? null : told.get(told.size() - 1);
      if (previous == null
          || !PARAPHRASE.matcher(text.substring(previous.end(), statement.start())).matches()) {
        told.add(statement);
      }
    }
    return told;
  }

  /**
   * "Fell to less than 50%", "by 10% or more": what was counted, not how often; "10.8–not reached":
   * a bound.
   */
  private static boolean isThreshold(String text, Mention value) {
    String lead = text.substring(Math.max(0, value.start() - 24), value.start());
    String rest = text.substring(value.end(), Math.min(text.length(), value.end() + 16));
    return UNDER.matcher(lead).find()
        || OR_MORE.matcher(rest).lookingAt()
        || (value.measure().missing() != null && lead.matches("(?s).*\\d\\s*[–—-]\\s*"));
  }

  /** "No" counts none; what was not seen is read for itself. */
  private static boolean isDenial(Measure value) {
    return value.value() != null && value.value().asWritten().equalsIgnoreCase("no");
  }

  /**
   * The six of "6-month PFS rate" and the 50 % of "LVEF below 50%" are what was measured, not what
   * came out.
   */
  private static boolean isPartOfOther(Unit unit, Mention value) {
    return unit.mentions().stream()
        .anyMatch(
            other ->
                (other.type() == MentionType.OUTCOME || other.type() == MentionType.DOSE)
                    && other.start() <= value.start()
                    && value.end() <= other.end());
  }

  private void add(Mention value) {
    if (!open.isEmpty() && !belongs(value)) {
      close();
    }
    open.add(value);
  }

  private boolean belongs(Mention value) {
    Mention last = open.get(open.size() - 1);
    Kind kind = value.measure().kind();
    String gap = text.substring(Math.min(last.end(), value.start()), value.start());
    if (kind == Kind.NUMBER) {
      return false;
    }
    boolean openCompares = Statement.compares(open.get(0).measure().kind());
    if (isSpread(kind) || isInterval(value.measure())) {
      boolean bound =
          SAME_BRACKET.matcher(gap).matches()
              || INTO_BRACKET.matcher(gap).matches()
              || !isSpreadOnly(open) && INTO_FAR_BRACKET.matcher(gap).matches();
      return bound && !LISTS.matcher(gap).find();
    }
    if (Statement.compares(kind) != openCompares) {
      return false;
    }
    if (openCompares) {
      return kind != open.get(0).measure().kind()
          && SAME_BRACKET.matcher(gap.replaceAll("[()]", "")).matches()
          && !LISTS.matcher(gap).find();
    }
    boolean again = open.stream().anyMatch(one -> one.measure().kind() == kind);
    boolean bracket =
        INTO_BRACKET.matcher(gap).matches() || (inBracket(last) && gap.matches("\\s*[,;=]?\\s*"));
    return !again
        && !LISTS.matcher(gap).find()
        && (bracket || APPOSITION.matcher(gap).matches() && share(value) && share(last));
  }

  private static boolean isSpreadOnly(List<Mention> values) {
    return values.stream().allMatch(value -> isSpread(value.measure().kind()));
  }

  private static boolean share(Mention value) {
    Kind kind = value.measure().kind();
    return kind == Kind.COUNT || kind == Kind.PERCENT || kind == Kind.FRACTION;
  }

  private boolean inBracket(Mention value) {
    int opening = text.lastIndexOf('(', value.start());
    return opening >= 0 && text.substring(opening, value.start()).indexOf(')') < 0;
  }

  private static boolean isSpread(Kind kind) {
    return kind == Kind.CI || kind == Kind.IQR || kind == Kind.RANGE || kind == Kind.SD;
  }

  private static boolean isInterval(Measure measure) {
    return measure.value() == null && measure.low() != null && measure.kind() == Kind.CI;
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    int start = open.get(0).start();
    int end = open.stream().mapToInt(Mention::end).max().orElse(start);
    String words = text.substring(start, end);
    boolean unclosed = words.lastIndexOf('(') > words.lastIndexOf(')');
    if (unclosed && end < text.length() && text.charAt(end) == ')') {
      end++;
    }
    found.add(new Statement(open, start, end, Statement.compares(open.get(0).measure().kind())));
    open = new ArrayList<>();
  }
}
