package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * An HTTP server that reads its sockets by hand, so that it can misbehave in every way a network does.
 *
 * <p>It keeps connections alive and has a thread for each. It is no more of HTTP than the contenders use.
 */
final class RawServer implements Closeable {

  private static final int SMALL = 16 * 1024;
  private static final long SLOW_MILLIS = 5_000;

  /** What takes a request that came through. */
  interface Handler {

    /** Returns the body of the answer 200. */
    String handle(String path, byte[] body) throws IOException;
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares requests
  private record Request(String path, byte[] body, long wireBytes) {}

  private final Handler handler;
  private final Supplier<Fault> faults;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final int port;
  private volatile ServerSocket listener;
  private volatile boolean closed;

  RawServer(Handler handler, Supplier<Fault> faults) throws IOException {
    this.handler = handler;
    this.faults = faults;
    this.listener = listen(0);
    this.port = listener.getLocalPort();
    start(this::accept);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    return socket;
  }

  int port() {
    return port;
  }

  long requests() {
    return requests.get();
  }

  /** Returns how many bytes of bodies have come, as they were on the wire. */
  long bytes() {
    return bytes.get();
  }

  /** Stops listening, and closes every connection. */
  private void goDown() throws IOException {
    listener.close();
    for (Socket each : open) {
      reset(each);
    }
  }

  /** Listens again at the same port. */
  private void comeUp() throws IOException {
    listener = listen(port);
    start(this::accept);
  }

  /** Is away for a while. */
  void downFor(long millis) throws IOException {
    goDown();
    pause(millis);
    comeUp();
  }

  static void pause(long millis) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    ServerSocket mine = listener;
    while (!mine.isClosed()) {
      try {
        Socket socket = mine.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        if (!mine.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      for (Request request = read(in); request != null; request = read(in)) {
        if (!answer(socket, request)) {
          return;
        }
      }
    } catch (IOException e) {
      // Whoever sent this has gone, or was sent away: the connection is of no more use.
      if (closed) {
        return;
      }
    } finally {
      open.remove(socket);
    }
  }

  /** Returns whether the connection can be used again. */
  private boolean answer(Socket socket, Request request) throws IOException {
    boolean control = request.path.startsWith("/control/");
    Fault fault = control ? Fault.NONE : faults.get();
    if (!control) {
      requests.incrementAndGet();
      bytes.addAndGet(request.wireBytes);
    }
    try {
      return answer(socket, request, fault);
    } catch (RuntimeException e) {
      // What a collector's own trouble looks like from outside.
      e.printStackTrace();
      write(socket, "503 Service Unavailable", "", "");
      return true;
    }
  }

  private boolean answer(Socket socket, Request request, Fault fault) throws IOException {
    switch (fault) {
      case UNAVAILABLE -> write(socket, "503 Service Unavailable", "", "");
      case THROTTLED -> write(socket, "429 Too Many Requests", "Retry-After: 1\r\n", "");
      case RESET, DOWN -> {
        reset(socket);
        return false;
      }
      case LOST_ANSWER -> {
        handler.handle(request.path, request.body);
        reset(socket);
        return false;
      }
      case SILENT -> {
        // Until the other side has had enough.
        return socket.getInputStream().read() >= 0;
      }
      case SLOW -> {
        pause(SLOW_MILLIS);
        write(socket, "200 OK", "", handler.handle(request.path, request.body));
      }
      case SMALL -> {
        if (request.body.length > SMALL) {
          write(socket, "413 Content Too Large", "", "");
        } else {
          write(socket, "200 OK", "", handler.handle(request.path, request.body));
        }
      }
      case NONE -> write(socket, "200 OK", "", handler.handle(request.path, request.body));
    }
    return true;
  }

  private static void write(Socket socket, String status, String headers, String body)
      throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream(bytes.length + 200);
    all.writeBytes("HTTP/1.1 %s\r\nContent-Type: application/json\r\n%sContent-Length: %d\r\n\r\n"
        .formatted(status, headers, bytes.length)
        .getBytes(US_ASCII));
    all.writeBytes(bytes);
    socket.getOutputStream().write(all.toByteArray());
  }

  private static void reset(Socket socket) throws IOException {
    if (!socket.isClosed()) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  /** Returns the next request, or null if the connection has ended between two. */
  private static Request read(InputStream in) throws IOException {
    String first = line(in);
    if (first == null) {
      return null;
    }
    int length = 0;
    boolean chunked = false;
    boolean zipped = false;
    for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      String value = header.substring(header.indexOf(':') + 1).trim();
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(value);
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = value.equalsIgnoreCase("chunked");
      } else if (lower.startsWith("content-encoding:")) {
        zipped = value.equalsIgnoreCase("gzip");
      }
    }
    byte[] wire = chunked ? chunks(in) : exactly(in, length);
    byte[] body = wire;
    if (zipped) {
      try (InputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(wire), 1 << 14)) {
        body = unzipped.readAllBytes();
      }
    }
    return new Request(first.split(" ", -1)[1], body, wire.length);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      String size = line(in);
      if (size == null) {
        throw new EOFException("a chunk is missing");
      }
      int length = Integer.parseInt(size.split(";", -1)[0].trim(), 16);
      all.writeBytes(exactly(in, length));
      line(in);
      if (length == 0) {
        return all.toByteArray();
      }
    }
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the body ended early");
    }
    return bytes;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        int length = text.length();
        return length > 0 && text.charAt(length - 1) == '\r'
            ? text.substring(0, length - 1)
            : text.toString();
      }
      text.append((char) next);
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    goDown();
  }
}
