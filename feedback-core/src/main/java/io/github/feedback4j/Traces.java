package io.github.feedback4j;

import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactHistory;
import io.github.feedback4j.prompt.Outcome;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one person, for that person to see: everything that {@link Feedback#erase} removes.
 *
 * @param history the contacts, and whether the person opted out
 * @param responses how many responses are kept here, or empty if they go to a remote sink
 * @since 0.1
 */
public record Traces(ContactHistory history, OptionalInt responses) {

  /** Returns since when the person is not asked by any survey, or null if they may be. */
  public @Nullable Instant optedOutAt() {
    return history.optedOutAt();
  }

  /** Returns how many invitations the person got at {@code since} or later. */
  public int asked(Instant since) {
    return (int) history.contacts().stream()
        .filter(Contact::countsAsInvited)
        .filter(each -> !each.invitation().invitedAt().isBefore(since))
        .count();
  }

  /** Returns how many of these invitations were answered, at least in part. */
  public int answered(Instant since) {
    return (int) history.contacts().stream()
        .filter(each -> each.outcome() == Outcome.ANSWERED)
        .filter(each -> !each.invitation().invitedAt().isBefore(since))
        .count();
  }

  /** Returns whether nothing at all is kept, as far as can be seen from here. */
  public boolean isEmpty() {
    return history.equals(ContactHistory.EMPTY) && responses.orElse(0) == 0;
  }
}
