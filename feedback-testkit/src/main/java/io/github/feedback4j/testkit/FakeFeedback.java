package io.github.feedback4j.testkit;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.InMemoryLedger;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.Survey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A {@link Feedback} for the tests of an application: the real rules, in memory, on a clock that the
 * test moves.
 *
 * <p>It starts at 2026-01-05T08:00:00Z, a Monday, has no contact policy unless given one, and makes
 * the same invitation ids in every run.
 *
 * @since 0.1
 */
public final class FakeFeedback implements AutoCloseable {

  private final SettableTime time = SettableTime.at("2026-01-05T08:00:00Z");
  private final RecordingStore store = new RecordingStore();
  private final InMemoryLedger ledger = new InMemoryLedger(10_000, time);
  private final Feedback feedback;

  private FakeFeedback(long seed, ContactRules policy, List<Survey> surveys) {
    feedback = Feedback.builder()
        .surveys(surveys)
        .policy(policy)
        .ledger(ledger)
        .store(store)
        .time(time)
        .pseudonymKey("a key for tests only".getBytes(StandardCharsets.UTF_8))
        .random(new SplittableRandom(seed))
        .build();
  }

  /** Returns a fake with these surveys and no contact policy. */
  public static FakeFeedback of(Survey... surveys) {
    return of(ContactRules.none(), surveys);
  }

  /** Returns a fake with these surveys and a contact policy. */
  public static FakeFeedback of(ContactRules policy, Survey... surveys) {
    return seeded(42, policy, surveys);
  }

  /** Returns a fake whose invitation ids are those of {@code seed}, unlike those of other seeds. */
  public static FakeFeedback seeded(long seed, ContactRules policy, Survey... surveys) {
    return new FakeFeedback(seed, policy, List.of(surveys));
  }

  /** Returns what the code under test is given. */
  public Feedback feedback() {
    return feedback;
  }

  /** Returns the clock of every decision. */
  public SettableTime time() {
    return time;
  }

  /** Returns the store, which remembers every call and can be broken. */
  public RecordingStore store() {
    return store;
  }

  /** Returns the ledger. */
  public InMemoryLedger ledger() {
    return ledger;
  }

  /** Returns the responses that were accepted, in order. */
  public List<AcceptedResponse> responses() {
    return store.responses();
  }

  /**
   * Asks, and returns the invitation.
   *
   * @throws AssertionError with the explanation of every gate if the decision is to skip
   */
  public Invitation invite(Touchpoint touchpoint) {
    Decision decision = feedback.ask(touchpoint);
    return decision.fold(ask -> ask.invitation(), skip -> {
      throw new AssertionError(
          "expected to ask, but: " + skip + "\n" + feedback.explain(touchpoint));
    });
  }

  @Override
  public void close() {
    feedback.close();
  }
}
