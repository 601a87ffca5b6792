package io.github.feedback4j.prompt;

/**
 * How often a person has met a survey whose {@linkplain io.github.feedback4j.survey.Display display} is
 * limited; kept for ever, since such a limit has no end.
 *
 * @param invited the number of invitations that were not withdrawn unseen
 * @param shown the number of times on the screen
 * @param answered whether there was an answer
 * @since 0.1
 */
public record Encounters(int invited, int shown, boolean answered) {

  static final Encounters NONE = new Encounters(0, 0, false);

  /** Checks the numbers. */
  public Encounters {
    if (invited < 0 || shown < 0) {
      throw new IllegalArgumentException(
          "encounters must not be negative, but were %d and %d".formatted(invited, shown));
    }
  }

  Encounters plus(Contact contact) {
    if (!contact.countsForRules()) {
      return this;
    }
    return new Encounters(
        invited + (contact.countsAsInvited() ? 1 : 0),
        shown + contact.shows(),
        answered || contact.answeredAt() != null);
  }

  Encounters plusInvited(int more) {
    return new Encounters(Math.max(0, invited + more), shown, answered);
  }

  Encounters plusShown() {
    return new Encounters(invited, shown + 1, answered);
  }

  Encounters withAnswer() {
    return new Encounters(invited, shown, true);
  }
}
