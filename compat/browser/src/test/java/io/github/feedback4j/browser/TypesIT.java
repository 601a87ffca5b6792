package io.github.feedback4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The types that the JSDoc of our modules states, checked by TypeScript.
 *
 * <p>Nobody has to install Node or npm: Playwright's driver is a Node, and TypeScript comes in a jar.
 */
class TypesIT {

  private static final Path STARTER =
      Path.of("../../feedback-spring-starter/src").toAbsolutePath();
  private static final String TYPESCRIPT = "META-INF/resources/webjars/typescript/";

  @TempDir
  private Path folder;

  @Test
  void everyModuleOfTheStarterKeepsItsTypes() throws Exception {
    Path output = folder.resolve("output.txt");
    Process compiler = new ProcessBuilder(
            node().toString(),
            unpackedTypeScript().resolve("tsc.js").toString(),
            "--project",
            STARTER.resolve("test/js/tsconfig.json").normalize().toString(),
            "--pretty",
            "false",
            "--listFiles")
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
    int exit = compiler.waitFor();

    String printed = Files.readString(output);
    assertThat(exit).as(printed).isZero();
    // A folder that the tsconfig.json does not name would go unchecked without a word.
    assertThat(printed.lines()).containsAll(modules());
  }

  private static Path node() {
    Driver driver =
        Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
    Path node = driver.driverDir().resolve("node");
    return Files.exists(node) ? node : driver.driverDir().resolve("node.exe");
  }

  /** Writes the compiler, and the declarations of the language and of browsers, to a folder. */
  private Path unpackedTypeScript() throws IOException {
    URL found = TypesIT.class.getClassLoader().getResource(TYPESCRIPT);
    assertThat(found).as(TYPESCRIPT).isNotNull();
    try (JarFile jar = ((JarURLConnection) found.openConnection()).getJarFile()) {
      for (JarEntry each : jar.stream().filter(TypesIT::isNeeded).toList()) {
        Path name = Path.of(each.getName()).getFileName();
        try (InputStream content = jar.getInputStream(each)) {
          Files.copy(content, folder.resolve(name));
        }
      }
    }
    return folder;
  }

  private static boolean isNeeded(JarEntry entry) {
    return entry
        .getName()
        .matches(TYPESCRIPT + "[^/]+/(lib/(_?tsc\\.js|lib\\..*\\.d\\.ts)|package\\.json)");
  }

  private static List<String> modules() throws IOException {
    try (Stream<Path> files = Files.walk(STARTER.resolve("main/resources").normalize())) {
      List<String> modules =
          files.map(Path::toString).filter(name -> name.endsWith(".js")).toList();
      assertThat(modules).isNotEmpty();
      return modules;
    }
  }
}
