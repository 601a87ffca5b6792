package io.github.feedback4j.examples;

import io.github.feedback4j.Insights;
import io.github.feedback4j.insight.BernoulliCusum;
import io.github.feedback4j.insight.ChannelConsistency;
import io.github.feedback4j.insight.Difference;
import io.github.feedback4j.insight.Drivers;
import io.github.feedback4j.insight.Estimate;
import io.github.feedback4j.insight.Initiative;
import io.github.feedback4j.insight.InitiativeEffect;
import io.github.feedback4j.insight.RankRange;
import io.github.feedback4j.insight.SlaGap;
import io.github.feedback4j.insight.TeamComparison;
import io.github.feedback4j.insight.Teams;
import io.github.feedback4j.insight.ThemeImpact;
import io.github.feedback4j.insight.TrendChart;
import io.github.feedback4j.insight.Verdict;
import io.github.feedback4j.score.ConfidenceInterval;
import io.github.feedback4j.score.Query;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints what {@link Insights} finds: each figure with its interval, and a sentence that says what follows. */
final class InsightsReport {

  /** The share of false findings among the themes that are named. */
  private static final double FALSE_DISCOVERIES = 0.05;

  private final Insights insights;
  private final Query query;

  InsightsReport(Insights insights, Query query) {
    this.insights = insights;
    this.query = query;
  }

  /** Prints the score since a day against the time of the same length before it. */
  void printChange(LocalDate day, PrintStream out) {
    out.println("SINCE " + day + ", AGAINST THE SAME TIME BEFORE");
    Optional<Difference> change = insights.change(query.from(InsightsMain.start(day)));
    change.ifPresentOrElse(
        each -> {
          out.println("  " + words(each));
          each.detectableDifference()
              .ifPresent(points -> out.printf(
                  Locale.ROOT,
                  "  A true difference of %.1f points would be noticed four times in five.%n",
                  points));
        },
        () -> out.println("  Too few answers to say."));
    out.println();
  }

  /** Prints what became of an initiative. */
  void printInitiative(Initiative initiative, PrintStream out) {
    Insights.Progress progress = insights.progress(initiative, query);
    InitiativeEffect effect = progress.effect();
    out.printf(
        Locale.ROOT,
        "INITIATIVE \"%s\", %s, from %s%n",
        initiative.name(),
        initiative.scope().values(),
        initiative.start());
    if (effect == null) {
      out.println("  Too few answers to say.");
    } else {
      out.println("  before  " + progress.before());
      out.println("  after   " + progress.after());
      out.println("  with the same mix of channels: " + words(effect.headline()));
      out.println(
          effect.isAsDeclared()
              ? "  It did what was declared beforehand."
              : "  It did not clearly do what was declared beforehand.");
    }
    out.println();
  }

  /** Prints every team beside the rest, in alphabetical order: this is no league table. */
  void printTeams(PrintStream out) {
    Teams teams = insights.teams(query, "team");
    out.println("TEAMS, EACH AGAINST ALL OTHERS");
    Table table = new Table()
        .left("team")
        .right("CSAT")
        .left("95 % interval")
        .right("n")
        .left("place")
        .left("against the rest");
    for (TeamComparison each : teams.comparisons()) {
      ConfidenceInterval interval = each.score().interval().orElse(null);
      RankRange ranks = each.ranks();
      if (interval != null && ranks != null) {
        table.row(
            each.team(),
            each.score().rounded(0).orElseThrow() + " %",
            interval(interval),
            each.score().n(),
            ranks.best() + " to " + ranks.worst(),
            words(each.verdict()));
      }
    }
    table.print(out);
    String found = teams.findings().stream()
        .map(each -> each.team() + " (" + words(each.verdict()) + ")")
        .collect(Collectors.joining(", "));
    out.printf(
        Locale.ROOT,
        "  Of %d teams %s.%n%n",
        teams.comparisons().size(),
        found.isEmpty()
            ? "none stands out: where they differ, chance is enough to explain it"
            : found + " also when their number is taken into account");
  }

  /** Prints the channels with the same mix of services, and each pair that clearly differs. */
  void printChannels(PrintStream out) {
    ChannelConsistency channels = insights.channels(query);
    out.println("CHANNELS, WITH THE SAME MIX OF SERVICES");
    Table table =
        new Table().left("channel").right("CSAT").left("95 % interval").right("n");
    for (ChannelConsistency.Channel each : channels.channels()) {
      Estimate estimate = each.standardised();
      table.row(
          each.name(),
          Math.round(estimate.value()) + " %",
          interval(estimate.interval()),
          each.crude().n());
    }
    table.print(out);
    for (ChannelConsistency.Pair each : channels.pairs()) {
      if (each.difference().isClear()) {
        out.printf(
            Locale.ROOT,
            "  %s is worse than %s by %s points%n",
            each.lower(),
            each.higher(),
            points(each.difference()));
      }
    }
    if (channels.finding() != ChannelConsistency.Finding.DIFFERENT) {
      out.println("  No channel is clearly worse than another one.");
    }
    out.println();
  }

  /** Prints whether a kept agreement means happy people, altogether and where it does not. */
  void printAgreements(PrintStream out) {
    Insights.Agreements agreements = insights.agreements(query);
    out.println("DOES THE SLA TELL HOW PEOPLE FEEL?");
    Table table =
        new Table().left("").right("unhappy if met").right("if missed").left("");
    row(table, "all", agreements.all());
    agreements.services().forEach(each -> row(table, each.service(), each.gap()));
    table.print(out);
    out.println();
  }

  private static void row(Table table, String name, SlaGap gap) {
    table.row(
        name,
        share(gap.unhappyMet(), gap.met()),
        share(gap.unhappyMissed(), gap.missed()),
        gap.finding().sentence());
  }

  private static String share(long unhappy, long answers) {
    return answers == 0
        ? "-"
        : String.format(
            Locale.ROOT, "%d %% of %3d", Math.round(100.0 * unhappy / answers), answers);
  }

  /** Prints the themes that clearly cost or earn points. */
  void printDrivers(PrintStream out) {
    Drivers drivers = insights.drivers(query);
    out.println("THEMES OF THE COMMENTS THAT COST OR EARN POINTS");
    Table table = new Table().left("theme").right("comments").left("").left("points");
    List<String> others = new ArrayList<>(drivers.tooFew());
    for (ThemeImpact each : drivers.impacts()) {
      if (each.isDiscovery(FALSE_DISCOVERIES)) {
        Estimate impact = each.impact();
        boolean costs = impact.value() > 0;
        Estimate size = costs ? impact : negated(impact);
        table.row(each.theme(), each.tagged(), costs ? "costs" : "earns", points(size));
      } else {
        others.add(each.theme());
      }
    }
    table.print(out);
    if (!others.isEmpty()) {
      out.println("  Cannot tell: " + String.join(", ", others) + ".");
    }
    out.println();
  }

  private static Estimate negated(Estimate estimate) {
    ConfidenceInterval interval = estimate.interval();
    return new Estimate(
        -estimate.value(),
        estimate.n(),
        estimate.standardError(),
        new ConfidenceInterval(
            -interval.high(), -interval.low(), interval.level(), interval.method()));
  }

  /** Prints the weeks that chance does not explain, and the alarms on the way. */
  void printCourse(PrintStream out) {
    Insights.Course course = insights.course(query);
    out.println("THE UNHAPPY, WEEK BY WEEK");
    List<TrendChart.Period> outside = course.chart().outside();
    out.printf(
        Locale.ROOT,
        "  %d weeks; of the first half of the answers %.0f %% were unhappy.%n  %s%n",
        course.chart().periods().size(),
        100 * course.usualShare().orElse(0.0),
        outside.isEmpty()
            ? "No week is outside of the limits of chance."
            : "Outside of the limits of chance: the weeks from "
                + outside.stream()
                    .map(each -> each.first().toString())
                    .collect(Collectors.joining(", "))
                + ".");
    for (BernoulliCusum.Alarm each : course.alarms()) {
      out.printf(
          Locale.ROOT,
          "  Alarm on %s: %d of %d unhappy since %s%n",
          each.noticed(),
          each.unhappy(),
          each.answers(),
          each.start());
    }
    if (course.alarms().isEmpty()) {
      out.printf(
          Locale.ROOT,
          "  Nobody had to be alarmed. One false alarm is to be expected in %.0f answers.%n",
          course.answersToFalseAlarm().orElse(0.0));
    }
  }

  private static String points(Estimate estimate) {
    return String.format(
        Locale.ROOT,
        "%.1f (%.1f to %.1f)",
        estimate.value(),
        estimate.interval().low(),
        estimate.interval().high());
  }

  private static String interval(ConfidenceInterval interval) {
    return String.format(
        Locale.ROOT, "%3d to %3d", Math.round(interval.low()), Math.round(interval.high()));
  }

  private static String words(Difference difference) {
    ConfidenceInterval interval = difference.interval().orElse(null);
    return interval == null
        ? "not enough data"
        : String.format(
            Locale.ROOT,
            "%s, %+.1f points (%.1f to %.1f)",
            words(difference.verdict()),
            difference.value().orElseThrow(),
            interval.low(),
            interval.high());
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case CANNOT_TELL -> "cannot tell";
    };
  }
}
