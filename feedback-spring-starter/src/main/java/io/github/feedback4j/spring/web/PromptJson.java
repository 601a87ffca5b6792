package io.github.feedback4j.spring.web;

import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.survey.Localized;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.Survey;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Writes a survey as the prompt that the widget shows, each text with its language. */
final class PromptJson {

  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi");

  private final Survey survey;
  private final Locale wanted;

  PromptJson(Survey survey, Locale wanted) {
    this.survey = survey;
    this.wanted = wanted;
  }

  ObjectNode write(Invitation invitation, boolean again, String identity) {
    ObjectNode prompt = Json.object();
    prompt.put("invitation", invitation.id().toString());
    prompt.put("again", again);
    prompt.putObject("survey").put("key", survey.key()).put("version", survey.version());
    Locale spoken = resolve(survey.questions().get(0).text()).locale();
    prompt.put("lang", spoken.toLanguageTag());
    prompt.put("dir", RIGHT_TO_LEFT.contains(spoken.getLanguage()) ? "rtl" : "ltr");
    LocalizedText title = survey.title();
    if (title == null) {
      prompt.putNull("title");
    } else {
      put(prompt.putObject("title"), title);
    }
    var questions = prompt.putArray("questions");
    QuestionJson json = new QuestionJson(survey, invitation, this::put);
    survey.questions().forEach(each -> json.write(each, questions.addObject()));
    prompt.put("identity", identity);
    return prompt;
  }

  private void put(ObjectNode node, LocalizedText text) {
    Localized resolved = resolve(text);
    node.put("text", resolved.text()).put("lang", resolved.locale().toLanguageTag());
  }

  private Localized resolve(LocalizedText text) {
    return text.resolve(wanted, survey.defaultLocale());
  }
}
