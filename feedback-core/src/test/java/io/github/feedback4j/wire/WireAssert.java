package io.github.feedback4j.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.response.AcceptedResponse;
import java.util.List;

/** Equality of events, of which responses have none by themselves. */
final class WireAssert {

  private WireAssert() {}

  static WireEvent readBack(WireEvent event) {
    List<ReadEvent> read =
        EventReader.readBatch(EventWriter.batch(List.of(EventWriter.write(event))), 1);
    assertThat(read).hasSize(1).allMatch(ReadEvent.Readable.class::isInstance, "is readable");
    return ((ReadEvent.Readable) read.get(0)).event();
  }

  static void assertSame(WireEvent actual, WireEvent expected) {
    if (actual.data() instanceof ResponseAccepted is
        && expected.data() instanceof ResponseAccepted was) {
      assertThat(parts(is.response())).isEqualTo(parts(was.response()));
      assertThat(actual.id()).isEqualTo(expected.id());
      assertThat(actual.source()).isEqualTo(expected.source());
      assertThat(actual.subject()).isEqualTo(expected.subject());
      assertThat(actual.time()).isEqualTo(expected.time());
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  private static List<Object> parts(AcceptedResponse response) {
    return List.of(
        response.id(),
        response.revision(),
        response.isComplete(),
        response.invitation(),
        response.answeredAt(),
        response.isLate(),
        String.valueOf(response.locale()),
        response.answers(),
        response.taggings(),
        response.corrections(),
        response.redactions());
  }
}
