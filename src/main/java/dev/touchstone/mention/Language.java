package dev.touchstone.mention;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.HasWord;
import edu.stanford.nlp.ling.TaggedWord;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.process.CoreLabelTokenFactory;
import edu.stanford.nlp.process.Morphology;
import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.GrammaticalStructure;
import edu.stanford.nlp.trees.TypedDependency;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CoreNLP's tokeniser, tagger, lemmatiser and parser. Models are loaded once, when first needed.
 */
final class Language {

  private static final String TOKENS = "invertible=true,ptb3Escaping=false,untokenizable=noneKeep";

  private static final class Tagger {
    private static final MaxentTagger MODEL = new MaxentTagger(MaxentTagger.DEFAULT_JAR_PATH);
  }

  private static final class Parser {
    private static final DependencyParser MODEL =
        DependencyParser.loadFromModelFile(DependencyParser.DEFAULT_MODEL);
  }

  private record Tagged(String word, String tag) {}

  private final Morphology morphology = new Morphology();

  /** Lemmas of this document's words so far: most words of a document come again. */
  private final Map<Tagged, String> lemmas = new HashMap<>();

  /**
   * The words of a text; their positions are those of the text whatever the tokeniser made of them.
   */
  static List<CoreLabel> tokens(String text) {
    return new PTBTokenizer<>(new StringReader(text), new CoreLabelTokenFactory(), TOKENS)
        .tokenize();
  }

  /** The words with part of speech and lemma. */
  List<Token> tag(String text, List<CoreLabel> labels) {
    List<TaggedWord> tags = Tagger.MODEL.tagSentence(labels);
    List<Token> tokens = new ArrayList<>(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      CoreLabel label = labels.get(i);
      String tag = tags.get(i).tag();
      tokens.add(
          new Token(
              label.beginPosition(),
              label.endPosition(),
              text.substring(label.beginPosition(), label.endPosition()),
              lemmas.computeIfAbsent(new Tagged(label.word(), tag), this::lemma),
              tag));
    }
    return tokens;
  }

  private String lemma(Tagged word) {
    String lemma = morphology.lemma(word.word(), word.tag());
    return lemma == null ? word.word() : lemma;
  }

  static Parse parse(List<Token> tokens) {
    List<HasWord> words = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      words.add(new TaggedWord(token.text(), token.tag()));
    }
    GrammaticalStructure structure = Parser.MODEL.predict(words);
    int[] heads = new int[tokens.size()];
    String[] relations = new String[tokens.size()];
    Arrays.fill(heads, -1);
    Arrays.fill(relations, "root");
    for (TypedDependency dependency : structure.typedDependencies()) {
      int at = dependency.dep().index() - 1;
      heads[at] = dependency.gov().index() - 1;
      relations[at] = dependency.reln().toString();
    }
    return new Parse(heads, List.of(relations));
  }
}
