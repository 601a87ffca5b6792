package io.github.feedback4j.jdbc;

import io.github.feedback4j.prompt.Accountability;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances under which ratings count as the same in the roll-up.
 *
 * <p>Only what figures are shown by is kept apart: with agent, change, location or priority, hardly two
 * responses would share a cell.
 *
 * @param survey the {@linkplain Series name} under which the survey is counted
 * @param day the day of the answer in UTC, counted from 1970-01-01
 * @param themes what the texts beside the rating mention, as {@link #written}; null if there is no comment
 */
record RollUpCell(
    String survey,
    int surveyVersion,
    String question,
    long day,
    @Nullable String team,
    @Nullable String service,
    @Nullable String channel,
    @Nullable String sla,
    @Nullable String themes,
    int rating,
    double probability) {

  static final List<String> DIMENSIONS = List.of("team", "service", "channel", "sla");

  static final long SECONDS_PER_DAY = 86_400;

  /** Returns the cells in which a response counts, one for each rating. */
  static List<RollUpCell> of(AcceptedResponse response) {
    Invitation invitation = response.invitation();
    Accountability accountable = invitation.accountability();
    long day = Math.floorDiv(response.answeredAt().getEpochSecond(), SECONDS_PER_DAY);
    String themes = themes(response);
    List<RollUpCell> cells = new ArrayList<>();
    for (Answer each : response.answers()) {
      if (each instanceof Answer.Rating rating) {
        cells.add(new RollUpCell(
            Series.of(invitation),
            invitation.surveyVersion(),
            rating.question(),
            day,
            accountable.get("team"),
            accountable.get("service"),
            accountable.get("channel"),
            accountable.get("sla"),
            themes,
            rating.value(),
            invitation.inclusionProbability()));
      }
    }
    return cells;
  }

  /** Returns what the texts mention, as {@link #written}; null if there is no comment. */
  static @Nullable String themes(AcceptedResponse response) {
    return response.hasComment() ? written(response.themes().keySet()) : null;
  }

  /** Writes themes as one text, each once, with a space before and behind: even none is not empty. */
  static String written(Collection<String> themes) {
    StringBuilder text = new StringBuilder(" ");
    new TreeSet<>(themes).forEach(each -> text.append(each).append(' '));
    return text.toString();
  }

  /** Returns the themes in a text that {@link #written} wrote. */
  static List<String> read(String themes) {
    return themes.isBlank() ? List.of() : List.of(themes.trim().split(" ", -1));
  }

  /** Returns the values in the order of {@link #DIMENSIONS}. */
  List<@Nullable String> dimensions() {
    return Arrays.asList(team, service, channel, sla);
  }

  /** Returns a hash of all of it. */
  byte[] key() {
    CellKey key = new CellKey()
        .text(survey)
        .text(question)
        .number(surveyVersion)
        .number(rating)
        .number(day)
        .real(probability);
    dimensions().forEach(key::text);
    key.text(themes);
    return key.toBytes();
  }
}
