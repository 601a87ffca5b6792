package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.spring.http.Problem;
import io.github.feedback4j.theme.Item;
import io.github.feedback4j.theme.ItemSuggestion;
import io.github.feedback4j.theme.ItemSuggestion.Kind;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Rule;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTuner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Suggestions that somebody ticked, as the page sends them back. */
record Accepted(List<ItemSuggestion> suggestions) {

  static final int MAX = 500;

  /**
   * Reads them; one to remove that the draft no longer has is left out.
   *
   * @throws Problem with status 400 if it is something else
   * @throws IllegalArgumentException if a text is no rule, or an id no id
   */
  static Accepted read(JsonNode items, ThemePack draft) {
    if (!items.isArray() || items.size() > MAX) {
      throw Problem.of(
          400,
          "bad-suggestions",
          "'items' must be a list of at most %d suggestions".formatted(MAX));
    }
    List<ItemSuggestion> suggestions = new ArrayList<>();
    for (JsonNode each : items) {
      Kind kind = choice(Kind.values(), each.path("kind"), "kind");
      String theme = each.path("theme").asString("");
      String language = each.path("language").asString("");
      String text = each.path("text").asString("");
      Polarity polarity = choice(Polarity.values(), each.path("polarity"), "polarity");
      Item item = kind == Kind.ADD
          ? new Item(theme, language, Polarity.NEUTRAL, false, text, Rule.parse(text))
          : find(draft.theme(theme), language, polarity, each.path("hides").asBoolean(false), text);
      if (item != null) {
        suggestions.add(new ItemSuggestion(kind, item, 0, 0, 0, List.of()));
      }
    }
    return new Accepted(suggestions);
  }

  private static <E extends Enum<E>> E choice(E[] values, JsonNode node, String name) {
    String wanted = node.asString("");
    for (E each : values) {
      if (each.name().equals(wanted)) {
        return each;
      }
    }
    throw Problem.of(
        400, "bad-suggestions", "'%s' must be one of %s".formatted(name, List.of(values)));
  }

  private static @Nullable Item find(
      @Nullable Theme theme, String language, Polarity polarity, boolean hides, String text) {
    if (theme == null) {
      return null;
    }
    return theme.items().stream()
        .filter(each -> each.language().equals(language)
            && each.polarity() == polarity
            && each.hides() == hides
            && each.text().equals(text))
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the draft with them: as the version after the active one, and as its own version if that is
   * beyond it already.
   *
   * @throws IllegalArgumentException if one is of a theme that the draft does not have
   */
  ThemePack in(ThemePack draft, ThemePack active) {
    ThemePack changed = ThemeTuner.of(draft).accept(suggestions);
    boolean isAhead = draft.name().equals(active.name()) && draft.version() > active.version();
    return isAhead
        ? ThemePack.of(draft.name(), draft.version(), changed.sets(), changed.themes())
        : changed;
  }
}
