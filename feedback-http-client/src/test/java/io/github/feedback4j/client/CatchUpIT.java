package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.client.SteadyTrafficIT.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How soon everything is caught up after trouble: real sockets, virtual time. */
class CatchUpIT {

  private static final int DRAWS = 20;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final int PER_TICK = 5;

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "DOWN", "TOO_MANY_REQUESTS"})
  void withinFiveSecondsAfterTenSecondsOfTroubleHoweverTheJitterFalls(Trouble trouble) {
    for (int seed = 0; seed < DRAWS; seed++) {
      try (ScriptedCollector collector = new ScriptedCollector();
          SenderBench bench = new SenderBench(collector, SpoolOptions.memory(), null, seed)) {
        int appended = appendFor(Duration.ofSeconds(2), bench, 0);
        trouble.begin(collector);
        appended = appendFor(Duration.ofSeconds(10), bench, appended);
        trouble.end(collector);

        int all = appendFor(Duration.ofSeconds(5), bench, appended);

        assertThat(collector.responses()).as("draw %d", seed).containsAll(ids(appended));
        bench.run(Duration.ofSeconds(2));
        assertThat(collector.responses()).isEqualTo(ids(all));
      }
    }
  }

  private static List<UUID> ids(int to) {
    return IntStream.range(0, to).mapToObj(Samples::id).toList();
  }

  private static int appendFor(Duration duration, SenderBench bench, int from) {
    int next = from;
    for (Duration at = TICK; at.compareTo(duration) <= 0; at = at.plus(TICK)) {
      bench.append(next, next + PER_TICK);
      next += PER_TICK;
      bench.run(TICK);
    }
    return next;
  }
}
