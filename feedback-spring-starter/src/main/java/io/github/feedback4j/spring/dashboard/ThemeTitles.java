package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.theme.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The titles of themes in the language of a page; one that the pack no longer has keeps its id. */
final class ThemeTitles {

  private final Map<String, Theme> byId = new HashMap<>();
  private final Locale locale;

  ThemeTitles(List<Theme> themes, Locale locale) {
    this.locale = locale;
    themes.forEach(each -> byId.put(each.id(), each));
  }

  String title(String id) {
    Theme theme = byId.get(id);
    return theme == null ? id : theme.title(locale);
  }

  void put(ObjectNode json, String id) {
    Theme theme = byId.get(id);
    String language = locale.getLanguage();
    boolean speaks = theme != null && theme.titles().containsKey(language);
    json.putObject("title").put("text", title(id)).put("lang", speaks ? language : "en");
  }
}
