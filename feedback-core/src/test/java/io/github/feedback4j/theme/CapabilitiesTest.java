package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How much of what people write is read exactly right: theme, polarity and place. */
class CapabilitiesTest {

  private static final double LEAST_SHARE = 0.95;

  private static final ThemeTagger TAGGER = RulePacks.tagger(RulePacks.CAPABILITIES);

  @Test
  void nearlyAllRowsAreExactlyRight() throws IOException {
    Map<String, int[]> byCapability = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    List<Capabilities.Row> rows = Capabilities.rows();

    for (Capabilities.Row each : rows) {
      String found = found(each);
      int[] counts = byCapability.computeIfAbsent(each.capability(), key -> new int[2]);
      counts[1]++;
      if (found.equals(each.expected())) {
        counts[0]++;
      } else {
        missed.add("%s: %s%n    expected %s%n    found    %s"
            .formatted(each.capability(), each.text(), each.expected(), found));
      }
    }

    double share = 1 - (double) missed.size() / rows.size();
    String report = "%d of %d rows are exactly right (%.1f %%)%n%s%n%s"
        .formatted(
            rows.size() - missed.size(),
            rows.size(),
            100 * share,
            byCapability.entrySet().stream()
                .map(each -> "  %s %d of %d"
                    .formatted(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .collect(Collectors.joining("\n")),
            String.join("\n", missed));
    System.out.println(report);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(250);
    assertThat(share).as(report).isGreaterThanOrEqualTo(LEAST_SHARE);
  }

  private static String found(Capabilities.Row row) {
    return TAGGER.tag(row.text(), row.locale()).stream()
        .map(each -> each.theme()
            + sign(each.polarity())
            + ":"
            + row.text().substring(each.start(), each.end()))
        .collect(Collectors.joining("; "));
  }

  private static String sign(Polarity polarity) {
    return switch (polarity) {
      case POSITIVE -> "+";
      case NEGATIVE -> "-";
      case NEUTRAL -> "0";
    };
  }
}
