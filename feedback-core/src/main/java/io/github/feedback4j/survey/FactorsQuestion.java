package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Choice;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stood behind an earlier rating: the options depend on the band that the rating is in, and each
 * invitation shows them in an order of its own.
 *
 * <p>Shown only after a rating that is in one of the bands.
 *
 * @param id the question's id
 * @param text what is asked
 * @param rules when else it is shown, when it is required, and what comes next
 * @param of the id of the rating, an earlier question
 * @param bands the options by band, in ascending order, without overlaps
 * @param atMost the greatest number of options in an answer
 * @since 0.1
 */
public record FactorsQuestion(
    String id, LocalizedText text, QuestionRules rules, String of, List<Band> bands, int atMost)
    implements Question {

  /**
   * Neighbouring points and the options that are shown after one of them.
   *
   * @param from the lowest point
   * @param to the highest point
   * @param choices 1 to {@value Options#MAX} options; another band may have the same ids for the same
   *     things
   */
  public record Band(int from, int to, List<Choice> choices) {

    /** Copies the options and checks that the band is not empty. */
    public Band {
      choices = List.copyOf(choices);
      if (from < 0 || from > to) {
        throw new IllegalArgumentException(
            "a band must go from 0 or more up to its end, but goes from %d to %d"
                .formatted(from, to));
      }
    }
  }

  /** Checks the bands. */
  public FactorsQuestion {
    Ids.requireId("question id", id);
    Ids.requireId("question id", of);
    bands = List.copyOf(bands);
    if (bands.isEmpty() || bands.size() > Scale.MAX_POINTS) {
      throw new IllegalArgumentException("question '%s' must have 1 to %d bands, but has %d"
          .formatted(id, Scale.MAX_POINTS, bands.size()));
    }
    int widest = 0;
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      Options.of(band.choices()).require(id, 1);
      widest = Math.max(widest, band.choices().size());
      if (i > 0 && bands.get(i - 1).to() >= band.from()) {
        throw new IllegalArgumentException(
            "question '%s': bands must be in ascending order without overlaps, but one ends at %d and the next starts at %d"
                .formatted(id, bands.get(i - 1).to(), band.from()));
      }
    }
    MultiChoiceQuestion.requireSelections(id, 1, atMost, widest);
  }

  /** Returns the options after a rating, in the order written, or none if it is in no band. */
  public List<Choice> choices(int rating) {
    for (Band each : bands) {
      if (rating >= each.from() && rating <= each.to()) {
        return each.choices();
      }
    }
    return List.of();
  }

  /** Returns the options of a band in the order in which an invitation shows them. */
  public List<Choice> shown(Band band, UUID invitation) {
    return ShownOrder.of(band.choices(), invitation, id);
  }

  /** Returns the ids of the options of all bands. */
  public Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    bands.forEach(band -> band.choices().forEach(each -> ids.add(each.id())));
    return ids;
  }

  /** Returns whether this answer to the rating, or null for none, is in a band. */
  boolean hasChoicesAfter(@Nullable AttributeValue rating) {
    return rating instanceof AttributeValue.Numeric score
        && score.number().scale() <= 0
        && !choices(score.number().intValue()).isEmpty();
  }

  /** Returns this question for at most so many options in an answer. */
  public FactorsQuestion withAtMost(int atMost) {
    return new FactorsQuestion(id, text, rules, of, bands, atMost);
  }

  @Override
  public FactorsQuestion withRules(QuestionRules rules) {
    return new FactorsQuestion(id, text, rules, of, bands, atMost);
  }
}
