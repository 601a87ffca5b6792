package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.RetagReport;
import io.github.feedback4j.RetagState;
import io.github.feedback4j.TagPreview;
import io.github.feedback4j.TagPreview.Example;
import io.github.feedback4j.spring.http.Json;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.theme.Item;
import io.github.feedback4j.theme.ItemFigures;
import io.github.feedback4j.theme.ItemFigures.Verdict;
import io.github.feedback4j.theme.ItemReport;
import io.github.feedback4j.theme.ItemSuggestion;
import io.github.feedback4j.theme.PackDiff;
import io.github.feedback4j.theme.PackMistake;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.PackSuggestions;
import io.github.feedback4j.theme.Proportion;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemeFigures;
import io.github.feedback4j.theme.ThemePack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a theme pack and what is known of it, with the titles of themes in the language of a page. */
final class ThemesJson {

  /** How many items a list shows at most; it says how many there are. */
  static final int MAX_ITEMS = 500;

  /** Weak items first; those that find nothing last, because in a large pack they are most of it. */
  private static final Comparator<ItemFigures> WORTH_A_LOOK = Comparator.comparingInt(
          (ItemFigures each) -> rank(each.verdict()))
      .thenComparingInt(each -> -each.hits());

  private final Locale locale;
  private final List<Theme> themes;
  private final ThemeTitles titles;

  ThemesJson(ThemePack pack, Locale locale) {
    this(pack.themes(), locale);
  }

  private ThemesJson(List<Theme> themes, Locale locale) {
    this.locale = locale;
    this.themes = themes;
    this.titles = new ThemeTitles(themes, locale);
  }

  /** Returns a writer that knows the themes of a draft as well, whose titles go first. */
  ThemesJson with(ThemePack draft) {
    List<Theme> all = new ArrayList<>(themes);
    all.addAll(draft.themes());
    return new ThemesJson(all, locale);
  }

  static void pack(ObjectNode json, ThemePack pack) {
    json.putObject("pack")
        .put("id", pack.id())
        .put("name", pack.name())
        .put("version", pack.version())
        .put("themes", pack.themes().size())
        .put(
            "items",
            pack.themes().stream().mapToInt(each -> each.items().size()).sum());
  }

  ObjectNode active(
      InForce now, List<Activation> earlier, ThemePack configured, List<Survey> surveys) {
    ObjectNode json = Json.object();
    pack(json, now.pack());
    json.put("number", now.number());
    Activation activation = now.activation();
    if (activation == null) {
      json.putNull("actor").putNull("at").putNull("note");
    } else {
      said(json, activation);
    }
    json.put("yaml", now.text());
    json.put("configured", configured.id());
    ArrayNode history = json.putArray("history");
    for (Activation each : earlier) {
      said(
          history
              .addObject()
              .put("number", each.number())
              .put("pack", each.pack().id()),
          each);
    }
    ArrayNode list = json.putArray("surveys");
    for (Survey each : surveys) {
      ObjectNode one = list.addObject().put("key", each.key());
      new TextJson(locale, each.defaultLocale()).put(one, "title", each.title());
    }
    return json;
  }

  private static void said(ObjectNode json, Activation activation) {
    json.put("actor", activation.actor())
        .put("at", activation.at().toString())
        .put("note", activation.note());
  }

  static ObjectNode mistakes(List<PackMistake> mistakes) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("mistakes");
    for (PackMistake each : mistakes) {
      list.addObject()
          .put("line", each.line())
          .put("column", each.column())
          .put("message", each.message())
          .put("advice", each.advice());
    }
    return json;
  }

  /** Writes a mistake of which only the theme and the item are known, such as a rule with too many spellings. */
  static ObjectNode mistake(String message) {
    ObjectNode json = Json.object();
    json.putArray("mistakes")
        .addObject()
        .putNull("line")
        .putNull("column")
        .put("message", message)
        .put("advice", "");
    return json;
  }

  void diff(ObjectNode json, PackDiff diff) {
    json.put("empty", diff.isEmpty());
    themes(json.putArray("addedThemes"), diff.addedThemes());
    themes(json.putArray("removedThemes"), diff.removedThemes());
    themes(json.putArray("changedThemes"), diff.changedThemes());
    ArrayNode sets = json.putArray("changedSets");
    diff.changedSets().forEach(sets::add);
    items(json.putObject("addedItems"), diff.addedItems());
    items(json.putObject("removedItems"), diff.removedItems());
    ObjectNode changed =
        json.putObject("changedItems").put("count", diff.changedItems().size());
    ArrayNode list = changed.putArray("list");
    diff.changedItems().stream().limit(MAX_ITEMS).forEach(each -> {
      ObjectNode one = list.addObject();
      item(one, each.after());
      one.put("before", each.before().polarity().name());
    });
  }

  private void themes(ArrayNode list, List<String> ids) {
    ids.forEach(each -> theme(list.addObject(), each));
  }

  private void theme(ObjectNode json, String id) {
    titles.put(json.put("theme", id), id);
  }

  private void items(ObjectNode json, List<Item> items) {
    ArrayNode list = json.put("count", items.size()).putArray("list");
    items.stream().limit(MAX_ITEMS).forEach(each -> item(list.addObject(), each));
  }

  private void item(ObjectNode json, Item item) {
    theme(json, item.theme());
    json.put("language", item.language())
        .put("polarity", item.polarity().name())
        .put("hides", item.hides())
        .put("text", item.text());
  }

  /**
   * Writes what a draft would change.
   *
   * @param reads whether the words of respondents may be in it
   */
  void preview(ObjectNode json, TagPreview preview, boolean reads) {
    json.put("comments", preview.comments()).put("changed", preview.changed());
    ArrayNode list = json.putArray("themes");
    preview.themes().forEach((theme, effect) -> {
      ObjectNode one = list.addObject();
      theme(one, theme);
      RetagReport.Change change = effect.change();
      one.put("gained", change.gained())
          .put("lost", change.lost())
          .put("restated", change.restated());
      if (reads) {
        ObjectNode examples = one.putObject("examples");
        examples(examples.putArray("gained"), effect.gained());
        examples(examples.putArray("lost"), effect.lost());
        examples(examples.putArray("restated"), effect.restated());
      }
    });
  }

  private void examples(ArrayNode list, List<Example> examples) {
    for (Example each : examples) {
      ObjectNode json = list.addObject().put("text", each.text());
      tags(json.putArray("before"), each.before());
      tags(json.putArray("after"), each.after());
    }
  }

  private void tags(ArrayNode list, List<Tag> tags) {
    tags.forEach(each -> MentionJson.write(list.addObject(), each, titles));
  }

  ObjectNode report(ItemReport report) {
    ObjectNode json = Json.object()
        .put("pack", report.packId())
        .put("comments", report.comments())
        .put("labelled", report.labelled())
        .put("leftOut", report.leftOut())
        .put("items", report.items().size())
        .put("flagged", report.flagged().size())
        .put("neverFound", report.neverFound().size());
    ArrayNode list = json.putArray("list");
    report.items().stream()
        .sorted(WORTH_A_LOOK)
        .limit(MAX_ITEMS)
        .forEach(each -> figures(list.addObject(), each));
    ArrayNode found = json.putArray("themes");
    report.themes().forEach(each -> theme(found.addObject(), each));
    ArrayNode unknown = json.putArray("unknownThemes");
    report.unknownThemes().forEach(unknown::add);
    return json;
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case WEAK -> 0;
      case PERHAPS_WEAK -> 1;
      case UNLABELLED -> 2;
      case PERHAPS_GOOD -> 3;
      case GOOD -> 4;
      case HIDES -> 5;
      case NEVER_FOUND -> 6;
    };
  }

  private void figures(ObjectNode json, ItemFigures figures) {
    item(json, figures.item());
    json.put("verdict", figures.verdict().name())
        .put("hits", figures.hits())
        .put("alone", figures.alone())
        .put("correct", figures.correct())
        .put("wrong", figures.wrong())
        .put("unknown", figures.unknown());
    proportion(json, "precision", figures.precision());
    Instant last = figures.lastHit();
    json.put(
        "lastHit",
        last == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC).toString());
    ArrayNode overlaps = json.putArray("overlaps");
    figures.overlaps().forEach(each -> {
      ObjectNode one = overlaps.addObject();
      item(one, each.item());
      one.put("comments", each.comments());
    });
  }

  private void theme(ObjectNode json, ThemeFigures figures) {
    theme(json, figures.theme());
    json.put("correct", figures.correct())
        .put("wrong", figures.wrong())
        .put("missed", figures.missed())
        .put("unknown", figures.unknown());
    proportion(json, "precision", figures.precision());
    proportion(json, "recall", figures.recall());
  }

  /** Writes percentages, rounded once for display; null without a case. */
  private static void proportion(ObjectNode json, String name, Proportion share) {
    if (share.all() == 0) {
      json.putNull(name);
    } else {
      json.putObject(name)
          .put("value", percent(share.value()))
          .put("low", percent(share.low()))
          .put("high", percent(share.high()))
          .put("n", share.all());
    }
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }

  /**
   * Writes suggestions, removals first.
   *
   * @param reads whether the words of respondents may be in it
   */
  ObjectNode suggestions(PackSuggestions suggestions, boolean reads) {
    ObjectNode json = Json.object()
        .put("pack", suggestions.packId())
        .put("labelled", suggestions.labelled())
        .put("leftOut", suggestions.leftOut())
        .put("now", percent(suggestions.macroF1Now()))
        .put("expected", percent(suggestions.macroF1Expected()))
        .put("count", suggestions.all().size());
    ArrayNode list = json.putArray("list");
    suggestions.all().stream()
        .limit(MAX_ITEMS)
        .forEach(each -> suggestion(list.addObject(), each, reads));
    ArrayNode unknown = json.putArray("unknownThemes");
    suggestions.unknownThemes().forEach(unknown::add);
    ArrayNode unused = json.putArray("unusedLanguages");
    suggestions.unusedLanguages().forEach(unused::add);
    return json;
  }

  private void suggestion(ObjectNode json, ItemSuggestion suggestion, boolean reads) {
    item(json, suggestion.item());
    json.put("kind", suggestion.kind().name())
        .put("gain", suggestion.gain())
        .put("correct", suggestion.correct())
        .put("wrong", suggestion.wrong())
        .put("unknown", suggestion.unknown());
    if (reads) {
      ArrayNode examples = json.putArray("examples");
      suggestion.examples().forEach(examples::add);
    }
  }

  /**
   * Writes how far the tags are those of the pack in force.
   *
   * @param begun whether this node is at it, maybe not yet for others to see
   */
  static ObjectNode state(RetagState state, boolean begun, boolean failed) {
    return Json.object()
        .put("pack", state.packId())
        .put("tagged", state.tagged())
        .put("outdated", state.outdated())
        .put("running", begun || state.isRunning())
        .put("failed", failed);
  }
}
