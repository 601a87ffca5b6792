package io.github.feedback4j.theme;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the themes that a comment speaks of, each with the place where it does.
 *
 * <p>Implementations are safe for use by several threads, do no I/O, never throw whatever the text,
 * and give the same mentions for the same text.
 *
 * @since 0.1
 */
public interface ThemeTagger {

  /**
   * Returns the mentions in a text, by start, then end, then theme; an empty list if it has none.
   *
   * <p>Offsets refer to {@code text} as it is. A mention cuts neither a surrogate pair nor a letter
   * from its accent.
   *
   * @param text the comment
   * @param locale what the comment is written in; if the small words of another language show that
   *     it is in both, both are tried; with null, or a language that the tagger does not know, every
   *     language is tried that the small words do not rule out
   */
  List<Mention> tag(String text, @Nullable Locale locale);

  /**
   * Returns the tags of a text, with all that they rest on.
   *
   * @param text the comment
   * @param locale as for {@link #tag}
   */
  default Tagging tags(String text, @Nullable Locale locale) {
    return tags(text, locale, Polarity.NEUTRAL);
  }

  /**
   * Returns the tags of a text, with all that they rest on.
   *
   * @param text the comment
   * @param locale as for {@link #tag}
   * @param rating what the same person's rating says, for mentions that the comment does not judge;
   *     {@link Polarity#NEUTRAL} if it shall not count
   */
  default Tagging tags(String text, @Nullable Locale locale, Polarity rating) {
    List<Tag> tags =
        tag(text, locale).stream().map(each -> Tag.of(each, packId())).toList();
    return new Tagging(packId(), "none", isEmptyAnswer(text), tags);
  }

  /**
   * Returns which pack made the mentions, such as {@code it-service:1:ab12cd34}, or {@code none}.
   *
   * <p>Kept beside the mentions, it tells which ones an edited pack would find anew.
   */
  String packId();

  /** Returns the themes that it looks for, with their titles; empty if it cannot tell. */
  default List<Theme> themes() {
    return List.of();
  }

  /**
   * Returns the pack whose items it finds, or null if it is not made of one.
   *
   * <p>Only such a tagger gives way to a pack that is activated at run time.
   */
  default @Nullable ThemePack pack() {
    return null;
  }

  /** Returns a tagger that finds nothing. */
  static ThemeTagger none() {
    return NoThemeTagger.INSTANCE;
  }

  /**
   * Returns whether a text says that there is nothing to say, such as "N/A", "RAS", "néant", "-" or
   * nothing at all.
   *
   * <p>Such an answer is no comment and does not belong to the number that shares are of.
   */
  static boolean isEmptyAnswer(String text) {
    return EmptyAnswers.has(text);
  }

  /**
   * Returns a tagger that finds these items.
   *
   * <p>Compiling takes time and memory in proportion to the items, tagging in proportion to the text.
   * Of a text, the first 16,777,216 UTF-16 units are read. Where thousands of items stand in nearly
   * every word of a long text, the search ends after 1,048,576 places or 67,108,864 steps: what is
   * found up to there counts, and then rules of several parts by their order in the pack until as many
   * steps again are made. The same items and text always give the same.
   *
   * @param packId which pack it is, such as {@code it-service:1:ab12cd34}
   * @param themes the themes of the items
   * @param items what to look for, without named sets
   * @throws IllegalArgumentException if an item is of no such theme, has a part without letter, digit
   *     and emoji, names a set, has more than 256 spellings, or the items are of more than 60
   *     languages; the message names theme and item
   */
  static ThemeTagger of(String packId, Collection<Theme> themes, Collection<Item> items) {
    return RuleTagger.of(packId, themes, items);
  }

  /**
   * Returns a tagger that finds the items of a pack.
   *
   * <p>Words match whole, whatever their case and accents; in English and French the forms of a word
   * are the same ("printer", "printers"), and so are "don't" and "do not". Between the words of a
   * phrase there may be spaces, punctuation and emoji, but no sentence end and no line end. {@code
   * wi-fi}, {@code wifi} and {@code wi fi} are the same.
   *
   * <p>Several themes may share a place, but the mentions of one theme do not overlap. First the
   * items with a polarity of their own choose among the theme's places: the leftmost, and of those
   * the longest, then the next one behind it. Then the neutral ones choose likewise, but one that
   * overlaps a chosen place gives way, unless it is longer and has that place inside: then it takes
   * its polarity, of several the leftmost's, and stands for it. So a complaint is not lost to a
   * phrase that names its theme and begins one word earlier. Items that share a place count as one;
   * if they contradict each other, their clause decides.
   *
   * <p>A mention has the polarity of its phrase, turned round where it is negated ("not fast"), but
   * not by a negation that the phrase itself has ("no answer"). A phrase that only names its theme
   * takes the polarity of what its clause says, else of what the comment says.
   *
   * <p>Compiling takes time and memory in proportion to the pack, tagging in proportion to the
   * text. Of a text, the first 16,777,216 UTF-16 units are read, and no more than 1,048,576 places
   * and 67,108,864 steps are spent on it, as for {@link #of}.
   *
   * @throws IllegalArgumentException if an item has more than 256 spellings, counted with the choices
   *     inside of its phrases, or the items are of more than 60 languages; the message names theme and
   *     item
   */
  static ThemeTagger phrases(ThemePack pack) {
    return RuleTagger.of(pack);
  }
}
