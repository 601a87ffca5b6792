package io.github.feedback4j.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What the client may know and do. */
class ArchitectureTest {

  private static final String HERE = "io.github.feedback4j.client";

  private static final JavaClasses CLIENT = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(HERE);

  /** All of feedback4j that this module sees. */
  private static final JavaClasses ALL = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("io.github.feedback4j");

  @Test
  void nothingButTheClientImportsOkHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HERE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..", "kotlin..")
        .check(ALL);
  }

  @Test
  void onlyTheTransportAndTheDoorKnowOkHttp() {
    noClasses()
        .that()
        .doNotHaveSimpleName("HttpTransport")
        .and()
        .doNotHaveSimpleName("WithoutDelay")
        .and()
        .doNotHaveSimpleName("Address")
        .and()
        .doNotHaveSimpleName("CollectorClient")
        .and()
        .doNotHaveSimpleName("Builder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("okhttp3..")
        .check(CLIENT);
  }

  @Test
  void theClientNeedsTheCoreAndNoOtherModule() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.net",
            "okhttp3",
            "org.jspecify.annotations",
            "org.slf4j",
            "tools.jackson.core..",
            HERE,
            "io.github.feedback4j.wire",
            "io.github.feedback4j.response",
            "io.github.feedback4j.prompt",
            "io.github.feedback4j.survey",
            "io.github.feedback4j.privacy")
        .check(CLIENT);
  }

  @Test
  void timeAndRandomnessAreHandedIn() {
    noClasses().should().callMethod(Instant.class, "now").check(CLIENT);
    noClasses().should().callMethod(LocalDateTime.class, "now").check(CLIENT);
    noClasses().should().dependOnClassesThat().areAssignableTo(Clock.class).check(CLIENT);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CLIENT);
    noClasses().should().callMethod(Math.class, "random").check(CLIENT);
    noClasses().should().callMethod(RandomGenerator.class, "getDefault").check(CLIENT);
    noClasses()
        .that()
        .doNotHaveSimpleName("Builder")
        .should()
        .callMethod(System.class, "nanoTime")
        .check(CLIENT);
  }

  @Test
  void nothingSleepsPrintsOrOutlivesAnApplication() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CLIENT);
    noClasses().should().accessField(System.class, "out").check(CLIENT);
    noClasses().should().accessField(System.class, "err").check(CLIENT);
    noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .check(CLIENT);
    noClasses()
        .should()
        .callMethod(Runtime.class, "addShutdownHook", Thread.class)
        .check(CLIENT);
  }
}
