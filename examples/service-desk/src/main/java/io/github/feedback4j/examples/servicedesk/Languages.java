package io.github.feedback4j.examples.servicedesk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Speaks the language that was chosen in this session, else the person's, else the browser's. */
@Component("localeResolver")
class Languages implements LocaleResolver {

  static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.FRENCH);

  private static final String CHOSEN = Languages.class.getName();

  private final People people;

  Languages(People people) {
    this.people = people;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(CHOSEN) instanceof Locale chosen) {
      return chosen;
    }
    Principal user = request.getUserPrincipal();
    if (user != null) {
      return people.get(user).language();
    }
    for (Locale each : Collections.list(request.getLocales())) {
      Locale language = Locale.forLanguageTag(each.getLanguage());
      if (ALL.contains(language)) {
        return language;
      }
    }
    return Locale.ENGLISH;
  }

  /** Keeps the choice for this session; a language that we do not speak is no choice. */
  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (ALL.contains(locale)) {
      request.getSession().setAttribute(CHOSEN, locale);
    }
  }
}
