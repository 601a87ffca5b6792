package io.github.feedback4j.prompt;

import io.github.feedback4j.survey.Exclusion;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stops a survey about what is not worth a question, and for people who are never asked. */
final class ExclusionGate implements Gate {

  private final List<Exclusion> exclusions;
  private final List<Decision.Skip> skips = new ArrayList<>();
  private final Set<String> doNotAsk;
  private final Decision.Skip unwanted;

  ExclusionGate(Survey survey, Policy policy) {
    exclusions = List.copyOf(survey.exclusions());
    for (Exclusion each : exclusions) {
      skips.add(new Decision.Skip(
          SkipReason.EXCLUDED, survey.key(), "exclude: [" + each.word() + "]", null));
    }
    doNotAsk = policy.doNotAsk();
    unwanted = new Decision.Skip(
        SkipReason.EXCLUDED, survey.key(), "doNotAsk: the respondent is on the list", null);
  }

  @Override
  public Name name() {
    return Name.EXCLUSIONS;
  }

  /** Returns whether only flags of a touchpoint and who closed it can stop the survey here. */
  boolean hasNoList() {
    return doNotAsk.isEmpty();
  }

  @Override
  public Decision.@Nullable Skip judge(Moment moment) {
    Touchpoint touchpoint = moment.touchpoint;
    if (touchpoint.flags().isEmpty() && touchpoint.closedBy() == null && doNotAsk.isEmpty()) {
      // Most touchpoints have nothing of the kind, and this is asked for each survey.
      return null;
    }
    for (int i = 0; i < exclusions.size(); i++) {
      if (applies(exclusions.get(i), touchpoint)) {
        return skips.get(i);
      }
    }
    return touchpoint.flags().contains(Touchpoint.Flag.DO_NOT_ASK)
            || doNotAsk.contains(touchpoint.respondent())
        ? unwanted
        : null;
  }

  private static boolean applies(Exclusion exclusion, Touchpoint touchpoint) {
    return switch (exclusion) {
      case SELF_CLOSED -> touchpoint.respondent().equals(touchpoint.closedBy());
      case AUTO_CLOSED -> touchpoint.flags().contains(Touchpoint.Flag.AUTO_CLOSED);
      case DUPLICATE -> touchpoint.flags().contains(Touchpoint.Flag.DUPLICATE);
      case MERGED -> touchpoint.flags().contains(Touchpoint.Flag.MERGED);
      case SPAM -> touchpoint.flags().contains(Touchpoint.Flag.SPAM);
      case STAFF -> touchpoint.flags().contains(Touchpoint.Flag.STAFF);
    };
  }
}
