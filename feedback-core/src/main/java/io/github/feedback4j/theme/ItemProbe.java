package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which items find something in a text, each as if it were alone with what hides words from it.
 *
 * <p>The tagger chooses among overlapping places; here every item is looked at. It belongs to one
 * thread.
 */
final class ItemProbe {

  /** What makes a compiled item the line of a theme. */
  private record Line(String theme, String language, boolean hides, String text) {}

  private final Program program;
  private final int[] itemOfBranch;
  private Workspace workspace;

  /**
   * Compiles the items of a pack and more of them.
   *
   * @param lines the items as their themes have them, of which each gets its place as its number
   */
  ItemProbe(ThemePack pack, List<Item> lines, List<Item> more) {
    List<Item> items = new ArrayList<>(pack.items());
    more.forEach(each -> addCompiled(items, pack, each));
    List<String> ids = pack.themes().stream().map(Theme::id).toList();
    program = RuleCompiler.compile(pack.id(), ids, items);
    workspace = new Workspace(program);
    Map<Line, Integer> numbers = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Item item = lines.get(i);
      if (item.polarity() == Polarity.NEUTRAL) {
        numbers.putIfAbsent(line(item), i);
      } else {
        // Of a neutral and a polar one the polar one is compiled.
        numbers.put(line(item), i);
      }
    }
    itemOfBranch = new int[program.branches.size()];
    for (int i = 0; i < itemOfBranch.length; i++) {
      itemOfBranch[i] = number(numbers, program.branches.get(i));
    }
  }

  private static void addCompiled(List<Item> items, ThemePack pack, Item item) {
    Theme theme = pack.theme(item.theme());
    if (!item.language().equals(Item.EVERY_LANGUAGE) || theme == null) {
      items.add(item);
      return;
    }
    for (String each : theme.languages()) {
      items.add(
          new Item(item.theme(), each, item.polarity(), item.hides(), item.text(), item.rule()));
    }
  }

  private static Line line(Item item) {
    return new Line(item.theme(), item.language(), item.hides(), item.text());
  }

  private int number(Map<Line, Integer> numbers, Branch branch) {
    String theme = program.themes.get(branch.theme());
    Tag.Source source = branch.source();
    Line own = new Line(theme, source.language(), branch.hides(), source.item());
    Integer number = numbers.get(own);
    if (number == null) {
      // An item for every language is compiled once for each.
      number = numbers.get(new Line(theme, Item.EVERY_LANGUAGE, own.hides(), own.text()));
    }
    return number == null ? -1 : number;
  }

  /** Returns the numbers of the items that find something in a text, each once, in ascending order. */
  int[] of(String text, @Nullable Locale locale) {
    if (!workspace.isSmall()) {
      workspace = new Workspace(program);
    }
    int declared = locale == null ? -1 : program.languages.indexOf(locale.getLanguage());
    workspace.tag(text, declared);
    Matches matches = workspace.matches;
    Numbers found = new Numbers();
    for (int i = 0; i < matches.candidates; i++) {
      int number = matches.candidateBranch[i];
      Branch branch = workspace.branchOf(number);
      boolean counts = branch.hides()
          || branch.tree() != null
          || !workspace.hidden.covers(
              branch.theme(), matches.candidateFrom[i], matches.candidateTo[i]);
      if (counts && itemOfBranch[number] >= 0) {
        found.add(itemOfBranch[number]);
      }
    }
    for (int i = 0; i < matches.woken; i++) {
      int number = matches.wokenBranch[i];
      Branch branch = workspace.branchOf(number);
      Node tree = branch.tree();
      if (branch.hides()
          && tree != null
          && itemOfBranch[number] >= 0
          && workspace.places.find(tree, Hidden.NO_THEME) > 0) {
        found.add(itemOfBranch[number]);
      }
    }
    found.sortDistinct();
    return found.toArray();
  }
}
