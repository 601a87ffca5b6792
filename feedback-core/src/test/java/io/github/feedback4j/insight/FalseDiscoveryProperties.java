package io.github.feedback4j.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class FalseDiscoveryProperties {

  @Property
  void keepsTheOrderAndNeverGoesBelow(
      @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1) Double> values) {
    double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();

    double[] adjusted = FalseDiscovery.adjusted(p);

    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], 1.0);
      for (int j = 0; j < p.length; j++) {
        assertThat(p[i] <= p[j] && adjusted[i] > adjusted[j]).isFalse();
      }
    }
  }
}
