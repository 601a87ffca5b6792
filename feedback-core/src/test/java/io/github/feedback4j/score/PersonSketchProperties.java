package io.github.feedback4j.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PersonSketchProperties {

  @Provide
  Arbitrary<long[]> people() {
    return Arbitraries.oneOf(Arbitraries.longs().between(0, 8), Arbitraries.longs())
        .array(long[].class)
        .ofMaxSize(12);
  }

  private static PersonSketch oneByOne(long[] people) {
    PersonSketch sketch = PersonSketch.none();
    for (long each : people) {
      sketch = sketch.with(each);
    }
    return sketch;
  }

  @Property
  void countsDifferentPeopleExactlyUpToFive(@ForAll("people") long[] people) {
    long different = Arrays.stream(people).distinct().count();

    PersonSketch sketch = oneByOne(people);

    assertThat(sketch.atMostFive()).isEqualTo((int) Math.min(5, different));
    for (int persons = 1; persons <= 5; persons++) {
      assertThat(sketch.isAtLeast(persons)).isEqualTo(different >= persons);
    }
    assertThat(sketch)
        .isEqualTo(PersonSketch.of(people))
        .hasSameHashCodeAs(PersonSketch.of(people));
    assertThat(PersonSketch.of(sketch.hashes())).isEqualTo(sketch);
  }

  @Property
  void plusIsThatOfTheUnion(
      @ForAll("people") long[] one, @ForAll("people") long[] two, @ForAll("people") long[] three) {
    PersonSketch a = PersonSketch.of(one);
    PersonSketch b = PersonSketch.of(two);
    PersonSketch c = PersonSketch.of(three);

    long[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    assertThat(a.plus(b)).isEqualTo(PersonSketch.of(both)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(a)).isEqualTo(a);
    assertThat(a.plus(PersonSketch.none())).isEqualTo(a);
  }

  @Example
  void refusesToCountFurther() {
    for (int persons : new int[] {0, 6}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PersonSketch.none().isAtLeast(persons))
          .withMessage("persons must be between 1 and 5, but was " + persons);
    }
  }

  @Example
  void saysNoHash() {
    assertThat(PersonSketch.of(1, 2, 3)).hasToString("3 persons");
    assertThat(PersonSketch.of(1, 2, 3, 4, 5, 6)).hasToString("5 or more persons");
  }
}
