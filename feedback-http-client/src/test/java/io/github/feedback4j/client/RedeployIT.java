package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    letTheJdkForgetRecords();
    await().atMost(UNTIL_OKHTTP_ENDS).pollInterval(Duration.ofSeconds(1)).until(() -> {
      System.gc();
      return application.get() == null;
    });
  }

  /**
   * The JDK remembers the type of the last record that was made comparable until the next one is, be it
   * softly; so here is another one, of another application.
   */
  private static void letTheJdkForgetRecords() throws Exception {
    try (URLClassLoader other = new ApplicationLoader(classPath())) {
      Constructor<?> maker = other.loadClass(Compared.class.getName()).getDeclaredConstructors()[0];
      assertThat(maker.newInstance((Object) null)).isEqualTo(maker.newInstance((Object) null));
    }
  }

  /** A record with a component whose type is of the class loader of the record. */
  public record Compared(@Nullable Compared component) {

    /** Creates one. */
    public Compared {}
  }

  private static List<String> threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(each -> !before.contains(each))
        .map(Thread::getName)
        .toList();
  }

  private WeakReference<ClassLoader> deployAndUndeploy(Path directory) throws Exception {
    // A class loader of its own for the client and all that it needs, as an application server has.
    try (URLClassLoader loader = new ApplicationLoader(classPath())) {
      Thread thread = Thread.currentThread();
      ClassLoader own = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        Class<?> client = loader.loadClass(DeployedClient.class.getName());
        assertThat(client).isNotEqualTo(DeployedClient.class);
        client.getMethod("main", String[].class).invoke(null, (Object)
            new String[] {collector.uri().toString(), directory.toString()});
      } catch (InvocationTargetException e) {
        throw new AssertionError("the deployed client failed", e.getCause());
      } finally {
        thread.setContextClassLoader(own);
      }
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String each : Children.classPath().split(File.pathSeparator, -1)) {
      urls.add(Path.of(each).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** Looks at home first: the platform's loader would find the classes of the test's own modules. */
  private static final class ApplicationLoader extends URLClassLoader {

    ApplicationLoader(URL[] urls) {
      super("application", urls, ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("jdk.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
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
