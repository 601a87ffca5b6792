package io.github.feedback4j.jdbc;

import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import io.github.feedback4j.theme.Tagging;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tags of a response in the table {@code tag}, as they arrive row by row, in order. */
final class StoredTags {

  static final String INSERT = """
      INSERT INTO ${prefix}tag (response, question, place, theme, polarity, score, starts_at, ends_at,
        more_spans, negation_starts_at, negation_ends_at, origin, pack, engine, language, item, rule)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final @Nullable String pack;
  private final @Nullable String engine;
  private final Map<String, Boolean> isEmpty = new LinkedHashMap<>();
  private final Map<String, List<Tag>> tags = new HashMap<>();

  /** Begins with the row of a response. */
  StoredTags(Row row) throws SQLException {
    pack = row.textOrNull("theme_pack");
    engine = row.textOrNull("theme_engine");
  }

  /** Adds the tag of a row unless there is none, or it was seen beside another part of the answer. */
  void add(Row row, String question) throws SQLException {
    Boolean empty = row.truthOrNull("empty_answer");
    if (empty == null || pack == null || engine == null) {
      return;
    }
    isEmpty.putIfAbsent(question, empty);
    String theme = row.textOrNull("theme");
    if (theme != null) {
      List<Tag> found = tags.computeIfAbsent(question, key -> new ArrayList<>());
      if (row.integer("tag_place") == found.size()) {
        found.add(tag(row, theme, pack, engine));
      }
    }
  }

  Map<String, Tagging> toTaggings() {
    if (pack == null || engine == null) {
      return Map.of();
    }
    Map<String, Tagging> taggings = new HashMap<>();
    isEmpty.forEach((question, empty) -> taggings.put(
        question, new Tagging(pack, engine, empty, tags.getOrDefault(question, List.of()))));
    return taggings;
  }

  private static Tag tag(Row row, String theme, String pack, String engine) throws SQLException {
    List<Tag.Span> spans = new ArrayList<>();
    spans.add(new Tag.Span(row.integer("starts_at"), row.integer("ends_at")));
    String more = row.textOrNull("more_spans");
    if (more != null) {
      for (String each : more.split(",", -1)) {
        int dash = each.indexOf('-');
        spans.add(new Tag.Span(
            Integer.parseInt(each.substring(0, dash)), Integer.parseInt(each.substring(dash + 1))));
      }
    }
    Integer from = row.integerOrNull("negation_starts_at");
    String item = row.text("item");
    return new Tag(
        theme,
        Polarity.valueOf(row.text("polarity")),
        row.integer("score"),
        spans,
        from == null ? null : new Tag.Span(from, row.integer("negation_ends_at")),
        new Tag.Source(
            Tag.Origin.valueOf(row.text("origin")),
            otherwise(row.textOrNull("pack"), pack),
            otherwise(row.textOrNull("engine"), engine),
            row.text("language"),
            item,
            otherwise(row.textOrNull("rule"), item)));
  }

  private static String otherwise(@Nullable String stored, String usual) {
    return stored == null ? usual : stored;
  }

  private static @Nullable String unless(String usual, String value) {
    return value.equals(usual) ? null : value;
  }

  /** Returns the values of {@link #INSERT} for each tag of an answer. */
  static List<@Nullable Object[]> rows(UUID response, String question, @Nullable Tagging tagging) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    if (tagging == null) {
      return rows;
    }
    int place = 0;
    for (Tag each : tagging.tags()) {
      List<Tag.Span> spans = each.spans();
      Tag.Span negation = each.negation();
      Tag.Source source = each.source();
      rows.add(new @Nullable Object[] {
        response,
        question,
        place++,
        each.theme(),
        each.polarity().name(),
        each.score(),
        each.place().start(),
        each.place().end(),
        spans.size() == 1
            ? null
            : spans.stream()
                .skip(1)
                .map(span -> span.start() + "-" + span.end())
                .collect(Collectors.joining(",")),
        negation == null ? null : negation.start(),
        negation == null ? null : negation.end(),
        source.origin().name(),
        unless(tagging.packId(), source.packId()),
        unless(tagging.engine(), source.engine()),
        source.language(),
        source.item(),
        unless(source.item(), source.rule())
      });
    }
    return rows;
  }
}
