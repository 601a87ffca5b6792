package io.github.feedback4j;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Holds when no public method of a class takes or returns a type of some packages. */
final class HidesFromSignatures extends ArchCondition<JavaClass> {

  private final String packages;

  HidesFromSignatures(String packages) {
    super("hide " + packages + " from public signatures");
    this.packages = packages;
  }

  @Override
  public void check(JavaClass item, ConditionEvents events) {
    for (JavaCodeUnit each : item.getCodeUnits()) {
      boolean shows = each.getModifiers().contains(JavaModifier.PUBLIC)
          && Stream.concat(each.getRawParameterTypes().stream(), Stream.of(each.getRawReturnType()))
              .anyMatch(type -> type.getPackageName().startsWith(packages));
      if (shows) {
        events.add(SimpleConditionEvent.violated(each, each.getFullName()));
      }
    }
  }
}
