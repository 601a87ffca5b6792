package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  void theHashCoversParentsHiddenWordsEveryLanguageAndSets() {
    // printf 'theme\ta\nparent\tb\ntitle\ten\tA\nphrase\t*\tNEGATIVE\tdrop*\n
    // phrase\ten\tNEUTRAL\t@s\nhide\ten\tx y\ntheme\tb\nentry\ts\tp\nentry\ts\to\n' | sha256sum
    Theme a = Theme.of("a")
        .title("en", "A")
        .parent("b")
        .hiding("en", "x y")
        .phrases("en", "@s")
        .negative("*", "drop*");

    assertThat(ThemePack.of("test", 1, Map.of("s", List.of("p", "o")), List.of(Theme.of("b"), a))
            .contentHash())
        .isEqualTo("4895bf9445f2e866f8ceee59e47df9ee2f85c1cba7f9ef1c5bf7716f49ba1c92");
  }

  @Test
  void itemsHaveOneLanguageEachAndTheEntriesOfTheirSets() {
    ThemePack pack = ThemePack.of(
        "test",
        1,
        Map.of("slow", List.of("slow", "(too | very) long", "@worse"), "worse", List.of("lent")),
        List.of(
            Theme.of("b").title("fr", "B").negative("*", "vpn NEAR/3 @slow"),
            Theme.of("a")
                .phrases("en", "lost", "very @worse")
                .phrases("fr", "perdu")
                .negative("*", "lost")
                .hiding("*", "lost and found")));

    assertThat(pack.items())
        .extracting(each -> each.theme() + " " + each.language() + " " + each.polarity() + " "
            + each.hides() + " " + each.rule().toText())
        .containsExactly(
            "b fr NEGATIVE false vpn NEAR/3 (slow | (too | very) long | lent)",
            "a en NEGATIVE false lost",
            "a en NEUTRAL false very lent",
            "a en NEUTRAL true lost and found",
            "a fr NEGATIVE false lost",
            "a fr NEUTRAL false perdu",
            "a fr NEUTRAL true lost and found");
  }

  @Test
  void phrasesOfASetAreWrittenOutInAPhrase() {
    ThemePack pack = ThemePack.of(
        "test",
        1,
        Map.of("bad", List.of("slow", "not working", "down")),
        List.of(Theme.of("a").phrases("en", "vpn @bad")));

    assertThat(pack.items())
        .extracting(each -> each.text() + ": " + each.rule().toText())
        .containsExactly("vpn @bad: vpn (slow | down) | vpn not working");
  }

  @Test
  void ancestorsAreNearestFirst() {
    ThemePack pack = ThemePack.of(
        "test",
        1,
        Theme.of("vpn").parent("network"),
        Theme.of("network").parent("it"),
        Theme.of("it"));

    assertThat(pack.ancestors("vpn")).containsExactly("network", "it");
    assertThat(pack.ancestors("it")).isEmpty();
    assertThat(pack.ancestors("unknown")).isEmpty();
  }

  @Test
  void namesEveryThemeAndSetThatDoesNotFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of(
            "test",
            1,
            Map.of("a", List.of("x")),
            List.of(
                Theme.of("network").parent("netwrk").phrases("en", "@b"),
                Theme.of("it").parent("it").negative("*", "x"))))
        .withMessage("theme pack 'test': theme 'network': unknown parent 'netwrk'; use one of it;"
            + " theme 'it': it is its own parent: it > it; theme 'network': rule '@b': unknown set"
            + " '@b'; did you mean 'a'?; theme 'it': items for every language need to know which;"
            + " add items of one, such as 'en:', or titles");
  }

  @Test
  void refusesSetsOfAnotherForm() {
    refuses(Map.of("A", List.of("x")), "set must match [a-z0-9-]{1,64}, but was 'A'");
    refuses(Map.of("a", List.of()), "set 'a': must have 1 to 1000 entries, but has 0");
    refuses(
        Map.of("a", Collections.nCopies(1_001, "x")),
        "set 'a': must have 1 to 1000 entries, but has 1001");
    refuses(
        Map.of("a", List.of("x", "y & z")),
        "set 'a': rule 'y & z', column 1: an entry of a set is a word, a phrase or alternatives of"
            + " them; move the rest into the items that name the set");
    refuses(
        Map.of("a", List.of("x |")),
        "set 'a': rule 'x |', column 3: nothing stands behind '|'; put a word there, or leave the"
            + " '|' out");
    refuses(
        Map.of("a", List.of("@b"), "b", List.of("x @a")),
        "set 'a': it contains itself: @a > @b > @a; set 'b': it contains itself: @b > @a > @b");
    Map<String, List<String>> many = new HashMap<>();
    IntStream.range(0, 101).forEach(i -> many.put("s" + i, List.of("x")));
    refuses(many, "must have at most 100 sets, but has 101");
  }

  private static void refuses(Map<String, List<String>> sets, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of("test", 1, sets, List.of(A)))
        .withMessage("theme pack 'test': " + message);
  }

  @Test
  void refusesMoreWordsThanCanBeCompiled() {
    List<String> thousand = IntStream.range(0, 1_000).mapToObj(i -> "word" + i).toList();
    String[] items =
        IntStream.range(0, 1_001).mapToObj(i -> "item" + i + " @s").toArray(String[]::new);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThemePack.of(
            "test", 1, Map.of("s", thousand), List.of(Theme.of("a").phrases("en", items))))
        .withMessageStartingWith("theme pack 'test': theme 'a': rule 'item")
        .withMessageEndingWith(
            "up to here the items have more than 1000000 words with the entries of their sets");
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
