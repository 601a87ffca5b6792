package io.github.feedback4j.examples;

import io.github.feedback4j.prompt.ResponseBehaviour;
import io.github.feedback4j.survey.ContactRule;
import io.github.feedback4j.survey.ContactRule.Since;
import io.github.feedback4j.survey.ContactRules;
import io.github.feedback4j.survey.ContactScope;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.PolicyReader;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyFormatException;
import io.github.feedback4j.survey.SurveyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link FatigueMain} is told on the command line. */
final class FatigueOptions {

  static final String USAGE = """
      usage: FatigueMain [options]
        --csv FILE         touchpoints to replay; without it six months of a made-up desk
        --sort             the lines of the file are in no order; sorts up to 2 million
        --surveys DIR      surveys as *.yaml, *.yml, *.json; without it those of ReplayMain
        --policy FILE      the rules for every survey; without it once in 30 days per person
        --cool-down 30d    the gap after any invitation, in the place of that of the policy
        --compare 7d|FILE  another cool-down or policy to compare with
        --behaviour LIST   such as answers=0.3,sees=0.8; also dismisses, putsOff, optsOut
        --satisfied 0.8    the share of satisfied answers for which margins are computed
        --cancel EVENT     what voids open invitations, ticket.reopened unless said
        --seed N           other dice, 1 unless said
        --html FILE        writes the report as a page with charts
        --lang en|fr       the language of the page
        --write-csv FILE   writes the touchpoints of the made-up desk, and ends
      """;

  private static final Set<String> NAMES = Set.of(
      "csv",
      "surveys",
      "policy",
      "cool-down",
      "compare",
      "behaviour",
      "satisfied",
      "cancel",
      "seed",
      "html",
      "lang",
      "write-csv");

  private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) ?(d|days?|h|hours?)");
  private static final Duration DEFAULT_COOL_DOWN = Duration.ofDays(30);

  private final Map<String, String> values = new HashMap<>();
  private boolean sort;

  private FatigueOptions() {}

  /** A command line, or a file that it names, that cannot be understood. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** A set of rules, and how the report calls it. */
  record Rules(String name, Policy policy) {}

  static FatigueOptions parse(List<String> args) throws Refused {
    FatigueOptions options = new FatigueOptions();
    for (int i = 0; i < args.size(); i++) {
      String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
      if (name.equals("sort")) {
        options.sort = true;
      } else if (!NAMES.contains(name)) {
        throw new Refused("there is no option '" + args.get(i) + "'\n" + USAGE);
      } else if (i + 1 == args.size() || args.get(i + 1).startsWith("--")) {
        throw new Refused("--" + name + " needs a value\n" + USAGE);
      } else if (options.values.put(name, args.get(++i)) != null) {
        throw new Refused("--" + name + " is given twice; give it once");
      }
    }
    return options;
  }

  boolean sort() {
    return sort;
  }

  /** Returns the file of an option, or null if it is not given. */
  @Nullable
  Path file(String option) throws Refused {
    String value = values.get(option);
    try {
      return value == null ? null : Path.of(value);
    } catch (InvalidPathException e) {
      throw new Refused("--" + option + " must be a path, but is '" + value + "'");
    }
  }

  long seed() throws Refused {
    String value = values.getOrDefault("seed", "1");
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new Refused("--seed must be a whole number, but is '" + value + "'");
    }
  }

  Locale locale() throws Refused {
    String value = values.getOrDefault("lang", "en");
    if (!Set.of("en", "fr").contains(value)) {
      throw new Refused("--lang must be en or fr, but is '" + value + "'");
    }
    return Locale.forLanguageTag(value);
  }

  Set<String> cancelling() {
    return Set.of(values.getOrDefault("cancel", "ticket.reopened"));
  }

  double satisfied() throws Refused {
    double share = number("--satisfied", values.getOrDefault("satisfied", "0.8"));
    if (!(share >= 0 && share <= 1)) {
      throw new Refused("--satisfied must be between 0 and 1, but is " + share);
    }
    return share;
  }

  private static double number(String what, String text) throws Refused {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new Refused(what + " must be a number such as 0.8, but is '" + text + "'");
    }
  }

  ResponseBehaviour behaviour() throws Refused {
    Map<String, Double> parts = new HashMap<>();
    String text = values.getOrDefault("behaviour", "");
    for (String each : text.isBlank() ? new String[0] : text.split(",")) {
      String[] pair = each.split("=", 2);
      parts.put(pair[0].strip(), number("--behaviour " + pair[0], pair.length < 2 ? "" : pair[1]));
    }
    ResponseBehaviour usual = ResponseBehaviour.defaults();
    Set<String> known = Set.of("sees", "answers", "dismisses", "putsOff", "optsOut");
    if (!known.containsAll(parts.keySet())) {
      throw new Refused("--behaviour must name sees, answers, dismisses, putsOff, optsOut, but is '"
          + (text + "'"));
    }
    try {
      return usual
          .withAnswers(0)
          .withSees(parts.getOrDefault("sees", usual.sees()))
          .withDismisses(parts.getOrDefault("dismisses", usual.dismisses()))
          .withPutsOff(parts.getOrDefault("putsOff", usual.putsOff()))
          .withOptsOut(parts.getOrDefault("optsOut", usual.optsOut()))
          .withAnswers(parts.getOrDefault("answers", usual.answers()));
    } catch (IllegalArgumentException e) {
      throw new Refused("--behaviour: " + e.getMessage());
    }
  }

  List<Survey> surveys() throws Refused {
    Path folder = file("surveys");
    if (folder == null) {
      return ReplayMain.surveys();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files = entries.filter(FatigueOptions::isSurvey).sorted().toList();
      if (files.isEmpty()) {
        throw new Refused(folder + ": there is no *.yaml, *.yml or *.json in this folder");
      }
      return SurveyReader.readAll(files);
    } catch (SurveyFormatException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refused(folder + ": the folder cannot be read; check that it is one");
    }
  }

  /** A policy lies beside the surveys of an application, and is none. */
  private static boolean isSurvey(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.matches(".*\\.(yaml|yml|json)") && !name.matches("policy\\.(yaml|yml|json)");
  }

  /** Returns the rules to report on; with two, the second is compared with the first. */
  List<Rules> rules() throws Refused {
    Path file = file("policy");
    String coolDown = values.get("cool-down");
    Policy policy =
        file == null ? Policy.of(ContactRules.atMostOncePer(DEFAULT_COOL_DOWN)) : policy(file);
    List<Rules> rules = new ArrayList<>();
    if (coolDown != null) {
      Duration gap = duration("--cool-down", coolDown);
      rules.add(new Rules(days(gap), withCoolDown(policy, gap)));
    } else {
      rules.add(new Rules(file == null ? days(DEFAULT_COOL_DOWN) : name(file), policy));
    }
    String other = values.get("compare");
    if (other != null) {
      Matcher matcher = DURATION.matcher(other);
      if (matcher.matches()) {
        Duration gap = duration("--compare", other);
        rules.add(new Rules(days(gap), withCoolDown(policy, gap)));
      } else {
        Path otherFile = Path.of(other);
        if (!Files.isRegularFile(otherFile)) {
          throw new Refused(
              "--compare must be a cool-down such as 7d or the file of a policy, but is '"
                  + (other + "'"));
        }
        rules.add(new Rules(name(otherFile), policy(otherFile)));
      }
    }
    return rules;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static Policy policy(Path file) throws Refused {
    try {
      return PolicyReader.read(file);
    } catch (SurveyFormatException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new Refused(file + ": the file cannot be read; check the path");
    }
  }

  private static Duration duration(String option, String text) throws Refused {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new Refused(option + " must be written like 30d or 12h, but is '" + text + "'");
    }
    long amount = Long.parseLong(matcher.group(1));
    return matcher.group(2).startsWith("d") ? Duration.ofDays(amount) : Duration.ofHours(amount);
  }

  private static String days(Duration gap) {
    long hours = gap.toHours();
    return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
  }

  /** The rules only ever grow stricter, so a gap is replaced by building them anew without it. */
  private static Policy withCoolDown(Policy policy, Duration gap) throws Refused {
    ContactRules old = policy.contact();
    try {
      ContactRules rules = ContactRules.none().any(Since.INVITED, gap);
      for (ContactRule each : old.rules()) {
        boolean replaced =
            each.scope().equals(ContactScope.ANY_SURVEY) && each.since() == Since.INVITED;
        rules = replaced ? rules : rules.with(each);
      }
      for (var each : old.limits()) {
        rules = rules.with(each);
      }
      rules = rules.withBoundary(old.boundary()).withSnooze(old.snooze(), old.maxSnoozes());
      Duration grace = old.newcomerGrace();
      rules = grace == null ? rules : rules.withNewcomerGrace(grace);
      rules = old.days() == ContactRules.Days.CALENDAR ? rules.withCalendarDays(old.zone()) : rules;
      return policy.withContact(rules);
    } catch (IllegalArgumentException e) {
      throw new Refused("the cool-down: " + e.getMessage());
    }
  }
}
