package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.InHand.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Halving, by itself. */
class InHandProperties {

  private static final long NO_BOUND = Long.MAX_VALUE;

  /** A collector that refuses every batch with a bad record in it. */
  private static final class Strict {

    private final InHand inHand;
    private final Set<UUID> bad;
    private final List<UUID> delivered = new ArrayList<>();
    private int requests;

    private Strict(InHand inHand, Set<UUID> bad) {
      this.inHand = inHand;
      this.bad = bad;
    }

    void sendAll() {
      while (sendOne()) {
        assertThat(requests).isLessThan(2_000);
      }
    }

    boolean sendOne() {
      Sent sent = inHand.first();
      if (sent == null) {
        return false;
      }
      handle(sent);
      return true;
    }

    void handle(Sent sent) {
      requests++;
      if (sent.records().stream().noneMatch(each -> bad.contains(each.id()))) {
        sent.records().forEach(each -> delivered.add(each.id()));
        inHand.settle(sent, Map.of());
      } else if (sent.records().size() > 1) {
        inHand.split(sent);
      } else {
        inHand.settle(sent, Map.of(sent.records().get(0).id(), "status-400"));
      }
    }
  }

  @Property
  void halvingFindsExactlyTheBadOnesAndKeepsTheOrder(
      @ForAll @IntRange(min = 1, max = 500) int records,
      @ForAll @Size(max = 20) Set<@IntRange(min = 0, max = 499) Integer> marks) {
    Spool spool = spoolOf(records);
    InHand inHand = new InHand(spool);
    Set<UUID> bad = new TreeSet<>();
    marks.stream().filter(each -> each < records).forEach(each -> bad.add(id(each)));
    inHand.refill(500, NO_BOUND);

    Strict collector = new Strict(inHand, bad);
    collector.sendAll();

    assertThat(collector.delivered)
        .containsExactlyElementsOf(IntStream.range(0, records)
            .mapToObj(InHandProperties::id)
            .filter(each -> !bad.contains(each))
            .toList());
    assertThat(spool.deadLetters(1_000))
        .extracting(each -> each.record().id())
        .containsExactlyElementsOf(bad);
    assertThat(spool.stats().pendingRecords()).isZero();
    // Each bad record costs its way down the halves, twice.
    assertThat(collector.requests).isLessThanOrEqualTo(1 + bad.size() * 2 * 10);
  }

  @Property
  void erasingInBetweenLeavesNothingOfThePerson(
      @ForAll @IntRange(min = 1, max = 60) int records,
      @ForAll @IntRange(min = 0, max = 59) int erased,
      @ForAll @IntRange(min = 0, max = 5) int requestsBefore,
      @ForAll @Size(max = 5) Set<@IntRange(min = 0, max = 59) Integer> marks) {
    Spool spool = spoolOf(records);
    InHand inHand = new InHand(spool);
    Set<UUID> bad = new TreeSet<>();
    marks.forEach(each -> bad.add(id(each)));
    inHand.refill(500, NO_BOUND);
    Strict collector = new Strict(inHand, bad);
    for (int i = 0; i < requestsBefore; i++) {
      collector.sendOne();
    }
    Sent onItsWay = inHand.first();

    inHand.erase("person-" + erased, Set.of(EventKind.RESPONSE));
    if (onItsWay != null) {
      collector.handle(onItsWay);
    }
    int untilThen = collector.delivered.size();
    collector.sendAll();

    assertThat(collector.delivered.subList(untilThen, collector.delivered.size()))
        .doesNotContain(id(erased));
    assertThat(collector.delivered).doesNotHaveDuplicates();
    assertThat(spool.deadLetters(1_000))
        .extracting(each -> each.record().id())
        .doesNotContain(id(erased));
    assertThat(spool.stats().pendingRecords()).isZero();
  }

  private static Spool spoolOf(int records) {
    VirtualTime time = new VirtualTime();
    Spool spool = Spool.open(SpoolOptions.memory(), time, time);
    for (int i = 0; i < records; i++) {
      Appended appended =
          spool.append(id(i), EventKind.RESPONSE, "person-" + i, new byte[] {'{', '}'});
      assertThat(appended).isEqualTo(new Appended.Accepted());
    }
    return spool;
  }

  private static UUID id(int number) {
    return new UUID(3, number);
  }
}
