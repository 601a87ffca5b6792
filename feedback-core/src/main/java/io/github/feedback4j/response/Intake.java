package io.github.feedback4j.response;

import io.github.feedback4j.privacy.Redaction;
import io.github.feedback4j.privacy.Redactor;
import io.github.feedback4j.prompt.Contact;
import io.github.feedback4j.prompt.ContactRecorder;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.prompt.Recorded;
import io.github.feedback4j.prompt.TroubleLog;
import io.github.feedback4j.response.Submission.Receipt;
import io.github.feedback4j.response.Submission.Rejection;
import io.github.feedback4j.response.Violation.Code;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.theme.ThemeTagger;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes responses in: checks, redacts, tags and keeps them, then records the answer in the ledger.
 *
 * <p>Safe for use by several threads. Asking fails closed, but saving never does: while the ledger
 * cannot be reached a response is kept on the word of its invitation.
 *
 * @since 0.1
 */
public final class Intake {

  private final SurveyCatalog catalog;
  private final ContactRecorder contacts;
  private final Redactor redactor;
  private final KnownNames knownNames;
  private final CommentTagger tagger;
  private final ResponseSink sink;
  private final @Nullable ResponseStore store;
  private final InstantSource time;
  private final TroubleLog trouble;

  /**
   * Creates an intake in front of {@code sink}. Answers to anonymous surveys need one that can be
   * asked, a {@link ResponseStore}; another one refuses them.
   *
   * @param tagger gives what finds themes now
   * @param polarityFromScore whether a survey's first rating says how themes are spoken of that the
   *     text beside it does not judge
   */
  public Intake(
      SurveyCatalog catalog,
      ContactRecorder contacts,
      Redactor redactor,
      KnownNames knownNames,
      Supplier<ThemeTagger> tagger,
      boolean polarityFromScore,
      ResponseSink sink,
      InstantSource time) {
    this.catalog = catalog;
    this.contacts = contacts;
    this.redactor = redactor;
    this.knownNames = knownNames;
    this.tagger = new CommentTagger(tagger, polarityFromScore);
    this.sink = sink;
    this.store = sink instanceof ResponseStore local ? local : null;
    this.time = time;
    this.trouble = new TroubleLog(time);
  }

  /** Returns a receipt once the response is kept, or everything that speaks against it. */
  public Submission submit(Response response) {
    Instant now = time.instant();
    ContactRecorder.Lookup lookup = contacts.find(response.invitation());
    Contact contact = lookup.contact();
    if (contact == null && lookup.state() != Recorded.UNAVAILABLE) {
      return rejected(
          Code.UNKNOWN_INVITATION, "nobody was invited to this, or the invitation was erased");
    }
    // What the ledger froze counts, not what came back with the response.
    Invitation invitation = contact == null ? response.invitation() : contact.invitation();
    Survey survey = catalog.find(invitation.survey(), invitation.surveyVersion());
    if (survey == null) {
      return rejected(
          Code.UNKNOWN_SURVEY,
          "survey '%s' v%d is not loaded; keep old versions until their invitations have expired"
              .formatted(invitation.survey(), invitation.surveyVersion()));
    }
    if (survey.anonymity() == Anonymity.ANONYMOUS) {
      return submitAnonymously(response, survey, contact, now);
    }
    boolean late = !now.isBefore(invitation.expiresAt());
    Violation closed =
        isRetry(response, contact) ? null : closed(response.id(), survey, invitation, contact, now);
    List<Violation> violations = violations(closed, survey, invitation.attributes(), response);
    if (!violations.isEmpty()) {
      return new Rejection(violations);
    }
    List<String> names = names(response, invitation);
    if (names == null) {
      return namesUnavailable();
    }
    AcceptedResponse accepted = accept(response, survey, invitation, names, now, late);
    // Also after a duplicate: the first attempt may have been kept, and then failed to reach the
    // ledger. Recording it twice changes nothing.
    return keep(accepted, status -> {
      contacts.answered(invitation, accepted.id(), accepted.revision(), accepted.isComplete());
      return new Receipt(accepted.id(), accepted.revision(), status, late, false);
    });
  }

  private static List<Violation> violations(
      @Nullable Violation closed, Survey survey, Attributes attributes, Response response) {
    List<Violation> violations = new ArrayList<>();
    if (closed != null) {
      violations.add(closed);
    }
    violations.addAll(ResponseCheck.check(survey, attributes, response));
    return violations;
  }

  /**
   * Takes an answer in that nobody can bring back to a person.
   *
   * <p>The store cannot see that two responses answer one invitation, so the ledger is told first which
   * response may; what it then forgets of the circumstances, the store keeps for later revisions.
   */
  private Submission submitAnonymously(
      Response response, Survey survey, @Nullable Contact contact, Instant now) {
    if (contact == null || store == null) {
      return rejected(
          Code.STORE_UNAVAILABLE,
          store == null
              ? "an anonymous answer needs a store that can be asked, not a sink"
              : "an anonymous answer is kept only while the ledger can be reached; send it again later");
    }
    AnonymousAnswer ids = AnonymousAnswer.of(response.id(), contact.invitation().id());
    AcceptedResponse previous;
    try {
      previous = store.find(ids.kept());
    } catch (RuntimeException e) {
      trouble.warn("looking for an earlier revision; its respondent was told to try again", e);
      return rejected(Code.STORE_UNAVAILABLE, "the store cannot be reached; send it again later");
    }
    Invitation asked = contact.invitation();
    Invitation kept = previous == null ? ids.keptOf(asked, now) : previous.invitation();
    boolean retry = previous != null && response.revision() <= previous.revision();
    Violation closed = retry ? null : closed(ids.recorded(), survey, asked, contact, now);
    if (closed == null && !retry) {
      closed = notEditable(survey, contact, previous, now);
    }
    List<Violation> violations = violations(closed, survey, kept.attributes(), response);
    if (!violations.isEmpty()) {
      return new Rejection(violations);
    }
    List<String> names = names(response, asked);
    if (names == null) {
      return namesUnavailable();
    }
    Recorded claimed = contacts.claim(asked, ids.recorded());
    if (claimed != Recorded.DONE) {
      return claimed == Recorded.UNAVAILABLE
          ? rejected(Code.STORE_UNAVAILABLE, "the ledger cannot be reached; send it again later")
          : new Rejection(List.of(alreadyAnswered()));
    }
    boolean late = !now.isBefore(asked.expiresAt());
    Instant day = previous != null && previous.isComplete()
        ? previous.answeredAt()
        : AnonymousAnswer.day(now);
    return keep(accept(response.withId(ids.kept()), survey, kept, names, day, false), status -> {
      contacts.answeredAnonymously(asked, ids.recorded());
      return new Receipt(response.id(), response.revision(), status, late, true);
    });
  }

  /** The moment of an anonymous answer is known nowhere, so the time to change it starts with the day's end. */
  private static @Nullable Violation notEditable(
      Survey survey, Contact contact, @Nullable AcceptedResponse previous, Instant now) {
    if (previous == null) {
      return contact.outcome() == Outcome.ANSWERED
          ? new Violation(Code.NOT_EDITABLE, null, "the answer is not kept any more")
          : null;
    }
    if (!previous.isComplete()) {
      return null;
    }
    Instant end = previous.invitation().expiresAt().plus(survey.editableFor());
    return now.isAfter(end)
        ? new Violation(Code.NOT_EDITABLE, null, "the answer could be changed until " + end)
        : null;
  }

  /** Returns whether this revision, or a later one, was answered with before. */
  private static boolean isRetry(Response response, @Nullable Contact contact) {
    return contact != null
        && response.id().equals(contact.responseId())
        && response.revision() <= contact.revision();
  }

  private static @Nullable Violation closed(
      UUID response, Survey survey, Invitation invitation, @Nullable Contact contact, Instant now) {
    if (contact != null && contact.outcome() == Outcome.CANCELLED) {
      return new Violation(
          Code.CANCELLED, null, "the invitation was withdrawn; its subject was opened again");
    }
    if (contact != null && contact.responseId() != null && !contact.responseId().equals(response)) {
      return alreadyAnswered();
    }
    Instant completedAt = contact == null ? null : contact.completedAt();
    if (completedAt != null) {
      return now.isAfter(completedAt.plus(survey.editableFor()))
          ? new Violation(
              Code.NOT_EDITABLE,
              null,
              "the answer could be changed until " + completedAt.plus(survey.editableFor()))
          : null;
    }
    Instant end = invitation.expiresAt().plus(Invitation.LATE);
    return now.isBefore(end)
        ? null
        : new Violation(Code.EXPIRED, null, "the invitation could be answered until " + end);
  }

  private static Violation alreadyAnswered() {
    return new Violation(
        Code.ALREADY_ANSWERED,
        null,
        "another response answers this invitation; to change it, send its id with a higher revision");
  }

  /** Returns the names that the words may have, or null if they cannot be looked up now. */
  private @Nullable List<String> names(Response response, Invitation asked) {
    if (response.answers().stream().allMatch(each -> each.words() == null)) {
      return List.of();
    }
    try {
      List<String> names = new ArrayList<>(response.names());
      names.addAll(knownNames.around(asked));
      return List.copyOf(names);
    } catch (RuntimeException e) {
      trouble.warn("looking up the names in a response; its respondent was told to try again", e);
      return null;
    }
  }

  private static Rejection namesUnavailable() {
    return rejected(
        Code.STORE_UNAVAILABLE,
        "the names to take out of the words cannot be looked up; send it again later");
  }

  private AcceptedResponse accept(
      Response response,
      Survey survey,
      Invitation invitation,
      List<String> names,
      Instant now,
      boolean late) {
    List<Answer> answers = new ArrayList<>();
    Map<Redaction.Kind, Integer> redactions = new EnumMap<>(Redaction.Kind.class);
    for (Answer each : response.answers()) {
      String words = each.words();
      if (each.isBlank()) {
        continue;
      }
      if (words == null || words.isBlank()) {
        answers.add(with(each, null));
        continue;
      }
      Redaction redaction = redactor.redact(plain(words), names);
      redaction.counts().forEach((kind, count) -> redactions.merge(kind, count, Integer::sum));
      answers.add(with(each, redaction.text()));
    }
    return new AcceptedResponse(
        response,
        invitation,
        now,
        late,
        answers,
        tagger.tag(survey, answers, response.locale()),
        redactions);
  }

  /** Returns an answer with other words. */
  private static Answer with(Answer answer, @Nullable String words) {
    if (answer instanceof Answer.Text text && words != null) {
      return new Answer.Text(text.question(), words);
    }
    if (answer instanceof Answer.Choice choice) {
      return new Answer.Choice(choice.question(), choice.choice(), words);
    }
    return answer instanceof Answer.Choices choices
        ? new Answer.Choices(choices.question(), choices.choices(), words)
        : answer;
  }

  private Submission keep(
      AcceptedResponse accepted, Function<Receipt.Status, Submission> afterwards) {
    ResponseSink.Kept kept;
    try {
      kept = sink.append(accepted);
    } catch (RuntimeException e) {
      trouble.warn("keeping a response; its respondent was told to try again", e);
      return rejected(Code.STORE_UNAVAILABLE, "the store cannot be reached; send it again later");
    }
    return switch (kept) {
      case STORED -> afterwards.apply(Receipt.Status.STORED);
      case UPDATED -> afterwards.apply(Receipt.Status.UPDATED);
      case DUPLICATE -> afterwards.apply(Receipt.Status.DUPLICATE);
      case OTHER_RESPONSE -> new Rejection(List.of(alreadyAnswered()));
      case FULL -> rejected(Code.STORE_FULL, "the store has no room for another response");
    };
  }

  /** Returns composed text (NFC) without control characters other than line breaks and tabs. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !Character.isISOControl(point) || point == '\n' || point == '\t')
        .forEach(plain::appendCodePoint);
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  private static Rejection rejected(Code code, String message) {
    return new Rejection(List.of(new Violation(code, null, message)));
  }
}
