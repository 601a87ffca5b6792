package io.github.feedback4j.examples;

import io.github.feedback4j.prompt.FatigueFigure;
import io.github.feedback4j.prompt.FatigueReport;
import io.github.feedback4j.prompt.FatigueReport.Asks;
import io.github.feedback4j.prompt.FatigueReport.Skips;
import io.github.feedback4j.prompt.ResponseBehaviour;
import io.github.feedback4j.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A fatigue report, or two side by side, as a page that needs nothing else: no script, no request, one
 * style that its own policy names by its hash.
 */
final class FatigueHtml {

  private static final int MOST_TEAMS = 40;
  private static final int MOST_REASONS = 12;

  private final List<FatigueScenario> scenarios;
  private final FatigueAssumptions assumptions;
  private final FatigueWords words;
  private final FatiguePage page;
  private final Markup html;

  FatigueHtml(List<FatigueScenario> scenarios, FatigueAssumptions assumptions, FatigueWords words) {
    this.scenarios = scenarios;
    this.assumptions = assumptions;
    this.words = words;
    this.page =
        new FatiguePage(words, scenarios.stream().map(FatigueScenario::name).toList());
    this.html = page.html();
  }

  String page() {
    FatigueReport report = scenarios.get(0).report();
    page.begin(finding());
    html.leaf(
        "p",
        words.text(
            "basis",
            words.count(report.totals().touchpoints()),
            words.count(report.people()),
            day(report.from()),
            day(report.until())));
    rules();
    people();
    weeks();
    teams();
    skips();
    figures();
    assumed();
    return page.end();
  }

  private String day(@Nullable Instant time) {
    return time == null ? "–" : words.day(time.atZone(ZoneOffset.UTC).toLocalDate());
  }

  private boolean compares() {
    return scenarios.size() == 2;
  }

  private FatigueScenario last() {
    return scenarios.get(scenarios.size() - 1);
  }

  /** Returns how a sentence calls these rules. */
  private String name(FatigueScenario scenario) {
    String name = scenario.name();
    String amount = name.substring(0, name.length() - 1);
    if (name.matches("\\d+[dh]")) {
      return words.text(name.endsWith("d") ? "cooldown.days" : "cooldown.hours", amount);
    }
    return name;
  }

  /** Returns what the page says in one sentence. */
  private String finding() {
    FatigueReport report = last().report();
    if (!compares()) {
      return words.text(
          "finding",
          words.count(report.totals().asked()),
          words.count(report.totals().answered()),
          words.count(report.mostAsks()));
    }
    FatigueReport before = scenarios.get(0).report();
    return words.text(
        "finding.compared",
        name(last()),
        words.count(report.totals().asked()),
        words.count(before.totals().asked()),
        words.count(report.mostAsks()),
        words.count(before.mostAsks()));
  }

  private void rules() {
    html.open("ul", "class", "legend");
    for (int i = 0; i < scenarios.size(); i++) {
      FatigueScenario each = scenarios.get(i);
      html.open("li")
          .raw(FatigueChart.key("key-" + i + "-hatch", i, scenarios.size()))
          .leaf("strong", " " + each.name() + " ")
          .leaf("span", each.rules())
          .close("li");
    }
    html.close("ul");
  }

  private void figures() {
    html.open("section").leaf("h2", words.text("figures.title"));
    List<String> heads = new ArrayList<>(List.of(words.text("figure")));
    scenarios.forEach(each -> heads.add(each.name()));
    if (compares()) {
      heads.add(words.text("change"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (FatigueFigure figure : FatigueFigure.values()) {
      List<String> row = new ArrayList<>(List.of(words.text("figure." + figure)));
      List<OptionalDouble> values =
          scenarios.stream().map(each -> figure.of(each.report())).toList();
      values.forEach(each -> row.add(text(figure, each)));
      if (compares()) {
        row.add(change(figure, values.get(0), values.get(1)));
      }
      rows.add(row);
    }
    page.table(heads, rows);
    html.close("section");
  }

  private String text(FatigueFigure figure, OptionalDouble value) {
    if (value.isEmpty()) {
      return "–";
    }
    return switch (figure.unit()) {
      case COUNT -> words.count(value.getAsDouble());
      case SHARE -> words.percent(value.getAsDouble());
      case DAYS -> words.days(value.getAsDouble());
    };
  }

  private String change(FatigueFigure figure, OptionalDouble before, OptionalDouble after) {
    if (before.isEmpty() || after.isEmpty()) {
      return "–";
    }
    double difference = after.getAsDouble() - before.getAsDouble();
    return switch (figure.unit()) {
      case COUNT -> words.signed(difference, 0);
      case SHARE -> words.text("points", words.signed(100 * difference, 1));
      case DAYS -> words.text("days", words.signed(difference, 1));
    };
  }

  private void people() {
    FatigueReport report = last().report();
    String title = compares()
        ? words.text(
            "people.compared",
            name(last()),
            words.count(report.asksOf(0.9)),
            words.count(scenarios.get(0).report().asksOf(0.9)))
        : words.text("people.title", words.count(report.asksOf(0.9)), words.percent(never(report)));
    int most =
        scenarios.stream().mapToInt(each -> each.report().mostAsks()).max().orElse(0);
    List<String> labels = new ArrayList<>();
    for (int times = 0; times <= Math.min(most, FatigueText.MOST_TIMES + 1); times++) {
      labels.add(times > FatigueText.MOST_TIMES ? "13+" : Integer.toString(times));
    }
    List<double[]> values = new ArrayList<>();
    for (FatigueScenario each : scenarios) {
      double[] people = new double[labels.size()];
      for (int times = 0; times < people.length; times++) {
        people[times] = FatigueText.people(each, times);
      }
      values.add(people);
    }
    String summary = title + ". " + words.text("people.axis");
    page.figure(
        "people",
        title,
        words.text("people.axis"),
        new FatigueChart("people", summary, scenarios.size())
            .columns(labels, values, words::count));
    data(words.text("people.times"), labels, values);
    html.close("section");
  }

  private static double never(FatigueReport report) {
    return (double) report.neverAsked() / Math.max(1, report.people());
  }

  private void weeks() {
    int count = FatigueText.weeks(scenarios);
    LocalDate first = last().report().weeks().get(0).monday();
    List<String> labels = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(words.shortDay(first.plusWeeks(i)));
      days.add(words.day(first.plusWeeks(i)));
    }
    List<double[]> values = new ArrayList<>();
    for (FatigueScenario each : scenarios) {
      double[] asked = new double[count];
      for (int i = 0; i < count; i++) {
        asked[i] = FatigueText.asked(each, i);
      }
      values.add(asked);
    }
    String mean = words.count(mean(values.get(values.size() - 1)));
    String title = compares()
        ? words.text("weeks.compared", name(last()), mean, words.count(mean(values.get(0))))
        : words.text("weeks.title", mean, words.count(most(values.get(0))));
    page.figure(
        "weeks",
        title,
        words.text("weeks.axis"),
        new FatigueChart("weeks", title + ". " + words.text("weeks.axis"), scenarios.size())
            .lines(labels, values, words::count));
    data(words.text("weeks.week"), days, values);
    html.close("section");
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double each : values) {
      sum += each;
    }
    return sum / Math.max(1, values.length);
  }

  private static double most(double[] values) {
    double most = 0;
    for (double each : values) {
      most = Math.max(most, each);
    }
    return most;
  }

  private void teams() {
    String survey = scenarios.get(0).mainSurvey();
    TreeSet<String> all = new TreeSet<>();
    scenarios.forEach(each -> each.report().teams().forEach(team -> all.add(team.name())));
    List<String> names = List.copyOf(all);
    List<String> drawn = names.subList(0, Math.min(MOST_TEAMS, names.size()));
    List<double[]> values = new ArrayList<>();
    List<List<String>> notes = new ArrayList<>();
    List<Long> enough = new ArrayList<>();
    for (FatigueScenario each : scenarios) {
      values.add(drawn.stream()
          .mapToDouble(name -> each.team(name).survey(survey).answered())
          .toArray());
      notes.add(drawn.stream().map(name -> note(each, name, survey)).toList());
      enough.add(names.stream()
          .filter(name -> each.team(name).survey(survey).answered() >= Score.FEW_ANSWERS)
          .count());
    }
    String total = words.count(names.size());
    String title = compares()
        ? words.text(
            "teams.compared",
            name(last()),
            words.count(enough.get(1)),
            total,
            words.count(enough.get(0)),
            Score.FEW_ANSWERS)
        : words.text("teams.title", words.count(enough.get(0)), total, Score.FEW_ANSWERS);
    String note =
        words.text("teams.axis", survey, Score.FEW_ANSWERS, words.percent(assumptions.satisfied()));
    page.figure(
        "teams",
        title,
        note,
        new FatigueChart("teams", title + ". " + note, scenarios.size())
            .bars(drawn, values, notes, Score.FEW_ANSWERS));
    teamData(names, survey);
    html.close("section");
  }

  private String note(FatigueScenario scenario, String team, String survey) {
    OptionalDouble margin = scenario.margin(team, survey, assumptions.satisfied());
    String answers = words.count(scenario.team(team).survey(survey).answered());
    return margin.isEmpty()
        ? answers
        : words.text("teams.note", answers, words.count(margin.getAsDouble()));
  }

  private void teamData(List<String> names, String survey) {
    List<String> heads = new ArrayList<>(List.of(words.text("team"), words.text("touchpoints")));
    for (FatigueScenario each : scenarios) {
      String of = compares() ? " " + each.name() : "";
      heads.add(words.text("asked") + of);
      heads.add(words.text("answers") + of);
      heads.add(words.text("margin") + of);
    }
    List<List<String>> rows = new ArrayList<>();
    for (String name : names) {
      List<String> row =
          new ArrayList<>(List.of(name, words.count(scenarios.get(0).team(name).touchpoints())));
      for (FatigueScenario each : scenarios) {
        Asks asks = each.team(name).survey(survey);
        OptionalDouble margin = each.margin(name, survey, assumptions.satisfied());
        row.add(words.count(asks.asked()));
        row.add(words.count(asks.answered()));
        row.add(margin.isEmpty() ? "–" : "±" + words.count(margin.getAsDouble()));
      }
      rows.add(row);
    }
    page.details(heads, rows);
  }

  /** Draws the reasons, because a gap that changed is another rule; the rules stand in the table. */
  private void skips() {
    Map<String, double[]> reasons = new LinkedHashMap<>();
    Map<List<String>, double[]> rules = new LinkedHashMap<>();
    for (int s = 0; s < scenarios.size(); s++) {
      for (Skips each : scenarios.get(s).report().skips()) {
        String reason = words.text("reason." + each.reason());
        String survey = each.survey() == null ? "" : each.survey();
        String name = survey.isEmpty() ? reason : reason + " · " + survey;
        add(reasons, name, s, each.count());
        add(rules, List.of(reason, survey, each.rule()), s, each.count());
      }
    }
    List<String> drawn = frequentFirst(reasons).stream().limit(MOST_REASONS).toList();
    List<double[]> values = new ArrayList<>();
    List<List<String>> notes = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    for (int s = 0; s < scenarios.size(); s++) {
      int of = s;
      FatigueReport.Totals totals = scenarios.get(s).report().totals();
      double all = totals.touchpoints();
      shares.add(words.percent(totals.skipped() / all));
      values.add(drawn.stream().mapToDouble(each -> count(reasons, each, of)).toArray());
      notes.add(drawn.stream()
          .map(each -> count(reasons, each, of))
          .map(each -> words.count(each) + " (" + words.percent(each / all) + ")")
          .toList());
    }
    String title = compares()
        ? words.text("skips.compared", name(last()), shares.get(1), shares.get(0))
        : words.text("skips.title", shares.get(0));
    String note = words.text("skips.axis");
    page.figure(
        "skips",
        title,
        note,
        new FatigueChart("skips", title + ". " + note, scenarios.size())
            .bars(drawn, values, notes, 0));
    List<String> heads =
        new ArrayList<>(List.of(words.text("reason"), words.text("survey"), words.text("rule")));
    scenarios.forEach(each -> heads.add(each.name()));
    List<List<String>> rows = new ArrayList<>();
    for (List<String> each : frequentFirst(rules)) {
      List<String> row = new ArrayList<>(each);
      for (int s = 0; s < scenarios.size(); s++) {
        row.add(words.count(count(rules, each, s)));
      }
      rows.add(row);
    }
    page.details(heads, rows, 3);
    html.close("section");
  }

  private <K> void add(Map<K, double[]> counts, K key, int scenario, long count) {
    counts.computeIfAbsent(key, each -> new double[scenarios.size()])[scenario] += count;
  }

  private static <K> double count(Map<K, double[]> counts, K key, int scenario) {
    double[] found = counts.get(key);
    return found == null ? 0 : found[scenario];
  }

  private static <K> List<K> frequentFirst(Map<K, double[]> counts) {
    return counts.entrySet().stream()
        .sorted(Comparator.comparingDouble((Map.Entry<K, double[]> each) -> most(each.getValue()))
            .reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void assumed() {
    ResponseBehaviour behaviour = assumptions.behaviour();
    html.open("section")
        .leaf("h2", words.text("assumed.title"))
        .leaf(
            "p",
            words.text(
                "assumed",
                words.percent(behaviour.sees()),
                words.percent(behaviour.answers()),
                words.percent(behaviour.dismisses()),
                words.percent(behaviour.putsOff()),
                words.percent(behaviour.optsOut()),
                Long.toString(assumptions.seed())))
        .close("section");
  }

  private void data(String of, List<String> labels, List<double[]> values) {
    List<String> heads = new ArrayList<>(List.of(of));
    scenarios.forEach(each -> heads.add(each.name()));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<String> row = new ArrayList<>(List.of(labels.get(i)));
      for (double[] each : values) {
        row.add(words.count(each[i]));
      }
      rows.add(row);
    }
    page.details(heads, rows);
  }
}
