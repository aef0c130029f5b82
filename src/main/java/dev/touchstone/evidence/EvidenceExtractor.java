package dev.touchstone.evidence;

import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.vocabulary.OutcomeEntry.Better;
import dev.touchstone.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Links the mentions of a document to studies, regimens, evidence records and claims. A pure
 * function of the document, safe for many threads at once.
 */
public final class EvidenceExtractor {

  private final Outcomes outcomes;
  private final RegimenFinder regimens;
  private final ClaimFinder claims;
  private final ReportedOutcomes reported;
  private final Map<String, Better> goodSides;

  /**
   * @param lexicon the folder of word lists, {@code config/lexicon}
   */
  public EvidenceExtractor(Path lexicon) throws IOException {
    Vocabulary vocabulary = Vocabulary.load(lexicon);
    this.outcomes = new Outcomes(vocabulary);
    this.goodSides = vocabulary.goodSides();
    this.reported = new ReportedOutcomes(vocabulary);
    this.regimens = new RegimenFinder(DoseRoles.load(lexicon));
    this.claims = new ClaimFinder(ClaimCues.load(lexicon), ClaimWords.load(lexicon));
  }

  /** All that the document says, in the order of its text. */
  public NoteEvidence extract(AnnotatedDocument document) {
    Studies studies = StudyFinder.find(document);
    List<EvidenceRecord> records = new ArrayList<>();
    for (TableView table : Tables.of(document)) {
      records.addAll(TableEvidence.read(table, studies));
    }
    GroupArms groups = new GroupArms(studies.armCount());
    ProseArms arms = ProseArms.of(document, studies, groups);
    records.addAll(new ProseEvidence(document, studies, outcomes, arms).read(List.copyOf(records)));
    Set<String> used =
        records.stream()
            .flatMap(record -> record.arms().stream())
            .map(Arm::id)
            .collect(Collectors.toCollection(HashSet::new));
    for (Study study : studies.all()) {
      arms.designed(study).forEach(arm -> used.add(arm.id()));
    }
    List<Claim> claimed =
        claims.find(
            document, studies, records.stream().filter(r -> !ClaimedValues.isOpen(r)).toList());
    AnnotatedDocument annotated = reported.of(document, records, claimed);
    List<Study> complete =
        studies.all().stream()
            .map(study -> arms.namedFirst(groups.complete(study, used), document, studies))
            .toList();
    return new NoteEvidence(
        annotated,
        complete,
        regimens.find(document, studies, complete),
        numbered(new ClaimedValues(annotated).named(records)),
        claimed,
        goodSides);
  }

  private static List<EvidenceRecord> numbered(List<EvidenceRecord> records) {
    List<EvidenceRecord> ordered = new ArrayList<>(records);
    ordered.sort(Comparator.comparing(record -> record.source().span()));
    List<EvidenceRecord> numbered = new ArrayList<>();
    for (EvidenceRecord record : ordered) {
      numbered.add(record.withId("e" + (numbered.size() + 1)));
    }
    return numbered;
  }
}
