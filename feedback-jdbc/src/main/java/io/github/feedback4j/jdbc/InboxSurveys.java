package io.github.feedback4j.jdbc;

import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.survey.SurveyRegistry.Registration;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The surveys that a batch may be about: those of the collector itself, then the registered ones. */
final class InboxSurveys {

  /** Registered surveys that were read already; good for one state of the registry. */
  private record Read(long revision, Map<SurveyVersion, Survey> surveys) {}

  private final JdbcInbox.OwnSurveys own;
  private final JdbcSurveyRegistry registry;
  private volatile Read read = new Read(-1, Map.of());

  InboxSurveys(JdbcInbox.OwnSurveys own, JdbcSurveyRegistry registry) {
    this.own = own;
    this.registry = registry;
  }

  /**
   * Returns the surveys as one transaction sees them, what it registers itself included; it has registered
   * nothing yet.
   */
  Seen seenBy(Session session) throws SQLException {
    long revision = JdbcSurveyRegistry.revision(session);
    Read last = read;
    if (last.revision != revision) {
      last = new Read(revision, new ConcurrentHashMap<>());
      read = last;
    }
    return new Seen(session, last.surveys);
  }

  /** Returns the same without remembering anything, for a transaction that may have registered a survey. */
  Seen seenAgainBy(Session session) {
    return new Seen(session, new HashMap<>());
  }

  /** What one transaction sees; its own registrations are not shared, because they may be undone. */
  final class Seen {

    private final Session session;
    private final Map<SurveyVersion, Survey> shared;
    private final Map<SurveyVersion, Survey> registered = new HashMap<>();

    private Seen(Session session, Map<SurveyVersion, Survey> shared) {
      this.session = session;
      this.shared = shared;
    }

    /** Returns a version of a survey, or null if nobody knows it. */
    @Nullable
    Survey find(SurveyVersion wanted) throws SQLException {
      Survey known = own.find(wanted.key(), wanted.version());
      if (known == null) {
        known = registered.get(wanted);
      }
      if (known == null) {
        known = shared.get(wanted);
      }
      if (known == null) {
        known = registry.find(session, wanted.key(), wanted.version());
        if (known != null) {
          shared.put(wanted, known);
        }
      }
      return known;
    }

    /** Returns what was registered by this transaction. */
    Set<SurveyVersion> registered() {
      return registered.keySet();
    }

    Arrival register(Survey survey, String source) throws SQLException {
      SurveyVersion version = SurveyVersion.of(survey);
      Survey here = own.find(survey.key(), survey.version());
      if (here != null) {
        return here.equals(survey) ? new Arrival.Accepted() : otherContent(version);
      }
      Registration done = registry.register(session, survey, source);
      if (done == Registration.NEW) {
        registered.put(version, survey);
      }
      return switch (done) {
        case NEW, KNOWN -> new Arrival.Accepted();
        case OTHER_CONTENT -> otherContent(version);
        case FULL ->
          new Arrival.Rejected(
              "too-many-surveys",
              "there are %d registered surveys; delete old versions from the table registered_survey"
                  .formatted(SurveyRegistry.MAX_SURVEYS));
      };
    }

    private static Arrival otherContent(SurveyVersion version) {
      return new Arrival.Rejected(
          "other-survey",
          "survey %s is known with another content, which stays; give a survey that is changed a higher version, and one of another application another key"
              .formatted(version));
    }
  }
}
