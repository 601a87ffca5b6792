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
import io.github.feedback4j.theme.LabelledComment;
import io.github.feedback4j.theme.PackFormatException;
import io.github.feedback4j.theme.PackStore;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.PackStore.Claim;
import io.github.feedback4j.theme.Tagging;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackReader;
import io.github.feedback4j.theme.ThemePackWriter;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks after the theme tags of kept comments: by hand, and when the pack changes; and after the pack.
 *
 * <p>Safe for use by several threads and on several nodes that share a store.
 *
 * @since 0.1
 */
public final class Tags {

  /** The greatest number of comments that a preview tries. */
  public static final int MAX_PREVIEW = 10_000;

  /** The greatest number of responses that {@link #labelled} looks at. */
  public static final int MAX_LABELLED = 20_000;

  /** Small enough that nobody who answers meanwhile waits for long. */
  private static final int BATCH = 500;

  /** Far longer than a batch takes, so that only a node that is gone loses its claim. */
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private final ResponseStore store;
  private final PackStore packs;
  private final Supplier<SurveyCatalog> surveys;
  private final ActivePack active;
  private final boolean polarityFromScore;
  private final InstantSource time;

  Tags(
      ResponseStore store,
      Supplier<SurveyCatalog> surveys,
      ActivePack active,
      boolean polarityFromScore,
      InstantSource time) {
    this.store = store;
    this.packs = store.packs();
    this.surveys = surveys;
    this.active = active;
    this.polarityFromScore = polarityFromScore;
    this.time = time;
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
   * once, also while responses come in. If another pack is activated meanwhile, the work begins anew
   * with that one, and so does the report. Responses to surveys that are not loaded stay as they are. It
   * blocks until all is done: call it in a thread of its own.
   *
   * @param progress is told after each batch; what it throws ends the work after that batch
   * @return what was done; not {@linkplain RetagReport#isComplete complete} if the thread was
   *     interrupted, which it then still is
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public RetagReport retag(Consumer<RetagReport> progress) {
    return retag(() -> !Thread.currentThread().isInterrupted(), progress);
  }

  /**
   * Tags comments again like {@link #retag(Consumer)}, unless another thread or node that shares the store
   * is at it already.
   *
   * <p>A node that ends in the middle is waited for at most two minutes.
   *
   * @return what was done; not complete if the thread was interrupted, or if it was held up for so long
   *     that another one took over; empty if another one is at it
   * @throws RuntimeException as for {@link #retag(Consumer)}
   */
  public Optional<RetagReport> retagAlone(Consumer<RetagReport> progress) {
    String holder = UUID.randomUUID().toString();
    if (!claim(holder, CLAIM)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          retag(() -> !Thread.currentThread().isInterrupted() && claim(holder, CLAIM), progress));
    } finally {
      // A file that a database reads in an interrupted thread may be closed under its hands.
      if (!Thread.currentThread().isInterrupted()) {
        claim(holder, Duration.ZERO);
      }
    }
  }

  private boolean claim(String holder, Duration length) {
    Instant now = time.instant();
    return packs.claim(new Claim(holder, now.plus(length)), now);
  }

  /**
   * Returns how many comments are left to tag again.
   *
   * @throws RuntimeException whatever the store throws if it cannot be reached
   */
  public RetagState retagState() {
    ThemeTagger tagger = active.get();
    Retagging retagging = retagging(tagger);
    long tagged = 0;
    long outdated = 0;
    for (ResponseFilter each : surveys()) {
      // No pack and no engine have an empty name.
      tagged += store.count(new RetagFilter(each, "", "", null));
      outdated += store.count(retagging.outdated(each));
    }
    Claim claim = packs.claim();
    boolean running = claim != null && claim.until().isAfter(time.instant());
    return new RetagState(tagger.packId(), tagged, outdated, running);
  }

  private List<ResponseFilter> surveys() {
    List<ResponseFilter> filters = new ArrayList<>();
    for (String each : surveys.get().keys()) {
      ResponseFilter asked = ResponseFilter.of(each);
      filters.add(asked);
      filters.add(asked.openedOnDemand());
    }
    return filters;
  }

  private RetagReport retag(BooleanSupplier mayGoOn, Consumer<RetagReport> progress) {
    while (true) {
      RetagReport report = retag(active.get(), mayGoOn, progress);
      if (report != null) {
        return report;
      }
    }
  }

  /** Tags what another pack has tagged; null if yet another one was activated meanwhile. */
  private @Nullable RetagReport retag(
      ThemeTagger tagger, BooleanSupplier mayGoOn, Consumer<RetagReport> progress) {
    Retagging retagging = retagging(tagger);
    List<RetagFilter> parts = surveys().stream().map(retagging::outdated).toList();
    RetagReport report = RetagReport.start(
        tagger.packId(), parts.stream().mapToLong(store::count).sum());
    for (RetagFilter part : parts) {
      RetagFilter rest = part;
      while (rest != null) {
        if (!mayGoOn.getAsBoolean()) {
          return report;
        }
        if (!active.get().packId().equals(tagger.packId())) {
          return null;
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

  private Retagging retagging(ThemeTagger tagger) {
    return new Retagging(surveys.get(), tagger, polarityFromScore);
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
    // Looked up before the store holds the response, because that asks the store as well.
    Retagging retagging = retagging(active.get());
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
    Retagging retagging = retagging(active.get());
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
    ThemeTagger tagger = active.get();
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
    requireNewest(newest, MAX_PREVIEW);
    ThemeTagger tagger = active.get();
    Retagging retagging = retagging(tagger);
    Retagging other = retagging(candidate);
    PreviewCount count = new PreviewCount();
    forEachComment(survey, newest, each -> count.add(retagging.retag(each), other.retag(each)));
    return count.toPreview(tagger.packId(), candidate.packId());
  }

  /**
   * Returns the newest comments with what people say of their themes, to tune the pack with.
   *
   * <p>Labels are the {@linkplain #correct corrections} of a text, and the options that the respondent
   * chose in the same survey if they have the id of a theme, such as the factors behind a rating. Of the
   * other themes nothing is known: tags that nobody has ruled on are what the pack itself says.
   *
   * <p>They have the words of respondents: show them to nobody who may not read comments.
   *
   * @param survey the key of a survey
   * @param newest how many responses with a comment are looked at, 1 to {@value #MAX_LABELLED}
   * @throws IllegalArgumentException if there is no such survey, or too many are asked for
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public List<LabelledComment> labelled(String survey, int newest) {
    requireNewest(newest, MAX_LABELLED);
    Set<String> themes = active.get().themes().stream().map(Theme::id).collect(Collectors.toSet());
    List<LabelledComment> comments = new ArrayList<>();
    forEachComment(survey, newest, each -> comments.addAll(LabelledComments.of(each, themes)));
    return List.copyOf(comments);
  }

  private static void requireNewest(int newest, int most) {
    if (newest < 1 || newest > most) {
      throw new IllegalArgumentException(
          "newest must be between 1 and %d, but was %d".formatted(most, newest));
    }
  }

  private void forEachComment(String survey, int newest, Consumer<AcceptedResponse> action) {
    Scoring.requireSurvey(surveys.get(), survey);
    CommentFilter rest = CommentFilter.of(ResponseFilter.of(survey));
    int left = newest;
    while (left > 0) {
      List<AcceptedResponse> page = store.comments(rest, Math.min(left, BATCH));
      page.forEach(action);
      left = page.isEmpty() ? 0 : left - page.size();
      rest = page.isEmpty() ? rest : rest.before(Position.of(page.get(page.size() - 1)));
    }
  }

  /**
   * Returns the pack that the application was configured with, which is in force while no other one was
   * activated; empty if its tagger is not made of a pack, so that none can take its place.
   */
  public Optional<ThemePack> configuredPack() {
    return Optional.ofNullable(active.configured().pack());
  }

  /**
   * Returns the pack that was activated last, with who did it, when and why; empty while the one that the
   * application was configured with is in force.
   *
   * @throws RuntimeException whatever the store throws if it cannot be reached
   */
  public Optional<Activation> activation() {
    return Optional.ofNullable(active.look());
  }

  /**
   * Returns an earlier activation by its number; empty if it is not kept any more.
   *
   * @throws RuntimeException whatever the store throws if it cannot be reached
   */
  public Optional<Activation> activation(int number) {
    return Optional.ofNullable(packs.find(number));
  }

  /**
   * Returns the packs that were activated, the newest first.
   *
   * @param limit the greatest number of them, 1 to {@value PackStore#MAX_KEPT}
   * @throws IllegalArgumentException if the limit is out of bounds
   * @throws RuntimeException whatever the store throws if it cannot be reached
   */
  public List<Activation> activations(int limit) {
    return packs.newest(limit);
  }

  /**
   * Lets a pack tag from now on, as {@link #activate(String, int, String, String)} does for the text that
   * {@link ThemePackWriter} makes of it.
   */
  public Optional<Activation> activate(ThemePack pack, int after, String actor, String note) {
    return activate(pack, ThemePackWriter.yaml(pack), after, actor, note);
  }

  /**
   * Lets a pack tag from now on: here at once, and within five seconds on every node that shares the
   * store. Comments that are kept already are tagged with it by {@link #retag()}.
   *
   * <p>It takes the place of the pack that the application was configured with, until that one, or
   * another, is activated in its turn. It asks nobody whether the actor may: that is for the caller to
   * know.
   *
   * @param yaml the file of the pack, which is kept as it is
   * @param after the number of the {@linkplain #activation activation} that the actor has seen in force, 0
   *     for none
   * @param actor who does it, by the application's own name for its people; 1 to 200 characters
   * @param note why; at most {@value PackStore.Activation#MAX_NOTE} characters, may be empty
   * @return the activation; empty if another pack was activated meanwhile, which the actor should see first
   * @throws PackFormatException with every mistake of the file
   * @throws IllegalArgumentException if the number is negative, a text is out of bounds, or the pack cannot
   *     be compiled
   * @throws IllegalStateException if the application's tagger is not made of a pack, or there is no room
   *     for another pack before comments are tagged again
   * @throws RuntimeException whatever the store throws if it cannot be reached; call it again then
   */
  public Optional<Activation> activate(String yaml, int after, String actor, String note) {
    return activate(ThemePackReader.read("theme pack", yaml), yaml, after, actor, note);
  }

  private Optional<Activation> activate(
      ThemePack pack, String text, int after, String actor, String note) {
    if (active.configured().pack() == null) {
      throw new IllegalStateException(
          "the tagger of this application is not made of a pack, so no pack can take its place: "
              + "give the builder .tagger(ThemeTagger.phrases(pack))");
    }
    if (after < 0) {
      throw new IllegalArgumentException("after must be at least 0, but was " + after);
    }
    Activation next = new Activation(after + 1, pack, text, actor, time.instant(), note);
    // What cannot be compiled must not reach the other nodes.
    ThemeTagger.phrases(pack);
    boolean done = packs.activate(next);
    active.forget();
    return done ? Optional.of(next) : Optional.empty();
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
