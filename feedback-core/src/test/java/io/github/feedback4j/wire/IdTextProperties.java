package io.github.feedback4j.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IdTextProperties {

  @Property
  void writesWhatTheJdkWrites(@ForAll long high, @ForAll long low) {
    UUID id = new UUID(high, low);
    byte[] into = new byte[IdText.LENGTH];

    IdText.write(id, into);

    assertThat(new String(into, US_ASCII)).isEqualTo(id.toString());
  }
}
