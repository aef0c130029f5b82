package dev.touchstone.consistency.check;

import dev.touchstone.consistency.Severity;
import dev.touchstone.consistency.check.AlignedFacts.Conflict;
import dev.touchstone.evidence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words a disagreement of two tellings that are the same but for one figure. */
final class AlignedDispute {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private AlignedDispute() {}

  /**
   * A dispute from the conflicts of one figure.
   *
   * @param same heaviest first
   */
  static Dispute of(NoteReading reading, List<Conflict> same) {
    Conflict conflict = same.get(0);
    ToldFigure one = conflict.figure();
    ToldFigure other = conflict.against();
    String sort = one.sort().equals("%") || other.sort().equals("%") ? "%" : "";
    Witness first = witness(conflict.one(), one, sort);
    Witness second = witness(conflict.other(), other, sort);
    List<Source> places = new ArrayList<>();
    for (Conflict again : same.subList(1, same.size())) {
      if (again.figure().key().equals(one.key()) && again.against().key().equals(other.key())) {
        places.add(again.figure().source());
        places.add(again.against().source());
      }
    }
    places.addAll(reading.tellings().toldToo(conflict.other(), other));
    places.addAll(reading.tellings().toldToo(conflict.one(), one));
    boolean firm = conflict.shared().size() > 1 && conflict.between();
    return new Dispute(
        firm ? Severity.ERROR : Severity.WARNING,
        null,
        first,
        second,
        List.of(first, second),
        places,
        conflict.shared().stream()
            .map(figure -> figure.number().asWritten())
            .distinct()
            .collect(Collectors.joining(", ")),
        "Look up the value in the source, and correct the place that has it wrong.",
        List.of("parallel", one.key(), other.key()));
  }

  private static Witness witness(Telling telling, ToldFigure figure, String sort) {
    String told =
        telling.isRow()
            ? telling.text()
            : "… " + BLANKS.matcher(figure.around()).replaceAll(" ").strip() + " …";
    return new Witness(figure.source(), figure.number().asWritten() + sort, told);
  }
}
