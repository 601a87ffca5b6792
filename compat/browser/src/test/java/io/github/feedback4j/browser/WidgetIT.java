package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.LoadState;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Answer;
import io.github.feedback4j.response.ResponseFilter;
import io.github.feedback4j.response.ResponseStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The widget in a real browser, against the real starter and its embedded database. */
class WidgetIT extends OnAPage {

  @Test
  void anAnswerInFrenchIsInTheDatabaseAndTheQuestionIsGone() {
    visit("&lang=fr");
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("4 Satisfait"))
        .check();
    page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Quelle est"))
        .fill("Très rapide, merci");
    button("Envoyer").click();

    assertThat(page.getByText("Merci\u00a0!")).isVisible();
    var kept = application
        .getBean(ResponseStore.class)
        .newest(ResponseFilter.of("ticket-csat"), 1)
        .get(0);
    assertThat(kept.answer("satisfaction")).isEqualTo(new Answer.Rating("satisfaction", 4));
    assertThat(kept.isComplete()).isTrue();
    assertThat(kept.mentions().get("comment")).extracting(each -> each.theme()).contains("speed");

    visit("&lang=fr");
    nothingIsAsked();
    assertThat(failed)
        .as("answers whose request was left open")
        .noneMatch(url -> url.contains("/responses/"));
  }

  @Test
  void aReloadShowsTheSameQuestionAndMakesNoSecondInvitation() {
    visit("");
    assertThat(question()).isVisible();
    visit("");

    assertThat(question()).isVisible();
    assertThat(feedback().explain(touchpoint()).asks()).isEqualTo("ticket-csat");
    assertThat(
            application.getBean(ResponseStore.class).newest(ResponseFilter.of("ticket-csat"), 1000))
        .noneMatch(each -> String.valueOf(each.invitation().subject()).contains(ticket));
  }

  @Test
  void notNowPutsItOffAndSaysUntilWhen() {
    visit("");
    recorded("dismissal", () -> button("Not now").click());
    visit("");
    nothingIsAsked();

    assertThat(feedback().explain(touchpoint()).skip()).asString().contains("SNOOZED");
  }

  @Test
  void closeEndsTheSubject() {
    visit("");
    recorded("dismissal", () -> button("Close").click());
    visit("");
    nothingIsAsked();

    assertThat(feedback().explain(touchpoint()).skip()).asString().contains("ALREADY_ASKED");
  }

  @Test
  void dontAskAgainOptsOut() {
    visit("");
    recorded("dismissal", () -> button("Don’t ask again").click());

    assertThat(feedback().explain(Touchpoint.of("project.finished", "anna")).skip())
        .asString()
        .contains("OPTED_OUT");
  }

  @Test
  void sendWithoutARatingKeepsTheTextAndLeadsToTheRating() {
    visit("");
    comment().fill("Half an answer");
    button("Send").click();

    assertThat(page.getByText("Please answer this question.")).isVisible();
    assertThat(comment()).hasValue("Half an answer");
    assertThat(page.getByRole(AriaRole.RADIO).first()).isFocused();
  }

  @Test
  void anAnswerThatCouldNotLeaveArrivesOnceFromTheNextPage() {
    visit("");
    assertThat(question()).isVisible();
    PageApplication.OUTAGE.set(true);
    page.getByRole(AriaRole.RADIO).nth(4).check();
    button("Send").click();
    assertThat(page.getByText("Not sent yet.")).isVisible();
    PageApplication.OUTAGE.set(false);

    page.waitForResponse("**/responses/**", () -> visit(""));

    assertThat(
            application.getBean(ResponseStore.class).newest(ResponseFilter.of("ticket-csat"), 1000))
        .filteredOn(each -> String.valueOf(each.invitation().subject()).contains(ticket))
        .singleElement()
        .satisfies(each -> assertThat(each.answer("satisfaction"))
            .isEqualTo(new Answer.Rating("satisfaction", 5)));
  }

  @Test
  void theKeyboardIsEnough() {
    visit("");
    assertThat(question()).isVisible();
    page.getByRole(AriaRole.RADIO).first().focus();
    page.keyboard().press("Space");
    page.keyboard().press("ArrowRight");
    page.keyboard().press("ArrowRight");
    assertThat(page.getByRole(AriaRole.RADIO).nth(2)).isChecked();
    page.keyboard().press("Tab");
    page.keyboard().type("Typed");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");

    assertThat(page.getByText("Thank you!")).isVisible();
  }

  @Test
  void appearingMovesNoFocus() {
    visit("&placement=popover");
    page.locator("input[name=search]").focus();

    assertThat(question()).isVisible();

    assertThat(page.locator("input[name=search]")).isFocused();
  }

  static List<Arguments> looks() {
    List<Arguments> looks = new ArrayList<>();
    for (String placement : List.of("inline", "popover")) {
      for (String event : List.of("ticket.closed", "project.finished")) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          looks.add(look(placement, event, scheme, "fr", 320));
          looks.add(look(placement, event, scheme, "en", 1000));
        }
      }
    }
    return looks;
  }

  private static Arguments look(
      String placement, String event, ColorScheme scheme, String lang, int width) {
    String name = "%s-%s-%s-%s-%d".formatted(placement, event, scheme, lang, width);
    return argumentSet(name, name.toLowerCase(Locale.ROOT), placement, event, scheme, lang, width);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void breaksNoRuleOfAccessibilityAndNoPolicy(
      String name, String placement, String event, ColorScheme scheme, String lang, int width) {
    context.close();
    open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    visit("&lang=%s&placement=%s&event=%s".formatted(lang, placement, event));
    looksRight(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"inline", "popover"})
  void looksRightInForcedColours(String placement) {
    context.close();
    open(new Browser.NewContextOptions()
        .setViewportSize(320, 900)
        .setForcedColors(ForcedColors.ACTIVE));
    visit("&placement=" + placement);
    looksRight(placement + "-forced-colours");
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1000})
  void looksRightFromRightToLeft(int width) {
    context.close();
    open(new Browser.NewContextOptions().setViewportSize(width, 900));
    visit("&lang=ar&event=visit.ended&placement=popover");
    looksRight("popover-visit.ended-ar-" + width);

    assertThat(page.locator(".panel").evaluate("panel => getComputedStyle(panel).direction"))
        .isEqualTo("rtl");
    // The first point is at the start of the line, which is on the right; where it is narrow, each
    // point has a line of its own.
    assertThat(page.getByRole(AriaRole.RADIO).first().boundingBox().x)
        .isGreaterThanOrEqualTo(page.getByRole(AriaRole.RADIO).nth(1).boundingBox().x);
  }

  private void looksRight(String name) {
    page.getByRole(AriaRole.RADIO).nth(1).check();
    photograph(name);

    breaksNoRule();
  }

  private void nothingIsAsked() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(question()).hasCount(0);
  }

  /** Does something, and waits until the server has recorded it. */
  private void recorded(String path, Runnable act) {
    page.waitForResponse("**/" + path, act);
  }

  private Locator question() {
    return page.getByRole(AriaRole.GROUP).first();
  }

  private Locator comment() {
    return page.getByRole(
        AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("What is the main reason"));
  }

  private Touchpoint touchpoint() {
    return Touchpoint.of("ticket.closed", "anna").subject(ticket);
  }
}
