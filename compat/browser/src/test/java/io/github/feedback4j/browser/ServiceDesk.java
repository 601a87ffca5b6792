package io.github.feedback4j.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The service desk as its README starts it: a process of its own, which can be killed. */
final class ServiceDesk implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final Path folder;
  private final int port = freePort();
  private final List<String> options;
  private @Nullable Process process;

  /** Keeps answers and log in a folder; starts nothing yet. */
  ServiceDesk(Path folder, String... options) {
    this.folder = folder;
    this.options = List.of(options);
  }

  /** Returns the address of the application, which stays the same over restarts. */
  String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Returns the JDBC address of its database; only one process can have it open. */
  String database() {
    return "jdbc:h2:file:" + folder.resolve("answers");
  }

  /** Starts the process and waits until it answers. */
  void start() {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        Objects.requireNonNull(System.getProperty("service-desk.jar"), "set by the build"),
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--feedback4j.jdbc.file=" + folder.resolve("answers")));
    command.addAll(options);
    Path log = folder.resolve("log");
    Process started;
    try {
      started = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    process = started;
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest login = HttpRequest.newBuilder(URI.create(base() + "/login")).build();
    Awaitility.await("the service desk answers")
        .atMost(START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast("the service desk has ended, see " + log, () -> !started.isAlive())
        .until(() -> client.send(login, BodyHandlers.discarding()).statusCode() == 200);
  }

  /** Ends the process without letting it finish anything, and waits until it is gone. */
  void kill() {
    Process running = Objects.requireNonNull(process, "the service desk is not running");
    running.destroyForcibly();
    try {
      if (!running.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the service desk does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    process = null;
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
    if (process != null) {
      kill();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
