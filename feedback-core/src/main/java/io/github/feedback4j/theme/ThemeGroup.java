package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Terms that stand in the same comments, while they are put together around the clearest one. */
final class ThemeGroup {

  private static final int MOST_TERMS = 5;
  private static final int MOST_SPELLINGS = 4;
  private static final int MOST_EXAMPLES = 3;

  static final Comparator<ThemeGroup> CLEAREST_FIRST = Comparator.comparingDouble(
          (ThemeGroup each) -> -each.terms.get(0).lead().z())
      .thenComparing(each -> each.terms.get(0).lead().text())
      .thenComparing(each -> each.language);

  /**
   * An n-gram.
   *
   * @param comments where it stands, by place in the list of comments
   * @param authors who used it in the comments that made it stand out
   */
  record Part(
      String text,
      Set<String> stems,
      BitSet comments,
      Set<String> authors,
      int people,
      int peopleBefore,
      double z) {

    private int shared(Part other) {
      boolean hasFewer = authors.size() <= other.authors.size();
      Set<String> fewer = hasFewer ? authors : other.authors;
      Set<String> more = hasFewer ? other.authors : authors;
      return (int) fewer.stream().filter(more::contains).count();
    }

    private boolean isSame(Part other, double least) {
      boolean isInside = stems.containsAll(other.stems) || other.stems.containsAll(stems);
      int shared = shared(other);
      return isInside && shared >= least * (authors.size() + other.authors.size() - shared);
    }

    private boolean goesWith(Part other, double least) {
      int shared = shared(other);
      return shared >= 2 && shared >= least * Math.min(authors.size(), other.authors.size());
    }
  }

  /** A term and the n-grams that are nearly the same. */
  private record Term(Part lead, List<Part> spellings) {}

  private final String language;
  private final NewTheme.Kind kind;
  private final List<SeenComment> comments;
  private final List<Term> terms = new ArrayList<>();

  ThemeGroup(String language, NewTheme.Kind kind, List<SeenComment> comments, Part first) {
    this.language = language;
    this.kind = kind;
    this.comments = comments;
    terms.add(new Term(first, new ArrayList<>()));
  }

  NewTheme.Kind kind() {
    return kind;
  }

  /** Takes an n-gram that belongs here, and returns whether it did. */
  boolean takes(Part part, double same, double together) {
    for (Term each : terms) {
      if (each.lead().isSame(part, same)) {
        if (each.spellings().size() < MOST_SPELLINGS) {
          each.spellings().add(part);
        }
        return true;
      }
    }
    if (!terms.get(0).lead().goesWith(part, together)) {
      return false;
    }
    if (terms.size() < MOST_TERMS) {
      terms.add(new Term(part, new ArrayList<>()));
    }
    return true;
  }

  NewTheme toTheme() {
    BitSet all = new BitSet();
    terms.forEach(each -> all.or(each.lead().comments()));
    Set<String> people = new HashSet<>();
    Set<String> peopleBefore = new HashSet<>();
    Map<String, Integer> themes = new TreeMap<>();
    List<Integer> recent = new ArrayList<>();
    for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
      SeenComment each = comments.get(i);
      (each.isRecent() ? people : peopleBefore).add(each.author());
      if (each.isRecent()) {
        recent.add(i);
        each.themes().forEach(theme -> themes.merge(theme, 1, Integer::sum));
      }
    }
    return new NewTheme(
        kind,
        terms.stream().map(this::term).toList(),
        recent.size(),
        people.size(),
        peopleBefore.size(),
        themes.entrySet().stream()
            .filter(each -> 3 * each.getValue() >= recent.size())
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(Map.Entry::getKey)
            .toList(),
        examples(recent));
  }

  private NewTheme.Term term(Term term) {
    Part lead = term.lead();
    return new NewTheme.Term(
        lead.text(),
        language,
        term.spellings().stream().map(Part::text).toList(),
        lead.people(),
        lead.peopleBefore(),
        lead.z());
  }

  private List<String> examples(List<Integer> recent) {
    List<Integer> sorted = new ArrayList<>(recent);
    // The sort is stable, and newer comments come first.
    sorted.sort(Comparator.comparingInt(each -> -termsIn(each)));
    Set<String> authors = new HashSet<>();
    Set<String> texts = new HashSet<>();
    List<String> examples = new ArrayList<>();
    for (int each : sorted) {
      String text = SuggestionSearch.cut(comments.get(each).comment().text());
      if (examples.size() < MOST_EXAMPLES
          && !texts.contains(text)
          && authors.add(comments.get(each).author())) {
        texts.add(text);
        examples.add(text);
      }
    }
    return examples;
  }

  private int termsIn(int comment) {
    return (int)
        terms.stream().filter(each -> each.lead().comments().get(comment)).count();
  }
}
