package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.SamplingPosition;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** That core draws as the description says, whatever the unit. */
class SamplingVectorsProperties {

  @Property
  void coreAndThePlainImplementationAgree(
      @ForAll @StringLength(max = 80) String salt, @ForAll @StringLength(max = 200) String unit) {
    byte[] bytes = PlainSampling.utf8(unit);

    assertThat(SamplingPosition.of(salt, unit))
        .isEqualTo(position(bytes, salt, PlainSampling.SAMPLING));
    assertThat(SamplingPosition.onLayer(salt, unit))
        .isEqualTo(position(bytes, salt, PlainSampling.LAYER));
    assertThat(SamplingPosition.panel(salt, unit, 7))
        .isEqualTo((int) (position(bytes, salt, PlainSampling.PANEL) * 7));
  }

  @Property
  void coreAndThePlainImplementationAgreeOnUnitsOfSeveralParts(
      @ForAll @StringLength(max = 80) String salt, @ForAll @Size(max = 4) List<String> parts) {
    assertThat(SamplingPosition.ofParts(salt, parts.toArray(String[]::new)))
        .isEqualTo(position(PlainSampling.composite(parts), salt, PlainSampling.SAMPLING));
  }

  private static double position(byte[] unit, String salt, long seed) {
    return PlainSampling.position(PlainSampling.draw(unit, salt, seed));
  }
}
