package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.WireEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as {@code feedback-core} does, and keeps of each event what a figure needs: no texts, no themes.
 *
 * <p>Contacts and definitions of surveys are passed over.
 */
final class EventParser implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  static final String RESPONSE = "response";
  static final String ERASURE = "erasure";
  static final String UNREADABLE = "unreadable";

  private static final StructType INSTANT = new StructType()
      .add("second", DataTypes.LongType, false)
      .add("nano", DataTypes.IntegerType, false);

  private static final StructType GROUP = new StructType()
      .add("table", DataTypes.StringType, false)
      .add("value", DataTypes.StringType, false);

  private static final StructType RATING = new StructType()
      .add("question", DataTypes.StringType, false)
      .add("rating", DataTypes.IntegerType, false);

  /**
   * What is kept of an event. {@code at} is the time of the answer or of the erasure; {@code code} says why an event is in
   * no figure, and is null for those that nothing speaks against so far.
   */
  static final StructType EVENT = new StructType()
      .add("source", DataTypes.StringType, false)
      .add("id", DataTypes.StringType, false)
      .add("at", INSTANT)
      .add("kind", DataTypes.StringType, false)
      .add("code", DataTypes.StringType)
      .add("detail", DataTypes.StringType)
      .add("file", DataTypes.StringType)
      .add("start", DataTypes.LongType)
      .add("line", DataTypes.LongType)
      .add("respondent", DataTypes.StringType)
      .add("response", DataTypes.StringType)
      .add("revision", DataTypes.IntegerType)
      .add("invitation", DataTypes.StringType)
      .add("survey", DataTypes.StringType)
      .add("probability", DataTypes.DoubleType)
      .add("groups", DataTypes.createArrayType(GROUP, false))
      .add("ratings", DataTypes.createArrayType(RATING, false));

  private final KnownSurveys surveys;
  private final Asked asked;
  private final Instant now;

  /**
   * Creates a parser.
   *
   * @param now no erasure takes what is said later, whatever the clock of its sender says
   */
  EventParser(KnownSurveys surveys, Asked asked, Instant now) {
    this.surveys = surveys;
    this.asked = asked;
    this.now = now;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    Iterator<EventLine> lines = EventFiles.lines(rows);
    return new Iterator<>() {
      private @Nullable Row next;

      @Override
      public boolean hasNext() {
        while (next == null && lines.hasNext()) {
          next = parse(lines.next());
        }
        return next != null;
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Row row = Objects.requireNonNull(next);
        next = null;
        return row;
      }
    };
  }

  private @Nullable Row parse(EventLine line) {
    ReadEvent read = line.read();
    if (read instanceof ReadEvent.Unreadable unreadable) {
      return unreadable(line, unreadable);
    }
    WireEvent event = ((ReadEvent.Readable) read).event();
    if (event.data() instanceof ResponseAccepted accepted) {
      return response(event, accepted.response());
    }
    return event.data() instanceof RespondentErased erased
        ? erasure(event, erased.respondent())
        : null;
  }

  /** Its place stands for its id, so that two of them are never taken for one. */
  private static Row unreadable(EventLine line, ReadEvent.Unreadable unreadable) {
    String detail = unreadable.id() == null
        ? unreadable.detail()
        : "event %s: %s".formatted(unreadable.id(), unreadable.detail());
    return row(
        "",
        "%s %d %d".formatted(line.file(), line.start(), line.number()),
        null,
        UNREADABLE,
        unreadable.code(),
        detail,
        line.file(),
        line.start(),
        line.number());
  }

  private Row erasure(WireEvent event, RespondentKey respondent) {
    boolean isNobody = respondent.value().startsWith(ContactEvent.NOBODY.value());
    return row(
        event.source().toString(),
        event.id().toString(),
        instant(event.time().isAfter(now) ? now : event.time()),
        ERASURE,
        isNobody ? "not-valid" : null,
        isNobody ? "answers to anonymous surveys are nobody's, who cannot be erased" : null,
        null,
        null,
        null,
        respondent.value());
  }

  private Row response(WireEvent event, AcceptedResponse response) {
    Invitation invitation = response.invitation();
    KnownSurveys.Refusal refusal = surveys.refusal(response);
    List<Row> ratings = new ArrayList<>();
    if (refusal == null && asked.contains(response.answeredAt())) {
      surveys
          .counted(response)
          .forEach(each -> ratings.add(RowFactory.create(each.question(), each.value())));
    }
    return row(
        event.source().toString(),
        event.id().toString(),
        instant(response.answeredAt()),
        RESPONSE,
        refusal == null ? null : refusal.code(),
        refusal == null ? null : refusal.detail(),
        null,
        null,
        null,
        invitation.respondent().value(),
        response.id().toString(),
        response.revision(),
        invitation.id().toString(),
        invitation.survey(),
        invitation.inclusionProbability(),
        ratings.isEmpty() ? new Row[0] : groups(response),
        ratings.toArray(Row[]::new));
  }

  /** Returns in which row of which table an answer is, the table of all answers included. */
  private Row[] groups(AcceptedResponse response) {
    List<Row> groups = new ArrayList<>();
    groups.add(RowFactory.create(QuestionScores.ALL, ""));
    for (String each : asked.tables()) {
      String value = each.equals(Asked.PERIOD)
          ? asked.period(response.answeredAt())
          : response.invitation().accountability().get(each);
      groups.add(RowFactory.create(each, value == null ? "" : value));
    }
    return groups.toArray(Row[]::new);
  }

  private static Row instant(Instant time) {
    return RowFactory.create(time.getEpochSecond(), time.getNano());
  }

  private static Row row(@Nullable Object... values) {
    return RowFactory.create(Arrays.copyOf(values, EVENT.size()));
  }
}
