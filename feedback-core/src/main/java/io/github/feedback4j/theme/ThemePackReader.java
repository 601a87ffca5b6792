package io.github.feedback4j.theme;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.NodeReader;
import io.github.feedback4j.node.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads theme packs from YAML and JSON files, one pack in each, and reports every mistake at once.
 *
 * <p>A file named {@code *.json} is JSON, any other is YAML. Files are UTF-8 and have at most
 * {@value #MAX_BYTES} bytes. A pack looks like this:
 *
 * <pre>{@code
 * pack: it-service
 * version: 3
 * sets:
 *   broken: [down, 'fail*', not working]
 * themes:
 *   connectivity:
 *     title: { en: Connectivity, fr: Connectivité }
 *   network:
 *     title: { en: "Network & VPN", fr: "Réseau et VPN" }
 *     parent: connectivity
 *     en: [vpn, wifi | wi fi, 'connection NEAR/4 (drop* | lost | @broken)']
 *     fr: [vpn, réseau]
 *     negative: [kept dropping, 'coupure*']
 *     positive: { en: [rock solid], fr: [très stable] }
 *     not: [professional network, réseau professionnel]
 * }</pre>
 *
 * <p>Every item is a {@link Rule}. Those under a language only name the theme; {@code negative} and
 * {@code positive} ones say something about it; those under {@code not} hide the words they cover
 * from the others. A plain list under these three holds for every language of the theme and is
 * compiled once for each, with the inflected forms of that language; a mapping says which language a
 * rule is of, with {@code "*"} for every one. A rule with more than 256 spellings and rules of more
 * than 60 languages are mistakes of the file, too: {@link ThemeTagger#phrases} takes no such pack.
 * Any other that {@link ThemePackWriter} writes is read back as an equal pack. {@code
 * META-INF/feedback4j/theme-pack.schema.json} is the schema for editors.
 *
 * @since 0.1
 */
public final class ThemePackReader {

  /** The greatest size of a file, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private ThemePackReader() {}

  /**
   * Returns the pack of a file.
   *
   * @throws PackFormatException with every mistake of the file, each with line and column
   * @throws IOException if the file cannot be read
   */
  public static ThemePack read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(file.toString(), in);
    }
  }

  /**
   * Returns the pack of a stream, such as a resource of the class path, which stays open.
   *
   * @param name what mistakes call it; a name that ends in {@code .json} makes it JSON
   * @throws PackFormatException with every mistake, each with line and column
   * @throws IOException if the stream cannot be read
   */
  public static ThemePack read(String name, InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw refused(name, "the file has more than " + MAX_BYTES + " bytes", "make two packs of it");
    }
    try {
      String content =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return read(name, content);
    } catch (CharacterCodingException e) {
      throw refused(name, "the file is not UTF-8", "save it as UTF-8 in your editor");
    }
  }

  /**
   * Returns the pack of a text that is already in memory.
   *
   * @param name what mistakes call the file; a name that ends in {@code .json} makes it JSON
   * @param content the text of the file, of at most {@value #MAX_BYTES} characters
   * @throws PackFormatException with every mistake, each with line and column
   */
  public static ThemePack read(String name, String content) {
    if (content.length() > MAX_BYTES) {
      throw refused(
          name, "the file has more than " + MAX_BYTES + " characters", "make two packs of it");
    }
    Source source = new Source(NodeReader.withoutMark(content));
    PackMistakes mistakes = new PackMistakes(name, source);
    Node root = NodeReader.read(name, source.text(), mistakes);
    ThemePack pack = root == null ? null : PackFormat.read(root, mistakes);
    if (pack == null || !mistakes.isEmpty()) {
      throw new PackFormatException(mistakes.sorted());
    }
    return pack;
  }

  private static PackFormatException refused(String name, String message, String advice) {
    PackMistakes mistakes = new PackMistakes(name, new Source(""));
    mistakes.add(Place.START, message, advice);
    return new PackFormatException(mistakes.sorted());
  }
}
