package io.github.feedback4j.spring.remote;

import io.github.feedback4j.client.CollectorClient;
import io.github.feedback4j.client.DeliveryListener;
import io.github.feedback4j.client.SpoolException;
import io.github.feedback4j.client.SpoolOptions;
import io.github.feedback4j.client.TokenSupplier;
import io.github.feedback4j.survey.Survey;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the client of properties, and says everything that is wrong with them. */
final class Client {

  private final RemoteProperties properties;
  private final @Nullable TokenSupplier tokens;
  private final List<String> mistakes = new ArrayList<>();

  /**
   * Begins with whoever gives the token.
   *
   * @param tokens a bean of the application, before the token of the properties
   */
  Client(RemoteProperties properties, @Nullable TokenSupplier tokens) {
    this.properties = properties;
    this.tokens = tokens;
  }

  /**
   * Returns a client that has opened its spool and sends nothing before it is started.
   *
   * @throws RemoteSetUpException with the way out
   */
  CollectorClient open(
      List<Survey> surveys, List<DeliveryListener> listeners, @Nullable OkHttpClient http) {
    URI url = required("url", properties.url(), "https://feedback.example.com");
    URI source = required("source", properties.source(), "urn:example:desk");
    TokenSupplier token = token();
    SpoolOptions spool = spool(properties.spool());
    if (url == null || source == null || token == null || spool == null) {
      throw mistaken(null);
    }
    CollectorClient.Builder builder = CollectorClient.builder(url, source)
        .basePath(properties.basePath())
        .token(token)
        .surveys(surveys)
        .spool(spool);
    listeners.forEach(builder::listener);
    if (http != null) {
      builder.http(http);
    }
    try {
      return builder.build();
    } catch (IllegalArgumentException e) {
      mistakes.add("feedback4j.remote: " + e.getMessage());
      throw mistaken(e);
    } catch (SpoolException e) {
      throw new RemoteSetUpException(
          String.valueOf(e.getMessage()),
          "Do that, or set feedback4j.remote.spool.directory to a directory of this process alone; "
              + "without any disk set feedback4j.remote.spool.memory=true.",
          e);
    }
  }

  private @Nullable URI required(String name, @Nullable URI value, String example) {
    if (value == null || value.toString().isBlank()) {
      mistakes.add("feedback4j.remote.%s is not set, such as %s".formatted(name, example));
      return null;
    }
    return value;
  }

  private @Nullable TokenSupplier token() {
    if (tokens != null) {
      return tokens;
    }
    String token = properties.token();
    if (token == null || token.isBlank()) {
      mistakes.add("feedback4j.remote.token is not set, and there is no TokenSupplier");
      return null;
    }
    return () -> token;
  }

  private @Nullable SpoolOptions spool(RemoteProperties.Spool spool) {
    try {
      SpoolOptions place = spool.memory()
          ? SpoolOptions.memory()
          : SpoolOptions.defaults().withDirectory(Path.of(spool.directory()));
      return place
          .withMaxBytes(spool.maxBytes().toBytes())
          .withMaxAge(spool.maxAge())
          .withFsync(spool.fsync())
          .withAppendTimeout(spool.appendTimeout());
    } catch (IllegalArgumentException e) {
      mistakes.add("feedback4j.remote.spool: " + e.getMessage());
      return null;
    }
  }

  private RemoteSetUpException mistaken(@Nullable IllegalArgumentException cause) {
    String message = String.join("; ", mistakes);
    String wayOut =
        "Set these properties, or set feedback4j.store to where answers are kept instead.";
    return cause == null
        ? new RemoteSetUpException(message, wayOut)
        : new RemoteSetUpException(message, wayOut, cause);
  }
}
