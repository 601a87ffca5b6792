package io.github.feedback4j.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts batches to a collector over OkHttp, one after the other, in the thread of the caller.
 *
 * <p>Redirects are not followed: a token and answers go where they were meant to go, or nowhere. What
 * OkHttp repeats by itself after a connection failed stays on: it is how the second address of a
 * collector is found, and a batch that arrives twice counts once.
 */
final class HttpTransport {

  private static final Logger log = LoggerFactory.getLogger(HttpTransport.class);
  private static final MediaType BATCH = MediaType.get("application/cloudevents-batch+json");
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** An answer names every refused record of a batch; 500 of them take some 150 KB. */
  private static final int MOST_BODY = 1 << 20;

  /** Their exceptions name hosts, ports and certificates, which is what one must know to help. */
  private static final Set<String> FROM_THE_NETWORK = Set.of("java.net", "javax.net.ssl");

  private final OkHttpClient http;
  private final boolean ours;
  private final HttpUrl url;
  private final InstantSource time;
  private volatile @Nullable Call inFlight;
  private volatile boolean closed;

  /**
   * Creates a transport; opens no connection.
   *
   * @param given the application's client, or null for one of our own
   * @param callTimeout how long a request may take until its answer was read, unless the application's
   *     client has a bound
   */
  HttpTransport(
      @Nullable OkHttpClient given, HttpUrl url, Duration callTimeout, InstantSource time) {
    this.ours = given == null;
    this.http = client(given, callTimeout);
    this.url = url;
    this.time = time;
  }

  private static OkHttpClient client(@Nullable OkHttpClient given, Duration callTimeout) {
    OkHttpClient.Builder client = given == null
        ? new OkHttpClient.Builder()
            .connectTimeout(CONNECT_TIMEOUT)
            // The bound of the whole call is the one that counts.
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
        : given.newBuilder();
    if (given == null || given.callTimeoutMillis() == 0) {
      client.callTimeout(callTimeout);
    }
    if (given == null || given.socketFactory().equals(SocketFactory.getDefault())) {
      client.socketFactory(new WithoutDelay());
    }
    return client.followRedirects(false).followSslRedirects(false).build();
  }

  /**
   * Sends a batch and returns what came of it; never throws for trouble on the way.
   *
   * @param batch the records, in the order of the body
   * @param body the records as JSON, compressed by gzip
   * @param token what the collector knows us by, or null
   */
  Outcome send(List<SpoolRecord> batch, Body body, @Nullable String token) {
    Request.Builder request = new Request.Builder()
        .url(url)
        .header("Content-Encoding", "gzip")
        .header("Accept", "application/json, application/problem+json")
        .header("User-Agent", "feedback4j")
        .post(RequestBody.create(body.array(), BATCH, 0, body.length()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    Call call = http.newCall(request.build());
    inFlight = call;
    if (closed) {
      return new Outcome.Later("closed", null);
    }
    try (Response response = call.execute()) {
      return new HttpAnswer(
              response.code(),
              response.header("Retry-After"),
              response.header("Date"),
              body(response))
          .outcome(batch, time.instant());
    } catch (ProtocolException e) {
      // OkHttp takes this one for an error where no proxy was configured.
      return String.valueOf(e.getMessage()).contains("407")
          ? new Outcome.Odd("status 407")
          : new Outcome.Later(kind(e), null);
    } catch (IOException | RuntimeException e) {
      return new Outcome.Later(kind(e), null);
    } finally {
      inFlight = null;
    }
  }

  /** Returns what is told of an exception; the text of what an interceptor throws may have anything. */
  private static String kind(Exception e) {
    String name = e.getClass().getSimpleName();
    return FROM_THE_NETWORK.contains(e.getClass().getPackageName())
        ? name + ": " + e.getMessage()
        : name;
  }

  private static byte @Nullable [] body(Response response) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      byte[] body = in.readNBytes(MOST_BODY + 1);
      return body.length > MOST_BODY ? null : body;
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends a request that is under way and refuses later ones; may be called by any thread. */
  void cancel() {
    closed = true;
    Call call = inFlight;
    if (call != null) {
      call.cancel();
    }
  }

  /** Closes what is ours; the application's client, its connections and threads are left alone. */
  void close() {
    cancel();
    if (ours) {
      http.dispatcher().executorService().shutdown();
      http.connectionPool().evictAll();
      letTheWatchdogGo();
    }
  }

  /**
   * Okio's watchdog sleeps until the last call would have timed out, and ends a minute after it woke and
   * had nothing to do. A call with a short timeout, which goes nowhere, wakes it now.
   */
  private void letTheWatchdogGo() {
    OkHttpClient nowhere = http.newBuilder()
        .callTimeout(Duration.ofMillis(1))
        .addInterceptor(chain -> new Response.Builder()
            .request(chain.request())
            .protocol(Protocol.HTTP_1_1)
            .code(204)
            .message("")
            .body(ResponseBody.create(new byte[0], BATCH))
            .build())
        .build();
    try {
      nowhere.newCall(new Request.Builder().url(url).build()).execute().close();
    } catch (IOException e) {
      log.debug("a call that only wakes OkHttp's watchdog failed: {}", kind(e));
    }
  }

  /** Small requests after each other wait for the other side's acknowledgement unless told not to. */
  private static final class WithoutDelay extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      Socket socket = SocketFactory.getDefault().createSocket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return withoutDelay(SocketFactory.getDefault().createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort)
        throws IOException {
      return withoutDelay(SocketFactory.getDefault().createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      return withoutDelay(SocketFactory.getDefault().createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
        throws IOException {
      return withoutDelay(SocketFactory.getDefault().createSocket(host, port, local, localPort));
    }

    private static Socket withoutDelay(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      return socket;
    }
  }
}
