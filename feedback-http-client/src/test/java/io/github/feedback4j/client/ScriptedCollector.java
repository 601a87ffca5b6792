package io.github.feedback4j.client;

import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.wire.EventReader;
import io.github.feedback4j.wire.ReadEvent;
import io.github.feedback4j.wire.RespondentErased;
import io.github.feedback4j.wire.ResponseAccepted;
import io.github.feedback4j.wire.WireEvent;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A collector on a real socket that keeps each event once, by source and id, and misbehaves as it is
 * told.
 */
final class ScriptedCollector implements AutoCloseable {

  /** What is done with one request. */
  interface Behaviour {
    void handle(Exchange exchange) throws IOException;
  }

  static final Behaviour HEALTHY = Exchange::take;

  private final Map<String, WireEvent> kept = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final int port;
  private volatile ServerSocket server;
  private volatile Thread accepting;
  private volatile Behaviour behaviour = HEALTHY;

  ScriptedCollector() {
    this(0);
  }

  private ScriptedCollector(int port) {
    this.server = listen(port);
    this.port = server.getLocalPort();
  }

  private ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      accepting = start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work, "scripted-collector");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Treats every request from now on like this. */
  void behave(Behaviour next) {
    behaviour = next;
  }

  int requests() {
    return requests.get();
  }

  /** Returns every event that was kept, in the order in which they were. */
  List<WireEvent> events() {
    synchronized (kept) {
      return List.copyOf(kept.values());
    }
  }

  /** Returns the ids of all responses that were kept, in the order in which they were. */
  List<UUID> responses() {
    return events().stream()
        .map(WireEvent::data)
        .filter(ResponseAccepted.class::isInstance)
        .map(each -> ((ResponseAccepted) each).response().id())
        .toList();
  }

  List<RespondentKey> erasures() {
    return events().stream()
        .map(WireEvent::data)
        .filter(RespondentErased.class::isInstance)
        .map(each -> ((RespondentErased) each).respondent())
        .toList();
  }

  /** Ends all connections and takes no new ones. */
  void goDown() {
    closeQuietly(server);
    try {
      // On a machine that is busy it may take one more connection after the close.
      accepting.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(ScriptedCollector::closeQuietly);
  }

  void comeUp() {
    server = listen(port);
  }

  @Override
  public void close() {
    closed.countDown();
    goDown();
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket socket = from.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (Exchange next = read(in, socket); next != null; next = read(in, socket)) {
        behaviour.handle(next);
      }
    } catch (IOException e) {
      // The client has gone, or this collector went down; the tests look at what was kept.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private @Nullable Exchange read(InputStream in, Socket socket) throws IOException {
    String line = line(in);
    if (line == null) {
      return null;
    }
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(
          header.substring(0, colon).toLowerCase(Locale.ROOT),
          header.substring(colon + 1).trim());
    }
    byte[] body = new byte[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
    new DataInputStream(in).readFully(body);
    return new Exchange(requests.incrementAndGet(), line, headers, body, socket);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        return null;
      }
      if (each != '\r') {
        line.append((char) each);
      }
    }
    return line.toString();
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new IllegalStateException("a socket could not be closed", e);
    }
  }

  /** One request, and the ways to treat it. */
  final class Exchange {

    private final int number;
    private final String requestLine;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Socket socket;

    private Exchange(
        int number, String requestLine, Map<String, String> headers, byte[] body, Socket socket) {
      this.number = number;
      this.requestLine = requestLine;
      this.headers = headers;
      this.body = body;
      this.socket = socket;
    }

    /** Returns which request this is, from 1 on. */
    int number() {
      return number;
    }

    String requestLine() {
      return requestLine;
    }

    @Nullable
    String header(String name) {
      return headers.get(name);
    }

    byte[] json() throws IOException {
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
        return in.readAllBytes();
      }
    }

    List<WireEvent> events() throws IOException {
      List<WireEvent> events = new ArrayList<>();
      for (ReadEvent each : EventReader.readBatch(json(), 10_000)) {
        events.add(((ReadEvent.Readable) each).event());
      }
      return events;
    }

    boolean has(UUID response) throws IOException {
      return events().stream()
          .anyMatch(each -> each.data() instanceof ResponseAccepted accepted
              && accepted.response().id().equals(response));
    }

    /** Keeps what is new, and says so. */
    void take() throws IOException {
      answer(200, keep(Set.of(), ""));
    }

    /** Keeps what is new except for these responses, which it refuses. */
    void takeWithout(Set<UUID> refused, String code) throws IOException {
      answer(200, keep(refused, code));
    }

    /** Keeps what is new, and returns what a collector would answer. */
    String keep(Set<UUID> refused, String code) throws IOException {
      int accepted = 0;
      int duplicates = 0;
      List<String> rejected = new ArrayList<>();
      for (WireEvent each : events()) {
        if (each.data() instanceof ResponseAccepted response
            && refused.contains(response.response().id())) {
          rejected.add(
              "{\"id\":\"%s\",\"code\":\"%s\",\"detail\":\"no\"}".formatted(each.id(), code));
        } else if (kept.putIfAbsent(each.source() + " " + each.id(), each) == null) {
          accepted++;
        } else {
          duplicates++;
        }
      }
      return "{\"accepted\":%d,\"duplicates\":%d,\"rejected\":[%s]}"
          .formatted(accepted, duplicates, String.join(",", rejected));
    }

    void answer(int status, String text, String... headers) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " x\r\n");
      for (String each : headers) {
        head.append(each).append("\r\n");
      }
      head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
      OutputStream out = socket.getOutputStream();
      out.write(head.toString().getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
      out.flush();
    }

    /** Ends the connection as a broken network does: with a reset. */
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    void waitFor(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Takes its time. */
    void delay(Duration time) {
      try {
        closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Never answers, for as long as this collector is there. */
    void hang() throws IOException {
      waitFor(closed);
      socket.close();
    }
  }
}
