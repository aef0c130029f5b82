package dev.touchstone.mention;

import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a treatment an amount is: {@code a loading dose of 8 mg/kg}, {@code 6 mg/kg as
 * maintenance}, {@code a cumulative doxorubicin dose of 450 mg/m²}.
 */
final class DoseParts {

  /** Behind one of these another dose begins. */
  private static final Pattern NEXT =
      Pattern.compile("(?:[,;:]\\s|\\b(?:followed by|then|and|or|after which)\\b)(?!.*[,;]\\s)");

  /** What leads from an amount to its part: "6 mg/kg as the maintenance dose". */
  private static final Pattern AS = Pattern.compile("[\\s(]*(?:as )?(?:an? |the )?");

  private static final int BEFORE = 50;
  private static final int AFTER = 30;

  private record Cue(Dose.Part part, Lexicon<String> words) {}

  private final List<Cue> cues = new ArrayList<>();

  DoseParts(Vocabulary vocabulary) {
    for (Dose.Part part : Dose.Part.values()) {
      cues.add(new Cue(part, vocabulary.cues("dose-" + part.code())));
    }
  }

  void mark(Reading reading) {
    List<Draft> doses = reading.drafts(MentionType.DOSE);
    for (int i = 0; i < doses.size(); i++) {
      Draft draft = doses.get(i);
      int from =
          Math.max(
              reading.sentenceStart(draft.start()),
              Math.max(draft.start() - BEFORE, i == 0 ? 0 : doses.get(i - 1).end()));
      int to =
          Math.min(
              reading.sentenceEnd(draft.start()),
              Math.min(
                  draft.end() + AFTER,
                  i + 1 < doses.size() ? doses.get(i + 1).start() : Integer.MAX_VALUE));
      Dose.Part part = before(reading, Math.min(from, draft.start()), draft.start());
      part = part != null ? part : after(reading, draft.end(), Math.max(to, draft.end()));
      if (part != null) {
        reading.replace(draft, draft.with(((Dose) draft.normal()).as(part)));
      }
    }
  }

  private Dose.@Nullable Part before(Reading reading, int from, int to) {
    String stretch = reading.text().substring(from, to);
    var next = NEXT.matcher(stretch);
    int start = from;
    while (next.find()) {
      // "Maintenance dose: 5 mg" leads to the amount.
      boolean colon = next.group().startsWith(":");
      start = colon ? start : from + next.end();
    }
    return last(reading, start, to);
  }

  private Dose.@Nullable Part after(Reading reading, int from, int to) {
    Matcher lead = AS.matcher(reading.text()).region(from, to);
    int start = lead.lookingAt() ? lead.end() : from;
    for (Cue cue : cues) {
      var hit = cue.words().longestAt(reading.text(), reading.words(), reading.wordAt(start));
      if (hit != null && hit.start() <= start + 1 && hit.end() <= to) {
        return cue.part();
      }
    }
    return null;
  }

  /** The part whose word stands last in a stretch. */
  private Dose.@Nullable Part last(Reading reading, int from, int to) {
    Dose.Part found = null;
    for (int i = reading.wordAt(from);
        i < reading.words().size() && reading.words().get(i).start() < to;
        i++) {
      for (Cue cue : cues) {
        var hit = cue.words().longestAt(reading.text(), reading.words(), i);
        if (hit != null && hit.start() >= from && hit.end() <= to) {
          found = cue.part();
        }
      }
    }
    return found;
  }
}
