package io.github.feedback4j.client;

import java.net.URI;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where a collector takes batches: {@code {collector}{base path}/v1/events}. */
final class Address {

  private static final String EVENTS = "v1/events";

  private Address() {}

  /** Returns the address, or null after adding what is wrong with it to {@code problems}. */
  static @Nullable HttpUrl of(URI collector, String basePath, List<String> problems) {
    HttpUrl url = HttpUrl.parse(collector.toString());
    int before = problems.size();
    if (url == null) {
      problems.add("collector must be an http or https address with a host");
    } else if (collector.getRawUserInfo() != null) {
      // Without the address: there is a password in it.
      problems.add("collector must have no user or password; use token(…) or http(…)");
    } else if (collector.getRawQuery() != null || collector.getRawFragment() != null) {
      problems.add("collector must have no query and no fragment, but was " + collector);
    }
    if (!basePath.isEmpty() && (!basePath.startsWith("/") || basePath.endsWith("/"))) {
      problems.add("basePath must be empty or begin, and not end, with '/', but was " + basePath);
    }
    if (url == null || problems.size() > before) {
      return null;
    }
    String path = url.encodedPath();
    String parent = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return url.newBuilder().encodedPath(parent + basePath + "/" + EVENTS).build();
  }
}
