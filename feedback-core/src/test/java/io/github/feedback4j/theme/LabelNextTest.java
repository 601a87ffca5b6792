package io.github.feedback4j.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.theme.NextLabel.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.Assertions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class LabelNextTest {

  private static final ThemePack PACK = ThemePack.of(
      "desk",
      1,
      Theme.of("network").phrases("en", "vpn", "network"),
      Theme.of("speed").phrases("en", "time").positive("en", "quick").negative("en", "slow"),
      Theme.of("printing").phrases("en", "printer"));

  @Test
  void eachCommentHasItsReason() {
    List<LabelledComment> comments = new ArrayList<>(List.of(
        comment("the vpn works now", ThemeLabels.none().without("network")),
        comment("it fell on my foot", ThemeLabels.ticked("printing")),
        comment("quick answer, slow laptop", ThemeLabels.none()),
        comment("next time", ThemeLabels.none()),
        comment("the printer is fine", ThemeLabels.none()),
        comment("the badge opens no door", ThemeLabels.none()),
        comment("my badge is lost", ThemeLabels.none())));
    for (int i = 0; i < 40; i++) {
      comments.add(comment("this time " + i, ThemeLabels.complete()));
      comments.add(comment("vpn " + i, ThemeLabels.complete("network")));
      comments.add(comment("slow " + i, ThemeLabels.complete("speed")));
    }

    List<NextLabel> next = ThemeTuner.of(PACK).labelNext(comments, 50);

    assertThat(next)
        .extracting(each -> each.comment().text(), NextLabel::reason, NextLabel::themes)
        .containsExactlyInAnyOrder(
            tuple("the vpn works now", Reason.FOUND_BUT_ABSENT, "network"),
            tuple("it fell on my foot", Reason.TICKED_BUT_NOT_FOUND, "printing"),
            tuple("quick answer, slow laptop", Reason.PRAISE_AND_BLAME, "speed"),
            tuple("next time", Reason.WEAK_ITEM, "speed"),
            tuple("the printer is fine", Reason.RARE_THEME, "printing"),
            tuple("the badge opens no door", Reason.UNTAGGED),
            tuple("my badge is lost", Reason.UNTAGGED));
    assertThat(next)
        .extracting(NextLabel::reason)
        .startsWith(Reason.FOUND_BUT_ABSENT, Reason.RARE_THEME, Reason.UNTAGGED);
    Collections.reverse(comments);
    assertThat(ThemeTuner.of(PACK).labelNext(comments, 50)).isEqualTo(next);
  }

  private static Tuple tuple(String text, Reason reason, String... themes) {
    return Assertions.tuple(text, reason, List.of(themes));
  }

  @Test
  void whatIsLabelledOrEmptyOrThereAlreadyIsLeftOut() {
    List<NextLabel> next = ThemeTuner.of(PACK)
        .labelNext(
            List.of(
                comment("the badge", ThemeLabels.complete()),
                comment("n/a", ThemeLabels.none()),
                comment("My badge!", ThemeLabels.none()),
                comment("my BADGE", ThemeLabels.none())),
            10);

    assertThat(next).hasSize(1);
  }

  @Test
  void whatManySayComesFirstAndThenSomethingElse() {
    List<LabelledComment> comments = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      comments.add(comment("badge at gate " + i, ThemeLabels.none()));
    }
    for (int i = 0; i < 5; i++) {
      comments.add(comment("coffee too cold " + i, ThemeLabels.none()));
    }

    List<NextLabel> next = ThemeTuner.of(PACK).labelNext(comments, 4);

    assertThat(next.get(0).comment().text()).startsWith("badge");
    assertThat(next).anyMatch(each -> each.comment().text().startsWith("coffee"));
  }

  private static LabelledComment comment(String text, ThemeLabels labels) {
    return LabelledComment.of(text, Locale.ENGLISH).withLabels(labels);
  }
}
