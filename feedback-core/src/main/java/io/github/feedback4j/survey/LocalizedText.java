package io.github.feedback4j.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One text in several languages, each under its BCP-47 tag.
 *
 * <p>Immutable. A blank text counts as missing, so a lookup falls through it to the next language.
 *
 * @since 0.1
 */
public final class LocalizedText {

  /** The greatest length of one text, in UTF-16 units. */
  public static final int MAX_LENGTH = 1_000;

  private final Map<String, String> texts;

  private LocalizedText(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * Returns a text in one language.
   *
   * @throws IllegalArgumentException if the tag is not BCP-47, or the text is blank or too long
   */
  public static LocalizedText of(String tag, String text) {
    return of(Map.of(tag, text));
  }

  /**
   * Returns a text in two languages.
   *
   * @throws IllegalArgumentException if a tag is not BCP-47, both texts are blank, or one is too long
   */
  public static LocalizedText of(String tag1, String text1, String tag2, String text2) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(tag1, text1);
    texts.put(tag2, text2);
    return of(texts);
  }

  /**
   * Returns a text from tags to texts, in the map's order.
   *
   * @throws IllegalArgumentException if a tag is not BCP-47 or stands twice in different spellings,
   *     every text is blank, or one is longer than {@value #MAX_LENGTH} or has half a surrogate pair
   */
  public static LocalizedText of(Map<String, String> texts) {
    Map<String, String> kept = new LinkedHashMap<>();
    texts.forEach((tag, text) -> {
      String canonical = parseTag(tag).toLanguageTag();
      if (text.length() > MAX_LENGTH) {
        throw new IllegalArgumentException("text '%s' must have at most %d characters, but has %d"
            .formatted(tag, MAX_LENGTH, text.length()));
      }
      requireWholeCharacters("text '" + tag + "'", text);
      if (!text.isBlank() && kept.put(canonical, text) != null) {
        throw new IllegalArgumentException("language '" + canonical + "' stands twice");
      }
    });
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("text must be given in at least one language");
    }
    return new LocalizedText(Collections.unmodifiableMap(kept));
  }

  /** Throws if a text has half a surrogate pair, which UTF-8 cannot carry, so a file would lose it. */
  static void requireWholeCharacters(String what, String text) {
    int i = 0;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        throw new IllegalArgumentException(
            "%s must have whole characters only, but has half a surrogate pair (U+%04X) at index %d"
                .formatted(what, character, i));
      }
      i += Character.charCount(character);
    }
  }

  /** Returns the locale of a BCP-47 tag, or throws what is wrong with the tag. */
  static Locale parseTag(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty()) {
        return locale;
      }
    } catch (IllformedLocaleException ignored) {
      // The message below says more than the position that the exception knows.
    }
    throw new IllegalArgumentException(
        "language must be a BCP-47 tag such as 'en' or 'fr-CA', but was '" + tag + "'");
  }

  /**
   * Returns the text for {@code wanted}, else for {@code fallback}, else the first one.
   *
   * <p>Each of the two is looked up as RFC 4647 section 3.4 says: {@code fr-CA}, then {@code fr}.
   */
  public Localized resolve(Locale wanted, Locale fallback) {
    Localized found = lookup(wanted);
    if (found == null) {
      found = lookup(fallback);
    }
    if (found == null) {
      Map.Entry<String, String> first = texts.entrySet().iterator().next();
      found = new Localized(first.getValue(), Locale.forLanguageTag(first.getKey()));
    }
    return found;
  }

  /** Returns whether {@code wanted}, or a less specific form of it, has a text of its own. */
  public boolean covers(Locale wanted) {
    return lookup(wanted) != null;
  }

  /** Returns the texts under their canonical tags, in the order in which they were given. */
  public Map<String, String> texts() {
    return texts;
  }

  private @Nullable Localized lookup(Locale wanted) {
    for (String tag : lookupChain(wanted)) {
      String text = texts.get(tag);
      if (text != null) {
        return new Localized(text, Locale.forLanguageTag(tag));
      }
    }
    return null;
  }

  private static List<String> lookupChain(Locale wanted) {
    List<String> chain = new ArrayList<>();
    String tag = wanted.toLanguageTag();
    while (!tag.isEmpty()) {
      chain.add(tag);
      int cut = tag.lastIndexOf('-');
      // A single letter announces an extension ("zh-Hant-x-app") and means nothing at the end.
      if (cut > 1 && tag.charAt(cut - 2) == '-') {
        cut -= 2;
      }
      tag = cut < 0 ? "" : tag.substring(0, cut);
    }
    return chain;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LocalizedText that && texts.equals(that.texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  @Override
  public String toString() {
    return texts.toString();
  }
}
