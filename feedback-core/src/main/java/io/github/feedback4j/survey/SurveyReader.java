package io.github.feedback4j.survey;

import io.github.feedback4j.node.Node;
import io.github.feedback4j.node.NodeReader;
import io.github.feedback4j.node.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads surveys from YAML and JSON files, one survey in each, and reports every mistake at once.
 *
 * <p>A file named {@code *.json} is JSON, any other is YAML. Files are UTF-8 and have at most one
 * million characters. What {@link SurveyWriter} writes is read back as an equal survey.
 *
 * @since 0.1
 */
public final class SurveyReader {

  private static final int MAX_CHARACTERS = 1_000_000;
  private static final int MAX_BYTES = 4 * MAX_CHARACTERS;

  private SurveyReader() {}

  /**
   * Returns the survey of a file.
   *
   * @throws SurveyFormatException with every mistake of the file, each with line and column
   * @throws IOException if the file cannot be read
   */
  public static Survey read(Path file) throws IOException {
    return readAll(List.of(file)).get(0);
  }

  /**
   * Returns the surveys of several files, in their order.
   *
   * @throws SurveyFormatException with every mistake of all the files
   * @throws IOException if a file cannot be read
   */
  public static List<Survey> readAll(Collection<Path> files) throws IOException {
    List<Survey> surveys = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    for (Path file : files) {
      Mistakes ofFile = new Mistakes(file.toString());
      String content = content(file, ofFile);
      Survey survey = content == null ? null : read(file.toString(), content, ofFile);
      if (survey != null) {
        surveys.add(survey);
      }
      mistakes.addAll(ofFile.sorted());
    }
    if (!mistakes.isEmpty()) {
      throw new SurveyFormatException(mistakes);
    }
    return surveys;
  }

  /**
   * Returns the survey of a text that is already in memory.
   *
   * @param name what mistakes call the file; a name that ends in {@code .json} makes it JSON
   * @param content the text of the file
   * @throws SurveyFormatException with every mistake, each with line and column
   */
  public static Survey read(String name, String content) {
    Mistakes mistakes = new Mistakes(name);
    Survey survey = read(name, content, mistakes);
    if (survey == null) {
      throw new SurveyFormatException(mistakes.sorted());
    }
    return survey;
  }

  private static @Nullable Survey read(String name, String content, Mistakes mistakes) {
    Node root = node(name, content, mistakes);
    return root == null ? null : SurveyFormat.read(root, mistakes);
  }

  /** Returns the only document of a file, or null after having noted why there is none. */
  static @Nullable Node node(String name, String content, Mistakes mistakes) {
    if (content.length() > MAX_CHARACTERS) {
      mistakes.add(
          Place.START,
          "a survey file must have at most " + MAX_CHARACTERS + " characters",
          "split it");
      return null;
    }
    return NodeReader.read(name, NodeReader.withoutMark(content), mistakes);
  }

  static @Nullable String content(Path file, Mistakes mistakes) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      mistakes.add(Place.START, "the file must have at most " + MAX_BYTES + " bytes", "");
      return null;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      mistakes.add(Place.START, "the file is not UTF-8", "save it as UTF-8 in your editor");
      return null;
    }
  }
}
