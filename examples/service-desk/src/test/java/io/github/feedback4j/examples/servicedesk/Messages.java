package io.github.feedback4j.examples.servicedesk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The texts of one language. */
final class Messages {

  private Messages() {}

  /** Returns what has a text, sorted. */
  static Set<String> keys(String bundle) {
    Properties texts = new Properties();
    try (InputStream file = Messages.class.getResourceAsStream("/" + bundle + ".properties")) {
      if (file == null) {
        throw new AssertionError("there is no " + bundle);
      }
      try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
        texts.load(reader);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new TreeSet<>(texts.stringPropertyNames());
  }
}
