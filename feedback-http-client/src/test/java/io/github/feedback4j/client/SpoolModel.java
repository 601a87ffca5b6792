package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.Appended.Accepted;
import io.github.feedback4j.client.BreakableFiles.Died;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A spool beside a plain account of what it must hold. Where an act was interrupted, the account allows
 * both outcomes, but nothing between them.
 */
final class SpoolModel {

  private static final Set<EventKind> ABOUT_A_PERSON =
      EnumSet.of(EventKind.RESPONSE, EventKind.CONTACT);
  private static final String REASON = "malformed";
  private static final int MANY = 10_000;

  private final SpoolOptions options;
  private final Random random;
  private final Map<UUID, Entry> entries = new LinkedHashMap<>();
  private final List<SpoolRecord> handedOut = new ArrayList<>();
  private BreakableFiles files = new BreakableFiles();
  private Spool spool;
  private @Nullable String beingErased;

  /** What is known of a record; {@code maybe} where an act that was interrupted is about it. */
  private static final class Entry {
    private final UUID id;
    private final String person;
    private final EventKind kind;
    private final byte[] bytes;
    private boolean maybeAppended;
    private boolean forced;
    private boolean done;
    private boolean maybeDone;
    private boolean dead;
    private boolean maybeDead;
    private boolean erased;

    Entry(UUID id, String person, EventKind kind, byte[] bytes) {
      this.id = id;
      this.person = person;
      this.kind = kind;
      this.bytes = bytes;
    }

    private boolean waits() {
      return !done && !dead && !erased;
    }

    private boolean isAbout(@Nullable String somebody) {
      return person.equals(somebody) && ABOUT_A_PERSON.contains(kind);
    }
  }

  SpoolModel(SpoolOptions options, Random random) {
    this.options = options;
    this.random = random;
    this.spool = open();
  }

  private Spool open() {
    return Spool.open(options, files, null, InstantSource.fixed(Instant.EPOCH), () -> 0);
  }

  /** Acts until all is done or the process dies, which it does after so many bytes. */
  void actUntilDeath(List<Integer> acts, long bytesToLive) {
    files.bytesToLive = bytesToLive;
    try {
      for (int act : acts) {
        act(act);
      }
    } catch (Died e) {
      files.bytesToLive = 0;
    }
  }

  void act(int act) {
    if (act < 50) {
      append();
    } else if (act < 70) {
      read(1 + random.nextInt(8));
    } else if (act < 80) {
      acknowledge();
    } else if (act < 84) {
      setAside();
    } else if (act < 88) {
      erase();
    } else if (act < 92) {
      spool.rewind();
      handedOut.clear();
    } else {
      sync();
    }
    assertThat(spool.stats().pendingRecords()).isEqualTo(waiting().size());
    assertThat(files.bytes()).isLessThanOrEqualTo(options.maxBytes());
  }

  private List<Entry> waiting() {
    return entries.values().stream().filter(Entry::waits).toList();
  }

  private void append() {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    EventKind kind = EventKind.of(1 + random.nextInt(4));
    String person = "person-" + random.nextInt(3);
    int size = random.nextInt(8) == 0 ? 8_000 + random.nextInt(40_000) : random.nextInt(600);
    byte[] bytes = bytes(id, size);
    Entry entry = new Entry(id, person, kind, bytes);
    entry.maybeAppended = true;
    entries.put(id, entry);
    if (spool.append(id, kind, person, bytes) instanceof Accepted) {
      entry.maybeAppended = false;
    } else {
      entries.remove(id);
    }
  }

  /** Bytes that can be found again, and that look like frames here and there. */
  private byte[] bytes(UUID id, int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    byte[] marker = marker(id).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(marker, 0, bytes, 0, Math.min(size, marker.length));
    return bytes;
  }

  private static String marker(UUID id) {
    return "<" + id + ">";
  }

  private void read(int count) {
    List<SpoolRecord> read = spool.read(new Block(), count, 30_000);
    Set<UUID> outAlready = new HashSet<>();
    handedOut.forEach(each -> outAlready.add(each.id()));
    List<Entry> expected =
        waiting().stream().filter(each -> !outAlready.contains(each.id)).toList();
    assertThat(read.size()).isLessThanOrEqualTo(count);
    assertThat(read.isEmpty()).isEqualTo(expected.isEmpty());
    for (int i = 0; i < read.size(); i++) {
      check(read.get(i), expected.get(i));
    }
    handedOut.addAll(read);
  }

  private static void check(SpoolRecord record, Entry entry) {
    assertThat(record.id()).isEqualTo(entry.id);
    assertThat(record.kind()).isEqualTo(entry.kind);
    assertThat(record.key()).isEqualTo(entry.person);
    assertThat(Arrays.equals(record.bytes(), entry.bytes)).isTrue();
  }

  private void acknowledge() {
    List<SpoolRecord> chosen =
        handedOut.stream().filter(each -> random.nextInt(4) > 0).toList();
    chosen.forEach(each -> entries.get(each.id()).maybeDone = true);
    spool.acknowledge(chosen);
    for (SpoolRecord each : chosen) {
      Entry entry = entries.get(each.id());
      entry.done |= entry.waits();
    }
  }

  private void setAside() {
    long dead = entries.values().stream().filter(each -> each.dead).count();
    for (SpoolRecord each : handedOut) {
      Entry entry = entries.get(each.id());
      // Few and small ones, so that the bound of dead letters takes none away.
      if (entry.waits() && entry.bytes.length < 600 && dead < 60) {
        entry.maybeDead = true;
        spool.deadLetter(each, REASON);
        entry.dead = true;
        return;
      }
    }
  }

  private void erase() {
    String person = "person-" + random.nextInt(3);
    beingErased = person;
    Set<UUID> dead = new HashSet<>();
    spool.deadLetters(MANY).forEach(each -> dead.add(each.record().id()));
    int expected = 0;
    for (Entry each : entries.values()) {
      if (each.isAbout(person)) {
        expected += (each.waits() ? 1 : 0) + (dead.contains(each.id) ? 1 : 0);
      }
    }
    int erased = spool.erase(person, ABOUT_A_PERSON);
    beingErased = null;
    assertThat(erased).isGreaterThanOrEqualTo(expected);
    for (Entry each : entries.values()) {
      each.erased |= each.isAbout(person);
    }
    checkErased();
  }

  private void checkErased() {
    for (Entry each : entries.values()) {
      if (each.erased && each.bytes.length >= marker(each.id).length()) {
        assertThat(files.contains(marker(each.id)))
            .as("bytes of an erased record")
            .isFalse();
      }
    }
  }

  private void sync() {
    assertThat(spool.sync()).isTrue();
    waiting().forEach(each -> each.forced = true);
  }

  void closeAndReopen() {
    spool.close(Duration.ofSeconds(1));
    handedOut.clear();
    spool = open();
    checkAll();
  }

  /** A new process finds what a kill has left; it may be killed while it looks. */
  void kill() {
    files = files.afterKill();
    reopen(BreakableFiles::afterKill);
    checkAfterDeath(each -> true);
  }

  /** A new process finds what a power cut has left; the power may go again while it looks. */
  void cutPower() {
    files = files.afterPowerCut(random);
    reopen(each -> each.afterPowerCut(random));
    checkAfterDeath(each -> each.forced);
  }

  private void reopen(UnaryOperator<BreakableFiles> death) {
    handedOut.clear();
    for (int i = 0; i < 3; i++) {
      files.bytesToLive = random.nextInt(5_000) >> random.nextInt(12);
      try {
        spool = open();
        files.bytesToLive = Long.MAX_VALUE;
        return;
      } catch (Died e) {
        files = death.apply(files);
      }
    }
    spool = open();
  }

  private void checkAfterDeath(Predicate<Entry> survives) {
    Map<UUID, SpoolRecord> waiting = new LinkedHashMap<>();
    spool.read(new Block(), MANY, Long.MAX_VALUE).forEach(each -> waiting.put(each.id(), each));
    spool.rewind();
    Map<UUID, SpoolRecord> dead = new HashMap<>();
    spool.deadLetters(MANY).forEach(each -> dead.put(each.record().id(), each.record()));

    assertThat(waiting.values()).extracting(SpoolRecord::sequence).isSorted();
    assertThat(entries.keySet()).as("nothing was made up").containsAll(waiting.keySet());
    assertThat(entries.keySet()).containsAll(dead.keySet());
    List<UUID> order = entries.keySet().stream().filter(waiting::containsKey).toList();
    assertThat(waiting.keySet()).containsExactlyElementsOf(order);
    checkErased();

    boolean anythingLeft = entries.values().stream()
        .anyMatch(each -> each.isAbout(beingErased)
            && (waiting.containsKey(each.id) || dead.containsKey(each.id)));
    for (Entry each : List.copyOf(entries.values())) {
      SpoolRecord found = waiting.get(each.id);
      SpoolRecord foundDead = dead.get(each.id);
      if (found != null) {
        check(found, each);
      }
      if (foundDead != null) {
        check(foundDead, each);
        assertThat(each.dead || each.maybeDead).isTrue();
      }
      if (each.erased) {
        assertThat(found).isNull();
        assertThat(foundDead).isNull();
      } else if (!each.isAbout(beingErased) || anythingLeft) {
        if (each.dead) {
          assertThat(foundDead).as("a dead letter").isNotNull();
        }
        if (each.waits() && !each.maybeAppended && survives.test(each) && !each.maybeDone) {
          assertThat(found != null || foundDead != null)
              .as("an accepted record")
              .isTrue();
        }
      }
      settle(each, found != null, foundDead != null);
    }
    beingErased = null;
    assertThat(spool.stats().pendingRecords()).isEqualTo(waiting().size());
  }

  /** From here on what was found is what there is. */
  private void settle(Entry entry, boolean found, boolean foundDead) {
    if (!found && !foundDead) {
      if (!entry.erased) {
        entries.remove(entry.id);
      }
      return;
    }
    entry.maybeAppended = false;
    entry.maybeDone = false;
    entry.maybeDead = foundDead;
    entry.done = !found;
    entry.dead = foundDead && !found;
    entry.forced = false;
  }

  /** Compares everything that waits. */
  void checkAll() {
    spool.rewind();
    List<SpoolRecord> all = spool.read(new Block(), MANY, Long.MAX_VALUE);
    spool.rewind();
    List<Entry> expected = waiting();
    assertThat(all).hasSameSizeAs(expected);
    for (int i = 0; i < all.size(); i++) {
      check(all.get(i), expected.get(i));
    }
    checkErased();
    assertThat(spool.stats().pendingBytes())
        .isEqualTo(expected.stream().mapToLong(each -> each.bytes.length).sum());
  }
}
