package io.github.feedback4j.prompt;

import io.github.feedback4j.privacy.RespondentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the ledger knows of one person: contacts in the order of invitation, and whether
 * they opted out.
 *
 * <p>Immutable. A contact stays for {@link #RETENTION} after anything last happened to it, which is
 * longer than any rule can look back; an opt-out stays for ever. When an answer can neither come nor be
 * changed any more, a contact is settled at the next one: its invitation then has the nil UUID for a
 * name, which is nobody's, version 0, and no event, language or response.
 *
 * @param contacts the contacts, oldest first, at most {@value #MAX_CONTACTS}
 * @param optedOutAt when the person opted out, or null if they did not
 * @param encounters how often the person has met the surveys with a limited display, by key
 * @since 0.1
 */
public record ContactHistory(
    List<Contact> contacts, @Nullable Instant optedOutAt, Map<String, Encounters> encounters) {

  /** How long a contact is remembered; no contact rule has a longer gap. */
  public static final Duration RETENTION = Duration.ofDays(730);

  /** The greatest number of remembered contacts of one person. */
  public static final int MAX_CONTACTS = 2_000;

  /** The history of somebody who was never asked. */
  public static final ContactHistory EMPTY = new ContactHistory(List.of(), null);

  /** Copies the contacts and encounters. */
  public ContactHistory {
    contacts = List.copyOf(contacts);
    encounters = Map.copyOf(encounters);
  }

  /** Makes a history without encounters that are kept for ever. */
  public ContactHistory(List<Contact> contacts, @Nullable Instant optedOutAt) {
    this(contacts, optedOutAt, Map.of());
  }

  /**
   * Returns this history in the compact binary form in which stores keep it.
   *
   * <p>Nothing is lost: {@link #decode} returns an equal history. The form has a version and a
   * checksum, and every later version of feedback4j 0.x and 1.x reads it.
   *
   * @param respondent whose history it is; the bytes do not repeat it
   */
  public byte[] encode(RespondentKey respondent) {
    return HistoryCodec.encode(this, respondent);
  }

  /**
   * Returns the history that {@link #encode} turned into these bytes, here or in another version.
   *
   * @param respondent whose history it is
   * @throws IllegalArgumentException if the bytes are damaged, or a newer feedback4j wrote them in a
   *     form that this one cannot read; the message names no person
   */
  public static ContactHistory decode(byte[] bytes, RespondentKey respondent) {
    return HistoryCodec.decode(bytes, respondent);
  }

  /** Returns the contact of an invitation, or null if it is not known here. */
  public @Nullable Contact find(UUID invitation) {
    for (Contact each : contacts) {
      if (each.invitation().hasId(invitation)) {
        return each;
      }
    }
    return null;
  }

  /**
   * Returns until when something in here can matter; {@link Instant#MAX} after an opt-out, and where a
   * survey with a limited display was met.
   */
  public Instant bindsUntil() {
    if (optedOutAt != null || !encounters.isEmpty()) {
      return Instant.MAX;
    }
    Instant last = Instant.MIN;
    for (Contact each : contacts) {
      Instant until = each.lastMoment().plus(RETENTION);
      last = until.isAfter(last) ? until : last;
    }
    return last;
  }

  /**
   * Returns this history with one more contact, without what nothing can depend on.
   *
   * @param settling says what stays of each contact
   */
  ContactHistory plus(Contact contact, Instant now, Settling settling) {
    List<Contact> kept = new ArrayList<>(contacts.size() + 1);
    for (Contact each : contacts) {
      Contact stays = isSuperseded(each, contact, now) ? null : settling.settle(each, now);
      if (stays != null) {
        kept.add(stays);
      }
    }
    kept.add(contact);
    return new ContactHistory(kept, optedOutAt, encounters);
  }

  /** Returns this history with one more contact. */
  ContactHistory and(Contact contact) {
    List<Contact> more = new ArrayList<>(contacts);
    more.add(contact);
    return new ContactHistory(more, optedOutAt, encounters);
  }

  /** What was put off is over when its time is up, or the same is asked about after all. */
  private static boolean isSuperseded(Contact old, Contact added, Instant now) {
    Invitation before = old.invitation();
    Invitation after = added.invitation();
    return old.outcome() == Outcome.DEFERRED
        && (!now.isBefore(before.expiresAt())
            || (before.survey().equals(after.survey())
                && Objects.equals(before.subject(), after.subject())));
  }

  /** Returns this history with a contact in the place of its older state. */
  ContactHistory replace(Contact contact) {
    List<Contact> changed = new ArrayList<>(contacts);
    changed.replaceAll(each -> each.invitation().hasId(contact.invitation().id()) ? contact : each);
    return new ContactHistory(changed, optedOutAt, encounters);
  }

  /** Returns how often the person has met a survey, counted from the contacts if never kept. */
  Encounters encounters(String survey) {
    Encounters kept = encounters.get(survey);
    if (kept != null) {
      return kept;
    }
    Encounters met = Encounters.NONE;
    for (Contact each : contacts) {
      if (each.invitation().survey().equals(survey)) {
        met = met.plus(each);
      }
    }
    return met;
  }

  ContactHistory with(String survey, Encounters met) {
    Map<String, Encounters> changed = new HashMap<>(encounters);
    changed.put(survey, met);
    return new ContactHistory(contacts, optedOutAt, changed);
  }

  ContactHistory withOptOut(@Nullable Instant at) {
    return new ContactHistory(contacts, at, encounters);
  }

  /** Returns what this person has opened themselves about this survey and subject, and not closed. */
  @Nullable
  Contact opened(String survey, @Nullable Subject subject, Instant now) {
    for (Contact each : contacts) {
      if (!each.countsForRules()
          && each.isLiveAt(now)
          && each.invitation().survey().equals(survey)
          && Objects.equals(each.invitation().subject(), subject)) {
        return each;
      }
    }
    return null;
  }

  /**
   * Returns this history with room for one more that its person opens; null if too many are open. The
   * oldest that are closed make room, because no rule depends on them.
   */
  @Nullable
  ContactHistory withRoomToOpen(int most, Instant now) {
    long opened = contacts.stream().filter(each -> !each.countsForRules()).count();
    List<Contact> kept = new ArrayList<>(contacts);
    for (Contact each : contacts) {
      if (opened >= most && !each.countsForRules() && !each.isLiveAt(now)) {
        kept.remove(each);
        opened--;
      }
    }
    return opened >= most ? null : new ContactHistory(kept, optedOutAt, encounters);
  }

  /** Returns how much is known, not what. */
  @Override
  public String toString() {
    return "ContactHistory[" + contacts.size() + " contacts]";
  }
}
