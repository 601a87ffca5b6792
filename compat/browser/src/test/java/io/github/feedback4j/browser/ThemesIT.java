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
import com.microsoft.playwright.options.LoadState;
import io.github.feedback4j.Feedback;
import io.github.feedback4j.prompt.Decision;
import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.response.Response;
import io.github.feedback4j.response.TagRuling;
import io.github.feedback4j.theme.PackStore.Activation;
import io.github.feedback4j.theme.Polarity;
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

/** The editor of the theme pack in a real browser, under the strictest policy, over the embedded database. */
class ThemesIT {

  @TempDir
  private static Path folder;

  private static ConfigurableApplicationContext application;
  private static Chromium chromium;
  private static String base;

  private BrowserContext context;
  private Page page;
  private List<String> requests;

  @BeforeAll
  static void start() {
    application = new SpringApplicationBuilder(PageApplication.class)
        .run(
            "--server.port=0",
            "--feedback4j.jdbc.file=" + folder.resolve("answers"),
            "--feedback4j.policy.any.invited=0s",
            "--feedback4j.policy.same-survey.invited=0s",
            "--feedback4j.policy.limit.times=0");
    base =
        "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    chromium = new Chromium();
    for (int i = 0; i < 30; i++) {
      Response about = submit("about-" + i, 2, "My tunnelbox is broken" + " again".repeat(i % 3));
      feedback()
          .tags()
          .correct(about.id(), TagRuling.is("comment", "network", Polarity.NEGATIVE), "mona");
      Response not = submit("not-" + i, 5, "Lovely people" + " today".repeat(i % 3));
      feedback().tags().correct(not.id(), TagRuling.isNot("comment", "network"), "mona");
    }
    for (int i = 0; i < 3; i++) {
      submit("solo-" + i, 1, "The cafeteria was loud");
    }
  }

  @AfterAll
  static void stop() {
    chromium.close();
    application.close();
  }

  @BeforeEach
  void open() {
    open(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  private void open(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    context = chromium.open(options.setHttpCredentials("mona", "secret"));
    page = context.newPage();
    requests = new CopyOnWriteArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
  }

  @AfterEach
  void takeBack() {
    context.close();
    int last = feedback().tags().activation().map(Activation::number).orElse(0);
    assertThat(feedback()
            .tags()
            .activate(feedback().tags().configuredPack().orElseThrow(), last, "mona", ""))
        .isPresent();
    feedback().tags().retag();
  }

  @Test
  void showsEveryMistakeAndLeadsToItsPlace() {
    visit("en");

    write("pack: desk\nversion: 2\nthemes:\n  network:\n    en: ['(vpn', wifi]\n");
    button("Check and preview").click();

    assertThat(page.getByText("1 mistake").first()).isVisible();
    assertThat(editor()).hasAttribute("aria-invalid", "true");
    page.locator(".place").first().click();
    assertThat(editor()).isFocused();
    assertThat(page.locator("#where")).containsText("Line 5,");
  }

  @Test
  void aDraftIsCheckedPreviewedActivatedAndTheCommentsTaggedAgain() {
    visit("en");
    String yaml = editor().inputValue();

    write(changed(yaml));
    editor().press("Control+Enter");

    assertThat(heading("Changes")).isVisible();
    assertThat(page.getByText("1 new item")).isVisible();
    Locator network = page.locator(".preview details").filter(containing("gained"));
    network.locator("summary").first().click();
    assertThat(page.locator(".preview mark").filter(containing("cafeteria")).first())
        .isVisible();
    page.getByLabel("Why").fill("to see");
    button("Activate this pack").click();

    assertThat(page.getByText("tags now.").first()).isVisible();
    assertThat(page.locator(".inforce")).containsText("mona");
    assertThat(page.locator(".inforce")).containsText("to see");
    assertThat(feedback().tags().activation().orElseThrow().note()).isEqualTo("to see");
    assertThat(page.locator("progress")).isVisible();
    page.reload();
    button("Tag comments again").click();
    assertThat(page.locator(".inforce"))
        .containsText("All 63 comments have the tags of this pack.");
    assertThat(feedback().tags().retagState().outdated()).isZero();
  }

  @Test
  void suggestionsAreTickedAndGoIntoTheDraft() {
    visit("en");

    button("Look for suggestions").click();
    Locator first = page.locator(".suggestions input[type=checkbox]").first();
    assertThat(first).isVisible();
    page.locator(".suggestions details").first().locator("summary").click();
    assertThat(page.locator(".suggestions .words").first()).isVisible();
    first.check();
    button("Put into the draft").click();

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("1 suggestion is in the draft.");
    button("Check and preview").click();
    assertThat(page.getByText("1 new item")).isVisible();
  }

  @Test
  void theReportSaysWhatItemsAreWorth() {
    visit("en");

    button("Work it out").click();

    assertThat(page.locator(".report .badge").first()).isVisible();
    assertThat(page.locator(".report")).containsText("never found");
    button("Show more").click();
    assertThat(page.locator(".report .items > li").nth(50)).isFocused();
  }

  @Test
  void whoWasNotTheFirstIsToldAndKeepsTheDraft() {
    visit("en");
    String draft = changed(editor().inputValue());
    write(draft);
    button("Check and preview").click();
    assertThat(heading("Activate")).isVisible();
    int last = feedback().tags().activation().map(Activation::number).orElse(0);
    assertThat(feedback()
            .tags()
            .activate(feedback().tags().configuredPack().orElseThrow(), last, "ben", "faster"))
        .isPresent();

    button("Activate this pack").click();
    assertThat(page.getByText("Another pack was activated meanwhile").first()).isVisible();
    button("Show what tags now, and keep my draft").click();

    assertThat(page.locator(".inforce")).containsText("ben");
    assertThat(editor().inputValue()).isEqualTo(draft);
    button("Check and preview").click();
    button("Activate this pack").click();
    assertThat(page.getByText("tags now.").first()).isVisible();
  }

  @Test
  void aServerThatIsAwayLeavesTheDraft() {
    visit("en");
    String draft = changed(editor().inputValue());
    write(draft);
    page.route("**/themes/check?**", Route::abort);

    button("Check and preview").click();

    assertThat(page.getByText("Your draft is still here.").first()).isVisible();
    assertThat(editor().inputValue()).isEqualTo(draft);
    page.unroute("**/themes/check?**");
    button("Check and preview").click();
    assertThat(heading("Changes")).isVisible();
  }

  @Test
  void aDraftThatAnotherPackTookThePlaceOfCanBeBroughtBack() {
    visit("en");
    String draft = changed(editor().inputValue());
    write(draft);

    button("Discard the draft").click();
    assertThat(editor()).not().hasValue(draft);
    button("Bring my draft back").click();

    assertThat(editor()).hasValue(draft);
    assertThat(editor()).isFocused();
  }

  @Test
  void theDashboardAndTheEditorLeadToEachOther() {
    page.navigate(base + "/feedback4j/dashboard?lang=fr");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Thèmes")).click();

    assertThat(editor()).isVisible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tableau de bord"))
        .click();
    assertThat(page).hasURL(base + "/feedback4j/dashboard?lang=fr");
  }

  static List<Arguments> looks() {
    return List.of(
        look(ColorScheme.LIGHT, "en", 320),
        look(ColorScheme.LIGHT, "fr", 1280),
        look(ColorScheme.DARK, "en", 1280),
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
    open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    everyPart(name, lang);
  }

  @Test
  void looksRightInForcedColours() {
    open(new Browser.NewContextOptions()
        .setViewportSize(320, 900)
        .setForcedColors(ForcedColors.ACTIVE));
    everyPart("forced-colours", "en");
  }

  private void everyPart(String name, String lang) {
    visit(lang);
    page.locator(".suggestions button").first().click();
    assertThat(page.locator(".suggestions input[type=checkbox]").first()).isVisible();
    page.locator(".report button").first().click();
    assertThat(page.locator(".report .badge").first()).isVisible();
    String yaml = editor().inputValue();
    write(changed(yaml));
    page.locator(".edit .main").click();
    assertThat(page.locator(".activation")).isVisible();
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
    looksRight(name + "-changes");
    write("pack: 1\n");
    page.locator(".edit .main").click();
    assertThat(page.locator(".place").first()).isVisible();
    looksRight(name + "-mistakes");
  }

  private void looksRight(String name) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots/themes-" + name + ".png"))
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
    assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
  }

  private void visit(String lang) {
    page.navigate(base + "/feedback4j/themes?lang=" + lang);
    assertThat(editor()).isVisible();
    page.locator("select[name=survey]").selectOption("ticket-csat");
  }

  /** Returns the next version of a pack, with one item more. */
  private static String changed(String yaml) {
    String next = yaml.replaceFirst("(?m)^version: \\d+", "version: 99");
    return next.replaceFirst("(?s)(\n  network:\n.*?\n    en:\n)( *- )", "$1$2cafeteria\n$2");
  }

  private static Response submit(String person, int rating, String comment) {
    Decision decision =
        feedback().ask(Touchpoint.of("ticket.closed", person).subject("INC-" + person));
    Response response = Response.to(((Decision.Ask) decision).invitation())
        .rate("satisfaction", rating)
        .locale(Locale.ENGLISH)
        .comment(comment);
    feedback().submit(response).orElseThrow();
    return response;
  }

  /** Writes at once, because Chromium takes half a minute to insert so many lines where it is busy. */
  private void write(String text) {
    editor()
        .evaluate(
            "(node, text) => { node.value = text; node.dispatchEvent(new Event('input')); }", text);
  }

  private Locator editor() {
    return page.locator("textarea");
  }

  private Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.FilterOptions containing(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Feedback feedback() {
    return application.getBean(Feedback.class);
  }
}
