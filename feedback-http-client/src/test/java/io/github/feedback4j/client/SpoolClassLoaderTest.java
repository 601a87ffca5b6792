package io.github.feedback4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is taken out of its server takes the spool with it. */
class SpoolClassLoaderTest {

  private static final String PACKAGE = "io.github.feedback4j.client.";

  /** Loads the spool anew, and everything else from where this test has it. */
  private static final class Application extends URLClassLoader {

    Application(URL... classes) {
      super(classes, SpoolClassLoaderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(PACKAGE)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }
  }

  @Test
  void nothingHoldsTheClassLoaderAfterClose(@TempDir Path directory) throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> application = run(directory, collected);

    for (int i = 0; i < 100 && application.get() != null; i++) {
      System.gc();
      collected.remove(100);
    }

    assertThat(application.get()).isNull();
  }

  private static WeakReference<ClassLoader> run(
      Path directory, ReferenceQueue<ClassLoader> collected) throws Exception {
    URL classes = Spool.class.getProtectionDomain().getCodeSource().getLocation();
    try (Application application = new Application(classes)) {
      Class<?> optionsClass = application.loadClass(SpoolOptions.class.getName());
      Object options = optionsClass
          .getMethod("withDirectory", Path.class)
          .invoke(optionsClass.getMethod("defaults").invoke(null), directory);
      Class<?> spoolClass = application.loadClass(Spool.class.getName());
      Class<?> kindClass = application.loadClass(EventKind.class.getName());
      assertThat(spoolClass).isNotEqualTo(Spool.class);
      Object spool = method(
              spoolClass, "open", optionsClass, InstantSource.class, LongSupplier.class)
          .invoke(null, options, InstantSource.system(), (LongSupplier) System::nanoTime);
      Object kind = method(kindClass, "of", int.class).invoke(null, 1);
      method(spoolClass, "append", UUID.class, kindClass, String.class, byte[].class)
          .invoke(spool, new UUID(0, 1), kind, "key", new byte[10]);
      method(spoolClass, "close").invoke(spool);
      return new WeakReference<>(application, collected);
    }
  }

  private static Method method(Class<?> type, String name, Class<?>... parameters)
      throws NoSuchMethodException {
    Method method = type.getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }
}
