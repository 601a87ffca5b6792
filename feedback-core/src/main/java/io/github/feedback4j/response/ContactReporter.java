package io.github.feedback4j.response;

import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells a sink what became of invitations, and of those to anonymous surveys only what is needed for a
 * response rate.
 *
 * <p>Safe for use by several threads. It is the listener of a {@code ContactRecorder}.
 *
 * @since 0.1
 */
public final class ContactReporter implements Consumer<ContactEvent> {

  private final SurveyCatalog catalog;
  private final ResponseSink sink;

  /** Creates a reporter to {@code sink}. */
  public ContactReporter(SurveyCatalog catalog, ResponseSink sink) {
    this.catalog = catalog;
    this.sink = sink;
  }

  @Override
  public void accept(ContactEvent event) {
    if (!isAnonymous(event.invitation())) {
      sink.record(event);
      return;
    }
    switch (event.outcome()) {
      case INVITED, ANSWERED, DISMISSED, OPTED_OUT ->
        sink.record(new ContactEvent(
            AnonymousAnswer.toldOf(event.invitation(), UUID.randomUUID()),
            event.outcome(),
            AnonymousAnswer.day(event.at())));
      // Each visit is an event of its own, and nothing may tell which of them are of one
      // invitation.
      case SHOWN, SNOOZED, EXPIRED, CANCELLED, DEFERRED -> {}
    }
  }

  /** Where nobody knows any more what was promised, nothing is told that could break it. */
  private boolean isAnonymous(Invitation invitation) {
    Survey then = catalog.find(invitation.survey(), invitation.surveyVersion());
    Survey survey = then == null ? catalog.find(invitation.survey()) : then;
    return survey == null || survey.anonymity() == Anonymity.ANONYMOUS;
  }
}
