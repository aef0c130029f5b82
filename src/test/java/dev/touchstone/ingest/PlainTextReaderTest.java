package dev.touchstone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.document.Document;
import dev.touchstone.document.DocumentKind;
import dev.touchstone.document.Metadata;
import dev.touchstone.document.Paragraph;
import dev.touchstone.document.Passage;
import dev.touchstone.document.Reference;
import dev.touchstone.document.Span;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest {

  private static final String HEAD = "Velatinib in Renal Cancer: An Overview\n\nIntroduction\n\n";

  private static Document read(String text) {
    Document document = Outline.read("note.txt", text);
    Outline.check(document);
    return document;
  }

  @Test
  void text_is_the_file_without_its_byte_order_mark() {
    Document document = read("\uFEFFA Title\r\n\r\nSome words, 50 mg.\r\n");
    assertThat(document.text()).isEqualTo("A Title\r\n\r\nSome words, 50 mg.\r\n");
    assertThat(document.locate(new Span(11, 15)).locator()).isEqualTo("line 3, column 1");
  }

  @Test
  void joins_a_sentence_that_a_page_break_cut() {
    Document document =
        read(
            HEAD
                + "Patients with advanced disease were given the drug together with\n\n \nfood, and tolerated it well."
                + "\n\nA second paragraph stands by itself.\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            """
            Patients with advanced disease were given the drug together with food, and tolerated it well.
            A second paragraph stands by itself.
            """);
  }

  @Test
  void joins_citations_that_a_page_break_tore_from_their_sentence() {
    Document document =
        read(
            HEAD
                + "The response rate was higher with the new drug than with the old one.\n\n[6][10] Survival was not.\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            "The response rate was higher with the new drug than with the old one. [6][10] Survival was not.\n");
  }

  @Test
  void joins_a_sentence_around_a_figure() {
    Document document =
        read(
            HEAD
                + "The compound is taken up by the cells of the tumour and is cleaved\n\n"
                + "[Click to download full resolution via product page](#)\n\nCaption: Uptake.\n\n"
                + "by an enzyme of the lysosome.\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            """
            The compound is taken up by the cells of the tumour and is cleaved by an enzyme of the lysosome.
            residue: Click to download full resolution via product page
            caption: Caption: Uptake.
            """);
  }

  @Test
  void cleans_what_converters_leave_and_knows_where_it_stood() {
    Document document =
        read(
            HEAD
                + "**Velatinib** at 350 mg/m ² was better ($p=0.12$).^{[5][13]} It was safe.[\\[2\\]](#)\n");
    Paragraph paragraph = (Paragraph) document.blocks().get(2);
    Passage passage = paragraph.passage();
    assertThat(passage.text())
        .isEqualTo("Velatinib at 350 mg/m² was better (p=0.12).[5][13] It was safe.[2]");
    assertThat(passage.citations()).extracting(Passage.Mark::key).containsExactly("5", "13", "2");
    assertThat(passage.withoutCitations().text())
        .isEqualTo("Velatinib at 350 mg/m² was better (p=0.12). It was safe.");
    int unit = passage.text().indexOf("mg/m²");
    assertThat(document.quote(passage.source(unit, unit + 5))).isEqualTo("mg/m ²");
  }

  @Test
  void lists_each_key_of_a_range_and_takes_no_interval_for_a_citation() {
    Document document =
        read(HEAD + "Seen before [1, 3-5]. Median age was 54 [32-80], not 61 [4].\n");
    Paragraph paragraph = (Paragraph) document.blocks().get(2);
    assertThat(paragraph.passage().citations())
        .extracting(Passage.Mark::key)
        .containsExactly("1", "3", "4", "5", "4");
  }

  @Test
  void parts_a_caption_from_the_link_in_front_of_it() {
    Document document =
        read(
            HEAD
                + "Words of the text.\n\nFate of the Drug\n\n[Click to download full resolution via product page](#)Caption: Fate.\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            """
            Words of the text.
            caption: Fate of the Drug
            residue: Click to download full resolution via product page
            caption: Caption: Fate.
            """);
  }

  @Test
  void list_markers_are_no_part_of_the_words() {
    Document document =
        read(HEAD + "- First point, which a break\n\ncuts.\n- Second point.\n* Third point.\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            "list item: - First point, which a break cuts.\nlist item: - Second point.\nlist item: * Third point.\n");
  }

  @Test
  void tells_levels_and_roles_of_headings_without_mark_up() {
    Document document =
        read(
            """
            Velatinib in practice: notes on a kinase inhibitor

            Author: Example Laboratories. **Date:** March 2024

            A Technical Guide to the Use of Velatinib

            Introduction

            Some words.

            Mechanism of Action

            Some words.

            Phase I Clinical Studies

            Some words.

            Experimental Protocol

            Some words.

            Data Summary: Phase I

            Some words.

            Phase II Randomized Clinical Trial

            Some words.

            Experimental Protocol

            Some words.

            Data Summary: Phase II

            Some words.

            Conclusion

            Some words.
            """);
    assertThat(Outline.sections(document))
        .isEqualTo(
            """
            Velatinib in practice: notes on a kinase inhibitor (front-matter)
              A Technical Guide to the Use of Velatinib (front-matter)
              Introduction (introduction)
              Mechanism of Action (mechanism)
              Phase I Clinical Studies (results)
                Experimental Protocol (methods)
                Data Summary: Phase I (results)
              Phase II Randomized Clinical Trial (results)
                Experimental Protocol (methods)
                Data Summary: Phase II (results)
              Conclusion (conclusion)
            """);
  }

  @Test
  void numbered_headings_belong_to_the_heading_without_number() {
    Document document =
        read(
            """
            Application Notes: Velatinib

            Experimental Protocols

            Protocol 1: Daily Dosing

            Some words.

            1. Eligibility:

            - Adults.

            2. Dosing and Toxicity:

            - 50 mg daily.

            Protocol 2: Weekly Dosing

            Some words.

            1. Eligibility:

            - Adults.
            """);
    assertThat(Outline.sections(document))
        .isEqualTo(
            """
            Application Notes: Velatinib (front-matter)
              Experimental Protocols (methods)
                Protocol 1: Daily Dosing (methods)
                  1. Eligibility: (methods)
                  2. Dosing and Toxicity: (methods)
                Protocol 2: Weekly Dosing (methods)
                  1. Eligibility: (methods)
            """);
  }

  @Test
  void questions_and_answers_are_sections() {
    Document document =
        read(
            """
            Velatinib: Technical Support Center

            Frequently Asked Questions (FAQs)

            Q1: Which dose is used?

            A1: The dose is 50 mg.[1]

            Q2: How often?

            A2: Once daily.

            Troubleshooting Guide

            Problem: My cells die at any dose.

            Solution: Check the solvent.
            """);
    assertThat(Outline.sections(document))
        .isEqualTo(
            """
            Velatinib: Technical Support Center (front-matter)
              Frequently Asked Questions (FAQs) (other)
                Q1: Which dose is used? (question)
                  A1 (answer)
                Q2: How often? (question)
                  A2 (answer)
              Troubleshooting Guide (troubleshooting)
                Problem: My cells die at any dose. (troubleshooting)
            """);
    assertThat(Outline.paragraphs(document))
        .isEqualTo("The dose is 50 mg.[1]\nOnce daily.\nSolution: Check the solvent.\n");
    assertThat(document.metadata().kind()).isEqualTo(DocumentKind.SUPPORT_CENTER);
  }

  @Test
  void what_follows_the_references_is_boilerplate() {
    Document document =
        read(
            """
            Velatinib: A Technical Guide

            Conclusion

            It works.[1][2]

            Looking for Velatinib in Bulk?

            Example Laboratories delivers by the kilogram.

            Email: sales@example.org or [Request Quote Online](#).

            References

            - 1. A trial of velatinib - PubMed [pubmed.ncbi.nlm.nih.gov]
            - 2. Velatinib revisited. Journal of Examples 2020. doi:10.1000/xyz123. https://example.org/a/b

            - To cite this document: Example Laboratories. [Velatinib], [2025].

            Example Laboratories

            We make small molecules.
            """);
    assertThat(Outline.sections(document))
        .isEqualTo(
            """
            Velatinib: A Technical Guide (front-matter)
              Conclusion (conclusion)
              Looking for Velatinib in Bulk? (boilerplate)
              References (references)
              Example Laboratories (boilerplate)
            """);
    assertThat(document.references()).extracting(Reference::key).containsExactly("1", "2");
    Reference second = document.references().get(1);
    assertThat(second.doi()).isEqualTo("10.1000/xyz123");
    assertThat(second.host()).isEqualTo("example.org");
    assertThat(document.references().get(0).host()).isEqualTo("pubmed.ncbi.nlm.nih.gov");
    assertThat(second.citedAt()).hasSize(1);
    assertThat(document.quote(second.citedAt().get(0))).isEqualTo("[2]");
  }

  @Test
  void reads_the_head_of_a_note() {
    Document document =
        read(
            """
            Velatinib: Application Notes

            Author: Example Laboratories Team. **Date:** 7 March 2024

            Compound of Interest

            Compound Name: Velatinib mesylate

            Cat. No.: EX-1234

            [Get Quote](#)

            Introduction

            The drug is taken by mouth and is absorbed in the gut of the patients.
            """);
    Metadata metadata = document.metadata();
    assertThat(metadata)
        .isEqualTo(
            new Metadata(
                "Velatinib: Application Notes",
                DocumentKind.APPLICATION_NOTE,
                new Metadata.Compound("Velatinib mesylate", "EX-1234"),
                java.util.List.of("Example Laboratories Team"),
                "2024-03-07",
                "en"));
    assertThat(Outline.paragraphs(document))
        .startsWith(
            """
            metadata: Author: Example Laboratories Team. Date: 7 March 2024
            metadata: Compound Name: Velatinib mesylate
            metadata: Cat. No.: EX-1234
            residue: Get Quote
            """);
  }

  @Test
  void labels_in_capitals_are_headings() {
    Document document =
        read(
            """
            TITLE:
            Velatinib in renal cancer, a trial of two doses

            ABSTRACT.METHODS:
            We gave 50 mg daily to 20 patients.

            BODY.METHODS:
            BODY.TREATMENT:
            Patients took 50 mg daily.
            """);
    assertThat(Outline.sections(document))
        .isEqualTo(
            """
            Velatinib in renal cancer, a trial of two doses (front-matter)
              ABSTRACT.METHODS: (methods)
              BODY.METHODS: (methods)
                BODY.TREATMENT: (methods)
            """);
  }

  @Test
  void a_structured_abstract_in_one_paragraph_has_sections() {
    Document document =
        read(
            "A trial of velatinib. BACKGROUND: Nothing is known. METHODS: We gave 50 mg (ratio: 2). RESULTS: It worked.\n");
    assertThat(Outline.sections(document))
        .isEqualTo(
            "note (front-matter)\n  BACKGROUND (introduction)\n  METHODS (methods)\n  RESULTS (results)\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            "A trial of velatinib.\nNothing is known.\nWe gave 50 mg (ratio: 2).\nIt worked.\n");
  }

  @Test
  void a_lone_sentence_is_text_and_no_title() {
    Document document =
        read("Velatinib was better than placebo (8.4 months vs 6.1 months; P=0.03)");
    assertThat(Outline.paragraphs(document))
        .isEqualTo("Velatinib was better than placebo (8.4 months vs 6.1 months; P=0.03)\n");
  }

  @Test
  void a_hyphen_that_parts_a_word_goes_and_one_that_belongs_to_it_stays() {
    Document document =
        read(
            HEAD
                + "The dose was raised. The drug is investi-\ngational, and the dose-\nlimiting events were few.\n");
    assertThat(Outline.paragraphs(document))
        .isEqualTo(
            "The dose was raised. The drug is investigational, and the dose-limiting events were few.\n");
  }

  @Test
  void marks_of_markdown_in_plain_text_are_read() {
    Document document =
        read(
            """
            # Velatinib in **Renal** Cancer

            ## Results

            Table 1. Response

            | Arm | n  | Response |
            |-----|----|----------|
            | A   | 20 | 25%      |
            *By review.

            ### Safety

            It was safe.
            """);
    assertThat(Outline.sections(document))
        .isEqualTo(
            "Velatinib in Renal Cancer (front-matter)\n  Results (results)\n    Safety (results)\n");
    assertThat(Outline.tables(document))
        .isEqualTo("Table 1: Response\n[Arm] | [n] | [Response]\n[A] | 20 | 25%\n* By review.\n");
  }

  @Test
  void warns_of_marks_that_turn_the_direction_of_writing() {
    Document document = read(HEAD + "The dose was \u202E50 mg\u202C daily.\n");
    assertThat(Outline.paragraphs(document)).isEqualTo("The dose was 50 mg daily.\n");
    assertThat(document.warnings()).hasSize(1);
  }
}
