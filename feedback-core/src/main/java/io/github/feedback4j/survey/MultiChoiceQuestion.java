package io.github.feedback4j.survey;

/**
 * A question that is answered with some of several options.
 *
 * @param id the question's id
 * @param text what is asked
 * @param rules when it is shown, when it is required, and what comes next
 * @param options what can be chosen
 * @param atLeast the smallest number of options in an answer, at least 1
 * @param atMost the greatest number of options in an answer
 * @since 0.1
 */
public record MultiChoiceQuestion(
    String id, LocalizedText text, QuestionRules rules, Options options, int atLeast, int atMost)
    implements Question {

  /** Checks the options and the number of selections. */
  public MultiChoiceQuestion {
    Ids.requireId("question id", id);
    options.require(id, 2);
    requireSelections(id, atLeast, atMost, options.size());
  }

  static void requireSelections(String id, int atLeast, int atMost, int options) {
    if (atLeast < 1 || atMost < atLeast || atMost > options) {
      throw new IllegalArgumentException(
          "question '%s': selections must be between 1 and %d, but were from %d to %d"
              .formatted(id, options, atLeast, atMost));
    }
  }

  /** Returns this question with other numbers of selections. */
  public MultiChoiceQuestion withSelections(int atLeast, int atMost) {
    return new MultiChoiceQuestion(id, text, rules, options, atLeast, atMost);
  }

  /** Returns this question with an open option at the end, which may be chosen beside the others. */
  public MultiChoiceQuestion withOther(LocalizedText other) {
    Options more = options.withOther(other);
    int most = atMost == options.size() ? more.size() : atMost;
    return new MultiChoiceQuestion(id, text, rules, more, atLeast, most);
  }

  /** Returns this question with an order of the options for each invitation. */
  public MultiChoiceQuestion shuffled() {
    return new MultiChoiceQuestion(id, text, rules, options.asShuffled(), atLeast, atMost);
  }

  @Override
  public MultiChoiceQuestion withRules(QuestionRules rules) {
    return new MultiChoiceQuestion(id, text, rules, options, atLeast, atMost);
  }
}
