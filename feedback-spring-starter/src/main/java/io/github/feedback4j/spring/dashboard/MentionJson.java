package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.theme.Tag;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a place that speaks of a theme, and what says so. */
final class MentionJson {

  private MentionJson() {}

  static void write(ObjectNode json, Tag tag, ThemeTitles titles) {
    json.put("start", tag.place().start());
    json.put("end", tag.place().end());
    json.put("theme", tag.theme());
    titles.put(json, tag.theme());
    json.put("polarity", tag.polarity().name());
    json.put("score", tag.score());
    ArrayNode spans = json.putArray("spans");
    tag.spans().forEach(each -> span(spans.addObject(), each));
    Tag.Span negation = tag.negation();
    if (negation == null) {
      json.putNull("negation");
    } else {
      span(json.putObject("negation"), negation);
    }
    json.put("origin", tag.source().origin().name());
    if (tag.source().origin() == Tag.Origin.MANUAL) {
      return;
    }
    json.put("item", tag.source().item());
    json.put("rule", tag.source().rule());
    json.put("pack", tag.source().packId());
    json.put("engine", tag.source().engine());
  }

  private static void span(ObjectNode json, Tag.Span span) {
    json.put("start", span.start());
    json.put("end", span.end());
  }
}
