package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The service desk as its README starts it: a process of its own, which can be killed. */
final class ServiceDesk implements AutoCloseable {

  private final Path folder;
  private final JarProcess process;

  /** Keeps answers and log in a folder; starts nothing yet. */
  ServiceDesk(Path folder, String... options) {
    this.folder = folder;
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--feedback4j.jdbc.file=" + folder.resolve("answers"));
    this.process = new JarProcess("service-desk", folder.resolve("log"), all);
  }

  /** Returns the address of the application, which stays the same over restarts. */
  String base() {
    return process.base();
  }

  /** Returns the JDBC address of its database; only one process can have it open. */
  String database() {
    return "jdbc:h2:file:" + folder.resolve("answers");
  }

  /** Starts the process and waits until it answers. */
  void start() {
    process.start("/login");
  }

  /** Ends the process without letting it finish anything, and waits until it is gone. */
  void kill() {
    process.kill();
  }

  /** Signs somebody in who is not. */
  void signIn(Page page, String user) {
    page.navigate(base() + "/login");
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill("demo");
    page.locator("form[action='/login'] button").click();
    assertThat(page).not().hasURL(Pattern.compile("/login"));
  }

  /** Closes a solved ticket of the person who is signed in, with the consent to be asked. */
  void closeTicket(Page page, String ticket) {
    page.navigate(base() + "/tickets/" + ticket);
    page.locator("form[action$='/close'] button.main").click();
  }

  @Override
  public void close() {
    process.close();
  }
}
