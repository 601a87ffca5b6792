package io.github.feedback4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.github.feedback4j.Feedback;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** {@link PageApplication} with its embedded database, and a browser that visits it, each time about another ticket. */
abstract class OnAPage {

  /** What stays free of the window on both sides of a panel, in pixels. */
  private static final int MARGIN = 8;

  private static final AtomicInteger TICKETS = new AtomicInteger(1000);

  @TempDir
  private static Path folder;

  static ConfigurableApplicationContext application;
  static Chromium chromium;
  static String base;

  final String ticket = "INC-" + TICKETS.incrementAndGet();
  BrowserContext context;
  Page page;
  List<String> requests;
  List<String> failed;

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

  void open(Browser.NewContextOptions options) {
    context = chromium.open(options.setHttpCredentials("anna", "secret"));
    page = context.newPage();
    requests = new CopyOnWriteArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    failed = new CopyOnWriteArrayList<>();
    page.onRequestFailed(request -> failed.add(request.url()));
  }

  @AfterEach
  void close() {
    PageApplication.OUTAGE.set(false);
    feedback().optIn("anna");
    context.close();
  }

  void visit(String more) {
    page.navigate(base + "/ticket?id=" + ticket + more);
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  static Feedback feedback() {
    return application.getBean(Feedback.class);
  }

  void photograph(String name) {
    page.waitForTimeout(400);
    page.screenshot(new Page.ScreenshotOptions()
        .setPath(Path.of("target/screenshots/" + name + ".png"))
        .setFullPage(true));
  }

  /** Accessibility, the page's policy, reflow, and no request to elsewhere. */
  void breaksNoRule() {
    assertThat(new AxeBuilder(page).analyze().getViolations())
        .extracting(each -> each.getId() + " " + each.getHelp())
        .isEmpty();
    assertThat(Chromium.violations(page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
    BoundingBox panel = page.locator(".panel").boundingBox();
    assertThat(panel.x).isGreaterThanOrEqualTo(MARGIN);
    assertThat(panel.x + panel.width).isLessThanOrEqualTo(page.viewportSize().width - MARGIN);
    assertThat(requests).allMatch(url -> url.startsWith(base + "/"));
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
  }
}
