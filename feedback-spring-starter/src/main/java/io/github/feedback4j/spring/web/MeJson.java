package io.github.feedback4j.spring.web;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.Traces;
import io.github.feedback4j.survey.Localized;
import io.github.feedback4j.survey.LocalizedText;
import io.github.feedback4j.survey.Survey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Writes what is kept of a person: whether they are asked, how often they were, and how much there is. */
final class MeJson {

  private static final Duration LATELY = Duration.ofDays(365);

  private final Feedback feedback;
  private final String identity;
  private final InstantSource time;

  MeJson(Feedback feedback, String identity, InstantSource time) {
    this.feedback = feedback;
    this.identity = identity;
    this.time = time;
  }

  ObjectNode write(
      Traces traces, String respondent, Function<Survey, Locale> wanted, ObjectNode me) {
    Instant optedOutAt = traces.optedOutAt();
    me.put("optedOut", optedOutAt != null);
    me.put("optedOutAt", optedOutAt == null ? null : optedOutAt.toString());
    me.put("identity", identity);
    Instant since = time.instant().minus(LATELY);
    me.putObject("lately")
        .put("days", LATELY.toDays())
        .put("asked", traces.asked(since))
        .put("answered", traces.answered(since));
    ObjectNode kept =
        me.putObject("kept").put("contacts", traces.history().contacts().size());
    if (traces.responses().isPresent()) {
      kept.put("answers", traces.responses().getAsInt());
    } else {
      kept.putNull("answers");
    }
    kept.put("nothing", traces.isEmpty());
    surveys(traces, respondent, wanted, me);
    return me;
  }

  /** Names the surveys that have asked this person; others are none of their business yet. */
  private void surveys(
      Traces traces, String respondent, Function<Survey, Locale> wanted, ObjectNode me) {
    Set<String> met = traces.history().contacts().stream()
        .map(each -> each.invitation().survey())
        .collect(Collectors.toSet());
    var list = me.putArray("surveys");
    for (Survey each : feedback.surveys()) {
      if (!met.contains(each.key())) {
        continue;
      }
      ObjectNode survey = list.addObject().put("key", each.key());
      LocalizedText title = each.title();
      if (title == null) {
        survey.putNull("title");
      } else {
        Localized text = title.resolve(wanted.apply(each), each.defaultLocale());
        survey
            .putObject("title")
            .put("text", text.text())
            .put("lang", text.locale().toLanguageTag());
      }
      survey.put(
          "eligibleAt",
          feedback.nextEligibleAt(respondent, each.key()).map(Instant::toString).orElse(null));
    }
  }
}
