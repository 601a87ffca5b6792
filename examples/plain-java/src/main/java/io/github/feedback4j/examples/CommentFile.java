package io.github.feedback4j.examples;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.feedback4j.theme.LabelledComment;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Comments of a file: UTF-8, commas, a header line, one line for each comment.
 *
 * @param comments in the order of the file; one without an id is known by its line
 */
record CommentFile(List<LabelledComment> comments) {

  /** The columns that mean something, in any order; only the first must be there. */
  static final List<String> COLUMNS =
      List.of("text", "id", "locale", "date", "person", "themes", "factors");

  /** So many comments a file may have. */
  static final int MOST = 1_000_000;

  /**
   * Returns the comments of a file.
   *
   * @param columns what the file calls some of the columns, by their own names
   */
  static CommentFile read(Path file, Map<String, String> columns) throws CommentFileException {
    String name = file.toString();
    try (Reader text = Files.newBufferedReader(file)) {
      return read(name, text, columns);
    } catch (NoSuchFileException e) {
      throw new CommentFileException(name + ": there is no such file; check the path");
    } catch (CharacterCodingException e) {
      throw new CommentFileException(name + ": the file is not UTF-8; save it as UTF-8");
    } catch (UncheckedIOException e) {
      throw new CommentFileException(name
          + (e.getCause() instanceof CharacterCodingException
              ? ": the file is not UTF-8; save it as UTF-8"
              : ": the file cannot be read; check that it is a file that you may read"));
    } catch (IOException e) {
      throw new CommentFileException(
          name + ": the file cannot be read; check that it is a file that you may read");
    }
  }

  private static CommentFile read(String name, Reader text, Map<String, String> columns)
      throws CommentFileException, IOException {
    List<String> mistakes = new ArrayList<>();
    List<LabelledComment> comments = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = CsvReader.builder()
        .commentStrategy(CommentStrategy.SKIP)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)) {
      CommentRow rows = null;
      for (CsvRecord each : csv) {
        if (rows == null) {
          rows = new CommentRow(name, each, columns);
        } else if (comments.size() == MOST) {
          throw new CommentFileException("%s:%d: a file may have at most %d comments; split it"
              .formatted(name, each.getStartingLineNumber(), MOST));
        } else {
          rows.read(each, comments, mistakes);
        }
        if (mistakes.size() > CommentFileException.SHOWN) {
          break;
        }
      }
      if (rows == null) {
        throw new CommentFileException(name
            + ":1: the file is empty; it starts with a line such as "
            + String.join(",", COLUMNS));
      }
    } catch (CsvParseException e) {
      mistakes.add(name + ": " + e.getMessage() + "; check the quotes near this line");
    }
    if (mistakes.isEmpty() && comments.isEmpty()) {
      mistakes.add(name + ":2: there is no comment under the header; add a line for each");
    }
    if (!mistakes.isEmpty()) {
      throw CommentFileException.of(mistakes);
    }
    return new CommentFile(List.copyOf(comments));
  }
}
