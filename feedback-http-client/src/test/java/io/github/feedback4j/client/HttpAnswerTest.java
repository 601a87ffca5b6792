package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAnswerTest {

  private static final List<SpoolRecord> BATCH =
      IntStream.range(0, 3).mapToObj(HttpAnswerTest::event).toList();

  static SpoolRecord event(int number) {
    return new SpoolRecord(
        number, new UUID(7, number), EventKind.RESPONSE, null, 0, new byte[10], 0, 10);
  }

  private static Outcome outcome(int status, @Nullable String body) {
    byte[] bytes = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(status, null, null, bytes).outcome(BATCH, Samples.MONDAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 507, 520, 599})
  void triesAgainLater(int status) {
    assertThat(outcome(status, "")).isEqualTo(new Outcome.Later("status " + status, null));
  }

  @Test
  void laterIsWhenTheCollectorSays() {
    assertThat(new HttpAnswer(503, "20", null, null).outcome(BATCH, Samples.MONDAY))
        .isEqualTo(new Outcome.Later("status 503", Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        201, 202, 204, 207, 301, 302, 307, 308, 402, 404, 405, 407, 410, 415, 451, 501, 505, 600
      })
  void concludesNothingFromWhatIsNoCollectors(int status) {
    assertThat(outcome(status, "{\"accepted\":3,\"duplicates\":0,\"rejected\":[]}"))
        .isEqualTo(new Outcome.Odd("status " + status));
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void theTokenIsRefused(int status) {
    assertThat(outcome(status, "")).isEqualTo(new Outcome.Unauthorised(status));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 422})
  void somethingInTheBatchIsFlawed(int status) {
    assertThat(outcome(status, "<html>")).isEqualTo(new Outcome.Flawed("status-" + status, false));
    assertThat(outcome(status, "{\"title\":\"x\",\"code\":\"malformed\"}"))
        .isEqualTo(new Outcome.Flawed("malformed", true));
    assertThat(outcome(status, "{\"code\":\"Anna told us!\"}"))
        .isEqualTo(new Outcome.Flawed("status-" + status, false));
  }

  @Test
  void theBatchIsTooLarge() {
    assertThat(outcome(413, "<html>")).isEqualTo(new Outcome.TooLarge(false));
    assertThat(outcome(413, "{\"code\":\"too-large\"}")).isEqualTo(new Outcome.TooLarge(true));
  }

  @Test
  void takesWhatTheCollectorTook() {
    assertThat(outcome(200, "{\"accepted\":2,\"duplicates\":1,\"rejected\":[]}"))
        .isEqualTo(new Outcome.Taken(2, 1, List.of()));
  }

  @Test
  void takesWhatTheCollectorRefusedWithItsCode() {
    String body =
        "{\"accepted\":1,\"duplicates\":1,\"rejected\":[{\"id\":\"%s\",\"code\":\"not-valid\",\"detail\":\"q\"}]}"
            .formatted(BATCH.get(1).id());

    assertThat(outcome(200, body))
        .isEqualTo(
            new Outcome.Taken(1, 1, List.of(new Outcome.Refused(BATCH.get(1).id(), "not-valid"))));
  }

  @Test
  void ignoresFieldsOfLaterCollectors() {
    String body =
        "{\"took\":{\"ms\":[1]},\"accepted\":3,\"duplicates\":0,\"rejected\":[],\"next\":null}";

    assertThat(outcome(200, body)).isEqualTo(new Outcome.Taken(3, 0, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OK",
        "<html>login</html>",
        "[]",
        "{}",
        "{\"accepted\":3}",
        "{\"accepted\":3,\"duplicates\":0,\"rejected\":[]",
        "{\"accepted\":\"3\",\"duplicates\":0,\"rejected\":[]}",
        "{\"accepted\":3.0,\"duplicates\":0,\"rejected\":[]}",
        "{\"accepted\":4,\"duplicates\":-1,\"rejected\":[]}",
        "{\"accepted\":3,\"duplicates\":0,\"rejected\":{}}",
        "{\"accepted\":2,\"duplicates\":0,\"rejected\":[7]}",
        "{\"accepted\":3,\"accepted\":3,\"duplicates\":0,\"rejected\":[]}",
        "{\"accepted\":2,\"duplicates\":0,\"rejected\":[]}",
        "{\"accepted\":2147483647,\"duplicates\":2147483647,\"rejected\":[]}",
        "{\"accepted\":99999999999,\"duplicates\":0,\"rejected\":[]}"
      })
  void a200WhoseCountsDoNotSumToTheBatchIsNoCollectors(String body) {
    assertThat(outcome(200, body)).isInstanceOf(Outcome.Odd.class);
  }

  @Test
  void aBodyThatIsTooLongIsNoCollectors() {
    assertThat(outcome(200, null)).isInstanceOf(Outcome.Odd.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"no uuid\"", "\"00000000-0000-0000-0000-000000000009\""})
  void whereTheCollectorCannotNameTheRecordSmallerBatchesTell(String id) {
    String body =
        "{\"accepted\":2,\"duplicates\":0,\"rejected\":[{\"id\":%s,\"code\":\"malformed\"}]}"
            .formatted(id);

    assertThat(outcome(200, body)).isEqualTo(new Outcome.Flawed("malformed", true));
  }

  @Test
  void aRecordThatIsRefusedTwiceIsNotTwoRecords() {
    String twice =
        "{\"id\":\"%s\",\"code\":\"malformed\"}".formatted(BATCH.get(0).id());
    String body = "{\"accepted\":1,\"duplicates\":0,\"rejected\":[%s,%s]}".formatted(twice, twice);

    assertThat(outcome(200, body)).isInstanceOf(Outcome.Flawed.class);
  }

  @Test
  void aCodeThatIsNoneIsNotRepeated() {
    for (String code : List.of("", "Anna is unhappy", "x".repeat(61))) {
      String body =
          "{\"accepted\":2,\"duplicates\":0,\"rejected\":[{\"id\":\"%s\",\"code\":\"%s\"}]}"
              .formatted(BATCH.get(0).id(), code);

      assertThat(outcome(200, body))
          .isEqualTo(
              new Outcome.Taken(2, 0, List.of(new Outcome.Refused(BATCH.get(0).id(), "other"))));
    }
  }
}
