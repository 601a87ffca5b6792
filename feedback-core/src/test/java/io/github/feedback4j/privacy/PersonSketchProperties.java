package io.github.feedback4j.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PersonSketchProperties {

  @Property
  void countsDifferentPersonsExactlyUpToItsCapacity(
      @ForAll @Size(max = 60) List<@IntRange(max = 50) Integer> numbers) {
    int different = new HashSet<>(numbers).size();

    PersonSketch sketch = sketch(numbers);

    assertThat(sketch.size()).isEqualTo(Math.min(different, PersonSketch.CAPACITY));
    assertThat(sketch.isFull()).isEqualTo(different >= PersonSketch.CAPACITY);
  }

  @Property
  void addingPartsIsTheSketchOfAllInAnyOrder(
      @ForAll @Size(max = 30) Set<@IntRange(max = 50) Integer> some,
      @ForAll @Size(max = 30) Set<@IntRange(max = 50) Integer> others,
      @ForAll @Size(max = 30) Set<@IntRange(max = 50) Integer> more) {
    List<Integer> all = new ArrayList<>(some);
    all.addAll(others);
    all.addAll(more);
    PersonSketch a = sketch(some);
    PersonSketch b = sketch(others);
    PersonSketch c = sketch(more);

    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c))).isEqualTo(sketch(all));
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(a)).isEqualTo(a);
    assertThat(a.plus(PersonSketch.none())).isEqualTo(a);
  }

  @Property
  void theSameIsReadAsWasWritten(@ForAll @Size(max = 30) Set<@IntRange(max = 50) Integer> numbers) {
    PersonSketch sketch = sketch(numbers);
    byte[] bytes = sketch.toBytes();

    assertThat(bytes.length).isLessThanOrEqualTo(PersonSketch.MAX_BYTES);
    assertThat(PersonSketch.fromBytes(bytes)).isEqualTo(sketch).hasSameHashCodeAs(sketch);
  }

  @Property
  void oneMoreKnownPersonChangesNothing(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 50) Integer> numbers) {
    PersonSketch sketch = sketch(numbers);

    assertThat(sketch.with(person(numbers.get(0)))).isEqualTo(sketch);
  }

  @Example
  void bytesThatAreNoSketchAreRefused() {
    List<byte[]> wrong = List.of(
        new byte[7], new byte[2 * Long.BYTES], new byte[(PersonSketch.CAPACITY + 1) * Long.BYTES]);

    for (byte[] each : wrong) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PersonSketch.fromBytes(each))
          .withMessageContaining("at most 20 hashes of 8 bytes in ascending order");
    }
  }

  @Example
  void sketchesNameNobody() {
    assertThat(sketch(List.of(1, 2))).hasToString("PersonSketch[2 persons]");
  }

  private static PersonSketch sketch(Collection<Integer> numbers) {
    return PersonSketch.of(numbers.stream().map(PersonSketchProperties::person).toList());
  }

  private static RespondentKey person(int number) {
    return new RespondentKey("person-" + number);
  }
}
