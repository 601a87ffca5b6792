package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Two years of answers, written into the tables without the store, which would take an hour for them: each
 * row as the store writes it, the roll-ups included.
 *
 * <p>It stands in the store's package because rows of a roll-up are nobody else's. Every third response has
 * a comment, of which two thirds mention one or two of ten themes. Two people are invited for each that
 * answers.
 */
@NullMarked
public final class StoredYears {

  /** How many days are filled, the last one before {@code today}. */
  public static final int DAYS = 730;

  private static final int TEAMS = 40;
  private static final int SERVICES_OF_A_TEAM = 3;
  private static final int SERVICES = 30;
  private static final int THEMES = 10;
  private static final int PEOPLE = 50_000;
  private static final int INVITED_FOR_EACH = 2;
  private static final int BATCH = 5_000;
  private static final List<String> CHANNELS = List.of("chat", "phone", "portal", "walk-up");

  private final String survey;
  private final long today;
  private final SplittableRandom random = new SplittableRandom(20261126);
  private long ids;

  // In the order of their first answer, in which a store that has been at work has its rows.
  private final Map<RollUpCell, Sum> ratings = new LinkedHashMap<>();
  private final Map<ContactCell, ContactRollUp.Delta> contacts = new LinkedHashMap<>();

  private static final class Sum {
    private long responses;
    private PersonSketch persons = PersonSketch.none();
  }

  private StoredYears(String survey, long today) {
    this.survey = survey;
    this.today = today;
  }

  /**
   * Writes so many responses to version 1 of a survey with the questions {@code satisfaction} and {@code
   * comment}.
   *
   * @param today the day of UTC after the last one, counted from 1970-01-01
   */
  public static void write(DataSource dataSource, String survey, int responses, long today)
      throws SQLException {
    JdbcSchema.initialize(dataSource);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      new StoredYears(survey, today).write(connection, responses);
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  /** The circumstances of one ticket. */
  private record Circumstances(String team, String service, String channel, String sla) {}

  private Circumstances circumstances() {
    int team = random.nextInt(TEAMS);
    int service = (team * SERVICES_OF_A_TEAM + random.nextInt(SERVICES_OF_A_TEAM)) % SERVICES;
    return new Circumstances(
        "team-" + team,
        "service-" + service,
        CHANNELS.get(random.nextInt(CHANNELS.size())),
        random.nextInt(10) == 0 ? "missed" : "met");
  }

  private void write(Connection connection, int responses) throws SQLException {
    try (PreparedStatement invitation = connection.prepareStatement("""
            INSERT INTO feedback4j_invitation (id, survey, survey_version, respondent, invited_at,
              invited_nano, team, service, channel, sla, shown, answered)
            VALUES (?, ?, 1, ?, ?, 0, ?, ?, ?, ?, ?, ?)""");
        PreparedStatement response = connection.prepareStatement("""
            INSERT INTO feedback4j_response (id, invitation, survey, survey_version, respondent, revision,
              complete, late, answered_at, answered_nano, theme_pack, theme_engine, themes, redactions, event, subject,
              resolution, invited_at, invited_nano, expires_at, expires_nano, probability, team, service,
              channel, sla)
            VALUES (?, ?, ?, 1, ?, 1, TRUE, FALSE, ?, 0, ?, ?, ?, '', 'ticket.closed', ?, 1, ?, 0, ?, 0,
              1, ?, ?, ?, ?)""");
        PreparedStatement answer = connection.prepareStatement("""
            INSERT INTO feedback4j_answer (response, question, place, kind, rating, words, empty_answer)
            VALUES (?, ?, ?, ?, ?, ?, ?)""");
        PreparedStatement tag = connection.prepareStatement("""
            INSERT INTO feedback4j_tag (response, question, place, theme, polarity, score, starts_at, ends_at,
              origin, language, item)
            VALUES (?, 'comment', ?, ?, 'NEGATIVE', -80, 0, 4, 'RULE', 'en', 'slow')""")) {
      for (int i = 0; i < responses; i++) {
        long day = today - DAYS + (long) i * DAYS / responses;
        long second = day * RollUpCell.SECONDS_PER_DAY + random.nextInt(80_000);
        Circumstances about = circumstances();
        RespondentKey person = new RespondentKey("person-" + random.nextInt(PEOPLE));
        UUID invited = id();
        invite(invitation, invited, person, second, about, true);
        for (int more = 1; more < INVITED_FOR_EACH; more++) {
          RespondentKey other = new RespondentKey("person-" + random.nextInt(PEOPLE));
          invite(invitation, id(), other, second, circumstances(), false);
        }
        UUID id = id();
        String themes = null;
        List<String> mentioned = new ArrayList<>();
        if (random.nextInt(3) == 0) {
          int first = random.nextInt(THEMES);
          for (int each = random.nextInt(3); each > 0; each--) {
            mentioned.add("theme-" + (first + each) % THEMES);
          }
          themes = RollUpCell.written(mentioned);
        }
        set(
            response,
            id,
            invited,
            survey,
            person.value(),
            second + 60,
            themes == null ? null : "pack:1:0",
            themes == null ? null : "1",
            themes,
            "INC-" + i,
            second,
            second + 14 * RollUpCell.SECONDS_PER_DAY,
            about.team,
            about.service,
            about.channel,
            about.sla);
        int rating = rating();
        set(answer, id, "satisfaction", 0, "RATING", rating, null, null);
        if (themes != null) {
          set(answer, id, "comment", 1, "TEXT", null, "It was slow, but they were kind.", false);
          for (int each = 0; each < mentioned.size(); each++) {
            set(tag, id, each, mentioned.get(each));
          }
        }
        count(day, about, themes, rating, person);
        if (i % BATCH == BATCH - 1 || i == responses - 1) {
          for (PreparedStatement each : List.of(invitation, response, answer, tag)) {
            each.executeBatch();
          }
          connection.commit();
        }
      }
    }
    writeRollUps(connection);
  }

  private int rating() {
    int draw = random.nextInt(100);
    return draw < 5 ? 1 : draw < 12 ? 2 : draw < 25 ? 3 : draw < 60 ? 4 : 5;
  }

  /** In ascending order, since tables whose keys come in random order take far longer to fill. */
  private UUID id() {
    return new UUID(0x4000L, ++ids);
  }

  private void invite(
      PreparedStatement statement,
      UUID id,
      RespondentKey person,
      long second,
      Circumstances about,
      boolean answered)
      throws SQLException {
    set(
        statement,
        id,
        survey,
        person.value(),
        second,
        about.team,
        about.service,
        about.channel,
        about.sla,
        true,
        answered);
    contacts.merge(
        new ContactCell(survey, second / RollUpCell.SECONDS_PER_DAY, dimensions(about)),
        new ContactRollUp.Delta(1, 1, answered ? 1 : 0, 0),
        ContactRollUp.Delta::plus);
  }

  private static List<@Nullable String> dimensions(Circumstances about) {
    return Arrays.asList(about.team, about.service, about.channel, about.sla);
  }

  private void count(
      long day, Circumstances about, @Nullable String themes, int rating, RespondentKey person) {
    RollUpCell cell = new RollUpCell(
        survey,
        1,
        "satisfaction",
        day,
        about.team,
        about.service,
        about.channel,
        about.sla,
        themes,
        rating,
        1);
    Sum sum = ratings.computeIfAbsent(cell, each -> new Sum());
    sum.responses++;
    sum.persons = sum.persons.with(person);
  }

  private void writeRollUps(Connection connection) throws SQLException {
    try (PreparedStatement rating = connection.prepareStatement("""
            INSERT INTO feedback4j_rating_rollup (cell, survey, survey_version, question, utc_day, team,
              service, channel, sla, themes, rating, probability, counted, responses, persons)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        PreparedStatement contact = connection.prepareStatement("""
            INSERT INTO feedback4j_contact_rollup (cell, survey, utc_day, team, service, channel, sla,
              invited, shown, answered, dismissed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
      int written = 0;
      for (Map.Entry<RollUpCell, Sum> each : ratings.entrySet()) {
        RollUpCell cell = each.getKey();
        set(
            rating,
            cell.key(),
            cell.survey(),
            cell.surveyVersion(),
            cell.question(),
            cell.day(),
            cell.team(),
            cell.service(),
            cell.channel(),
            cell.sla(),
            cell.themes(),
            cell.rating(),
            cell.probability(),
            Counted.packed(cell),
            each.getValue().responses,
            each.getValue().persons.toBytes());
        if (++written % BATCH == 0) {
          rating.executeBatch();
          connection.commit();
        }
      }
      rating.executeBatch();
      for (Map.Entry<ContactCell, ContactRollUp.Delta> each : contacts.entrySet()) {
        ContactCell cell = each.getKey();
        ContactRollUp.Delta counts = each.getValue();
        set(
            contact,
            cell.key(),
            cell.survey(),
            cell.day(),
            cell.dimensions().get(0),
            cell.dimensions().get(1),
            cell.dimensions().get(2),
            cell.dimensions().get(3),
            counts.invited(),
            counts.shown(),
            counts.answered(),
            counts.dismissed());
        if (++written % BATCH == 0) {
          contact.executeBatch();
          connection.commit();
        }
      }
      contact.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }
}
