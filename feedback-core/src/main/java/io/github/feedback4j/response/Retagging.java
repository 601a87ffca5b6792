package io.github.feedback4j.response;

import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tags the texts of kept responses again, as if they came in now.
 *
 * <p>What is tagged is the redacted text that is kept, in the language and beside the rating that are
 * kept with it; if the version of the survey is not loaded any more, the rating does not count. Safe for
 * use by several threads; does no I/O.
 *
 * @since 0.1
 */
public final class Retagging {

  private final SurveyCatalog catalog;
  private final CommentTagger tagger;
  private final String packId;
  private final String engine;

  /**
   * Creates it.
   *
   * @param polarityFromScore as for {@link Intake}
   */
  public Retagging(SurveyCatalog catalog, ThemeTagger tagger, boolean polarityFromScore) {
    this.catalog = catalog;
    this.tagger = new CommentTagger(() -> tagger, polarityFromScore);
    this.packId = tagger.packId();
    this.engine = tagger.tags("", null).engine();
  }

  /** Returns a filter for the responses to which {@link #retag} would give tags of another origin. */
  public RetagFilter outdated(ResponseFilter responses) {
    return new RetagFilter(responses, packId, engine, null);
  }

  /** Returns a response with other tags that obey its corrections, and otherwise as it is. */
  public AcceptedResponse retag(AcceptedResponse response) {
    return retag(response, response.corrections());
  }

  /**
   * Returns a response with one more correction and the tags that obey it.
   *
   * @throws IllegalArgumentException if its place is not in the text
   * @throws IllegalStateException if there are {@value Correction#MAX_IN_RESPONSE} corrections already
   */
  public AcceptedResponse correct(AcceptedResponse response, Correction correction) {
    Answer answer = response.answer(correction.ruling().question());
    Tag.Span place = correction.ruling().place();
    if (place != null && answer != null) {
      requirePlace(place, Objects.requireNonNullElse(answer.words(), ""));
    }
    return retag(response, Corrections.with(response.corrections(), correction));
  }

  /** Returns a response without the correction of a theme, and with the tags that are found then. */
  public AcceptedResponse withdraw(AcceptedResponse response, String question, String theme) {
    return retag(response, Corrections.without(response.corrections(), question, theme));
  }

  private AcceptedResponse retag(AcceptedResponse response, List<Correction> corrections) {
    Survey survey =
        catalog.find(response.invitation().survey(), response.invitation().surveyVersion());
    Map<String, Tagging> taggings = tagger.tag(survey, response.answers(), response.locale());
    return response.withTags(
        Corrections.apply(corrections, taggings, response.answers()), corrections);
  }

  private static void requirePlace(Tag.Span place, String words) {
    if (place.end() > words.length() || cuts(words, place.start()) || cuts(words, place.end())) {
      throw new IllegalArgumentException(
          "place must be in the text of %d UTF-16 units and cut no character, but was %d to %d"
              .formatted(words.length(), place.start(), place.end()));
    }
  }

  private static boolean cuts(String words, int at) {
    return at > 0
        && at < words.length()
        && Character.isSurrogatePair(words.charAt(at - 1), words.charAt(at));
  }
}
