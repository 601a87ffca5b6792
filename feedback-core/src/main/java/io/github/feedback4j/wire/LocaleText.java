package io.github.feedback4j.wire;

import java.util.IllformedLocaleException;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Locales as language tags, and those that no tag describes as their parts. */
final class LocaleText {

  private LocaleText() {}

  static void write(JsonGenerator out, String name, Locale locale) {
    String tag = locale.toLanguageTag();
    if (isLanguageAndCountry(locale, tag) || Locale.forLanguageTag(tag).equals(locale)) {
      out.writeStringProperty(name, tag);
    } else {
      out.writeObjectPropertyStart(name);
      out.writeStringProperty("language", locale.getLanguage());
      out.writeStringProperty("country", locale.getCountry());
      out.writeStringProperty("variant", locale.getVariant());
      out.writeEndObject();
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
