package dev.touchstone.evidence;

import dev.touchstone.document.SectionRole;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Sentence;
import dev.touchstone.mention.Token;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what the prose claims about outcomes: who is better, worse or alike, and whether that is
 * said to be significant. A claim needs a word that compares and an outcome in the same clause, or
 * an outcome told just before.
 */
final class ClaimFinder {

  /**
   * Sections that explain how a drug works or who wrote the note compare molecules, not patients.
   */
  private static final Set<SectionRole> SILENT =
      EnumSet.of(
          SectionRole.MECHANISM,
          SectionRole.FRONT_MATTER,
          SectionRole.REFERENCES,
          SectionRole.BOILERPLATE);

  private final ClaimCues cues;

  ClaimFinder(ClaimCues cues) {
    this.cues = cues;
  }

  /** The claims of a document in the order of the text, ids {@code c1}, {@code c2}, …. */
  List<Claim> find(AnnotatedDocument document, StudyContext studies) {
    PrimaryEndpoints endpoints = PrimaryEndpoints.of(document, studies);
    Map<String, SectionRole> roles = new HashMap<>();
    document.document().sections().forEach(section -> roles.put(section.id(), section.role()));
    Told told = new Told();
    List<Claim> claims = new ArrayList<>();
    for (Unit unit : document.units()) {
      boolean prose = unit.part() == Unit.Part.TEXT || unit.part() == Unit.Part.LIST_ITEM;
      if (prose && !SILENT.contains(roles.getOrDefault(unit.section(), SectionRole.OTHER))) {
        told.turnThePage();
        for (Sentence sentence : unit.sentences()) {
          for (List<Token> clause : Clauses.of(sentence)) {
            Study study = studies.studyAt(unit, clause.get(0).start());
            ClauseReading reading =
                new ClauseReading(unit, clause, sentence, study, endpoints.of(study), told);
            for (Claim claim : reading.claims(cues)) {
              claims.add(claim.withId("c" + (claims.size() + 1)));
            }
          }
        }
      }
    }
    return claims;
  }
}
