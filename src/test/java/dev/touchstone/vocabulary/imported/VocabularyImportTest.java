package dev.touchstone.vocabulary.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.vocabulary.DrugEntry;
import dev.touchstone.vocabulary.Hit;
import dev.touchstone.vocabulary.ImportedVocabulary;
import dev.touchstone.vocabulary.Lexicon;
import dev.touchstone.vocabulary.Vocabulary;
import dev.touchstone.vocabulary.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyImportTest {

  @TempDir private Path folder = Path.of("");

  private Path lexicons = Path.of("");

  @BeforeEach
  void copiesOurLexicons() throws IOException {
    lexicons = Files.createDirectory(folder.resolve("lexicon"));
    try (Stream<Path> ours = Files.list(Path.of("config", "lexicon"))) {
      for (Path file : ours.filter(Files::isRegularFile).toList()) {
        Files.copy(file, lexicons.resolve(file.getFileName()));
      }
    }
  }

  private ImportedVocabulary importing(String name, String... lines) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, List.of(lines));
    return new VocabularyImport(lexicons).run(file, null, "mine", null).vocabulary();
  }

  private List<String> found(String text) throws IOException {
    Lexicon<DrugEntry> drugs = Vocabulary.load(lexicons).drugs();
    return drugs.longest(text, Words.of(text)).stream()
        .map((Hit<DrugEntry> hit) -> hit.entry().name() + hit.entry().ids())
        .toList();
  }

  @Test
  void reads_the_names_of_rxnorm() throws Exception {
    ImportedVocabulary vocabulary =
        importing(
            "RXNCONSO.RRF",
            "901|ENG|S|L1|PF|S1|Y|A1||901||RXNORM|IN|901|quorbatine||N|4096|",
            "901|ENG|S|L2|PF|S2|Y|A2||901||OTHER|SY|X1|Quorbatine mesylate salt||N||",
            "902|ENG|S|L3|PF|S3|Y|A3||902||RXNORM|BN|902|Quorbex||N||",
            "903|ENG|S|L4|PF|S4|Y|A4||903||RXNORM|SCD|903|quorbatine 5 MG Oral Tablet||N||",
            "904|ENG|S|L5|PF|S5|Y|A5||904||RXNORM|IN|904|dormelide||O||");
    assertThat(vocabulary.format()).isEqualTo("rxnorm");
    assertThat(vocabulary.drugs()).isEqualTo(2);
    assertThat(found("Quorbatine mesylate salt or QUORBEX, not dormelide"))
        .containsExactly("quorbatine{rxnorm=901}", "Quorbex{rxnorm=902}");
  }

  @Test
  void reads_the_drugs_of_the_nci_thesaurus() throws Exception {
    ImportedVocabulary vocabulary =
        importing(
            "Thesaurus.txt",
            "C900001\t<http://x#C900001>\tC1\tVerolimab-A|ABQ 7731|Verolimab\tdefinition\tVerolimab-A\t\tPharmacologic Substance\t",
            "C900002\t<http://x#C900002>\tC1\tSkin Fold\tdefinition\t\t\tBody Part, Organ, or Organ Component\t",
            "C900003\t<http://x#C900003>\tC1\tOldmab\tdefinition\t\tRetired_Concept\tPharmacologic Substance\t");
    assertThat(vocabulary.licence()).contains("CC BY");
    assertThat(found("ABQ-7731 on the skin fold, oldmab"))
        .containsExactly("Verolimab-A{ncit=C900001}");
  }

  @Test
  void reads_the_open_vocabulary_of_drugbank() throws Exception {
    importing(
        "vocabulary.csv",
        "DrugBank ID,Accession Numbers,Common name,CAS,UNII,Synonyms,Standard InChI Key",
        "DB99901,X | Y,\"Tressane, recombinant\",,ABC1,\"Tressane | r-tressane factor\",",
        "DB99902,,Pell,,,,");
    assertThat(found("r-tressane factor with pell"))
        .containsExactly(
            "Tressane, recombinant{drugbank=DB99901, unii=ABC1}", "Pell{drugbank=DB99902}");
  }

  @Test
  void reads_a_table_like_ours_and_lets_ours_come_first() throws Exception {
    importing("mine.tsv", "# ours", "xarbolide\t\ttest\tcisplatin|Xarbo\tlocal=7");
    assertThat(found("Xarbo and cisplatin")).containsExactly("xarbolide{local=7}", "cisplatin{}");
  }

  @Test
  void leaves_out_what_means_something_else() throws Exception {
    Path file = folder.resolve("mine.tsv");
    Files.writeString(file, "xarbolide\t\t\tbaseline|overall survival|XA|ABC|Xarbo 9\n");
    VocabularyImport.Result result =
        new VocabularyImport(lexicons).run(file, null, "mine", "own work");
    assertThat(result.leftOut()).isEqualTo(4);
    assertThat(found("baseline, overall survival, ABC, xarbo-9")).containsExactly("xarbolide{}");
  }

  @Test
  void records_where_the_names_are_from_and_replaces_what_had_the_name() throws Exception {
    String before = Vocabulary.load(lexicons).fingerprint();
    ImportedVocabulary first = importing("a.tsv", "quorbatine\t\t\t");
    String one = Vocabulary.load(lexicons).fingerprint();
    importing("b.tsv", "dormelide\t\t\t");
    assertThat(one).isNotEqualTo(before).isNotEqualTo(Vocabulary.load(lexicons).fingerprint());
    assertThat(ImportedVocabulary.in(lexicons))
        .singleElement()
        .satisfies(
            listed -> {
              assertThat(listed.source()).isEqualTo("b.tsv");
              assertThat(listed.sha256()).hasSize(64).isNotEqualTo(first.sha256());
              assertThat(listed.date()).matches("\\d{4}-\\d\\d-\\d\\d");
            });
    assertThat(found("quorbatine, dormelide")).containsExactly("dormelide{}");
  }

  @Test
  void gives_the_same_index_each_time() throws Exception {
    ImportedVocabulary vocabulary =
        importing("a.tsv", "quorbatine\t\t\tQBT-11|Quorb (salt)", "dormelide\t\t\t");
    byte[] one = Files.readAllBytes(vocabulary.index(lexicons));
    importing("a.tsv", "quorbatine\t\t\tQBT-11|Quorb (salt)", "dormelide\t\t\t");
    assertThat(Files.readAllBytes(vocabulary.index(lexicons))).isEqualTo(one);
  }

  @Test
  void finds_in_an_index_what_a_table_in_memory_would_find() throws Exception {
    String text =
        "DTIC and T-DM1s, trastuzumab\nemtansine, liposomal- doxorubicin, OKT3, gefitinib (Iressa®), sodium valproate, dtic";
    Path file = folder.resolve("all.tsv");
    Files.copy(lexicons.resolve("drugs.tsv"), file);
    List<String> before = found(text);
    new VocabularyImport(lexicons).run(file, VocabularyFormat.TSV, "all", null);
    Files.writeString(lexicons.resolve("drugs.tsv"), "unrelatedin\t\t\t\n");
    assertThat(found(text)).isEqualTo(before).hasSize(8);
  }

  @Test
  void says_which_line_is_wrong_and_what_to_do() {
    assertThatThrownBy(
            () -> importing("x.RRF", "1|ENG|a|b|c|d|e|f|g|h|i|j|k|l|m|n|o|p|", "2|ENG|x"))
        .hasMessageContaining(
            "x.RRF, line 2: 3 columns between bars instead of 18; give RXNCONSO.RRF");
    assertThatThrownBy(
            () ->
                importing("t.txt", "C1\ta\tb\tc\td\te\tf\tAntibiotic", "oops\tx\ty\tz\ta\tb\tc\td"))
        .hasMessageContaining("t.txt, line 2: \"oops\" is no code");
    assertThatThrownBy(() -> importing("d.csv", "DrugBank ID,Name", "DB1,x"))
        .hasMessageContaining("line 1: no column \"Common name\"");
    assertThatThrownBy(() -> importing("m.tsv", "a drug\tpill\t\t"))
        .hasMessageContaining("m.tsv, line 1: \"pill\" in the second column is no kind");
    assertThatThrownBy(() -> importing("n.txt", "just words")).hasMessageContaining("--format");
    assertThatThrownBy(() -> importing("e.tsv", "# nothing")).hasMessageContaining("holds no drug");
  }

  @Test
  void refuses_what_is_not_utf8() throws IOException {
    Path file = folder.resolve("latin.tsv");
    Files.write(file, "name\t\t\nM\u00fcller\t\t".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> new VocabularyImport(lexicons).run(file, null, "l", null))
        .isInstanceOf(BadVocabulary.class)
        .hasMessageContaining("not UTF-8");
  }

  @Test
  void refuses_a_damaged_index_with_its_cure() throws Exception {
    ImportedVocabulary vocabulary = importing("a.tsv", "quorbatine\t\t\t");
    Files.writeString(vocabulary.index(lexicons), "nonsense that is longer than a header");
    assertThatThrownBy(() -> Vocabulary.load(lexicons))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("import the vocabulary again");
  }
}
