package io.github.feedback4j.examples.servicedesk;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's browser: keeps cookies, follows redirects, and presses the buttons of pages. */
final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client = HttpClient.newBuilder()
      .cookieHandler(new CookieManager())
      .followRedirects(Redirect.NORMAL)
      .build();
  private final String base;

  Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** Returns a browser in which this person is signed in. */
  static Browser of(int port, String user) {
    Browser browser = new Browser(port);
    browser.signIn(user, "demo");
    return browser;
  }

  /** Returns the page that comes after the sign-in form. */
  HttpResponse<String> signIn(String user, String password) {
    return submit("/login", "/login", "username=" + user + "&password=" + password);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html"));
  }

  /** Opens a page, and sends one of its forms with its token. */
  HttpResponse<String> submit(String page, String action, String fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("there is no form on " + page);
    }
    String body =
        "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&" + fields;
    return send(HttpRequest.newBuilder(URI.create(base + action))
        .header("Accept", "text/html")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body)));
  }

  HttpResponse<String> close(String ticket, boolean mayAsk) {
    return act(ticket, "close", mayAsk ? "ask=true" : "");
  }

  /** Presses a button on the page of a ticket. */
  HttpResponse<String> act(String ticket, String action, String fields) {
    String page = "/tickets/" + ticket;
    return submit(page, page + "/" + action, fields);
  }

  /** Asks for a prompt as the widget on the page of a ticket does. */
  HttpResponse<String> prompt(String ticket, String language) {
    return send(HttpRequest.newBuilder(URI.create(base
            + "/feedback4j/api/v1/prompts?touchpoint=ticket.closed&placement=inline&subject="
            + ticket
            + "&lang="
            + language))
        .header("X-Feedback4j", "1"));
  }

  /** Asks for a prompt as the widget below somebody's tickets does. */
  HttpResponse<String> visit(String language) {
    return send(
        api("prompts?touchpoint=desk.visited&lang=" + language).header("X-Feedback4j", "1"));
  }

  /** Sends a complete response to the question on the page of a ticket, as the widget does. */
  HttpResponse<String> answer(HttpResponse<String> prompt, String answers) {
    String body = "{\"invitation\":\"%s\",\"revision\":1,\"complete\":true,\"answers\":[%s]}"
        .formatted(invitation(prompt), answers);
    return write("PUT", "responses/" + UUID.randomUUID(), body);
  }

  HttpResponse<String> dismiss(HttpResponse<String> prompt, String how) {
    String path = "prompts/" + invitation(prompt) + "/dismissal";
    return write("POST", path, "{\"how\":\"" + how + "\"}");
  }

  /** Asks what is kept, as the element on the page of preferences does. */
  HttpResponse<String> me() {
    return send(api("me").header("X-Feedback4j", "1"));
  }

  /** Asks for what the editor of themes shows. */
  HttpResponse<String> themes(String path) {
    return send(api("themes/" + path).header("X-Feedback4j", "1"));
  }

  HttpResponse<String> optOut(boolean optedOut) {
    return write("PUT", "me/opt-out", "{\"optedOut\":" + optedOut + "}");
  }

  HttpResponse<String> erase() {
    return write("DELETE", "me", "");
  }

  private static String invitation(HttpResponse<String> prompt) {
    return first("\"invitation\":\"([^\"]+)\"", prompt.body());
  }

  private HttpResponse<String> write(String method, String path, String json) {
    return send(api(path)
        .header("X-Feedback4j", "1")
        .header("X-CSRF-TOKEN", first("\"token\":\"([^\"]+)\"", me().body()))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder api(String path) {
    return HttpRequest.newBuilder(URI.create(base + "/feedback4j/api/v1/" + path));
  }

  private static String first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new AssertionError("there is no " + pattern + " in " + text);
    }
    return found.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
