package dev.touchstone.evidence;

import dev.touchstone.document.Block;
import dev.touchstone.evidence.Studies.Placed;
import dev.touchstone.evidence.Studies.Topics;
import dev.touchstone.mention.AnnotatedDocument;
import dev.touchstone.mention.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A document of one paragraph, such as an abstract, reports one study, however it calls it: {@code
 * phase III study}, {@code this trial}, {@code NCT00210236}. Only what contradicts stays another
 * study: a second number, a second name, another phase.
 */
final class SoleStudy {

  private SoleStudy() {}

  /** Makes one of the clinical studies that may be the same; their places are about that one. */
  static void settle(
      AnnotatedDocument annotated, IdentityHashMap<Unit, Topics> topics, List<StudyDraft> drafts) {
    List<Block> prose =
        annotated.units().stream()
            .filter(unit -> unit.part() != Unit.Part.HEADING)
            .map(Unit::block)
            .distinct()
            .toList();
    if (prose.size() != 1 || annotated.units().stream().anyMatch(unit -> unit.cell() != null)) {
      return;
    }
    List<Integer> clinical =
        IntStream.range(0, drafts.size())
            .filter(i -> !drafts.get(i).designs().contains(StudyCue.Design.PRECLINICAL))
            .boxed()
            .toList();
    if (clinical.isEmpty()) {
      return;
    }
    int[] becomes = IntStream.range(0, drafts.size()).toArray();
    int sole = clinical.get(0);
    for (int other : clinical.subList(1, clinical.size())) {
      if (drafts.get(sole).absorbs(drafts.get(other))) {
        becomes[other] = sole;
      }
    }
    int[] numbers = numbered(becomes, drafts);
    rename(topics, numbers);
    boolean only = clinical.stream().map(study -> numbers[study]).distinct().count() == 1;
    if (only) {
      // What stands before the first word for the study is about it as well.
      topics.replaceAll(
          (unit, its) ->
              its.inherited() != null || unit.part() == Unit.Part.HEADING
                  ? its
                  : new Topics(numbers[sole], its.cues()));
    }
  }

  /** New numbers of the studies, those that went into another left out of the list. */
  private static int[] numbered(int[] becomes, List<StudyDraft> drafts) {
    int[] numbers = new int[becomes.length];
    List<StudyDraft> kept = new ArrayList<>();
    for (int i = 0; i < becomes.length; i++) {
      if (becomes[i] == i) {
        numbers[i] = kept.size();
        kept.add(drafts.get(i));
      } else {
        numbers[i] = numbers[becomes[i]];
      }
    }
    drafts.clear();
    drafts.addAll(kept);
    return numbers;
  }

  private static void rename(IdentityHashMap<Unit, Topics> topics, int[] numbers) {
    for (Map.Entry<Unit, Topics> entry : topics.entrySet()) {
      Topics its = entry.getValue();
      entry.setValue(
          new Topics(
              its.inherited() == null ? null : numbers[its.inherited()],
              its.cues().stream()
                  .map(placed -> new Placed(placed.cue(), numbers[placed.study()]))
                  .toList()));
    }
  }
}
