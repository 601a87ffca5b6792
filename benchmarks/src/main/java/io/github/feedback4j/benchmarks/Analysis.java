package io.github.feedback4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * Makes tokens of a text with Lucene as its own analyzers do, folded to ASCII, and looks for nothing.
 * Used by one thread.
 */
final class Analysis implements AutoCloseable {

  private final Analyzer english = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream lower = new LowerCaseFilter(new EnglishPossessiveFilter(words));
      return new TokenStreamComponents(words, new PorterStemFilter(new ASCIIFoldingFilter(lower)));
    }
  };

  private final Analyzer french = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      TokenStream whole = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
      // Stemmed before it is folded, since the stemmer looks at accents.
      TokenStream stems = new FrenchLightStemFilter(new LowerCaseFilter(whole));
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(stems));
    }
  };

  /** Returns how many tokens a text has. */
  int tokens(String text, Locale locale) {
    Analyzer analyzer = locale.getLanguage().equals("fr") ? french : english;
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      stream.reset();
      int count = 0;
      while (stream.incrementToken()) {
        count++;
      }
      stream.end();
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be read", e);
    }
  }

  @Override
  public void close() {
    english.close();
    french.close();
  }
}
