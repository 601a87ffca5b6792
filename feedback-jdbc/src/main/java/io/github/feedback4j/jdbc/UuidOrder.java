package io.github.feedback4j.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The order in which databases have ids, and in which whoever needs several rows takes them. */
final class UuidOrder implements Comparator<UUID> {

  static final UuidOrder INSTANCE = new UuidOrder();

  private UuidOrder() {}

  @Override
  public int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  /** Returns each id once, in order. */
  static List<UUID> sorted(Collection<UUID> ids) {
    List<UUID> sorted = new ArrayList<>(ids.stream().distinct().toList());
    sorted.sort(INSTANCE);
    return sorted;
  }
}
