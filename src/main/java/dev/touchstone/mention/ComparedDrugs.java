package dev.touchstone.mention;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drugs that a sentence with values sets against each other or against an arm. */
final class ComparedDrugs {

  /** {@code A plus B} is one treatment; so is {@code A followed by B and C}. */
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)\\s?(?:\\([^()]{1,12}\\)\\s)?(?:\\+|/|-|plus|combined with|in combination with)\\s?");

  private static final Pattern THEN =
      Pattern.compile("(?i)\\s?(?:\\([^()]{1,12}\\)\\s)?,?\\s?(?:followed by|and then|then)\\s");

  private static final Pattern LISTED = Pattern.compile("(?i),?\\s(?:and|plus)\\s|,\\s");

  private static final Pattern ADDED =
      Pattern.compile("(?<![\\p{L}\\d-])(\\p{L}[\\p{L}\\d-]{3,})\\s?(?:\\+|plus)\\s?$");

  private final GroupPlaces places;
  private final Reading reading;
  private final String text;

  ComparedDrugs(GroupPlaces places) {
    this.places = places;
    this.reading = places.reading();
    this.text = places.text();
  }

  void find() {
    List<Draft> drugs =
        reading.drafts(MentionType.DRUG).stream()
            .filter(
                draft ->
                    draft.start() >= places.sentence().start()
                        && draft.end() <= places.sentence().end())
            .filter(draft -> GroupPlaces.isOne((Drug) draft.normal()))
            .filter(draft -> places.isFree(draft.start(), draft.end()))
            .toList();
    long names = drugs.stream().map(this::name).distinct().count();
    boolean besideArm =
        places.any()
            || reading.has(MentionType.ARM, places.sentence().start(), places.sentence().end());
    if (names > 1 || names == 1 && besideArm) {
      int covered = -1;
      for (Draft drug : drugs) {
        if (drug.start() >= covered) {
          covered = joined(drug, drugs);
          places.put(addedTo(drug.start()), covered, "drug compared");
        }
      }
    }
  }

  /** What tells a drug from others: its name, with what is added to it. */
  private String name(Draft drug) {
    return text.substring(addedTo(drug.start()), drug.start()) + ((Drug) drug.normal()).name();
  }

  /** Where {@code dofetin + A} begins, of which only A is known as a drug. */
  private int addedTo(int drug) {
    Matcher added = ADDED.matcher(text.substring(places.sentence().start(), drug));
    int start = added.find() ? places.sentence().start() + added.start(1) : drug;
    return places.isFree(start, drug) && !reading.has(MentionType.MEASURE, start, drug)
        ? start
        : drug;
  }

  /** Where {@code A plus B}, or {@code A followed by B and C}, ends that begins with the drug. */
  private int joined(Draft first, List<Draft> drugs) {
    int end = first.end();
    boolean sequence = false;
    for (Draft next : drugs) {
      String gap = next.start() >= end ? text.substring(end, next.start()) : "";
      boolean then = THEN.matcher(gap).matches();
      if (then || JOINED.matcher(gap).matches() || sequence && LISTED.matcher(gap).matches()) {
        end = next.end();
        sequence |= then;
      }
    }
    return end;
  }
}
