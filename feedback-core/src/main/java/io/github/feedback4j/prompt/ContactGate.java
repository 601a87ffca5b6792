package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.ContactRule;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.ContactRules.Boundary;
import io.github.feedback4j.survey.Survey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves people alone for as long as the policy and the survey's own rules say; the strictest wins.
 *
 * <p>A live invitation about the same subject has passed the rules already, so only "not now" can
 * hold it back.
 */
final class ContactGate implements Gate {

  private final String key;
  private final ContactRules policy;
  private final ContactRules own;

  ContactGate(Survey survey, ContactRules policy) {
    this.key = survey.key();
    this.policy = policy;
    this.own = survey.contactRules();
  }

  @Override
  public Name name() {
    return Name.CONTACT_RULES;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Contact about = moment.history.about(key, moment.touchpoint.subject());
    if (about != null && about.isLiveAt(moment.now)) {
      return about.isSnoozedAt(moment.now)
          ? new Decision.Skip(
              SkipReason.SNOOZED, key, "the respondent said \"not now\"", about.snoozedUntil())
          : null;
    }
    Binding strictest = strictest(moment.history, moment.now);
    return strictest == null
        ? null
        : new Decision.Skip(SkipReason.COOLING_DOWN, key, strictest.text(), strictest.end);
  }

  /** Returns when the rules let this survey ask again, or null if they do now. */
  @Nullable
  Instant eligibleAt(ContactHistory history, Instant now) {
    Binding strictest = strictest(history, now);
    return strictest == null ? null : strictest.end;
  }

  /** A rule that still binds, and until when. */
  private record Binding(String source, ContactRule rule, Instant end) {
    String text() {
      return source + ": {" + rule + "}";
    }
  }

  private @Nullable Binding strictest(ContactHistory history, Instant now) {
    Binding byPolicy = strictest("policy", policy, history, now, null);
    return strictest("contact", own, history, now, byPolicy);
  }

  private @Nullable Binding strictest(
      String source,
      ContactRules rules,
      ContactHistory history,
      Instant now,
      @Nullable Binding strictest) {
    List<Contact> contacts = history.contacts();
    Binding found = strictest;
    for (int r = 0; r < rules.rules().size(); r++) {
      ContactRule rule = rules.rules().get(r);
      for (int c = 0; c < contacts.size(); c++) {
        Instant end = end(rule, rules.boundary(), contacts.get(c), now);
        if (end != null && (found == null || end.isAfter(found.end))) {
          found = new Binding(source, rule, end);
        }
      }
    }
    return found;
  }

  /** Returns when this contact stops to bind under this rule, or null if it does not bind now. */
  private @Nullable Instant end(ContactRule rule, Boundary boundary, Contact contact, Instant now) {
    if (rule.scope() == ContactRule.Scope.THIS_SURVEY
        && !contact.invitation().survey().equals(key)) {
      return null;
    }
    Instant since = since(rule.since(), contact);
    if (since == null) {
      return null;
    }
    // A time in the future comes from another node's clock; it counts as just now.
    Instant start = since.isAfter(now) ? now : since;
    Instant end = start.plus(rule.gap());
    if (boundary == Boundary.EXCLUSIVE) {
      end = end.plusNanos(1);
    }
    return now.isBefore(end) ? end : null;
  }

  private static @Nullable Instant since(ContactRule.Since since, Contact contact) {
    return switch (since) {
      case INVITED ->
        // Nobody saw an invitation that was withdrawn before it was shown.
        contact.outcome() == Outcome.CANCELLED && contact.shownAt() == null
            ? null
            : contact.invitation().invitedAt();
      case SHOWN -> contact.shownAt();
      case ANSWERED -> contact.answeredAt();
      case DISMISSED -> contact.dismissedAt();
    };
  }
}
