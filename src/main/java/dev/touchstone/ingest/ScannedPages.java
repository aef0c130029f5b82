package dev.touchstone.ingest;

import dev.touchstone.document.Coverage;
import dev.touchstone.layout.PageContent;
import dev.touchstone.recognition.Recogniser;
import dev.touchstone.recognition.Recognition;
import dev.touchstone.recognition.RecognitionFailed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** The pages of one PDF that are pictures: read by recognition, one at a time. */
final class ScannedPages {

  private static final String BY_HAND =
      "Run text recognition over it and put the result into the input folder.";
  private static final String SWITCHED_OFF =
      "Set touchstone.recognition.enabled to true in config/application.yml.";

  private final Recognition settings;
  private final Recogniser recogniser;
  private final Set<Integer> read = new HashSet<>();
  private final Map<Integer, String> failures = new HashMap<>();
  private @Nullable String cure;

  ScannedPages(Recognition settings) {
    this.settings = settings;
    this.recogniser = new Recogniser(settings);
  }

  /** A page with pictures, and no characters that can be seen. */
  boolean isScan(PageContent page) {
    return !page.pictures().isEmpty()
        && page.glyphs().stream().noneMatch(it -> it.visible() && !it.text().isBlank());
  }

  /** What recognition makes of the page, or the page as it is. */
  PageContent read(PDDocument pdf, PageContent page) {
    int number = page.number();
    if (!settings.on()) {
      failed(number, "text recognition is switched off", SWITCHED_OFF);
      return page;
    }
    try {
      PageContent recognised = recogniser.read(number, PagePicture.of(pdf, number - 1));
      read.add(number);
      return recognised;
    } catch (RecognitionFailed failure) {
      failed(number, failure.why(), failure.cure());
    } catch (IOException damaged) {
      failed(number, "its picture cannot be drawn (" + damaged.getMessage() + ")", BY_HAND);
    }
    return page;
  }

  private void failed(int page, String why, String whatToDo) {
    failures.put(page, why + ". " + whatToDo);
    if (cure == null) {
      cure = whatToDo;
    }
  }

  /** Why there is no text at all. */
  Unreadable nothing(int pages, int glyphs) {
    if (!failures.isEmpty()) {
      String first = failures.values().iterator().next();
      return new Unreadable(
          "The PDF has no text.",
          "its " + pages + " pages are pictures, and " + first.replaceFirst("\\. .*", ""),
          cure == null ? BY_HAND : cure);
    }
    return new Unreadable(
        "The PDF has no text.",
        glyphs == 0
            ? "its " + pages + " pages hold no characters; it may be a scan"
            : "none of its characters can be read",
        BY_HAND);
  }

  /** The ledger, with the pages marked that were recognised. */
  List<Coverage> marked(List<Coverage> coverage) {
    return coverage.stream()
        .map(page -> read.contains(page.page()) ? page.asRecognised() : page)
        .toList();
  }

  /** What a reader of the report should know of pages without text. */
  List<String> warnings(List<Coverage> coverage) {
    List<String> warnings = new ArrayList<>();
    for (Coverage page : coverage) {
      String failure = failures.get(page.page());
      if (failure != null) {
        warnings.add("Page " + page.page() + " is a picture and was not read: " + failure);
      } else if (page.glyphs() == 0) {
        warnings.add(
            "Page "
                + page.page()
                + (read.contains(page.page())
                    ? " is a picture in which no text was recognised."
                    : " has no text; it may be a picture or scan."));
      }
    }
    if (!read.isEmpty()) {
      warnings.add(
          (read.size() == coverage.size() ? "Every page is" : read.size() + " pages are")
              + " a picture; its text was recognised and may have wrong letters and digits.");
    }
    return warnings;
  }
}
