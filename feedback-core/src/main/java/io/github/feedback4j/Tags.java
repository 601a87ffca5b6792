package io.github.feedback4j;

import io.github.feedback4j.RetagReport.Change;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.response.Correction;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagged;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Looks after the theme tags of kept comments: by hand, and when the pack changes.
 *
 * <p>Safe for use by several threads and on several nodes that share a store.
 *
 * @since 0.1
 */
public final class Tags {

  /** The greatest number of comments that a preview tries. */
  public static final int MAX_PREVIEW = 10_000;

  /** Small enough that nobody who answers meanwhile waits for long. */
  private static final int BATCH = 500;

  private final ResponseStore store;
  private final SurveyCatalog catalog;
  private final ThemeTagger tagger;
  private final boolean polarityFromScore;
  private final InstantSource time;
  private final Retagging retagging;

  Tags(
      ResponseStore store,
      SurveyCatalog catalog,
      ThemeTagger tagger,
      boolean polarityFromScore,
      InstantSource time) {
    this.store = store;
    this.catalog = catalog;
    this.tagger = tagger;
    this.polarityFromScore = polarityFromScore;
    this.time = time;
    this.retagging = new Retagging(catalog, tagger, polarityFromScore);
  }

  /** Tags comments again like {@link #retag(Consumer)}, without telling how far it is. */
  public RetagReport retag() {
    return retag(report -> {});
  }

  /**
   * Tags every kept comment again that another pack or another version of the engine has tagged, the
   * newest first, survey by survey.
   *
   * <p>What is tagged is the redacted text that is kept. Each batch of up to 500 responses changes its
   * tags and the figures of themes in one step, so figures are exact at any time. Calling it again
   * goes on where it was interrupted, and does nothing when all is done. Several nodes may call it at
   * once, also while responses come in. Responses to surveys that are not loaded stay as they are. It
   * blocks until all is done: call it in a thread of its own.
   *
   * @param progress is told after each batch; what it throws ends the work after that batch
   * @return what was done; not {@linkplain RetagReport#isComplete complete} if the thread was
   *     interrupted, which it then still is
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public RetagReport retag(Consumer<RetagReport> progress) {
    List<RetagFilter> parts = new ArrayList<>();
    for (String each : catalog.keys()) {
      ResponseFilter asked = ResponseFilter.of(each);
      parts.add(retagging.outdated(asked));
      parts.add(retagging.outdated(asked.openedOnDemand()));
    }
    RetagReport report = RetagReport.start(
        tagger.packId(), parts.stream().mapToLong(store::count).sum());
    for (RetagFilter part : parts) {
      RetagFilter rest = part;
      while (rest != null) {
        if (Thread.currentThread().isInterrupted()) {
          return report;
        }
        Retagged batch = store.retag(rest, BATCH, retagging::retag);
        Position last = batch.last();
        rest = last == null ? null : rest.before(last);
        if (last != null) {
          report = add(report, batch);
          progress.accept(report);
        }
      }
    }
    return report.complete();
  }

  /**
   * Adds, corrects or takes away a theme of a comment by hand, in the place of an earlier ruling on the
   * same theme. Tags that are made anew obey it for as long as the respondent does not change the text.
   *
   * <p>It asks nobody whether the actor may: that is for the caller to know.
   *
   * @param response the id of the response
   * @param ruling what is said of the theme, such as {@code TagRuling.isNot("comment", "network")}
   * @param actor who says it, by the application's own name for its people; kept as it is, 1 to 200
   *     characters
   * @return the response with its tags of now; empty if there is no such response, or none with a comment
   *     to this question
   * @throws IllegalArgumentException if the theme is to be added and the tagger does not know it, the
   *     place is not in the text, or the actor is out of bounds
   * @throws IllegalStateException if the response has {@value Correction#MAX_IN_RESPONSE} corrections
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public Optional<AcceptedResponse> correct(UUID response, TagRuling ruling, String actor) {
    if (ruling.polarity() != null) {
      requireTheme(ruling.theme());
    }
    Correction correction = new Correction(ruling, actor, time.instant());
    return change(response, ruling.question(), each -> retagging.correct(each, correction));
  }

  /**
   * Takes a ruling back, so that the theme is found where the pack finds it; changes nothing if there is
   * none.
   *
   * @return as for {@link #correct}
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public Optional<AcceptedResponse> withdraw(UUID response, String question, String theme) {
    return change(response, question, each -> retagging.withdraw(each, question, theme));
  }

  private Optional<AcceptedResponse> change(
      UUID response, String question, UnaryOperator<AcceptedResponse> change) {
    Retagged.Change done =
        store.retag(response, each -> isComment(each, question) ? change.apply(each) : each);
    return done == null || !isComment(done.after(), question)
        ? Optional.empty()
        : Optional.of(done.after());
  }

  private static boolean isComment(AcceptedResponse response, String question) {
    Tagging tagging = response.taggings().get(question);
    return tagging != null && !tagging.isEmptyAnswer();
  }

  private void requireTheme(String id) {
    List<String> known = tagger.themes().stream().map(Theme::id).sorted().toList();
    if (!known.isEmpty() && !known.contains(id)) {
      throw new IllegalArgumentException(
          "theme '%s' is not in %s; its themes are %s".formatted(id, tagger.packId(), known));
    }
  }

  /**
   * Returns what another pack would change, before it is the one that tags: both packs tag the newest
   * comments, and corrections are obeyed by both. Nothing is kept.
   *
   * <p>The examples have the words of respondents: show them to nobody who may not read comments.
   *
   * @param survey the key of a survey
   * @param candidate what would tag
   * @param newest how many comments are tried at most, 1 to {@value #MAX_PREVIEW}
   * @throws IllegalArgumentException if there is no such survey, or too many comments are asked for
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public TagPreview preview(String survey, ThemeTagger candidate, int newest) {
    if (catalog.find(survey) == null) {
      throw new IllegalArgumentException(
          "there is no survey '" + survey + "'; the surveys are " + catalog.keys());
    }
    if (newest < 1 || newest > MAX_PREVIEW) {
      throw new IllegalArgumentException(
          "newest must be between 1 and %d, but was %d".formatted(MAX_PREVIEW, newest));
    }
    Retagging other = new Retagging(catalog, candidate, polarityFromScore);
    PreviewCount count = new PreviewCount();
    CommentFilter rest = CommentFilter.of(ResponseFilter.of(survey));
    int left = newest;
    while (left > 0) {
      List<AcceptedResponse> page = store.comments(rest, Math.min(left, BATCH));
      page.forEach(each -> count.add(retagging.retag(each), other.retag(each)));
      left = page.isEmpty() ? 0 : left - page.size();
      rest = page.isEmpty() ? rest : rest.before(Position.of(page.get(page.size() - 1)));
    }
    return count.toPreview(tagger.packId(), candidate.packId());
  }

  private static RetagReport add(RetagReport report, Retagged batch) {
    Map<String, Change> changes = new HashMap<>();
    long others = 0;
    for (Retagged.Change each : batch.changes()) {
      Map<String, Change> of = Change.between(each.before(), each.after());
      others += of.isEmpty() ? 0 : 1;
      of.forEach((theme, change) -> changes.merge(theme, change, Change::plus));
    }
    return report.plus(batch.candidates(), batch.changes().size(), others, changes);
  }
}
