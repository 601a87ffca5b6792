package io.github.feedback4j.survey;

import org.jspecify.annotations.Nullable;

/**
 * The event that makes a survey a candidate, and what must be true of it.
 *
 * @param event the name of the event, such as {@code ticket.closed}
 * @param when what must hold of the touchpoint's attributes, or null for every such event
 * @since 0.1
 */
public record Trigger(String event, @Nullable Condition when) {

  /** What the names of events begin with that no application reports and no trigger waits for. */
  public static final String RESERVED = "feedback4j.";

  /** Checks the name of the event. */
  public Trigger {
    Ids.requireName("event", event);
    if (event.startsWith(RESERVED)) {
      throw new IllegalArgumentException(
          "event must not begin with '%s', which is ours, but was '%s'; for an entry that people open themselves write onDemand: true"
              .formatted(RESERVED, event));
    }
  }

  /** Returns a trigger for every event of this name. */
  public static Trigger on(String event) {
    return new Trigger(event, null);
  }

  /** Returns this trigger for events whose attributes satisfy {@code condition}. */
  public Trigger when(Condition condition) {
    return new Trigger(event, condition);
  }
}
