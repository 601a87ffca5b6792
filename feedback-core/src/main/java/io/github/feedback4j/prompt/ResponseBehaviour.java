package io.github.feedback4j.prompt;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a {@link Simulator} assumes of people who are asked: whether they see the question, what they
 * do with it, and how long that takes.
 *
 * <p>Whoever sees a question answers, closes it, says "not now" or "don't ask again", each with a
 * probability; the rest leaves it alone. Who said "not now" or left it alone meets it again later,
 * while the invitation lives. These are assumptions, not findings: put in what your own answers
 * show. Immutable.
 *
 * @since 0.1
 */
public final class ResponseBehaviour {

  private static final ResponseBehaviour DEFAULTS = new ResponseBehaviour(new Parts());

  private final Parts parts;

  private ResponseBehaviour(Parts parts) {
    this.parts = parts;
    check();
  }

  /**
   * A length of time that lies anywhere between two bounds, each part of it as likely as the others.
   *
   * @param least the lower bound, at least zero
   * @param most the upper bound, at least the lower one and at most 365 days
   */
  public record Delay(Duration least, Duration most) {

    private static final Duration LONGEST = Duration.ofDays(365);

    /** Checks the bounds. */
    public Delay {
      if (least.isNegative() || least.compareTo(most) > 0 || most.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a delay must go from at least zero to at most 365 days, but goes from "
                + (least + " to " + most));
      }
    }

    /** Returns a delay that is always the same. */
    public static Delay of(Duration length) {
      return new Delay(length, length);
    }

    /** Returns the length at a position from 0 to 1. */
    Duration at(double position) {
      return least.plusMillis((long) (position * most.minus(least).toMillis()));
    }
  }

  /**
   * Returns the behaviour unless said otherwise: 92 of 100 see the question within two days. Of those
   * 50 % answer, 15 % close it, 8 % say "not now", 1.5 % "don't ask again", and the rest leaves it
   * alone. Who meets a question again does so one to three days later.
   */
  public static ResponseBehaviour defaults() {
    return DEFAULTS;
  }

  /** Returns this behaviour with another probability to see an invitation at all. */
  public ResponseBehaviour withSees(double probability) {
    return change(p -> p.sees = probability);
  }

  /** Returns this behaviour with another probability to answer what is seen. */
  public ResponseBehaviour withAnswers(double probability) {
    return change(p -> p.answers = probability);
  }

  /** Returns this behaviour with another probability to close what is seen. */
  public ResponseBehaviour withDismisses(double probability) {
    return change(p -> p.dismisses = probability);
  }

  /** Returns this behaviour with another probability to say "not now". */
  public ResponseBehaviour withPutsOff(double probability) {
    return change(p -> p.putsOff = probability);
  }

  /** Returns this behaviour with another probability to say "don't ask again". */
  public ResponseBehaviour withOptsOut(double probability) {
    return change(p -> p.optsOut = probability);
  }

  /** Returns this behaviour with another time from the invitation until it is seen. */
  public ResponseBehaviour withUntilSeen(Delay delay) {
    return change(p -> p.untilSeen = delay);
  }

  /** Returns this behaviour with another time from seeing a question until something is done. */
  public ResponseBehaviour withUntilReaction(Delay delay) {
    return change(p -> p.untilReaction = delay);
  }

  /**
   * Returns this behaviour with another time until a question is met again: after "not now" is over,
   * or after it was left alone; at least {@link Contact#SHOW_LENGTH}.
   */
  public ResponseBehaviour withUntilReturn(Delay delay) {
    return change(p -> p.untilReturn = delay);
  }

  /** Returns the probability to see an invitation at all. */
  public double sees() {
    return parts.sees;
  }

  /** Returns the probability to answer what is seen. */
  public double answers() {
    return parts.answers;
  }

  /** Returns the probability to close what is seen. */
  public double dismisses() {
    return parts.dismisses;
  }

  /** Returns the probability to say "not now". */
  public double putsOff() {
    return parts.putsOff;
  }

  /** Returns the probability to say "don't ask again". */
  public double optsOut() {
    return parts.optsOut;
  }

  /** Returns the probability to leave alone what is seen: what the others leave over. */
  public double ignores() {
    return Math.max(0, 1 - reactions());
  }

  /** Returns the time from the invitation until it is seen. */
  public Delay untilSeen() {
    return parts.untilSeen;
  }

  /** Returns the time from seeing a question until something is done. */
  public Delay untilReaction() {
    return parts.untilReaction;
  }

  /** Returns the time until a question is met again. */
  public Delay untilReturn() {
    return parts.untilReturn;
  }

  private double reactions() {
    return parts.answers + parts.dismisses + parts.putsOff + parts.optsOut;
  }

  private ResponseBehaviour change(Consumer<Parts> change) {
    Parts copy = new Parts(parts);
    change.accept(copy);
    return new ResponseBehaviour(copy);
  }

  private void check() {
    require("sees", parts.sees);
    require("answers", parts.answers);
    require("dismisses", parts.dismisses);
    require("putsOff", parts.putsOff);
    require("optsOut", parts.optsOut);
    // A little more than 1, because 0.1 and its friends add up to that.
    if (reactions() > 1 + 1e-9) {
      throw new IllegalArgumentException(
          "answers, dismisses, putsOff and optsOut must add up to at most 1, but add up to "
              + reactions());
    }
    if (parts.untilReturn.least().compareTo(Contact.SHOW_LENGTH) < 0) {
      throw new IllegalArgumentException("untilReturn must be at least " + Contact.SHOW_LENGTH
          + ", one visit, but was " + parts.untilReturn.least());
    }
  }

  private static void require(String name, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(name + " must be between 0 and 1, but was " + probability);
    }
  }

  @Override
  public String toString() {
    return "ResponseBehaviour[sees %s, answers %s, dismisses %s, putsOff %s, optsOut %s]"
        .formatted(parts.sees, parts.answers, parts.dismisses, parts.putsOff, parts.optsOut);
  }

  /** The parts of a behaviour while it is being put together; never shared afterwards. */
  private static final class Parts {
    double sees = 0.92;
    double answers = 0.5;
    double dismisses = 0.15;
    double putsOff = 0.08;
    double optsOut = 0.015;
    Delay untilSeen = new Delay(Duration.ofMinutes(1), Duration.ofDays(2));
    Delay untilReaction = new Delay(Duration.ofSeconds(15), Duration.ofMinutes(4));
    Delay untilReturn = new Delay(Duration.ofDays(1), Duration.ofDays(3));

    Parts() {}

    Parts(Parts other) {
      sees = other.sees;
      answers = other.answers;
      dismisses = other.dismisses;
      putsOff = other.putsOff;
      optsOut = other.optsOut;
      untilSeen = other.untilSeen;
      untilReaction = other.untilReaction;
      untilReturn = other.untilReturn;
    }
  }
}
