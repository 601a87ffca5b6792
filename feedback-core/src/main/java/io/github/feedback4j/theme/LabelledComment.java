package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comment to tune a pack with, whatever it was stored in.
 *
 * <p>Immutable. Its {@code toString} tells neither the text nor the person.
 *
 * @param id what the caller knows it by, such as the id of a response; may be empty
 * @param text what was written, already redacted
 * @param locale what it is written in, or null if nobody knows
 * @param labels what people say it is about
 * @param at when it was written, or null if nobody knows
 * @param person who wrote it, as a pseudonym, or null; a comment without counts as a person of its own
 * @since 0.1
 */
public record LabelledComment(
    String id,
    String text,
    @Nullable Locale locale,
    ThemeLabels labels,
    @Nullable Instant at,
    @Nullable String person) {

  /** Orders the newest first and those without a time last; whatever is left, by what they say. */
  static int compare(LabelledComment a, LabelledComment b) {
    Instant timeOfA = a.at == null ? Instant.MIN : a.at;
    Instant timeOfB = b.at == null ? Instant.MIN : b.at;
    int byTime = timeOfB.compareTo(timeOfA);
    int byText = byTime != 0 ? byTime : a.text.compareTo(b.text);
    return byText != 0 ? byText : a.rest().compareTo(b.rest());
  }

  private String rest() {
    return String.join("\n", id, String.valueOf(person), String.valueOf(locale), labels.toString());
  }

  /** Returns a comment of which nothing else is known. */
  public static LabelledComment of(String text, @Nullable Locale locale) {
    return new LabelledComment("", text, locale, ThemeLabels.none(), null, null);
  }

  /** Returns this comment with what the caller knows it by. */
  public LabelledComment withId(String id) {
    return new LabelledComment(id, text, locale, labels, at, person);
  }

  /** Returns this comment with these labels in place of its own. */
  public LabelledComment withLabels(ThemeLabels labels) {
    return new LabelledComment(id, text, locale, labels, at, person);
  }

  /** Returns this comment with the time at which it was written. */
  public LabelledComment withTime(Instant at) {
    return new LabelledComment(id, text, locale, labels, at, person);
  }

  /** Returns this comment with the pseudonym of who wrote it. */
  public LabelledComment withPerson(String person) {
    return new LabelledComment(id, text, locale, labels, at, person);
  }

  /** Returns the length and the labels; never what was written, nor by whom. */
  @Override
  public String toString() {
    return "comment of %d characters, %s".formatted(text.length(), labels);
  }
}
