package dev.touchstone.consistency.check;

import dev.touchstone.consistency.FindingDraft;
import dev.touchstone.consistency.Severity;
import dev.touchstone.document.Span;
import dev.touchstone.evidence.Source;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A phase that a note prints once, for a study that it gives another phase everywhere else: by the
 * same author, under the definite article where only one study is told of, or one letter off.
 */
final class NotePhases {

  private static final Pattern DEFINITE =
      Pattern.compile("(?i)\\bthe\\s(?:(?!first|next|planned|ongoing)[a-z-]+\\s){0,2}$");
  private static final Pattern ONE_STUDY =
      Pattern.compile("(?i)^\\W{0,3}(?:[a-z-]+\\s){0,2}(?:trial|study)\\b(?!\\s(?:is|will)\\b)");
  private static final Pattern AUTHOR = Pattern.compile("\\b(\\p{Lu}[\\p{L}’'-]+) et al\\b");
  private static final int NEAR = 90;

  private record Phase(Mention mention, Unit unit, String phase) {

    String before() {
      String text = unit.reading().text();
      return text.substring(Math.max(0, mention.start() - 40), mention.start());
    }

    String after() {
      String text = unit.reading().text();
      return text.substring(mention.end(), Math.min(text.length(), mention.end() + NEAR));
    }

    /** What stands behind the word for the phase and its number. */
    String words() {
      return mention.text().replaceFirst("(?is)^\\W*phase\\s\\S+", "") + after();
    }

    @Nullable String author() {
      Matcher author = AUTHOR.matcher(after());
      return author.find() ? author.group(1) : null;
    }
  }

  /** So many places of the other phase are shown. */
  private static final int MOST_PLACES = 8;

  private NotePhases() {}

  static List<FindingDraft> examine(NoteReading reading) {
    Map<String, List<Phase>> phases = new LinkedHashMap<>();
    for (Unit unit : reading.note().annotated().units()) {
      for (Mention mention : unit.mentions(MentionType.STUDY)) {
        String phase = mention.study().phase();
        if (phase != null) {
          phases
              .computeIfAbsent(phase, any -> new ArrayList<>())
              .add(new Phase(mention, unit, phase));
        }
      }
    }
    List<FindingDraft> findings = new ArrayList<>();
    for (List<Phase> all : phases.values()) {
      Phase once = all.get(0);
      Phase other = all.size() == 1 ? contradicting(once, phases) : null;
      if (other == null) {
        continue;
      }
      FindingDraft finding = finding(reading, once, other);
      phases.getOrDefault(other.phase, List.of()).stream()
          .limit(MOST_PLACES)
          .forEach(its -> finding.at(place(its)));
      if (findings.stream().noneMatch(its -> Places.agree(its, finding))) {
        findings.add(finding);
      }
    }
    return findings;
  }

  /** Where the note gives the same study another phase; null where it does not. */
  private static @Nullable Phase contradicting(Phase once, Map<String, List<Phase>> phases) {
    String author = once.author();
    for (Map.Entry<String, List<Phase>> entry : phases.entrySet()) {
      List<Phase> others = entry.getValue();
      if (entry.getKey().equals(once.phase)) {
        continue;
      }
      for (Phase other : others) {
        if (author != null && author.equals(other.author())) {
          return other;
        }
      }
      boolean letter =
          others.size() > 1
              && once.phase.matches("\\d[abc]")
              && entry.getKey().matches("\\d[abc]")
              && once.phase.charAt(0) == entry.getKey().charAt(0);
      boolean definite =
          phases.size() == 2
              && others.size() > 1
              && DEFINITE.matcher(once.before()).find()
              && ONE_STUDY.matcher(once.words()).find();
      if (letter || definite) {
        return others.get(0);
      }
    }
    return null;
  }

  private static FindingDraft finding(NoteReading reading, Phase once, Phase other) {
    boolean named = once.author() != null && once.author().equals(other.author());
    return FindingDraft.of(
            named ? Severity.WARNING : Severity.NOTE,
            "Phase "
                + once.phase
                + " is printed once; elsewhere the study is phase "
                + other.phase
                + ".")
        .found("phase " + once.phase + " and phase " + other.phase)
        .expected("one phase")
        .at(place(once), place(other))
        .step("Phase " + once.phase, words(reading, once), "once")
        .step("Phase " + other.phase, words(reading, other), "elsewhere")
        .settle("Look up the phase of the study in its registry or main report.")
        .identity("once", once.phase, other.phase);
  }

  private static Source place(Phase phase) {
    return NoteReading.at(phase.mention);
  }

  private static String words(NoteReading reading, Phase phase) {
    Span sentence = reading.sentenceAt(phase.mention.span());
    String words = sentence == null ? phase.mention.text() : reading.document().quote(sentence);
    String plain = words.replaceAll("\\s+", " ").strip();
    return plain.length() > 160 ? plain.substring(0, 160) + " …" : plain;
  }
}
