package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rarer questions, and those that come and go: the surveys everything.yaml and branches.yaml. */
class QuestionsIT extends OnAPage {

  @Test
  void everyTypeOfQuestionIsAnsweredAndStored() {
    visit("&event=device.renewed");
    radio("4 Satisfied").first().check();
    group("How satisfied did you expect").getByRole(AriaRole.RADIO).nth(2).check();
    box("It was quick").check();
    box("Laptop").check();
    box("Something else").check();
    group("What do you work with").getByRole(AriaRole.TEXTBOX).fill("A drone");
    radio("Another place").check();
    group("Where do you work").getByRole(AriaRole.TEXTBOX).fill("On trains");
    radio("Speed of the device 5 Very satisfied").check();
    radio("Transfer of your files 2 Dissatisfied").check();
    page.getByLabel("Battery").selectOption("1");
    page.getByLabel("Weight").selectOption("2");
    page.getByLabel("How much working time").fill("90");
    box("You may call me back").check();
    radio("No").check();
    page.getByLabel("One word").fill("Quiet");
    page.getByLabel("Anything else?").fill("All in all a good day");
    send();

    assertThat(kept("everything").answers())
        .containsExactlyInAnyOrder(
            new Answer.Rating("satisfaction", 4),
            new Answer.Rating("expected", 3),
            new Answer.Choices("reasons", List.of("quick")),
            new Answer.Choices("devices", List.of("laptop", "other"), "A drone"),
            new Answer.Choice("place", "other", "On trains"),
            new Answer.Matrix("aspects", Map.of("speed", 5, "transfer", 2)),
            new Answer.Ranking("order", List.of("battery", "weight")),
            new Answer.LostTime("lost", 90),
            new Answer.Consent("callback", true),
            new Answer.Consent("quote", false),
            new Answer.Text("name", "Quiet"),
            new Answer.Text("comment", "All in all a good day"));
  }

  @Test
  void aScoreBandLeadsPastTheQuestionsBetween() {
    visit("&event=change.finished");
    rate(5);

    assertThat(group("Could you work")).isHidden();
    assertThat(group("What was behind it?")).isHidden();
    assertThat(page.getByLabel("What should we do again")).isVisible();
    send();
    assertThat(kept("branches").answers()).containsExactly(new Answer.Rating("outcome", 5));
  }

  @Test
  void aChoiceLeadsToTheEnd() {
    visit("&event=change.finished");
    rate(1);
    assertThat(page.getByLabel("What should we do again")).isVisible();
    radio("As always").check();

    assertThat(page.getByLabel("What should we do again")).isHidden();
    send();
    assertThat(kept("branches").answers())
        .containsExactly(new Answer.Rating("outcome", 1), new Answer.Choice("stopped", "yes"));
  }

  @Test
  void whatTheApplicationKnowsDecidesWithoutTheBrowserKnowingIt() {
    visit("&event=change.finished");
    rate(2);
    assertThat(page.getByText("Only for somebody else.")).isHidden();
    radio("In part").check();

    assertThat(lost()).isVisible();
  }

  @Test
  void factorsChangeWithTheBandOfTheRating() {
    visit("&event=change.finished");
    assertThat(group("What was behind it?")).isHidden();
    rate(1);
    assertThat(box("There was an outage")).isVisible();
    box("There was an outage").check();
    rate(3);
    assertThat(box("There was an outage")).isHidden();
    box("I heard of it late").check();
    rate(5);
    assertThat(group("What was behind it?")).isHidden();
    rate(2);

    assertThat(box("There was an outage")).isChecked();
    radio("As always").check();
    send();
    assertThat(kept("branches").answer("reasons"))
        .isEqualTo(new Answer.Choices("reasons", List.of("outage")));
  }

  @Test
  void anAnswerWhoseQuestionWentAwayStaysInTheFormAndIsNotSent() {
    visit("&event=change.finished");
    rate(3);
    radio("Not at all").check();
    lost().fill("45");
    radio("7 Very easy").check();
    radio("In part").check();
    assertThat(lost()).hasValue("45");
    radio("As always").check();
    assertThat(lost()).isHidden();
    send();

    assertThat(kept("branches").answers())
        .containsExactly(new Answer.Rating("outcome", 3), new Answer.Choice("stopped", "yes"));
  }

  @Test
  void ratingsOnTheirOwnAreKeptBeforeSendWithoutThoseThatNeedMore() {
    visit("&event=change.finished");
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    page.onResponse(response -> {
      if (isAnswer(response)) {
        statuses.add(response.status());
      }
    });
    page.waitForResponse(QuestionsIT::isAnswer, () -> rate(3));
    radio("Not at all").check();
    lost().fill("45");
    page.waitForResponse(QuestionsIT::isAnswer, () -> radio("7 Very easy").check());

    AcceptedResponse partial = kept("branches");
    assertThat(partial.isComplete()).isFalse();
    // How easy it was is asked because of the minutes, and those leave with Send only.
    assertThat(partial.answers()).containsExactly(new Answer.Rating("outcome", 3));
    send();
    assertThat(kept("branches").answers()).hasSize(4);
    assertThat(statuses).isNotEmpty().allMatch(each -> each < 300);
  }

  @Test
  void aCommentIsRequiredAfterALowRatingOnly() {
    visit("&event=change.finished");
    Locator comment = page.getByLabel("What should we do again");
    rate(2);
    assertThat(comment).hasAttribute("aria-required", "true");
    button("Send").click();
    assertThat(comment).isFocused();
    assertThat(comment).hasAccessibleDescription("Please answer this question.");
    rate(3);
    assertThat(comment).hasAttribute("aria-required", "false");
    send();

    assertThat(kept("branches").isComplete()).isTrue();
  }

  @Test
  void whatComesUpIsAnnouncedAndTakesNoFocus() {
    visit("&event=change.finished");
    Locator rating = group("How did the change go?").getByRole(AriaRole.RADIO).nth(1);
    rating.focus();
    page.keyboard().press("Space");

    assertThat(page.getByText("New question: What was behind it?")).hasCount(1);
    assertThat(rating).isFocused();
    assertThat(page.getByText("New question: What was behind it?").locator("xpath=self::*"))
        .hasRole(AriaRole.STATUS);
  }

  @Test
  void lostTimeHasQuickChoicesAndSaysItsBounds() {
    visit("&event=device.renewed");
    Locator minutes =
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("lose? minutes"));
    button("15 minutes").click();
    assertThat(minutes).hasValue("15");
    assertThat(button("15 minutes")).hasAttribute("aria-pressed", "true");
    minutes.fill("9000");
    assertThat(button("15 minutes")).hasAttribute("aria-pressed", "false");
    fillRequired();
    button("Send").click();

    assertThat(page.getByText("Please enter whole minutes, from 0 to 2,400.")).isVisible();
    assertThat(minutes).isFocused();
    minutes.fill("about ten");
    button("Send").click();
    assertThat(page.getByText("Please enter whole minutes, from 0 to 2,400.")).isVisible();
    minutes.fill(" 60 ");
    send();
    assertThat(kept("everything").answer("lost")).isEqualTo(new Answer.LostTime("lost", 60));
  }

  @Test
  void aRankingGivesEachNumberOnceAndNeedsAllOfThem() {
    visit("&event=device.renewed");
    fillRequired();
    page.getByLabel("Weight").selectOption("1");
    page.getByLabel("Screen").selectOption("1");
    assertThat(page.getByLabel("Weight")).hasValue("0");
    button("Send").click();
    assertThat(page.getByText("Please give each number from 1 to 2.")).isVisible();
    assertThat(page.getByLabel("Weight")).isFocused();
    page.getByLabel("Battery").selectOption("2");
    page.getByLabel("Battery").selectOption("1");
    assertThat(page.getByLabel("Screen")).hasValue("2");
    send();

    assertThat(kept("everything").answer("order"))
        .isEqualTo(new Answer.Ranking("order", List.of("battery", "screen")));
  }

  @Test
  void moreChoicesThanAllowedAreSaidAtOnce() {
    visit("&event=device.renewed");
    box("Laptop").check();
    box("Phone").check();
    box("Tablet").check();
    assertThat(group("What do you work with").getByText("Please choose at most 2."))
        .isVisible();
    box("Phone").uncheck();

    assertThat(group("What do you work with").getByText("Please choose at most 2."))
        .isHidden();
  }

  @Test
  void wordsBesideTheOpenOptionAreSentWhileItIsChosen() {
    visit("&event=device.renewed");
    fillRequired();
    Locator words = group("Where do you work").getByRole(AriaRole.TEXTBOX);
    assertThat(words).isHidden();
    radio("Another place").check();
    words.fill("On trains");
    radio("Home").check();
    assertThat(words).isHidden();
    send();

    assertThat(kept("everything").answer("place")).isEqualTo(new Answer.Choice("place", "home"));
  }

  @Test
  void aRequiredMatrixLeadsToTheRowThatIsLeftOut() {
    visit("&event=device.renewed");
    radio("4 Satisfied").first().check();
    radio("Speed of the device 5 Very satisfied").check();
    button("Send").click();

    assertThat(page.getByText("Please answer every row.")).isVisible();
    assertThat(radio("Transfer of your files 1 Very dissatisfied")).isFocused();
  }

  @Test
  void aMatrixIsATableWhereThereIsRoomAndKeepsItsAnswersWhereThereIsNot() {
    visit("&event=device.renewed");
    radio("Transfer of your files 2 Dissatisfied").check();
    radio("Transfer of your files 2 Dissatisfied").focus();
    assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    page.setViewportSize(360, 800);
    assertThat(page.getByRole(AriaRole.TABLE)).hasCount(0);

    Locator row = group("Transfer of your files");
    assertThat(row.getByRole(AriaRole.RADIO).nth(1)).isChecked();
    assertThat(row.getByRole(AriaRole.RADIO).nth(1)).isFocused();
    row.getByRole(AriaRole.RADIO).nth(4).check();
    page.setViewportSize(1000, 800);
    assertThat(radio("Transfer of your files 5 Very satisfied")).isChecked();
  }

  @Test
  void consentIsNeverGivenBeforehandAndMayBeRefused() {
    visit("&event=device.renewed");
    assertThat(box("You may call me back")).not().isChecked();
    assertThat(radio("Yes")).not().isChecked();
    assertThat(radio("No")).not().isChecked();
    radio("4 Satisfied").first().check();
    radio("Speed of the device 5 Very satisfied").check();
    radio("Transfer of your files 5 Very satisfied").check();
    button("Send").click();
    assertThat(radio("Yes")).isFocused();
    radio("No").check();
    send();

    AcceptedResponse kept = kept("everything");
    assertThat(kept.answer("quote")).isEqualTo(new Answer.Consent("quote", false));
    assertThat(kept.answer("callback")).isNull();
  }

  @Test
  void linksOpenTheirOwnTabAndTellTheOtherPageNothing() {
    visit("&event=device.renewed");
    Locator link =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Where to bring them"));

    assertThat(link).hasAttribute("href", "https://intranet.example/devices");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    assertThat(link).hasAccessibleName("Where to bring them (new tab)");
    assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Call us")))
        .not()
        .hasAttribute("target", "_blank");
  }

  @Test
  void tooFewCharactersAreSaidBesideTheField() {
    visit("&event=device.renewed");
    fillRequired();
    page.getByLabel("One word").fill("Ha");
    button("Send").click();

    assertThat(page.getByText("Please write at least 3 characters.")).isVisible();
    assertThat(page.getByLabel("One word")).isFocused();
  }

  @Test
  void theKeyboardIsEnough() {
    visit("&event=device.renewed");
    assertThat(group("How satisfied are you with the renewal")).isVisible();
    group("How satisfied are you with the renewal")
        .getByRole(AriaRole.RADIO)
        .first()
        .focus();
    press("Space", "ArrowRight", "ArrowRight", "ArrowRight", "Tab"); // satisfied
    press("Space", "Tab"); // expected: very dissatisfied
    press("Tab", "Space", "Tab"); // reasons: the second
    press("Space", "Tab", "Tab", "Tab", "Tab"); // devices: laptop
    press("ArrowUp", "Tab"); // place: another
    page.keyboard().type("On trains");
    press("Tab", "Space", "ArrowRight", "Tab", "Space", "Tab"); // aspects: 2 and 1
    press("1", "Tab", "2", "Tab", "Tab"); // order
    page.keyboard().type("20");
    press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab"); // past the quick choices
    press("Space", "Tab"); // callback
    press("Space", "Tab"); // quote: yes
    press("Tab", "Tab"); // past the links
    page.keyboard().type("Quiet");
    press("Tab");
    page.keyboard().type("Typed");
    press("Tab", "Enter");

    assertThat(page.getByText("Thank you!")).isVisible();
    assertThat(kept("everything").answers())
        .hasSize(12)
        .contains(
            new Answer.Rating("satisfaction", 4),
            new Answer.Rating("expected", 1),
            new Answer.Choices("devices", List.of("laptop")),
            new Answer.Choice("place", "other", "On trains"),
            new Answer.Matrix("aspects", Map.of("speed", 2, "transfer", 1)),
            new Answer.Ranking("order", List.of("weight", "screen")),
            new Answer.LostTime("lost", 20),
            new Answer.Consent("callback", true),
            new Answer.Consent("quote", true),
            new Answer.Text("name", "Quiet"),
            new Answer.Text("comment", "Typed"));
  }

  @Test
  void aPromptOfRatingsAndWordsLoadsNoMoreThanItNeeds() {
    visit("");
    assertThat(page.getByRole(AriaRole.GROUP).first()).isVisible();

    assertThat(requests)
        .anyMatch(url -> url.endsWith("/outbox.js"))
        .noneMatch(url -> url.endsWith("/questions.js") || url.endsWith("/flow.js"));
  }

  static List<Arguments> looks() {
    List<Arguments> looks = new ArrayList<>();
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (String lang : List.of("en", "fr")) {
        for (int width : List.of(320, 1000)) {
          for (String placement : List.of("inline", "popover")) {
            String name = "everything-%s-%s-%s-%d"
                .formatted(placement, scheme, lang, width)
                .toLowerCase(Locale.ROOT);
            looks.add(argumentSet(name, name, placement, scheme, lang, width));
          }
        }
      }
    }
    return looks;
  }

  @ParameterizedTest
  @MethodSource("looks")
  void breaksNoRuleOfAccessibilityAndNoPolicy(
      String name, String placement, ColorScheme scheme, String lang, int width) {
    context.close();
    open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    visit("&event=device.renewed&lang=%s&placement=%s".formatted(lang, placement));
    page.getByRole(AriaRole.RADIO).nth(1).check();
    box("fr".equals(lang) ? "Autre chose" : "Something else").check();
    button("fr".equals(lang) ? "Envoyer" : "Send").click();
    photograph(name);

    breaksNoRule();
  }

  @Test
  void looksRightInForcedColours() {
    context.close();
    open(new Browser.NewContextOptions()
        .setViewportSize(700, 900)
        .setForcedColors(ForcedColors.ACTIVE));
    visit("&event=device.renewed");
    page.getByRole(AriaRole.RADIO).nth(1).check();
    button("15 minutes").click();
    photograph("everything-forced-colours");

    breaksNoRule();
  }

  private void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  private void rate(int point) {
    group("How did the change go?").getByRole(AriaRole.RADIO).nth(point - 1).check();
  }

  private void fillRequired() {
    radio("4 Satisfied").first().check();
    radio("Speed of the device 5 Very satisfied").check();
    radio("Transfer of your files 5 Very satisfied").check();
    radio("Yes").check();
  }

  private void send() {
    button("Send").click();
    assertThat(page.getByText("Thank you!")).isVisible();
  }

  private Locator lost() {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("How much working time"));
  }

  private Locator group(String name) {
    return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(name));
  }

  private Locator radio(String name) {
    return page.getByRole(
        AriaRole.RADIO, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator box(String name) {
    return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name));
  }

  private static boolean isAnswer(Response response) {
    return response.url().contains("/responses/");
  }

  /** Returns what is in the database about this visit's ticket. */
  private AcceptedResponse kept(String survey) {
    List<AcceptedResponse> kept =
        application.getBean(ResponseStore.class).newest(ResponseFilter.of(survey), 1000).stream()
            .filter(each -> String.valueOf(each.invitation().subject()).contains(ticket))
            .toList();
    assertThat(kept).hasSize(1);
    return kept.get(0);
  }
}
