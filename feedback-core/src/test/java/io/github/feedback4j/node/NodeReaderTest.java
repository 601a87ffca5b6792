package io.github.feedback4j.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeReaderTest {

  private final Notes notes = new Notes();

  private Node read(String name, String text) {
    return Objects.requireNonNull(NodeReader.read(name, text, notes));
  }

  private static String report(String name, String text, FileKind kind) {
    Notes notes = new Notes(kind);
    NodeReader.read(name, text, notes);
    return notes.sorted().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  private static Node.@Nullable Entry entry(Node node, String name) {
    return ((Node.Mapping) node).entries().get(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"menu.yaml", "menu.JSON"})
  void everyNodeKnowsWhereItBegins(String name) {
    Node root = read(name, "{\"soup\": [1,\n  true, null],\n \"a\": \"é\"}");
    Node.Entry soup = Objects.requireNonNull(entry(root, "soup"));
    Node.Entry a = Objects.requireNonNull(entry(root, "a"));

    assertThat(root.place()).isEqualTo(Place.START);
    assertThat(soup.name())
        .isEqualTo(new Node.Scalar(new Place(1, 2, 1), Node.Scalar.Type.TEXT, "soup"));
    assertThat(soup.value().place()).isEqualTo(new Place(1, 10, 9));
    assertThat(((Node.Items) soup.value()).nodes())
        .containsExactly(
            new Node.Scalar(new Place(1, 11, 10), Node.Scalar.Type.NUMBER, "1"),
            new Node.Scalar(new Place(2, 3, 15), Node.Scalar.Type.BOOLEAN, "true"),
            new Node.Scalar(new Place(2, 9, 21), Node.Scalar.Type.NULL, "null"));
    assertThat(a.value())
        .isEqualTo(new Node.Scalar(new Place(3, 7, 34), Node.Scalar.Type.TEXT, "é"));
    assertThat(notes.isEmpty()).isTrue();
  }

  @Test
  void anEmojiIsOneColumnOfYamlAndTwoUnits() {
    assertThat(((Node.Items) read("menu.yaml", "[😡, b]")).nodes())
        .containsExactly(
            new Node.Scalar(new Place(1, 2, 1), Node.Scalar.Type.TEXT, "😡"),
            new Node.Scalar(new Place(1, 5, 5), Node.Scalar.Type.TEXT, "b"));
  }

  @Test
  void onlyTheFirstByteOrderMarkGoes() {
    assertThat(NodeReader.withoutMark("\uFEFF\uFEFFa")).isEqualTo("\uFEFFa");
    assertThat(NodeReader.withoutMark("a")).isEqualTo("a");
  }

  @Test
  void namesWhatNoFileMayBe() {
    assertThat(report("menu.yaml", "# nothing", Notes.MENU))
        .isEqualTo("1:1: the file is empty; start with 'menu:'");
    assertThat(report("menu.yaml", "a\n---\nb", Notes.MENU))
        .isEqualTo("3:1: a second document starts here; write one menu per file");
    assertThat(report("menu.yaml", "a: 1\na: 2", Notes.MENU))
        .isEqualTo("2:1: property 'a' stands twice; the first one is in line 1; keep one of them");
    assertThat(report("menu.yaml", "[&a b, *a]", Notes.MENU))
        .isEqualTo("1:8: alias '*a' is not expanded in menu files; write the value out");
    assertThat(report("menu.yaml", "a: b: c", Notes.MENU))
        .isEqualTo("1:5: not YAML: mapping values are not allowed here; check indentation (spaces,"
            + " no tabs), quotes and brackets; nothing after this place was read");
    assertThat(report("menu.json", "[1,]", Notes.MENU))
        .startsWith("1:4: not JSON: Unexpected character (']' (code 93))")
        .endsWith("; nothing after this place was read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"menu.yaml", "menu.json"})
  void boundsDepthAndNumberOfNodes(String name) {
    assertThat(report(name, "[[[[1]]]]", Notes.MENU)).isEmpty();
    assertThat(report(name, "[[[[[1]]]]]", Notes.MENU))
        .isEqualTo("1:6: nested more than 4 deep; a menu needs far less; simplify the file");
    assertThat(report(name, "[1" + ",1".repeat(10) + "]", Notes.MENU)).isEmpty();
    assertThat(report(name, "[1" + ",1".repeat(11) + "]", Notes.MENU))
        .isEqualTo("1:24: more than 12 values; a menu needs far less; simplify the file");
  }

  @Test
  void aKindOfFileMayHaveWordsOfItsOwn() {
    FileKind own = new FileKind("menu", "start", 4, 12) {
      @Override
      protected String property(String name) {
        return "dish '" + name + "'";
      }

      @Override
      protected String unite() {
        return "eat one";
      }

      @Override
      protected String alias(String name) {
        return "'*" + name + "' is no dish";
      }

      @Override
      protected String unalias() {
        return "cook it";
      }

      @Override
      protected String yamlAdvice() {
        return "ask the cook";
      }

      @Override
      protected Unreadable noName(Place at, Unreadable said) {
        return new Unreadable(at, "no name of a dish", "write a word");
      }
    };

    assertThat(report("menu.yaml", "a: &b c\na: *b", own))
        .isEqualTo("2:1: dish 'a' stands twice; the first one is in line 1; eat one\n"
            + "2:4: '*b' is no dish; cook it");
    assertThat(report("menu.yaml", "a: b: c", own))
        .isEqualTo("1:5: not YAML: mapping values are not allowed here; ask the cook; nothing"
            + " after this place was read");
    assertThat(report("menu.yaml", "? [b]\n: c", own))
        .isEqualTo("1:3: no name of a dish; write a word");
  }
}
