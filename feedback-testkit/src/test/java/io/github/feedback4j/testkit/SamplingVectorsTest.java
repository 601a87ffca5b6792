package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.prompt.SamplingPosition;
import io.github.feedback4j.testkit.SamplingVectors.Draw;
import io.github.feedback4j.testkit.SamplingVectors.Panel;
import io.github.feedback4j.testkit.SamplingVectors.Unit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplingVectorsTest {

  private static final SamplingVectors VECTORS = SamplingVectors.load();

  static Stream<Draw> positions() {
    return VECTORS.positions().stream();
  }

  static Stream<Panel> panels() {
    return VECTORS.panels().stream();
  }

  static Stream<Draw> layers() {
    return VECTORS.layers().stream();
  }

  @ParameterizedTest
  @MethodSource("positions")
  void coreDrawsThePublishedPositions(Draw draw) {
    Unit unit = draw.unit();
    double position = unit.composite()
        ? SamplingPosition.ofParts(draw.salt(), unit.parts().toArray(String[]::new))
        : SamplingPosition.of(draw.salt(), unit.parts().get(0));

    assertThat(position).isEqualTo(draw.position());
  }

  @ParameterizedTest
  @MethodSource("panels")
  void coreDealsThePublishedPanels(Panel panel) {
    Draw draw = panel.draw();

    assertThat(SamplingPosition.panel(draw.salt(), draw.unit().parts().get(0), panel.panels()))
        .isEqualTo(panel.panel());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void corePutsUnitsOnThePublishedPlacesOfLayers(Draw draw) {
    assertThat(SamplingPosition.onLayer(draw.salt(), draw.unit().parts().get(0)))
        .isEqualTo(draw.position());
  }

  @Test
  void aPlainImplementationOfTheDescriptionAgrees() {
    for (Draw each : VECTORS.positions()) {
      assertAgrees(each, PlainSampling.SAMPLING);
    }
    for (Draw each : VECTORS.layers()) {
      assertAgrees(each, PlainSampling.LAYER);
    }
    for (Panel each : VECTORS.panels()) {
      assertAgrees(each.draw(), PlainSampling.PANEL);
      assertThat((int) Math.floor(each.draw().position() * each.panels())).isEqualTo(each.panel());
    }
  }

  private static void assertAgrees(Draw draw, long seed) {
    Unit unit = draw.unit();
    byte[] bytes = unit.composite()
        ? PlainSampling.composite(unit.parts())
        : PlainSampling.utf8(unit.parts().get(0));
    long bits = PlainSampling.draw(bytes, draw.salt(), seed);

    assertThat(HexFormat.of().formatHex(bytes)).as(draw.name()).isEqualTo(unit.bytes());
    assertThat(bits).as(draw.name()).isEqualTo(draw.bits());
    assertThat(PlainSampling.position(bits)).as(draw.name()).isEqualTo(draw.position());
  }

  @Test
  void thePlainImplementationHashesAsXxh64IsPublished() {
    assertThat(PlainSampling.xxh64(new byte[0], 0).toString(16)).isEqualTo("ef46db3751d8e999");
    assertThat(PlainSampling.xxh64(PlainSampling.utf8("Nobody inspects the spammish repetition"), 0)
            .toString(16))
        .isEqualTo("fbcea83c8a378bf1");
    assertThat(PlainSampling.xxh64(PlainSampling.utf8("xxhash"), 20141025).toString(16))
        .isEqualTo("b559b98d844e0635");
  }

  @Test
  void coversWhatIsEasyToGetWrong() {
    List<String> units = VECTORS.positions().stream()
        .filter(each -> !each.unit().composite())
        .map(each -> each.unit().parts().get(0))
        .toList();

    assertThat(units)
        .contains("", "Zo\u00e9", "\ud83d\ude00", "a\ud83db", "a\ude80")
        .anyMatch(each -> each.length() == 1_024)
        .anyMatch(each -> each.length() < 1_024 && PlainSampling.utf8(each).length == 1_024);
    assertThat(VECTORS.positions()).anyMatch(each -> each.unit().composite());
    assertThat(VECTORS.positions().stream().map(Draw::salt).distinct()).hasSizeGreaterThan(3);
    assertThat(VECTORS.panels()).extracting(Panel::panels).contains(1, 2, 12, 1_000);
  }
}
