package io.github.feedback4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.Retagging;
import io.github.feedback4j.survey.SurveyCatalog;
import io.github.feedback4j.theme.PackStore;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.PackStore.Claim;
import io.github.feedback4j.theme.Theme;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackWriter;
import io.github.feedback4j.theme.ThemePacks;
import io.github.feedback4j.theme.ThemeTagger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the {@link PackStore} of every response store must do; extend it and return a response store that is
 * empty at the start of each test.
 *
 * @since 0.1
 */
public abstract class PackStoreContract extends ResponseStoreFixture {

  private static final Instant AT = Instant.parse("2026-02-03T04:05:06.000000007Z");

  /** Creates the contract; JUnit does this for each test. */
  protected PackStoreContract() {}

  private PackStore packs() {
    return store().packs();
  }

  @Test
  void nothingIsActiveAtFirst() {
    assertThat(packs().newerThan(0)).isNull();
    assertThat(packs().find(1)).isNull();
    assertThat(packs().newest(10)).isEmpty();
    assertThat(packs().claim()).isNull();
  }

  @Test
  void keepsEveryPartOfAnActivation() {
    ThemePack pack = ThemePacks.itService();
    String text = "# kept as it is \ud83d\ude80\n" + ThemePackWriter.yaml(pack);
    Activation whole =
        new Activation(1, pack, text, "Zoé \ud83d\ude80", AT, "« meilleur »\nplus tard");

    assertThat(packs().activate(whole)).isTrue();

    assertThat(packs().newerThan(0)).isEqualTo(whole);
    assertThat(packs().newerThan(1)).isNull();
    assertThat(packs().find(1)).isEqualTo(whole);
    assertThat(packs().newest(1)).containsExactly(whole);
  }

  @Test
  void theGreatestNumberIsInForce() {
    for (int i = 1; i <= 3; i++) {
      assertThat(packs().activate(activation(i))).isTrue();
    }

    assertThat(packs().newerThan(0)).isEqualTo(activation(3));
    assertThat(packs().newerThan(2)).isEqualTo(activation(3));
    assertThat(packs().newerThan(3)).isNull();
    assertThat(packs().find(1)).isEqualTo(activation(1));
    assertThat(packs().newest(2)).containsExactly(activation(3), activation(2));
  }

  @Test
  void nobodyUndoesWhatTheyHaveNotSeen() {
    packs().activate(activation(1));

    assertThat(packs().activate(activation(1))).isFalse();
    assertThat(packs().activate(activation(3))).isFalse();
    assertThat(packs().newest(10)).containsExactly(activation(1));
  }

  @Test
  void ofManyAtOnceOneIsActivated() throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ThemePack pack = pack(i + 1);
      Activation each = new Activation(1, pack, ThemePackWriter.yaml(pack), "manager-" + i, AT, "");
      calls.add(() -> packs().activate(each));
    }

    assertThat(AtOnce.run(calls)).filteredOn(each -> each).hasSize(1);
    assertThat(packs().newest(10)).hasSize(1);
  }

  @Test
  void forgetsTheOldestThatNoTagNames() {
    for (int i = 1; i <= PackStore.MAX_KEPT; i++) {
      packs().activate(activation(i));
    }
    keepTaggedBy(pack(1));
    keepTaggedBy(pack(3));

    int last = PackStore.MAX_KEPT + 2;
    for (int i = PackStore.MAX_KEPT + 1; i <= last; i++) {
      assertThat(packs().activate(activation(i))).isTrue();
    }

    List<Integer> kept =
        packs().newest(PackStore.MAX_KEPT).stream().map(Activation::number).toList();
    assertThat(kept).hasSize(PackStore.MAX_KEPT).startsWith(last).endsWith(5, 3, 1);
    assertThat(packs().find(1)).isEqualTo(activation(1));
    assertThat(packs().find(2)).isNull();
  }

  @Test
  void refusesAnotherPackWhileTagsNameThemAll() {
    for (int i = 1; i <= PackStore.MAX_KEPT; i++) {
      packs().activate(activation(i));
      keepTaggedBy(pack(i));
    }
    int next = PackStore.MAX_KEPT + 1;

    assertThatIllegalStateException()
        .isThrownBy(() -> packs().activate(activation(next)))
        .withMessage(
            "there are 100 theme packs that the tags of kept responses name: tag these again, then activate");
    assertThat(packs().newest(PackStore.MAX_KEPT))
        .extracting(Activation::number)
        .isEqualTo(
            IntStream.rangeClosed(1, PackStore.MAX_KEPT).mapToObj(i -> next - i).toList());

    store().retag(retagging(pack(next)).outdated(ALL), 1_000, retagging(pack(next))::retag);
    assertThat(packs().activate(activation(next))).isTrue();
  }

  @Test
  void aListHasBounds() {
    for (int limit : new int[] {0, PackStore.MAX_KEPT + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> packs().newest(limit))
          .withMessage("limit must be between 1 and 100, but was " + limit);
    }
  }

  @Test
  void oneAtATimeTagsAgain() {
    Claim ours = new Claim("node 1", AT.plusSeconds(60));
    Claim theirs = new Claim("node 2", AT.plusSeconds(90));

    assertThat(packs().claim(ours, AT)).isTrue();

    assertThat(packs().claim(theirs, AT)).isFalse();
    assertThat(packs().claim(theirs, AT.plusSeconds(59))).isFalse();
    assertThat(packs().claim()).isEqualTo(ours);
    assertThat(packs().claim(theirs, AT.plusSeconds(60))).isTrue();
    assertThat(packs().claim()).isEqualTo(theirs);
  }

  @Test
  void aClaimIsProlongedAndGivenBack() {
    Claim longer = new Claim("node 1", AT.plusSeconds(120));
    packs().claim(new Claim("node 1", AT.plusSeconds(60)), AT);

    assertThat(packs().claim(longer, AT.plusSeconds(30))).isTrue();
    assertThat(packs().claim()).isEqualTo(longer);
    assertThat(packs().claim(new Claim("node 1", AT.plusSeconds(40)), AT.plusSeconds(40)))
        .isTrue();
    assertThat(packs().claim(new Claim("node 2", AT.plusSeconds(99)), AT.plusSeconds(40)))
        .isTrue();
  }

  @Test
  void ofManyAtOnceOneClaims() throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Claim each = new Claim("node-" + i, AT.plusSeconds(60));
      calls.add(() -> packs().claim(each, AT));
    }

    assertThat(AtOnce.run(calls)).filteredOn(each -> each).hasSize(1);
  }

  private void keepTaggedBy(ThemePack pack) {
    Response response = Response.to(invite("person-" + pack.version(), "Network"))
        .rate("satisfaction", 3)
        .comment("The VPN");
    AcceptedResponse accepted = accepted(response);
    store().append(retagging(pack).retag(accepted));
  }

  private Retagging retagging(ThemePack pack) {
    return new Retagging(
        SurveyCatalog.of(fake.feedback().surveys()), ThemeTagger.phrases(pack), true);
  }

  private static Activation activation(int number) {
    ThemePack pack = pack(number);
    return new Activation(
        number,
        pack,
        ThemePackWriter.yaml(pack),
        "manager-7",
        AT.plusSeconds(number),
        number % 2 == 0 ? "" : "note " + number);
  }

  private static ThemePack pack(int version) {
    return ThemePack.of("desk", version, Theme.of("network").phrases("en", "vpn"));
  }
}
