package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Survey;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stops a survey for people in whose language not every text of it is there. */
final class LocaleGate implements Gate {

  /** Far more languages than surveys have; languages come from browsers and may be anything. */
  private static final int REMEMBERED = 200;

  private final Survey survey;
  private final Decision.Skip untranslated;
  private final Map<Locale, Boolean> covered = new ConcurrentHashMap<>();

  LocaleGate(Survey survey) {
    this.survey = survey;
    this.untranslated = new Decision.Skip(
        SkipReason.NO_TRANSLATION,
        survey.key(),
        "missingLocale: skip, and a text is not there in the respondent's language",
        null);
  }

  @Override
  public Name name() {
    return Name.LOCALE;
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Locale locale = moment.touchpoint.locale();
    return locale == null || isCovered(locale) ? null : untranslated;
  }

  private boolean isCovered(Locale locale) {
    Boolean known = covered.get(locale);
    if (known == null) {
      known = survey.covers(locale);
      if (covered.size() < REMEMBERED) {
        covered.put(locale, known);
      }
    }
    return known;
  }
}
