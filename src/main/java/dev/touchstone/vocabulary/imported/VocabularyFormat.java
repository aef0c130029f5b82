package dev.touchstone.vocabulary.imported;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that can be imported, and the licences that their publishers give them. */
public enum VocabularyFormat {
  RXNORM("RxNorm, National Library of Medicine; terms of use of the UMLS", new RxNormNames()),
  NCIT("NCI Thesaurus, National Cancer Institute; CC BY 4.0", new NcitNames()),
  DRUGBANK("DrugBank Open Data; CC0 1.0", new DrugBankNames()),
  TSV("not stated", new TableNames());

  private final String licence;
  private final DrugNames names;

  VocabularyFormat(String licence, DrugNames names) {
    this.licence = licence;
    this.names = names;
  }

  /** As a user writes it: {@code rxnorm}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a code, if there is one. */
  public static Optional<VocabularyFormat> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  String licence() {
    return licence;
  }

  DrugNames names() {
    return names;
  }

  /** What the first line of a file shows it to be. */
  static VocabularyFormat ofContent(Path file) throws IOException, BadVocabulary {
    String first;
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      first = line == null ? "" : line;
    } catch (MalformedInputException notUtf8) {
      throw new BadVocabulary(
          file, 1, "not UTF-8", "unpack it if it is an archive, else save it in that encoding");
    }
    if (first.contains("DrugBank ID")) {
      return DRUGBANK;
    }
    if (first.chars().filter(c -> c == '|').count() >= 17) {
      return RXNORM;
    }
    if (first.matches("(?:C\\d+|(?i:code))\t.*") && first.split("\t", -1).length >= 8) {
      return NCIT;
    }
    if (first.contains("\t") || first.startsWith("#")) {
      return TSV;
    }
    throw new BadVocabulary(
        file,
        1,
        "not a form that is known",
        "say which with --format: rxnorm, ncit, drugbank or tsv");
  }
}
