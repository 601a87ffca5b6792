package io.github.feedback4j.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The comments of {@code capabilities.tsv}, each with what is to be found in it. */
final class Capabilities {

  record Row(String capability, @Nullable Locale locale, String text, String expected) {}

  private Capabilities() {}

  static List<Row> rows() throws IOException {
    return read("capabilities.tsv")
        .lines()
        .filter(each -> !each.isEmpty() && !each.startsWith("#"))
        .map(each -> each.split("\t", -1))
        .map(each -> new Row(
            each[0],
            each[1].equals("-") ? null : Locale.forLanguageTag(each[1]),
            unescaped(each[2]),
            unescaped(each[3])))
        .toList();
  }

  static String read(String file) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(Capabilities.class.getResourceAsStream("/theme/" + file))) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }

  /** Returns the text with its escapes as characters. */
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\\' && text.charAt(i + 1) == 'u') {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (text.charAt(i) == '\\') {
        plain.append(text.charAt(++i) == 'n' ? '\n' : '\t');
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }
}
