package io.github.feedback4j.browser;

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
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** An example as its README starts it: a process of its own, which can be killed. */
final class JarProcess implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);

  private final String name;
  private final Path log;
  private final int port = freePort();
  private final List<String> options;
  private @Nullable Process process;

  /**
   * Starts nothing yet.
   *
   * @param name of the jar, which the build tells where to find
   * @param log the file that gets what it prints
   */
  JarProcess(String name, Path log, List<String> options) {
    this.name = name;
    this.log = log;
    this.options = List.copyOf(options);
  }

  /** Returns the address of the application, which stays the same over restarts. */
  String base() {
    return "http://127.0.0.1:" + port;
  }

  /** Starts the process and waits until a page of it answers, whatever it says. */
  void start(String page) {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-jar",
        Objects.requireNonNull(System.getProperty(name + ".jar"), "set by the build"),
        "--server.address=127.0.0.1",
        "--server.port=" + port));
    command.addAll(options);
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
    HttpRequest request = HttpRequest.newBuilder(URI.create(base() + page)).build();
    Awaitility.await(name + " answers")
        .atMost(START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast(name + " has ended, see " + log, () -> !started.isAlive())
        .until(() -> client.send(request, BodyHandlers.discarding()).statusCode() < 500);
  }

  /** Ends the process without letting it finish anything, and waits until it is gone. */
  void kill() {
    Process running = Objects.requireNonNull(process, name + " is not running");
    running.destroyForcibly();
    try {
      if (!running.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException(name + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    process = null;
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
