package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.SurveyCatalog;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Replays touchpoints through the real engine, before anybody is asked: who would be asked how often
 * under these surveys and this policy, and what that is likely to bring.
 *
 * <p>Decisions are those of {@link PromptEngine} on an empty in-memory ledger, at the times of the
 * touchpoints. What people do with a question is assumed, see {@link ResponseBehaviour}: drawn for
 * each invitation from the seed, the person, the survey and the subject alone. The same seed gives
 * the same report on every JDK, and two reports that differ in a rule differ because of that rule,
 * not because of the dice. A visit of a person is a touchpoint of theirs: where a survey defers,
 * what waits for the person is presented then.
 *
 * <p>Immutable; may be run any number of times. A run holds the history of each person, not the
 * touchpoints.
 *
 * @since 0.1
 */
public final class Simulator {

  /** The greatest number of people unless said otherwise. */
  public static final int DEFAULT_MAX_PEOPLE = 2_000_000;

  private final Parts parts;

  private Simulator(Parts parts) {
    this.parts = parts;
  }

  /** Is told of each decision of a replay, in the order of time. */
  @FunctionalInterface
  public interface Listener {

    /** Learns what was decided about a touchpoint. */
    void decided(TimedTouchpoint touchpoint, Decision decision);
  }

  /** Returns a simulator of these surveys under this policy. */
  public static Simulator of(SurveyCatalog catalog, Policy policy) {
    return new Simulator(new Parts(catalog, policy));
  }

  /** Returns this simulator with another policy. */
  public Simulator withPolicy(Policy policy) {
    return change(p -> p.policy = policy);
  }

  /** Returns this simulator with the same behaviour of everybody. */
  public Simulator withBehaviour(ResponseBehaviour behaviour) {
    return withBehaviour(invitation -> behaviour);
  }

  /**
   * Returns this simulator with a behaviour that depends on the invitation, such as on its survey or
   * team; the function must give equal invitations equal behaviours.
   */
  public Simulator withBehaviour(Function<? super Invitation, ResponseBehaviour> behaviour) {
    return change(p -> p.behaviour = behaviour);
  }

  /** Returns this simulator with other dice for what people do; decisions do not depend on it. */
  public Simulator withSeed(long seed) {
    return change(p -> p.seed = seed);
  }

  /**
   * Returns this simulator with events that ask nobody but void open invitations about their subject,
   * such as {@code ticket.reopened}; none unless said.
   */
  public Simulator withCancelling(Set<String> events) {
    Set<String> copy = Set.copyOf(events);
    return change(p -> p.cancelling = copy);
  }

  /**
   * Returns this simulator with the pseudonyms of an application, so that sampling draws the same
   * people as there; they are made with a fixed key unless said.
   */
  public Simulator withPseudonymizer(Pseudonymizer pseudonymizer) {
    return change(p -> p.pseudonymizer = pseudonymizer);
  }

  /** Returns this simulator with the zone in which weeks begin; UTC unless said. */
  public Simulator withZone(ZoneId zone) {
    return change(p -> p.zone = zone);
  }

  /**
   * Returns this simulator with room for this many people; a replay with more is refused.
   *
   * @param people at least 1; each takes some 200 bytes, and each of their questions some 500
   */
  public Simulator withMaxPeople(int people) {
    if (people < 1) {
      throw new IllegalArgumentException("maxPeople must be at least 1, but was " + people);
    }
    return change(p -> p.maxPeople = people);
  }

  /**
   * Replays the touchpoints, then lets the last questions find their end.
   *
   * @param touchpoints in the order of time
   * @throws IllegalArgumentException if a touchpoint is earlier than the one before it
   * @throws IllegalStateException if there are more people than there is room for
   */
  public FatigueReport run(Iterator<TimedTouchpoint> touchpoints) {
    return run(touchpoints, (touchpoint, decision) -> {});
  }

  /** Replays the touchpoints like {@link #run(Iterator)} and tells of each decision. */
  public FatigueReport run(Iterator<TimedTouchpoint> touchpoints, Listener listener) {
    return new Simulation(parts, listener).run(touchpoints);
  }

  private Simulator change(Consumer<Parts> change) {
    Parts copy = new Parts(parts);
    change.accept(copy);
    return new Simulator(copy);
  }

  /** The parts of a simulator while it is being put together; never changed afterwards. */
  static final class Parts {
    final SurveyCatalog catalog;
    Policy policy;
    Function<? super Invitation, ResponseBehaviour> behaviour =
        invitation -> ResponseBehaviour.defaults();
    long seed = 1;
    Set<String> cancelling = Set.of();
    // No secret: nothing of a simulation is kept, and a fixed key draws the same sample each time.
    Pseudonymizer pseudonymizer =
        Pseudonymizer.hmacSha256("feedback4j.simulator".getBytes(StandardCharsets.UTF_8));
    ZoneId zone = ZoneOffset.UTC;
    int maxPeople = DEFAULT_MAX_PEOPLE;

    Parts(SurveyCatalog catalog, Policy policy) {
      this.catalog = catalog;
      this.policy = policy;
    }

    Parts(Parts other) {
      this(other.catalog, other.policy);
      behaviour = other.behaviour;
      seed = other.seed;
      cancelling = other.cancelling;
      pseudonymizer = other.pseudonymizer;
      zone = other.zone;
      maxPeople = other.maxPeople;
    }
  }
}
