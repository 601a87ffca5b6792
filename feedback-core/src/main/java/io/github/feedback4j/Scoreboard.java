package io.github.feedback4j;

import io.github.feedback4j.Scoring.Asked;
import io.github.feedback4j.privacy.SmallGroupGuard;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.Periods;
import io.github.feedback4j.score.Query;
import io.github.feedback4j.score.ResponseCounts;
import io.github.feedback4j.score.Score;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Scores as they may be shown to people: what a dashboard reads.
 *
 * <p>Nothing is shown of a group of fewer people than the {@link SmallGroupGuard} asks for, nor of one
 * that would give a hidden group away: a table of teams and its total, a row of weeks and their sum.
 * A query may filter for exactly those values that the table of its other filters shows. The scores
 * are those of {@link Feedback#score}. Safe for use by several threads; every call asks the store.
 *
 * @since 0.1
 */
public final class Scoreboard {

  /** The greatest number of periods in one overview. */
  public static final int MAX_PERIODS = 1_000;

  /** What there is to see of a score. */
  public enum State {
    /** The score is there. */
    SHOWN,
    /** Nobody has answered. */
    NO_ANSWERS,
    /** Too few people have answered, or so few of another group that theirs would follow. */
    HIDDEN
  }

  /**
   * The score of one group or period.
   *
   * @param value the value of the dimension, an empty text for the answers that have none, or the
   *     first day of the period as {@code 2026-01-05}
   * @param state whether there is a score
   * @param score the score without a response rate; null unless the state is {@code SHOWN}
   */
  public record Slice(String value, State state, @Nullable Score score) {}

  /**
   * Everything that is to be seen of one query.
   *
   * @param state whether the score of all answers together is shown
   * @param score that score with its response rate; null unless the state is {@code SHOWN}
   * @param responses what became of the invitations; null if the state is {@code HIDDEN}
   * @param groups for each dimension that was asked for its groups, by value; what the query itself
   *     says of that dimension does not count, so the groups stand beside the one that was chosen
   * @param periods the periods of the query's time, oldest first, those without answers included;
   *     empty unless the state is {@code SHOWN}
   */
  public record Overview(
      State state,
      @Nullable Score score,
      @Nullable ResponseCounts responses,
      Map<String, List<Slice>> groups,
      List<Slice> periods) {

    /** Copies the groups and the periods. */
    public Overview {
      groups = Map.copyOf(groups);
      periods = List.copyOf(periods);
    }
  }

  /**
   * Responses with a text.
   *
   * @param state {@code HIDDEN} if the score beside them is
   * @param responses newest first; empty unless the state is {@code SHOWN}
   */
  public record Comments(State state, List<AcceptedResponse> responses) {

    /** Copies the responses. */
    public Comments {
      responses = List.copyOf(responses);
    }
  }

  private final Scoring scoring;
  private final Discretion discretion;

  Scoreboard(Scoring scoring, Discretion discretion) {
    scoring.store();
    this.scoring = scoring;
    this.discretion = discretion;
  }

  /** Returns how many people must stand behind a figure. */
  public int minPersons() {
    return discretion.guard().minPersons();
  }

  /** Returns the time by which queries are answered. */
  public Instant now() {
    return scoring.now();
  }

  /** Returns the current day of UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(now(), ZoneOffset.UTC);
  }

  /**
   * Returns the score of a query, alone, by dimensions, and over time.
   *
   * @param dimensions which groups are wanted, of {@code Accountability.DIMENSIONS}
   * @param periods how time is cut; at most {@value #MAX_PERIODS} until the query's end or now
   * @throws IllegalArgumentException if there is no such survey, rating or dimension, or there are too
   *     many periods
   */
  public Overview overview(Query query, Collection<String> dimensions, Periods periods) {
    Asked asked = scoring.asked(query);
    List<LocalDate> starts = starts(asked, periods);
    boolean holdAll = holdAll(periods, asked);
    Cells cells = cells(asked, dimensions, holdAll ? periods : null);
    Map<String, List<Slice>> groups = new LinkedHashMap<>();
    for (String each : dimensions) {
      groups.put(each, slices(asked, cells.table(each), cells.mayFilter(each)));
    }
    return switch (cells.state()) {
      case HIDDEN -> new Overview(State.HIDDEN, null, null, groups, List.of());
      case NO_ANSWERS ->
        new Overview(State.NO_ANSWERS, null, scoring.responses(asked), groups, List.of());
      case SHOWN -> {
        Score score = scoring.score(asked, cells.all().tally());
        Cells.Table over = (holdAll ? cells : cells(asked, List.of(), periods)).overTime();
        List<Slice> slices =
            starts.stream().map(each -> slice(asked, over, each.toString())).toList();
        yield new Overview(State.SHOWN, score, score.responses(), groups, slices);
      }
    };
  }

  /** Returns whether everything that a query lets through is in one of the periods. */
  private static boolean holdAll(Periods periods, Asked asked) {
    Instant from = asked.filter().from();
    return from != null && periods.startOf(from) != null;
  }

  /**
   * Returns the responses with a text that a query lets through.
   *
   * @param narrowing what else is wanted of them, such as {@code each -> each.theme("speed")}
   * @param limit the greatest number, at least 1
   * @throws IllegalArgumentException if there is no such survey or rating
   */
  public Comments comments(Query query, UnaryOperator<CommentFilter> narrowing, int limit) {
    Asked asked = scoring.asked(query);
    Cells cells = cells(asked, List.of(), null);
    State state = cells.state();
    return state == State.HIDDEN
        ? new Comments(state, List.of())
        : new Comments(
            State.SHOWN,
            scoring
                .store()
                .comments(narrowing.apply(CommentFilter.of(cells.shownOf(asked.filter()))), limit));
  }

  private Cells cells(Asked asked, Collection<String> wanted, @Nullable Periods periods) {
    return Cells.of(scoring, discretion, asked, wanted, periods);
  }

  private static List<Slice> slices(Asked asked, Cells.Table table, boolean mayBeShown) {
    return table.groups().keySet().stream()
        .map(each -> mayBeShown ? slice(asked, table, each) : new Slice(each, State.HIDDEN, null))
        .toList();
  }

  private static Slice slice(Asked asked, Cells.Table table, String value) {
    Cells.Members members = table.groups().get(value);
    if (members == null) {
      return new Slice(value, State.NO_ANSWERS, null);
    }
    return table.hidden().contains(value)
        ? new Slice(value, State.HIDDEN, null)
        : new Slice(
            value,
            State.SHOWN,
            Score.of(members.tally(), ResponseCounts.none(), asked.query().level()));
  }

  /** Returns the first day of each period that the query's time touches. */
  private List<LocalDate> starts(Asked asked, Periods periods) {
    Instant until = asked.filter().until();
    Instant now = scoring.now();
    // An end at midnight does not touch the day that begins then, and nothing is known of tomorrow.
    Instant last = until == null || until.isAfter(now) ? now : until.minusNanos(1);
    Instant from = asked.filter().from();
    LocalDate end = periods.startOf(last);
    LocalDate begin = from == null ? periods.first() : periods.startOf(from);
    begin = begin == null ? periods.first() : begin;
    List<LocalDate> starts = new ArrayList<>();
    while (end != null && !begin.isAfter(end)) {
      if (starts.size() == MAX_PERIODS) {
        throw new IllegalArgumentException(
            "an overview has at most %d periods; take longer ones than %d days, or a shorter time"
                .formatted(MAX_PERIODS, periods.days()));
      }
      starts.add(begin);
      begin = begin.plusDays(periods.days());
    }
    return starts;
  }
}
