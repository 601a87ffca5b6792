package io.github.feedback4j.survey;

import io.github.feedback4j.survey.Question.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be chosen, and in which order it is shown.
 *
 * @param choices the options in the order written, with unique ids
 * @param other what an open option at the end says, chosen under the id {@value #OTHER} and answered
 *     in the respondent's own words, or null if there is none
 * @param shuffled whether each invitation shows the options in an order of its own, the open one last
 * @since 0.1
 */
public record Options(List<Choice> choices, @Nullable LocalizedText other, boolean shuffled) {

  /** The greatest number of options, the open one included. */
  public static final int MAX = 50;

  /** The id of the open option. */
  public static final String OTHER = "other";

  /** The greatest length of what is written beside the open option, in UTF-16 units. */
  public static final int OTHER_MAX_LENGTH = 500;

  /** Copies the choices. */
  public Options {
    choices = List.copyOf(choices);
  }

  /** Returns these options in the order written, none of them open. */
  public static Options of(List<Choice> choices) {
    return new Options(choices, null, false);
  }

  /** Returns these options with an open one at the end. */
  public Options withOther(LocalizedText other) {
    return new Options(choices, other, shuffled);
  }

  /** Returns these options shuffled for each invitation. */
  public Options asShuffled() {
    return new Options(choices, other, true);
  }

  /** Returns the number of options, the open one included. */
  public int size() {
    return choices.size() + (other == null ? 0 : 1);
  }

  /** Returns the ids of the options, the open one included. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    choices.forEach(each -> ids.add(each.id()));
    if (other != null) {
      ids.add(OTHER);
    }
    return ids;
  }

  /**
   * Returns the options in the order in which an invitation shows them, the open one last.
   *
   * <p>The same invitation and question give the same order at any time, so that order need not be
   * kept with the answer.
   */
  public List<Choice> shown(UUID invitation, String question) {
    List<Choice> shown =
        new ArrayList<>(shuffled ? ShownOrder.of(choices, invitation, question) : choices);
    LocalizedText open = other;
    if (open != null) {
      shown.add(new Choice(OTHER, open));
    }
    return List.copyOf(shown);
  }

  /** Returns these options unchanged, or throws what is wrong with them. */
  Options require(String question, int least) {
    if (size() < least || size() > MAX) {
      throw new IllegalArgumentException("question '%s' must have %d to %d choices, but has %d"
          .formatted(question, least, MAX, size()));
    }
    Set<String> seen = new HashSet<>();
    for (String each : ids()) {
      if (!seen.add(each)) {
        throw new IllegalArgumentException(
            "question '%s' has two choices with the id '%s'".formatted(question, each));
      }
    }
    return this;
  }
}
