package dev.touchstone.evidence;

import dev.touchstone.document.SectionRole;
import dev.touchstone.document.Span;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Mention;
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

  /** Sections that explain how a drug works compare molecules, not patients. */
  private static final Set<SectionRole> SILENT =
      EnumSet.of(SectionRole.MECHANISM, SectionRole.REFERENCES, SectionRole.BOILERPLATE);

  private final ClaimCues cues;
  private final ClaimWords words;

  ClaimFinder(ClaimCues cues, ClaimWords words) {
    this.cues = cues;
    this.words = words;
  }

  /**
   * The claims of a document in the order of the text, ids {@code c1}, {@code c2}, ….
   *
   * @param records the values of the document, which tell the direction where words do not
   */
  List<Claim> find(AnnotatedDocument document, StudyContext studies, List<EvidenceRecord> records) {
    ArmValues values = new ArmValues(records);
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
          List<Claim> said = new ArrayList<>();
          List<Mention> mentions = unit.mentions(sentence);
          List<Token> all = sentence.tokens();
          Claim.Trigger elsewhere =
              new ClaimScope(new ClauseTokens(all, mentions, words), 0, all.size()).elsewhere();
          for (List<Token> clause : new Clauses(words).of(sentence)) {
            int from = clause.get(0).start();
            int to = clause.get(clause.size() - 1).end();
            Study study = studies.studyAt(unit, from);
            ClauseReading reading =
                new ClauseReading(
                    unit,
                    clause,
                    mentions.stream()
                        .filter(mention -> mention.start() >= from && mention.end() <= to)
                        .toList(),
                    sentence,
                    study,
                    endpoints.of(study),
                    told,
                    words,
                    values,
                    elsewhere);
            ClauseReading.Said clauseSaid = reading.read(cues, said);
            if (clauseSaid.judgement() != null) {
              said = judged(said, clauseSaid.judgement(), unit.reading().source(from, to));
            }
            said.addAll(clauseSaid.claims());
          }
          for (Claim claim : said) {
            claims.add(claim.withId("c" + (claims.size() + 1)));
          }
        }
      }
    }
    return claims;
  }

  /** "…, but this was not significant": said of what the sentence claimed last. */
  private static List<Claim> judged(List<Claim> said, ClaimScope.Judgement judgement, Span where) {
    List<Claim> judged = new ArrayList<>();
    Span last = said.get(said.size() - 1).span();
    for (Claim claim : said) {
      boolean open = claim.span().equals(last) && !claim.saysSignificance();
      judged.add(
          open
              ? claim.judged(
                  judgement.significance(),
                  judgement.trigger(),
                  new Span(claim.span().start(), where.end()))
              : claim);
    }
    return judged;
  }
}
