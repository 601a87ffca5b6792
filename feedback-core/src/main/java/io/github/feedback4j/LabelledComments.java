package io.github.feedback4j;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.ThemeLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes comments to tune a pack with out of responses, with what people said of their themes. */
final class LabelledComments {

  private LabelledComments() {}

  /**
   * Returns the texts of a response, empty answers left out.
   *
   * @param themes the ids of the themes that may be ticked
   */
  static List<LabelledComment> of(AcceptedResponse response, Set<String> themes) {
    Set<String> ticked = new TreeSet<>();
    for (Answer each : response.answers()) {
      if (each instanceof Answer.Choices choices) {
        ticked.addAll(choices.choices());
      } else if (each instanceof Answer.Choice choice) {
        ticked.add(choice.choice());
      }
    }
    ticked.retainAll(themes);
    List<LabelledComment> comments = new ArrayList<>();
    for (Answer each : response.answers()) {
      String words = each.words();
      Tagging tagging = response.taggings().get(each.question());
      if (words != null && tagging != null && !tagging.isEmptyAnswer()) {
        comments.add(LabelledComment.of(words, response.locale())
            .withId(response.id().toString())
            .withLabels(labels(response, each.question(), ticked))
            .withTime(response.answeredAt())
            .withPerson(response.invitation().respondent().value()));
      }
    }
    return comments;
  }

  /** What a person ruled goes before what the respondent ticked; of the other themes nobody said anything. */
  private static ThemeLabels labels(
      AcceptedResponse response, String question, Set<String> ticked) {
    Set<String> present = new TreeSet<>(ticked);
    List<String> absent = new ArrayList<>();
    for (Correction each : response.corrections()) {
      TagRuling ruling = each.ruling();
      if (ruling.question().equals(question)) {
        if (ruling.polarity() == null) {
          absent.add(ruling.theme());
        } else {
          present.add(ruling.theme());
        }
      }
    }
    ThemeLabels labels = ThemeLabels.ticked(present);
    return absent.isEmpty() ? labels : labels.without(absent.toArray(String[]::new));
  }
}
