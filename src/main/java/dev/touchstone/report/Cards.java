package dev.touchstone.report;

import dev.touchstone.consistency.Finding;
import dev.touchstone.document.Document;
import dev.touchstone.document.Section;
import dev.touchstone.document.SectionRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a card of each finding of a document. */
final class Cards {

  static final int MOST_PLACES = 12;

  private final Document document;
  private final PageText text;
  private final Map<String, Section> sections;
  private final CheckLinks checks;
  private final Set<String> anchors;
  private final Excerpts excerpts;

  /**
   * Cards for the findings of a document.
   *
   * @param anchors of what is shown of the text
   */
  Cards(Document document, PageText text, CheckLinks checks, Set<String> anchors) {
    this.document = document;
    this.text = text;
    this.sections = document.sectionsById();
    this.checks = checks;
    this.anchors = anchors;
    this.excerpts = new Excerpts(text);
  }

  Card card(int number, Finding finding, List<Flag> flags) {
    List<Card.CardPlace> places = new ArrayList<>();
    for (List<Flag> together : together(flags)) {
      places.add(place(together));
    }
    return new Card(
        number,
        finding,
        checks.title(finding.rule()),
        checks.href(finding.rule()),
        places,
        finding.where().size() - flags.size());
  }

  /** Places that one quote or excerpt can show, in the order of the first of each. */
  private List<List<Flag>> together(List<Flag> flags) {
    List<List<Flag>> groups = new ArrayList<>();
    for (Flag flag : flags) {
      groups.stream()
          .filter(group -> excerpts.standTogether(group.get(0), flag))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(flag), () -> groups.add(new ArrayList<>(List.of(flag))));
    }
    return groups;
  }

  private Card.CardPlace place(List<Flag> together) {
    List<Card.Spot> spots = new ArrayList<>();
    for (int i = 0; i < together.size(); i++) {
      Flag flag = together.get(i);
      String words = text.words(flag.source());
      boolean last =
          i + 1 == together.size() || !text.words(together.get(i + 1).source()).equals(words);
      spots.add(new Card.Spot(flag.letter(), "#" + anchor(flag), words, last));
    }
    Flag first = together.get(0);
    String title = sectionTitle(first.source().section());
    List<Slot> slots = text.slotsOf(first.source());
    if (slots.isEmpty()) {
      String words = Wording.quote(document.quote(first.source().span()));
      return new Card.CardPlace(spots, title, List.of(new Card.Piece(words, true)), null);
    }
    return slots.get(0).cell() == null
        ? new Card.CardPlace(spots, title, excerpts.quote(together), null)
        : new Card.CardPlace(spots, title, List.of(), excerpts.excerpt(together));
  }

  /** Of an answer the question: "A3" says nothing. */
  private String sectionTitle(String id) {
    Section section = sections.get(id);
    if (section != null && section.role() == SectionRole.ANSWER && section.parent() != null) {
      section = sections.getOrDefault(section.parent(), section);
    }
    return section == null ? "" : Wording.printable(section.title());
  }

  /** The place itself, the block around it, or the text as a whole: whatever is shown. */
  private String anchor(Flag flag) {
    if (anchors.contains(flag.anchor())) {
      return flag.anchor();
    }
    Slot slot = text.slotAt(flag.source().span());
    return slot != null && anchors.contains(slot.blockAnchor()) ? slot.blockAnchor() : "text";
  }
}
