package io.github.feedback4j.theme;

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
   * @param locale what the comment is written in; with null, or a language that the tagger does not
   *     know, every language it knows is tried
   */
  List<Mention> tag(String text, @Nullable Locale locale);

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

  /** Returns a tagger that finds nothing. */
  static ThemeTagger none() {
    return NoThemeTagger.INSTANCE;
  }

  /**
   * Returns a tagger that finds the phrases of a pack.
   *
   * <p>Words match whole, whatever their case and accents. Between the words of a phrase there may
   * be spaces and punctuation, but no sentence end and no line end. {@code wi-fi}, {@code wifi} and
   * {@code wi fi} are the same. Of overlapping places of one theme the leftmost counts, and of
   * those the longest; several themes may share a place.
   *
   * <p>Compiling takes time and memory in proportion to the pack, tagging in proportion to the
   * text.
   */
  static ThemeTagger phrases(ThemePack pack) {
    return new PhraseTagger(pack);
  }
}
