package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagged;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.survey.Surveys;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.util.List;

/** Comments, packs that find other themes in them, and what people say of that. */
final class SampleTags {

  static final List<String> COMMENTS = List.of(
      "The VPN is slow",
      "Quick and kind",
      "N/A",
      "No VPN problems, kind people",
      "Lorem ipsum",
      "Slow, slow, slow wifi");

  static final List<String> THEMES = List.of("network", "speed", "kindness");

  private static final List<Polarity> POLARITIES =
      List.of(Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL);

  private static final List<ThemePack> VERSIONS = List.of(
      ThemePack.of(
          "desk",
          1,
          Theme.of("network").phrases("en", "vpn"),
          Theme.of("kindness").positive("en", "kind")),
      ThemePack.of(
          "desk",
          2,
          Theme.of("network").phrases("en", "vpn", "wifi"),
          Theme.of("speed").negative("en", "slow").positive("en", "quick")),
      ThemePack.of(
          "desk",
          3,
          Theme.of("network").phrases("en", "vpn & slow", "wifi"),
          Theme.of("speed").positive("en", "slow"),
          Theme.of("kindness").phrases("en", "kind", "people")));

  static final List<Retagging> PACKS = VERSIONS.stream()
      .map(each -> new Retagging(
          SurveyCatalog.of(List.of(Surveys.csat(SampleResponse.SURVEY))),
          ThemeTagger.phrases(each),
          true))
      .toList();

  private SampleTags() {}

  static String hash(int version) {
    return VERSIONS.get(version - 1).contentHash().substring(0, 8);
  }

  static AcceptedResponse response(int number, int revision, Retagging pack) {
    return response(
        number, revision, pack, COMMENTS.get((number + revision / 3) % COMMENTS.size()));
  }

  static AcceptedResponse response(int number, int revision, Retagging pack, String comment) {
    SampleResponse sample = SampleResponse.of(number).revision(revision).rating(1 + number % 2);
    return pack.retag(sample.toResponse(sample.id(), comment));
  }

  static Correction correction(int number) {
    String theme = THEMES.get(number % THEMES.size());
    return correction(
        number % 2 == 0
            ? TagRuling.isNot("comment", theme)
            : TagRuling.is("comment", theme, POLARITIES.get(number % 3)));
  }

  static Correction correction(TagRuling ruling) {
    return new Correction(ruling, "manager-7", SampleResponse.MONDAY.plusNanos(7));
  }

  /** Tags all that another pack has tagged, a batch at a time. */
  static void retagAll(ResponseStore store, Retagging pack, int batch) {
    RetagFilter rest = pack.outdated(ResponseFilter.of(SampleResponse.SURVEY));
    Retagged done = store.retag(rest, batch, pack::retag);
    while (done.last() != null) {
      done = store.retag(rest.before(done.last()), batch, pack::retag);
    }
  }
}
