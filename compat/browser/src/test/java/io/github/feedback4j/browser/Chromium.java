package io.github.feedback4j.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Finds the browser of the machine; the build never downloads one. */
final class Chromium {

  private Chromium() {}

  static Path path() {
    String search = System.getenv().getOrDefault("PATH", "");
    return Arrays.stream(search.split(File.pathSeparator, -1))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
            .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "the browser tests need Chromium on the PATH; ./verify installs it on Debian"));
  }
}
