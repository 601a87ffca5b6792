package io.github.feedback4j.benchmarks.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/** Asks a {@link CountingCollector} what has come, with as little work as that takes. */
final class Remote {

  private final int port;

  /** What has come. */
  record State(int unique, long events, long requests, long bytes) {}

  Remote(int port) {
    this.port = port;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  State state() {
    return command("state");
  }

  State clear() {
    return command("clear");
  }

  State fault(Fault fault) {
    return command("fault/" + fault);
  }

  State down(long millis) {
    return command("fault/" + Fault.DOWN + "/" + millis);
  }

  private State command(String command) {
    String[] parts = tell(command).split(" ", -1);
    return new State(
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]));
  }

  /** Says something to the collector, and returns what it answers. */
  String tell(String command) {
    // A connection for each, since the collector closes all of them when it goes down.
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket
          .getOutputStream()
          .write(
              "GET /control/%s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(command).getBytes(US_ASCII));
      return body(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String body(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the collector closed the connection");
      }
      head.append((char) next);
    }
    String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
    return new String(in.readNBytes(Integer.parseInt(length)), US_ASCII);
  }
}
