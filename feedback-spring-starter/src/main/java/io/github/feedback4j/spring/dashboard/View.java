package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What a link asks to see: its parameters, checked, and completed where it leaves something open. */
final class View {

  /** What can be filtered for, in the order of the page. */
  static final List<String> DIMENSIONS = List.of("team", "service", "channel");

  static final int DEFAULT_DAYS = 90;
  static final int MAX_DAYS = 731;

  /** Stands in a link for the answers without a value. */
  private static final String NONE = "-";

  private final Survey survey;
  private final Question.Rating rating;
  private final int days;
  private final LocalDate today;
  private final Map<String, String> filters;
  private final Locale locale;

  private View(
      Survey survey,
      Question.Rating rating,
      int days,
      LocalDate today,
      Map<String, String> filters,
      Locale locale) {
    this.survey = survey;
    this.rating = rating;
    this.days = days;
    this.today = today;
    this.filters = filters;
    this.locale = locale;
  }

  /**
   * Reads the parameters of a request.
   *
   * @param surveys those that have a rating, at least one
   * @throws Problem with status 400 if one of them names something that is not there
   */
  static View of(HttpServletRequest request, List<Survey> surveys, LocalDate today) {
    Survey survey = surveys.get(0);
    String key = parameter(request, "survey");
    if (!key.isEmpty()) {
      survey = surveys.stream()
          .filter(each -> each.key().equals(key))
          .findFirst()
          .orElseThrow(() -> Problem.of(
              400,
              "unknown-survey",
              "'survey' must be one of " + surveys.stream().map(Survey::key).toList()));
    }
    Map<String, String> filters = new TreeMap<>();
    for (String each : DIMENSIONS) {
      String value = parameter(request, each);
      if (!value.isEmpty()) {
        filters.put(each, value.equals(NONE) ? "" : value);
      }
    }
    return new View(
        survey,
        rating(request, survey),
        number(request, "days", DEFAULT_DAYS, MAX_DAYS),
        today,
        filters,
        locale(request));
  }

  private static Question.Rating rating(HttpServletRequest request, Survey survey) {
    String id = parameter(request, "question");
    Question question = id.isEmpty() ? survey.firstRating() : survey.question(id);
    if (question instanceof Question.Rating rating) {
      return rating;
    }
    throw Problem.of(
        400,
        "unknown-question",
        "'question' must be a rating of the survey '" + survey.key() + "'");
  }

  /**
   * Returns a parameter that is a number from 1 on.
   *
   * @throws Problem with status 400 if it is another text, or out of bounds
   */
  static int number(HttpServletRequest request, String name, int otherwise, int max) {
    String text = parameter(request, name);
    try {
      int number = text.isEmpty() ? otherwise : Integer.parseInt(text);
      if (number >= 1 && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of bounds.
    }
    throw Problem.of(
        400, "bad-" + name, "'%s' must be a whole number from 1 to %d".formatted(name, max));
  }

  /** Returns a parameter, or an empty text. */
  static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    if (value != null && value.length() > 200) {
      throw Problem.of(400, "too-long", "'" + name + "' must have at most 200 characters");
    }
    return value == null ? "" : value.strip();
  }

  /** Returns the language of the page: the one in its link, else the application's choice. */
  static Locale locale(HttpServletRequest request) {
    String lang = parameter(request, "lang");
    return lang.isEmpty() ? RequestContextUtils.getLocale(request) : Locale.forLanguageTag(lang);
  }

  Survey survey() {
    return survey;
  }

  Question.Rating rating() {
    return rating;
  }

  int days() {
    return days;
  }

  Locale locale() {
    return locale;
  }

  /** Returns the values that are filtered for, by dimension; an empty one for having none. */
  Map<String, String> filters() {
    return filters;
  }

  Query query() {
    Query query = Query.of(survey.key()).question(rating.id()).lastDays(days, today);
    for (Map.Entry<String, String> each : filters.entrySet()) {
      query = each.getValue().isEmpty()
          ? query.whereMissing(each.getKey())
          : query.where(each.getKey(), each.getValue());
    }
    return query;
  }

  /** Returns the first instant of the time that is seen. */
  Instant from() {
    return Objects.requireNonNull(query().window(Instant.EPOCH).from());
  }

  /** Returns periods of which about ten to thirty are seen. */
  Periods periods() {
    int length = days <= 45 ? 3 : days <= 200 ? 7 : days <= 400 ? 14 : 28;
    return Periods.endingWith(today, days, length);
  }

  /** Returns the first day that is seen of a period that began on {@code start}. */
  LocalDate clipped(LocalDate start) {
    LocalDate first = today.minusDays(days - 1L);
    return start.isBefore(first) ? first : start;
  }
}
