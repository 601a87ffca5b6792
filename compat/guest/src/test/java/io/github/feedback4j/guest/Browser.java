package io.github.feedback4j.guest;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's browser: keeps cookies, and sends what the widget sends. */
final class Browser {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;
  private final @Nullable String user;
  private @Nullable JsonNode csrf;

  Browser(int port, @Nullable String user) {
    this(port, "", user);
  }

  /** Visits an application whose pages live below a path. */
  Browser(int port, String below, @Nullable String user) {
    this.base = "http://127.0.0.1:" + port + below + "/feedback4j/";
    this.user = user;
  }

  /** What came back. */
  record Answer(int status, String body, Map<String, List<String>> headers) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  /** Asks for a prompt, and keeps its token for the writes that follow. */
  Answer prompt(String query) {
    Answer answer = send(request("api/v1/prompts?" + query).header("X-Feedback4j", "1").GET());
    if (answer.status() == 200) {
      csrf = answer.json().get("csrf");
    }
    return answer;
  }

  /** Asks what is kept of this person, and keeps the token for the writes that follow. */
  Answer me() {
    Answer answer = send(request("api/v1/me").header("X-Feedback4j", "1").GET());
    if (answer.status() == 200) {
      csrf = answer.json().get("csrf");
    }
    return answer;
  }

  /** Asks which theme pack tags now, and keeps the token for the writes that follow. */
  Answer themes() {
    Answer answer = get("api/v1/themes?lang=en");
    if (answer.status() == 200) {
      csrf = answer.json().get("csrf");
    }
    return answer;
  }

  /** Activates a theme pack for somebody who has seen the one with this tag. */
  Answer activate(String json, String tag) {
    return send(writing("POST", "api/v1/themes/activate", json).header("If-Match", tag));
  }

  Answer delete(String path) {
    return write("DELETE", path, "");
  }

  Answer get(String path) {
    return send(request(path).header("Accept", "application/json, text/html").GET());
  }

  Answer post(String path, String json) {
    return write("POST", path, json);
  }

  Answer put(String path, String json) {
    return write("PUT", path, json);
  }

  private Answer write(String method, String path, String json) {
    return send(writing(method, path, json));
  }

  private HttpRequest.Builder writing(String method, String path, String json) {
    HttpRequest.Builder request =
        request(path)
            .header("X-Feedback4j", "1")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    if (csrf != null && csrf.isObject()) {
      request.header(csrf.get("header").stringValue(), csrf.get("token").stringValue());
    }
    return request;
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (user != null) {
      String basic =
          Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
      request.header("Authorization", "Basic " + basic);
    }
    return request;
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response.headers().map());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
