package io.github.feedback4j.wire;

import java.util.Locale;

/** JSON that another part of the library wrote, made fit for bytes. */
final class RawJson {

  /** The last character that every text may have as it is; behind it are halves of pairs. */
  static final int LAST_PLAIN = 0xd7ff;

  private RawJson() {}

  /**
   * Returns the same JSON with every half of a surrogate pair escaped, because a text may have a half
   * alone, as where an emoji was cut, and UTF-8 cannot say that. Outside of its texts JSON has only ASCII.
   */
  static String of(String json) {
    int at = 0;
    while (at < json.length() && json.charAt(at) <= LAST_PLAIN) {
      at++;
    }
    if (at == json.length()) {
      return json;
    }
    StringBuilder escaped = new StringBuilder(json.length() + 64).append(json, 0, at);
    for (; at < json.length(); at++) {
      char each = json.charAt(at);
      if (each <= LAST_PLAIN) {
        escaped.append(each);
      } else {
        escaped.append("\\u").append(Integer.toHexString(each).toUpperCase(Locale.ROOT));
      }
    }
    return escaped.toString();
  }
}
