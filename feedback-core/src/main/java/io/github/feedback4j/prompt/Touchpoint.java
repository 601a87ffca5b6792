package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Attributes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

  private final String event;
  private final String respondent;
  private final @Nullable Subject subject;
  private final Attributes attributes;
  private final Accountability accountability;
  private final @Nullable Locale locale;

  private Touchpoint(
      String event,
      String respondent,
      @Nullable Subject subject,
      Attributes attributes,
      Accountability accountability,
      @Nullable Locale locale) {
    this.event = event;
    this.respondent = respondent;
    this.subject = subject;
    this.attributes = attributes;
    this.accountability = accountability;
    this.locale = locale;
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
    return new Touchpoint(event, respondent, null, Attributes.none(), Accountability.none(), null);
  }

  /** Returns this touchpoint about a subject that was finished for the first time. */
  public Touchpoint subject(String id) {
    return subject(id, 1);
  }

  /** Returns this touchpoint about a subject that was finished for the n-th time. */
  public Touchpoint subject(String id, int resolution) {
    return new Touchpoint(
        event, respondent, new Subject(id, resolution), attributes, accountability, locale);
  }

  /** Returns this touchpoint with a text attribute; conditions look at attributes. */
  public Touchpoint attribute(String name, String value) {
    return with(attributes.with(name, value));
  }

  /** Returns this touchpoint with a number attribute. */
  public Touchpoint attribute(String name, Number value) {
    return with(attributes.with(name, value));
  }

  /** Returns this touchpoint with a yes or no attribute. */
  public Touchpoint attribute(String name, boolean value) {
    return with(attributes.with(name, value));
  }

  /** Returns this touchpoint with an attribute that is a point in time. */
  public Touchpoint attribute(String name, Instant value) {
    return with(attributes.with(name, value));
  }

  /** Returns this touchpoint with an attribute that is a list of texts. */
  public Touchpoint attribute(String name, List<String> value) {
    return with(attributes.with(name, value));
  }

  /** Returns this touchpoint with other attributes. */
  public Touchpoint with(Attributes attributes) {
    return new Touchpoint(event, respondent, subject, attributes, accountability, locale);
  }

  /** Returns this touchpoint with a changed accountability: {@code .accountable(a -> a.team("Network"))}. */
  public Touchpoint accountable(UnaryOperator<Accountability> change) {
    return new Touchpoint(
        event, respondent, subject, attributes, change.apply(accountability), locale);
  }

  /** Returns this touchpoint in the respondent's language. */
  public Touchpoint locale(Locale locale) {
    return new Touchpoint(event, respondent, subject, attributes, accountability, locale);
  }

  /** Returns what happened. */
  public String event() {
    return event;
  }

  /** Returns the application's own id of the person. */
  public String respondent() {
    return respondent;
  }

  /** Returns what the touchpoint is about, or null if it is about nothing in particular. */
  public @Nullable Subject subject() {
    return subject;
  }

  /** Returns what conditions look at. */
  public Attributes attributes() {
    return attributes;
  }

  /** Returns who and what stands behind the touchpoint. */
  public Accountability accountability() {
    return accountability;
  }

  /** Returns the respondent's language, or null if it is not known. */
  public @Nullable Locale locale() {
    return locale;
  }

  /** Returns event and subject, not the person. */
  @Override
  public String toString() {
    return "Touchpoint[" + event + (subject == null ? "" : " " + subject.id()) + "]";
  }
}
