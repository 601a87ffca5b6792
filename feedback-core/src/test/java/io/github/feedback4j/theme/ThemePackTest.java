package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThemePackTest {

  private static final Theme A =
      Theme.of("a").title("en", "A").phrases("en", "one").positive("fr", "un");
  private static final Theme B = Theme.of("b").negative("en", "two");

  @Test
  void keepsItsThemesInOrder() {
    ThemePack pack = ThemePack.of("test", 3, B, A);

    assertThat(pack.name()).isEqualTo("test");
    assertThat(pack.version()).isEqualTo(3);
    assertThat(pack.themes()).containsExactly(B, A);
    assertThat(pack.theme("a")).isEqualTo(A);
    assertThat(pack.theme("c")).isNull();
  }

  @Test
  void theHashIsThatOfTheDocumentedLines() {
    // printf 'theme\ta\ntitle\ten\tA\nphrase\ten\tNEUTRAL\tone\nphrase\tfr\tPOSITIVE\tun\n
    // theme\tb\nphrase\ten\tNEGATIVE\ttwo\n' | sha256sum
    assertThat(ThemePack.of("test", 1, A, B).contentHash())
        .isEqualTo("860efbcf52ce2dbbd2bd43ab709008163690789a35c681007fb202f9c382095d");
  }

  @Test
  void theHashDoesNotDependOnNameVersionAndOrder() {
    Theme turned = Theme.of("a").positive("fr", "un").phrases("en", "one").title("en", "A");

    assertThat(ThemePack.of("other", 2, B, turned).contentHash())
        .isEqualTo(ThemePack.of("test", 1, A, B).contentHash());
  }

  @Test
  void theHashDependsOnEachPartOfTheContent() {
    List<Theme> variants = List.of(
        A,
        Theme.of("a2").title("en", "A").phrases("en", "one").positive("fr", "un"),
        A.title("en", "Another"),
        A.phrases("en", "more"),
        Theme.of("a").title("en", "A").phrases("fr", "one").positive("fr", "un"),
        Theme.of("a").title("en", "A").positive("en", "one").positive("fr", "un"));

    assertThat(variants)
        .map(each -> ThemePack.of("test", 1, each).contentHash())
        .doesNotHaveDuplicates();
  }

  @Test
  void theIdHasNameVersionAndBeginningOfTheHash() {
    ThemePack pack = ThemePack.of("test", 1, A, B);

    assertThat(pack.id()).isEqualTo("test:1:" + pack.contentHash().substring(0, 8));
    assertThat(pack).hasToString(pack.id());
  }

  @Test
  void equalPacksHaveEqualParts() {
    assertThat(ThemePack.of("test", 1, A, B))
        .isEqualTo(ThemePack.of("test", 1, A, B))
        .hasSameHashCodeAs(ThemePack.of("test", 1, A, B))
        .isNotEqualTo(ThemePack.of("test", 2, A, B))
        .isNotEqualTo(ThemePack.of("test", 1, A));
  }

  @Test
  void namesEveryThemeThatStandsTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("test", 1, B, A, B, A))
        .withMessage("theme pack 'test': each theme must stand once; these stand twice: a, b");
  }

  @Test
  void refusesBoundsThatAreExceeded() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("IT service", 1, A))
        .withMessage("theme pack must match [a-z0-9-]{1,64}, but was 'IT service'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("test", 0, A))
        .withMessage("theme pack 'test': version must be at least 1, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("test", 1))
        .withMessage("theme pack 'test': must have 1 to 500 themes, but has 0");
    List<Theme> tooMany =
        IntStream.rangeClosed(0, 500).mapToObj(i -> Theme.of("t" + i)).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("test", 1, tooMany))
        .withMessage("theme pack 'test': must have 1 to 500 themes, but has 501");
  }

  @Test
  void takesTwentyThousandPhrasesAndNoMore() {
    Theme large = Theme.of("a").phrases("en", numbered(20_000));

    assertThat(ThemeTagger.phrases(ThemePack.of("test", 1, large)).tag("phrase 17", null))
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("test", 1, large, B))
        .withMessage("theme pack 'test': must have at most 20000 phrases, but has 20001");
  }

  private static String[] numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "phrase " + i).toArray(String[]::new);
  }
}
