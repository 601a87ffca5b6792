package io.github.feedback4j.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class PropertyReaderTest {

  private final Notes notes = new Notes();

  private PropertyReader reader(String text) {
    Node root = Objects.requireNonNull(NodeReader.read("menu.yaml", text, notes));
    return new PropertyReader(
        Objects.requireNonNull(PropertyReader.mapping(root, "a menu", notes)), "a menu", notes);
  }

  @Test
  void whatIsNoMappingHasNoProperties() {
    Node list = NodeReader.read("menu.yaml", "[a]", notes);

    assertThat(PropertyReader.mapping(list, "a menu", notes)).isNull();
    assertThat(PropertyReader.mapping(null, "a menu", notes)).isNull();
    assertThat(notes.sorted())
        .hasToString(
            "[1:1: a menu must be a mapping, but is a list; write it as 'name: value' lines]");
  }

  @Test
  void aPropertyWithoutValueIsAMistakeOnce() {
    PropertyReader menu = reader("soup: 1\nfish:");

    assertThat(menu.take("soup")).isNotNull();
    assertThat(menu.take("meat")).isNull();
    assertThat(menu.take("fish")).isNull();
    assertThat(menu.require("fish", "a fish")).isNull();
    assertThat(menu.has("fish")).isTrue();
    assertThat(notes.sorted())
        .hasToString("[2:1: property 'fish' has no value; give one or delete the line]");
  }

  @Test
  void namesWhatIsMissingAndHowToAddIt() {
    PropertyReader menu = reader("soup: 1");

    assertThat(menu.require("soup", "a soup")).isNotNull();
    assertThat(menu.require("fish", "fish: and its name")).isNull();
    assertThat(notes.sorted())
        .hasToString("[1:1: a menu lacks the property 'fish'; add fish: and its name]");
  }

  @Test
  void reportsWhatNobodyAskedForUntilThereAreTooMany() {
    PropertyReader menu = reader("soup: 1\na: 1\nb: 1\nc: 1\nd: 1");
    menu.take("soup");
    int[] asked = {0};

    menu.reportUnknown(name -> "not " + name + " but " + menu.known() + ++asked[0]);

    assertThat(notes.sorted())
        .hasToString("[2:1: unknown property 'a' of a menu; not a but [soup]1,"
            + " 3:1: unknown property 'b' of a menu; not b but [soup]2,"
            + " 4:1: unknown property 'c' of a menu; not c but [soup]3]");
    assertThat(asked[0]).isEqualTo(3);
  }
}
