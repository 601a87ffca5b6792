package io.github.feedback4j.examples.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.feedback4j.wire.EventWriter;
import io.github.feedback4j.wire.WireEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The example collector as its README starts it: a process of its own, here with an H2 file and two applications. */
final class Collector implements AutoCloseable {

  private static final String PASSWORD = "demo of the collector";
  private static final int BATCH = 1_000;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final String base;
  private final Process process;

  Collector(Path folder, List<Desk> desks) throws IOException {
    this.folder = folder;
    int port = freePort();
    this.base = "http://127.0.0.1:" + port;
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        Objects.requireNonNull(System.getProperty("collector.jar"), "set by the build"),
        "--server.address=127.0.0.1",
        "--server.port=" + port,
        "--spring.security.user.password=" + PASSWORD,
        "--feedback4j.jdbc.file=" + folder.resolve("collector"),
        "--feedback4j.dashboard.min-group-size=1"));
    for (int i = 0; i < desks.size(); i++) {
      // The first one takes the place of the application that the collector's own settings have.
      String name = "--feedback4j.collector.applications." + (i == 0 ? "desk" : "desk" + i);
      command.add(name + ".source=" + desks.get(i).source());
      command.add(name + ".token-hashes=" + hash(token(desks.get(i))));
    }
    Path log = folder.resolve("collector.log");
    this.process = new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    Awaitility.await("the collector answers")
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast("the collector has ended, see " + log, () -> !process.isAlive())
        .until(() -> get("/actuator/health").statusCode() == 200);
  }

  /** Returns the address of the database, which can be opened once the collector is closed. */
  String database() {
    return "jdbc:h2:file:" + folder.resolve("collector");
  }

  /** Sends events as the desk would, in batches, and asserts that all of them are taken. */
  void send(Desk desk, List<WireEvent> events) throws IOException, InterruptedException {
    for (int from = 0; from < events.size(); from += BATCH) {
      List<byte[]> batch = events.subList(from, Math.min(from + BATCH, events.size())).stream()
          .map(EventWriter::write)
          .toList();
      HttpResponse<String> answer = client.send(
          HttpRequest.newBuilder(URI.create(base + "/feedback4j/v1/events"))
              .header("Authorization", "Bearer " + token(desk))
              .header("Content-Type", "application/cloudevents-batch+json")
              .POST(BodyPublishers.ofByteArray(EventWriter.batch(batch)))
              .build(),
          BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body()).contains("\"rejected\":[]");
    }
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    String mona = Base64.getEncoder().encodeToString(("mona:" + PASSWORD).getBytes(UTF_8));
    return client.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", "Basic " + mona)
            .build(),
        BodyHandlers.ofString());
  }

  private static String token(Desk desk) {
    return "fb4j_a-token-of-nobody-but-the-test-" + desk.source().hashCode();
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process in order, and waits until it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the collector does not end");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
