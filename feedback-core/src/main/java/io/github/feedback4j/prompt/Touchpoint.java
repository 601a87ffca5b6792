package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Attributes;
import io.github.feedback4j.survey.Exclusion;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A moment of truth that the application reports: a ticket was closed, a project finished.
 *
 * <p>Immutable; every method returns a changed copy. The factories throw {@link
 * IllegalArgumentException} for a value out of bounds, so that {@code ask} never has to.
 *
 * @since 0.1
 */
public final class Touchpoint {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final Parts parts;

  private Touchpoint(Parts parts) {
    this.parts = parts;
  }

  /** Something about a touchpoint that may make it not worth a question, see {@link Exclusion}. */
  public enum Flag {
    /** It was closed by a rule, such as after days without an answer. */
    AUTO_CLOSED,
    /** It was reported twice. */
    DUPLICATE,
    /** It was merged into another one. */
    MERGED,
    /** It was no real request. */
    SPAM,
    /** The respondent belongs to the people who provide the service. */
    STAFF,
    /** The respondent stands on a list of people who are not to be asked by any survey. */
    DO_NOT_ASK
  }

  /**
   * Returns a touchpoint of this event and person.
   *
   * @param event what happened, as in the trigger of a survey
   * @param respondent the application's own id of the person, 1 to 256 characters; it is turned into
   *     a pseudonym at the door and never stored
   */
  public static Touchpoint of(String event, String respondent) {
    if (event.isBlank() || event.length() > 64) {
      throw new IllegalArgumentException(
          "event must have 1 to 64 characters, but has " + event.length());
    }
    if (respondent.isBlank() || respondent.length() > 256) {
      throw new IllegalArgumentException(
          "respondent must have 1 to 256 characters, but has " + respondent.length());
    }
    return new Touchpoint(new Parts(event, respondent));
  }

  /**
   * Returns the touchpoint of somebody who wants to give feedback and whom nobody asked, for {@code
   * Feedback.offer}; no survey waits for it.
   *
   * @param respondent the application's own id of the person
   */
  public static Touchpoint onDemand(String respondent) {
    return of(Invitation.ON_DEMAND, respondent);
  }

  /** Returns this touchpoint about a subject that was finished for the first time. */
  public Touchpoint subject(String id) {
    return subject(id, 1);
  }

  /** Returns this touchpoint about a subject that was finished for the n-th time. */
  public Touchpoint subject(String id, int resolution) {
    Subject subject = new Subject(id, resolution);
    return change(p -> p.subject = subject);
  }

  /**
   * Returns this touchpoint as a part of something greater, such as a ticket of a major incident.
   *
   * <p>The greater one takes the place of the subject, so each person who is affected is asked about
   * it once, however many tickets they have.
   */
  public Touchpoint parent(String id) {
    return parent(id, 1);
  }

  /** Returns this touchpoint as a part of something greater that was finished for the n-th time. */
  public Touchpoint parent(String id, int resolution) {
    Subject parent = new Subject(id, resolution);
    return change(p -> p.parent = parent);
  }

  /** Returns this touchpoint with a text attribute; conditions look at attributes. */
  public Touchpoint attribute(String name, String value) {
    return with(parts.attributes.with(name, value));
  }

  /** Returns this touchpoint with a number attribute. */
  public Touchpoint attribute(String name, Number value) {
    return with(parts.attributes.with(name, value));
  }

  /** Returns this touchpoint with a yes or no attribute. */
  public Touchpoint attribute(String name, boolean value) {
    return with(parts.attributes.with(name, value));
  }

  /** Returns this touchpoint with an attribute that is a point in time. */
  public Touchpoint attribute(String name, Instant value) {
    return with(parts.attributes.with(name, value));
  }

  /** Returns this touchpoint with an attribute that is a list of texts. */
  public Touchpoint attribute(String name, List<String> value) {
    return with(parts.attributes.with(name, value));
  }

  /** Returns this touchpoint with other attributes. */
  public Touchpoint with(Attributes attributes) {
    return change(p -> p.attributes = attributes);
  }

  /** Returns this touchpoint with a changed accountability: {@code .accountable(a -> a.team("Network"))}. */
  public Touchpoint accountable(UnaryOperator<Accountability> change) {
    Accountability changed = change.apply(parts.accountability);
    return change(p -> p.accountability = changed);
  }

  /** Returns this touchpoint in the respondent's language. */
  public Touchpoint locale(Locale locale) {
    return change(p -> p.locale = locale);
  }

  /** Returns this touchpoint with the respondent's time zone, where rules count days of the calendar. */
  public Touchpoint zone(ZoneId zone) {
    return change(p -> p.zone = zone);
  }

  /**
   * Returns this touchpoint with the time at which it happened, where it is reported later.
   *
   * <p>One that lies back for longer than an invitation lives is not asked about any more.
   */
  public Touchpoint occurredAt(Instant occurredAt) {
    requireYear("occurredAt", occurredAt);
    return change(p -> p.occurredAt = occurredAt);
  }

  /**
   * Returns this touchpoint with the person who closed it, by the application's own id; if that is the
   * respondent it is {@linkplain Exclusion#SELF_CLOSED closed by themselves}.
   */
  public Touchpoint closedBy(String person) {
    return change(p -> p.closedBy = person);
  }

  /** Returns this touchpoint with the time since when the respondent has their account. */
  public Touchpoint memberSince(Instant memberSince) {
    requireYear("memberSince", memberSince);
    return change(p -> p.memberSince = memberSince);
  }

  /** Returns this touchpoint with one more flag. */
  public Touchpoint flag(Flag flag) {
    EnumSet<Flag> flags = EnumSet.of(flag);
    flags.addAll(parts.flags);
    return change(p -> p.flags = Collections.unmodifiableSet(flags));
  }

  /** A time outside of these years is a mistake, and dates far out there cannot be reckoned with. */
  private static void requireYear(String what, Instant time) {
    if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
      throw new IllegalArgumentException(
          what + " must be in the years 1900 to 9998, but was " + time);
    }
  }

  private Touchpoint change(Consumer<Parts> change) {
    Parts copy = new Parts(parts);
    change.accept(copy);
    return new Touchpoint(copy);
  }

  /** Returns what happened. */
  public String event() {
    return parts.event;
  }

  /** Returns the application's own id of the person. */
  public String respondent() {
    return parts.respondent;
  }

  /** Returns what the touchpoint is about, or null if it is about nothing in particular. */
  public @Nullable Subject subject() {
    return parts.subject;
  }

  /** Returns the greater thing of which the subject is a part, or null if there is none. */
  public @Nullable Subject parent() {
    return parts.parent;
  }

  /** Returns what the respondent would be asked about: the parent if there is one, else the subject. */
  @Nullable
  Subject about() {
    return parts.parent == null ? parts.subject : parts.parent;
  }

  /** Returns what conditions look at. */
  public Attributes attributes() {
    return parts.attributes;
  }

  /** Returns who and what stands behind the touchpoint. */
  public Accountability accountability() {
    return parts.accountability;
  }

  /** Returns the respondent's language, or null if it is not known. */
  public @Nullable Locale locale() {
    return parts.locale;
  }

  /** Returns the respondent's time zone, or null if it is not known. */
  public @Nullable ZoneId zone() {
    return parts.zone;
  }

  /** Returns when it happened, or null for the moment at which it is reported. */
  public @Nullable Instant occurredAt() {
    return parts.occurredAt;
  }

  /** Returns the application's own id of the person who closed it, or null if that is not known. */
  public @Nullable String closedBy() {
    return parts.closedBy;
  }

  /** Returns since when the respondent has their account, or null if that is not known. */
  public @Nullable Instant memberSince() {
    return parts.memberSince;
  }

  /** Returns whether it happens now, has no flag, and nobody is known to have closed it. */
  boolean isPlain() {
    return parts.flags.isEmpty() && parts.closedBy == null && parts.occurredAt == null;
  }

  /** Returns the flags in the order of the constants. */
  public Set<Flag> flags() {
    return parts.flags;
  }

  /** Returns event and subject, not the person. */
  @Override
  public String toString() {
    Subject subject = parts.subject;
    return "Touchpoint[" + parts.event + (subject == null ? "" : " " + subject.id()) + "]";
  }

  /** The parts of a touchpoint while it is being put together; never shared afterwards. */
  private static final class Parts {
    final String event;
    final String respondent;

    @Nullable
    Subject subject;

    @Nullable
    Subject parent;

    Attributes attributes = Attributes.none();
    Accountability accountability = Accountability.none();

    @Nullable
    Locale locale;

    @Nullable
    ZoneId zone;

    @Nullable
    Instant occurredAt;

    @Nullable
    String closedBy;

    @Nullable
    Instant memberSince;

    Set<Flag> flags = Set.of();

    Parts(String event, String respondent) {
      this.event = event;
      this.respondent = respondent;
    }

    Parts(Parts other) {
      this(other.event, other.respondent);
      subject = other.subject;
      parent = other.parent;
      attributes = other.attributes;
      accountability = other.accountability;
      locale = other.locale;
      zone = other.zone;
      occurredAt = other.occurredAt;
      closedBy = other.closedBy;
      memberSince = other.memberSince;
      flags = other.flags;
    }
  }
}
