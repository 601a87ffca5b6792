package io.github.feedback4j.jdbc;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.theme.Polarity;
import io.github.feedback4j.theme.Tag;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The corrections of a response in the table {@code tag_correction}, as they arrive row by row. */
final class StoredCorrections {

  static final String INSERT = """
      INSERT INTO ${prefix}tag_correction (response, question, place, theme, polarity, starts_at, ends_at,
        actor, made_at, made_nano)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

  private final SortedMap<Integer, Correction> corrections = new TreeMap<>();

  /** Adds the correction of a row unless there is none, or it was seen beside another tag. */
  void add(Row row, String question) throws SQLException {
    String theme = row.textOrNull("ruled_theme");
    if (theme == null) {
      return;
    }
    int place = row.integer("ruled_place");
    if (!corrections.containsKey(place)) {
      String polarity = row.textOrNull("ruled_polarity");
      Integer from = row.integerOrNull("ruled_from");
      TagRuling ruling = polarity == null
          ? TagRuling.isNot(question, theme)
          : TagRuling.is(question, theme, Polarity.valueOf(polarity));
      if (from != null) {
        ruling = ruling.at(from, row.integer("ruled_until"));
      }
      corrections.put(place, new Correction(ruling, row.text("actor"), row.time("made")));
    }
  }

  List<Correction> toList() {
    return List.copyOf(corrections.values());
  }

  /** Returns the values of {@link #INSERT} for each correction of a response. */
  static List<@Nullable Object[]> rows(AcceptedResponse response) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Correction each : response.corrections()) {
      TagRuling ruling = each.ruling();
      Polarity polarity = ruling.polarity();
      Tag.Span place = ruling.place();
      List<@Nullable Object> values = new ArrayList<>();
      Collections.addAll(
          values,
          response.id(),
          ruling.question(),
          rows.size(),
          ruling.theme(),
          polarity == null ? null : polarity.name(),
          place == null ? null : place.start(),
          place == null ? null : place.end(),
          each.actor());
      StoredTime.add(values, each.at());
      rows.add(values.toArray());
    }
    return rows;
  }
}
