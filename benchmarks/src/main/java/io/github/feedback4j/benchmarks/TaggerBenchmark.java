package io.github.feedback4j.benchmarks;

import io.github.feedback4j.benchmarks.Comments.Comment;
import io.github.feedback4j.theme.Item;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Rule;
import io.github.feedback4j.theme.TaggerStages;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Finds phrases, and whole packs, in one comment after another, beside an automaton that finds phrases
 * in folded text and beside an analyzer that only makes tokens.
 *
 * <p>An operation is one comment. Those who look for the same phrases find the same number of them,
 * overlapping ones too, in every comment, or nothing is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TaggerBenchmark {

  private static final int COMMENTS = 1 << 12;
  private static final long OF_COMMENTS = 20261126;
  private static final long OF_PHRASES = 6;

  /** A language without a stemmer, in which words are what their letters are. */
  private static final String UNDETERMINED = "zxx";

  /** The comments, as they are and as the automaton wants them. */
  @State(Scope.Benchmark)
  public static class Texts {
    final List<Comment> comments = Comments.of(COMMENTS, OF_COMMENTS);
    final char[][] folded =
        comments.stream().map(each -> Folded.of(each.text()).toCharArray()).toArray(char[][]::new);
    int next;

    int next() {
      next = (next + 1) & (COMMENTS - 1);
      return next;
    }
  }

  /** The same phrases for everybody. */
  @State(Scope.Benchmark)
  public static class Literals {
    /** How many. */
    @Param({"100", "1000", "10000"})
    public int phrases;

    TaggerStages stages = TaggerStages.of(List.of());
    Automaton checked = new Automaton(List.of("none"), false);
    Automaton padded = new Automaton(List.of("none"), true);

    /** Compiles them, and compares what they find. */
    @Setup
    public void setUp(Texts texts) {
      List<String> list = Comments.phrases(phrases, OF_PHRASES);
      stages = TaggerStages.of(list.stream().map(Literals::item).toList());
      checked = new Automaton(list, false);
      padded = new Automaton(list, true);
      for (int i = 0; i < COMMENTS; i++) {
        String text = texts.comments.get(i).text();
        int ours = stages.literals(text);
        int[] theirs = {
          checked.matches(texts.folded[i]),
          padded.matches(texts.folded[i]),
          checked.matches(text),
          padded.matches(text)
        };
        for (int each : theirs) {
          if (each != ours) {
            throw new IllegalStateException(
                "%d phrases: we find %d, the automatons %d, %d, %d and %d in: %s"
                    .formatted(phrases, ours, theirs[0], theirs[1], theirs[2], theirs[3], text));
          }
        }
      }
      Settle.heap();
    }

    private static Item item(String phrase) {
      List<Rule> words =
          Arrays.stream(phrase.split(" ", -1)).<Rule>map(Rule.Word::new).toList();
      Rule rule = words.size() == 1 ? words.get(0) : new Rule.Phrase(words);
      return new Item("any", UNDETERMINED, Polarity.NEUTRAL, false, phrase, rule);
    }
  }

  /** Finds the phrases in the comment as it is. */
  @Benchmark
  public int literal(Texts texts, Literals of) {
    return of.stages.literals(texts.comments.get(texts.next()).text());
  }

  /** The automaton on text that was folded beforehand, with a look at what stands beside a hit. */
  @Benchmark
  public int hankcs(Texts texts, Literals of) {
    return of.checked.matches(texts.folded[texts.next()]);
  }

  /** The same with spaces around each phrase. */
  @Benchmark
  public int hankcsPadded(Texts texts, Literals of) {
    return of.padded.matches(texts.folded[texts.next()]);
  }

  /** The automaton on the comment as it is, which is folded by a table into room that is there. */
  @Benchmark
  public int hankcsFolding(Texts texts, Literals of) {
    return of.checked.matches(texts.comments.get(texts.next()).text());
  }

  /** The made-up pack, the shipped one, and what they give back. */
  @State(Scope.Benchmark)
  public static class Packs {
    static final int ITEMS = 1_000;

    final ThemeTagger full = ThemeTagger.phrases(Comments.pack(ITEMS, OF_PHRASES));
    final TaggerStages stages = TaggerStages.of(Comments.pack(ITEMS, OF_PHRASES));
    final ThemeTagger shipped = ThemePacks.itServiceTagger();
    final TaggerStages shippedStages = TaggerStages.of(ThemePacks.itService());
    final List<List<Mention>> results = new ArrayList<>();

    /** Tags every comment once. */
    @Setup
    public void setUp(Texts texts) {
      for (Comment each : texts.comments) {
        List<Mention> mentions = full.tag(each.text(), each.locale());
        if (stages.work(each.text(), each.locale()) != mentions.size()) {
          throw new IllegalStateException("the work finds other mentions in: " + each.text());
        }
        results.add(mentions);
      }
      Settle.heap();
    }
  }

  /** Tags with stems, neighbours, negation, polarity and spans. */
  @Benchmark
  public List<Mention> full(Texts texts, Packs of) {
    Comment comment = texts.comments.get(texts.next());
    return of.full.tag(comment.text(), comment.locale());
  }

  /** The same work without a result. */
  @Benchmark
  public int fullWork(Texts texts, Packs of) {
    Comment comment = texts.comments.get(texts.next());
    return of.stages.work(comment.text(), comment.locale());
  }

  /** The result alone: lists and mentions like those of {@link #full}. */
  @Benchmark
  public List<Mention> fullResult(Texts texts, Packs of) {
    List<Mention> mentions = of.results.get(texts.next());
    if (mentions.isEmpty()) {
      return List.of();
    }
    List<Mention> copy = new ArrayList<>(mentions.size());
    for (Mention each : mentions) {
      copy.add(new Mention(each.theme(), each.start(), each.end(), each.polarity(), each.phrase()));
    }
    return Collections.unmodifiableList(copy);
  }

  /** Tags with the shipped pack. */
  @Benchmark
  public List<Mention> shipped(Texts texts, Packs of) {
    Comment comment = texts.comments.get(texts.next());
    return of.shipped.tag(comment.text(), comment.locale());
  }

  /** The same work without a result. */
  @Benchmark
  public int shippedWork(Texts texts, Packs of) {
    Comment comment = texts.comments.get(texts.next());
    return of.shippedStages.work(comment.text(), comment.locale());
  }

  /** Lucene's analyzers. */
  @State(Scope.Benchmark)
  public static class Analyzers {
    final Analysis analysis = new Analysis();

    /** Closes them. */
    @TearDown
    public void close() {
      analysis.close();
    }
  }

  /** Makes tokens, and looks for nothing. */
  @Benchmark
  public int luceneTokens(Texts texts, Analyzers of) {
    Comment comment = texts.comments.get(texts.next());
    return of.analysis.tokens(comment.text(), comment.locale());
  }
}
