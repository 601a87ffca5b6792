package io.github.feedback4j.jdbc;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.response.AcceptedCheck;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Violation;
import io.github.feedback4j.survey.Survey;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The responses of a batch: of each the highest revision stands, as if they had come one by one.
 *
 * <p>First {@link #add} for each, then {@link #decide}, then {@link #write}.
 */
final class InboxResponses {

  private static final int MAX_DETAIL = 500;

  private final Session session;
  private final InboxSurveys.Seen surveys;
  private final boolean takesUnverified;
  private final Map<RespondentKey, Instant> erasures;
  private final RollUp rollUp;
  private final Map<UUID, List<Candidate>> candidates = new LinkedHashMap<>();
  private final Map<SurveyVersion, @Nullable Survey> seen = new HashMap<>();
  private final Map<SurveyVersion, Long> unverified = new HashMap<>();
  private final List<AcceptedResponse> inserted = new ArrayList<>();
  private final List<AcceptedResponse> replaced = new ArrayList<>();

  /** A response that fits its survey, or whose survey nobody knows, and who is told what becomes of it. */
  private record Candidate(AcceptedResponse response, InboxBatch.Slot slot) {

    UUID invitation() {
      return response.invitation().id();
    }
  }

  /** What tells whether a response may take the place of the one that is there. */
  private record Held(UUID invitation, int revision) {}

  /**
   * Begins with the responses of a transaction.
   *
   * @param erasures until when what each person said goes, of those whom the batch erases
   */
  InboxResponses(
      Session session,
      InboxSurveys.Seen surveys,
      boolean takesUnverified,
      Map<RespondentKey, Instant> erasures,
      RollUp rollUp) {
    this.session = session;
    this.surveys = surveys;
    this.takesUnverified = takesUnverified;
    this.erasures = erasures;
    this.rollUp = rollUp;
  }

  /** Takes a response on, or rejects it if its survey speaks against it. */
  void add(AcceptedResponse response, InboxBatch.Slot slot) throws SQLException {
    SurveyVersion version = SurveyVersion.of(response.invitation());
    if (!seen.containsKey(version)) {
      seen.put(version, surveys.find(version));
    }
    Survey survey = seen.get(version);
    String problem =
        survey == null ? unknown(version) : detail(AcceptedCheck.check(survey, response));
    if (problem != null) {
      slot.reject(survey == null ? "unknown-survey" : "not-valid", problem);
      return;
    }
    candidates
        .computeIfAbsent(response.id(), id -> new ArrayList<>())
        .add(new Candidate(response, slot));
  }

  /** Returns why a response is not taken whose survey nobody knows, or null if it is. */
  private @Nullable String unknown(SurveyVersion version) throws SQLException {
    if (!takesUnverified) {
      return "survey %s is not registered; its definition comes before its first response"
          .formatted(version);
    }
    Long kept = unverified.get(version);
    long more = 1 + (kept == null ? Unverified.count(session, version) : kept);
    if (more > Unverified.MOST) {
      return "survey %s is not registered, and there are %d responses to it already"
          .formatted(version, Unverified.MOST);
    }
    unverified.put(version, more);
    return null;
  }

  /** A question that the survey does not have was named by somebody else, so it is not repeated. */
  private static @Nullable String detail(List<Violation> violations) {
    if (violations.isEmpty()) {
      return null;
    }
    String all = violations.stream()
        .map(each -> each.question() == null || each.code() == Violation.Code.UNKNOWN_QUESTION
            ? each.message()
            : "question '%s': %s".formatted(each.question(), each.message()))
        .collect(Collectors.joining("; "));
    return all.length() <= MAX_DETAIL ? all : all.substring(0, MAX_DETAIL - 1) + "…";
  }

  /**
   * Takes every row that is concerned, removes what was erased or fits no more, and decides what becomes
   * of each response.
   */
  void decide() throws SQLException {
    Map<UUID, Instant> erased = erased();
    Map<UUID, Survey> checkable = checkable();
    Set<UUID> wanted = new HashSet<>(candidates.keySet());
    wanted.addAll(erased.keySet());
    wanted.addAll(checkable.keySet());
    Map<UUID, Held> held = new HashMap<>();
    session.readIn(
        "SELECT id, invitation, revision FROM ${prefix}response WHERE id IN (${values}) ORDER BY id FOR UPDATE",
        UuidOrder.sorted(wanted),
        row -> held.put(row.id("id"), new Held(row.id("invitation"), row.integer("revision"))));
    for (AcceptedResponse each : takenOut(held.keySet(), erased, checkable)) {
      held.remove(each.id());
    }
    decide(held);
  }

  private Map<UUID, Instant> erased() throws SQLException {
    Map<UUID, Instant> erased = new HashMap<>();
    for (Map.Entry<RespondentKey, Instant> each : erasures.entrySet()) {
      session.read(
          "SELECT id FROM ${prefix}response WHERE respondent = ?",
          row -> erased.put(row.id("id"), each.getValue()),
          each.getKey().value());
    }
    return erased;
  }

  /** Returns the unverified responses whose survey is known by now, each with it. */
  private Map<UUID, Survey> checkable() throws SQLException {
    Set<SurveyVersion> versions = new HashSet<>(seen.keySet());
    versions.addAll(surveys.registered());
    Map<UUID, Survey> checkable = new HashMap<>();
    for (SurveyVersion each : versions) {
      Survey survey = surveys.find(each);
      if (survey != null) {
        Unverified.of(session, each).forEach(id -> checkable.put(id, survey));
      }
    }
    return checkable;
  }

  /** Removes what was said before its respondent was erased, and what does not fit a survey known by now. */
  private List<AcceptedResponse> takenOut(
      Set<UUID> held, Map<UUID, Instant> erased, Map<UUID, Survey> checkable) throws SQLException {
    List<UUID> suspects = held.stream()
        .filter(each -> erased.containsKey(each) || checkable.containsKey(each))
        .toList();
    List<AcceptedResponse> gone = new ArrayList<>();
    List<UUID> verified = new ArrayList<>();
    for (AcceptedResponse each : ResponseRows.find(session, suspects)) {
      Instant until = erased.get(each.id());
      Survey survey = checkable.get(each.id());
      if ((until != null && !each.answeredAt().isAfter(until))
          || (survey != null && !AcceptedCheck.check(survey, each).isEmpty())) {
        gone.add(each);
      } else if (survey != null) {
        verified.add(each.id());
      }
    }
    Unverified.unmark(session, verified);
    ResponseWriter.delete(session, gone);
    gone.forEach(rollUp::takeOut);
    return gone;
  }

  private void decide(Map<UUID, Held> held) throws SQLException {
    Map<UUID, UUID> byInvitation = answered();
    Map<UUID, AcceptedResponse> previous = previous(held.keySet());
    for (Map.Entry<UUID, List<Candidate>> each : candidates.entrySet()) {
      UUID id = each.getKey();
      Held standing = held.get(id);
      AcceptedResponse before = previous.get(id);
      AcceptedResponse last = before;
      for (Candidate candidate : each.getValue()) {
        if (!byInvitation.getOrDefault(candidate.invitation(), id).equals(id)
            || (standing != null && !standing.invitation.equals(candidate.invitation()))) {
          candidate.slot.reject(
              "other-response",
              "another response answers the invitation, or this one answers another invitation");
        } else if (standing != null && standing.revision >= candidate.response.revision()) {
          candidate.slot.set(new Arrival.Duplicate());
        } else {
          candidate.slot.set(new Arrival.Accepted());
          standing = new Held(candidate.invitation(), candidate.response.revision());
          byInvitation.put(candidate.invitation(), id);
          last = last == null ? candidate.response : candidate.response.withCorrectionsOf(last);
        }
      }
      if (last != null && last != before) {
        if (before == null) {
          inserted.add(last);
          rollUp.add(last);
        } else {
          replaced.add(last);
          rollUp.replace(before, last);
        }
      }
    }
  }

  /** Returns which response answers each invitation of the batch already. */
  private Map<UUID, UUID> answered() throws SQLException {
    List<UUID> invitations = UuidOrder.sorted(candidates.values().stream()
        .flatMap(List::stream)
        .map(Candidate::invitation)
        .toList());
    Map<UUID, UUID> answered = new HashMap<>();
    session.readIn(
        "SELECT id, invitation FROM ${prefix}response WHERE invitation IN (${values})",
        invitations,
        row -> answered.put(row.id("invitation"), row.id("id")));
    return answered;
  }

  private Map<UUID, AcceptedResponse> previous(Set<UUID> held) throws SQLException {
    List<UUID> ids = candidates.keySet().stream().filter(held::contains).toList();
    Map<UUID, AcceptedResponse> previous = new HashMap<>();
    for (AcceptedResponse each : ResponseRows.find(session, ids)) {
      previous.put(each.id(), each);
    }
    return previous;
  }

  /** Writes what {@link #decide} has decided, the roll-up apart. */
  void write() throws SQLException {
    ResponseWriter.insertAll(session, inserted);
    ResponseWriter.replace(session, replaced);
    Map<SurveyVersion, List<UUID>> unknown = new TreeMap<>(SurveyVersion.ORDER);
    for (List<AcceptedResponse> each : List.of(inserted, replaced)) {
      for (AcceptedResponse response : each) {
        SurveyVersion version = SurveyVersion.of(response.invitation());
        if (seen.get(version) == null) {
          unknown.computeIfAbsent(version, any -> new ArrayList<>()).add(response.id());
        }
      }
    }
    for (Map.Entry<SurveyVersion, List<UUID>> each : unknown.entrySet()) {
      Unverified.mark(session, each.getValue(), each.getKey());
    }
  }
}
