package io.github.feedback4j.testkit;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Breakdown;
import io.github.feedback4j.response.CommentFilter;
import io.github.feedback4j.response.ContactCounts;
import io.github.feedback4j.response.InMemoryResponseStore;
import io.github.feedback4j.response.RatingCount;
import io.github.feedback4j.response.RatingGroup;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.response.RetagFilter;
import io.github.feedback4j.response.Retagged;
import io.github.feedback4j.theme.PackStore;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory that remembers every call and can be broken and mended.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class RecordingStore implements ResponseStore {

  private final InMemoryResponseStore store = new InMemoryResponseStore();
  private final List<AcceptedResponse> responses = new CopyOnWriteArrayList<>();
  private final List<ContactEvent> contacts = new CopyOnWriteArrayList<>();
  private volatile @Nullable RuntimeException trouble;

  /** Creates an empty store that works. */
  public RecordingStore() {}

  /** Returns every response that was handed over while the store worked, duplicates included. */
  public List<AcceptedResponse> responses() {
    return List.copyOf(responses);
  }

  /** Returns every contact event that was handed over while the store worked. */
  public List<ContactEvent> contacts() {
    return List.copyOf(contacts);
  }

  /** Makes every call throw {@code trouble} until {@link #mend}. */
  public void breakWith(RuntimeException trouble) {
    this.trouble = trouble;
  }

  /** Ends the trouble. */
  public void mend() {
    trouble = null;
  }

  @Override
  public Kept append(AcceptedResponse response) {
    check();
    responses.add(response);
    return store.append(response);
  }

  @Override
  public void record(ContactEvent event) {
    check();
    contacts.add(event);
    store.record(event);
  }

  @Override
  public @Nullable AcceptedResponse find(UUID id) {
    check();
    return store.find(id);
  }

  @Override
  public List<AcceptedResponse> newest(ResponseFilter filter, int limit) {
    check();
    return store.newest(filter, limit);
  }

  @Override
  public List<RatingCount> ratings(ResponseFilter filter, String question) {
    check();
    return store.ratings(filter, question);
  }

  @Override
  public List<AcceptedResponse> comments(CommentFilter filter, int limit) {
    check();
    return store.comments(filter, limit);
  }

  @Override
  public List<RatingGroup> ratingsBy(ResponseFilter filter, String question, Breakdown breakdown) {
    check();
    return store.ratingsBy(filter, question, breakdown);
  }

  @Override
  public List<RatingGroup> ratingsByThemes(ResponseFilter filter, String question) {
    check();
    return store.ratingsByThemes(filter, question);
  }

  @Override
  public long count(RetagFilter filter) {
    check();
    return store.count(filter);
  }

  @Override
  public Retagged retag(RetagFilter filter, int limit, UnaryOperator<AcceptedResponse> tagger) {
    check();
    return store.retag(filter, limit, tagger);
  }

  @Override
  public Retagged.@Nullable Change retag(UUID id, UnaryOperator<AcceptedResponse> tagger) {
    check();
    return store.retag(id, tagger);
  }

  @Override
  public ContactCounts contacts(ResponseFilter filter) {
    check();
    return store.contacts(filter);
  }

  @Override
  public int count(RespondentKey respondent) {
    check();
    return store.count(respondent);
  }

  /** Returns packs in memory, which {@link #breakWith} leaves whole. */
  @Override
  public PackStore packs() {
    return store.packs();
  }

  @Override
  public int erase(RespondentKey respondent) {
    check();
    return store.erase(respondent);
  }

  private void check() {
    RuntimeException now = trouble;
    if (now != null) {
      throw now;
    }
  }
}
