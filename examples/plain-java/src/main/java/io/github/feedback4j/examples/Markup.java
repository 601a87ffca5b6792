package io.github.feedback4j.examples;

/** Writes elements that are HTML and XML alike; whatever is text or value is escaped here. */
final class Markup {

  private final StringBuilder text = new StringBuilder();

  /** Opens an element with attributes, given as names and values in turn. */
  Markup open(String element, Object... attributes) {
    return tag(element, ">", attributes);
  }

  /** Adds an element without content. */
  Markup empty(String element, Object... attributes) {
    return tag(element, "/>", attributes);
  }

  /** Adds an element that holds a text. */
  Markup leaf(String element, String content, Object... attributes) {
    return open(element, attributes).text(content).close(element);
  }

  Markup close(String element) {
    text.append("</").append(element).append('>');
    return this;
  }

  Markup text(String content) {
    text.append(escaped(content));
    return this;
  }

  /** Adds what is markup already. */
  Markup raw(String markup) {
    text.append(markup);
    return this;
  }

  private Markup tag(String element, String end, Object... attributes) {
    text.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(String.valueOf(attributes[i + 1]))).append('"');
    }
    text.append(end);
    return this;
  }

  private static String escaped(String content) {
    StringBuilder escaped = new StringBuilder(content.length() + 16);
    content.codePoints().forEach(point -> {
      switch (point) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.appendCodePoint(isAllowed(point) ? point : 0xFFFD);
      }
    });
    return escaped.toString();
  }

  /** Returns whether XML may hold this character at all. */
  private static boolean isAllowed(int point) {
    return point == '\t'
        || point == '\n'
        || (point >= 0x20
            && point != 0xFFFE
            && point != 0xFFFF
            && (point < 0xD800 || point > 0xDFFF));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
