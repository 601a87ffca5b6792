package io.github.feedback4j.response;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.Attributes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * The two ids of an answer that nobody can bring back to a person, and the little that stands beside it.
 *
 * @param kept the id under which the answer is kept
 * @param recorded the id by which the ledger knows that this response, and no other, answers
 */
record AnonymousAnswer(UUID kept, UUID recorded) {

  // The client's id is 122 random bits that are stored nowhere. Each side keeps a hash of it and of
  // the invitation, and neither can be made of the other without it. Whoever sends the id again, to
  // retry or to change the answer, finds both. The invitation is in the hash so that one id cannot
  // answer two of them.

  /** What may stand beside an anonymous answer; agent and change are one person or a few. */
  private static final List<String> DIMENSIONS =
      List.of("channel", "location", "priority", "service", "sla", "team");

  /** Stands in the place of the event, which the ledger knows too. */
  private static final String EVENT = "feedback4j.anonymous";

  private static final Duration DAY = Duration.ofDays(1);

  /** Returns the ids that are made of the one that the client made, and of the invitation's. */
  static AnonymousAnswer of(UUID response, UUID invitation) {
    return new AnonymousAnswer(
        hash("feedback4j.anonymous.store", response, invitation),
        hash("feedback4j.anonymous.ledger", response, invitation));
  }

  /** Returns a version 8 UUID (RFC 9562) of the first bits of a hash. */
  private static UUID hash(String label, UUID response, UUID invitation) {
    MessageDigest digest = sha256();
    digest.update(label.getBytes(UTF_8));
    digest.update(ByteBuffer.allocate(4 * Long.BYTES)
        .putLong(response.getMostSignificantBits())
        .putLong(response.getLeastSignificantBits())
        .putLong(invitation.getMostSignificantBits())
        .putLong(invitation.getLeastSignificantBits())
        .array());
    ByteBuffer bits = ByteBuffer.wrap(digest.digest());
    return new UUID(
        (bits.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x0000000000008000L,
        (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime does not offer SHA-256", e);
    }
  }

  /** Returns the start of the day of UTC, which is what is kept of a time. */
  static Instant day(Instant time) {
    return time.truncatedTo(ChronoUnit.DAYS);
  }

  /**
   * Returns what is kept of an invitation with its answer: no person, no id, no subject, and no other
   * day than that of the answer. Each answer has a respondent of its own, so as many people are
   * counted as there are answers.
   */
  Invitation keptOf(Invitation invitation, Instant now) {
    return reduced(
        invitation,
        kept,
        new RespondentKey(ContactEvent.NOBODY.value() + "-" + kept),
        now,
        invitation.inclusionProbability(),
        invitation.attributes());
  }

  /** Returns what a sink is told of an invitation, under an id that is used this once. */
  static Invitation toldOf(Invitation invitation, UUID once) {
    return reduced(
        invitation, once, ContactEvent.NOBODY, invitation.invitedAt(), 1, Attributes.none());
  }

  private static Invitation reduced(
      Invitation invitation,
      UUID id,
      RespondentKey nobody,
      Instant at,
      double probability,
      Attributes attributes) {
    Accountability accountable = Accountability.none();
    for (String each : DIMENSIONS) {
      String value = invitation.accountability().get(each);
      accountable = value == null ? accountable : accountable.with(each, value);
    }
    return new Invitation(
        id,
        invitation.survey(),
        invitation.surveyVersion(),
        nobody,
        invitation.isOnDemand() ? Invitation.ON_DEMAND : EVENT,
        null,
        day(at),
        day(at).plus(DAY),
        probability,
        accountable,
        null,
        attributes);
  }
}
