package io.github.feedback4j.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The browser of the machine; the build never downloads one. */
final class Chromium implements AutoCloseable {

  /** A busy machine is no failure. */
  private static final double PATIENCE_MILLIS = 20_000;

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    playwright = Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(path())
            .setArgs(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync")));
  }

  /** Opens a window of somebody who was never here, and counts violations of its pages' policies. */
  BrowserContext open(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    // From the first script on; the page's own policy stays as strict as it is.
    context.addInitScript("window.violations = [];"
        + "addEventListener('securitypolicyviolation', e => violations.push(e.violatedDirective))");
    return context;
  }

  /** Returns the directives of the page's policy that something on it has violated. */
  static List<?> violations(Page page) {
    return (List<?>) page.evaluate("violations");
  }

  private static Path path() {
    String search = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(search.split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "the browser tests need Chromium on the PATH; ./verify installs it on Debian"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
