package io.github.feedback4j.survey;

/**
 * A question that is answered with yes or no, such as whether somebody may call back.
 *
 * <p>Nothing is chosen beforehand. Where an answer is required, no is one: a consent that cannot be
 * refused is none.
 *
 * @param id the question's id
 * @param text what is consented to
 * @param rules when it is shown, when it is required, and what comes next
 * @since 0.1
 */
public record ConsentQuestion(String id, LocalizedText text, QuestionRules rules)
    implements Question {

  /** Checks the id. */
  public ConsentQuestion {
    Ids.requireId("question id", id);
  }

  @Override
  public ConsentQuestion withRules(QuestionRules rules) {
    return new ConsentQuestion(id, text, rules);
  }
}
