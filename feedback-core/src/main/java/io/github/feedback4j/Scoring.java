package io.github.feedback4j;

import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a store counts into scores: the one place that knows both. */
final class Scoring {

  private final Supplier<SurveyCatalog> surveys;
  private final @Nullable ResponseStore store;
  private final InstantSource time;

  Scoring(Supplier<SurveyCatalog> surveys, @Nullable ResponseStore store, InstantSource time) {
    this.surveys = surveys;
    this.store = store;
    this.time = time;
  }

  /** A query whose names are checked, with the time that it means now. */
  record Asked(Query query, Survey survey, Question.Rating rating, ResponseFilter filter) {}

  /**
   * Checks the names in a query.
   *
   * @throws IllegalArgumentException if there is no such survey, or the question is no rating
   */
  Asked asked(Query query) {
    Survey survey = requireSurvey(surveys.get(), query.survey());
    Question.Rating rating = requireRating(survey, query.question());
    Query.Window window = query.window(time.instant());
    return new Asked(
        query,
        survey,
        rating,
        new ResponseFilter(
            survey.key(), window.from(), window.until(), query.filters(), query.isOnDemand()));
  }

  Score score(Query query) {
    Asked asked = asked(query);
    return score(asked, tally(asked, store().ratings(asked.filter, asked.rating.id())));
  }

  /** Returns the score of answers that were counted for a query, with its response rate. */
  Score score(Asked asked, Tally tally) {
    return Score.of(tally, responses(asked), asked.query.level());
  }

  ResponseCounts responses(Asked asked) {
    ContactCounts counts = store().contacts(asked.filter);
    return new ResponseCounts(
        counts.invited(), counts.shown(), counts.answered(), counts.dismissed());
  }

  /** Adds ratings up, without those to a version of the survey that measured something else. */
  Tally tally(Asked asked, List<RatingCount> ratings) {
    Map<Integer, Boolean> same = new HashMap<>();
    List<Tally.Cell> cells = new ArrayList<>();
    for (RatingCount each : ratings) {
      if (same.computeIfAbsent(each.surveyVersion(), one -> measuresTheSame(asked, one))) {
        cells.add(new Tally.Cell(each.value(), each.inclusionProbability(), each.count()));
      }
    }
    return Tally.ofCells(asked.rating.metric(), cells);
  }

  /** Returns whether answers to a version of the survey count for the current one. */
  boolean measuresTheSame(Asked asked, int surveyVersion) {
    Survey answered = surveys.get().find(asked.survey.key(), surveyVersion);
    return answered != null
        && answered.question(asked.rating.id()) instanceof Question.Rating then
        && then.metric().equals(asked.rating.metric());
  }

  /**
   * Returns the store that can be asked.
   *
   * @throws IllegalStateException if responses only go to a remote sink
   */
  ResponseStore store() {
    if (store == null) {
      throw new IllegalStateException(
          "score needs a local store: give the builder .store(…) in the place of .sink(…), or ask the collector");
    }
    return store;
  }

  Instant now() {
    return time.instant();
  }

  /**
   * Returns the current version of a survey.
   *
   * @throws IllegalArgumentException that names the surveys if there is none of this key
   */
  static Survey requireSurvey(SurveyCatalog catalog, String key) {
    Survey survey = catalog.find(key);
    if (survey == null) {
      throw new IllegalArgumentException(
          "there is no survey '" + key + "'; the surveys are " + catalog.keys());
    }
    return survey;
  }

  private static Question.Rating requireRating(Survey survey, @Nullable String id) {
    Question question = id == null ? survey.firstRating() : survey.question(id);
    if (question instanceof Question.Rating rating) {
      return rating;
    }
    throw new IllegalArgumentException(
        id == null
            ? "survey '" + survey.key() + "' has no rating to score"
            : "survey '%s' has no rating '%s'; its questions are %s"
                .formatted(
                    survey.key(),
                    id,
                    survey.questions().stream().map(Question::id).toList()));
  }
}
