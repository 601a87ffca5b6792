package io.github.feedback4j.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a question is shown, when it must be answered, and what is asked after it.
 *
 * <p>Conditions look at the attributes of the touchpoint and, under the names that {@link
 * Question#answerTo} gives, at the answers to earlier questions. A condition that is unknown, such as
 * one about a question that was not answered, does not hold.
 *
 * @param required whether a complete response must answer it whenever it is shown
 * @param requiredWhen what else makes an answer required, or null for nothing
 * @param visibleWhen what must hold for it to be shown, or null for nothing
 * @param next where to go from here, the first that applies; none goes on to the following question
 * @since 0.1
 */
public record QuestionRules(
    boolean required,
    @Nullable Condition requiredWhen,
    @Nullable Condition visibleWhen,
    List<Jump> next) {

  /** The greatest number of jumps from one question. */
  public static final int MAX_JUMPS = 60;

  private static final QuestionRules NONE = new QuestionRules(false, null, null, List.of());

  /** Copies the jumps and checks that each of them can be taken. */
  public QuestionRules {
    next = List.copyOf(next);
    if (next.size() > MAX_JUMPS) {
      throw new IllegalArgumentException(
          "'next' must have at most " + MAX_JUMPS + " jumps, but has " + next.size());
    }
    for (int i = 0; i < next.size() - 1; i++) {
      if (next.get(i).when() instanceof Jump.Always) {
        throw new IllegalArgumentException(
            "'next' must have the jump without a condition at its end, because no later one is taken");
      }
    }
  }

  /** Returns the rules of a question that is always shown, never required, and followed by the next. */
  public static QuestionRules none() {
    return NONE;
  }

  /** Returns these rules with the answer required or not. */
  public QuestionRules withRequired(boolean required) {
    return new QuestionRules(required, requiredWhen, visibleWhen, next);
  }

  /** Returns these rules with the answer required when {@code condition} holds. */
  public QuestionRules withRequiredWhen(Condition condition) {
    return new QuestionRules(required, condition, visibleWhen, next);
  }

  /** Returns these rules for a question that is shown when {@code condition} holds. */
  public QuestionRules withVisibleWhen(Condition condition) {
    return new QuestionRules(required, requiredWhen, condition, next);
  }

  /** Returns these rules with other jumps. */
  public QuestionRules withNext(Jump... jumps) {
    return new QuestionRules(required, requiredWhen, visibleWhen, List.of(jumps));
  }
}
