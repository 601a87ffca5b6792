package io.github.feedback4j.response;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tags the texts of a response, the same way when it comes in and when it is tagged again.
 *
 * @param tagger what finds the themes; asked once for each response with words, because another pack may be
 *     activated meanwhile
 * @param polarityFromScore whether the rating beside a text judges what the text itself does not
 */
record CommentTagger(Supplier<ThemeTagger> tagger, boolean polarityFromScore) {

  /**
   * Returns the tagging of each answer with words, by question.
   *
   * @param survey what was answered, or null if it is not known any more
   * @param answers redacted, because offsets refer to what is kept
   */
  Map<String, Tagging> tag(
      @Nullable Survey survey, Collection<Answer> answers, @Nullable Locale locale) {
    Map<String, Tagging> taggings = new HashMap<>();
    ThemeTagger current = null;
    Polarity rating = null;
    for (Answer each : answers) {
      String words = each.words();
      if (words != null) {
        current = current == null ? tagger.get() : current;
        rating = rating == null ? rating(survey, answers) : rating;
        taggings.put(each.question(), current.tags(words, locale, rating));
      }
    }
    return taggings;
  }

  private Polarity rating(@Nullable Survey survey, Collection<Answer> answers) {
    Question.Rating asked = survey == null || !polarityFromScore ? null : survey.firstRating();
    if (asked != null) {
      for (Answer each : answers) {
        if (each instanceof Answer.Rating given && given.question().equals(asked.id())) {
          return polarity(asked.metric(), given.value());
        }
      }
    }
    return Polarity.NEUTRAL;
  }

  /**
   * Returns what a point of a scale says: the classes in the best third of the metric's scores praise,
   * those in the worst third complain.
   */
  static Polarity polarity(MetricDefinition metric, int point) {
    if (!metric.scale().contains(point)) {
      return Polarity.NEUTRAL;
    }
    // Two classes leave nobody in between, but 3 of 5 stars is no complaint.
    boolean isMiddle = 2 * point == metric.scale().min() + metric.scale().max();
    if (isMiddle && metric.classes().size() == 2) {
      return Polarity.NEUTRAL;
    }
    double value = metric.offset() + (double) metric.factor() * metric.scoreOf(point);
    double share = (value - metric.lowest()) / (metric.highest() - metric.lowest());
    double good =
        metric.direction() == MetricDefinition.Direction.HIGHER_IS_BETTER ? share : 1 - share;
    return good * 3 <= 1 ? Polarity.NEGATIVE : good * 3 >= 2 ? Polarity.POSITIVE : Polarity.NEUTRAL;
  }
}
