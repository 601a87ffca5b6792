package io.github.feedback4j.theme;

import io.github.feedback4j.node.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a pack of what a file says, or notes every mistake with its place. */
final class PackFormat {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final PackMistakes mistakes;
  private final PackSets sets = new PackSets();
  private final Map<String, List<String>> setTexts = new LinkedHashMap<>();
  private final Map<String, Node> setNames = new LinkedHashMap<>();
  private final List<Theme> themes = new ArrayList<>();
  private final Map<String, Node> themeNodes = new LinkedHashMap<>();
  private final List<Placed> placed = new ArrayList<>();
  private boolean setsAreFine;

  /** An item and where it stands in the file. */
  private record Placed(Node.Scalar scalar, Item item) {}

  private PackFormat(PackMistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Returns the pack of a file, or null after having noted at least one mistake. */
  static @Nullable ThemePack read(Node root, PackMistakes mistakes) {
    return new PackFormat(mistakes).pack(root);
  }

  private @Nullable ThemePack pack(Node root) {
    Fields fields = Fields.of(root, "a pack", mistakes);
    if (fields == null) {
      return null;
    }
    Node.Scalar name = Fields.text(fields.require("pack", "'pack: it-service'"), "pack", mistakes);
    if (name != null && !Labels.isId(name.text())) {
      mistakes.add(
          name,
          "'pack' must match %s, but was '%s'".formatted(Labels.ID_RULE, name.text()),
          "write its name in lower-case letters, digits and dashes");
    }
    Integer version = fields.count(fields.require("version", "'version: 1'"), "version");
    int before = mistakes.count();
    sets(fields.take("sets"));
    setsAreFine = mistakes.count() == before;
    themes(fields.require("themes", "'themes:' with at least one theme"));
    fields.done();
    checkBetween(fields.node());
    if (!mistakes.isEmpty() || name == null || version == null) {
      return null;
    }
    try {
      return ThemePack.of(name.text(), version, setTexts, themes);
    } catch (IllegalArgumentException e) {
      mistakes.add(fields.node(), String.valueOf(e.getMessage()), "");
      return null;
    }
  }

  private void sets(@Nullable Node node) {
    Fields fields = Fields.of(node, "'sets'", mistakes);
    if (fields == null) {
      return;
    }
    Map<String, Node.Entry> entries = fields.node().entries();
    if (entries.size() > ThemePack.MAX_SETS) {
      mistakes.add(
          fields.node(),
          "'sets' must have at most %d sets, but has %d"
              .formatted(ThemePack.MAX_SETS, entries.size()),
          "put some together");
    }
    entries.forEach((name, entry) -> {
      if (!Labels.isId(name)) {
        mistakes.add(
            entry.name(),
            "set must match %s, but was '%s'".formatted(Labels.ID_RULE, name),
            "write its name in lower-case letters, digits and dashes");
        return;
      }
      set(name, entry);
    });
  }

  private void set(String name, Node.Entry entry) {
    List<Node.Scalar> scalars = scalars(entry.value(), "set '" + name + "'");
    setNames.put(name, entry.name());
    if (scalars.size() > ThemePack.MAX_ENTRIES) {
      mistakes.add(
          entry.name(),
          "set '%s' must have at most %d entries, but has %d"
              .formatted(name, ThemePack.MAX_ENTRIES, scalars.size()),
          "make several sets of it, and one that names them");
      return;
    }
    if (entry.value() instanceof Node.Items items && items.nodes().isEmpty()) {
      mistakes.add(entry.name(), "set '" + name + "' has no entries", "add one, or delete it");
    }
    for (Node.Scalar each : scalars) {
      boolean added = mistakes.attempt(
          each,
          () -> {
            sets.add(name, each.text());
            return true;
          },
          false);
      if (added) {
        setTexts.computeIfAbsent(name, key -> new ArrayList<>()).add(each.text());
      }
    }
  }

  private void themes(@Nullable Node node) {
    Fields fields = Fields.of(node, "'themes'", mistakes);
    if (fields == null) {
      return;
    }
    Map<String, Node.Entry> entries = fields.node().entries();
    if (entries.isEmpty() || entries.size() > ThemePack.MAX_THEMES) {
      mistakes.add(
          fields.node(),
          "'themes' must have 1 to %d themes, but has %d"
              .formatted(ThemePack.MAX_THEMES, entries.size()),
          "");
    }
    entries.forEach((id, entry) -> {
      if (!Labels.isId(id)) {
        mistakes.add(
            entry.name(),
            "theme must match %s, but was '%s'".formatted(Labels.ID_RULE, id),
            "write its id in lower-case letters, digits and dashes, and its name as its title");
        return;
      }
      theme(id, entry);
    });
  }

  private void theme(String id, Node.Entry entry) {
    // Kept even if it has mistakes, so that its children do not miss their parent.
    themeNodes.put(id, entry.name());
    Fields fields = Fields.of(entry.value(), "theme '" + id + "'", mistakes);
    if (fields == null) {
      themes.add(Theme.of(id));
      return;
    }
    Theme theme = titled(Theme.of(id), fields.take("title"));
    Node.Scalar parent = Fields.text(fields.take("parent"), "parent", mistakes);
    if (parent != null) {
      themeNodes.put(id, parent);
      Theme alone = theme;
      theme = mistakes.attempt(parent, () -> alone.parent(parent.text()), alone);
    }
    int before = mistakes.count();
    ItemSet items = new ItemSet(id, List.of());
    polar(items, fields, "negative", Polarity.NEGATIVE, false);
    polar(items, fields, "positive", Polarity.POSITIVE, false);
    polar(items, fields, "not", Polarity.NEUTRAL, true);
    for (String each : fields.node().entries().keySet()) {
      if (isLanguage(each)) {
        items(items, each, Polarity.NEUTRAL, false, scalars(fields.take(each), "'" + each + "'"));
      }
    }
    fields.done("en", "fr");
    Theme complete = theme.with(items.items());
    // Where an item was refused, its language may have been the one.
    if (PackItems.lacksLanguage(complete) && mistakes.count() == before) {
      mistakes.add(entry.name(), "theme '%s': %s".formatted(id, PackItems.LACKS_LANGUAGE), "");
    }
    themes.add(complete);
  }

  private Theme titled(Theme theme, @Nullable Node node) {
    if (node instanceof Node.Scalar scalar) {
      mistakes.add(
          scalar,
          "'title' must be a mapping, but is " + scalar.kind(),
          "say in which language it is: title: { en: \"" + scalar.text() + "\" }");
      return theme;
    }
    Fields fields = Fields.of(node, "'title'", mistakes);
    if (fields == null) {
      return theme;
    }
    Theme titled = theme;
    for (Map.Entry<String, Node.Entry> each : fields.node().entries().entrySet()) {
      String language = each.getKey();
      Node.Scalar name = each.getValue().name();
      Node.Scalar title = Fields.text(each.getValue().value(), "title", mistakes);
      if (language.equals(Item.EVERY_LANGUAGE) || !isLanguage(language)) {
        noLanguage(name);
      } else if (title != null) {
        Theme before = titled;
        titled = mistakes.attempt(title, () -> before.title(language, title.text()), before);
      }
    }
    return titled;
  }

  /** Reads a list for every language, or one for each that it names. */
  private void polar(ItemSet items, Fields fields, String name, Polarity polarity, boolean hides) {
    Node node = fields.take(name);
    if (!(node instanceof Node.Mapping mapping)) {
      items(items, Item.EVERY_LANGUAGE, polarity, hides, scalars(node, "'" + name + "'"));
      return;
    }
    mapping.entries().forEach((language, entry) -> {
      if (isLanguage(language)) {
        String place = "'%s' of '%s'".formatted(language, name);
        items(items, language, polarity, hides, scalars(entry.value(), place));
      } else {
        noLanguage(entry.name());
      }
    });
  }

  private void noLanguage(Node.Scalar name) {
    mistakes.add(
        name,
        "'%s' is no language".formatted(name.text()),
        "write a code such as en or fr, without a region");
  }

  private static boolean isLanguage(String name) {
    boolean code = LANGUAGE.matcher(name).matches() && !name.equals("not");
    return code || name.equals(Item.EVERY_LANGUAGE);
  }

  private void items(
      ItemSet items, String language, Polarity polarity, boolean hides, List<Node.Scalar> rules) {
    for (Node.Scalar each : rules) {
      if (placed.size() >= ThemePack.MAX_PHRASES) {
        mistakes.add(
            each,
            "this is one more than the %d items that a pack may have"
                .formatted(ThemePack.MAX_PHRASES),
            "make two packs of it");
        return;
      }
      mistakes.attempt(
          each,
          () -> placed.add(new Placed(each, items.add(language, polarity, hides, each.text()))),
          false);
    }
  }

  /** Returns the values of a list of rules. */
  private List<Node.Scalar> scalars(@Nullable Node node, String name) {
    List<Node.Scalar> scalars = new ArrayList<>();
    if (node instanceof Node.Items items) {
      items.nodes().forEach(each -> rule(each, scalars::add));
    } else if (node != null) {
      mistakes.add(
          node,
          "%s must be a list, but is %s".formatted(name, node.kind()),
          "start each line with '- ', or write [one, another]");
    }
    return scalars;
  }

  private void rule(Node node, Consumer<Node.Scalar> rules) {
    if (node instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
      rules.accept(scalar);
    } else {
      mistakes.add(
          node,
          "a rule must be a text, but is " + node.kind(),
          node instanceof Node.Scalar
              ? "write a word, or delete it"
              : "put it in quotes if it has a colon, brackets or braces inside");
    }
  }

  /** Notes what only shows when everything is there: sets and parents that are not. */
  private void checkBetween(Node root) {
    new Hierarchy(themes)
        .problems()
        .forEach((theme, what) -> mistakes.add(
            themeNodes.getOrDefault(theme, root), "theme '" + theme + "': " + what, ""));
    Map<String, String> ofSets = sets.problems();
    ofSets.forEach((set, what) ->
        mistakes.add(setNames.getOrDefault(set, root), "set '" + set + "': " + what, ""));
    if (setsAreFine && ofSets.isEmpty()) {
      checkItems();
    }
  }

  private void checkItems() {
    Map<String, Theme> byId = new HashMap<>();
    themes.forEach(each -> byId.put(each.id(), each));
    ItemCheck check = new ItemCheck(themes, sets);
    long words = 0;
    for (Placed each : placed) {
      Item item = each.item();
      String problem = PackItems.problem(item, sets);
      if (problem == null) {
        words +=
            PackItems.words(byId.getOrDefault(item.theme(), Theme.of(item.theme())), item, sets);
        problem = words > ThemePack.MAX_WORDS ? PackItems.TOO_MANY_WORDS : null;
      }
      if (problem != null) {
        int name = Math.max(0, item.text().indexOf('@'));
        mistakes.add(each.scalar(), name, "rule '%s': %s".formatted(item.text(), problem), "");
      } else {
        problem = check.problem(item);
        if (problem != null) {
          mistakes.add(each.scalar(), problem, "");
        }
      }
      if (words > ThemePack.MAX_WORDS || mistakes.isFull()) {
        return;
      }
    }
  }
}
