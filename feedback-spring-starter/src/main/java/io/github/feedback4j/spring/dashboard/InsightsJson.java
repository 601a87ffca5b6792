package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.Findings;
import io.github.feedback4j.Insights;
import io.github.feedback4j.Insights.Agreements;
import io.github.feedback4j.Insights.Course;
import io.github.feedback4j.Insights.Progress;
import io.github.feedback4j.insight.BernoulliCusum;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.ConfidenceSequence;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Drivers;
import io.github.feedback4j.insight.Estimate;
import io.github.feedback4j.insight.Funnel;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.RankRange;
import io.github.feedback4j.insight.Shrinkage;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.TeamComparison;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.ThemeImpact;
import io.github.feedback4j.insight.TrendChart;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.Score;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.theme.Theme;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what to do about the scores of a view; every figure is rounded here, once.
 *
 * <p>Figures in units of the metric have its decimals, impacts of themes one more, because they are
 * small; shares are whole percents.
 */
final class InsightsJson {

  /** How many limits a funnel is drawn from. */
  private static final int LIMITS = 40;

  /** The share of false discoveries among the themes. */
  private static final double FALSE_DISCOVERIES = 0.05;

  private final View view;
  private final Insights insights;
  private final ThemeTitles themes;
  private final AlphabeticalOrder order;
  private final int decimals;

  InsightsJson(View view, Insights insights, List<Theme> themes) {
    this.view = view;
    this.insights = insights;
    this.themes = new ThemeTitles(themes, view.locale());
    this.order = AlphabeticalOrder.of(view.locale());
    this.decimals = view.rating().metric().unit().decimals();
  }

  /**
   * Returns all insights of the view.
   *
   * @param initiatives those that are measured by the rating of the view
   */
  ObjectNode write(List<Initiative> initiatives, LocalDate today) {
    Query query = view.query();
    ObjectNode json = Json.object();
    json.put("level", query.level());
    Findings findings = insights.findings(query);
    findings.change().ifPresent(each -> difference(json.putObject("change"), each));
    teams(json.putObject("teams"), findings.teams("team"));
    channels(json.putObject("channels"), findings);
    agreements(json.putObject("agreements"), findings.agreements());
    drivers(json.putObject("drivers"), findings.drivers());
    course(json.putObject("course"), findings.course());
    ArrayNode cards = json.putArray("initiatives");
    for (Initiative each : initiatives) {
      progress(cards.addObject(), insights.progress(each, query), today);
    }
    return json;
  }

  private void difference(ObjectNode json, Difference difference) {
    json.put("value", difference.rounded(decimals).orElse(null));
    difference.interval().ifPresent(each -> interval(json, each, decimals));
    json.put("verdict", word(difference.verdict()));
    // Not half away from zero: what is said to show must show.
    json.put(
        "detectable",
        difference.detectableDifference().isEmpty()
            ? null
            : new BigDecimal(difference.detectableDifference().getAsDouble())
                .setScale(decimals, RoundingMode.CEILING));
    json.put("before", difference.referenceN());
    json.put("n", difference.comparedN());
  }

  private void teams(ObjectNode json, Teams teams) {
    ArrayNode list = json.putArray("list");
    Funnel funnel = teams.funnel().orElse(null);
    double most = 0;
    for (TeamComparison each : order.sort(teams.comparisons(), TeamComparison::team)) {
      most = Math.max(most, each.score().effectiveN());
      team(name(list.addObject(), "value", each.team()), each, funnel);
    }
    if (funnel != null) {
      funnel(json.putObject("funnel"), funnel, most);
    }
  }

  private void team(ObjectNode json, TeamComparison team, @Nullable Funnel funnel) {
    score(json.putObject("score"), team.score());
    ObjectNode rest = json.putObject("rest");
    difference(rest, team.againstRest());
    rest.put("verdict", word(team.verdict()));
    Shrinkage.Shrunken shrunken = team.shrunken();
    if (shrunken != null) {
      ObjectNode expected = json.putObject("expected");
      expected.put("value", rounded(shrunken.value(), decimals));
      interval(expected, shrunken.interval(), decimals);
    }
    RankRange ranks = team.ranks();
    if (ranks != null) {
      json.putObject("ranks")
          .put("best", ranks.best())
          .put("worst", ranks.worst())
          .put("of", ranks.of());
    }
    if (funnel != null && team.score().n() > 0) {
      double value = team.score().value().orElseThrow();
      double n = team.score().effectiveN();
      boolean inner = funnel.limits(n, Funnel.INNER_LEVEL).contains(value);
      boolean outer = funnel.limits(n, Funnel.OUTER_LEVEL).contains(value);
      json.put("limits", inner ? "within" : outer ? "look" : "act");
    }
  }

  private void funnel(ObjectNode json, Funnel funnel, double most) {
    json.put("centre", rounded(funnel.target(), decimals));
    json.put("dispersion", rounded(funnel.dispersion(), 1));
    ArrayNode limits = json.putArray("limits");
    // A little more than the greatest team, and closer together where the curve is steep.
    double end = Math.ceil(most * 1.08);
    long last = 0;
    for (int i = 1; i <= LIMITS; i++) {
      double share = (double) i / LIMITS;
      long n = Math.max(1, Math.round(end * share * share));
      if (n > last) {
        Funnel.Limits inner = funnel.limits((double) n, Funnel.INNER_LEVEL);
        Funnel.Limits outer = funnel.limits((double) n, Funnel.OUTER_LEVEL);
        limits
            .addArray()
            .add(n)
            .add(rounded(outer.low(), decimals + 1))
            .add(rounded(inner.low(), decimals + 1))
            .add(rounded(inner.high(), decimals + 1))
            .add(rounded(outer.high(), decimals + 1));
        last = n;
      }
    }
  }

  private void channels(ObjectNode json, Findings findings) {
    ChannelConsistency channels;
    try {
      channels = findings.channels();
    } catch (IllegalArgumentException e) {
      // The view is checked already, so there are more channels than can be compared.
      json.put("finding", "too-many");
      return;
    }
    json.put("finding", word(channels.finding()));
    json.put("covered", percent(100 * channels.covered()));
    ArrayNode list = json.putArray("list");
    for (ChannelConsistency.Channel each :
        order.sort(channels.channels(), ChannelConsistency.Channel::name)) {
      ObjectNode channel = name(list.addObject(), "value", each.name());
      score(channel.putObject("score"), each.crude());
      estimate(channel.putObject("same"), each.standardised(), decimals);
    }
    ArrayNode few = json.putArray("tooFew");
    order.sort(channels.tooFew(), each -> each).forEach(each -> few.add(nullIfEmpty(each)));
    channels.worstPair().ifPresent(each -> {
      ObjectNode worst = json.putObject("worst");
      name(worst, "higher", each.higher());
      name(worst, "lower", each.lower());
      estimate(worst, each.difference(), decimals);
    });
  }

  private void agreements(ObjectNode json, Agreements agreements) {
    gap(json, agreements.all());
    ArrayNode services = json.putArray("services");
    order
        .sort(agreements.services(), Insights.ServiceGap::service)
        .forEach(each -> gap(name(services.addObject(), "value", each.service()), each.gap()));
  }

  private static void gap(ObjectNode json, SlaGap gap) {
    json.put("finding", word(gap.finding()));
    if (gap.finding() == SlaGap.Finding.NOT_ENOUGH_DATA) {
      return;
    }
    side(json.putObject("met"), gap.unhappyWhenMet(), gap.unhappyMet(), gap.met());
    side(json.putObject("missed"), gap.unhappyWhenMissed(), gap.unhappyMissed(), gap.missed());
    gap.difference().ifPresent(each -> estimate(json.putObject("difference"), each, 0));
    gap.metWhenUnhappy().ifPresent(each -> estimate(json.putObject("unseen"), each, 0));
  }

  private static void side(ObjectNode json, Optional<Estimate> share, long unhappy, long answers) {
    share.ifPresent(each -> estimate(json, each, 0));
    json.put("unhappy", unhappy);
    json.put("happy", answers - unhappy);
  }

  private void drivers(ObjectNode json, Drivers drivers) {
    ArrayNode list = json.putArray("list");
    for (ThemeImpact each : drivers.impacts()) {
      ObjectNode theme = list.addObject().put("theme", each.theme());
      themes.put(theme, each.theme());
      theme.put("mentions", each.tagged());
      theme.put("prevalence", percent(100 * each.prevalence()));
      theme.put("effect", rounded(-each.effect(), decimals));
      // Of the sign that people expect: what costs points is below zero.
      ConfidenceInterval interval = each.impact().interval();
      theme.put("value", rounded(-each.impact().value(), decimals + 1));
      theme.put("low", rounded(-interval.high(), decimals + 1));
      theme.put("high", rounded(-interval.low(), decimals + 1));
      theme.put("discovery", each.isDiscovery(FALSE_DISCOVERIES));
      theme.put("detectable", detectable(interval));
    }
    drivers.impacts().stream()
        .findFirst()
        .ifPresent(each -> json.put("n", each.tagged() + each.untagged()));
    ArrayNode few = json.putArray("tooFew");
    order
        .sort(drivers.tooFew(), themes::title)
        .forEach(each -> themes.put(few.addObject().put("theme", each), each));
  }

  /**
   * Returns the smallest true impact that such answers show with a probability of 80 %, rounded up: the
   * half width of the interval times (1.960 + 0.842)/1.960, as in {@link Difference}.
   */
  private BigDecimal detectable(ConfidenceInterval interval) {
    return new BigDecimal(interval.halfWidth() * (1.959964 + 0.841621) / 1.959964)
        .setScale(decimals + 1, RoundingMode.CEILING);
  }

  private void course(ObjectNode json, Course course) {
    course.usualShare().ifPresent(each -> json.put("usual", percent(100 * each)));
    course
        .answersToFalseAlarm()
        .ifPresent(each -> json.put(
            "answersToFalseAlarm",
            BigDecimal.valueOf(each)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .toBigInteger()));
    ArrayNode outside = json.putArray("outside");
    for (TrendChart.Period each : course.chart().outside()) {
      TrendChart.Limits limits = each.limits();
      ObjectNode week = outside.addObject();
      week.put("from", view.clipped(each.first()).toString());
      week.put("until", each.last().plusDays(1).toString());
      week.put("share", percent(each.share().orElseThrow()));
      week.put("n", each.answers());
      if (limits != null) {
        week.put("low", percent(limits.low()));
        week.put("high", percent(limits.high()));
        week.put("worse", limits.z() > 0);
      }
    }
    ArrayNode alarms = json.putArray("alarms");
    for (BernoulliCusum.Alarm each : course.alarms()) {
      ObjectNode alarm = alarms.addObject();
      alarm.put("noticed", each.noticed().toString());
      alarm.put("start", each.start().toString());
      alarm.put("share", percent(each.share()));
      alarm.put("unhappy", each.unhappy());
      alarm.put("n", each.answers());
    }
  }

  private void progress(ObjectNode json, Progress progress, LocalDate today) {
    Initiative initiative = progress.initiative();
    json.put("name", initiative.name());
    json.put("start", initiative.start().toString());
    json.put("from", initiative.beforeFrom().toString());
    json.put("until", initiative.until().toString());
    json.put("begun", !today.isBefore(initiative.start()));
    json.put("over", initiative.isOver(today));
    json.put("rise", initiative.direction() == Initiative.Direction.RISE);
    ObjectNode scope = json.putObject("scope");
    initiative.scope().forEach(scope::put);
    json.put("state", OverviewJson.state(progress.state()));
    Score before = progress.before();
    Score after = progress.after();
    InitiativeEffect effect = progress.effect();
    if (before == null || after == null || effect == null) {
      return;
    }
    score(json.putObject("before"), before);
    score(json.putObject("after"), after);
    difference(json.putObject("effect"), effect.headline());
    if (effect.mix() != null) {
      json.put("mix", effect.mix().mixEffect().rounded(decimals).orElse(null));
    }
    json.put("asDeclared", effect.isAsDeclared());
    ConfidenceSequence.Look look = progress.lookedAtToday();
    if (look != null) {
      ObjectNode seen = json.putObject("today");
      seen.put("verdict", word(look.verdict()));
      if (look.interval() != null) {
        interval(seen, look.interval(), decimals);
      }
      seen.put("needed", ConfidenceSequence.MIN_ANSWERS);
    }
  }

  private void score(ObjectNode json, Score score) {
    OverviewJson.score(json, score, decimals);
  }

  private static void estimate(ObjectNode json, Estimate estimate, int decimals) {
    json.put("value", rounded(estimate.value(), decimals));
    interval(json, estimate.interval(), decimals);
    json.put("n", estimate.n());
  }

  private static void interval(ObjectNode json, ConfidenceInterval interval, int decimals) {
    json.put("low", interval.roundedLow(decimals));
    json.put("high", interval.roundedHigh(decimals));
  }

  private static BigDecimal percent(double share) {
    return rounded(share, 0);
  }

  /** Rounds half away from zero, as all scores are rounded. */
  private static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** Returns a constant in the words of JSON, such as {@code cannot-tell}. */
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode name(ObjectNode json, String field, String value) {
    return json.put(field, nullIfEmpty(value));
  }

  private static @Nullable String nullIfEmpty(String value) {
    return value.isEmpty() ? null : value;
  }
}
