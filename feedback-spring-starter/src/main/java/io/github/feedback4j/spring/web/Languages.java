package io.github.feedback4j.spring.web;

import io.github.feedback4j.survey.Survey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language a browser wants. */
final class Languages {

  private Languages() {}

  /** Returns the page's language, else the browser's, null if neither says. */
  static @Nullable Locale asked(HttpServletRequest request, String lang) {
    if (!lang.isBlank()) {
      return Locale.forLanguageTag(lang);
    }
    return request.getHeader("Accept-Language") == null ? null : request.getLocale();
  }

  /** Returns the page's language, else the browser's, else the survey's own. */
  static Locale wanted(HttpServletRequest request, String lang, Survey survey) {
    Locale asked = asked(request, lang);
    return asked == null ? survey.defaultLocale() : asked;
  }
}
