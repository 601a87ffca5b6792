package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Declared;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The initiatives of the properties, checked against the surveys. */
final class Initiatives {

  /** Each of them is asked for anew whenever somebody looks. */
  private static final int MAX = 50;

  private final List<Measured> all;

  private Initiatives(List<Measured> all) {
    this.all = all;
  }

  private record Measured(Initiative initiative, String survey, String question) {}

  /**
   * Reads what was declared.
   *
   * @throws IllegalArgumentException that names each property which is wrong, and what it may be
   */
  static Initiatives of(List<Declared> declared, List<Survey> surveys) {
    List<String> wrong = new ArrayList<>();
    List<Measured> all = new ArrayList<>();
    if (declared.size() > MAX) {
      wrong.add(
          "feedback4j.dashboard.initiatives must be at most %d, but are %d; remove those that are over"
              .formatted(MAX, declared.size()));
    }
    for (int i = 0; i < declared.size(); i++) {
      Measured measured = new Reader(i, declared.get(i), surveys, wrong).read();
      if (measured != null) {
        all.add(measured);
      }
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
    return new Initiatives(List.copyOf(all));
  }

  /** Returns those that the rating of a view measures and its filters do not rule out. */
  List<Initiative> of(View view) {
    return all.stream()
        .filter(each -> each.survey.equals(view.survey().key())
            && each.question.equals(view.rating().id())
            && isSeen(each.initiative.scope(), view.filters()))
        .map(Measured::initiative)
        .toList();
  }

  private static boolean isSeen(Map<String, String> scope, Map<String, String> filters) {
    return filters.entrySet().stream()
        .allMatch(
            each -> scope.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
  }

  /** Reads one of them. */
  private static final class Reader {

    private final String property;
    private final Declared declared;
    private final List<Survey> surveys;
    private final List<String> wrong;

    Reader(int index, Declared declared, List<Survey> surveys, List<String> wrong) {
      this.property = "feedback4j.dashboard.initiatives[" + index + "].";
      this.declared = declared;
      this.surveys = surveys;
      this.wrong = wrong;
    }

    @Nullable
    Measured read() {
      int before = wrong.size();
      String name = declared.name();
      if (name == null || name.isBlank()) {
        wrong("name", "must say what it is called, such as New laptops");
      }
      LocalDate start = declared.start();
      if (start == null) {
        wrong("start", "must be the first day of the change, such as 2026-04-01");
      } else if (!start.plus(declared.horizon()).isAfter(start)) {
        wrong("horizon", "must be longer than zero, such as P13W, but was " + declared.horizon());
      }
      declared.scope().forEach((dimension, value) -> {
        try {
          // Checks the value too.
          Accountability.none().with(dimension, value);
        } catch (IllegalArgumentException e) {
          wrong("scope." + dimension, "is wrong: " + e.getMessage());
        }
      });
      Survey survey = survey();
      Question.Rating rating = survey == null ? null : rating(survey);
      if (name == null
          || start == null
          || survey == null
          || rating == null
          || wrong.size() > before) {
        return null;
      }
      return new Measured(
          new Initiative(
              name,
              start,
              declared.scope(),
              rating.metric(),
              declared.direction(),
              declared.horizon()),
          survey.key(),
          rating.id());
    }

    private @Nullable Survey survey() {
      Survey survey = surveys.stream()
          .filter(each -> each.key().equals(declared.survey()))
          .findFirst()
          .orElse(null);
      if (survey == null) {
        wrong(
            "survey",
            "must be one of %s, but was %s"
                .formatted(
                    surveys.stream().map(Survey::key).sorted().toList(),
                    declared.survey() == null ? "not set" : "'" + declared.survey() + "'"));
      }
      return survey;
    }

    private Question.@Nullable Rating rating(Survey survey) {
      String id = declared.question();
      Question question = id == null ? survey.firstRating() : survey.question(id);
      if (question instanceof Question.Rating rating) {
        return rating;
      }
      List<String> ratings = survey.questions().stream()
          .filter(Question.Rating.class::isInstance)
          .map(Question::id)
          .toList();
      wrong(
          "question",
          "must be a rating of the survey '%s', which has %s, but was %s"
              .formatted(survey.key(), ratings, id == null ? "not set" : "'" + id + "'"));
      return null;
    }

    private void wrong(String name, String message) {
      wrong.add(property + name + " " + message);
    }
  }
}
