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
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.theme.Mention;
import io.github.feedback4j.theme.ThemeTagger;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final ThemeTagger tagger;
  private final ResponseSink sink;
  private final InstantSource time;
  private final TroubleLog trouble;

  /** Creates an intake in front of {@code sink}. */
  public Intake(
      SurveyCatalog catalog,
      ContactRecorder contacts,
      Redactor redactor,
      ThemeTagger tagger,
      ResponseSink sink,
      InstantSource time) {
    this.catalog = catalog;
    this.contacts = contacts;
    this.redactor = redactor;
    this.tagger = tagger;
    this.sink = sink;
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
    boolean retry = isRetry(response, contact);
    boolean late = !now.isBefore(invitation.expiresAt());
    List<Violation> violations = new ArrayList<>();
    if (!retry) {
      Violation closed = closed(response, survey, invitation, contact, now);
      if (closed != null) {
        violations.add(closed);
      }
    }
    violations.addAll(ResponseCheck.check(survey, invitation.attributes(), response));
    if (!violations.isEmpty()) {
      return new Rejection(violations);
    }
    return keep(accept(response, invitation, now, late), late);
  }

  /** Returns whether this revision, or a later one, was answered with before. */
  private static boolean isRetry(Response response, @Nullable Contact contact) {
    return contact != null
        && response.id().equals(contact.responseId())
        && response.revision() <= contact.revision();
  }

  private static @Nullable Violation closed(
      Response response,
      Survey survey,
      Invitation invitation,
      @Nullable Contact contact,
      Instant now) {
    if (contact != null && contact.outcome() == Outcome.CANCELLED) {
      return new Violation(
          Code.CANCELLED, null, "the invitation was withdrawn; its subject was opened again");
    }
    if (contact != null
        && contact.responseId() != null
        && !contact.responseId().equals(response.id())) {
      return new Violation(
          Code.ALREADY_ANSWERED,
          null,
          "another response answers this invitation; to change it, send its id with a higher revision");
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

  private AcceptedResponse accept(
      Response response, Invitation invitation, Instant now, boolean late) {
    List<Answer> answers = new ArrayList<>();
    Map<String, List<Mention>> mentions = new HashMap<>();
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
      Redaction redaction = redactor.redact(plain(words));
      redaction.counts().forEach((kind, count) -> redactions.merge(kind, count, Integer::sum));
      answers.add(with(each, redaction.text()));
      List<Mention> found = tagger.tag(redaction.text(), response.locale());
      if (!found.isEmpty()) {
        mentions.put(each.question(), List.copyOf(found));
      }
    }
    return new AcceptedResponse(
        response, invitation, now, late, answers, mentions, tagger.packId(), redactions);
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

  private Submission keep(AcceptedResponse accepted, boolean late) {
    ResponseSink.Kept kept;
    try {
      kept = sink.append(accepted);
    } catch (RuntimeException e) {
      trouble.warn("keeping a response; its respondent was told to try again", e);
      return rejected(Code.STORE_UNAVAILABLE, "the store cannot be reached; send it again later");
    }
    return switch (kept) {
      case STORED -> receipt(accepted, Receipt.Status.STORED, late);
      case UPDATED -> receipt(accepted, Receipt.Status.UPDATED, late);
      case DUPLICATE -> receipt(accepted, Receipt.Status.DUPLICATE, late);
      case OTHER_RESPONSE ->
        rejected(
            Code.ALREADY_ANSWERED,
            "another response answers this invitation; to change it, send its id with a higher revision");
      case FULL -> rejected(Code.STORE_FULL, "the store has no room for another response");
    };
  }

  private Receipt receipt(AcceptedResponse accepted, Receipt.Status status, boolean late) {
    // Also after a duplicate: the first attempt may have been kept, and then failed to reach the
    // ledger. Recording it twice changes nothing.
    contacts.answered(
        accepted.invitation(), accepted.id(), accepted.revision(), accepted.isComplete());
    return new Receipt(accepted.id(), accepted.revision(), status, late);
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
