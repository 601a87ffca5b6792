package io.github.feedback4j.wire;

import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Themes in the data of a response: what made them, the tags of each text, and what people said of them. */
final class TaggingFormat {

  /** The greatest number of tags of one text, and of the places of one tag. */
  static final int TAGS = 20_000;

  /** The greatest number of corrections. */
  static final int CORRECTIONS = 1_000;

  private static final Words<Polarity> POLARITIES = new Words<>(Polarity.class);
  private static final Words<Tag.Origin> ORIGINS = new Words<>(Tag.Origin.class);

  private TaggingFormat() {}

  /** Writes the taggings of a response, which are all of one pack and engine. */
  static void write(JsonGenerator out, Map<String, Tagging> taggings) {
    if (taggings.isEmpty()) {
      return;
    }
    Tagging any = taggings.values().iterator().next();
    out.writeObjectPropertyStart("tagging");
    out.writeStringProperty("pack", any.packId());
    out.writeStringProperty("engine", any.engine());
    out.writeArrayPropertyStart("texts");
    // Sorted, because the map has another order in each JVM.
    Map<String, Tagging> sorted = taggings.size() == 1 ? taggings : new TreeMap<>(taggings);
    for (Map.Entry<String, Tagging> each : sorted.entrySet()) {
      Tagging tagging = each.getValue();
      out.writeStartObject();
      out.writeStringProperty("question", each.getKey());
      out.writeBooleanProperty("empty", tagging.isEmptyAnswer());
      out.writeArrayPropertyStart("tags");
      for (Tag tag : tagging.tags()) {
        write(out, tag, tagging);
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Tag tag, Tagging tagging) {
    Tag.Source source = tag.source();
    out.writeStartObject();
    out.writeStringProperty("theme", tag.theme());
    out.writeStringProperty("polarity", POLARITIES.of(tag.polarity()));
    out.writeNumberProperty("score", tag.score());
    out.writeArrayPropertyStart("spans");
    for (Tag.Span each : tag.spans()) {
      write(out, each);
    }
    out.writeEndArray();
    Tag.Span negation = tag.negation();
    if (negation != null) {
      out.writeName("negation");
      write(out, negation);
    }
    out.writeStringProperty("origin", ORIGINS.of(source.origin()));
    writeUnless(out, "pack", tagging.packId(), source.packId());
    writeUnless(out, "engine", tagging.engine(), source.engine());
    out.writeStringProperty("language", source.language());
    out.writeStringProperty("item", source.item());
    writeUnless(out, "rule", source.item(), source.rule());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Tag.Span span) {
    out.writeStartArray();
    out.writeNumber(span.start());
    out.writeNumber(span.end());
    out.writeEndArray();
  }

  private static void writeUnless(JsonGenerator out, String name, String usual, String value) {
    if (!value.equals(usual)) {
      out.writeStringProperty(name, value);
    }
  }

  static void write(JsonGenerator out, List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart("corrections");
    for (Correction each : corrections) {
      TagRuling ruling = each.ruling();
      out.writeStartObject();
      out.writeStringProperty("question", ruling.question());
      out.writeStringProperty("theme", ruling.theme());
      Polarity polarity = ruling.polarity();
      if (polarity != null) {
        out.writeStringProperty("polarity", POLARITIES.of(polarity));
      }
      Tag.Span place = ruling.place();
      if (place != null) {
        out.writeName("place");
        write(out, place);
      }
      out.writeStringProperty("actor", each.actor());
      out.writeStringProperty("at", TimeText.write(each.at()));
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  static Map<String, Tagging> taggings(@Nullable Part part) {
    Map<String, Tagging> taggings = new HashMap<>();
    if (part == null) {
      return taggings;
    }
    String pack = part.get("pack").text(Part.TEXT);
    String engine = part.get("engine").text(Part.TEXT);
    part.get("texts").list(AnswerFormat.ANSWERS, each -> {
      Tagging tagging = new Tagging(
          pack,
          engine,
          each.get("empty").truth(),
          each.get("tags").list(TAGS, tag -> tag(tag, pack, engine)));
      Part question = each.get("question");
      if (taggings.put(question.name(), tagging) != null) {
        throw question.malformed("must not be one that is there already");
      }
      return each;
    });
    return taggings;
  }

  private static Tag tag(Part part, String pack, String engine) {
    String theme = part.get("theme").name();
    Polarity polarity = part.get("polarity").word(POLARITIES);
    int score = part.get("score").whole(-100);
    List<Tag.Span> spans = part.get("spans").list(TAGS, TaggingFormat::span);
    Part negation = part.find("negation");
    String item = part.get("item").text(Part.TEXT);
    Tag.Source source = new Tag.Source(
        part.get("origin").word(ORIGINS),
        textOr(part, "pack", pack),
        textOr(part, "engine", engine),
        part.get("language").text(Part.TEXT),
        item,
        textOr(part, "rule", item));
    Tag.Span negated = negation == null ? null : span(negation);
    return part.made(
        "must have the id of a theme, a score up to 100 with the sign of its polarity, and a span",
        () -> new Tag(theme, polarity, score, spans, negated, source));
  }

  private static String textOr(Part part, String name, String usual) {
    Part found = part.find(name);
    return found == null ? usual : found.text(Part.TEXT);
  }

  private static Tag.Span span(Part part) {
    List<Integer> ends = part.list(2, each -> each.whole(0));
    if (ends.size() != 2 || ends.get(0) >= ends.get(1)) {
      throw part.malformed("must be a start and a greater end");
    }
    return new Tag.Span(ends.get(0), ends.get(1));
  }

  static List<Correction> corrections(@Nullable Part part) {
    return part == null ? List.of() : part.list(CORRECTIONS, TaggingFormat::correction);
  }

  private static Correction correction(Part part) {
    String question = part.get("question").name();
    String theme = part.get("theme").name();
    Part polarityPart = part.find("polarity");
    Polarity polarity = polarityPart == null ? null : polarityPart.word(POLARITIES);
    Part placePart = part.find("place");
    Tag.Span place = placePart == null ? null : span(placePart);
    String actor = part.get("actor").name();
    TagRuling ruling = part.made(
        "must have the id of a theme, and a place only beside a polarity",
        () -> new TagRuling(question, theme, polarity, place));
    return part.get("actor")
        .made(
            "must not be blank, and have no control characters",
            () -> new Correction(ruling, actor, part.get("at").time()));
  }
}
