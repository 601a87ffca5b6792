package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Scoreboard;
import io.github.feedback4j.Scoreboard.Overview;
import io.github.feedback4j.Scoreboard.Slice;
import io.github.feedback4j.Scoreboard.State;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes what a view shows; every figure is rounded here, once, from exact counts. */
final class OverviewJson {

  private final View view;
  private final TextJson texts;
  private final MetricDefinition metric;

  OverviewJson(View view) {
    this.view = view;
    this.texts = new TextJson(view.locale(), view.survey().defaultLocale());
    this.metric = view.rating().metric();
  }

  /** Returns the words of a state in JSON. */
  static String state(State state) {
    return switch (state) {
      case SHOWN -> "ok";
      case NO_ANSWERS -> "none";
      case HIDDEN -> "hidden";
    };
  }

  /** Begins a document with what does not depend on a view. */
  static ObjectNode begin(Scoreboard board, List<Survey> surveys, Locale locale) {
    ObjectNode json = Json.object();
    json.put("generatedAt", board.now().toString());
    json.put("zone", "UTC");
    json.put("minGroupSize", board.minPersons());
    ArrayNode list = json.putArray("surveys");
    for (Survey each : surveys) {
      TextJson texts = new TextJson(locale, each.defaultLocale());
      ObjectNode survey = list.addObject().put("key", each.key());
      LocalizedText title = each.title();
      if (title == null) {
        survey.putObject("title").put("text", each.key()).put("lang", "");
      } else {
        texts.put(survey, "title", title);
      }
      ArrayNode questions = survey.putArray("questions");
      for (Question question : each.questions()) {
        if (question instanceof Question.Rating) {
          texts.put(questions.addObject().put("id", question.id()), "text", question.text());
        }
      }
    }
    return json;
  }

  void write(ObjectNode json, Overview overview) {
    ObjectNode shown = json.putObject("view");
    shown.put("survey", view.survey().key());
    shown.put("question", view.rating().id());
    shown.put("days", view.days());
    shown.put("from", view.from().toString());
    shown.put("until", json.get("generatedAt").stringValue());
    ObjectNode filters = shown.putObject("filters");
    view.filters().forEach((name, value) -> put(filters, name, value));

    ObjectNode dimensions = json.putObject("dimensions");
    for (String each : View.DIMENSIONS) {
      ArrayNode values = dimensions.putArray(each);
      for (Slice slice : sorted(overview.groups().getOrDefault(each, List.of()))) {
        if (slice.state() == State.SHOWN) {
          values.add(slice.value().isEmpty() ? null : slice.value());
        }
      }
    }
    metric(json.putObject("metric"), overview.score());
    json.put("state", state(overview.state()));
    ResponseCounts responses = overview.responses();
    if (responses != null) {
      responses(json.putObject("responses"), responses);
    }
    Score score = overview.score();
    if (score != null) {
      score(json.putObject("score"), score);
      distribution(json.putArray("distribution"), score.tally());
      trend(json.putObject("trend"), overview.periods());
      ObjectNode groups = json.putObject("groups");
      for (String dimension : View.DIMENSIONS) {
        ArrayNode values = groups.putArray(dimension);
        sorted(overview.groups().getOrDefault(dimension, List.of()))
            .forEach(each -> slice(put(values.addObject(), "value", each.value()), each));
      }
    }
  }

  /** Returns the groups in alphabetical order, never a ranking, those without a value last. */
  private List<Slice> sorted(List<Slice> slices) {
    return AlphabeticalOrder.of(view.locale()).sort(slices, Slice::value);
  }

  private void metric(ObjectNode json, @Nullable Score score) {
    json.put("id", metric.id());
    json.put("unit", metric.unit().name().toLowerCase(Locale.ROOT));
    json.put("lowest", metric.lowest());
    json.put("highest", metric.highest());
    json.put("higherIsBetter", metric.direction() == Direction.HIGHER_IS_BETTER);
    json.put("decimals", metric.unit().decimals());
    json.put("formula", (score == null ? Score.of(Tally.empty(metric)) : score).formula());
  }

  private void score(ObjectNode json, Score score) {
    score(json, score, metric.unit().decimals());
  }

  static void score(ObjectNode json, Score score, int decimals) {
    ConfidenceInterval interval = score.interval().orElseThrow();
    json.put("value", score.rounded(decimals).orElseThrow());
    json.put("low", interval.roundedLow(decimals));
    json.put("high", interval.roundedHigh(decimals));
    json.put("level", interval.level());
    json.put("n", score.n());
    json.put("effectiveN", Math.round(score.effectiveN()));
    json.put("few", score.fewAnswers());
  }

  private static void responses(ObjectNode json, ResponseCounts counts) {
    json.put("invited", counts.invited());
    json.put("shown", counts.shown());
    json.put("answered", counts.answered());
    json.put("dismissed", counts.dismissed());
    json.put("rate", counts.invited() == 0 ? null : percent(counts.answered(), counts.invited()));
  }

  private void distribution(ArrayNode json, Tally tally) {
    tally.counts().forEach((point, count) -> {
      ObjectNode one = json.addObject().put("point", point);
      texts.put(one, "label", view.rating().labels().get(point));
      ScoreClass points = metric.classOf(point);
      one.put("class", points.name());
      one.put("score", points.score());
      one.put("count", count);
      one.put("percent", percent(count, tally.n()));
    });
  }

  private void trend(ObjectNode json, List<Slice> slices) {
    Periods periods = view.periods();
    json.put("bucketDays", periods.days());
    ArrayNode buckets = json.putArray("buckets");
    for (Slice each : slices) {
      LocalDate start = LocalDate.parse(each.value());
      ObjectNode bucket = buckets.addObject();
      bucket.put("from", view.clipped(start).toString());
      bucket.put("until", start.plusDays(periods.days()).toString());
      slice(bucket, each);
    }
  }

  private void slice(ObjectNode json, Slice slice) {
    json.put("state", state(slice.state()));
    Score score = slice.score();
    if (score != null) {
      score(json.putObject("score"), score);
    }
  }

  private static ObjectNode put(ObjectNode json, String name, String value) {
    return json.put(name, value.isEmpty() ? null : value);
  }

  private static BigDecimal percent(long part, long whole) {
    return BigDecimal.valueOf(part)
        .multiply(BigDecimal.valueOf(100))
        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
  }
}
