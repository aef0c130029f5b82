package dev.touchstone.evidence;

import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
import dev.touchstone.mention.MentionType;
import dev.touchstone.mention.Outcome;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Unit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The primary endpoint of each study, where the document names it. */
final class PrimaryEndpoints {

  private static final Pattern ANNOUNCEMENT =
      Pattern.compile(
          "\\bprimary (?:efficacy )?(?:end[ -]?point|outcome)s?\\b", Pattern.CASE_INSENSITIVE);

  private final Map<String, Outcome> byStudy = new HashMap<>();

  private PrimaryEndpoints() {}

  static PrimaryEndpoints of(AnnotatedDocument document, StudyContext studies) {
    PrimaryEndpoints endpoints = new PrimaryEndpoints();
    for (Unit unit : document.units()) {
      for (Sentence sentence : unit.sentences()) {
        String words = unit.reading().text().substring(sentence.start(), sentence.end());
        Matcher announcement = ANNOUNCEMENT.matcher(words);
        if (announcement.find()) {
          int from = sentence.start() + announcement.end();
          unit.mentions(sentence).stream()
              .filter(mention -> mention.type() == MentionType.OUTCOME && mention.start() >= from)
              .findFirst()
              .map(Mention::outcome)
              .ifPresent(
                  outcome ->
                      endpoints.byStudy.putIfAbsent(
                          key(studies.studyAt(unit, sentence.start())), outcome));
        }
      }
    }
    return endpoints;
  }

  /** The primary endpoint of a study, or null where the document does not name it. */
  @Nullable Outcome of(@Nullable Study study) {
    return byStudy.get(key(study));
  }

  private static String key(@Nullable Study study) {
    return study == null ? "" : Objects.requireNonNull(study).id();
  }
}
