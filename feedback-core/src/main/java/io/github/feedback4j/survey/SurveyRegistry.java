package io.github.feedback4j.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the surveys of other applications, so that whoever keeps their answers knows what was asked.
 *
 * <p>A version of a survey never changes: who registers it first has said what it is. Nothing is ever
 * asked because it is registered. Safe for use by several threads. {@code SurveyRegistryContract} in the
 * testkit is the test that each implementation must pass.
 *
 * @since 0.1
 */
public interface SurveyRegistry {

  /** The greatest number of surveys that are kept, each version counted. */
  int MAX_SURVEYS = 2_000;

  /** What came of registering a survey. */
  enum Registration {
    /** It is kept from now on. */
    NEW,
    /** The same survey was kept already; nothing has changed. */
    KNOWN,
    /** Another survey is kept under this key and version, and stays; give the new one another version. */
    OTHER_CONTENT,
    /** There are {@value SurveyRegistry#MAX_SURVEYS} surveys, and this one is not among them. */
    FULL
  }

  /**
   * Keeps a survey unless there is one of its key and version, whoever that came from.
   *
   * <p>Of several who register at once one is the first; the others learn of it from their result.
   *
   * @param source the application that has it, as a URI; kept for people to see
   * @throws RuntimeException if the registry cannot be reached; call it again then
   */
  Registration register(Survey survey, String source);

  /**
   * Returns a version of a survey, or null if it is not registered.
   *
   * @throws RuntimeException if the registry cannot be reached
   */
  @Nullable
  Survey find(String key, int version);

  /**
   * Returns all that are registered and can be read, by key and version.
   *
   * @throws RuntimeException if the registry cannot be reached
   */
  List<Survey> all();

  /**
   * Returns a number that is another one after each change; it costs far less than {@link #all}.
   *
   * @throws RuntimeException if the registry cannot be reached
   */
  long revision();
}
