package dev.touchstone.report;

import dev.touchstone.document.Passage;
import dev.touchstone.mention.Mention;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A passage as HTML: mentions underlined by kind, flagged places shaded with a link back to their
 * finding, citations linked to their reference.
 *
 * <p>The text is cut wherever a mark starts or ends, so that marks that overlap nest properly.
 */
final class MarkedText implements Content {

  private record Mark<T>(int start, int end, T what) {}

  private final Passage passage;
  private final List<Mark<Flag>> flags;
  private final List<Mark<Mention>> mentions;
  private final Function<String, @Nullable String> referenceAnchors;
  private final Set<String> anchorsWritten;

  /**
   * @param referenceAnchors the anchor of a reference by its key, or null for an unknown key
   * @param anchorsWritten anchors of flags that stand on the page already; added to while writing
   */
  MarkedText(
      Slot slot, Function<String, @Nullable String> referenceAnchors, Set<String> anchorsWritten) {
    this.passage = slot.passage();
    this.referenceAnchors = referenceAnchors;
    this.anchorsWritten = anchorsWritten;
    this.flags = new ArrayList<>(slot.flags().size());
    for (Flag flag : slot.flags()) {
      PageText.Range range = PageText.range(slot, flag.source().span());
      if (range.start() < range.end()) {
        flags.add(new Mark<>(range.start(), range.end(), flag));
      }
    }
    flags.sort(Comparator.comparingInt(Mark::start));
    this.mentions = new ArrayList<>(slot.mentions().size());
    for (Mention mention : slot.mentions()) {
      PageText.Range range = PageText.range(slot, mention.span());
      if (range.start() < range.end()) {
        mentions.add(new Mark<>(range.start(), range.end(), mention));
      }
    }
    mentions.sort(Comparator.comparingInt(Mark::start));
  }

  @Override
  public void writeTo(TemplateOutput out) {
    List<Mark<Flag>> openFlags = new ArrayList<>();
    List<Mark<Mention>> openMentions = new ArrayList<>();
    int nextFlag = 0;
    int nextMention = 0;
    int nextCitation = 0;
    int at = 0;
    for (int end : cuts()) {
      List<Mark<Flag>> starting = new ArrayList<>(1);
      while (nextFlag < flags.size() && flags.get(nextFlag).start() <= at) {
        starting.add(flags.get(nextFlag));
        openFlags.add(flags.get(nextFlag++));
      }
      while (nextMention < mentions.size() && mentions.get(nextMention).start() <= at) {
        openMentions.add(mentions.get(nextMention++));
      }
      while (nextCitation < passage.citations().size()
          && passage.citations().get(nextCitation).end() <= at) {
        nextCitation++;
      }
      if (!openFlags.isEmpty()) {
        openMark(out, starting);
      }
      piece(out, at, end, innermost(openMentions), citation(nextCitation, at, end));
      if (!openFlags.isEmpty()) {
        closeMark(out, openFlags, end);
      }
      int until = end;
      openFlags.removeIf(mark -> mark.end() <= until);
      openMentions.removeIf(mark -> mark.end() <= until);
      at = end;
    }
  }

  private TreeSet<Integer> cuts() {
    TreeSet<Integer> cuts = new TreeSet<>();
    flags.forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
    mentions.forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
    passage.citations().forEach(mark -> cuts.addAll(List.of(mark.start(), mark.end())));
    cuts.add(passage.length());
    cuts.remove(0);
    return cuts;
  }

  private void openMark(TemplateOutput out, List<Mark<Flag>> starting) {
    String id = null;
    for (Mark<Flag> mark : starting) {
      String anchor = mark.what().anchor();
      if (!anchorsWritten.add(anchor)) {
        continue;
      }
      if (id == null) {
        id = anchor;
      } else {
        out.writeContent("<span id=\"" + anchor + "\"></span>");
      }
    }
    out.writeContent(
        id == null ? "<mark class=\"flag\">" : "<mark class=\"flag\" id=\"" + id + "\">");
  }

  private static void closeMark(TemplateOutput out, List<Mark<Flag>> open, int end) {
    for (Mark<Flag> mark : open) {
      if (mark.end() <= end) {
        Flag flag = mark.what();
        out.writeContent("<a class=\"fref\" href=\"#");
        Escape.htmlAttribute(flag.findingId(), out);
        out.writeContent(
            "\" aria-label=\"Back to finding "
                + flag.finding()
                + ", place "
                + flag.letter()
                + "\">"
                + flag.label()
                + "</a>");
      }
    }
    out.writeContent("</mark>");
  }

  private void piece(
      TemplateOutput out,
      int start,
      int end,
      @Nullable Mention mention,
      @Nullable String reference) {
    if (mention != null) {
      out.writeContent("<span class=\"m m-" + mention.type().code() + "\">");
    }
    if (reference != null) {
      out.writeContent("<a class=\"cite\" href=\"#" + reference + "\">");
    }
    Escape.htmlContent(Wording.printable(passage.text().substring(start, end)), out);
    if (reference != null) {
      out.writeContent("</a>");
    }
    if (mention != null) {
      out.writeContent("</span>");
    }
  }

  private static @Nullable Mention innermost(List<Mark<Mention>> open) {
    Mark<Mention> best = null;
    for (Mark<Mention> mark : open) {
      if (best == null || mark.end() - mark.start() < best.end() - best.start()) {
        best = mark;
      }
    }
    return best == null ? null : best.what();
  }

  private @Nullable String citation(int from, int start, int end) {
    for (int i = from; i < passage.citations().size(); i++) {
      Passage.Mark mark = passage.citations().get(i);
      if (mark.start() > start) {
        return null;
      }
      String anchor = mark.end() >= end ? referenceAnchors.apply(mark.key()) : null;
      if (anchor != null) {
        return anchor;
      }
    }
    return null;
  }
}
