package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The preferences in a real browser, under the strictest policy, over the embedded database. */
class PreferencesIT {

  @TempDir
  private static Path folder;

  private static ConfigurableApplicationContext application;
  private static Chromium chromium;
  private static String base;

  private BrowserContext context;
  private Page page;
  private List<String> requests;

  /** A page of the application with nothing but the element. */
  @RestController
  static class PreferencesPage {

    @GetMapping(value = "/preferences", produces = MediaType.TEXT_HTML_VALUE)
    String preferences(@RequestParam(defaultValue = "en") String lang) {
      return """
          <!doctype html>
          <html lang="%1$s">
          <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
          <meta name="color-scheme" content="light dark"><title>Preferences</title>
          <script type="module" src="/feedback4j/assets/preferences.js"></script></head>
          <body><main><h1>Preferences</h1><feedback-preferences></feedback-preferences></main></body></html>
          """.formatted(lang);
    }
  }

  @BeforeAll
  static void start() {
    application = new SpringApplicationBuilder(PageApplication.class, PreferencesPage.class)
        .run(
            "--server.port=0",
            "--feedback4j.jdbc.file=" + folder.resolve("answers"),
            "--feedback4j.policy.any.invited=30d");
    base =
        "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    application.close();
  }

  @BeforeEach
  void open() {
    open(new Browser.NewContextOptions().setViewportSize(1000, 800));
  }

  private void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.open(options.setHttpCredentials("anna", "secret"));
    page = context.newPage();
    requests = new CopyOnWriteArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
  }

  @AfterEach
  void close() {
    PageApplication.OUTAGE.set(false);
    feedback().erase("anna");
    context.close();
  }

  @Test
  void saysThatNothingIsKeptOfSomebodyWhoWasNeverAsked() {
    visit("en");

    assertThat(heading("You are asked for feedback now and then")).isVisible();
    assertThat(page.getByText("Nothing.")).isVisible();
    assertThat(button("Erase everything")).hasCount(0);
  }

  @Test
  void stopsAskingAndAsksAgain() {
    visit("en");

    button("Stop asking me").click();
    assertThat(status()).hasText("Saved. You are not asked any more.");
    assertThat(heading("You are not asked for feedback")).isVisible();
    assertThat(feedback().ask(ticket("INC-1"))).isInstanceOf(Decision.Skip.class);

    page.reload();
    button("You may ask me again").click();
    assertThat(status()).hasText("Saved. You may be asked again.");
    assertThat(heading("You are asked for feedback now and then")).isVisible();
    assertThat(feedback().ask(ticket("INC-1"))).isInstanceOf(Decision.Ask.class);
  }

  @Test
  void erasesOnlyAfterASecondDeliberatePressAndSaysThatTheOptOutGoesAlong() {
    answered();
    feedback().optOut("anna");
    visit("en");

    button("Erase everything").click();
    assertThat(page.getByRole(AriaRole.GROUP)).containsText("This cannot be undone.");
    assertThat(page.getByRole(AriaRole.GROUP))
        .containsText("Your choice not to be asked goes with it");
    button("Keep it").click();
    assertThat(button("Erase everything")).isFocused();
    assertThat(feedback().traces("anna").responses()).hasValue(1);

    button("Erase everything").click();
    button("Erase for good").click();
    assertThat(status()).containsText("your choice not to be asked with it");
    assertThat(heading("You are asked for feedback now and then")).isVisible();
    assertThat(feedback().traces("anna").isEmpty()).isTrue();
  }

  @Test
  void saysHowMuchIsKeptAndUntilWhenASurveyRests() {
    answered();
    visit("fr");

    assertThat(page.locator(".fact").first()).hasText("Réponses1");
    assertThat(page.getByText("Pas de nouvelle question avant le")).isVisible();
    button("Tout effacer").click();
    assertThat(page.getByRole(AriaRole.GROUP)).containsText("sauf si vous choisissez");
  }

  @Test
  void theKeyboardIsEnoughAndFocusIsNeverLost() {
    answered();
    visit("en");
    assertThat(button("Stop asking me")).isVisible();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(button("You may ask me again")).isFocused();

    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.getByText("This cannot be undone.")).isVisible();
    page.keyboard().press("Escape");
    assertThat(button("Erase everything")).isFocused();

    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    assertThat(button("Keep it")).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(status()).containsText("Erased");
    assertThat(button("Stop asking me")).isFocused();
  }

  @Test
  void whatCouldNotBeSavedIsSaidAndCanBeTriedAgain() {
    visit("en");
    assertThat(button("Stop asking me")).isVisible();
    PageApplication.OUTAGE.set(true);
    button("Stop asking me").click();
    assertThat(status()).hasText("That did not work; nothing was changed. Please try again.");
    assertThat(heading("You are asked for feedback now and then")).isVisible();
    assertThat(feedback().traces("anna").optedOutAt()).isNull();

    PageApplication.OUTAGE.set(false);
    button("Stop asking me").click();
    assertThat(status()).hasText("Saved. You are not asked any more.");
  }

  @Test
  void whatCannotBeShownIsSaidAndCanBeTriedAgain() {
    page.route("**/api/v1/me?**", Route::abort);
    visit("en");
    assertThat(page.getByText("This cannot be shown at the moment.")).isVisible();
    page.unroute("**/api/v1/me?**");
    page.route(
        "**/api/v1/me?**", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
    button("Try again").click();
    assertThat(page.getByText("Sign in to see this.")).isVisible();
    page.unroute("**/api/v1/me?**");

    button("Try again").click();
    assertThat(heading("You are asked for feedback now and then")).isVisible();
  }

  @Test
  void nothingIsErasedForSomebodyElseWhoHasSignedInMeanwhile() {
    answered();
    visit("en");
    button("Erase everything").click();
    page.route("**/api/v1/me?**", route -> {
      String body = route.fetch().text().replaceFirst("\"user\":\"[^\"]+\"", "\"user\":\"other\"");
      route.fulfill(
          new Route.FulfillOptions().setContentType("application/json").setBody(body));
    });

    button("Erase for good").click();

    assertThat(status()).hasText("Somebody else is signed in now. Nothing was changed.");
    assertThat(feedback().traces("anna").responses()).hasValue(1);
  }

  static List<Arguments> looks() {
    return List.of(
        look(ColorScheme.LIGHT, "en", 320),
        look(ColorScheme.LIGHT, "fr", 1000),
        look(ColorScheme.DARK, "en", 1000),
        look(ColorScheme.DARK, "fr", 320));
  }

  private static Arguments look(ColorScheme scheme, String lang, int width) {
    String name = "%s-%s-%d".formatted(scheme, lang, width).toLowerCase(Locale.ROOT);
    return argumentSet(name, name, scheme, lang, width);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void breaksNoRuleOfAccessibilityAndNoPolicy(
      String name, ColorScheme scheme, String lang, int width) {
    open(new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme));
    everyState(name, lang);
  }

  @Test
  void looksRightInForcedColours() {
    open(new Browser.NewContextOptions()
        .setViewportSize(320, 800)
        .setForcedColors(ForcedColors.ACTIVE));
    everyState("forced-colours", "en");
  }

  private void everyState(String name, String lang) {
    answered();
    visit(lang);
    assertThat(page.locator("dl")).isVisible();
    looksRight(name + "-asked");
    page.getByRole(AriaRole.BUTTON).first().click();
    assertThat(status()).not().isEmpty();
    page.getByRole(AriaRole.BUTTON).last().click();
    assertThat(page.getByRole(AriaRole.GROUP)).isVisible();
    looksRight(name + "-asked-back");
    page.getByRole(AriaRole.GROUP).getByRole(AriaRole.BUTTON).last().click();
    assertThat(page.locator("dl")).hasCount(0);
    looksRight(name + "-erased");
  }

  private void looksRight(String name) {
    page.screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots/preferences-" + name + ".png"))
        .setFullPage(true));
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(name)
        .extracting(each -> each.getId() + " " + each.getNodes())
        .isEmpty();
    assertThat(Chromium.violations(page)).as(name).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s needs no scrolling sideways", name)
        .isEqualTo(true);
    assertThat(requests).allMatch(url -> url.startsWith(base + "/"));
    assertThat(page.evaluate("document.cookie + Object.keys(localStorage)")).isEqualTo("");
  }

  private static void answered() {
    Decision.Ask ask = (Decision.Ask) feedback().ask(ticket("INC-1"));
    feedback().submit(Response.to(ask.invitation()).rate("satisfaction", 4)).orElseThrow();
  }

  private static Touchpoint ticket(String id) {
    return Touchpoint.of("ticket.closed", "anna").subject(id);
  }

  private void visit(String lang) {
    page.navigate(base + "/preferences?lang=" + lang);
  }

  private Locator status() {
    return page.getByRole(AriaRole.STATUS);
  }

  private Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Feedback feedback() {
    return application.getBean(Feedback.class);
  }
}
