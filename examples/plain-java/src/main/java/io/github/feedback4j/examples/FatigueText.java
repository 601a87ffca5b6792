package io.github.feedback4j.examples;

import io.github.feedback4j.prompt.FatigueFigure;
import io.github.feedback4j.prompt.FatigueReport;
import io.github.feedback4j.prompt.FatigueReport.Skips;
import io.github.feedback4j.prompt.FatigueReport.Team;
import io.github.feedback4j.prompt.FatigueReport.Week;
import io.github.feedback4j.prompt.ResponseBehaviour;
import io.github.feedback4j.score.Score;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Prints one fatigue report, or two side by side, within 80 columns. */
final class FatigueText {

  /** People who were asked more often than this share the last line. */
  static final int MOST_TIMES = 12;

  private static final int MOST_RULES = 10;
  private static final int WIDTH = 80;

  private final List<FatigueScenario> scenarios;
  private final FatigueAssumptions assumptions;
  private final PrintStream out;

  FatigueText(List<FatigueScenario> scenarios, FatigueAssumptions assumptions, PrintStream out) {
    this.scenarios = scenarios;
    this.assumptions = assumptions;
    this.out = out;
  }

  void print() {
    printIntroduction();
    printFigures();
    printPeople();
    printTeams();
    printSkips();
    printWeeks();
  }

  private void printIntroduction() {
    FatigueReport report = scenarios.get(0).report();
    ResponseBehaviour behaviour = assumptions.behaviour();
    out.println("FATIGUE REPORT: who would be asked how often, and what that would bring");
    out.printf(
        Locale.ROOT,
        "  %d touchpoints of %d people, %s to %s%n",
        report.totals().touchpoints(),
        report.people(),
        day(report.from()),
        day(report.until()));
    for (FatigueScenario each : scenarios) {
      printWrapped("  " + each.name() + " = ", each.rules());
    }
    out.printf(
        Locale.ROOT,
        "  Assumed: %s see a question; of those %s answer, %s close it, %s say%n"
            + "  \"not now\", %s \"don't ask again\", the others leave it alone. Seed %d.%n%n",
        percent(behaviour.sees()),
        percent(behaviour.answers()),
        percent(behaviour.dismisses()),
        percent(behaviour.putsOff()),
        percent(behaviour.optsOut()),
        assumptions.seed());
  }

  private static String day(@Nullable Instant time) {
    return time == null ? "-" : time.toString().substring(0, 10);
  }

  private void printFigures() {
    out.println("IN ALL");
    Table table = columns(new Table().left(""));
    if (scenarios.size() == 2) {
      table.right("change");
    }
    for (FatigueFigure each : FatigueFigure.values()) {
      List<Object> row = new ArrayList<>(List.of(label(each)));
      List<OptionalDouble> values =
          scenarios.stream().map(scenario -> each.of(scenario.report())).toList();
      values.forEach(value -> row.add(text(each, value, false)));
      if (scenarios.size() == 2) {
        boolean both = values.get(0).isPresent() && values.get(1).isPresent();
        row.add(
            both
                ? text(
                    each,
                    OptionalDouble.of(
                        values.get(1).getAsDouble() - values.get(0).getAsDouble()),
                    true)
                : "-");
      }
      table.row(row.toArray());
    }
    table.print(out);
    out.println();
  }

  private Table columns(Table table) {
    scenarios.forEach(each -> table.right(each.name()));
    return table;
  }

  private static String text(FatigueFigure figure, OptionalDouble value, boolean signed) {
    if (value.isEmpty()) {
      return "-";
    }
    String sign = signed ? "+" : "";
    return switch (figure.unit()) {
      case COUNT -> String.format(Locale.ROOT, "%" + sign + ".0f", value.getAsDouble());
      // A whole number, because a little less than nothing would read "-0".
      case SHARE ->
        String.format(
            Locale.ROOT,
            "%" + sign + (signed ? "d pt" : "d %%"),
            Math.round(100 * value.getAsDouble()));
      case DAYS -> String.format(Locale.ROOT, "%" + sign + ".1f d", value.getAsDouble());
    };
  }

  private static String label(FatigueFigure figure) {
    return switch (figure) {
      case TOUCHPOINTS -> "touchpoints";
      case PEOPLE -> "people";
      case ASKED -> "questions asked";
      case ANSWERED -> "answers";
      case RESPONSE_RATE -> "answers per question";
      case NEVER_ASKED -> "people never asked";
      case MORE_THAN_ONCE -> "people asked more than once";
      case MORE_THAN_THREE_TIMES -> "people asked more than 3 times";
      case MORE_THAN_SIX_TIMES -> "people asked more than 6 times";
      case MORE_THAN_TWELVE_TIMES -> "people asked more than 12 times";
      case ASKS_P50 -> "half of the people asked at most";
      case ASKS_P90 -> "90 of 100 people asked at most";
      case ASKS_P99 -> "99 of 100 people asked at most";
      case ASKS_MOST -> "the person asked most often";
      case SHORTEST_GAP -> "shortest time between two questions";
      case DISMISSED -> "closed, or left alone three times";
      case PUT_OFF -> "\"not now\"";
      case OPTED_OUT -> "\"don't ask again\"";
      case EXPIRED -> "expired";
      case CANCELLED -> "void, because opened again";
    };
  }

  private void printPeople() {
    out.println("HOW OFTEN ONE PERSON WAS ASKED");
    Table table = columns(new Table().right("times")).left("people");
    int most =
        scenarios.stream().mapToInt(each -> each.report().mostAsks()).max().orElse(0);
    long widest = 1;
    for (int times = 0; times <= Math.min(most, MOST_TIMES + 1); times++) {
      for (FatigueScenario each : scenarios) {
        widest = Math.max(widest, people(each, times));
      }
    }
    for (int times = 0; times <= Math.min(most, MOST_TIMES + 1); times++) {
      List<Object> row = new ArrayList<>(List.of(times > MOST_TIMES ? times + "+" : times));
      for (FatigueScenario each : scenarios) {
        row.add(people(each, times));
      }
      row.add(bar(people(scenarios.get(scenarios.size() - 1), times), widest));
      table.row(row.toArray());
    }
    table.print(out);
    printBarsOf();
  }

  /** Returns how many people were asked so many times, the last line for all above. */
  static long people(FatigueScenario scenario, int times) {
    FatigueReport report = scenario.report();
    return times > MOST_TIMES
        ? report.askedMoreThan(MOST_TIMES)
        : report.peopleByAsks().getOrDefault(times, 0L);
  }

  private static String bar(long value, long widest) {
    int length = (int) Math.round(40.0 * value / widest);
    return value > 0 && length == 0 ? "." : "#".repeat(length);
  }

  private void printBarsOf() {
    if (scenarios.size() == 2) {
      out.println("  The bars are those of " + scenarios.get(1).name() + ".");
    }
    out.println();
  }

  private void printTeams() {
    String survey = scenarios.get(0).mainSurvey();
    out.println("TEAMS: answers to " + survey + ", and how exact a score of them would be");
    Table table = new Table().left("team").right("touchpoints");
    for (FatigueScenario each : scenarios) {
      table.right("asked " + each.name()).right("answers").right("margin");
    }
    TreeSet<String> names = new TreeSet<>();
    scenarios.forEach(each -> each.report().teams().forEach(team -> names.add(team.name())));
    for (String name : names) {
      List<Object> row = new ArrayList<>(
          List.of(shortened(name, 20), scenarios.get(0).team(name).touchpoints()));
      for (FatigueScenario each : scenarios) {
        Team team = each.team(name);
        OptionalDouble margin = each.margin(name, survey, assumptions.satisfied());
        row.add(team.asked());
        row.add(team.survey(survey).answered());
        row.add(
            margin.isEmpty() ? "-" : String.format(Locale.ROOT, "+-%.0f", margin.getAsDouble()));
      }
      table.row(row.toArray());
    }
    table.print(out);
    out.printf(
        Locale.ROOT,
        "  Margin: half of the 95 %% interval in points, if %s are satisfied. Fewer than%n"
            + "  %d answers are few.%n%n",
        percent(assumptions.satisfied()),
        Score.FEW_ANSWERS);
  }

  private void printSkips() {
    for (FatigueScenario each : scenarios) {
      FatigueReport report = each.report();
      out.printf(
          Locale.ROOT,
          "WHY NOBODY WAS ASKED, %s: %d of %d touchpoints%n",
          each.name(),
          report.totals().skipped(),
          report.totals().touchpoints());
      Table table = new Table().right("").right("").left("").left("").left("");
      long shown = 0;
      for (Skips skip : report.skips().stream().limit(MOST_RULES).toList()) {
        shown += skip.count();
        table.row(
            skip.count(),
            percent((double) skip.count() / report.totals().touchpoints()),
            skip.reason(),
            shortened(skip.survey() == null ? "" : skip.survey(), 12),
            shortened(skip.rule(), 33));
      }
      table.print(out);
      if (shown < report.totals().skipped()) {
        out.println("  and " + (report.totals().skipped() - shown) + " for other reasons");
      }
      out.println();
    }
  }

  private void printWeeks() {
    out.println("QUESTIONS ASKED IN EACH WEEK");
    FatigueScenario last = scenarios.get(scenarios.size() - 1);
    Table table = columns(new Table().left("week of")).left("");
    long widest = 1;
    for (FatigueScenario each : scenarios) {
      for (Week week : each.report().weeks()) {
        widest = Math.max(widest, week.asked());
      }
    }
    for (int i = 0; i < weeks(scenarios); i++) {
      List<Object> row = new ArrayList<>();
      row.add(last.report().weeks().get(0).monday().plusWeeks(i));
      for (FatigueScenario each : scenarios) {
        row.add(asked(each, i));
      }
      row.add(bar(asked(last, i), widest));
      table.row(row.toArray());
    }
    table.print(out);
    printBarsOf();
  }

  /** Returns how many weeks there are until the last one in which somebody was asked. */
  static int weeks(List<FatigueScenario> scenarios) {
    int count = 0;
    for (FatigueScenario each : scenarios) {
      List<Week> weeks = each.report().weeks();
      for (int i = count; i < weeks.size(); i++) {
        count = weeks.get(i).touchpoints() + weeks.get(i).asked() > 0 ? i + 1 : count;
      }
    }
    return count;
  }

  static long asked(FatigueScenario scenario, int week) {
    List<Week> weeks = scenario.report().weeks();
    return week < weeks.size() ? weeks.get(week).asked() : 0;
  }

  private void printWrapped(String start, String text) {
    StringBuilder line = new StringBuilder(start);
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() >= WIDTH && line.length() > start.length()) {
        out.println(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(start.length()));
      }
      line.append(word).append(' ');
    }
    out.println(line.toString().stripTrailing());
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return percent == Math.rint(percent) || percent >= 10
        ? Math.round(percent) + " %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }
}
