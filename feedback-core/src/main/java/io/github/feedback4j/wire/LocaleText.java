package io.github.feedback4j.wire;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Locales as language tags, and those that no tag describes as their parts. */
final class LocaleText {

  private LocaleText() {}

  static void write(EventJson out, Field name, Locale locale) {
    String tag = locale.toLanguageTag();
    if (isLanguageAndCountry(locale, tag) || Locale.forLanguageTag(tag).equals(locale)) {
      out.text(name, tag);
    } else {
      out.object(name);
      out.text(Field.LANGUAGE, locale.getLanguage());
      out.text(Field.COUNTRY, locale.getCountry());
      out.text(Field.VARIANT, locale.getVariant());
      out.endObject();
    }
  }

  /** Returns whether a tag leaves nothing out, as nearly all do; to parse it would take longer. */
  private static boolean isLanguageAndCountry(Locale locale, String tag) {
    String language = locale.getLanguage();
    String country = locale.getCountry();
    int length = language.length() + (country.isEmpty() ? 0 : country.length() + 1);
    return tag.length() == length
        && tag.startsWith(language)
        && tag.endsWith(country)
        && locale.getVariant().isEmpty()
        && locale.getScript().isEmpty()
        && !locale.hasExtensions();
  }

  static Locale read(Part part) {
    if (part.isText()) {
      return fromTag(part, part.name());
    }
    return new Locale(
        part.get("language").name(),
        part.get("country").name(),
        part.get("variant").name());
  }

  private static Locale fromTag(Part part, String tag) {
    try {
      // Unlike the other way to parse a tag it does not leave out what it does not understand.
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw part.malformed("must be a language tag such as fr-CA");
    }
  }
}
