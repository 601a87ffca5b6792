package io.github.feedback4j.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances under which ratings count as the same in the roll-up.
 *
 * <p>Agent and change are left out: there are so many of them that hardly two responses would share a
 * cell.
 *
 * @param survey the {@linkplain Series name} under which the survey is counted
 * @param day the day of the answer in UTC, counted from 1970-01-01
 */
record RollUpCell(
    String survey,
    int surveyVersion,
    String question,
    long day,
    @Nullable String team,
    @Nullable String service,
    @Nullable String channel,
    @Nullable String location,
    @Nullable String priority,
    @Nullable String sla,
    int rating,
    double probability) {

  static final List<String> DIMENSIONS =
      List.of("team", "service", "channel", "location", "priority", "sla");

  static final long SECONDS_PER_DAY = 86_400;

  /** Returns the cells in which a response counts, one for each rating. */
  static List<RollUpCell> of(AcceptedResponse response) {
    Invitation invitation = response.invitation();
    Accountability accountable = invitation.accountability();
    long day = Math.floorDiv(response.answeredAt().getEpochSecond(), SECONDS_PER_DAY);
    List<RollUpCell> cells = new ArrayList<>();
    for (Answer each : response.answers()) {
      if (each instanceof Answer.Rating rating) {
        cells.add(new RollUpCell(
            Series.of(invitation),
            invitation.surveyVersion(),
            rating.question(),
            day,
            accountable.get("team"),
            accountable.get("service"),
            accountable.get("channel"),
            accountable.get("location"),
            accountable.get("priority"),
            accountable.get("sla"),
            rating.value(),
            invitation.inclusionProbability()));
      }
    }
    return cells;
  }

  /** Returns a hash of all of it, the same on every node and in every version. */
  byte[] key() {
    MessageDigest digest = sha256();
    update(digest, survey);
    update(digest, question);
    digest.update(ByteBuffer.allocate(Integer.BYTES * 2 + Long.BYTES + Double.BYTES)
        .putInt(surveyVersion)
        .putInt(rating)
        .putLong(day)
        .putDouble(probability)
        .array());
    for (String each : new @Nullable String[] {team, service, channel, location, priority, sla}) {
      update(digest, each);
    }
    return digest.digest();
  }

  private static void update(MessageDigest digest, @Nullable String text) {
    String stored = StoredText.toStored(text);
    byte[] bytes = stored == null ? new byte[0] : stored.getBytes(UTF_8);
    int length = stored == null ? -1 : bytes.length;
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime does not offer SHA-256", e);
    }
  }
}
