package io.github.feedback4j.benchmarks.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import javax.net.SocketFactory;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The least that sends batches: a queue of bytes, a thread that takes 500 of them, zips them and posts
 * them on OkHttp with TCP_NODELAY. It neither tries again nor keeps anything.
 */
final class BareLoop implements Sender {

  private static final int BATCH = 500;
  private static final MediaType TYPE = MediaType.get("application/json");
  private static final byte[] END = new byte[0];

  private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(1 << 16);
  private final OkHttpClient client =
      new OkHttpClient.Builder().socketFactory(new WithoutDelay()).build();
  private final String url;
  private final Records<byte[]> records;
  private final Thread thread = new Thread(this::run, "bare-loop");

  BareLoop(String url, Records<byte[]> records) {
    this.url = url;
    this.records = records;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void makeAnew(int number) {
    records.makeAnew(number);
  }

  @Override
  public boolean send(int number) {
    try {
      queue.put(records.get(number));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void flush() {
    // It never waits for a batch to be full.
  }

  @SuppressWarnings("ReferenceEquality") // the end is that very array
  private void run() {
    List<byte[]> batch = new ArrayList<>(BATCH);
    try {
      while (true) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, BATCH - 1);
        if (batch.get(batch.size() - 1) == END) {
          return;
        }
        post(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void post(List<byte[]> batch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (GZIPOutputStream zipped = new FastGzip(bytes)) {
      char before = '[';
      for (byte[] each : batch) {
        zipped.write(before);
        zipped.write(each);
        before = ',';
      }
      zipped.write(']');
    }
    Request request = new Request.Builder()
        .url(url)
        .header("Content-Encoding", "gzip")
        .post(RequestBody.create(bytes.toByteArray(), TYPE))
        .build();
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
    }
  }

  @Override
  public void close() {
    queue.add(END);
  }

  /** Zips as fast as it can, as the client does. */
  private static final class FastGzip extends GZIPOutputStream {

    FastGzip(ByteArrayOutputStream out) throws IOException {
      super(out, 1 << 14);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Sockets that send what they are given at once. */
  private static final class WithoutDelay extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("OkHttp connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("OkHttp connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw new IOException("OkHttp connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
        throws IOException {
      throw new IOException("OkHttp connects by itself");
    }
  }
}
