package io.github.feedback4j.jdbc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes locales as language tags, and those that no tag describes by their parts. */
final class StoredLocale {

  private static final String PARTS = "|";

  private StoredLocale() {}

  static @Nullable String toStored(@Nullable Locale locale) {
    if (locale == null) {
      return null;
    }
    String tag = locale.toLanguageTag();
    return Locale.forLanguageTag(tag).equals(locale)
        ? tag
        : String.join(PARTS, "", locale.getLanguage(), locale.getCountry(), locale.getVariant());
  }

  static @Nullable Locale fromStored(@Nullable String stored) {
    if (stored == null) {
      return null;
    }
    if (!stored.startsWith(PARTS)) {
      return Locale.forLanguageTag(stored);
    }
    String[] parts = stored.split("\\|", 4);
    return new Locale(parts[1], parts[2], parts[3]);
  }
}
