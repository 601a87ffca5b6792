package io.github.feedback4j.theme;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps activated packs in this process's memory, for one node, until it ends.
 *
 * @since 0.1
 */
public final class InMemoryPackStore implements PackStore {

  private final NavigableMap<Integer, Activation> activations =
      new TreeMap<>(Comparator.reverseOrder());
  private final Predicate<String> isNamed;
  private @Nullable Claim claim;

  /**
   * Creates a store in which nothing was activated.
   *
   * @param isNamed whether the tags of some kept response name the pack of this {@linkplain ThemePack#id
   *     id}; asked only when there is no more room
   */
  public InMemoryPackStore(Predicate<String> isNamed) {
    this.isNamed = isNamed;
  }

  @Override
  public synchronized @Nullable Activation newerThan(int number) {
    return activations.isEmpty() || activations.firstKey() <= number
        ? null
        : activations.firstEntry().getValue();
  }

  @Override
  public synchronized @Nullable Activation find(int number) {
    return activations.get(number);
  }

  @Override
  public synchronized List<Activation> newest(int limit) {
    return activations.values().stream().limit(PackStore.requireLimit(limit)).toList();
  }

  @Override
  public synchronized boolean activate(Activation next) {
    if (next.number() != (activations.isEmpty() ? 1 : activations.firstKey() + 1)) {
      return false;
    }
    if (activations.size() >= MAX_KEPT) {
      forgetOne();
    }
    activations.put(next.number(), next);
    return true;
  }

  private void forgetOne() {
    // The one that was in force until now may be dropped, too, but hardly ever is: it is the
    // newest.
    List<Activation> oldestFirst = new ArrayList<>(activations.descendingMap().values());
    for (Activation each : oldestFirst) {
      if (!isNamed.test(each.pack().id())) {
        activations.remove(each.number());
        return;
      }
    }
    throw PackStore.full();
  }

  @Override
  public synchronized @Nullable Claim claim() {
    return claim;
  }

  @Override
  public synchronized boolean claim(Claim next, Instant now) {
    Claim held = claim;
    if (held != null && !held.holder().equals(next.holder()) && held.until().isAfter(now)) {
      return false;
    }
    claim = next;
    return true;
  }
}
