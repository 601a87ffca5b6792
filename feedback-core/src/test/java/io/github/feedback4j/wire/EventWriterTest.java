package io.github.feedback4j.wire;

import static io.github.feedback4j.wire.WireAssert.assertSame;
import static io.github.feedback4j.wire.WireAssert.readBack;

import io.github.feedback4j.prompt.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventWriterTest {

  static Stream<WireEvent> events() {
    return Stream.of(
        Events.usual(),
        Events.maximal(),
        Events.sparse(),
        Events.contact(Outcome.OPTED_OUT),
        Events.erasure(),
        Events.survey());
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsWrittenIsReadBackAsAnEqualEvent(WireEvent event) {
    assertSame(readBack(event), event);
  }
}
