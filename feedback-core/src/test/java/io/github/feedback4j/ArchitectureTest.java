package io.github.feedback4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows of the house, stated once. */
class ArchitectureTest {

  private static final String ROOT = "io.github.feedback4j";

  /** Every package, and exactly the siblings that it imports. */
  private static final Map<String, Set<String>> ARROWS = Map.of(
      "node", Set.of(),
      "survey", Set.of("node"),
      "privacy", Set.of(),
      "theme", Set.of("node"),
      "prompt", Set.of("survey", "privacy"),
      "response", Set.of("prompt", "survey", "privacy", "theme"),
      "score", Set.of("survey"),
      "insight", Set.of("score", "survey"),
      "wire", Set.of("prompt", "response", "survey", "privacy", "theme"));

  private static final JavaClasses CORE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages(ROOT);

  @Test
  void packagesImportExactlyTheSiblingsOfTheDesign() {
    ARROWS.forEach((name, siblings) -> {
      Set<String> imported = CORE.stream()
          .filter(each -> each.getPackageName().equals(ROOT + "." + name))
          .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
          .map(each -> each.getTargetClass().getPackageName())
          .filter(each -> each.startsWith(ROOT + ".") && !each.equals(ROOT + "." + name))
          .map(each -> each.substring(ROOT.length() + 1))
          .collect(Collectors.toCollection(TreeSet::new));

      assertThat(imported)
          .as("siblings that '%s' imports", name)
          .isEqualTo(new TreeSet<>(siblings));
    });
  }

  @Test
  void everyPackageIsInTheDesign() {
    Set<String> packages = new TreeSet<>(Set.of(ROOT));
    ARROWS.keySet().forEach(each -> packages.add(ROOT + "." + each));

    assertThat(CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
        .isEqualTo(packages);
  }

  @Test
  void nothingImportsTheRootPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT))
        .check(CORE);
  }

  @Test
  void noPackagesImportEachOther() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void onlyNodeSurveyThemeAndWireKnowJacksonAndTheYamlEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".node", ROOT + ".survey", ROOT + ".theme", ROOT + ".wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tools.jackson..", "org.snakeyaml..")
        .check(CORE);
  }

  @Test
  void noPublicSignatureShowsJacksonTheYamlEngineOrNodes() {
    classes()
        .that()
        .arePublic()
        .and()
        .resideInAnyPackage(ROOT + ".survey", ROOT + ".theme", ROOT + ".wire")
        .should(new HidesFromSignatures("tools.jackson"))
        .andShould(new HidesFromSignatures("org.snakeyaml"))
        .andShould(new HidesFromSignatures(ROOT + ".node"))
        .check(CORE);
  }

  @Test
  void timeAndRandomnessAreHandedIn() {
    noClasses().should().callMethod(Instant.class, "now").check(CORE);
    noClasses().should().callMethod(System.class, "currentTimeMillis").check(CORE);
    noClasses().should().callMethod(System.class, "nanoTime").check(CORE);
    noClasses().should().callMethod(Math.class, "random").check(CORE);
    noClasses().should().callMethod(RandomGenerator.class, "getDefault").check(CORE);
  }

  @Test
  void nothingPrintsOrStartsThreads() {
    noClasses().should().accessField(System.class, "out").check(CORE);
    noClasses().should().accessField(System.class, "err").check(CORE);
    noClasses().should().callConstructor(Thread.class).check(CORE);
    noClasses().should().dependOnClassesThat().areAssignableTo(Executor.class).check(CORE);
  }
}
