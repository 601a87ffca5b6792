package io.github.feedback4j.response;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.prompt.ContactEvent;
import io.github.feedback4j.prompt.Invitation;
import io.github.feedback4j.prompt.Outcome;
import io.github.feedback4j.response.CommentFilter.Position;
import io.github.feedback4j.theme.InMemoryPackStore;
import io.github.feedback4j.theme.PackStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A store in this process's memory, bounded by the number of responses.
 *
 * <p>It forgets everything when the process ends. When it is full it refuses new responses and keeps
 * what it has. Counting walks through all responses.
 *
 * @since 0.1
 */
public final class InMemoryResponseStore implements ResponseStore {

  /** The number of responses unless said otherwise. */
  public static final int DEFAULT_MAX_RESPONSES = 100_000;

  /** Invitations are smaller and more numerous than responses. */
  private static final int CONTACTS_PER_RESPONSE = 20;

  private static final Comparator<AcceptedResponse> NEWEST_FIRST = Comparator.comparing(
          AcceptedResponse::answeredAt)
      .reversed()
      .thenComparing(AcceptedResponse::id, CommentFilter::compare);

  private final Object lock = new Object();
  private final Map<UUID, AcceptedResponse> responses = new LinkedHashMap<>();
  private final Map<UUID, UUID> responseOfInvitation = new HashMap<>();
  private final Map<UUID, Journey> journeys = new HashMap<>();
  private final PackStore packs = new InMemoryPackStore(this::isNamed);
  private final int maxResponses;

  /** An invitation and everything that happened to it. */
  private record Journey(Invitation invitation, Set<Outcome> outcomes) {}

  /** Creates an empty store for {@value #DEFAULT_MAX_RESPONSES} responses. */
  public InMemoryResponseStore() {
    this(DEFAULT_MAX_RESPONSES);
  }

  /**
   * Creates an empty store.
   *
   * @param maxResponses the greatest number of responses, 1 to 10 million
   */
  public InMemoryResponseStore(int maxResponses) {
    if (maxResponses < 1 || maxResponses > 10_000_000) {
      throw new IllegalArgumentException(
          "maxResponses must be between 1 and 10000000, but was " + maxResponses);
    }
    this.maxResponses = maxResponses;
  }

  @Override
  public Kept append(AcceptedResponse response) {
    synchronized (lock) {
      UUID invitation = response.invitation().id();
      UUID other = responseOfInvitation.get(invitation);
      if (other != null && !other.equals(response.id())) {
        return Kept.OTHER_RESPONSE;
      }
      AcceptedResponse previous = responses.get(response.id());
      if (previous != null && !previous.invitation().id().equals(invitation)) {
        return Kept.OTHER_RESPONSE;
      }
      if (previous != null && previous.revision() >= response.revision()) {
        return Kept.DUPLICATE;
      }
      if (previous == null && responses.size() >= maxResponses) {
        return Kept.FULL;
      }
      responses.put(
          response.id(), previous == null ? response : response.withCorrectionsOf(previous));
      responseOfInvitation.put(invitation, response.id());
      return previous == null ? Kept.STORED : Kept.UPDATED;
    }
  }

  @Override
  public void record(ContactEvent event) {
    synchronized (lock) {
      UUID id = event.invitation().id();
      Journey journey = journeys.get(id);
      if (journey == null) {
        if (journeys.size() / CONTACTS_PER_RESPONSE >= maxResponses) {
          throw new IllegalStateException(
              "the in-memory store has no room for another invitation; raise maxResponses");
        }
        journey = new Journey(event.invitation(), EnumSet.noneOf(Outcome.class));
        journeys.put(id, journey);
      }
      journey.outcomes().add(event.outcome());
    }
  }

  @Override
  public @Nullable AcceptedResponse find(UUID id) {
    synchronized (lock) {
      return responses.get(id);
    }
  }

  @Override
  public List<AcceptedResponse> newest(ResponseFilter filter, int limit) {
    return newest(each -> filter.matches(each.invitation(), each.answeredAt()), limit);
  }

  @Override
  public List<AcceptedResponse> comments(CommentFilter filter, int limit) {
    return newest(filter::matches, limit);
  }

  private List<AcceptedResponse> newest(Predicate<AcceptedResponse> wanted, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be at least 1, but was " + limit);
    }
    List<AcceptedResponse> found;
    synchronized (lock) {
      found = new ArrayList<>(responses.values().stream().filter(wanted).toList());
    }
    found.sort(NEWEST_FIRST);
    return List.copyOf(found.subList(0, Math.min(limit, found.size())));
  }

  @Override
  public List<RatingCount> ratings(ResponseFilter filter, String question) {
    RatingCounts counts = new RatingCounts();
    forEachRating(filter, question, counts::add);
    return counts.toList();
  }

  @Override
  public List<RatingGroup> ratingsBy(ResponseFilter filter, String question, Breakdown breakdown) {
    RatingGroups groups = new RatingGroups(breakdown);
    forEachRating(filter, question, groups::add);
    return groups.toList();
  }

  @Override
  public List<RatingGroup> ratingsByThemes(ResponseFilter filter, String question) {
    RatingGroups groups = new RatingGroups(Breakdown.none());
    forEachRating(filter, question, groups::addByThemes);
    return groups.toList();
  }

  private void forEachRating(
      ResponseFilter filter, String question, BiConsumer<AcceptedResponse, Integer> action) {
    synchronized (lock) {
      for (AcceptedResponse each : responses.values()) {
        if (filter.matches(each.invitation(), each.answeredAt())
            && each.answer(question) instanceof Answer.Rating rating) {
          action.accept(each, rating.value());
        }
      }
    }
  }

  @Override
  public long count(RetagFilter filter) {
    synchronized (lock) {
      return responses.values().stream().filter(filter::matches).count();
    }
  }

  @Override
  public Retagged retag(RetagFilter filter, int limit, UnaryOperator<AcceptedResponse> tagger) {
    List<Retagged.Change> changes = new ArrayList<>();
    List<AcceptedResponse> batch;
    synchronized (lock) {
      batch = newest(filter::matches, Retagged.requireBatch(limit));
      for (AcceptedResponse each : batch) {
        changes.add(new Retagged.Change(each, each.withTagsOf(tagger.apply(each))));
      }
      // Only now, so that a tagger that fails leaves all as it was.
      changes.forEach(each -> responses.put(each.after().id(), each.after()));
    }
    return new Retagged(
        batch.size(), changes, batch.isEmpty() ? null : Position.of(batch.get(batch.size() - 1)));
  }

  @Override
  public Retagged.@Nullable Change retag(UUID id, UnaryOperator<AcceptedResponse> tagger) {
    synchronized (lock) {
      AcceptedResponse before = responses.get(id);
      if (before == null) {
        return null;
      }
      AcceptedResponse after = before.withTagsOf(tagger.apply(before));
      responses.put(id, after);
      return new Retagged.Change(before, after);
    }
  }

  @Override
  public ContactCounts contacts(ResponseFilter filter) {
    long invited = 0;
    long shown = 0;
    long answered = 0;
    long dismissed = 0;
    synchronized (lock) {
      for (Journey each : journeys.values()) {
        Set<Outcome> outcomes = each.outcomes();
        boolean wasAnswered = outcomes.contains(Outcome.ANSWERED);
        boolean wasShown = wasAnswered || outcomes.contains(Outcome.SHOWN);
        boolean withdrawnUnseen = outcomes.contains(Outcome.CANCELLED) && !wasShown;
        if (withdrawnUnseen
            || !filter.matches(each.invitation(), each.invitation().invitedAt())) {
          continue;
        }
        // A reaction to an anonymous survey comes beside its invitation, not to it.
        boolean isReaction = ContactEvent.NOBODY.equals(each.invitation().respondent())
            && !outcomes.contains(Outcome.INVITED);
        invited += isReaction ? 0 : 1;
        shown += wasShown ? 1 : 0;
        answered += wasAnswered ? 1 : 0;
        boolean wasDismissed =
            outcomes.contains(Outcome.DISMISSED) || outcomes.contains(Outcome.OPTED_OUT);
        dismissed += wasDismissed && !wasAnswered ? 1 : 0;
      }
    }
    return new ContactCounts(invited, shown, answered, dismissed);
  }

  @Override
  public int count(RespondentKey respondent) {
    synchronized (lock) {
      return (int) responses.values().stream()
          .filter(each -> each.invitation().respondent().equals(respondent))
          .count();
    }
  }

  @Override
  public PackStore packs() {
    return packs;
  }

  private boolean isNamed(String packId) {
    synchronized (lock) {
      return responses.values().stream().anyMatch(each -> packId.equals(each.themePack()));
    }
  }

  @Override
  public int erase(RespondentKey respondent) {
    synchronized (lock) {
      int before = responses.size();
      responses.values().removeIf(each -> each.invitation().respondent().equals(respondent));
      responseOfInvitation.values().retainAll(responses.keySet());
      journeys.values().removeIf(each -> each.invitation().respondent().equals(respondent));
      return before - responses.size();
    }
  }
}
