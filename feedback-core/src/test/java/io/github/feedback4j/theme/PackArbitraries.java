package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Packs of every shape that a pack may have. */
final class PackArbitraries {

  private static final String[] LANGUAGES = {"en", "fr", "no", "deu", Item.EVERY_LANGUAGE};

  /** An item before its theme and its language are known. */
  private record Line(String language, int kind, String text) {}

  private static final Arbitrary<ThemePack> PACKS = make();

  private PackArbitraries() {}

  static Arbitrary<ThemePack> packs() {
    return PACKS;
  }

  private static Arbitrary<ThemePack> make() {
    Arbitrary<List<Theme>> themes = themes().list().ofMinSize(1).ofMaxSize(4);
    return Combinators.combine(
            Arbitraries.of("it-service", "a", "2"),
            Arbitraries.integers().between(1, Integer.MAX_VALUE),
            entries().list().ofMinSize(1).ofMaxSize(4),
            themes)
        .as((name, version, entries, made) -> ThemePack.of(
            name,
            version,
            Map.of("drop", entries, "slow", List.of("slow", "@net-2"), "net-2", List.of("net")),
            numbered(made)));
  }

  private static Arbitrary<String> entries() {
    return Arbitraries.of("drop*", "kept dropping", "@slow", "lost | gone", "=X");
  }

  private static Arbitrary<Theme> themes() {
    Arbitrary<String> texts = RuleArbitraries.rulesWithoutSets().map(Rule::toText);
    Arbitrary<String> named = Arbitraries.of("@drop", "very @slow", "a NEAR/3 @net-2", " vpn ");
    Arbitrary<Line> lines = Combinators.combine(
            Arbitraries.of(LANGUAGES),
            Arbitraries.integers().between(0, 3),
            Arbitraries.oneOf(texts, named))
        .as(Line::new);
    Arbitrary<String> titles = Arbitraries.strings()
        .all()
        .ofMaxLength(8)
        .map(each -> "T"
            + each.codePoints()
                .filter(point -> !Wording.isForbidden(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append))
        .map(String::strip);
    return Combinators.combine(titles, lines.list().ofMaxSize(6)).as(PackArbitraries::theme);
  }

  private static Theme theme(String title, List<Line> lines) {
    Theme theme = Theme.of("x").title("en", title).title("fr", "null");
    for (Line each : lines) {
      try {
        theme = add(theme, each);
      } catch (IllegalArgumentException e) {
        // The theme has it already with the other polarity.
      }
    }
    return theme;
  }

  private static Theme add(Theme theme, Line line) {
    return switch (line.kind()) {
      case 0 -> theme.phrases(line.language(), line.text());
      case 1 -> theme.positive(line.language(), line.text());
      case 2 -> theme.negative(line.language(), line.text());
      default -> theme.hiding(line.language(), line.text());
    };
  }

  /** Returns the themes with ids of their own, each but the first below the first one. */
  private static List<Theme> numbered(List<Theme> themes) {
    List<Theme> numbered = new ArrayList<>();
    for (Theme each : themes) {
      Theme theme = Theme.of("t" + numbered.size());
      for (Map.Entry<String, String> title : each.titles().entrySet()) {
        theme = theme.title(title.getKey(), title.getValue());
      }
      for (Item item : each.items()) {
        int kind = item.hides() ? 3 : kind(item.polarity());
        theme = add(theme, new Line(item.language(), kind, item.text()));
      }
      numbered.add(numbered.isEmpty() ? theme : theme.parent("t0"));
    }
    return numbered;
  }

  private static int kind(Polarity polarity) {
    if (polarity == Polarity.NEUTRAL) {
      return 0;
    }
    return polarity == Polarity.POSITIVE ? 1 : 2;
  }
}
