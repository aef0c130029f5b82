package dev.touchstone.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a document sets out what is compared: its title, the sentence that allots people, the aim.
 */
final class Design {

  /**
   * One place that sets treatments against each other, in the order of naming, or that names the
   * one that is tried.
   *
   * @param sides the phrases, each of them an arm
   * @param title whether it is the document's title
   */
  record Statement(Reading reading, List<Place> sides, boolean title) {

    Statement {
      sides = List.copyOf(sides);
    }
  }

  /** A phrase of a reading. */
  record Place(int start, int end) {}

  private final List<Statement> statements = new ArrayList<>();

  void add(Reading reading, List<Place> sides, boolean title) {
    if (!sides.isEmpty()) {
      statements.add(new Statement(reading, sides, title));
    }
  }

  /**
   * {@code Effects of A and B on …} is of two arms where A and B turn out to be set against each
   * other.
   */
  void partTitle(ArmPhrases phrases) {
    Statement title = statements.isEmpty() ? null : statements.get(0);
    if (title == null || !title.title() || title.sides().size() != 1) {
      return;
    }
    Reading reading = title.reading();
    Place whole = title.sides().get(0);
    ArmWords words = ArmWords.of(reading, whole.start(), whole.end());
    List<Draft> drugs =
        reading
            .covering(MentionType.DRUG, whole.start(), whole.end())
            .filter(draft -> ((Drug) draft.normal()).isGiven())
            .sorted(Comparator.comparingInt(Draft::start))
            .toList();
    if (words.drugs().size() < 2 || statements.stream().noneMatch(its -> parts(its, words))) {
      return;
    }
    reading.covering(MentionType.ARM, whole.start(), whole.end()).toList().forEach(reading::remove);
    List<Place> sides = new ArrayList<>();
    for (Draft drug : drugs) {
      phrases.add(reading, drug.start(), drug.end(), "treatment of the title");
      sides.add(new Place(drug.start(), drug.end()));
    }
    statements.set(0, new Statement(reading, sides, true));
  }

  /** Whether each side has some of the drugs, and no two of them the same. */
  private static boolean parts(Statement statement, ArmWords words) {
    Set<Set<String>> seen = new HashSet<>();
    for (Place side : statement.sides()) {
      Set<String> its = ArmWords.of(statement.reading(), side.start(), side.end()).drugs();
      if (its.size() != 1 || !words.drugs().containsAll(its) || !seen.add(its)) {
        return false;
      }
    }
    return seen.size() > 1;
  }

  /** In the order of the text, the title first. */
  List<Statement> statements() {
    return statements;
  }
}
