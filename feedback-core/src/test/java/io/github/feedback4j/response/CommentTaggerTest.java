package io.github.feedback4j.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommentTaggerTest {

  private static final Survey CSAT = Surveys.csat("csat");
  private static final ThemeTagger TAGGER = ThemeTagger.phrases(ThemePack.of(
      "test", 1, Theme.of("network").phrases("en", "vpn").negative("en", "kept dropping")));

  @ParameterizedTest
  @MethodSource
  void aPointOfTheScaleSaysHowThingsAre(MetricDefinition metric, int point, Polarity expected) {
    assertThat(CommentTagger.polarity(metric, point)).isEqualTo(expected);
  }

  static Stream<Arguments> aPointOfTheScaleSaysHowThingsAre() {
    MetricDefinition csat = MetricDefinition.csat();
    MetricDefinition nps = MetricDefinition.nps();
    MetricDefinition mean = MetricDefinition.csatMean(5);
    MetricDefinition effort = MetricDefinition.ces1();
    return Stream.of(
        argumentSet("CSAT 2", csat, 2, Polarity.NEGATIVE),
        argumentSet("CSAT 3, which is in the middle", csat, 3, Polarity.NEUTRAL),
        argumentSet("CSAT 4", csat, 4, Polarity.POSITIVE),
        argumentSet("NPS 5, a detractor", nps, 5, Polarity.NEGATIVE),
        argumentSet("NPS 7, a passive", nps, 7, Polarity.NEUTRAL),
        argumentSet("NPS 9, a promoter", nps, 9, Polarity.POSITIVE),
        argumentSet("a mean's 2", mean, 2, Polarity.NEGATIVE),
        argumentSet("a mean's 3", mean, 3, Polarity.NEUTRAL),
        argumentSet("a mean's 4", mean, 4, Polarity.POSITIVE),
        argumentSet("much effort", effort, 5, Polarity.NEGATIVE),
        argumentSet("little effort", effort, 1, Polarity.POSITIVE),
        argumentSet("thumbs down", MetricDefinition.thumbs(), 0, Polarity.NEGATIVE),
        argumentSet("thumbs up", MetricDefinition.thumbs(), 1, Polarity.POSITIVE),
        argumentSet("CES 4, in the middle", MetricDefinition.ces(), 4, Polarity.NEUTRAL),
        argumentSet("off the scale", csat, 6, Polarity.NEUTRAL));
  }

  @Test
  void theRatingJudgesWhatTheTextOnlyNames() {
    assertThat(polarity(CSAT, 1, "VPN on the train", true)).isEqualTo(Polarity.NEGATIVE);
    assertThat(polarity(CSAT, 5, "VPN on the train", true)).isEqualTo(Polarity.POSITIVE);
    assertThat(polarity(CSAT, null, "VPN on the train", true)).isEqualTo(Polarity.NEUTRAL);
  }

  @Test
  void whatTheTextSaysComesFirst() {
    assertThat(polarity(CSAT, 5, "It kept dropping", true)).isEqualTo(Polarity.NEGATIVE);
  }

  @Test
  void theRatingDoesNotCountWhereItIsSwitchedOffOrItsSurveyIsNotKnown() {
    assertThat(polarity(CSAT, 1, "VPN on the train", false)).isEqualTo(Polarity.NEUTRAL);
    assertThat(polarity(null, 1, "VPN on the train", true)).isEqualTo(Polarity.NEUTRAL);
  }

  @Test
  void everyTextHasATaggingAlsoWithoutThemes() {
    Map<String, Tagging> taggings = new CommentTagger(() -> TAGGER, true)
        .tag(
            CSAT,
            List.of(
                new Answer.Text("comment", "N/A"),
                new Answer.Choice("other", "other", "Lorem ipsum"),
                new Answer.Choice("why", "slow")),
            Locale.ENGLISH);

    assertThat(taggings).containsOnlyKeys("comment", "other");
    assertThat(taggings.get("comment").isEmptyAnswer()).isTrue();
    assertThat(taggings.get("other").isEmptyAnswer()).isFalse();
  }

  private static Polarity polarity(
      @Nullable Survey survey, @Nullable Integer rating, String text, boolean fromScore) {
    Answer comment = new Answer.Text("comment", text);
    List<Answer> answers = rating == null
        ? List.of(comment)
        : List.of(comment, new Answer.Rating("satisfaction", rating));
    Map<String, Tagging> taggings =
        new CommentTagger(() -> TAGGER, fromScore).tag(survey, answers, Locale.ENGLISH);
    return taggings.get("comment").tags().get(0).polarity();
  }
}
