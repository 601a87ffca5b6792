package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns items into a {@link Program}; takes time and memory in proportion to them. */
final class RuleCompiler {

  /** The greatest number of spellings of one phrase, counted with the choices inside of it. */
  static final int MOST_SPELLINGS = 256;

  /** The greatest number of languages of a pack. */
  static final int MOST_LANGUAGES = 60;

  private final String packId;
  private final List<String> themes;
  private final List<String> languages;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Literals literals = new Literals();
  private final List<Branch> branches = new ArrayList<>();
  private final Tokens tokens;

  private Item item =
      new Item("none", "en", Polarity.NEUTRAL, false, "none", new Rule.Word("none"));

  private RuleCompiler(String packId, List<String> themes, List<String> languages) {
    this.packId = packId;
    this.themes = themes;
    this.languages = languages;
    // Items are read as texts are; which contractions there are does not depend on the pack.
    SortedMap<String, Integer> entries = vocabulary.entries();
    tokens = new Tokens(
        vocabulary.trie(entries), Vocabulary.wordFlags(entries), Vocabulary.contractions(entries));
  }

  /**
   * Compiles the items of a pack.
   *
   * @throws IllegalArgumentException if an item is of no theme, names a set, has a word without a
   *     letter, or has too many spellings
   */
  static Program compile(String packId, Collection<String> themeIds, List<Item> items) {
    List<String> themes = List.copyOf(new TreeSet<>(themeIds));
    TreeSet<String> languages = new TreeSet<>();
    items.forEach(each -> languages.add(each.language()));
    if (languages.size() > MOST_LANGUAGES) {
      throw new IllegalArgumentException(
          "theme pack '%s' must have at most %d languages, but has %d"
              .formatted(packId, MOST_LANGUAGES, languages.size()));
    }
    RuleCompiler compiler = new RuleCompiler(packId, themes, List.copyOf(languages));
    items.forEach(compiler::add);
    compiler.addLexicons();
    return compiler.program();
  }

  /** Returns a compiler for whoever only asks, by {@link #add}, which items it refuses. */
  static RuleCompiler of(Collection<String> themeIds, Collection<String> languages) {
    return new RuleCompiler("none", List.copyOf(themeIds), List.copyOf(languages));
  }

  private Program program() {
    SortedMap<String, Integer> entries = vocabulary.entries();
    return new Program(
        vocabulary.trie(entries),
        Vocabulary.wordFlags(entries),
        Vocabulary.contractions(entries),
        vocabulary,
        entries,
        literals,
        branches,
        themes,
        languages);
  }

  private void addLexicons() {
    for (String language : languages) {
      TermKind stem = TermKind.stemOf(language);
      for (Lexicon.Entry each : Lexicon.of(language)) {
        List<Part> words = each.isStemmed()
            ? words(each.text(), stem, language)
            : words(each.text(), TermKind.SURFACE, language);
        literals.play(literals.add(bit(language), words), each.role());
      }
    }
  }

  /**
   * Compiles an item of one language.
   *
   * @throws IllegalArgumentException as for {@link #compile}
   */
  void add(Item added) {
    item = added;
    if (!themes.contains(item.theme())) {
      throw new IllegalArgumentException(place() + "is of a theme that the pack does not have");
    }
    for (Rule each : alternatives(item.rule())) {
      int number = branches.size();
      List<List<Part>> spellings = spellings(each);
      Node tree = spellings == null ? tree(each) : null;
      branches.add(new Branch(
          themes.indexOf(item.theme()),
          item.polarity(),
          item.hides(),
          RuleShape.hasNegated(each),
          bit(item.language()),
          new Tag.Source(
              Tag.Origin.RULE,
              packId,
              RuleTagger.ENGINE,
              item.language(),
              item.text(),
              RuleText.of(each)),
          tree));
      if (spellings != null) {
        numbers(spellings).forEach(literal -> literals.give(literal, number));
      } else if (tree != null) {
        wakers(tree).forEach(literal -> literals.wake(literal, number));
      }
    }
  }

  private long bit(String language) {
    return 1L << languages.indexOf(language);
  }

  /** Splits a choice into rules of their own, so that each can be told apart in a tag. */
  private static List<Rule> alternatives(Rule rule) {
    if (rule instanceof Rule.AnyOf anyOf) {
      return anyOf.rules().stream().flatMap(each -> alternatives(each).stream()).toList();
    }
    if (rule instanceof Rule.Within within && within.rule() instanceof Rule.AnyOf anyOf) {
      return anyOf.rules().stream()
          .flatMap(each -> alternatives(new Rule.Within(within.scope(), each)).stream())
          .toList();
    }
    if (rule instanceof Rule.Within within && isPhrase(within.rule())) {
      return List.of(within.rule());
    }
    return List.of(rule);
  }

  private static boolean isPhrase(Rule rule) {
    return rule instanceof Rule.Word
        || rule instanceof Rule.Form
        || rule instanceof Rule.Exact
        || rule instanceof Rule.Prefix
        || rule instanceof Rule.Phrase;
  }

  private Node tree(Rule rule) {
    if (isPhrase(rule)) {
      return literals(List.of(rule));
    }
    if (rule instanceof Rule.AnyOf anyOf) {
      return any(anyOf.rules());
    }
    if (rule instanceof Rule.Near near) {
      return new Node.Near(tree(near.left()), tree(near.right()), near.distance(), near.ordered());
    }
    if (rule instanceof Rule.Negated negated) {
      return new Node.Negated(tree(negated.rule()));
    }
    if (rule instanceof Rule.Within within) {
      return new Node.Within(within.scope(), tree(within.rule()));
    }
    if (rule instanceof Rule.AllOf allOf) {
      return all(allOf.rules());
    }
    if (rule instanceof Rule.Named named) {
      throw new IllegalArgumentException(
          place() + "names the set '@%s', which must be looked up before".formatted(named.set()));
    }
    // Without anything that is there, "not" is true nearly everywhere and stands at no place.
    return new Node.Nothing();
  }

  /** Joins all phrases to one node, however many there are. */
  private Node any(List<Rule> rules) {
    List<Rule> phrases = rules.stream().filter(RuleCompiler::isPhrase).toList();
    if (phrases.size() == rules.size()) {
      return literals(phrases);
    }
    List<Node> parts = new ArrayList<>();
    if (!phrases.isEmpty()) {
      parts.add(literals(phrases));
    }
    rules.stream().filter(each -> !isPhrase(each)).forEach(each -> parts.add(tree(each)));
    return new Node.Any(parts);
  }

  private Node literals(List<Rule> phrases) {
    int[] numbers = phrases.stream().flatMapToInt(this::numbers).distinct().toArray();
    IntStream.of(numbers).forEach(literals::keep);
    return new Node.Literals(numbers);
  }

  private IntStream numbers(Rule phrase) {
    List<List<Part>> spellings = spellings(phrase);
    return spellings == null ? IntStream.empty() : numbers(spellings);
  }

  private Node all(List<Rule> rules) {
    List<Node> with = new ArrayList<>();
    List<Node> without = new ArrayList<>();
    for (Rule each : rules) {
      if (each instanceof Rule.Not not) {
        without.add(tree(not.rule()));
      } else {
        with.add(tree(each));
      }
    }
    return with.isEmpty()
        ? new Node.Nothing()
        : new Node.All(with.get(0), with.subList(1, with.size()), without);
  }

  /** Returns the literals without one of which a tree has no place. */
  private static IntStream wakers(Node node) {
    if (node instanceof Node.Literals literals) {
      return IntStream.range(0, literals.size()).map(literals::number);
    }
    if (node instanceof Node.Any any) {
      return any.parts().stream().flatMapToInt(RuleCompiler::wakers);
    }
    if (node instanceof Node.All all) {
      return wakers(all.place());
    }
    if (node instanceof Node.Near near) {
      // Both sides must be there: the one of fewer words stands in fewer texts.
      int[] left = wakers(near.left()).toArray();
      int[] right = wakers(near.right()).toArray();
      return IntStream.of(right.length < left.length ? right : left);
    }
    if (node instanceof Node.Negated negated) {
      return wakers(negated.part());
    }
    return node instanceof Node.Within within ? wakers(within.part()) : IntStream.empty();
  }

  private IntStream numbers(List<List<Part>> spellings) {
    long language = bit(item.language());
    return spellings.stream().mapToInt(each -> literals.add(language, each));
  }

  /** Returns the words of a phrase in each spelling, or null if the rule is no phrase. */
  private @Nullable List<List<Part>> spellings(Rule rule) {
    if (!isPhrase(rule)) {
      return null;
    }
    List<List<Part>> all = new ArrayList<>();
    for (List<Part> each : choices(rule)) {
      all.addAll(Spellings.of(each, this::stemmed));
    }
    return requireFew(all);
  }

  private List<List<Part>> choices(Rule rule) {
    if (rule instanceof Rule.Word word) {
      return List.of(words(word.text(), TermKind.stemOf(item.language()), item.language()));
    }
    if (rule instanceof Rule.Prefix prefix) {
      List<Part> words = new ArrayList<>(words(prefix.text(), TermKind.SURFACE, item.language()));
      int last = words.size() - 1;
      int term = vocabulary.term(TermKind.PREFIX, words.get(last).word());
      words.set(last, new Part(List.of(term), "", words.get(last).isJoined()));
      return List.of(words);
    }
    if (rule instanceof Rule.Form form) {
      return List.of(form(form.text()));
    }
    if (rule instanceof Rule.Exact exact) {
      return List.of(exact(exact.text()));
    }
    if (rule instanceof Rule.Phrase phrase) {
      List<List<Part>> rows = List.of(List.of());
      for (Rule part : phrase.parts()) {
        rows = times(rows, choices(part));
      }
      return rows;
    }
    if (rule instanceof Rule.AnyOf anyOf) {
      return anyOf(anyOf);
    }
    throw new IllegalArgumentException(place()
        + "has '%s' inside of a phrase, where only words and choices of words may be"
            .formatted(RuleText.of(rule)));
  }

  /** Joins all single words to one part, and leaves longer ones as they are. */
  private List<List<Part>> anyOf(Rule.AnyOf anyOf) {
    List<List<Part>> all = new ArrayList<>();
    TreeSet<Integer> terms = new TreeSet<>();
    for (Rule each : anyOf.rules()) {
      for (List<Part> choice : choices(each)) {
        for (List<Part> row : Spellings.of(choice, this::stemmed)) {
          if (row.size() == 1) {
            terms.addAll(row.get(0).terms());
          } else {
            all.add(row);
          }
        }
      }
    }
    if (!terms.isEmpty()) {
      all.add(0, List.of(new Part(List.copyOf(terms), "", false)));
    }
    return requireFew(all);
  }

  private List<List<Part>> times(List<List<Part>> rows, List<List<Part>> more) {
    List<List<Part>> product = new ArrayList<>();
    for (List<Part> row : rows) {
      for (List<Part> each : more) {
        List<Part> both = new ArrayList<>(row);
        both.addAll(each);
        product.add(both);
      }
      requireFew(product);
    }
    return product;
  }

  private List<List<Part>> requireFew(List<List<Part>> rows) {
    if (rows.size() > MOST_SPELLINGS) {
      throw new IllegalArgumentException(place()
          + "must have at most %d spellings; split it into several items"
              .formatted(MOST_SPELLINGS));
    }
    return rows;
  }

  private Part stemmed(String word) {
    return part(word, TermKind.stemOf(item.language()), item.language(), false);
  }

  private Part part(String word, TermKind kind, String language, boolean isJoined) {
    String letters = kind == TermKind.SURFACE ? word : Stemmer.of(language).stem(word);
    return new Part(List.of(vocabulary.term(kind, letters)), word, isJoined);
  }

  private List<Part> words(String text, TermKind kind, String language) {
    read(text, language);
    List<Part> words = new ArrayList<>();
    for (int i = 0; i < tokens.count; i++) {
      String letters = tokens.letters(i);
      if (tokens.is(i, Tokens.EMOJI)) {
        int term = vocabulary.term(TermKind.SURFACE, letters);
        words.add(new Part(List.of(term), "", false));
      } else {
        words.add(part(letters, kind, language, tokens.is(i, Tokens.HYPHEN)));
      }
    }
    return words;
  }

  /** Returns words that stand in this form only; joined or apart they would be another one. */
  private List<Part> form(String text) {
    return words(text, TermKind.SURFACE, item.language()).stream()
        .map(each -> new Part(each.terms(), "", each.isJoined()))
        .toList();
  }

  private List<Part> exact(String text) {
    read(text, item.language());
    List<Part> words = new ArrayList<>();
    for (int i = 0; i < tokens.count; i++) {
      String letters = tokens.letters(i);
      String form = text.substring(tokens.start[i], tokens.end[i]);
      int term = tokens.is(i, Tokens.SAME_PLACE)
          ? vocabulary.term(TermKind.SURFACE, letters)
          : vocabulary.exact(letters, form);
      words.add(new Part(List.of(term), "", tokens.is(i, Tokens.HYPHEN)));
    }
    return words;
  }

  private void read(String text, String language) {
    tokens.read(text, language.equals("en"));
    if (tokens.count == 0) {
      throw new IllegalArgumentException(
          place() + "must have a letter, a digit or an emoji in '%s'".formatted(text));
    }
  }

  private String place() {
    return "theme '%s': item '%s' (%s) ".formatted(item.theme(), item.text(), item.language());
  }
}
