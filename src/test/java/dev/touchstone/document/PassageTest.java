package dev.touchstone.document;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PassageTest {

  private static final String FILE = "at 350 mg/m ²\n\nof **drugol**.^{[5][13]} Next";

  /** What a reader makes of it: no line break, no stars, the unit in one piece. */
  private static Passage cleaned() {
    Passage.Builder builder = new Passage.Builder(FILE);
    builder.append(new Span(0, 11)).append(new Span(12, 13)).append(" ", new Span(13, 15));
    builder.append(new Span(15, 18)).append(new Span(20, 26)).append(new Span(28, 29));
    int first = builder.length();
    builder.append(new Span(31, 34)).citation("5", first);
    int second = builder.length();
    builder.append(new Span(34, 38)).citation("13", second);
    return builder.append(new Span(39, 44)).build();
  }

  @Test
  void reads_as_a_person_reads() {
    assertThat(cleaned().text()).isEqualTo("at 350 mg/m² of drugol.[5][13] Next");
  }

  @Test
  void traces_cleaned_words_to_the_file() {
    Passage passage = cleaned();
    int unit = passage.text().indexOf("mg/m²");
    assertThat(passage.source(unit, unit + 5).of(FILE)).isEqualTo("mg/m ²");
    int drug = passage.text().indexOf("drugol");
    assertThat(passage.source(drug, drug + 6).of(FILE)).isEqualTo("drugol");
  }

  @Test
  void spans_from_its_first_to_its_last_character() {
    assertThat(cleaned().span()).isEqualTo(new Span(0, FILE.length()));
  }

  @Test
  void leaves_citation_marks_out_of_what_is_read() {
    Passage reading = cleaned().withoutCitations();
    assertThat(reading.text()).isEqualTo("at 350 mg/m² of drugol. Next");
    int next = reading.text().indexOf("Next");
    assertThat(reading.source(next, next + 4).of(FILE)).isEqualTo("Next");
  }

  @Test
  void keeps_the_citations_of_a_part() {
    Passage passage = cleaned();
    Passage part = passage.part(passage.text().indexOf("drugol"), passage.length());
    assertThat(part.citations()).extracting(Passage.Mark::key).containsExactly("5", "13");
    assertThat(
            part.text().substring(part.citations().get(1).start(), part.citations().get(1).end()))
        .isEqualTo("[13]");
  }

  @Test
  void finds_the_position_of_an_offset_of_the_file() {
    Passage passage = cleaned();
    assertThat(passage.indexOfSource(FILE.indexOf("drugol")))
        .isEqualTo(passage.text().indexOf("drugol"));
    // The stars were dropped: what comes after them is next.
    assertThat(passage.indexOfSource(FILE.indexOf("**")))
        .isEqualTo(passage.text().indexOf("drugol"));
  }

  @Test
  void an_empty_passage_has_a_place() {
    Passage empty = Passage.of("abc", new Span(2, 2));
    assertThat(empty.isEmpty()).isTrue();
    assertThat(empty.span()).isEqualTo(new Span(2, 2));
  }

  @Property(tries = 200)
  void words_taken_as_they_are_are_found_again(
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String before,
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String dropped,
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String after) {
    String file = before + dropped + after;
    int from = before.length() + dropped.length();
    Passage passage =
        new Passage.Builder(file)
            .append(new Span(0, before.length()))
            .append(new Span(from, file.length()))
            .build();
    assertThat(passage.text()).isEqualTo(before + after);
    for (int i = 0; i < passage.length(); i++) {
      assertThat(passage.source(i, i + 1).of(file)).isEqualTo(passage.text().substring(i, i + 1));
      assertThat(passage.indexOfSource(passage.source(i, i + 1).start())).isEqualTo(i);
    }
  }
}
