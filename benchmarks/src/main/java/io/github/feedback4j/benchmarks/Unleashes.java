package io.github.feedback4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link UnleashRules} with the Unleash of the class path, which is 9, and once more with Unleash
 * 12, whose classes have the same names.
 */
final class Unleashes {

  private static final List<String> OWN =
      List.of("io.getunleash.", "com.google.flatbuffers.", UnleashRules.class.getName());

  private Unleashes() {}

  static Rules nine(int surveys) {
    return new UnleashRules(json(surveys), ticket(surveys), names(surveys));
  }

  static Rules twelve(int surveys) {
    try {
      return (Rules) new Loader(jars())
          .loadClass(UnleashRules.class.getName())
          .getConstructor(String.class, Map.class, String[].class)
          .newInstance(json(surveys), ticket(surveys), names(surveys));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Unleash 12 cannot be loaded", e);
    }
  }

  private static Map<String, String> ticket(int surveys) {
    return Map.of(
        "channel", Workload.CHANNEL,
        "priority", Integer.toString(Workload.PRIORITY),
        "vip", Boolean.toString(Workload.VIP),
        "service", Workload.service(Workload.matching(surveys)));
  }

  private static String[] names(int surveys) {
    return IntStream.range(0, surveys).mapToObj(Workload::surveyKey).toArray(String[]::new);
  }

  private static String json(int surveys) {
    return IntStream.range(0, surveys)
        .mapToObj(Unleashes::feature)
        .collect(Collectors.joining(
            ",\n", "{\"version\": 2, \"segments\": [], \"features\": [\n", "]}"));
  }

  private static String feature(int number) {
    return """
        {
          "name": "%1$s", "type": "release", "enabled": true, "project": "default", "variants": [],
          "strategies": [{
            "name": "flexibleRollout",
            "parameters": {"rollout": "%2$d", "stickiness": "userId", "groupId": "%1$s"},
            "segments": [],
            "constraints": [
              {"contextName": "channel", "operator": "IN", "values": [%3$s], "inverted": false, "caseInsensitive": false},
              {"contextName": "priority", "operator": "NUM_GT", "values": [], "value": "%4$d", "inverted": false, "caseInsensitive": false},
              {"contextName": "vip", "operator": "IN", "values": ["%5$s"], "inverted": false, "caseInsensitive": false},
              {"contextName": "service", "operator": "IN", "values": ["%6$s"], "inverted": false, "caseInsensitive": false}
            ]
          }]
        }""".formatted(
            Workload.surveyKey(number),
            (int) (Workload.RATE * 100),
            Workload.CHANNELS.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
            Workload.PRIORITY_ABOVE,
            Workload.VIP,
            Workload.service(number));
  }

  private static URL[] jars() {
    List<URL> urls = new ArrayList<>();
    try {
      Path classes = Path.of(
          UnleashRules.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = classes.resolveSibling("unleash-12");
      if (!Files.isDirectory(folder)) {
        throw new IllegalStateException(
            folder + " is missing: build this module with Maven, which copies Unleash 12 there");
      }
      try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
        for (Path jar : jars) {
          urls.add(url(jar));
        }
      }
      urls.add(url(classes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return urls.toArray(URL[]::new);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }

  /** Looks here first for what is {@link #OWN}, and only there for everything else. */
  private static final class Loader extends URLClassLoader {

    Loader(URL[] urls) {
      super(urls, Unleashes.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (OWN.stream().noneMatch(name::startsWith)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }

    @Override
    public @Nullable URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }
}
