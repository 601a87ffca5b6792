package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagged;
import io.github.feedback4j.theme.PackStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps responses in a database, with a daily roll-up of their ratings that is always exact.
 *
 * <p>A response, its answers, its tags and its share of the roll-up are one transaction: what
 * {@link #append} has returned {@code STORED} for is as durable as the database makes a commit, and
 * what it has thrown for is not there, unless the connection broke during the commit. Sending it
 * again is right in either case. Safe for use by several threads and by several nodes; each call
 * borrows a connection and blocks for as long as the database does. Trouble is a {@link
 * StoreException}.
 *
 * @since 0.1
 */
public final class JdbcResponseStore implements ResponseStore {

  // Invariant: a row of the roll-up counts exactly the ratings of its cell among the answers, and
  // there is no row that counts none.
  //
  // Whoever changes a response holds its row: the one who inserted it until the commit, all others
  // by SELECT … FOR UPDATE, several of them in the order of their ids. Only then is it read what
  // the old contribution was, so nobody takes out what another transaction is about to change. Then
  // come the rows of invitations, in the same order, and last those of both roll-ups, in the order
  // of their keys. JdbcInbox does so for many responses at once.

  private final Database database;
  private final PackStore packs;

  /** Creates a store over the tables with the {@linkplain JdbcSchema#DEFAULT_PREFIX usual prefix}. */
  public JdbcResponseStore(DataSource dataSource) {
    this(dataSource, JdbcSchema.DEFAULT_PREFIX);
  }

  /**
   * Creates a store; connects to nothing before the first call.
   *
   * @param dataSource where connections come from; it stays yours to close
   * @param prefix what the names of the tables start with
   * @throws IllegalArgumentException if the prefix is ill-formed
   */
  public JdbcResponseStore(DataSource dataSource, String prefix) {
    this.database = new Database(dataSource, prefix);
    this.packs = new JdbcPackStore(database);
  }

  @Override
  public Kept append(AcceptedResponse response) {
    return database.transaction("keep a response", session -> append(session, response));
  }

  private static Kept append(Session session, AcceptedResponse response) throws SQLException {
    RollUp rollUp = new RollUp();
    if (ResponseWriter.insert(session, response)) {
      rollUp.add(response);
      rollUp.write(session);
      return Kept.STORED;
    }
    Held held = session.first(
        "SELECT invitation, revision FROM ${prefix}response WHERE id = ? FOR UPDATE",
        row -> new Held(row.id("invitation"), row.integer("revision")),
        response.id());
    if (held == null) {
      return otherResponse(session, response);
    }
    if (!held.invitation.equals(response.invitation().id())) {
      return Kept.OTHER_RESPONSE;
    }
    if (held.revision >= response.revision()) {
      return Kept.DUPLICATE;
    }
    AcceptedResponse previous = ResponseRows.find(session, response.id());
    if (previous == null) {
      throw lostRace();
    }
    AcceptedResponse kept = response.withCorrectionsOf(previous);
    ResponseWriter.replace(session, List.of(kept));
    rollUp.replace(previous, kept);
    rollUp.write(session);
    return Kept.UPDATED;
  }

  /** What tells whether a response may take the place of the one that is there. */
  private record Held(UUID invitation, int revision) {}

  private static Kept otherResponse(Session session, AcceptedResponse response)
      throws SQLException {
    UUID other = session.first(
        "SELECT id FROM ${prefix}response WHERE invitation = ?",
        row -> row.id("id"),
        response.invitation().id());
    if (other == null) {
      // What was in the way has been erased since.
      throw lostRace();
    }
    return Kept.OTHER_RESPONSE;
  }

  private static SQLException lostRace() {
    return new SQLException("a response was erased meanwhile", "40001");
  }

  @Override
  public void record(ContactEvent event) {
    database.transaction("record a contact", session -> {
      ContactRollUp rollUp = new ContactRollUp();
      Journeys.record(session, List.of(event), Map.of(), rollUp);
      rollUp.write(session);
      return event;
    });
  }

  @Override
  public @Nullable AcceptedResponse find(UUID id) {
    return database.<@Nullable AcceptedResponse>statement(
        "find a response", session -> ResponseRows.find(session, id));
  }

  @Override
  public List<AcceptedResponse> newest(ResponseFilter filter, int limit) {
    return newest(Conditions.ofResponses(filter), limit);
  }

  @Override
  public List<AcceptedResponse> comments(CommentFilter filter, int limit) {
    return newest(ResponseRows.comments(filter), limit);
  }

  private List<AcceptedResponse> newest(Conditions where, int limit) {
    requireLimit(limit);
    return database.statement(
        "list responses", session -> ResponseRows.newest(session, where, limit));
  }

  private static void requireLimit(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but was " + limit);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Whole days in UTC are counted from the roll-up, the parts of days at both ends of the window
   * from the answers, and so is everything if the filter names agent, change, location or priority.
   */
  @Override
  public List<RatingCount> ratings(ResponseFilter filter, String question) {
    return database.statement(
        "count ratings", session -> RatingQuery.all(session, filter, question));
  }

  /**
   * {@inheritDoc}
   *
   * <p>They are counted as in {@link #ratings}.
   */
  @Override
  public List<RatingGroup> ratingsBy(ResponseFilter filter, String question, Breakdown breakdown) {
    return database.statement(
        "count ratings by " + breakdown.dimensions(),
        session -> RatingQuery.groups(session, filter, question, breakdown));
  }

  /**
   * {@inheritDoc}
   *
   * <p>They are counted from the answers, so this takes as long as it takes to read those with a comment.
   */
  @Override
  public List<RatingGroup> ratingsByThemes(ResponseFilter filter, String question) {
    return database.statement(
        "count ratings by themes", session -> RatingQuery.byThemes(session, filter, question));
  }

  @Override
  public long count(RetagFilter filter) {
    return database.statement("count outdated tags", session -> Retags.count(session, filter));
  }

  @Override
  public Retagged retag(RetagFilter filter, int limit, UnaryOperator<AcceptedResponse> tagger) {
    Retagged.requireBatch(limit);
    return database.transaction(
        "tag responses again", session -> Retags.run(session, filter, limit, tagger));
  }

  @Override
  public Retagged.@Nullable Change retag(UUID id, UnaryOperator<AcceptedResponse> tagger) {
    return database.<Retagged.@Nullable Change>transaction(
        "tag a response again", session -> Retags.one(session, id, tagger));
  }

  @Override
  public ContactCounts contacts(ResponseFilter filter) {
    return database.statement("count contacts", session -> Journeys.count(session, filter));
  }

  @Override
  public PackStore packs() {
    return packs;
  }

  @Override
  public int count(RespondentKey respondent) {
    Integer found = database.<@Nullable Integer>statement(
        "count a person's responses",
        session -> session.first(
            "SELECT COUNT(*) AS found FROM ${prefix}response WHERE respondent = ?",
            row -> row.integer("found"),
            respondent.value()));
    return found == null ? 0 : found;
  }

  @Override
  public int erase(RespondentKey respondent) {
    return database.transaction("erase a person", session -> {
      List<UUID> held = session.query(
          "SELECT id FROM ${prefix}response WHERE respondent = ? ORDER BY id FOR UPDATE",
          row -> row.id("id"),
          respondent.value());
      List<AcceptedResponse> responses = ResponseRows.find(session, held);
      RollUp rollUp = new RollUp();
      responses.forEach(rollUp::takeOut);
      ResponseWriter.delete(session, responses);
      ContactRollUp contacts = new ContactRollUp();
      Journeys.erase(session, respondent, contacts);
      rollUp.write(session);
      contacts.write(session);
      return held.size();
    });
  }
}
