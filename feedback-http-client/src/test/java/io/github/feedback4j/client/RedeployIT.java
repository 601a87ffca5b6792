package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A closed client leaves nothing behind that keeps its application in memory. */
class RedeployIT {

  /** OkHttp's own daemon threads end when they had nothing to do for a minute. */
  private static final Duration UNTIL_OKHTTP_ENDS = Duration.ofSeconds(65);

  private final ScriptedCollector collector = new ScriptedCollector();

  @AfterEach
  void close() {
    collector.close();
  }

  @Test
  void theClassLoaderOfAClosedClientIsCollected(@TempDir Path directory) throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    WeakReference<ClassLoader> application = deployAndUndeploy(directory);
    assertThat(collector.responses()).hasSize(DeployedClient.RESPONSES);
    // The thread of the spool closes its files and is the last to end.
    await()
        .atMost(Duration.ofSeconds(2))
        .untilAsserted(() ->
            assertThat(threadsSince(before)).noneMatch(each -> each.startsWith("feedback4j")));

    await().atMost(UNTIL_OKHTTP_ENDS).pollInterval(Duration.ofSeconds(1)).until(() -> {
      System.gc();
      return application.get() == null;
    });
  }

  private static List<String> threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> !before.contains(each))
        .map(Thread::getName)
        .toList();
  }

  private WeakReference<ClassLoader> deployAndUndeploy(Path directory) throws Exception {
    // A class loader of its own for the client and all that it needs, as an application server has.
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Thread thread = Thread.currentThread();
      ClassLoader own = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        loader
            .loadClass(DeployedClient.class.getName())
            .getMethod("main", String[].class)
            .invoke(null, (Object) new String[] {collector.uri().toString(), directory.toString()});
      } catch (InvocationTargetException e) {
        throw new AssertionError("the deployed client failed", e.getCause());
      } finally {
        thread.setContextClassLoader(own);
      }
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** What the application does while it is deployed. */
  public static final class DeployedClient {

    static final int RESPONSES = 100;

    private DeployedClient() {}

    /** Takes the address of the collector and the directory of the spool. */
    public static void main(String[] args) {
      CollectorClient client = CollectorClient.builder(URI.create(args[0]), Samples.SOURCE)
          .surveys(List.of(Samples.SURVEY))
          .spool(SpoolOptions.defaults().withDirectory(Path.of(args[1])))
          .build();
      for (int i = 0; i < RESPONSES; i++) {
        client.append(Samples.response(i));
      }
      if (!client.close(Duration.ofSeconds(10)).isComplete()) {
        throw new IllegalStateException("not everything was sent");
      }
    }
  }
}
