package io.github.feedback4j.survey;

/**
 * A question that is answered by putting options in order, the best first.
 *
 * @param id the question's id
 * @param text what is asked
 * @param rules when it is shown, when it is required, and what comes next
 * @param options what is put in order, none of it open
 * @param top how many of them an answer names, from 1 to all
 * @since 0.1
 */
public record RankingQuestion(
    String id, LocalizedText text, QuestionRules rules, Options options, int top)
    implements Question {

  /** Checks the options and how many of them are named. */
  public RankingQuestion {
    Ids.requireId("question id", id);
    options.require(id, 2);
    if (options.other() != null) {
      throw new IllegalArgumentException(
          "question '%s': a ranking has no open option".formatted(id));
    }
    if (top < 1 || top > options.size()) {
      throw new IllegalArgumentException("question '%s': top must be between 1 and %d, but was %d"
          .formatted(id, options.size(), top));
    }
  }

  /** Returns this question for the best {@code top} only. */
  public RankingQuestion withTop(int top) {
    return new RankingQuestion(id, text, rules, options, top);
  }

  /** Returns this question with an order of the options for each invitation. */
  public RankingQuestion shuffled() {
    return new RankingQuestion(id, text, rules, options.asShuffled(), top);
  }

  @Override
  public RankingQuestion withRules(QuestionRules rules) {
    return new RankingQuestion(id, text, rules, options, top);
  }
}
