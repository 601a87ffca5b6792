package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is logged, and what never is. */
class LoggedIT {

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final ScriptedCollector collector = new ScriptedCollector();

  LoggedIT() {
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setErr(before);
    collector.close();
  }

  private String log() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  private long warnings(String text) {
    return log()
        .lines()
        .filter(each -> each.contains("WARN") && each.contains(text))
        .count();
  }

  @Test
  void aRefusedTokenIsToldOnceAMinute() {
    collector.behave(exchange -> exchange.answer(401, ""));
    try (SenderBench bench =
        new SenderBench(collector, SpoolOptions.memory(), () -> Clients.TOKEN)) {
      bench.append(0, 10);

      bench.run(Duration.ofSeconds(59));
      assertThat(warnings("refuses the token (status 401)")).isEqualTo(1);
      bench.run(Duration.ofSeconds(61 + 180));
    }

    assertThat(warnings("refuses the token (status 401)")).isBetween(4L, 6L);
  }

  @Test
  void whatIsNoCollectorIsToldOnceAMinute() {
    collector.behave(exchange -> exchange.answer(302, "", "Location: /login"));
    try (SenderBench bench = new SenderBench(collector, SpoolOptions.memory(), null)) {
      bench.append(0, 10);

      bench.run(Duration.ofMinutes(5));
    }

    assertThat(warnings("what answers is not the collector (status 302)")).isBetween(4L, 6L);
  }

  @Test
  void anOutageIsToldOnceAMinuteHoweverManyRequestsFail() {
    collector.behave(exchange -> exchange.answer(503, ""));
    try (SenderBench bench = new SenderBench(collector, SpoolOptions.memory(), null)) {
      bench.append(0, 10);

      bench.run(Duration.ofSeconds(55));
      assertThat(bench.heard).hasSizeGreaterThan(5);
    }

    assertThat(warnings("could not take a batch (status 503)")).isEqualTo(1);
  }

  @Test
  void whoCannotBeReachedIsNamed() {
    collector.goDown();
    try (SenderBench bench = new SenderBench(collector, SpoolOptions.memory(), null)) {
      bench.append(0, 1);
      bench.work();
    }

    assertThat(log()).contains("ConnectException").contains("127.0.0.1");
  }

  @Test
  void neitherTokenNorWordsNorPeopleAreEverLogged() {
    collector.behave(exchange -> {
      switch (exchange.number()) {
        case 1 -> exchange.answer(401, "token " + Clients.TOKEN + " is wrong");
        case 2 -> exchange.answer(400, "{\"code\":\"" + Clients.TOKEN + "\"}");
        case 3 -> exchange.reset();
        default -> exchange.answer(200, "{\"accepted\":\"It took long\"}");
      }
    });
    TokenSupplier supplier = new TokenSupplier() {
      private int calls;

      @Override
      public String token() {
        if (++calls % 3 == 0) {
          throw new IllegalStateException(Clients.TOKEN);
        }
        return calls % 5 == 0 ? Clients.TOKEN + "\n" : Clients.TOKEN;
      }
    };
    CollectorClient client =
        Clients.inMemory(collector).token(supplier).linger(Duration.ZERO).build();
    for (int i = 0; i < 20; i++) {
      client.append(Samples.response(i));
    }
    String shown = client.toString() + client.report() + client.flush(Duration.ofSeconds(3));
    shown += client.close(Duration.ofSeconds(1));

    assertThat(log()).contains("WARN");
    assertThat(log() + shown)
        .doesNotContain(Clients.TOKEN)
        .doesNotContain("It took long")
        .doesNotContain("person-");
  }

  @Test
  void closingWithSomethingLeftIsTold() {
    collector.behave(exchange -> exchange.answer(503, ""));
    CollectorClient client = Clients.inMemory(collector).build();
    client.append(Samples.response(1));

    client.close(Duration.ofMillis(200));

    assertThat(log()).contains("closed with 2 records that were not sent; they were in memory");
  }
}
