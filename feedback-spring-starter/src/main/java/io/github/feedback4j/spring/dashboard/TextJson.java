package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.survey.Localized;
import io.github.feedback4j.survey.LocalizedText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Writes texts in the language of a page, each with the language that it came in. */
final class TextJson {

  private final Locale wanted;
  private final Locale fallback;

  TextJson(Locale wanted, Locale fallback) {
    this.wanted = wanted;
    this.fallback = fallback;
  }

  void put(ObjectNode json, String name, @Nullable LocalizedText text) {
    if (text == null) {
      json.putNull(name);
      return;
    }
    Localized resolved = text.resolve(wanted, fallback);
    json.putObject(name)
        .put("text", resolved.text())
        .put("lang", resolved.locale().toLanguageTag());
  }
}
