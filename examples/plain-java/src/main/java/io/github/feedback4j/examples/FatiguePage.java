package io.github.feedback4j.examples;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * The frame of the page and its parts: head, charts with their data, tables. It needs nothing else: no
 * script, no request, one style that the page's own policy names by its hash.
 */
final class FatiguePage {

  private final FatigueWords words;
  private final List<String> names;
  private final Markup html = new Markup();

  /**
   * Creates an empty page.
   *
   * @param words its language
   * @param names what the series of its charts are called, one or two
   */
  FatiguePage(FatigueWords words, List<String> names) {
    this.words = words;
    this.names = names;
  }

  /** Returns what is written, to write on. */
  Markup html() {
    return html;
  }

  /** Writes everything above the first paragraph. */
  void begin(String finding) {
    html.raw("<!DOCTYPE html>\n")
        .open("html", "lang", words.language(), "xmlns", "http://www.w3.org/1999/xhtml")
        .open("head")
        .empty("meta", "charset", "utf-8")
        .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
        .empty("meta", "name", "color-scheme", "content", "light dark")
        .empty(
            "meta",
            "http-equiv",
            "Content-Security-Policy",
            "content",
            "default-src 'none'; style-src 'sha256-" + sha256(FatigueStyle.CSS) + "'")
        .leaf("title", words.text("title") + ": " + finding)
        .open("style")
        .raw(FatigueStyle.CSS)
        .close("style")
        .close("head")
        .open("body")
        .open("main")
        .leaf("p", words.text("title"), "class", "kicker")
        .leaf("h1", finding);
  }

  /** Returns the whole page. */
  String end() {
    return html.close("main").close("body").close("html").raw("\n").toString();
  }

  /** Opens a section with a chart; what follows is its data. */
  void figure(String id, String title, String note, String svg) {
    html.open("section", "id", id)
        .leaf("h2", title)
        .open("figure")
        .leaf("figcaption", note)
        .raw(svg)
        .close("figure");
    if (names.size() == 2) {
      html.open("p", "class", "legend");
      for (int i = 0; i < 2; i++) {
        html.open("span")
            .raw(
                id.equals("weeks")
                    ? FatigueChart.lineKey(i)
                    : FatigueChart.key(id + "-key-" + i + "-hatch", i, 2))
            .text(" " + names.get(i))
            .close("span");
      }
      html.close("p");
    }
  }

  /** Adds the data of a chart, whose first column is a name. */
  void details(List<String> heads, List<List<String>> rows) {
    details(heads, rows, 1);
  }

  /** Adds the data of a chart, whose first columns are names. */
  void details(List<String> heads, List<List<String>> rows, int names) {
    html.open("details").leaf("summary", words.text("data"));
    table(heads, rows, names);
    html.close("details");
  }

  /** Adds a table whose first column is a name. */
  void table(List<String> heads, List<List<String>> rows) {
    table(heads, rows, 1);
  }

  /** Adds a table whose first columns are names and whose others are figures. */
  private void table(List<String> heads, List<List<String>> rows, int names) {
    html.open(
            "div",
            "class",
            "scroll",
            "tabindex",
            0,
            "role",
            "group",
            "aria-label",
            words.text("data"))
        .open("table")
        .open("thead")
        .open("tr");
    for (int i = 0; i < heads.size(); i++) {
      html.leaf("th", heads.get(i), "scope", "col", "class", i < names ? "left" : "right");
    }
    html.close("tr").close("thead").open("tbody");
    for (List<String> row : rows) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        if (i == 0) {
          html.leaf("th", row.get(i), "scope", "row");
        } else {
          html.leaf("td", row.get(i), "class", i < names ? "left" : "right");
        }
      }
      html.close("tr");
    }
    html.close("tbody").close("table").close("div");
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
