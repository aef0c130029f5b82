package dev.touchstone.mention;

import dev.touchstone.mention.TreatmentPhrases.Extent;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The treatments that a title names: {@code docetaxel versus paclitaxel in …}, {@code effects of
 * yoga on …}, {@code clodronate for …}. What a title puts first is what the study is about.
 */
final class TitleArms {

  private static final int FEWEST_WORDS = 5;

  /** What a sentence has and a title has not: a verb in the past, an amount. */
  private static final Pattern TELLS =
      Pattern.compile("(?i)\\b(?:was|were|given|demonstrated|showed)\\b|\\d m?g\\b");

  /** Before {@code to} and {@code with}: what people had before the study. */
  private static final Pattern EARLIER =
      Pattern.compile(
          "(?i)refractory|resistant|sensitive|exposed|intolerant|naive|pre-?treated|failing|progress(?:ing|ed|ion)");

  static final String ORIGIN = "treatment of the title";

  private final TreatmentPhrases treatments;
  private final ArmPhrases phrases;
  private final Lexicon<String> heads;

  TitleArms(Vocabulary vocabulary, TreatmentPhrases treatments, ArmPhrases phrases) {
    this.treatments = treatments;
    this.phrases = phrases;
    heads = vocabulary.cues("title-head");
  }

  /** Adds the arms of the document's title, and tells the design of them. */
  void find(List<Reading> readings, Design design) {
    for (Reading reading : readings.subList(0, Math.min(3, readings.size()))) {
      Sentence title = reading.sentences().isEmpty() ? null : reading.sentences().get(0);
      if (title != null && !reading.isCell() && title.tokens().size() >= FEWEST_WORDS) {
        String text = reading.text().substring(title.start(), title.end());
        boolean reports =
            reading.has(MentionType.MEASURE, title.start(), title.end())
                || TELLS.matcher(text).find();
        if (!reports) {
          read(reading, title.tokens(), design);
        }
        return;
      }
    }
  }

  private void read(Reading reading, List<Token> tokens, Design design) {
    List<Extent> found = compared(reading, tokens);
    if (found.isEmpty()) {
      Extent tried = tried(reading, tokens);
      tried = tried == null ? opening(reading, tokens) : tried;
      tried = tried == null ? means(reading, tokens) : tried;
      found = tried == null ? List.of() : List.of(tried);
    }
    List<Design.Place> sides = new ArrayList<>();
    for (Extent extent : found) {
      int start = tokens.get(extent.first()).start();
      int end = tokens.get(extent.end() - 1).end();
      sides.add(treatments.mark(reading, start, end, ORIGIN, phrases));
    }
    design.add(reading, sides, true);
  }

  /** {@code A versus B}, {@code comparison of A and B}. */
  private List<Extent> compared(Reading reading, List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      String word = lower(tokens, i);
      boolean with = word.equals("compared") && lower(tokens, i + 1).matches("with|to");
      if (!with && !word.matches("versus|vs\\.?|v\\.?|against")) {
        continue;
      }
      Extent left = treatments.before(reading, tokens, i, 0);
      Extent right = treatments.from(reading, tokens, i + (with ? 2 : 1), tokens.size());
      left = left == null ? null : withoutHead(reading, tokens, left);
      if (left != null && right != null && isSide(reading, tokens, left, right)) {
        return List.of(left, right);
      }
    }
    for (int i = 0; i + 1 < tokens.size(); i++) {
      boolean compares =
          lower(tokens, i).matches("comparing|compare[sd]?")
                  && !lower(tokens, i + 1).matches("with|to")
              || lower(tokens, i).equals("comparison") && lower(tokens, i + 1).equals("of");
      if (!compares) {
        continue;
      }
      int first = lower(tokens, i).equals("comparison") ? i + 2 : i + 1;
      // "comparing A and B with A" has the "and" within a side.
      for (String links : List.of("with|to", "and|or")) {
        List<Extent> sides = parted(reading, tokens, first, links);
        if (!sides.isEmpty()) {
          return sides;
        }
      }
    }
    return List.of();
  }

  private List<Extent> parted(Reading reading, List<Token> tokens, int first, String links) {
    for (int at = first + 1; at + 1 < tokens.size(); at++) {
      if (lower(tokens, at).matches(links)) {
        Extent left = treatments.from(reading, tokens, first, at);
        Extent right = treatments.from(reading, tokens, at + 1, tokens.size());
        if (left != null
            && right != null
            && (links.startsWith("and") || left.end() == at)
            && isSide(reading, tokens, left, right)) {
          return List.of(left, right);
        }
      }
    }
    return List.of();
  }

  private boolean isSide(Reading reading, List<Token> tokens, Extent left, Extent right) {
    boolean treats = isTreatment(reading, tokens, left) || isTreatment(reading, tokens, right);
    return treats
        && mayBeArm(reading, tokens, left)
        && mayBeArm(reading, tokens, right)
        && isTried(reading, tokens, left)
        && isTried(reading, tokens, right);
  }

  /** {@code randomized trial comparing A} is A. */
  private static @Nullable Extent withoutHead(Reading reading, List<Token> tokens, Extent extent) {
    int first = extent.first();
    for (int i = extent.first(); i < extent.end() - 1; i++) {
      if (tokens.get(i).tag().equals("VBG")
          && !reading.has(MentionType.DRUG, tokens.get(i).start(), tokens.get(i).end())) {
        first = i + 1;
      }
    }
    return new Extent(first, extent.end());
  }

  /** What stands behind {@code effect of}, {@code trial of}. */
  private @Nullable Extent tried(Reading reading, List<Token> tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean head = heads.get(tokens.get(i).text()) != null;
      if (!head || !lower(tokens, i + 1).matches("of|with")) {
        continue;
      }
      int first = i + 2;
      while (first < tokens.size() && tokens.get(first).text().matches("(?i)the|an?|its|two")) {
        first++;
      }
      boolean again =
          first + 1 < tokens.size()
              && heads.get(tokens.get(first).text()) != null
              && lower(tokens, first + 1).matches("of|and");
      if (again) {
        continue;
      }
      Extent extent = treatments.from(reading, tokens, first, tokens.size());
      boolean another =
          extent != null
              && heads.get(tokens.get(extent.end() - 1).text()) != null
              && extent.end() < tokens.size()
              && lower(tokens, extent.end()).matches("of|with|on|and");
      if (extent != null
          && !another
          && mayBeArm(reading, tokens, extent)
          && isTried(reading, tokens, extent)) {
        return extent;
      }
    }
    return null;
  }

  /** Neither a disease nor its people nor what is measured. */
  private boolean isTried(Reading reading, List<Token> tokens, Extent extent) {
    int start = tokens.get(extent.first()).start();
    int end = tokens.get(extent.end() - 1).end();
    return isTreatment(reading, tokens, extent)
        || !reading.has(MentionType.CONDITION, start, end)
            && !reading.has(MentionType.OUTCOME, start, end)
            && !ArmWords.describesPeople(reading.text().substring(start, end));
  }

  /** {@code Tamoxifen for …}, {@code Preoperative dexamethasone reduces …}. */
  private @Nullable Extent opening(Reading reading, List<Token> tokens) {
    int first = 0;
    while (first < tokens.size()
        && !Character.isLetterOrDigit(tokens.get(first).text().charAt(0))) {
      first++;
    }
    if (first < tokens.size() && lower(tokens, first).matches("does|do|can|is|are")) {
      first++;
    }
    Extent extent = treatments.from(reading, tokens, first, tokens.size());
    while (extent != null
        && extent.end() - extent.first() > 1
        && heads.get(tokens.get(extent.end() - 1).text()) != null) {
      extent = new Extent(extent.first(), extent.end() - 1);
    }
    boolean tried =
        extent != null
            && (isTreatment(reading, tokens, extent)
                || extent.end() < tokens.size()
                    && lower(tokens, extent.end()).equals("for")
                    && isTried(reading, tokens, extent));
    if (extent == null
        || !tried
        || !mayBeArm(reading, tokens, extent)
        || heads.get(tokens.get(extent.end() - 1).text()) != null) {
      return null;
    }
    return extent;
  }

  /** {@code Prevention of … with clodronate}: the first treatment that is named at all. */
  private @Nullable Extent means(Reading reading, List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (lower(tokens, i).matches("with|using|by|via|after|following|receiving|of|on|and|to|:|for")
          && !(i > 0 && EARLIER.matcher(tokens.get(i - 1).text()).matches())) {
        Extent extent = treatments.from(reading, tokens, i + 1, tokens.size());
        if (extent != null
            && isTreatment(reading, tokens, extent)
            && mayBeArm(reading, tokens, extent)
            && heads.get(tokens.get(extent.end() - 1).text()) == null) {
          return extent;
        }
      }
    }
    return null;
  }

  private boolean isTreatment(Reading reading, List<Token> tokens, Extent extent) {
    return treatments.isTreatment(
        reading, tokens.get(extent.first()).start(), tokens.get(extent.end() - 1).end());
  }

  private boolean mayBeArm(Reading reading, List<Token> tokens, Extent extent) {
    return treatments.mayBeArm(
        reading, tokens.get(extent.first()).start(), tokens.get(extent.end() - 1).end());
  }

  private static String lower(List<Token> tokens, int at) {
    return tokens.get(at).text().toLowerCase(Locale.ROOT);
  }
}
