package io.github.feedback4j.examples;

import io.github.feedback4j.theme.ItemSuggestion;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTuner;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@link ThemesMain} is told on the command line. */
final class ThemesOptions {

  static final String USAGE = """
      usage: ThemesMain COMMAND --csv FILE [options]
        tag                which themes the comments have
        report             what each item of the pack is worth on labelled comments
        suggest            items to add and to remove, from labelled comments
        discover           themes that the pack does not know, and those that grow
        label-next         which comments to label next, and why

        --csv FILE         comments: UTF-8, commas, a header line
        --pack FILE        the pack as *.yaml or *.json; without it that for IT services
        --columns LIST     what the file calls its columns, such as text=comment,date=day
        --top N            so many results of discover and label-next, 10 unless said
        --since DATE       discover: from when on comments are recent; without it all are
        --least-people N   discover: so many people make a theme, 3 unless said
        --per-theme N      suggest: at most so many new items for a theme, 60 unless said
        --accept LIST      suggest: the numbers to accept, such as 1-5,8; without it all
        --write FILE       suggest: the pack with what is accepted, as YAML; tag: a CSV

      Columns: text, and if there: id; locale, such as en or fr-CA; date, such as
      2026-01-31 or 2026-01-31T09:30:00Z; person, a pseudonym; themes, ids separated by '|',
      or '-' if somebody looked and found none: complete labels; factors, ids that the
      person ticked: those not ticked are unknown. An empty cell says nothing.

      Exit code: 0, or 2 if the options or a file cannot be understood.
      """;

  private static final Set<String> COMMANDS =
      Set.of("tag", "report", "suggest", "discover", "label-next");

  /** The options, each with the commands that know it; an empty set is every one. */
  private static final Map<String, Set<String>> NAMES = Map.of(
      "csv", Set.of(),
      "pack", Set.of(),
      "columns", Set.of(),
      "top", Set.of("discover", "label-next"),
      "since", Set.of("discover"),
      "least-people", Set.of("discover"),
      "per-theme", Set.of("suggest"),
      "accept", Set.of("suggest"),
      "write", Set.of("suggest", "tag"));

  private static final int DEFAULT_TOP = 10;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

  private final String command;
  private final Map<String, String> values = new HashMap<>();

  private ThemesOptions(String command) {
    this.command = command;
  }

  /** A command line, or a file that it names, that cannot be understood. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  static ThemesOptions parse(List<String> args) throws Refused {
    if (args.isEmpty()) {
      throw new Refused("a command is missing\n" + USAGE);
    }
    if (!COMMANDS.contains(args.get(0))) {
      throw new Refused("there is no command '" + args.get(0) + "'\n" + USAGE);
    }
    ThemesOptions options = new ThemesOptions(args.get(0));
    for (int i = 1; i < args.size(); i++) {
      String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
      Set<String> commands = NAMES.get(name);
      if (commands == null) {
        throw new Refused("there is no option '" + args.get(i) + "'\n" + USAGE);
      }
      if (!commands.isEmpty() && !commands.contains(options.command)) {
        throw new Refused("--%s is for %s, not for %s; leave it out"
            .formatted(name, String.join(" and ", new TreeSet<>(commands)), options.command));
      }
      if (i + 1 == args.size() || args.get(i + 1).startsWith("--")) {
        throw new Refused("--" + name + " needs a value\n" + USAGE);
      }
      if (options.values.put(name, args.get(++i)) != null) {
        throw new Refused("--" + name + " is given twice; give it once");
      }
    }
    return options;
  }

  /** Reads every option once, so that each mistake is found before the work begins. */
  void check() throws Refused {
    csv();
    columns();
    since();
    most();
    leastPeople();
    itemsPerTheme();
    ranges();
    file("write");
  }

  String command() {
    return command;
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

  Path csv() throws Refused {
    Path file = file("csv");
    if (file == null) {
      throw new Refused("--csv is missing; name a file of comments\n" + USAGE);
    }
    return file;
  }

  ThemePack pack() throws Refused {
    Path file = file("pack");
    if (file == null) {
      return ThemePacks.itService();
    }
    try {
      return ThemePackReader.read(file);
    } catch (IOException e) {
      throw new Refused(file + ": the file cannot be read; check the path");
    }
  }

  /** Returns what the file calls some of its columns, by their own names. */
  Map<String, String> columns() throws Refused {
    Map<String, String> columns = new HashMap<>();
    String list = values.getOrDefault("columns", "");
    for (String each : list.isBlank() ? new String[0] : list.split(",", -1)) {
      String[] pair = each.split("=", 2);
      if (pair.length < 2 || !CommentFile.COLUMNS.contains(pair[0].strip())) {
        throw new Refused(
            "--columns must be like text=comment,date=day, with names among %s, but is '%s'"
                .formatted(String.join(", ", CommentFile.COLUMNS), list));
      }
      columns.put(pair[0].strip(), pair[1].strip());
    }
    return columns;
  }

  @Nullable
  Instant since() throws Refused {
    String value = values.get("since");
    try {
      return value == null ? null : CommentRow.instant(value);
    } catch (DateTimeParseException e) {
      throw new Refused(
          "--since must be a day such as 2026-01-31 or a time such as 2026-01-31T09:30:00Z, but is '"
              + (value + "'"));
    }
  }

  int most() throws Refused {
    return number("top", DEFAULT_TOP, 1, ThemeTuner.MAX_RESULTS);
  }

  int leastPeople() throws Refused {
    return number("least-people", ThemeTuner.DEFAULT_LEAST_PEOPLE, 2, CommentFile.MOST);
  }

  int itemsPerTheme() throws Refused {
    return number("per-theme", ThemeTuner.DEFAULT_ITEMS_PER_THEME, 1, ThemeTuner.MAX_RESULTS);
  }

  private int number(String option, int usual, int least, int most) throws Refused {
    String value = values.get(option);
    try {
      int number = value == null ? usual : Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException ignored) {
      // Said below.
    }
    throw new Refused("--%s must be a whole number between %d and %d, but is '%s'"
        .formatted(option, least, most, value));
  }

  /** Returns the suggestions that are accepted. */
  List<ItemSuggestion> accepted(List<ItemSuggestion> all) throws Refused {
    if (!values.containsKey("accept")) {
      return all;
    }
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int[] range : ranges()) {
      if (range[1] > all.size()) {
        throw new Refused("--accept must name suggestions, of which there are %d, but has %d"
            .formatted(all.size(), range[1]));
      }
      for (int i = range[0]; i <= range[1]; i++) {
        numbers.add(i);
      }
    }
    List<ItemSuggestion> accepted = new ArrayList<>();
    numbers.forEach(each -> accepted.add(all.get(each - 1)));
    return accepted;
  }

  private List<int[]> ranges() throws Refused {
    List<int[]> ranges = new ArrayList<>();
    String list = values.get("accept");
    for (String each : list == null ? new String[0] : list.split(",", -1)) {
      Matcher matcher = RANGE.matcher(each.strip());
      int first = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      int last = first > 0 && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : first;
      if (first < 1 || last < first) {
        throw new Refused("--accept must be numbers such as 1-5,8, but is '" + list + "'");
      }
      ranges.add(new int[] {first, last});
    }
    return ranges;
  }
}
