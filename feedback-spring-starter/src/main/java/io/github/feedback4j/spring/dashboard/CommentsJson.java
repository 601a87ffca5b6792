package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Scoreboard.Comments;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.Question;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.Theme;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes comments with the places that speak of a theme; who wrote them is not in it. */
final class CommentsJson {

  private final View view;
  private final TextJson texts;
  private final List<Theme> themes;
  private final ThemeTitles titles;

  CommentsJson(View view, List<Theme> themes) {
    this.view = view;
    this.texts = new TextJson(view.locale(), view.survey().defaultLocale());
    this.themes =
        AlphabeticalOrder.of(view.locale()).sort(themes, each -> each.title(view.locale()));
    this.titles = new ThemeTitles(themes, view.locale());
  }

  ObjectNode write(Comments comments, @Nullable String next) {
    ObjectNode json = Json.object();
    json.put("state", OverviewJson.state(comments.state()));
    ArrayNode classes = json.putArray("classes");
    view.rating().metric().classes().forEach(each -> classes.add(each.name()));
    ArrayNode list = json.putArray("themes");
    themes.forEach(each -> titles.put(list.addObject().put("id", each.id()), each.id()));
    ArrayNode written = json.putArray("comments");
    comments.responses().forEach(each -> write(written.addObject(), each));
    json.put("next", next);
    return json;
  }

  private void write(ObjectNode json, AcceptedResponse response) {
    // The day only: a time would tell who was at work then.
    json.put("day", LocalDate.ofInstant(response.answeredAt(), ZoneOffset.UTC).toString());
    rating(json, response);
    Invitation invitation = response.invitation();
    View.DIMENSIONS.forEach(each -> json.put(each, invitation.accountability().get(each)));
    ArrayNode written = json.putArray("texts");
    for (Answer each : response.answers()) {
      String words = each.words();
      if (words != null) {
        text(written.addObject(), response, each.question(), words);
      }
    }
  }

  private void rating(ObjectNode json, AcceptedResponse response) {
    MetricDefinition metric = view.rating().metric();
    if (response.answer(view.rating().id()) instanceof Answer.Rating rating
        && metric.scale().contains(rating.value())) {
      ScoreClass points = metric.classOf(rating.value());
      json.put("rating", rating.value());
      texts.put(json, "label", view.rating().labels().get(rating.value()));
      json.put("class", points.name());
    } else {
      json.putNull("rating").putNull("label").putNull("class");
    }
  }

  private void text(ObjectNode json, AcceptedResponse response, String id, String words) {
    Question question = view.survey().question(id);
    texts.put(json, "question", question == null ? null : question.text());
    json.put("text", words);
    Locale locale = response.locale();
    json.put("lang", locale == null ? null : locale.toLanguageTag());
    ArrayNode mentions = json.putArray("mentions");
    Tagging tagging = response.taggings().get(id);
    if (tagging != null) {
      tagging.tags().forEach(each -> MentionJson.write(mentions.addObject(), each, titles));
    }
  }
}
