package io.github.feedback4j.prompt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /** Do not ask. Immutable; two are equal if all that they say is. */
  final class Skip implements Decision {

    private static final long NEVER = Long.MIN_VALUE;

    private final SkipReason reason;
    private final @Nullable String survey;
    private final String rule;

    // Two numbers in the place of an Instant: a skip is what most decisions are, and this halves
    // it.
    private final long eligibleSecond;
    private final int eligibleNano;

    /**
     * Makes a decision not to ask.
     *
     * @param reason why not
     * @param survey the key of the survey that came furthest, or null if none waits for the event
     * @param rule the rule that decided, as the definition writes it
     * @param eligibleAt when time alone will have cured it, or null if it will not
     */
    public Skip(
        SkipReason reason, @Nullable String survey, String rule, @Nullable Instant eligibleAt) {
      this.reason = reason;
      this.survey = survey;
      this.rule = rule;
      this.eligibleSecond = eligibleAt == null ? NEVER : eligibleAt.getEpochSecond();
      this.eligibleNano = eligibleAt == null ? 0 : eligibleAt.getNano();
    }

    /** Makes a decision that time cures at {@code eligibleAt}, in nanoseconds since 1970. */
    Skip(SkipReason reason, String survey, String rule, long eligibleAt) {
      this.reason = reason;
      this.survey = survey;
      this.rule = rule;
      this.eligibleSecond = Math.floorDiv(eligibleAt, 1_000_000_000L);
      this.eligibleNano = Math.floorMod(eligibleAt, 1_000_000_000);
    }

    /** Returns why nobody is asked. */
    public SkipReason reason() {
      return reason;
    }

    /** Returns the key of the survey that came furthest, or null if none waits for the event. */
    public @Nullable String survey() {
      return survey;
    }

    /** Returns the rule that decided, as the definition writes it. */
    public String rule() {
      return rule;
    }

    /** Returns when time alone will have cured it, or null if it will not. */
    public @Nullable Instant eligibleAt() {
      return eligibleSecond == NEVER ? null : Instant.ofEpochSecond(eligibleSecond, eligibleNano);
    }

    @Override
    public <T> T fold(
        Function<? super Ask, ? extends T> ask, Function<? super Skip, ? extends T> skip) {
      return skip.apply(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Skip that
          && reason == that.reason
          && Objects.equals(survey, that.survey)
          && rule.equals(that.rule)
          && eligibleSecond == that.eligibleSecond
          && eligibleNano == that.eligibleNano;
    }

    @Override
    public int hashCode() {
      return Objects.hash(reason, survey, rule, eligibleSecond, eligibleNano);
    }

    @Override
    public String toString() {
      return "Skip[reason=%s, survey=%s, rule=%s, eligibleAt=%s]"
          .formatted(reason, survey, rule, eligibleAt());
    }
  }
}
