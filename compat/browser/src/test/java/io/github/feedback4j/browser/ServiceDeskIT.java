package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The service desk as a new user meets it: a process of its own with its six months of history, and
 * people at a browser. The tests are one story of one installation, so they have an order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServiceDeskIT {

  @TempDir
  private static Path folder;

  private static ServiceDesk desk;
  private static Chromium chromium;

  private final List<BrowserContext> windows = new ArrayList<>();

  @BeforeAll
  static void start() {
    desk = new ServiceDesk(folder);
    desk.start();
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    desk.close();
  }

  @AfterEach
  void close() {
    windows.forEach(BrowserContext::close);
  }

  @Test
  @Order(1)
  void aClosedTicketIsAskedAboutAndTheAnswerInFrenchChangesTheDashboard() {
    Page manager = signIn("mona");
    int before = answers(manager);
    Page anna = signIn("anna");

    desk.closeTicket(anna, "INC-1042");
    assertThat(anna.getByText("Êtes-vous satisfait(e) de la façon dont")).isVisible();
    String invitation = invitation(anna, anna::reload);
    assertThat(invitation(anna, anna::reload))
        .as("a reload before answering shows the same prompt")
        .isEqualTo(invitation);
    anna.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("2 Insatisfait"))
        .check();
    anna.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Souhaitez-vous"))
        .fill("Agent très aimable, mais le VPN est toujours lent");
    button(anna, "Envoyer").click();
    assertThat(anna.getByText("Merci\u00a0!")).isVisible();

    assertThat(answers(manager)).isEqualTo(before + 1);
    assertThat(manager.getByText("Agent très aimable")).isVisible();
    assertThat(manager.locator("mark").filter(containing("VPN")).first()).isVisible();
  }

  @Test
  @Order(2)
  void neitherTheSameTicketNorAnotherOneInTheCoolDownIsAskedAboutAndThePersonIsToldUntilWhen() {
    Page anna = signIn("anna");

    anna.navigate(desk.base() + "/tickets/INC-1042");
    nothingIsAsked(anna);
    desk.closeTicket(anna, "INC-1047");
    nothingIsAsked(anna);

    anna.navigate(desk.base() + "/my-feedback");
    assertThat(anna.getByText(Pattern.compile("pas avant|avant le"))).not().hasCount(0);
  }

  @Test
  @Order(2)
  void whoErasesEverythingInThePreferencesCanBeAskedAgain() {
    Page hugo = signIn("hugo");
    hugo.navigate(desk.base() + "/preferences?lang=fr");

    button(hugo, "Ne plus me demander").click();
    button(hugo, "Tout effacer").click();
    assertThat(hugo.getByText("C’est définitif.")).isVisible();
    button(hugo, "Effacer définitivement").click();

    assertThat(hugo.getByRole(AriaRole.STATUS)).containsText("C’est effacé");
    desk.closeTicket(hugo, "INC-1049");
    assertThat(hugo.getByText("Êtes-vous satisfait(e) de la façon dont")).isVisible();
  }

  @Test
  @Order(3)
  void theDashboardIsForThoseWhoMaySeeIt() {
    Page nobody = window(ColorScheme.LIGHT, 1280);
    nobody.navigate(desk.base() + "/feedback4j/dashboard");
    assertThat(nobody).hasURL(Pattern.compile("/login"));

    Page anna = signIn("anna");
    Response refused = anna.navigate(desk.base() + "/feedback4j/dashboard");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(anna.getByText("Vous ne pouvez pas faire cela")).isVisible();

    Page lea = signIn("lea");
    lea.navigate(desk.base() + "/feedback4j/dashboard");
    assertThat(heading(lea, "Trend")).isVisible();
    assertThat(heading(lea, "Comments")).hasCount(0);
  }

  @Test
  @Order(4)
  void everyViewOfTheDashboardIsALinkAndBackLeadsBack() {
    Page mona = signIn("mona");
    mona.navigate(desk.base() + "/feedback4j/dashboard?lang=en&days=180");
    assertThat(heading(mona, "Teams")).isVisible();

    String all = figure(mona).textContent();
    mona.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Team"))
        .selectOption("Lyon");
    assertThat(mona).hasURL(Pattern.compile("team=Lyon"));
    assertThat(figure(mona)).not().hasText(all);
    String lyon = figure(mona).textContent();
    mona.goBack();
    assertThat(mona).not().hasURL(Pattern.compile("team=Lyon"));
    assertThat(figure(mona)).hasText(all);

    Page again = signIn("mona");
    again.navigate(desk.base() + "/feedback4j/dashboard?lang=en&days=180&team=Lyon");
    assertThat(figure(again)).hasText(lyon);
  }

  @Test
  @Order(4)
  void theDashboardSaysWhatToDoInBothLanguages() {
    Page mona = signIn("mona");
    mona.navigate(desk.base() + "/feedback4j/dashboard?lang=en&days=180");

    assertThat(mona.locator(".initiative").filter(containing("New laptops")))
        .containsText(Pattern.compile("Better: \\+\\d+\\spoints.*, as declared"));
    assertThat(mona.locator(".marks")).containsText("New laptops begins");
    assertThat(mona.locator(".change")).containsText("the 180 days before");
    assertThat(mona.locator("td.versus").first())
        .containsText(Pattern.compile("better|worse|would not show"));
    assertThat(heading(mona, "Chance, or a difference?")).isVisible();
    assertThat(heading(mona, "SLA and experience")).isVisible();
    assertThat(heading(mona, "What moves the score")).isVisible();
    assertThat(mona.locator(".channels")).containsText("ahead of phone");

    mona.navigate(desk.base() + "/feedback4j/dashboard?lang=fr&days=180");
    assertThat(mona.locator(".initiative").filter(containing("New laptops")))
        .containsText(Pattern.compile("Mieux\\s: \\+\\d+\\spoints.*, comme annoncé"));
    assertThat(heading(mona, "Ce qui fait bouger le score")).isVisible();
  }

  @Test
  @Order(4)
  void insightsThatCannotBeHadLeaveTheScoresAndCanBeTriedAgain() {
    Page mona = signIn("mona");
    mona.route("**/stats/insights?**", route -> route.abort());
    mona.navigate(desk.base() + "/feedback4j/dashboard?lang=en&days=180");
    Locator again = button(mona, "Try again");
    assertThat(again).isVisible();
    assertThat(figure(mona)).isVisible();

    mona.unroute("**/stats/insights?**");
    again.focus();
    mona.keyboard().press("Enter");

    assertThat(heading(mona, "What moves the score")).isVisible();
    assertThat(again).hasCount(0);
  }

  /** Each colour scheme with each language and each width, in half of all combinations. */
  static List<Arguments> looks() {
    return List.of(
        look(ColorScheme.LIGHT, "en", 1280),
        look(ColorScheme.LIGHT, "fr", 320),
        look(ColorScheme.DARK, "en", 320),
        look(ColorScheme.DARK, "fr", 1280));
  }

  private static Arguments look(ColorScheme scheme, String lang, int width) {
    String name = "%s-%s-%d".formatted(scheme, lang, width).toLowerCase(Locale.ROOT);
    return argumentSet(name, name, scheme, lang, width);
  }

  @ParameterizedTest
  @MethodSource("looks")
  @Order(5)
  void noPageBreaksARuleOfAccessibilityOrItsPolicy(
      String name, ColorScheme scheme, String lang, int width) {
    Page page = window(scheme, width);
    page.navigate(desk.base() + "/login?lang=" + lang);
    looksRight(page, "login-" + name);
    signIn(page, "mona");
    page.navigate(desk.base() + "/feedback4j/dashboard?days=180&lang=" + lang);
    assertThat(page.locator(".initiative").first()).isVisible();
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    looksRight(page, "dashboard-" + name);
    page.navigate(desk.base() + "/team?lang=" + lang);
    looksRight(page, "team-" + name);

    Page ben = window(scheme, width);
    signIn(ben, "ben");
    for (String path : List.of(
        "/tickets", "/tickets/INC-1044", "/tickets/INC-1008", "/my-feedback", "/preferences")) {
      ben.navigate(desk.base() + path + "?lang=" + lang);
      looksRight(ben, path.substring(1).replace('/', '-') + "-" + name);
    }
    // It is always the turn of one of them.
    for (String advisor : List.of("carla", "hugo")) {
      Page panel = window(scheme, width);
      signIn(panel, advisor);
      for (String path : List.of("/tickets", "/my-feedback")) {
        panel.navigate(desk.base() + path + "?lang=" + lang);
        looksRight(panel, advisor + path.replace('/', '-') + "-" + name);
      }
    }
  }

  @Test
  @Order(6)
  void noAnswersAndFewPeopleAreTwoDifferentTextsAndBreakNoRuleEither() {
    Page page = window(ColorScheme.DARK, 320);
    signIn(page, "mona");

    page.navigate(desk.base() + "/feedback4j/dashboard?lang=fr&days=180&team=-");
    assertThat(page.getByText("Pas encore de réponse").first()).isVisible();
    looksRight(page, "dashboard-no-answers");
    // The history is over, and today only one person has answered.
    page.navigate(desk.base() + "/feedback4j/dashboard?lang=fr&days=1");
    assertThat(page.getByText("Moins de 5 personnes ont répondu").first()).isVisible();
    looksRight(page, "dashboard-few-people");
  }

  private static void looksRight(Page page, String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots/desk-" + name + ".png"))
        .setFullPage(true));
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .as(name)
        .extracting(each -> each.getId() + " " + each.getNodes())
        .isEmpty();
    assertThat(Chromium.violations(page)).as(name).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s needs no scrolling sideways", name)
        .isEqualTo(true);
  }

  private Page window(ColorScheme scheme, int width) {
    BrowserContext context = chromium.open(new Browser.NewContextOptions()
        .setViewportSize(width, 900)
        .setColorScheme(scheme)
        .setLocale("en-GB"));
    windows.add(context);
    return context.newPage();
  }

  private Page signIn(String user) {
    Page page = window(ColorScheme.LIGHT, 1280);
    signIn(page, user);
    return page;
  }

  private static void signIn(Page page, String user) {
    desk.signIn(page, user);
  }

  /** Does something that makes the page ask, and returns which invitation it is given. */
  private static String invitation(Page page, Runnable act) {
    String body = page.waitForResponse("**/prompts?**", act).text();
    return body.replaceFirst(".*\"invitation\":\"([^\"]+)\".*", "$1");
  }

  private static void nothingIsAsked(Page page) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.getByRole(AriaRole.RADIO)).hasCount(0);
  }

  /** Opens the dashboard, and returns how many answers it counts. */
  private static int answers(Page page) {
    page.navigate(desk.base() + "/feedback4j/dashboard?lang=en");
    return Integer.parseInt(figure(page).textContent().replaceAll("\\D", ""));
  }

  /** Returns the number of answers beside the score. */
  private static Locator figure(Page page) {
    return page.locator(".facts div").filter(containing("Answers")).locator("strong");
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
