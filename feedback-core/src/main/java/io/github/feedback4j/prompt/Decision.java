package io.github.feedback4j.prompt;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "may we ask now?".
 *
 * @since 0.1
 */
public sealed interface Decision {

  /** Returns what the function for this kind of decision returns. */
  <T> T fold(Function<? super Ask, ? extends T> ask, Function<? super Skip, ? extends T> skip);

  /**
   * Ask.
   *
   * @param invitation what to show and to answer
   * @param again whether the invitation was made earlier and is presented once more
   * @param exemptions the rules of the policy that would have stopped this survey if it were not
   *     exempt from them, as the policy writes them
   */
  record Ask(Invitation invitation, boolean again, List<String> exemptions) implements Decision {

    /** Copies the list. */
    public Ask {
      exemptions = List.copyOf(exemptions);
    }

    /** Makes a decision that rests on no exemption. */
    public Ask(Invitation invitation, boolean again) {
      this(invitation, again, List.of());
    }

    @Override
    public <T> T fold(
        Function<? super Ask, ? extends T> ask, Function<? super Skip, ? extends T> skip) {
      return ask.apply(this);
    }
  }

  /**
   * Do not ask.
   *
   * @param reason why not
   * @param survey the key of the survey that came furthest, or null if none waits for the event
   * @param rule the rule that decided, as the definition writes it
   * @param eligibleAt when time alone will have cured it, or null if it will not
   */
  record Skip(
      SkipReason reason,
      @Nullable String survey,
      String rule,
      @Nullable Instant eligibleAt) implements Decision {
    @Override
    public <T> T fold(
        Function<? super Ask, ? extends T> ask, Function<? super Skip, ? extends T> skip) {
      return skip.apply(this);
    }
  }
}
