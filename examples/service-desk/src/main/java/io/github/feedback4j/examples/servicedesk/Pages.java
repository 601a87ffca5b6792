package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.ResponseStore;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** What every page has: who is signed in, the people, the way times are written, the language. */
@ControllerAdvice
class Pages implements WebMvcConfigurer {

  private final People people;
  private final InstantSource time;
  private final boolean answersHere;

  Pages(People people, InstantSource time, ObjectProvider<ResponseSink> sinks) {
    this.people = people;
    this.time = time;
    this.answersHere = sinks.stream().allMatch(ResponseStore.class::isInstance);
  }

  /** Says whether there is a dashboard here; a collector that answers are sent to has its own. */
  @ModelAttribute("answersHere")
  boolean answersHere() {
    return answersHere;
  }

  @ModelAttribute("me")
  @Nullable
  Person me(@Nullable Principal user) {
    return user == null ? null : people.get(user);
  }

  @ModelAttribute("people")
  People people() {
    return people;
  }

  @ModelAttribute("times")
  Times times(Locale locale) {
    return new Times(locale, time.instant());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor languages = new LocaleChangeInterceptor();
    languages.setParamName("lang");
    languages.setHttpMethods("GET");
    languages.setIgnoreInvalidLocale(true);
    // The prompt's own "lang" is the language of the page, not a choice for the session.
    registry.addInterceptor(languages).excludePathPatterns("/feedback4j/**");
  }

  /**
   * Writes times in the language of the page and the zone of the server.
   *
   * @param locale the language of the page
   * @param now the time of the request
   */
  record Times(Locale locale, Instant now) {

    public String full(Instant time) {
      return format(time, " MMM uuuu, HH:mm");
    }

    public String day(Instant time) {
      return format(time, " MMMM uuuu");
    }

    private String format(Instant time, String afterDay) {
      ZonedDateTime here = time.atZone(ZoneId.systemDefault());
      boolean ordinal = locale.getLanguage().equals("fr") && here.getDayOfMonth() == 1;
      return DateTimeFormatter.ofPattern((ordinal ? "d'er'" : "d") + afterDay, locale)
          .format(here);
    }
  }
}
