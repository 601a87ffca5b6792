package io.github.feedback4j.theme;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes theme packs as YAML or JSON that {@link ThemePackReader} reads back as equal packs.
 *
 * <p>Themes keep their order; titles, items and sets are in alphabetical order, so that equal packs
 * give equal files. Comments of a file that was read are not kept.
 *
 * @since 0.1
 */
public final class ThemePackWriter {

  private static final TokenStreamFactory JSON = JsonFactory.builder().build();

  private ThemePackWriter() {}

  /** Returns the pack as YAML, with one item in each line. */
  public static String yaml(ThemePack pack) {
    return YamlWriter.write(tree(pack));
  }

  /** Returns the pack as JSON in one line. */
  public static String json(ThemePack pack) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(out, tree(pack));
    }
    return text.toString();
  }

  private static Map<String, Object> tree(ThemePack pack) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("pack", pack.name());
    tree.put("version", pack.version());
    if (!pack.sets().isEmpty()) {
      tree.put("sets", pack.sets());
    }
    Map<String, Object> themes = new LinkedHashMap<>();
    pack.themes().forEach(each -> themes.put(each.id(), tree(each)));
    tree.put("themes", themes);
    return tree;
  }

  private static Map<String, Object> tree(Theme theme) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!theme.titles().isEmpty()) {
      tree.put("title", theme.titles());
    }
    String parent = theme.parent();
    if (parent != null) {
      tree.put("parent", parent);
    }
    tree.putAll(texts(theme, each -> !each.hides() && each.polarity() == Polarity.NEUTRAL));
    putPolar(tree, "negative", texts(theme, each -> each.polarity() == Polarity.NEGATIVE));
    putPolar(tree, "positive", texts(theme, each -> each.polarity() == Polarity.POSITIVE));
    putPolar(tree, "not", texts(theme, Item::hides));
    return tree;
  }

  private static SortedMap<String, List<String>> texts(Theme theme, Predicate<Item> wanted) {
    SortedMap<String, List<String>> texts = new TreeMap<>();
    for (Item each : theme.items()) {
      if (wanted.test(each)) {
        texts.computeIfAbsent(each.language(), key -> new ArrayList<>()).add(each.text());
      }
    }
    return texts;
  }

  private static void putPolar(
      Map<String, Object> tree, String name, SortedMap<String, List<String>> texts) {
    List<String> every = texts.get(Item.EVERY_LANGUAGE);
    if (every != null && texts.size() == 1) {
      tree.put(name, every);
    } else if (!texts.isEmpty()) {
      tree.put(name, texts);
    }
  }

  private static void write(JsonGenerator out, Object value) {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach((name, inner) -> {
        out.writeName(name.toString());
        write(out, inner);
      });
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      list.forEach(inner -> write(out, inner));
      out.writeEndArray();
    } else if (value instanceof Integer number) {
      out.writeNumber(number);
    } else {
      out.writeString(value.toString());
    }
  }
}
