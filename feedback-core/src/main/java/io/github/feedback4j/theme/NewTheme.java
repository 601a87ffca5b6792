package io.github.feedback4j.theme;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that people have begun to speak of, or speak of more than before.
 *
 * <p>Its {@code toString} tells no comment.
 *
 * @param kind whether the pack knows it
 * @param terms the words and phrases that stand together in the comments, the clearest first; at
 *     least one
 * @param comments how many recent comments have one of the terms
 * @param people how many people wrote them
 * @param peopleBefore how many people wrote earlier comments that have one of the terms
 * @param themes the ids of the themes that the pack finds in at least a third of the comments, most
 *     frequent first; usually none if it is new
 * @param examples up to three of the comments, each of another person, those with the most terms and
 *     then the newest first, each cut after 300 characters
 * @since 0.1
 */
public record NewTheme(
    Kind kind,
    List<Term> terms,
    int comments,
    int people,
    int peopleBefore,
    List<String> themes,
    List<String> examples) {

  /** Whether a pack knows what people speak of. */
  public enum Kind {
    /** Most of the comments have no theme, and people did not say so before, or clearly less often. */
    NEW,
    /** Most of the comments have a theme already, but there are more of them than before. */
    GROWING
  }

  /**
   * A word or a phrase.
   *
   * @param text how people write it most often, as the text of a {@link Rule}
   * @param language the language of the comments
   * @param spellings other n-grams that stand in mostly the same comments, as texts of rules
   * @param people how many people used it recently; for a new theme in comments without a theme
   * @param peopleBefore how many people used it in the comments that it was compared with
   * @param z how many standard errors its log-odds are above those of the comments that it was
   *     compared with; at least 1.645, which chance alone gives one word in twenty
   */
  public record Term(
      String text,
      String language,
      List<String> spellings,
      int people,
      int peopleBefore,
      double z) {
    /** Copies the spellings. */
    public Term {
      spellings = List.copyOf(spellings);
    }
  }

  /** Copies the lists. */
  public NewTheme {
    terms = List.copyOf(terms);
    themes = List.copyOf(themes);
    examples = List.copyOf(examples);
  }

  /** Returns an item that finds any of the terms, such as {@code docking station | dock}. */
  public String rule() {
    return terms.stream().map(Term::text).collect(Collectors.joining(" | "));
  }

  /** Returns kind, terms and numbers. */
  @Override
  public String toString() {
    return "%s %s: %d people, %d before".formatted(kind, rule(), people, peopleBefore);
  }
}
