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
  static void write(EventJson out, Map<String, Tagging> taggings) {
    if (taggings.isEmpty()) {
      return;
    }
    Tagging any = taggings.values().iterator().next();
    out.object(Field.TAGGING);
    out.text(Field.PACK, any.packId());
    out.text(Field.ENGINE, any.engine());
    out.array(Field.TEXTS);
    // Sorted, because the map has another order in each JVM.
    Map<String, Tagging> sorted = taggings.size() == 1 ? taggings : new TreeMap<>(taggings);
    for (Map.Entry<String, Tagging> each : sorted.entrySet()) {
      Tagging tagging = each.getValue();
      out.object();
      out.text(Field.QUESTION, each.getKey());
      out.truth(Field.EMPTY, tagging.isEmptyAnswer());
      out.array(Field.TAGS);
      for (Tag tag : tagging.tags()) {
        write(out, tag, tagging);
      }
      out.endArray();
      out.endObject();
    }
    out.endArray();
    out.endObject();
  }

  private static void write(EventJson out, Tag tag, Tagging tagging) {
    Tag.Source source = tag.source();
    out.object();
    out.text(Field.THEME, tag.theme());
    out.word(Field.POLARITY, POLARITIES.json(tag.polarity()));
    out.number(Field.SCORE, tag.score());
    out.array(Field.SPANS);
    for (Tag.Span each : tag.spans()) {
      write(out, each);
    }
    out.endArray();
    Tag.Span negation = tag.negation();
    if (negation != null) {
      out.name(Field.NEGATION);
      write(out, negation);
    }
    out.word(Field.ORIGIN, ORIGINS.json(source.origin()));
    writeUnless(out, Field.PACK, tagging.packId(), source.packId());
    writeUnless(out, Field.ENGINE, tagging.engine(), source.engine());
    out.text(Field.LANGUAGE, source.language());
    out.text(Field.ITEM, source.item());
    writeUnless(out, Field.RULE, source.item(), source.rule());
    out.endObject();
  }

  private static void write(EventJson out, Tag.Span span) {
    out.array();
    out.number(span.start());
    out.number(span.end());
    out.endArray();
  }

  private static void writeUnless(EventJson out, Field name, String usual, String value) {
    if (!value.equals(usual)) {
      out.text(name, value);
    }
  }

  static void write(EventJson out, List<Correction> corrections) {
    if (corrections.isEmpty()) {
      return;
    }
    out.array(Field.CORRECTIONS);
    for (Correction each : corrections) {
      TagRuling ruling = each.ruling();
      out.object();
      out.text(Field.QUESTION, ruling.question());
      out.text(Field.THEME, ruling.theme());
      Polarity polarity = ruling.polarity();
      if (polarity != null) {
        out.word(Field.POLARITY, POLARITIES.json(polarity));
      }
      Tag.Span place = ruling.place();
      if (place != null) {
        out.name(Field.PLACE);
        write(out, place);
      }
      out.text(Field.ACTOR, each.actor());
      out.time(Field.AT, each.at());
      out.endObject();
    }
    out.endArray();
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
